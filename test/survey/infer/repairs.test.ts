import { describe, expect, test } from 'vitest';
import { infer, inferColumn, repeated } from '../../support/infer.ts';

const ids = (count: number) => Array.from({ length: count }, (_, row) => `R${row}`);

describe('answers are listed in the order of the form', () => {
  test('where a middle stands among degrees of one word', async () => {
    const guess = await inferColumn(
      'Teach others',
      repeated({ 'Very able': 3, Neutral: 2, 'Not at all able': 2, 'Slightly able': 4 }),
    );
    expect(guess?.question).toMatchObject({
      options: ['Very able', 'Slightly able', 'Neutral', 'Not at all able'],
    });
  });

  test('where the worst is a not and the next an opposite', async () => {
    const guess = await inferColumn(
      'How relevant is it?',
      repeated({ 'Very relevant': 3, 'Not relevant': 2, 'Rather irrelevant': 2, 'Rather relevant': 4 }),
    );
    expect(guess?.question).toMatchObject({
      options: ['Very relevant', 'Rather relevant', 'Rather irrelevant', 'Not relevant'],
    });
  });

  test.each([
    ['(1) Vague goals', '(2)', '(5)', '(7) Very clear goals'],
    ['Vague goals (1)', '(2)', '(5)', 'Very clear goals (7)'],
    ['1 - Vague goals', '2', '5', '7 - Very clear goals'],
  ])('where the points are numbered, and the ends have words: %s …', async (...points) => {
    const [first = '', second = '', third = '', last = ''] = points;
    const guess = await inferColumn(
      'How clear are our goals?',
      repeated({ [third]: 9, [last]: 5, [second]: 3, [first]: 2, "Don't know": 6 }),
    );
    expect(guess?.question).toMatchObject({ options: [...points, "Don't know"] });
  });

  test('where one of them is misspelt', async () => {
    const guess = await inferColumn(
      'The plan is good',
      repeated({
        'somewhat disagree': 5,
        'stronlgy disagree': 4,
        'strongly disagree': 3,
        'somewhat agree': 2,
        'strongly agree': 2,
      }),
    );
    expect(guess?.question).toMatchObject({
      kind: 'choice',
      options: [
        'strongly agree',
        'somewhat agree',
        'somewhat disagree',
        'stronlgy disagree',
        'strongly disagree',
      ],
    });
  });
});

test('several answers stand in one cell where nearly all of them are found in other company too', async () => {
  const guess = await inferColumn(
    'What do you look at?',
    repeated({
      Style: 3,
      Correctness: 31,
      'Style, Correctness, Clarity': 23,
      'Correctness, Clarity': 18,
      'N/A': 21,
      'Style, Correctness, Clarity, Wit, charm': 2,
    }),
  );
  expect(guess?.question).toMatchObject({ kind: 'multiple', separator: ', ' });
});

describe('numbers', () => {
  test('are a choice, marked doubtful, where they may be the codes of a long list', async () => {
    const codes = Array.from({ length: 80 }, (_, nth) => `${(nth % 16) * 12}`);
    expect(await inferColumn('List of countries', codes)).toMatchObject({
      question: { kind: 'choice' },
      certainty: 'doubtful',
    });
    expect((await inferColumn('How many miles is it?', codes))?.question.kind).toBe('number');
    expect((await inferColumn('How many miles is it?', [...codes, '.5']))?.question.kind).toBe('number');
  });

  test('are a choice where they are versions', async () => {
    const guess = await inferColumn('Which version do you use?', repeated({ 3.7: 9, 3.8: 5, 2.7: 4 }));
    expect(guess?.question.kind).toBe('choice');
  });

  test('are surely amounts where they leave gaps, and perhaps bands where they count from 1', async () => {
    const gaps = await inferColumn('How many children do you have?', repeated({ 0: 9, 2: 5, 4: 3 }));
    expect(gaps).toMatchObject({ question: { kind: 'number' }, certainty: 'likely' });
    const bands = await inferColumn('How many children do you have?', repeated({ 1: 9, 2: 5, 3: 3 }));
    expect(bands).toMatchObject({ question: { kind: 'number' }, certainty: 'doubtful' });
  });
});

test('who cannot judge stands last among answers that have an order', async () => {
  const guess = await inferColumn(
    'How useful is it?',
    repeated({ 'I was not aware of this': 9, 'Not useful': 2, 'Very useful': 5, 'Somewhat useful': 4 }),
  );
  expect(guess?.question).toMatchObject({
    options: ['Very useful', 'Somewhat useful', 'Not useful', 'I was not aware of this'],
  });
});

test('Yes alone is the answer to a question of yes or no', async () => {
  const guess = await inferColumn('Did you come to the meeting?', repeated({ Yes: 9 }));
  expect(guess).toMatchObject({ question: { kind: 'scale', scale: 'yes-no' }, certainty: 'likely' });
});

test('a header that ends in all that its cells say is an option', async () => {
  const guess = await inferColumn('Which of these did you see? - The parade', [
    'The parade',
    '',
    'The parade',
  ]);
  expect(guess?.question).toMatchObject({
    kind: 'multiple',
    text: 'Which of these did you see?',
    options: ['The parade'],
  });
});

test('an id that most go without is no id', async () => {
  const { respondent, others } = await infer([
    ['Unique ID', 'Do you agree?'],
    ...ids(9).map((id, row) => [row < 3 ? id : '', 'Yes']),
  ]);
  expect(respondent).toEqual({});
  expect(others).toEqual([{ column: 'Unique ID', role: 'technical', isNamed: false }]);
});

test('e-mail addresses are personal data, whatever was asked', async () => {
  const { questions, others } = await infer([
    ['Response ID', 'May we write to you?', 'If so, where?'],
    ...ids(4).map((id) => [id, 'Yes', 'someone@example.com']),
  ]);
  expect(questions).toHaveLength(1);
  expect(others).toContainEqual({ column: 'If so, where?', role: 'personal', isNamed: false });
});

test('statements stand together where hardly anybody gave an answer that the others lack', async () => {
  const answer = (row: number, rare: string) =>
    row === 0 ? rare : ['Calmer', 'Busier', 'The same'][row % 3];
  const { questions } = await infer([
    ['Response ID', 'Mornings', 'Evenings'],
    ...ids(30).map((id, row) => [id, answer(row, 'Noisy') ?? '', answer(row, 'Dull') ?? '']),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([['Mornings', 'Evenings']]);
});

test('options with the number of their question in front are as many questions as numbers', async () => {
  const { questions } = await infer([
    ['Response ID', '3. Python.', '3. R.', '4. Teacher.', '4. Student.'],
    ...ids(4).map((id, row) => [id, 'Python.', row > 0 ? 'R.' : '', '', row > 1 ? 'Student.' : '']),
    ['R9', '', '', 'Teacher.', ''],
  ]);
  expect(
    questions.map(({ question }) => [question.kind, question.kind === 'multiple' && question.options]),
  ).toEqual([
    ['multiple', ['Python.', 'R.']],
    ['multiple', ['Teacher.', 'Student.']],
  ]);
});

test('boxes typed up from paper are as many questions as there are numbers before them', async () => {
  const { questions } = await infer([
    ['Response ID', 'Q1 Agree', 'Q1 Disagree', 'Q2 Bus', 'Q2 Walk'],
    ...ids(12).map((id, row) => [id, row > 4 ? 'x' : '', row > 4 ? '' : 'x', row > 2 ? 'x' : '', 'x']),
  ]);
  expect(questions.map(({ question }) => question)).toMatchObject([
    { kind: 'multiple', options: ['Agree', 'Disagree'] },
    { kind: 'multiple', options: ['Bus', 'Walk'] },
  ]);
});

test('how far a response came is no answer', async () => {
  const { respondent, questions } = await infer([
    ['Response ID', 'Progress', 'Is it fair?'],
    ...ids(9).map((id, row) => [id, row > 1 ? 'Completed' : 'Partial', 'Yes']),
  ]);
  expect(respondent.status).toEqual({ column: 'Progress', complete: ['Completed'] });
  expect(questions).toHaveLength(1);
});

test('headers that share a question up to a colon are its options, blanks of HTML and all', async () => {
  const { questions } = await infer([
    [
      'Response ID',
      'Which of these are you? Tick all: Professor&nbsp;',
      'Which of these are you? Tick all: Student',
    ],
    ...ids(4).map((id, row) => [id, row > 1 ? 'Professor\u00a0' : '', row < 3 ? 'Student' : '']),
  ]);
  expect(questions[0]?.question).toMatchObject({
    kind: 'multiple',
    text: 'Which of these are you? Tick all',
    options: ['Professor', 'Student'],
  });
});

test('cells that join what others hold alone have several answers, however few they are', async () => {
  const one = await inferColumn(
    'Occupation',
    repeated({ Lecturer: 9, Student: 12, Librarian: 7, 'Lecturer;Librarian': 1, 'Lecturer;Student': 1 }),
  );
  expect(one?.question).toMatchObject({ kind: 'multiple', options: ['Student', 'Lecturer', 'Librarian'] });
  expect(one?.certainty).toBe('doubtful');
  expect(one?.ground).toMatch(/only 2 of 30 do, by mistake if the form allowed one answer$/u);
});

test('a code of a letter and digits is no number', async () => {
  const guess = await inferColumn('Question', repeated({ X18: 9, X33: 7 }));
  expect(guess?.question).toMatchObject({ kind: 'choice' });
});

test('numbers with which a spreadsheet tells headers apart are no part of them', async () => {
  const { questions } = await infer([
    ['Respondent ID', 'Which do you use?', '', 'Do you agree?', 'Are you well?'],
    ['', 'Library', 'Park2', 'Response', 'Response3'],
    ...ids(24).map((id, row) => [
      id,
      row % 2 ? 'Library' : '',
      row % 3 ? '' : 'Park',
      ...(row % 4 ? ['Yes', 'No'] : ['No', 'Yes']),
    ]),
  ]);
  expect(questions.map(({ question }) => question)).toMatchObject([
    { kind: 'multiple', options: ['Library', 'Park'] },
    { column: 'Do you agree?' },
    { column: 'Are you well?' },
  ]);
});

test('one answer and no other may be an option that some did not tick', async () => {
  const guess = await inferColumn('Where do you park?', repeated({ 'At home': 12, '': 20 }));
  expect(guess).toMatchObject({ question: { kind: 'choice' }, certainty: 'doubtful' });
  const all = await inferColumn('Where do you park?', repeated({ 'At home': 12 }));
  expect(all?.certainty).toBe('likely');
});

test('what Qualtrics adds to a question is no part of it', async () => {
  const header = 'Which of these are you? - Selected Choice';
  const guess = await inferColumn(header, repeated({ Resident: 4, Visitor: 3 }));
  expect(guess?.question).toMatchObject({
    id: expect.not.stringContaining('selected') as unknown,
    text: 'Which of these are you?',
    column: header,
  });
});
