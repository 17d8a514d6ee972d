import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const fixture = new URL('../../fixtures/send-strategy-2023/', import.meta.url);
const opened = Date.UTC(2023, 6, 24);
const eighteenDays = 18 * 24 * 3600;

const statuses = weighted({ Completed: 97, Partial: 3 });
const roles = weighted({
  'Parent or carer': 55,
  'School or other education setting': 25,
  'Health professional': 12,
  'Young person': 6,
  '': 2,
});
const agreement = weighted({
  'Strongly agree': 420,
  Agree: 330,
  'Neither agree nor disagree': 80,
  Disagree: 50,
  'Strongly disagree': 40,
  "Don't know": 29,
  '': 50,
  Agre: 1,
});
const clarity = weighted({ Yes: 65, No: 25, "Don't know": 5, '': 5 });
/** Made up, the first ones the most frequent, as in any language (Zipf's law). */
const syllables = 'ba de li mo ru sa te ni ko va ne pi'.split(' ');
const words = syllables.flatMap((one) =>
  syllables.flatMap((two) => syllables.map((three) => one + two + three)),
);
const endings = ['. ', '. ', '? ', ', "we will call you back". ', '.\n', ', ond pwy sy’n gyfrifol? '];
const letter =
  'I am writing to ask the council to keep the specialist places in our town, because no child should have to travel for an hour to school and back.';

/**
 * Writes `responses.csv`, as many rows of the SEND fixture's survey as asked for, into a folder, with its definitions
 * unless it is to be `alone`. The same number of rows always gives the same bytes. Returns the path of the export.
 * @param {string} folder
 * @param {number} rows
 */
export async function generate(folder, rows, { alone = false } = {}) {
  const [header] = (await readFile(new URL('responses.csv', fixture), 'utf8')).split(/\r?\n/u);
  const file = await writeExport(folder, header, rows, record);
  if (!alone) await writeDefinitions(folder);
  return file;
}

/**
 * Writes `responses.csv` with columns of agreement and some of groups into a folder, and the definition `survey.yaml`; where
 * there are groups, `broken-down.yaml` too, which breaks every item down by each of them. Returns the path of the export.
 * @param {string} folder
 * @param {{ rows: number, items: number, groups?: number }} size
 */
export async function generateGrid(folder, { rows, items, groups = 0 }) {
  const [itemColumns, groupColumns] = [columns('Item', items), columns('Group', groups)];
  const header = ['ID', ...itemColumns, ...groupColumns].join(',');
  const file = await writeExport(folder, header, rows, (row, random) => [
    `R-${row}`,
    ...itemColumns.map(() => pick(agreement, random)),
    ...groupColumns.map(() => pick(roles, random)),
  ]);
  const definition = [
    'title: A grid',
    'respondent: { id: ID }',
    'questions:',
    '  - id: items',
    '    kind: scale',
    '    scale: agreement',
    '    text: How strongly do you agree?',
    '    items:',
    ...itemColumns.map((column, nth) => `      - { id: i${nth}, column: ${column} }`),
    ...groupColumns.map((column, nth) => `  - { id: g${nth}, kind: choice, column: ${column} }`),
    '',
  ].join('\n');
  await writeFile(path.join(folder, 'survey.yaml'), definition);
  const by = groupColumns.map((_, nth) => `g${nth}`).join(', ');
  if (groups > 0)
    await writeFile(path.join(folder, 'broken-down.yaml'), `${definition}breakdowns: [${by}]\n`);
  return file;
}

/** The definition of the SEND fixture broken down by role, `survey.yaml`, and that without comments, `closed.yaml`. @param {string} folder */
async function writeDefinitions(folder) {
  const open = `${await readFile(new URL('survey.yaml', fixture), 'utf8')}\nbreakdowns: [role]\n`;
  await writeFile(path.join(folder, 'survey.yaml'), open);
  await writeFile(path.join(folder, 'closed.yaml'), open.replace(/ {2}- id: comments\n(?: {4}.*\n)*/u, ''));
}

/** @param {string} name @param {number} count */
function columns(name, count) {
  return Array.from({ length: count }, (_, nth) => `${name} ${nth + 1}`);
}

/** @param {string} folder @param {string} header @param {number} rows @param {(row: number, random: () => number) => string[]} recordOf */
async function writeExport(folder, header, rows, recordOf) {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'responses.csv');
  await pipeline(Readable.from(chunks(`${header}\r\n`, rows, recordOf)), createWriteStream(file));
  return file;
}

/** @param {string} header @param {number} rows @param {(row: number, random: () => number) => string[]} recordOf */
function* chunks(header, rows, recordOf) {
  const random = randomNumbers(20230724);
  let chunk = header;
  for (let row = 1; row <= rows; row++) {
    chunk += `${recordOf(row, random).map(quoted).join(',')}\r\n`;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** @param {number} row @param {() => number} random */
function record(row, random) {
  const submitted = new Date(opened + Math.floor(random() * eighteenDays) * 1000);
  return [
    `R-${String(row).padStart(7, '0')}`,
    submitted.toISOString().slice(0, 19),
    pick(statuses, random),
    pick(roles, random),
    ...Array.from({ length: 5 }, () => pick(agreement, random)),
    pick(clarity, random),
    comment(random),
  ];
}

/** Nothing from three people in five, the letter of a campaign from one in a hundred, sentences of their own from the others. @param {() => number} random */
function comment(random) {
  if (random() < 0.6) return '';
  if (random() < 0.025) return letter;
  let own = '';
  for (let left = 1 + Math.floor(random() * 5); left > 0; left--) {
    const length = 4 + Math.floor(random() * 10);
    const some = Array.from({ length }, () => words[Math.floor(words.length ** random())]);
    own += some.join(' ') + pick(endings, random);
  }
  return own.trimEnd();
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Each value as often as its weight says. @param {Record<string, number>} weights */
function weighted(weights) {
  return Object.entries(weights).flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
}

/** @param {readonly string[]} values @param {() => number} random */
function pick(values, random) {
  return values[Math.floor(random() * values.length)] ?? '';
}

/** Numbers from 0 to 1 that are the same every time: mulberry32. @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
