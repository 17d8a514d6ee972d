import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, isEmptyField, tidy } from '../../src/intake/blank.ts';
import { withoutEntities } from '../../src/intake/columns/entities.ts';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { interpretChoice, interpretScale } from '../../src/responses/questions/interpret.ts';
import { interpretJoined } from '../../src/responses/questions/interpret-multiple.ts';
import { interpretNumbers } from '../../src/responses/questions/interpret-number.ts';
import { readDates } from '../../src/responses/respondents/dates.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { patternColumns } from '../../src/survey/patterns/columns.ts';
import { patternParts } from '../../src/survey/patterns/parts.ts';
import { patternQuery } from '../../src/survey/patterns/query.ts';
import { sqlDialects } from '../../src/survey/patterns/sql-dialects.ts';

const duckdb = await loadDuckdb();

const surveyWith = (question: string, respondent = '') =>
  loadDefinition(`title: T\n${respondent}questions:\n  - ${question}\n`, 'survey.yaml');

/** What of these cells of the first column of a definition is in a pattern. */
async function toldOf(
  question: string,
  cells: readonly string[],
  { noReply = [], respondent = '' }: { noReply?: readonly string[]; respondent?: string } = {},
): Promise<readonly string[]> {
  const parts = patternParts(sqlDialects.duckdb, [], noReply);
  const [column] = patternColumns(surveyWith(question, respondent));
  if (column === undefined) return [];
  const connection = await duckdb?.DuckDBConnection.create();
  const table = `SELECT unnest([${cells.map(sqlDialects.duckdb.literal).join(', ')}]) AS a0`;
  const tidied = `SELECT *, ${parts.tidy(column)} AS t0 FROM (${table})`;
  const rows =
    (await connection?.runAndReadAll(`SELECT ${parts.part(column)} FROM (${tidied})`))?.getRows() ?? [];
  connection?.closeSync();
  expect(rows).toHaveLength(cells.length);
  return rows.map(([one]) => String(one));
}

test('nothing that cannot be seen is ink, to an engine as to the reader', () => {
  const ink =
    /regexp_matches\(a\d+, '(.+?)'\)/u.exec(
      patternQuery(
        loadDefinition('title: T\nquestions: [{ id: q, kind: text, column: Q }]', 'survey.yaml'),
        'duckdb',
      ),
    )?.[1] ?? '';
  const inJavaScript = new RegExp(ink.replaceAll(/\\x\{([0-9A-F]+)\}/gu, String.raw`\u{$1}`), 'u');
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    if (code < 0xd800 || code > 0xdfff)
      expect([code, inJavaScript.test(text)]).toEqual([code, !isBlank(text)]);
  }
});

test.skipIf(duckdb === undefined)(
  'cells are no reply to an engine where they are to the reader',
  async () => {
    const marks = ['Not Answered', '-', '[not completed]'];
    const around = [
      ...[
        '',
        ' ',
        '\u00a0',
        '\t\n',
        '\u200b',
        '\u2060',
        '\ufeff',
        '\u00ad',
        '\u200e',
        '\u0085',
        '.',
        '&nbsp;',
      ],
      ...[
        '&NBSP;',
        '<br>',
        '<BR />',
        '</p>',
        '<p class="x">',
        '<b\n>',
        '</B>',
        '<h3>',
        '<x>',
        '<u',
        '< b>',
        '–',
      ],
    ];
    const piece = fc.array(fc.constantFrom(...around), { maxLength: 4 }).map((all) => all.join(''));
    const mark = fc.tuple(fc.constantFrom(...marks, 'Not', ''), piece, fc.constantFrom('', '', 'Answered'));
    const cells = fc.tuple(piece, mark, piece).map((all) => all.flat().join(''));
    const all = fc.sample(cells, 3000);
    const told = await toldOf('{ id: q, kind: text, column: Q }', all, { noReply: marks });
    for (const [nth, cell] of all.entries()) {
      const isNothing = marks.includes(tidy(cell)) || isBlank(cell) || isEmptyField(cell);
      expect([cell, told[nth]]).toEqual([cell, isNothing ? '' : 'given']);
    }
  },
);

describe.skipIf(duckdb === undefined)('of several answers in one cell', () => {
  const options = [
    'Bus',
    'Car, or van',
    'Tŷ',
    "O'Neil’s (other)",
    'Bus, tram',
    'Mixed (boat, raft, ferry, etc.)',
    'Walk - far',
    'R&D | x',
    'Given',
  ];
  const words = [
    ...options,
    'BUS',
    'car,  or van',
    'car',
    'tŷ'.normalize('NFD'),
    "o’neil's  (OTHER)",
    'walk – far',
    'mixed (boat, RAFT,ferry , etc.)',
    'boat',
  ];
  const own = [
    'my own bike',
    'Tram 42',
    '1,000 of us',
    'a/b',
    'Büs',
    '[x]',
    '?',
    '-',
    '\u00ad',
    'n/a',
    'and',
    'Bus (under Bus)',
  ];
  const joints = ['/', ' and ', ' or ', ' + ', ' & ', '\n', '|', ';', ',', ', ', '; ', ';;', ' ;', ''];
  const spaces = ['', '', '', ' ', '\u00a0', '\u200b', '&nbsp;', '<br>', '<b>'];
  const piece = fc.tuple(
    fc.constantFrom(...spaces),
    fc.constantFrom(...words, ...own),
    fc.constantFrom(...spaces),
  );
  const anyCell = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .array(fc.tuple(piece, fc.constantFrom(...joints)), { maxLength: 5 })
        .map((all) => all.flat(2).join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...words, 'a "word"'), { maxLength: 3 })
        .map((all) => JSON.stringify(all)),
    },
  );

  const questionWith = (separator: string) =>
    JSON.stringify({ id: 'q', kind: 'multiple', column: 'Q', separator, options });

  test.each([
    ['Bus; my own bike, 07700 900123;Tŷ', 'Bus;given-2;Tŷ'],
    ['Bus, tram\nand more;bus ; CAR,  OR VAN', 'given-2;bus ; CAR, OR VAN'],
    ['Bus;Walk – far;', 'Bus;Walk – far;'],
    ['Bus/Walk - far; Tŷ', 'Bus/Walk - far; Tŷ'],
    ['["Bus","Tŷ"]', '["Bus","Tŷ"]'],
    [' ["Bus" , "it\'s \\"mine\\", Bob", "T\\u0177"] ', '["Bus","given-2","T\\u0177"]'],
    [
      "['O\\'Neil’s (other)', \"Bob's\", 'Bus, tram', '']",
      "['O\\'Neil’s (other)',\"given-2\",'Bus, tram','']",
    ],
    ['[]', '[]'],
    ['[sic] Bob', 'given-2'],
    [
      'Bus/Tŷ;<b>R&amp;D | x</b>;<p class="Bob">Bus</p>;Bob &lt;b@b.org&gt;',
      'Bus/Tŷ;R&amp;D | x;Bus ;given-2',
    ],
    ['Bus (under Tŷ)', 'Bus (under Tŷ)'],
    ['Bus (under Bob)', 'given-2'],
    ['#REF!', '#REF!'],
    ['Bus, tram;Mixed (boat, raft, ferry, etc.);boat', 'Bus, tram;Mixed (boat, raft, ferry, etc.);given-2'],
  ])('there is only that there are some besides the options: %j', async (cell, part) => {
    expect(await toldOf(questionWith(';'), [cell])).toEqual([part]);
  });

  test.each([';', ', ', '|', ' / '])(
    'the reader finds the same ones in what is left as in the cell, with %j between them',
    async (separator) => {
      const cells = fc.sample(anyCell, 4000);
      const told = await toldOf(questionWith(separator), cells);
      const read = (cell: string) => {
        const value = withoutEntities(cell);
        const { meanings, sets } = interpretJoined(options, separator, new Map([[value, 1]]));
        const meaning = meanings.get(value) ?? 0;
        return meaning < 0 ? meaning : sets[meaning];
      };
      for (const [nth, value] of cells.entries())
        expect([value, read(told[nth] ?? '')]).toEqual([value, read(value)]);
      expect(told.filter((cell) => /given-2/u.test(cell)).length).toBeGreaterThan(200);
      expect(told.filter((cell) => /bike|42|of us|B\u00fcs|\[x|\?|\bn\/a\b|word/iu.test(cell))).toEqual([]);
    },
  );

  test.each(['\n', ' ', ' - ', ' and '])('with %j between them all have to be options', async (separator) => {
    const cells = ['Tŷ', ['Bus', 'car, or van', 'Tŷ'].join(separator), `Given${separator}<b>bus</b>`];
    const told = await toldOf(questionWith(separator), cells);
    const read = (value: string) => interpretJoined(options, separator, new Map([[value, 1]])).sets;
    expect(told.map(read)).toEqual(cells.map(read));
    await expect(toldOf(questionWith(separator), [`Bus${separator}my own bike`])).rejects.toThrow(
      'In "Q" is an answer that is none of its options, and cannot be cut out: list it, or put one of ; , | / between the answers.',
    );
  });
});

describe.skipIf(duckdb === undefined)('of one answer in a cell', () => {
  const own = [
    'my hedge',
    'Bob',
    'b@b.org',
    '07700 900123',
    '\u6811\u7bf1',
    '\u0438 \u0432\u0441\u0451',
    '&#24352;',
    '!',
  ];
  const around = [
    '',
    '',
    '',
    ' ',
    '\u00a0',
    '<b>',
    '</b>',
    '<br/>',
    '<Bob>',
    '<b Bob>',
    '&nbsp;',
    '\u200b',
    '&#160;',
  ];
  const joints = [' / ', ';', ', ', ' and ', ' (', '-', ' ', ': ', ' &amp; '];
  const cellsOf = (words: readonly string[]) => {
    const piece = fc.tuple(
      fc.constantFrom(...around),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...own)),
      fc.constantFrom(...around),
    );
    const several = fc.tuple(piece, fc.constantFrom(...joints), piece, fc.constantFrom('', ')'));
    const any = fc.oneof(
      { weight: 3, arbitrary: piece.map((all) => all.join('')) },
      several.map((all) => all.flat().join('')),
    );
    return fc.sample(any, 3000);
  };

  test.each([
    [
      'agreement',
      [
        'Agree',
        'strongly agree',
        'Cytuno',
        'don’t know',
        'Don&rsquo;t know',
        'N/A',
        'Neutral',
        'Neither agree nor disagree',
      ],
    ],
    [
      'yes-no',
      ['Yes', 'NO', 'Na', 'Ydw', 'Not sure', 'Maybe', 'No opinion / not applicable', 'Prefer not to say'],
    ],
  ])('the reader finds the same on the scale %s', async (scale, words) => {
    const question = `{ id: q, kind: scale, scale: ${scale}, column: Q }`;
    const cells = cellsOf(words);
    const told = await toldOf(question, cells);
    const [asked] = surveyWith(question).questions;
    if (asked?.kind !== 'scale') return;
    const read = (values: readonly string[]) => {
      const { meanings, options } = interpretScale(asked, new Map(values.map((value) => [value, 1])));
      return values.map((value) => options[meanings.get(value) ?? -9]?.label ?? meanings.get(value));
    };
    const [before, after] = [read(cells.map(withoutEntities)), read(told.map(withoutEntities))];
    for (const [nth, cell] of cells.entries()) expect([cell, after[nth]]).toEqual([cell, before[nth]]);
    expectNoWords(told);
  });

  test('the reader finds the same options', async () => {
    const options = ['Tŷ / House', 'R&D', "O'Neil – “café”", 'Given', 'Other (please say)', '£5,000+', '5'];
    const question = JSON.stringify({
      id: 'q',
      kind: 'choice',
      column: 'Q',
      options,
      merge: { Given: ['Flat'] },
    });
    const spelt = [
      'TY\u0302 /  house',
      'R&amp;D',
      'r<i>&</i>d',
      'O’neil - "CAF\u00c9"',
      '&pound;5,000+',
      'flat',
      '5.0',
      '5.01',
      'Café',
    ];
    const cells = cellsOf([...options, ...spelt]);
    const told = await toldOf(question, cells);
    const [asked] = surveyWith(question).questions;
    if (asked?.kind !== 'choice') return;
    const read = (cell: string) => {
      const value = withoutEntities(cell);
      return interpretChoice(asked, new Map([[value, 1]])).meanings.get(value);
    };
    for (const [nth, cell] of cells.entries())
      expect([cell, read(told[nth] ?? '')]).toEqual([cell, read(cell)]);
    expectNoWords(told);
  });

  test('the reader finds the same numbers', async () => {
    const numbers = [
      '7',
      '1,200',
      '-3',
      '\u22123',
      '.5',
      '1e+05',
      '2.5E-4',
      '12%',
      '5 years',
      '1 2',
      '+7',
      '3,5',
    ];
    const cells = cellsOf(numbers);
    const told = await toldOf('{ id: q, kind: number, column: Q }', cells);
    const read = (cell: string) => {
      const value = withoutEntities(cell);
      const { meanings, values } = interpretNumbers(new Map([[value, 1]]));
      return values[meanings.get(value) ?? -9] ?? meanings.get(value);
    };
    for (const [nth, cell] of cells.entries())
      expect([cell, read(told[nth] ?? '')]).toEqual([cell, read(cell)]);
    expectNoWords(told);
  });

  test('the reader finds the same days', async () => {
    const dates = [
      ...[
        '2024-03-05',
        '2024/3/5',
        '20240305',
        '05/03/2024',
        '5.3.24',
        '13/03/2024',
        '2024-03-05T10:05:00Z',
        '5/3/2024 10:05',
      ],
      ...[
        '5 March 2024',
        '5th of Mar, 2024',
        'Tuesday, 5-MAR-2024',
        'Mar 5 2024',
        'March 5th, 2024 10:05',
        'Tue 5 Mar 10:05:00 2024',
      ],
      ...[
        '31 Febr 2024',
        '5 Marc 2024',
        '5 marigolds 2024',
        '07700-900-123',
        '5/3/2024/7',
        '99999999',
        '2024-03-05-06',
        '5/3/20245',
      ],
    ];
    const cells = cellsOf(dates);
    const respondent = 'respondent: { submitted: Sent }\n';
    const told = await toldOf('{ id: q, kind: text, column: Q }', cells, { respondent });
    for (const order of ['13/03/2024', '03/13/2024', ''])
      expect(readDates([order, ...told])).toEqual(readDates([order, ...cells.map(withoutEntities)]));
    expectNoWords(told);
    expect(told.join('\n')).not.toMatch(/marigold|07700|10:05|Tue/u);
  });

  /** That nothing is left of what somebody wrote. */
  function expectNoWords(told: readonly string[]): void {
    expect(
      told.filter((cell) => /hedge|Bob|b\.org|07700 900123|[\u0400-\u04ff\u4e00-\u9fff]|24352|!/u.test(cell)),
    ).toEqual([]);
    expect(told.filter((cell) => cell.startsWith('given')).length).toBeGreaterThan(300);
  }
});
