import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate, withoutText } from './generate.js';

/*
 * How long the program takes, as a multiple of something that anybody can run beside it. The commands of a comparison
 * take turns, and the medians are compared, so that a busy machine slows all of them alike.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { rows: { type: 'string', default: '500000' } } });

const bare = ['-e', '0'];
const loading = ['zod', 'yaml', 'commander', 'csv-parse', 'cli-table3', 'chalk'];
const countRecords = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  let records = 0;
  for await (const record of createReadStream(process.argv[1]).pipe(parse())) records++;
`;
const reportPeak = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(2, '\\n' + process.resourceUsage().maxRSS));
`)}`;

// Extra certificates are read before anything else and would make bare node look slow, and us fast beside it.
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;

/** Runs node once: how long it took in milliseconds, and what it said last on standard error. @param {string[]} args */
function time(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...env, COLUMNS: '100', FORCE_COLOR: '1' },
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return { milliseconds, last: stderr.trim().split('\n').at(-1) };
}

/** Medians of several commands, run in turn. @param {string[][]} commands @param {number} times */
function compare(commands, times) {
  const runs = Array.from({ length: times }, () => commands.map(time));
  return commands.map((_, nth) => ({
    milliseconds: median(runs.map((run) => run[nth].milliseconds)),
    peak: median(runs.map((run) => Number(run[nth].last))) / 1024,
  }));
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/**
 * One line of the table: a figure, and how many times that of what it is measured against.
 * @param {string} name @param {number} figure @param {number} against @param {string} [aim]
 */
function print(name, figure, against, aim = '') {
  const cells = [figure.toFixed(0), (figure / against).toFixed(2), aim];
  console.log(name.padEnd(46) + cells.map((cell) => cell.padStart(10)).join(''));
}

const program = 'bin/soundings.js';
const analyse = [program, 'analyse'];
const folder = await mkdtemp(path.join(tmpdir(), 'soundings-'));
try {
  console.log(' '.repeat(46) + ['ms', 'ratio', 'aim'].map((heading) => heading.padStart(10)).join(''));

  const imports = loading.map((name) => ['--input-type=module', '-e', `import '${name}'`]);
  const small = [...analyse, 'fixtures/send-strategy-2023/responses.csv'];
  const [node, start, version, ...loaded] = compare([bare, small, [program, '--version'], ...imports], 5);
  print('node -e 0', node.milliseconds, node.milliseconds);
  print('analyse 76 responses', start.milliseconds, node.milliseconds, '2.5');
  print('  --version', version.milliseconds, node.milliseconds);
  for (const [nth, { milliseconds }] of loaded.entries())
    print(`  import ${loading[nth]}`, milliseconds, node.milliseconds);

  const file = await generate(folder, Number(values.rows));
  const counting = ['--import', reportPeak, '--input-type=module', '-e', countRecords, file];
  const run = (/** @type {string[]} */ ...args) => ['--import', reportPeak, ...analyse, ...args];
  const closed = await withoutText(folder);
  const [parse, duckdb, csv, closedCsv, closedDuckdb, all] = compare(
    [
      counting,
      ['--import', reportPeak, 'test/bench/by-duckdb.js', file],
      run(file, '--engine', 'csv'),
      run(file, '--engine', 'csv', '-s', closed),
      run(file, '--engine', 'duckdb', '-s', closed),
      run(file, '--engine', 'duckdb'),
    ],
    5,
  );
  print(`csv-parse counts ${values.rows} records`, parse.milliseconds, parse.milliseconds);
  print('analyse by csv-parse', csv.milliseconds, parse.milliseconds, '1.2');
  print('  peak memory in MB', csv.peak, parse.peak, '< 250 MB');
  print('  without its text question', closedCsv.milliseconds, parse.milliseconds);
  print('  peak memory in MB', closedCsv.peak, parse.peak);
  print('the same counts as SQL in DuckDB', duckdb.milliseconds, duckdb.milliseconds);
  print(
    'analyse by DuckDB, without its text question',
    closedDuckdb.milliseconds,
    duckdb.milliseconds,
    '1.3',
  );
  print('  peak memory in MB', closedDuckdb.peak, duckdb.peak);
  print('  with its text question', all.milliseconds, duckdb.milliseconds);
  print('  peak memory in MB', all.peak, duckdb.peak);

  // What recognising and inferring cost: the same export by the definition that would be inferred, and without one.
  const alone = path.join(folder, 'alone', path.basename(file));
  await mkdir(path.dirname(alone));
  await rename(file, alone);
  const inferred = path.join(folder, 'inferred.yaml');
  time(['bin/soundings.js', 'init', alone, '--yes', '-o', inferred]);
  const [defined, made] = compare([run(alone, '-s', inferred), run(alone)], 5);
  print('  by the definition of init', defined.milliseconds, defined.milliseconds);
  print('  without a definition', made.milliseconds, defined.milliseconds, '1.2');
  print('  peak memory in MB', made.peak, defined.peak);
} finally {
  await rm(folder, { recursive: true });
}
