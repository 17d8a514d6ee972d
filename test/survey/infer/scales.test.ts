import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { writeDefinition } from '../../../src/survey/definition/write-definition.ts';
import { infer, inferColumn, repeated } from '../../support/infer.ts';
import { collect, countsOf, issuesOf, itemOf } from '../../support/survey.ts';

/** One column of answers beside ids, as `infer` takes it. */
const column = (header: string, cells: readonly string[]) => [
  ['Response ID', header],
  ...cells.map((cell, row) => [`R${row}`, cell]),
];

test('a middle that another set of the scale has too is one of the options', async () => {
  const guess = await inferColumn(
    'Do you support the scheme?',
    repeated({ 'Strongly support': 3, Support: 2, Neutral: 4, Oppose: 2, 'Strongly oppose': 1 }),
  );
  expect(guess?.question).toMatchObject({
    scale: 'support',
    options: ['Strongly support', 'Support', 'Neutral', 'Oppose', 'Strongly oppose'],
  });
});

test.each([
  ['satisfaction', 'Very satisfied, Satisfied, Neutral, Unsatisfied, Very unsatisfied', [2, 2]],
  ['satisfaction', 'Fairly satisfied, Neither satisfied nor unsatisfied, Fairly unsatisfied', [1, 1]],
  ['agreement', 'Completely agree, Somewhat agree, Neutral, Somewhat disagree, Completely disagree', [2, 2]],
  ['agreement', 'Agree strongly, Agree slightly, Neither, Disagree slightly, Disagree strongly', [2, 2]],
  ['support', 'Strongly favour, Favour, Neither favour nor against, Against, Strongly against', [2, 2]],
  ['support', 'Strongly in favor, Somewhat in favor, Neutral, Somewhat against, Strongly against', [2, 2]],
  ['support', 'Strongly favor, Somewhat favor, Somewhat oppose, Strongly oppose', [2, 2]],
  ['support', 'Fully support, Partially support, Do not support', [2, 1]],
])('words for the sides that other forms have are of the scale %s too: %s', async (scale, list, sides) => {
  const answers = list.split(', ');
  const cells = answers.flatMap((label) => Array.from({ length: 10 }, () => label));
  const rows = column('The plan', cells);
  const definition = definitionOf(await infer(rows));
  expect(definition.questions[0]).toMatchObject({ scale, options: answers });
  const responses = await collect(JSON.stringify(definition), [rows]);
  const { nets } = itemOf(analyse(responses), String(definition.questions[0]?.id));
  const rated = nets.filter(({ side }) => side !== 'neutral').map(({ figure }) => figure.count);
  expect(rated).toEqual(sides.map((side) => side * 10));
});

test('what one of many wrote in place of an answer of a scale is an issue, and the scale stays', async () => {
  const answers = {
    'Strongly agree': 20,
    Agree: 19,
    Disagree: 10,
    'Strongly disagree': 8,
    'Cash payment': 1,
  };
  const rows = column('I trust the wallet', repeated(answers));
  const definition = definitionOf(await infer(rows));
  expect(definition.questions[0]).toMatchObject({ scale: 'agreement' });
  const responses = await collect(JSON.stringify(definition), [rows]);
  expect(issuesOf(responses, 'unknown-answer').map(({ value }) => value)).toEqual(['Cash payment']);
  const { nets } = itemOf(analyse(responses), String(definition.questions[0]?.id));
  expect(nets.map(({ figure }) => [figure.count, figure.base])).toEqual([
    [39, 57],
    [18, 57],
  ]);
  const kindOf = async (stray: Record<string, number>) =>
    (await inferColumn('I trust the wallet', repeated({ ...answers, ...stray })))?.question.kind;
  expect(await kindOf({ 'Cash payment': 2 })).toBe('choice');
  expect(await kindOf({ 'A card': 1 })).toBe('choice');
});

test('three points are three, once many have answered', async () => {
  const guess = (times: number) =>
    inferColumn(
      'Do you support it?',
      repeated({ Support: 2 * times, Neutral: times, Oppose: times, "Don't know / Not applicable": 1 }),
    );
  expect((await guess(10))?.question).toMatchObject({
    scale: 'support',
    options: ['Support', 'Neutral', 'Oppose', "Don't know / Not applicable"],
  });
  expect((await guess(2))?.question).toMatchObject({
    options: [
      'Strongly support',
      'Support',
      'Neutral',
      'Oppose',
      'Strongly oppose',
      "Don't know / Not applicable",
    ],
  });
});

test('thirty are many, and twenty-nine are not', async () => {
  const optionsOf = async (neutral: number) => {
    const answers = repeated({ Support: 12, Neutral: neutral, Oppose: 8 });
    const { question } = (await inferColumn('Do you support it?', answers)) ?? {};
    return question !== undefined && 'options' in question ? question.options : undefined;
  };
  expect(await optionsOf(10)).toEqual(['Support', 'Neutral', 'Oppose']);
  expect(await optionsOf(9)).toHaveLength(5);
});

test('Yes, No and Neither say nothing of clarity, unless that was asked', async () => {
  const cells = repeated({ Yes: 30, Neither: 8, No: 9 });
  expect((await inferColumn('Do you like the park?', cells))?.question.kind).toBe('choice');
  expect((await inferColumn('Is the plan clear?', cells))?.question).toMatchObject({ scale: 'clarity' });
});

describe('options that nobody chose', () => {
  test.each([
    ['Very important', 'Fairly important', 'Not important'],
    ['Very important', 'Important', 'Not important'],
    ['Very satisfied', 'Quite satisfied', 'Not satisfied'],
    ['Very clear', 'Somewhat clear', 'Not clear'],
  ])('are none of the three points %s, %s, %s', async (very, mild, not) => {
    const guess = await inferColumn('How do you rate it?', repeated({ [very]: 3, [mild]: 2, [not]: 1 }));
    expect(guess?.question).toMatchObject({ kind: 'scale', options: [very, mild, not] });
  });

  test('are left out where several sets of a scale have those that somebody chose', async () => {
    const guess = await inferColumn(
      'Do you agree?',
      repeated({ 'Slightly agree': 9, 'Definitely agree': 5, Disagree: 4, "Don't know": 2 }),
    );
    expect(guess).toMatchObject({
      question: { options: ['Definitely agree', 'Slightly agree', 'Disagree', "Don't know"] },
      certainty: 'doubtful',
    });
  });

  test('are left out of seven points where nobody of many took what stands between two others', async () => {
    const guess = await inferColumn(
      'Do you agree?',
      repeated({ 'Strongly agree': 30, 'Somewhat agree': 10, Disagree: 2 }),
    );
    expect(guess?.question).toMatchObject({ options: ['Strongly agree', 'Somewhat agree', 'Disagree'] });
  });

  test.each([
    [{ 'Strongly agree': 30, Agree: 20, Disagree: 4 }, 4],
    [{ 'Strongly agree': 30, Agree: 20 }, 4],
    [{ 'Extremely important': 30, 'Very important': 20 }, 5],
    [{ 'Strongly agree': 30, Agree: 9, 'Somewhat agree': 4 }, 6],
  ])('stay with a zero where people were of one mind: %j', async (counts, options) => {
    const guess = await inferColumn('What do you think?', repeated(counts));
    expect(guess?.question).toMatchObject({
      kind: 'scale',
      options: expect.objectContaining({ length: options }),
    });
  });
});

describe('two answers in one cell', () => {
  const cells = repeated({ 'Strongly agree': 90, Agree: 60, Disagree: 40, 'Strongly disagree': 8 });

  test('cost a column its scale no more than any other mistake', async () => {
    const guess = await inferColumn('The plan is fair', [
      ...cells,
      'Agree; Strongly agree',
      'Agree/Disagree',
    ]);
    expect(guess).toMatchObject({ question: { kind: 'scale', scale: 'agreement' }, certainty: 'likely' });
    expect(guess?.question).not.toMatchObject({
      options: expect.arrayContaining(['Agree; Strongly agree']) as unknown,
    });
    expect(guess?.ground).toBe(
      'the answers are of the scale agreement; “Agree/Disagree”, “Agree; Strongly agree” are more than one and not counted',
    );
  });

  test.each([
    [40, 'scale'],
    [60, 'multiple'],
  ])('of a hundred are mistakes up to half of them: %i make it a %s', async (two, kind) => {
    const answers = { 'Agree;Disagree': two, Agree: 60 - two / 2, Disagree: 40 - two / 2 };
    expect((await inferColumn('The plan is fair', repeated(answers)))?.question.kind).toBe(kind);
  });

  test('are no slip where many cells have them', async () => {
    const guess = await inferColumn('Which apply?', [
      ...repeated({ 'Agree;Strongly agree': 30, 'Agree;Disagree': 20, Agree: 20, 'Strongly agree': 9 }),
    ]);
    expect(guess?.question.kind).toBe('multiple');
  });
});

describe('a misspelt answer', () => {
  const answers = { 'strongly agree': 30, agree: 20, disagree: 9 };
  const ground = 'the scale agreement, but for “stronlgy agree”, perhaps “Strongly agree” misspelt';
  const instead = {
    question: {
      kind: 'scale',
      scale: 'agreement',
      options: ['strongly agree', 'agree', 'disagree', 'Strongly disagree'],
    },
    synonyms: { 'Strongly agree': ['stronlgy agree'] },
  };

  test('costs a question its scale no more than two answers in a cell, and is an issue', async () => {
    const rows = column(
      'The plan is fair',
      repeated({ ...answers, 'stronlgy agree': 2, 'agree; disagree': 1 }),
    );
    const inference = await infer(rows);
    expect(inference.questions).toMatchObject([
      {
        question: instead.question,
        certainty: 'doubtful',
        ground: `${ground}; “agree; disagree”, which is more than one: an issue, and not counted`,
        instead,
      },
    ]);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    expect(issuesOf(responses, 'unknown-answer')).toMatchObject([
      { value: 'stronlgy agree', suggestion: 'strongly agree' },
    ]);
    expect(itemOf(analyse(responses), String(inference.questions[0]?.question.id)).base.count).toBe(59);
    const text = writeDefinition(inference, { source: 'a.csv', schema: 'b.json' });
    expect(text).toContain(
      '# If that is what was meant, write, with no space in front, scales: { agreement: { synonyms: { Strongly agree: [ stronlgy agree ] } } }',
    );
  });

  test('leaves a choice, its options in order, where many cells have it, and says what it may mean', async () => {
    const guess = await inferColumn('The plan is fair', repeated({ ...answers, 'stronlgy agree': 9 }));
    expect(guess).toMatchObject({
      question: { kind: 'choice', options: ['strongly agree', 'stronlgy agree', 'agree', 'disagree'] },
      certainty: 'doubtful',
      ground,
      instead,
    });
  });

  test('counts as the answer that it is nearly where nobody has it otherwise, since the form misspells it, and is an issue', async () => {
    const rows = column('The plan is fair', repeated({ ...answers, 'stronlgy disagree': 3 }));
    const inference = await infer(rows);
    expect(inference.questions).toMatchObject([{ question: { kind: 'scale' }, certainty: 'doubtful' }]);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    expect(issuesOf(responses, 'label-variant')).toMatchObject([
      { value: 'stronlgy disagree', suggestion: 'Strongly disagree', count: 3 },
    ]);
    const { base, nets } = itemOf(analyse(responses), String(inference.questions[0]?.question.id));
    expect([base.count, nets.map(({ label, figure }) => `${label} ${figure.count}`)]).toEqual([
      62,
      ['agree 50', 'disagree 12'],
    ]);
    const text = writeDefinition(inference, { source: 'a.csv', schema: 'b.json' });
    expect(text).toMatch(/Strongly disagree: \[ ?stronlgy disagree ?\]|- stronlgy disagree/u);
  });

  test('is not the opposite of an answer', async () => {
    const guess = await inferColumn(
      'How clear is it?',
      repeated({ 'Very satisfied': 30, Satisfied: 20, Dissatisfied: 9, Unsatisfied: 2 }),
    );
    expect(guess?.ground).not.toContain('misspelt');
  });

  test('is not what is a letter or two too far from any', async () => {
    const guess = await inferColumn(
      'The plan is fair',
      repeated({ Agree: 30, Disagree: 20, 'It depends': 9 }),
    );
    expect(guess?.ground).toBe('the scale agreement, but for “It depends”, which is none of its answers');
  });
});

test('another word is no misspelling, and Yes and No beside it are no view on what is clear', async () => {
  const important = await inferColumn(
    'How important is it?',
    repeated({ 'Very important': 4, 'Not too important': 3, 'Not at all important': 2 }),
  );
  expect(important?.ground).toBe(
    'the scale importance, but for “Not too important”, which is none of its answers',
  );
  const renew = await inferColumn('Do you plan to renew?', repeated({ Yes: 5, Undecided: 3, No: 4 }));
  expect(renew).toMatchObject({
    question: { kind: 'choice' },
    ground: 'the same few answers again and again',
  });
});

describe('the names that a form gives to its answers', () => {
  test.each(['_', '-'])(
    'stand for the options of a scale, and the definition says for which: %s',
    async (mark) => {
      const named = (words: string) => words.replaceAll(' ', mark);
      const answers = ['strongly agree', 'neither agree nor disagree', 'dont know'].map(named);
      const inference = await infer(column('fair', [...answers, ...answers, 'agree']));
      expect(definitionOf(inference)).toMatchObject({
        questions: [
          {
            scale: 'agreement',
            options: [
              'Strongly agree',
              'agree',
              'Neither agree nor disagree',
              'Disagree',
              'Strongly disagree',
              "Don't know",
            ],
          },
        ],
        scales: {
          agreement: {
            synonyms: {
              'Strongly agree': [answers[0]],
              'Neither agree nor disagree': [answers[1]],
              "Don't know": [answers[2]],
            },
          },
        },
      });
    },
  );

  test('are 1 and 0 on Typeform, and nowhere else', async () => {
    const cells = repeated({ 1: 5, 0: 3 });
    const there = await infer(column('Are you under 18?', cells), 'typeform');
    expect(definitionOf(there)).toMatchObject({
      questions: [{ kind: 'scale', scale: 'yes-no', options: ['Yes', 'No'] }],
      scales: { 'yes-no': { synonyms: { Yes: ['1'], No: ['0'] } } },
    });
    expect((await inferColumn('Are you under 18?', cells))?.question.kind).toBe('choice');
  });

  test('are a choice, marked doubtful, where they are codes', async () => {
    const guess = await inferColumn('prio', repeated({ A2: 9, A1: 5, A10: 3, '-oth-': 2 }));
    expect(guess).toMatchObject({
      question: { kind: 'choice', options: ['A1', 'A2', 'A10', '-oth-'] },
      certainty: 'doubtful',
    });
    expect(guess?.ground).toContain('what each stands for is not in the file');
  });
});

test.each(['5 - Strongly agree', '5. Strongly agree', 'Strongly agree (5)'])(
  'answers with a number, such as %s, are of the scale',
  async (strongest) => {
    const written = (label: string, nth: number) =>
      strongest.replace('Strongly agree', label).replace('5', String(nth));
    const [no, , agree, strongly] = ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'].map(
      (label, nth) => written(label, nth + 1),
    );
    const inference = await infer(
      column(
        'The plan is fair',
        repeated({ [strongly ?? '']: 4, [agree ?? '']: 3, [no ?? '']: 3, "Don't know": 1 }),
      ),
    );
    expect(inference.questions).toMatchObject([
      {
        question: { kind: 'scale', scale: 'agreement' },
        synonyms: { 'Strongly agree': [strongly], Agree: [agree] },
      },
    ]);
  },
);

test('importance may be somewhat of either', async () => {
  const answers = ['Very important', 'Somewhat important', 'Neither important nor unimportant'];
  const { questions } = await infer(
    column(
      'How important is it?',
      repeated({ ...Object.fromEntries(answers.map((one) => [one, 3])), 'Somewhat unimportant': 2 }),
    ),
  );
  expect(questions).toMatchObject([{ question: { kind: 'scale', scale: 'importance' } }]);
});

test('importance may be rather of either, without a middle', async () => {
  const answers = ['Very important', 'Rather important', 'Rather unimportant', 'Not important'];
  const { questions } = await infer(
    column('How important is it?', repeated(Object.fromEntries(answers.map((one) => [one, 3])))),
  );
  expect(questions).toMatchObject([{ question: { kind: 'scale', scale: 'importance' } }]);
});

describe('what no form offers', () => {
  const views = { 'Strongly agree': 9, Agree: 8, Disagree: 7 };

  test.each([
    '#NAME?',
    '#REF!',
    '#DIV/0!',
    '#Value!',
    '60% agree',
    '17 agree',
    'Agree: 8',
    '12',
    '7',
    '9/20',
    'A: 17, D: 7',
  ])('%s is an error beside the answers of a scale, and not counted', async (odd) => {
    const table = column('The plan is fair', repeated({ ...views, [odd]: 1 }));
    const inference = await infer(table);
    expect(inference.questions[0]).toMatchObject({
      question: { scale: 'agreement' },
      certainty: 'doubtful',
      ground: expect.stringContaining(`“${odd}” is no answer and not counted`) as unknown,
    });
    const responses = await collect(JSON.stringify(definitionOf(inference)), [table]);
    expect(issuesOf(responses, 'unknown-answer')).toMatchObject([{ value: odd, count: 1 }]);
    const counts = countsOf(itemOf(analyse(responses), String(inference.questions[0]?.question.id)));
    expect(Object.fromEntries(counts)).toMatchObject(views);
  });

  test.each(['#NAME?', '#REF!'])('%s is no option of a choice either', async (odd) => {
    const table = column('Which bus?', repeated({ 'Number 1': 9, 'Number 2': 8, [odd]: 7 }));
    const definition = definitionOf(await infer(table));
    const responses = await collect(JSON.stringify(definition), [table]);
    expect(issuesOf(responses, 'unknown-answer')).toMatchObject([{ value: odd, count: 7 }]);
  });

  test.each<[string, Record<string, number>]>([
    [
      'numbers before the answers',
      { '1. Strongly agree': 20, '2. Agree': 10, '4. Disagree': 8, '5. Strongly disagree': 1 },
    ],
    ['a number before one who does not know', { '1. Agree': 20, '2. Disagree': 10, "3. Don't know": 1 }],
    ['points between the ends', { 'Very satisfied': 17, 4: 2, 'Very dissatisfied': 1 }],
    ['points with words at the ends', { '5 - Very satisfied': 40, 4: 2, 3: 1, '1 - Very dissatisfied': 9 }],
    ['ten points', { 'Not at all likely': 40, 9: 2, 10: 1, 'Extremely likely': 30 }],
    ['words that begin with a number', { Yes: 30, No: 20, '3 days a week': 1, '50/50': 2 }],
    ['years', { Yes: 30, No: 20, 'Yes: 2018': 1 }],
  ])('%s are answers', async (_, answers) => {
    const { questions } = await infer(column('What do you think of the plan?', repeated(answers)));
    expect(questions[0]?.ground).not.toContain('no answer');
  });

  test('a figure that comes again and again is the code of an option', async () => {
    const inference = await infer(column('The plan is fair', repeated({ ...views, 13: 3 })));
    expect(inference.questions[0]?.question.kind).toBe('choice');
  });
});

describe('a word for no reply', () => {
  const answers = { 'Strongly agree': 4, Agree: 3, Disagree: 3 };

  test.each(['-', '–', 'Unanswered', 'No response', 'NULL', 'Heb ei ateb', 'ddim ateb', 'NR'])(
    '%s is no option of a scale',
    async (word) => {
      const inference = await infer(column('The plan is fair', repeated({ ...answers, [word]: 2 })));
      expect(inference.blank).toEqual([word]);
      expect(definitionOf(inference)).toMatchObject({ blank: [word], questions: [{ scale: 'agreement' }] });
    },
  );

  test.each(['Cannot say', 'N/A', 'n.a.', 'Not sure', 'Dont know'])(
    'but %s is an answer that gives no view',
    async (word) => {
      const inference = await infer(column('The plan is fair', repeated({ ...answers, [word]: 2 })));
      expect(inference.blank).toEqual([]);
      expect(inference.questions[0]?.question).toMatchObject({
        scale: 'agreement',
        options: expect.arrayContaining([word]) as unknown,
      });
    },
  );

  test('is no answer that Kobo names after “Don’t know”, which gives no view', async () => {
    const guess = await inferColumn('Do you have a job?', repeated({ no: 9, yes: 5, don_t_know: 2 }));
    expect(guess?.question).toMatchObject({ kind: 'scale', scale: 'yes-no' });
  });

  test('is NA where R wrote the file: no cell is blank, and columns of all sorts have it', async () => {
    const headers = ['The plan is fair', 'It is clear', 'Which bus?', 'Why?', 'Ward'];
    const rows = [
      ['Agree', 'NA', 'A1', 'because', 'North'],
      ['Disagree', 'Agree', 'NA', 'NA', 'South'],
      ['NA', 'Agree', 'A2', 'it is', 'North'],
      ['Agree', 'Disagree', 'A2', 'NA', 'South'],
    ];
    expect((await infer([headers, ...rows])).blank).toEqual(['NA']);
    expect((await infer([headers, ...rows, ['', 'Agree', 'A1', 'NA', 'North']])).blank).toEqual([]);
    const grid = rows.map((row) => row.slice(0, 2));
    expect((await infer([headers.slice(0, 2), ...grid])).blank).toEqual([]);
  });

  test('is NA where R wrote nearly every blank cell so, though a few are blank', async () => {
    const words = [
      ['Agree', 'Disagree'],
      ['Bus', 'Tram'],
      ['Clear', 'Unclear'],
      ['North', 'South'],
    ];
    const headers = [
      'Age',
      ...words.map((_, nth) => `Q${nth}`),
      ...[1, 2, 3, 4].map((nth) => `Visits ${nth}`),
      'Why?',
    ];
    const rowsOf = (blanks: number) =>
      Array.from({ length: 24 }, (_, n) =>
        [
          n % 5 === 0 ? 'NA' : String(20 + n),
          ...words.map((pair, nth) => (n % (nth + 4) === 0 ? 'NA' : (pair[n % 2] ?? ''))),
          ...[1, 2, 3, 4].map((nth) => (n % (nth + 3) === 0 ? 'NA' : String(n * nth))),
          n % 2 === 0 ? 'NA' : `why ${n}`,
        ].map((cell, nth) => (n === 7 && nth > 0 && nth <= blanks ? '' : cell)),
      );
    expect((await infer([headers, ...rowsOf(1)])).blank).toEqual(['NA']);
    // Two columns of ten may have been left blank beside an option that is called so.
    expect((await infer([headers, ...rowsOf(2)])).blank).toEqual([]);
    const views = rowsOf(1).map((row) => [...row.slice(1, 5), ...row.slice(1, 5), ...row.slice(1, 5)]);
    const statements = Array.from({ length: 12 }, (_, nth) => `Statement ${nth}`);
    expect((await infer([statements, ...views])).blank).toEqual([]);
  });

  test('is NA among more numbers than a scale has points, where nothing else has it', async () => {
    const rows = (top: number, view = 'Agree') =>
      Array.from({ length: 60 }, (_, n) => [
        n % 9 === 0 ? 'NA' : String(n % top),
        n % 2 === 0 ? 'Disagree' : view,
        n === 5 ? '' : `why ${n}`,
      ]);
    const headers = ['How many visits?', 'View', 'Why?'];
    const { blank, questions } = await infer([headers, ...rows(13)]);
    expect([blank, questions[0]?.question.kind]).toEqual([['NA'], 'number']);
    // Beside the points of a scale, or another answer, it is not applicable.
    expect((await infer([headers, ...rows(11)])).blank).toEqual([]);
    expect((await infer([headers, ...rows(13, 'NA')])).blank).toEqual([]);
  });

  test('is NA where codes and amounts have it in place of every blank cell, and words do not', async () => {
    const row = (n: number, code: string) => [
      n % 9 === 0 ? 'NA' : code,
      ...[13, 17, 19].map((top) => (n % 7 === 0 ? 'NA' : n % 8 === 0 ? '1e+05' : String((n % top) * 5))),
      n % 5 === 0 ? `why ${n}` : '',
    ];
    const file = (code: (n: number) => string) => [
      ['Q1', 'Rent', 'Fuel', 'Food', 'Why?'],
      ...Array.from({ length: 90 }, (_, n) => row(n, code(n))),
    ];
    const { blank, questions } = await infer(file((n) => String(n % 3)));
    expect([blank, ...questions.map(({ question }) => question.kind)]).toEqual([
      ['NA'],
      ...['choice', 'number', 'number', 'number', 'text'],
    ]);
    expect((await infer(file((n) => (n % 4 === 0 ? '' : String(n % 3))))).blank).toEqual([]);
    expect((await infer(file((n) => (n % 2 === 0 ? 'Yes' : 'No')))).blank).toEqual([]);
    const [[, ...amounts] = [], ...rated] = file((n) => String(n % 3));
    expect((await infer([['Rate it (NA = do not use it)', ...amounts], ...rated])).blank).toEqual([]);
  });

  test('is NA among numbers in a file that holds nothing else, and not beside words', async () => {
    const codes = [
      ['Q1', 'Q2', 'T_age'],
      ...['1', '2', '2', 'NA', '3', '1'].map((one, row) => [one, String(3 - (row % 3)), '4']),
      ['3', '2', 'NA'],
      ['2', '1', '5'],
    ];
    expect((await infer(codes)).blank).toEqual(['NA']);
    const withWords = codes.map((row, n) => [...row, n === 0 ? 'Area' : n % 2 === 0 ? 'North' : 'South']);
    expect((await infer(withWords)).blank).toEqual([]);
  });

  test('is a word in brackets that R writes for it', async () => {
    const given = repeated({ Junior: 6, Senior: 4, '(Missing)': 1 });
    const { blank, questions } = await infer(column('Which are you?', given));
    expect(blank).toEqual(['(Missing)']);
    expect(questions[0]?.question.kind).toBe('choice');
  });

  test.each([
    ['-1, beside options in words', { Yes: 6, No: 4, '-1': 3 }, ['-1']],
    ['-99 and -77, among numbers', { 1: 4, 2: 4, 3: 5, '-99': 2, '-77': 3 }, ['-99', '-77']],
    ['-1, among numbers, which may be one', { 1: 4, 2: 4, 3: 5, '-1': 3 }, []],
    ['-66, beside numbers below nought', { 10: 4, '-12': 4, 3: 5, '-66': 3 }, []],
    ['-9, said once', { Yes: 6, No: 4, '-9': 1 }, []],
  ])('is a number that says so in programs of statistics: %s', async (_, given, blank) => {
    expect((await infer(column('Do you use them?', repeated(given)))).blank).toEqual(blank);
  });

  test('is no number of a scale that goes below nought, whatever stands beside it elsewhere', async () => {
    const scale = ['-2', '-1', '0', '1', '2', '-1'];
    const words = ['Yes', 'No', '-1', 'Yes', 'No', '-1'];
    const inference = await infer([['Change', 'Own?'], ...scale.map((cell, n) => [cell, words[n] ?? ''])]);
    expect(inference.blank).toEqual([]);
  });

  test('may be an answer where no scale is', async () => {
    const inference = await infer(
      column('What did the council do?', repeated({ 'Sent somebody': 5, 'No response': 4, Wrote: 4 })),
    );
    expect(inference.blank).toEqual([]);
  });
});

describe('answers in Welsh and in English', () => {
  const optionsOf = async (cells: readonly string[]) => {
    const guess = await inferColumn('Do you agree with the plan?', cells);
    expect(guess?.question).toMatchObject({ kind: 'scale', scale: 'agreement' });
    return guess?.question.kind === 'scale' ? guess.question.options : undefined;
  };
  const welsh = { Cytuno: 9, Anghytuno: 4, 'Cytuno’n gryf': 3, 'Anghytuno’n gryf': 2 };

  test('are options in English, however many chose the Welsh, and in Welsh where nobody wrote English', async () => {
    const english = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'];
    expect(await optionsOf(repeated({ ...welsh, Agree: 4, 'Strongly agree': 5 }))).toEqual(english);
    expect(await optionsOf(repeated(welsh))).toEqual([
      'Cytuno’n gryf',
      'Cytuno',
      'Anghytuno',
      'Anghytuno’n gryf',
    ]);
  });

  test('are spelt alike in whatever order the rows are', async () => {
    const cells = [
      ...repeated({ 'Agree / Cytuno': 2, 'Cytuno / Agree': 2, 'cytuno / agree': 2 }),
      'Disagree',
    ];
    expect(await optionsOf(cells)).toEqual(await optionsOf(cells.toReversed()));
  });
});

describe('two answers of a scale in one cell are a mistake, however often it was made', () => {
  const once = { 'Strongly agree': 8, Agree: 12, Disagree: 5, 'Strongly disagree': 4 };

  test.each([
    'Agree;Disagree',
    'Agree, Disagree',
    'Agree and Disagree',
    'Agree/Disagree',
    'Agree + Disagree',
    'Agree or Disagree',
    'Agree Disagree',
    'Strongly disagree Agree',
  ])('%s', async (both) => {
    const rows = column('How far do you agree?', repeated({ ...once, [both]: 9 }));
    const inference = await infer(rows);
    expect(inference.questions).toMatchObject([{ question: { kind: 'scale', scale: 'agreement' } }]);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    expect(countsOf(itemOf(analyse(responses), String(inference.questions[0]?.question.id)))).toEqual([
      ...Object.entries(once),
    ]);
    expect(issuesOf(responses, 'several-answers')).toMatchObject([{ value: both, count: 9 }]);
  });

  test('but not what is one of them without its end', async () => {
    const rows = column('How far do you agree?', repeated({ ...once, 'Neither agree': 2, Neither: 3 }));
    const responses = await collect(JSON.stringify(definitionOf(await infer(rows))), [rows]);
    expect(issuesOf(responses, 'several-answers')).toEqual([]);
  });

  test('but not where the question asks for several', async () => {
    const asked = 'How do you feel about it? Tick all that apply';
    const cells = repeated({ ...once, 'Agree;Strongly agree': 9, 'Disagree;Strongly disagree': 8 });
    expect((await inferColumn(asked, cells))?.question.kind).toBe('multiple');
  });
});

test('a statement that all agree with is one of those that others rate beside it, unless it gives consent', async () => {
  const rows = repeated({ Agree: 9, Disagree: 3 }).map((rated) => [rated, 'Agree', rated, 'Agree']);
  const headers = [
    'The plan is fair',
    'The plan is clear',
    'The plan is cheap',
    'I consent to my data being kept',
  ];
  const { questions } = await infer([headers, ...rows]);
  expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([
    ['scale', 3],
    ['choice', 1],
  ]);
});

test.each([
  ['is no view of theirs', 'N/A', ['N/A', 'N/A']],
  ['only one of them gave', 'Any comments?', ['Agree']],
])('but not what all answer alike where it %s', async (_, header, answers) => {
  const rated = repeated({ Agree: 6, Disagree: 3, 'N/A': 3 });
  const rows = rated.map((one, nth) => [one, answers[nth] ?? '', one]);
  const { questions } = await infer([['The plan is fair', header, 'The plan is cheap'], ...rows]);
  expect(
    questions.filter(({ question: { kind } }) => kind === 'scale').flatMap(({ columns }) => columns),
  ).toEqual(['The plan is fair', 'The plan is cheap']);
});
