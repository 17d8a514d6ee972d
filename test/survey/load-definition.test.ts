import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { builtInScales } from '../../src/survey/labels/scales.ts';
import type { Question, Survey } from '../../src/survey/survey.ts';

const everyKey = readFileSync(new URL('every-key.yaml', import.meta.url), 'utf8');

function load(text: string): Survey {
  return loadDefinition(text, 'survey.yaml');
}

/** The only question of a definition, from the lines of the question and of what else the definition has. */
function loadQuestion(question: string, rest = ''): Question {
  const [first] = load(`title: T\nquestions:\n  - ${question}\n${rest}`).questions;
  if (first === undefined) throw new Error('no question');
  return first;
}

function loadScale(scales: string, name = 'mine') {
  const question = loadQuestion(`{ id: a, kind: scale, scale: ${name}, column: A }`, `scales:\n${scales}`);
  if (question.kind !== 'scale') throw new Error(question.kind);
  return question.scale;
}

describe('a definition that has every key', () => {
  const survey = load(everyKey);
  const question = (id: string) => survey.questions.find((one) => one.id === id);

  test('gives the consultation its title and dates', () => {
    expect(survey).toMatchObject({
      file: 'survey.yaml',
      title: 'Refreshed SEND strategy 2021–2025',
      opened: '2023-07-24',
      closed: '2023-08-11',
    });
  });

  test('says which columns are about the respondent', () => {
    expect(survey.respondent).toEqual({
      id: ['Response ID'],
      weight: ['Weight'],
      submitted: ['Submitted'],
      status: { columns: ['Status'], complete: ['Completed'], test: ['Preview'] },
      kind: {
        columns: ['Who'],
        individual: ['Me'],
        organisation: ['Us', 'Club'],
        petition: ['Petition'],
        signatories: ['Signed'],
      },
      test: { columns: ['Distribution'], values: ['preview'] },
      channel: ['Channel'],
      count: ['Responses'],
    });
  });

  test('knows which cells are known to be no answer', () => {
    expect(survey.questions.find(({ id }) => id === 'heard')?.uncounted).toEqual(['None; Post']);
  });

  test('leaves responses out in the order given', () => {
    expect(survey.exclude).toEqual([
      { reason: 'incomplete' },
      { reason: 'duplicate' },
      { reason: 'test' },
      { reason: 'late' },
      { reason: 'campaign' },
      { reason: 'answer', question: 'role', options: ['Staff'] },
    ]);
  });

  test('gives a question with items each of its items', () => {
    expect(question('priorities')).toEqual({
      id: 'priorities',
      kind: 'scale',
      text: 'How strongly do you agree or disagree with refreshed priorities?',
      base: 'answered',
      isBaseGiven: true,
      profile: false,
      scale: builtInScales.get('agreement'),
      items: [
        {
          id: 'quality',
          label: 'Quality assurance framework',
          sentence: 'the refreshed priority to strengthen the quality assurance framework',
          columns: ['Strengthening the quality assurance framework'],
          reversed: true,
        },
      ],
      codes: new Map([
        ['Strongly agree', 5],
        ['Agree', 4],
        ['Neither agree nor disagree', 3],
        ['Disagree', 2],
        ['Strongly disagree', 1],
      ]),
    });
  });

  test('gives a question held in one column one item with the id of the question', () => {
    expect(question('clarity')).toMatchObject({
      text: 'Is it clear what we want to achieve?',
      options: ['Yes', 'No', 'Unsure'],
      items: [
        {
          id: 'clarity',
          label: 'Clarity of aims',
          sentence: 'what we want to achieve from the priority areas',
          columns: ['Is it clear what we want to achieve?', 'Q2'],
        },
      ],
    });
  });

  test('tells answers joined in one column from a column for each option', () => {
    expect(question('heard')).toMatchObject({ separator: ';', items: [{ columns: ['How did you hear?'] }] });
    expect(question('heard')).not.toHaveProperty('optionColumns');
    expect(question('areas')).toMatchObject({
      text: 'areas',
      options: ['North', 'South'],
      optionColumns: [
        { label: 'North', columns: ['North ward'] },
        { label: 'South', columns: ['South ward', 'South'] },
      ],
    });
  });

  test('has the columns of the options of each item, one item after the other', () => {
    expect(question('offers')).toMatchObject({
      items: [
        { id: 'bus', label: 'Bus', columns: [] },
        { id: 'boat', label: 'Boat', columns: ['Boat'] },
      ],
      optionColumns: [
        { label: 'Often', columns: ['Bus - Often'] },
        { label: 'Never', columns: ['Bus - Never', 'Bus never'] },
        { label: 'Often', columns: ['Boat - Often'] },
        { label: 'Never', columns: ['Boat - Never'] },
      ],
    });
  });

  test('keeps what is said of a single question', () => {
    expect(question('age')).toMatchObject({
      kind: 'choice',
      profile: true,
      base: 'answered',
      text: 'Age group',
      population: new Map([
        ['Young', 40],
        ['Old', 60],
      ]),
    });
    expect(question('years')).toMatchObject({
      kind: 'number',
      base: 'all',
      text: 'How long have you been in post?',
      asked: { question: 'role', options: ['Teacher', 'Other'] },
    });
    expect(question('comments')).toMatchObject({
      kind: 'text',
      items: [{ columns: ['Please tell us more'] }],
    });
  });

  test('has breakdowns and report settings', () => {
    expect(survey.breakdowns).toEqual([['role'], ['role', 'age']]);
    expect(survey.report).toEqual({ disclosure: 'standard', decimals: 0, smallBase: 30, minimumBase: 5 });
  });

  test('remembers where each column is named', () => {
    expect(Object.fromEntries(survey.places)).toMatchObject({
      'Response ID': 'survey.yaml:6:7',
      Status: 'survey.yaml:8:21',
      Signed: 'survey.yaml:10:99',
      'Strengthening the quality assurance framework': 'survey.yaml:26:17',
      Q2: 'survey.yaml:34:52',
      South: 'survey.yaml:46:69',
    });
  });
});

test('the shortest definition gets every default', () => {
  const survey = load('title: T\nquestions: [{ id: a, kind: choice, column: "  Your\u00a0 role " }]');
  expect(survey).toEqual({
    file: 'survey.yaml',
    places: new Map([['  Your\u00a0 role ', 'survey.yaml:2:44']]),
    title: 'T',
    respondent: {},
    exclude: [],
    questions: [
      {
        id: 'a',
        kind: 'choice',
        text: 'Your role',
        base: 'answered',
        profile: false,
        items: [{ id: 'a', label: 'Your role', columns: ['  Your\u00a0 role '] }],
      },
    ],
    blank: [],
    breakdowns: [],
    report: { disclosure: 'standard', decimals: 0, smallBase: 50, minimumBase: 0 },
  });
});

test('JSON is read as the same definition, tabs and all', () => {
  const definition = {
    title: 'T',
    questions: [{ id: 'a', kind: 'choice', column: 'A', options: ['Yes', 'No', 2] }],
  };
  const yaml = load('title: T\nquestions:\n  - { id: a, kind: choice, column: A, options: [Yes, No, 2] }');
  for (const space of ['', '  ', '\t']) {
    const json = load(JSON.stringify(definition, undefined, space));
    expect({ ...json, places: yaml.places }).toEqual(yaml);
  }
});

test.each([
  ['a byte order mark', '\ufefftitle: T\nquestions: [{ id: a, kind: text, column: A }]'],
  ['Windows line ends', 'title: T\r\nquestions:\r\n  - { id: a, kind: text, column: A }\r\n'],
  ['old Macintosh line ends', 'title: T\rquestions:\r  - { id: a, kind: text, column: A }\r'],
])('%s makes no difference', (_, text) => {
  expect(load(text)).toMatchObject({ title: 'T', questions: [{ id: 'a' }] });
});

describe('labels that YAML takes for something else', () => {
  test('keep the text in which they are written', () => {
    const options =
      '[1, 010, 1.20, 1e3, 0x1F, True, false, yes, 10-49, 12345678901234567890, .inf, -0, "2.0"]';
    expect(loadQuestion(`{ id: a, kind: choice, column: A, options: ${options} }`)).toMatchObject({
      options: [
        '1',
        '010',
        '1.20',
        '1e3',
        '0x1F',
        'True',
        'false',
        'yes',
        '10-49',
        '12345678901234567890',
        '.inf',
        '-0',
        '2.0',
      ],
    });
  });

  test('may be ids, headers, keys and titles', () => {
    const survey = load(
      'title: 2023\nquestions:\n  - { id: 01, kind: choice, column: 1.10, options: [010, 10] }\n' +
        '  - { id: b, kind: text, column: [2.0], asked: { 01: 010 } }',
    );
    expect(survey.title).toBe('2023');
    expect(survey.questions).toMatchObject([
      { id: '01', items: [{ columns: ['1.10'] }] },
      { items: [{ columns: ['2.0'] }], asked: { question: '01', options: ['010'] } },
    ]);
  });

  test('do not stop true from being true', () => {
    expect(loadQuestion('{ id: a, kind: text, column: A, profile: True }').profile).toBe(true);
  });
});

describe('the text of a question', () => {
  test('is its id where it has items', () => {
    const question = loadQuestion('{ id: a, kind: scale, scale: support, items: [{ id: b, column: B }] }');
    expect(question).toMatchObject({ text: 'a', items: [{ id: 'b', label: 'B' }] });
  });

  test('is what a question in one column is called, without a label', () => {
    const question = loadQuestion(
      '{ id: a, kind: scale, scale: support, column: Q1, text: Do you support it? }',
    );
    expect(question).toMatchObject({ text: 'Do you support it?', items: [{ label: 'Do you support it?' }] });
  });
});

test('base is that of the question, else that of the report', () => {
  const survey = load(
    'title: T\nquestions:\n  - { id: a, kind: text, column: A }\n  - { id: b, kind: text, column: B, base: all }\n' +
      'report: { base: gave-view }',
  );
  expect(survey.questions.map(({ base }) => base)).toEqual(['gave-view', 'all']);
});

test('an option that a rule names is given in the words of its question', () => {
  const survey = load(`title: T
exclude: [{ use: [don’t KNOW, Neutral] }]
questions:
  - { id: a, kind: text, column: A, asked: { use: [STRONGLY  AGREE] } }
  - { id: b, kind: text, column: B, asked: { five: Neither } }
  - { id: use, kind: scale, scale: agreement, column: U }
  - { id: five, kind: scale, scale: agreement, column: F, options: [Agree, Neutral, Disagree] }
`);
  expect(survey.exclude).toEqual([
    { reason: 'answer', question: 'use', options: ["Don't know", 'Neither agree nor disagree'] },
  ]);
  expect(survey.questions.map(({ asked }) => asked?.options)).toEqual([
    ['Strongly agree'],
    ['Neutral'],
    undefined,
    undefined,
  ]);
});

describe('a scale of the definition’s own', () => {
  test('has its own options, and plain words for its sides', () => {
    expect(loadScale('  mine: { positive: [Good, Fine], negative: Bad, synonyms: { Good: Great } }')).toEqual(
      {
        name: 'mine',
        variants: [{ positive: ['Good', 'Fine'], neutral: [], negative: ['Bad'], outside: [] }],
        synonyms: new Map([['Great', 'Good']]),
        words: { positive: 'positive', neutral: 'neither', negative: 'negative' },
        outsideOffered: true,
      },
    );
  });

  test('may be called as some word of the language is', () => {
    expect(loadScale('  constructor: { positive: [A], negative: [B] }', 'constructor').variants).toHaveLength(
      1,
    );
  });
});

describe('a built-in scale under "scales"', () => {
  const builtIn = builtInScales.get('agreement');

  test('has the lists given in place of its own, and only the spellings that still fit', () => {
    const scale = loadScale(
      '  agreement: { positive: Agree, neutral: Neutral, negative: Disagree }',
      'agreement',
    );
    expect(scale.variants).toEqual([
      {
        positive: ['Agree'],
        neutral: ['Neutral'],
        negative: ['Disagree'],
        outside: builtIn?.variants[0]?.outside,
      },
    ]);
    expect(new Set(scale.synonyms.values())).not.toContain('Neither agree nor disagree');
    expect(scale.synonyms.get('N/A')).toBe('Not applicable');
    expect(scale).toMatchObject({ words: builtIn?.words, outsideOffered: false });
  });

  test('gets other words one by one', () => {
    const scale = loadScale('  agreement: { words: { neutral: neutral } }', 'agreement');
    expect(scale.words).toEqual({ positive: 'agree', neutral: 'neutral', negative: 'disagree' });
    expect(scale.variants).toEqual(builtIn?.variants);
  });

  test('gets more spellings', () => {
    const scale = loadScale('  agreement: { synonyms: { strongly AGREE: [Stronlgy agree] } }', 'agreement');
    expect(scale.synonyms.get('Stronlgy agree')).toBe('Strongly agree');
    expect(scale.synonyms.size).toBe((builtIn?.synonyms.size ?? 0) + 1);
  });

  test('no longer offers an option that is made a spelling of another', () => {
    const scale = loadScale('  agreement: { synonyms: { Agree: [Tend to agree] } }', 'agreement');
    expect(scale.synonyms.get('Tend to agree')).toBe('Agree');
    expect(scale.variants.flatMap(({ positive }) => positive)).not.toContain('Tend to agree');
    expect(scale.variants[0]).toEqual(builtIn?.variants[0]);
  });

  test('offers the outside options given, all of them', () => {
    const scale = loadScale('  agreement: { outside: [No idea] }', 'agreement');
    expect(scale.variants.map(({ outside }) => outside)).toEqual(scale.variants.map(() => ['No idea']));
    expect(scale.outsideOffered).toBe(true);
  });
});

test('the same list may stand for the options of many questions', () => {
  const questions = Array.from(
    { length: 300 },
    (_, index) => `  - { id: b${index}, kind: choice, column: A, options: *o }`,
  );
  const first = '  - { id: a, kind: choice, column: A, options: &o [Daily, Weekly, 007] }';
  const survey = load(['title: T', 'questions:', first, ...questions].join('\n'));
  expect(survey.questions.at(-1)).toMatchObject({ id: 'b299', options: ['Daily', 'Weekly', '007'] });
});

test('loading changes no built-in scale', () => {
  const before = structuredClone(builtInScales);
  load(everyKey);
  loadScale('  agreement: { synonyms: { Agree: [Yep] }, words: { neutral: neutral } }', 'agreement');
  expect(builtInScales).toEqual(before);
});
