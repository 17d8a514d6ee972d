import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkCounts } from './counts.js';
import { generate, generateGrid } from './generate.js';
import { analyse, compare, head, isHere, node, nodeWithPeak, print, skip, time } from './measure.js';

/* `npm run bench` measures all of this, which takes half an hour; `npm run bench -- start wide` only what is named. */

const blocks = { start, large, inferred, 'ten-million': tenMillion, wide, breakdowns };
const named = process.argv.slice(2);
const fixture = 'fixtures/send-strategy-2023/responses.csv';

const pythons = ['python3', '/usr/bin/python3'];
const python = pythons.find((name) => isHere([name, '-c', 'import pandas']));
const pandas = (/** @type {string[]} */ ...args) =>
  python === undefined ? [] : [[python, 'test/bench/by-pandas.py', ...args]];
const r = isHere(['Rscript', '-e', 'library(likert)'])
  ? 'R with the package likert'
  : isHere(['Rscript', '-e', '0'])
    ? 'R by its own tables, without the package likert'
    : undefined;

const countRecords = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  let records = 0;
  for await (const record of createReadStream(process.argv[1]).pipe(parse())) records++;
`;
const counting = (/** @type {string} */ file) =>
  nodeWithPeak('--input-type=module', '-e', countRecords, file);

/** The whole program on a small file. */
function start() {
  const loading = ['zod', 'yaml', 'commander', 'csv-parse', 'cli-table3', 'chalk'];
  const imports = loading.map((name) => node('--input-type=module', '-e', `import '${name}'`));
  const [bare, small, version, ...loaded] = compare(
    node('-e', '0'),
    node('bin/soundings.js', 'analyse', fixture),
    node('bin/soundings.js', '--version'),
    ...imports,
  );
  print('node -e 0', bare, 1);
  print('analyse 76 responses', small, small.ms / bare.ms, { ratio: '2.5' });
  print('  --version', version, version.ms / bare.ms);
  for (const [nth, cost] of loaded.entries()) print(`  import ${loading[nth]}`, cost, cost.ms / bare.ms);
  const ours = node('bin/soundings.js', 'analyse', fixture);
  const byPandas = pandas(fixture, 'comments');
  checkCounts(ours, byPandas);
  beside('pandas, the same 76 responses', byPandas);
  beside(
    `${r ?? 'R'}, the same 76 responses`,
    r === undefined ? [] : [['Rscript', 'test/bench/by-r.R', fixture]],
  );

  function beside(name, commands) {
    if (commands.length === 0) return skip(name, 'not on this machine');
    const [own, theirs] = compare(ours, ...commands);
    print(name, theirs);
    print('  analyse, of that', own, own.ms / theirs.ms, { ratio: '0.25' });
  }
}

/** Half a million responses, beside what reads or counts them otherwise. */
async function large(folder) {
  const file = await generate(folder, 500_000);
  const [closed, open] = ['closed.yaml', 'survey.yaml'].map((name) => path.join(folder, name));
  const aim = { ratio: '1.2', mb: '250' };
  const [parse, ofClosed, ofOpen] = compare(
    counting(file),
    analyse(file, '--engine', 'csv', '-s', closed),
    analyse(file, '--engine', 'csv', '-s', open),
  );
  print('csv-parse counts 500,000 records', parse, 1);
  print('  analyse by csv-parse, without comments', ofClosed, ofClosed.ms / parse.ms, aim);
  print('  with comments', ofOpen, ofOpen.ms / parse.ms, aim);
  besideScripts(file, closed, 'without comments', ['role'], { duckdb: '1.3', pandas: '0.5' });
  besideScripts(file, open, 'with comments', ['role', 'comments']);
}

/** A definition beside scripts that count what it asks for and read no other column. */
function besideScripts(file, definition, what, more, aims = {}) {
  const command = analyse(file, '--engine', 'duckdb', '-s', definition);
  const scripts = [nodeWithPeak('test/bench/by-duckdb.js', file, ...more), ...pandas(file, ...more)];
  checkCounts(command, scripts);
  const [ours, duckdb, byPandas] = compare(command, ...scripts);
  print(`the same counts as SQL in DuckDB, ${what}`, duckdb, 1);
  print('  analyse by DuckDB', ours, ours.ms / duckdb.ms, { ratio: aims.duckdb });
  if (byPandas === undefined) return skip(`the same counts by pandas, ${what}`, 'not on this machine');
  print(`the same counts by pandas, ${what}`, byPandas, 1);
  print('  analyse by DuckDB', ours, ours.ms / byPandas.ms, { ratio: aims.pandas });
}

/** What recognising and inferring cost: the same export by the definition that would be inferred, and without one. */
async function inferred(folder) {
  const file = await generate(path.join(folder, 'source'), 500_000, { alone: true });
  const definition = path.join(folder, 'inferred.yaml');
  time(node('bin/soundings.js', 'init', file, '--yes', '-o', definition));
  const [defined, made] = compare(analyse(file, '-s', definition), analyse(file));
  print('analyse by the definition of init', defined, 1);
  print('  without a definition', made, made.ms / defined.ms, { ratio: '1.2' });
}

/** Ten million responses in two gigabytes: the ratio is of the time that a row takes. */
async function tenMillion(folder) {
  const [few, many] = [500_000, 10_000_000];
  const some = await generate(path.join(folder, 'some'), few);
  const all = await generate(path.join(folder, 'all'), many);
  for (const [what, definition] of [
    [', without comments', 'closed.yaml'],
    [', with comments', 'survey.yaml'],
  ]) {
    const [ofSome, ofAll] = compare(
      ...[some, all].map((file) => analyse(file, '-s', path.join(path.dirname(file), definition))),
    );
    print(`analyse 500,000 responses${what}`, ofSome, 1);
    print(`  ten million, a row${what}`, ofAll, ofAll.ms / many / (ofSome.ms / few), {
      ratio: '1.3',
      mb: '2000',
    });
  }
}

/** Two thousand columns: the ratio is of the time that a row takes. */
async function wide(folder) {
  const [few, many] = [500, 5000];
  const some = await generateGrid(path.join(folder, 'some'), { rows: few, items: 2000 });
  const all = await generateGrid(path.join(folder, 'all'), { rows: many, items: 2000 });
  const [parse, ofSome, ofAll] = compare(counting(all), analyse(some), analyse(all));
  print('csv-parse counts 5,000 records of 2,000 columns', parse, 1);
  print('  analyse them', ofAll, ofAll.ms / parse.ms);
  print('analyse 500 of them', ofSome, 1);
  print('  5,000 of them, a row', ofAll, ofAll.ms / many / (ofSome.ms / few), { ratio: '1.3', mb: '2000' });
}

/** Twenty items by three questions on a million rows, over and above reading and counting them. */
async function breakdowns(folder) {
  const file = await generateGrid(folder, { rows: 1_000_000, items: 20, groups: 3 });
  const [plain, broken] = compare(analyse(file), analyse(file, '-s', path.join(folder, 'broken-down.yaml')));
  print('analyse 20 items, a million responses', plain, 1);
  print('  the same by three questions', broken, broken.ms / plain.ms);
  print('  what that adds (aim: 500 ms)', { ms: broken.ms - plain.ms, mb: undefined });
}

head();
for (const [name, block] of Object.entries(blocks)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const folder = await mkdtemp(path.join(tmpdir(), 'soundings-'));
  try {
    await block(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
