import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeEach(() => {
  place = sandbox();
});
afterEach(() => place.remove());

interface Result {
  readonly inputs: readonly { readonly encoding: string }[];
  readonly questions: readonly {
    readonly items: readonly {
      readonly states: Readonly<Record<string, number>>;
      readonly options: readonly { readonly label: string; readonly count: number }[];
    }[];
  }[];
  readonly issues: readonly {
    readonly code: string;
    readonly examples: readonly Readonly<Record<string, string | number>>[];
  }[];
}

type Examples = Result['issues'][number]['examples'];

async function run(content: string | Uint8Array, definition: string, options = '') {
  place.write('export.csv', content);
  place.write('survey.yaml', `title: T\n${definition}\n`);
  return place.run(`soundings analyse export.csv -f json ${options}`);
}

/** What the program makes of an export: counts and states by item, and examples of each issue. */
async function analyse(content: string | Uint8Array, definition: string, options = '') {
  const { stdout, stderr, exitCode } = await run(content, definition, options);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const { questions, issues, inputs } = JSON.parse(stdout) as Result;
  const items = questions.flatMap((question) => question.items);
  const examples: Readonly<Record<string, Examples>> = Object.fromEntries(
    issues.map((issue) => [issue.code, issue.examples]),
  );
  return {
    counts: items.map((item) => Object.fromEntries(item.options.map(({ label, count }) => [label, count]))),
    states: items.map((item) => item.states),
    issues: examples,
    encoding: inputs[0]?.encoding,
  };
}

const choice = 'questions: [{ id: q, kind: choice, column: Q }]';
const agreement = 'questions: [{ id: q, kind: scale, scale: agreement, column: Q }]';

describe('a label in several spellings', () => {
  test('“Neither agree or disagree” is the mid-point', async () => {
    const { counts, issues } = await analyse(
      'Q\nNeither agree or disagree\nNeither agree nor disagree\nNeutral\nStrongly Agree\n',
      agreement,
    );
    expect(counts[0]).toMatchObject({ 'Neither agree nor disagree': 3, 'Strongly agree': 1 });
    expect(issues['unknown-answer']).toBeUndefined();
  });

  test('“Never ” and “Never” are one option', async () => {
    const { counts } = await analyse('Q\nNever \nNever\nNever\n Often\n', choice);
    expect(counts[0]).toEqual({ Never: 3, Often: 1 });
  });

  test('no-break spaces within a label, and after it, make no other option', async () => {
    const cells = 'Not\u00a0much\nNot much\u00a0\nNot much\n';
    const { counts } = await analyse(`Q\n${cells}`, choice);
    expect(counts[0]).toEqual({ 'Not much': 3 });
  });

  test('a byte order mark inside a cell makes no other option', async () => {
    const { counts } = await analyse('\ufeffQ\n\ufeff1 (None at all)\n1 (None at all)\n2\n', choice);
    expect(counts[0]).toEqual({ '1 (None at all)': 2, '2': 1 });
  });

  test('“stronlgy disagree” is no option, the one that was meant is said, and one line of the definition mends it', async () => {
    const text = 'Q\nstronlgy disagree\nstronlgy disagree\nsomewhat disagree\nneutral\n';
    const before = await analyse(text, agreement);
    expect(before.states[0]).toMatchObject({ option: 2, invalid: 2 });
    expect(before.issues['unknown-answer']).toMatchObject([
      { value: 'stronlgy disagree', suggestion: 'Strongly disagree', row: 1 },
      { value: 'stronlgy disagree', row: 2 },
    ]);
    const line = 'scales: { agreement: { synonyms: { Strongly disagree: [stronlgy disagree] } } }';
    const after = await analyse(text, `${agreement}\n${line}`);
    expect(after.counts[0]).toMatchObject({ 'Strongly disagree': 2 });
    expect(after.states[0]).toMatchObject({ option: 4, invalid: 0 });
  });

  test('an answer in Welsh, and one in both languages, is the option in English', async () => {
    const { counts } = await analyse('Q\nCytuno\nAgree / Cytuno\nAgree\nAnghytuno’n gryf\n', agreement);
    expect(counts[0]).toMatchObject({ Agree: 3, 'Strongly disagree': 1 });
  });
});

describe('several answers in one cell', () => {
  test('a separator at the end is no answer', async () => {
    const { counts, states } = await analyse(
      'Q,R\nBus;Train;,x\nBus;,x\n;,x\n',
      'questions: [{ id: q, kind: multiple, column: Q }]',
    );
    expect(counts[0]).toEqual({ Bus: 2, Train: 1 });
    expect(states[0]).toMatchObject({ option: 2, blank: 1 });
  });

  test('options that hold the separator are options, and write-ins among them are “Other”, once each', async () => {
    const { counts, issues } = await analyse(
      'Q\n"Walking, wheeling or cycling, Car or van, on a horse, slowly"\n"Car or van, Walking, wheeling or cycling"\n',
      'questions: [{ id: q, kind: multiple, column: Q, separator: ", ", options: ["Walking, wheeling or cycling", Car or van] }]',
    );
    expect(counts[0]).toEqual({ 'Walking, wheeling or cycling': 2, 'Car or van': 2, Other: 1 });
    expect(issues['write-in']?.map(({ value }) => value)).toEqual(['on a horse', 'slowly']);
  });

  test('two options where the form said one box only are an error and no answer', async () => {
    const { counts, states, issues } = await analyse('Q\nYes\nNo\n"Yes; No"\n', choice);
    expect(counts[0]).toEqual({ Yes: 1, No: 1 });
    expect(states[0]).toMatchObject({ option: 2, invalid: 1 });
    expect(issues['several-answers']).toMatchObject([
      { value: 'Yes; No', row: 3, message: '“Yes; No” is more than one answer' },
    ]);
  });
});

test('answers left over from a route that the respondent then abandoned are not counted, and are said', async () => {
  const { states, counts, issues } = await analyse(
    'Drives,Where,Rides\nYes,Centre,\nNo,Centre,Bus\nNo,,Bus\n',
    `questions:
  - { id: drives, kind: choice, column: Drives }
  - { id: where, kind: choice, column: Where, asked: { drives: 'Yes' } }
  - { id: rides, kind: choice, column: Rides, asked: { drives: 'No' } }`,
  );
  expect(states[1]).toMatchObject({ option: 1, notAsked: 2 });
  expect(counts[1]).toEqual({ Centre: 1 });
  expect(states[2]).toMatchObject({ option: 2, notAsked: 1 });
  expect(issues['answer-not-asked']).toMatchObject([{ value: 'Centre', row: 2, column: 'Where' }]);
});

test('a scale of which the export holds the codes is refused in two lines', async () => {
  const { stderr, exitCode } = await run('Q\n1\n6\n2\n', agreement);
  expect(exitCode).toBe(2);
  expect(stderr.split('\n')).toEqual([
    'soundings: export.csv: column "Q" holds numbers (1, 2, 6) and no answers of the scale "agreement".',
    expect.stringContaining('Export the responses again with the answers as text'),
    '',
  ]);
});

test('a range that a spreadsheet turned into a date is an answer with a warning', async () => {
  const { counts, issues } = await analyse('Q\n1\n5-Feb\nOct-49\n', choice);
  expect(counts[0]).toEqual({ 1: 1, '5-Feb': 1, 'Oct-49': 1 });
  expect(issues['excel-date']?.map(({ suggestion }) => suggestion)).toEqual(['2–5', '10–49']);
});

describe('bytes of another encoding', () => {
  test('two in a UTF-8 file are said with their lines, and all else is read as UTF-8', async () => {
    const good = 'Zoë — “yes”\n'.repeat(5);
    const bytes = Buffer.concat([Buffer.from(`Q\n${good}No `), Buffer.from([0x8c, 0xe6]), Buffer.from('\n')]);
    const { encoding, counts, issues } = await analyse(bytes, choice);
    expect(encoding).toBe('utf-8');
    expect(counts[0]).toEqual({ 'Zoë — “yes”': 5, 'No \ufffd\ufffd': 1 });
    expect(issues['bad-bytes']).toMatchObject([
      { line: 7, row: 6, message: '2 bytes of the file are not UTF-8 and are read as “\ufffd”' },
    ]);
  });

  test('two in a header are said with their line, and read as Windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('Q,X'), Buffer.from([0x8c, 0xe6]), Buffer.from('\nYes,1\n')]);
    const { encoding, issues } = await analyse(bytes, choice);
    expect(encoding).toBe('windows-1252');
    expect(issues['bad-bytes']).toEqual([
      {
        file: 'export.csv',
        line: 1,
        message: '2 bytes of the file are not UTF-8 and are read as Windows-1252',
      },
    ]);
  });

  test('of an old Macintosh are read wrongly with a warning, and rightly with --encoding', async () => {
    const bytes = Buffer.concat(
      ['Q\nNot much', [0xca], '\nI don', [0xd5], 't know\nNot much\n'].map((part) =>
        Buffer.from(part as string),
      ),
    );
    const before = await analyse(bytes, choice);
    expect(before.counts[0]).toEqual({ 'Not muchÊ': 1, 'Not much': 1, 'I donÕt know': 1 });
    expect(before.issues['mac-roman']).toMatchObject([{ line: 2, row: 1 }]);
    const after = await analyse(bytes, choice, '--encoding macintosh');
    expect(after.counts[0]).toEqual({ 'Not much': 2, 'I don’t know': 1 });
    expect(after.issues['mac-roman']).toBeUndefined();
  });
});

test('an option that has two columns is one, and a code is a tick where nothing else stands there', async () => {
  const { counts, states, issues } = await analyse(
    'Uses - Strimzi,Uses - Helm,Uses - Strimzi,R\nStrimzi,8,Strimzi,1\n,8,Strimzi,2\n,,,3\n',
    'questions: [{ id: q, kind: multiple, columns: [Uses - Strimzi, Uses - Helm, Uses - Strimzi (2)] }]',
  );
  expect(counts[0]).toEqual({ Strimzi: 2, Helm: 2 });
  expect(states[0]).toMatchObject({ option: 2, blank: 1 });
  expect(issues['option-twice']).toMatchObject([{ value: 'Strimzi' }]);
  expect(issues['tick-value']).toMatchObject([
    { value: '8', message: '“8” is counted as a tick' },
    { value: '8' },
  ]);
});

test('letters that were encoded twice are warned of, with the column, and letters of any language are not', async () => {
  const questions =
    'questions: [{ id: use, kind: choice, column: Use }, { id: why, kind: choice, column: Why }]';
  const written = 'Use,Why\nDonâ€™t know,Â£5\nDon’t know,£5\nDonâ€™t know,cafÃ©\n';
  const { issues, counts } = await analyse(written, questions);
  expect(issues['encoded-twice']).toMatchObject([
    { column: 'Use', value: 'Donâ€™t', row: 1, line: 2 },
    { column: 'Why', value: 'Â£5', row: 1, line: 2 },
  ]);
  expect(counts[0]).toEqual({ 'Donâ€™t know': 2, 'Don’t know': 1 });
  const languages = 'NÃO,AMANHÃ\nchâteau – 5 €,“Â”\nÅngström,Å\n20 °C,Pâté\nMAÇÃ »,tŷ\n';
  expect((await analyse(`Use,Why\n${languages}`, questions)).issues['encoded-twice']).toBeUndefined();
});

test('what stands in a column that is no question is not quoted, though its letters were encoded twice', async () => {
  place.write('export.csv', 'First name,Use\nSÃ¸ren,Daily\nAnn,Weekly\nBen,Daily\n');
  const { stdout, stderr } = await place.run('soundings analyse export.csv -f json');
  expect(stdout).toContain('"Daily"');
  expect(stdout + stderr).not.toContain('SÃ¸ren');
});
