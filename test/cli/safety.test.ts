import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './sandbox.ts';

/** What somebody may have typed into a survey, to be carried into a terminal, a page, a sheet or a log. */
const hostile = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u202egnirts\u202c',
  '\u2066isolate\u2069 \u200emark\u200f \u061c',
  'a|b',
  '`code` and ```',
  '<script>alert(1)</script>',
  '<!-- comment -->',
  '[link](javascript:alert(1)) ![picture](https://example.invalid/x.png)',
  '*bold* _dim_ ~~gone~~ # head',
  '&lt;b&gt; &amp; &#60;',
  '=cmd|" /C calc"!A0',
  '+1+1',
  '-1-1',
  '@SUM(A1)',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
  '|calc',
  'two\nlines\r\nthree\rfour',
  '::error file=x::gotcha',
  '100%0A::error::gotcha',
  ']]> </failure>',
  '\u0000nul\u0008\u007f\u0085',
  '\u2028line\u2029separators',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];
const headers = ['__proto__', 'constructor', '=1+1', '\u001b[2J', 'a|`b`<i>', 'Group', 'Scale'];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

const definition = `title: "\\u001b[1mT\\u202e <b>title</b> | \`x\`"
questions:
  - { id: proto, kind: choice, column: __proto__ }
  - { id: constructor, kind: choice, column: constructor }
  - { id: formula, kind: multiple, column: =1+1, separator: ";" }
  - { id: escape, kind: choice, column: "\\u001b[2J" }
  - { id: markup, kind: choice, column: "a|\`b\`<i>", text: "<b>label</b> | \`tick\`" }
  - { id: group, kind: choice, column: Group }
  - { id: scale, kind: scale, scale: agreement, column: Scale, label: "\\u001b[2J|<i>" }
breakdowns: [group]
`;

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
  const rows = hostile.map((text) => headers.map((header) => (header === 'Group' ? text.slice(0, 3) : text)));
  const agreeing = hostile.map((text) => headers.map((header) => (header === 'Scale' ? 'Agree' : text)));
  const csv = [headers, ...rows, ...agreeing].map((row) => row.map(quote).join(',')).join('\n');
  place.write('hostile.csv', csv);
  place.write('survey.yaml', definition);
  place.write(
    'expected.json',
    JSON.stringify({ [`scale.${hostile[0]}"<&`]: { count: 1, base: 1, shown: '\u001b[2J' } }),
  );
  place.write('responses.csv', csv);
});
afterAll(() => place.remove());

/** Control characters but for the line feed, C1 included, and the marks that turn the direction of text. */
const obeyed = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

async function outputOf(command: string): Promise<string> {
  const { stdout, stderr, exitCode } = await place.run(`soundings ${command}`);
  expect({ stderr, exitCode }).not.toHaveProperty('exitCode', 2);
  expect(stderr).not.toMatch(obeyed);
  expect(stdout.length).toBeGreaterThan(200);
  return stdout;
}

/** The cells of CSV, by a reader of this test's own. */
function cells(csv: string): string[] {
  const found = csv.matchAll(/(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^,\n]*))/gu);
  return [...found].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}

test.each([
  'analyse hostile.csv',
  'analyse hostile.csv -f json',
  'analyse hostile.csv -f csv',
  'analyse hostile.csv -f markdown',
  'report hostile.csv --by constructor',
  'validate hostile.csv --all',
  'validate hostile.csv --all -f json',
  'validate hostile.csv --all -f csv',
  'validate hostile.csv --all -f github',
  'check .',
  'check . -f junit',
])('no control character of an export is in the output of %s', async (command) => {
  expect(await outputOf(command)).not.toMatch(obeyed);
});

test('every answer is there to be seen in the terminal, on one line', async () => {
  const output = (await outputOf('validate hostile.csv --all')).replaceAll(/\n */gu, ' ');
  expect(output).toContain('“␛[31mred␛[0m”');
  expect(output).toContain('“<U+202E>gnirts<U+202C>”');
  expect(output).toContain('“two lines three four”');
  expect(output).toContain('“::error file=x::gotcha”');
});

test('the colours of a terminal are ours alone', async () => {
  const { stdout } = await place.run('soundings analyse hostile.csv', { columns: 100 });
  const ours = ['[1m', '[22m', '[2m', '[36m', '[39m'].map((code) => `\u001b${code}`);
  expect(stdout).toContain(ours[0]);
  const rest = ours.reduce((text, sequence) => text.replaceAll(sequence, ''), stdout);
  expect(rest).not.toMatch(obeyed);
});

describe('Markdown', () => {
  test.each(['analyse hostile.csv -f markdown', 'report hostile.csv'])(
    'no answer is markup, and every row of a table has the columns of its head: %s',
    async (command) => {
      const markdown = await outputOf(command);
      const unescaped = markdown.replaceAll(/\\[!-/:-@[-`{-~]/gu, '');
      expect(unescaped).not.toMatch(/<[a-z!/]/iu);
      expect(unescaped).not.toMatch(/`|\]\(|!\[|~~|&(?:lt|amp|#60);/u);
      expect(unescaped.replaceAll(/^\*\*|\*\*$/gmu, '')).not.toMatch(/[*]\w/u);
      let width: number | undefined;
      for (const line of unescaped.split('\n')) {
        if (!line.startsWith('|')) width = undefined;
        else expect([line, line.split('|').length]).toEqual([line, (width ??= line.split('|').length)]);
      }
    },
  );
});

describe('CSV', () => {
  test.each(['analyse hostile.csv -f csv', 'validate hostile.csv --all -f csv'])(
    'no cell is a formula to a spreadsheet: %s',
    async (command) => {
      const found = cells(await outputOf(command));
      expect(found.some((cell) => cell.startsWith("'="))).toBe(true);
      const formulas = found.filter(
        (cell) => /^\s*[=+\-@|＝＋－＠]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/u.test(cell),
      );
      expect(formulas).toEqual([]);
    },
  );
});

describe('JSON', () => {
  test('holds the answers as they are, under names that are only names', async () => {
    const { questions } = JSON.parse(await outputOf('analyse hostile.csv -f json')) as {
      questions: { id: string; items: { options: { label: string; count: number }[] }[] }[];
    };
    expect(questions.map(({ id }) => id).slice(0, 2)).toEqual(['proto', 'constructor']);
    for (const { id, items } of questions.slice(0, 2)) {
      const labels = items.flatMap(({ options }) => options.map(({ label, count }) => [label, count]));
      for (const answer of [
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        '<script>alert(1)</script>',
      ])
        expect([id, labels.find(([label]) => label === answer)]).toEqual([id, [answer, 2]]);
    }
    expect(Object.hasOwn(Object.prototype, 'count')).toBe(false);
  });
});

test('no answer is a command to GitHub: every line is one of ours, about a file of ours', async () => {
  const lines = (await outputOf('validate hostile.csv --all -f github')).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    expect(line).toMatch(/^::(?:error|warning|notice) file=hostile\.csv(?:,line=\d+)?,title=[a-z-]+::/u);
    expect(line.slice(line.indexOf('title='))).not.toMatch(/%(?!25|0A|0D)/u);
  }
});

test('JUnit is well-formed whatever a figure is called', async () => {
  const xml = await outputOf('check . -f junit');
  expect(xml).toContain('␛[31mred␛[0m&quot;&lt;&amp;');
  const tags = xml.replaceAll(/<[^<>]*>/gu, '');
  expect(tags).not.toMatch(/[<>]/u);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/u);
});

describe('a file whose name and headers hold control characters', () => {
  const name = 'named/\u001b[31m\u009b\u202e\u007f.csv';
  const header = 'A\u001b[31mnswer\u009b';
  beforeAll(() => {
    mkdirSync(path.join(place.folder, 'named'));
    place.write(name, `Id,${header},Why\u202e\n${'1,Yes\u009b,x\n2,No,x\n3,Yes\u009b\n'.repeat(3)}`);
  });

  test.each([
    ...['table', 'json', 'csv', 'markdown'].map((format) => `analyse ${name} -f ${format}`),
    ...['table', 'json', 'csv', 'github'].map((format) => `validate ${name} -f ${format}`),
    `report ${name}`,
    `init ${name} -o -`,
  ])('is shown without being obeyed: %j', async (command) => {
    expect(await outputOf(command)).not.toMatch(obeyed);
  });

  test('has a definition by which its columns are found', async () => {
    place.write('named/survey.yaml', await outputOf(`init ${name} -o -`));
    const questions = JSON.parse(await outputOf(`analyse ${name} -f json -s named/survey.yaml`)).questions;
    expect(questions[1].items[0].options).toMatchObject([
      { label: 'Yes\u009b', count: 6 },
      { label: 'No', count: 3 },
    ]);
  });
});

test.each(['nowhere\u001b[2J.csv', '\u202egpj.csv'])(
  'an error shows a name without obeying it: %j',
  async (name) => {
    const { stderr } = await place.run(`soundings analyse ${name}`);
    expect(stderr).toMatch(/^soundings: .*there is no such file/u);
    expect(stderr).not.toMatch(obeyed);
  },
);

test.each(['--by', '--where', '--encoding', '--delimiter', '--format', '--nonsense'])(
  'a value of %s is shown without being obeyed',
  async (option) => {
    const { stderr, exitCode } = await place.run(
      `soundings analyse hostile.csv ${option} x\u001b[2J=\u202e\u009b`,
    );
    expect(exitCode).toBe(2);
    expect(stderr).not.toMatch(obeyed);
  },
);

describe('an answer as long as a book, without a definition', () => {
  const long = 300_000;
  const units = ['x', ' ', '1', 'a ', ';', '|', '\n', ', ', '(;', '1,', '&', '[', '_'];
  const others = Array.from({ length: 30 }, (_, n) => `${n},${n % 2 ? 'Agree' : 'Disagree'},Bus; Tram,Daily`);

  beforeAll(() => mkdirSync(path.join(place.folder, 'book')));

  test.each(units)('of %j is read in a moment, and shown by its ends', async (unit) => {
    const text = unit.repeat(Math.ceil(long / unit.length)).slice(0, long);
    place.write(
      'book/book.csv',
      [
        'ID,Do you agree?,Which do you use?,How often?',
        ...others,
        `98,"Agree${text}","Bus${text}","${text}daily"`,
      ].join('\n'),
    );
    const { exitCode, stdout, stderr } = await place.run('soundings validate book/book.csv');
    expect(exitCode).toBeLessThan(2);
    expect(`${stdout}${stderr}`.length).toBeLessThan(long / 10);
  });

  test.each(['(', '[', '_', '<', 'a - '])('a header of %j, too', async (unit) => {
    const text = unit.repeat(Math.ceil(long / unit.length)).slice(0, long);
    place.write(
      'book/book.csv',
      [`ID,Do you agree?,Which do you use?${text},How often?`, ...others].join('\n'),
    );
    const { exitCode, stdout, stderr } = await place.run('soundings validate book/book.csv');
    expect(exitCode).toBeLessThan(2);
    expect(`${stdout}${stderr}`.length).toBeLessThan(long / 10);
  });
});
