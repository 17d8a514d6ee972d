import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { infer, inferColumn, repeated } from '../../support/infer.ts';
import { collect, countsOf, issuesOf, itemOf } from '../../support/survey.ts';

test('comments are words, though many say that they have nothing to say', async () => {
  const cells = [
    ...repeated({ No: 14, None: 9, 'N/A': 8, 'no comment': 5, 'Nothing to add.': 4 }),
    'The road is too narrow',
    'Ask the school first',
    'Why not use the old station?',
  ];
  expect((await inferColumn('Any other comments?', cells))?.question.kind).toBe('text');
  expect((await inferColumn('Please explain your answer', ['No', 'No', 'no', 'N/A']))?.question.kind).toBe(
    'text',
  );
});

test.each([
  { 'Good idea': 2 },
  { Fine: 4, 'Too dear': 1 },
  { 'More trees': 2, 'Less traffic': 2, 'Good idea': 3, No: 6 },
])('few comments are words, though some say the same: %o', async (cells) => {
  expect((await inferColumn('Any comments?', repeated(cells)))?.question.kind).toBe('text');
});

test('a group that people were put in is a choice, and the name of one they belong to is words', async () => {
  const cells = repeated({ A: 20, B: 18, 'Blue Lane Walkers': 2 });
  expect((await inferColumn('Group', cells))?.question.kind).toBe('choice');
  expect((await inferColumn('Name of your group', cells))?.question.kind).toBe('text');
  expect((await inferColumn('Group name', cells))?.question.kind).toBe('text');
});

test('what a form offers under comments is a choice', async () => {
  const cells = repeated({ 'I have a comment': 12, 'I have no comment': 20 });
  expect((await inferColumn('Comments on the plan', cells))?.question.kind).toBe('choice');
});

test('sentences that nobody else wrote are words, though many have nothing to say', async () => {
  const wards = ['Abbey', 'Barton', 'Castle', 'Denton', 'Elmswell', 'Fenton', 'Grange', 'Hartwell'];
  const sentences = wards.map((ward) => `There is no bus to ${ward} after six`);
  const none = repeated({ Nowhere: 14 });
  const kindOf = async (alone: string[]) =>
    (await inferColumn('Where is it hard to go by bus?', [...none, ...alone]))?.question.kind;
  expect(await kindOf(sentences)).toBe('text');
  expect(await kindOf(sentences.slice(1))).toBe('choice');
  expect(await kindOf(wards)).toBe('choice');
});

test('words of one person each are no options, though many wrote that they give no answer', async () => {
  const kindOf = async (cells: string[]) =>
    (await inferColumn('Description (optional)', cells))?.question.kind;
  const none = repeated({ 'No answer': 9 });
  expect(await kindOf([...none, 'No contract', 'My knee', 'A long illness'])).toBe('text');
  expect(await kindOf([...none, ...repeated({ Illness: 4, Contract: 3 })])).toBe('choice');
});

test('what forms with names for questions ask beside another is words, and so are comments under such a name', async () => {
  const some = repeated({ 'Own fund': 6, Villagers: 5, None: 4 });
  const others = ['Ann Green', 'Bob Hall', 'A lender in town', 'Korean help', 'My uncle', 'Dev Patel'];
  const kindOf = async (header: string, cells: string[]) => (await inferColumn(header, cells))?.question.kind;
  expect(await kindOf('owns_land', [...some, ...others])).toBe('choice');
  expect(await kindOf('owns_land_other', [...some, ...others])).toBe('text');
  expect(await kindOf('race_other', repeated({ 0: 30, 1: 4 }))).toBe('choice');
  const comments = repeated({ 'All same.': 9, 'Base at one level': 4 });
  expect(await kindOf('comment_foundation', [...comments, ...others])).toBe('text');
});

test('options of LimeSurvey that each have a column for a comment are several answers still', async () => {
  const { questions } = await infer([
    ['id', 'lastpage', 'q1[SQ001]', 'q1[SQ001comment]', 'q1[SQ002]', 'q1[SQ002comment]'],
    ...Array.from({ length: 12 }, (_, nth) => {
      const why = (ticked: boolean): string => (ticked && nth % 4 === 0 ? `Because of ${nth}` : '');
      const [first, second] = [nth % 2 === 0, nth % 3 === 0];
      return [`${nth + 1}`, '3', first ? 'Y' : '', why(first), second ? 'Y' : '', why(second)];
    }),
  ]);
  expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
    ['multiple', 2],
    ['text', 1],
    ['text', 1],
  ]);
});

test('how long something lasts is an amount, however many gave the same', async () => {
  const months = [...repeated({ 12: 21, 24: 25, 36: 30, 60: 7, 48: 7, 6: 6 }), '4', '8', '17', '96'];
  expect((await inferColumn('What is the duration of your contract?', months))?.question.kind).toBe('number');
});

test('two answers that differ in nothing but a full stop are one', async () => {
  const cells = [
    'I walk there',
    'I walk there.',
    'I take the bus',
    'I walk there',
    'I take the bus',
    'A lift',
  ];
  expect(await inferColumn('How do you travel?', [...cells, ...cells])).toMatchObject({
    question: { kind: 'choice' },
    certainty: 'likely',
  });
});

test('the same few reasons again and again are a choice', async () => {
  const guess = await inferColumn(
    'Why do you come?',
    repeated({ Exercise: 20, 'To walk the dog': 14, Play: 9 }),
  );
  expect(guess?.question.kind).toBe('choice');
});

test('a very long answer may stand beside options that are sentences or list places; beside short ones it makes words of them', async () => {
  const places = (area: string, many: number) =>
    `${area} (${Array.from({ length: many }, (_, nth) => `${area} ${nth + 1}`).join(' · ')})`;
  const answers = { [places('North', 18)]: 9, [places('South', 12)]: 6, [places('East', 10)]: 4 };
  const kindOf = async (cells: Readonly<Record<string, number>>) => {
    const rows = repeated(cells).map((cell, row) => [`R${row}`, cell]);
    const { questions } = definitionOf(await infer([['Response ID', 'Your main service area'], ...rows]));
    return questions[0]?.kind;
  };
  expect(await kindOf({ ...answers, [places('West', 32)]: 1 })).toBe('choice');
  expect(await kindOf({ Yes: 9, No: 6, Perhaps: 4, [places('West', 32)]: 1 })).toBe('text');
  const sentences = { 'Yes, all on the same bus': 9, 'No, I walked or came by bicycle': 6, 'N/A': 4 };
  expect(await kindOf({ ...sentences, [places('West', 60)]: 1 })).toBe('choice');
  const own = { 'I had to walk': 1, 'Ask my mother': 1, 'It was late': 1, 'No bus came at all': 1 };
  expect(await kindOf({ ...sentences, ...own, [places('West', 60)]: 1 })).toBe('text');
});

test('what was written in beside an option is words, whatever is written most', async () => {
  const { questions, proposals } = await infer([
    ['Response ID', 'Which best describes you?', 'Which best describes you? - Other (please specify)'],
    ...Array.from({ length: 12 }, (_, row) => [
      `R${row}`,
      row < 4 ? 'Other' : row < 8 ? 'Parent' : 'Carer',
      row < 4 ? 'Councillor' : '',
    ]),
  ]);
  expect(questions.map(({ question }) => question.kind)).toEqual(['choice', 'text']);
  expect(proposals.breakdowns).toHaveLength(1);
});

test('the name of an organisation is words; what sort it is, is not', async () => {
  const cells = repeated({ 'Mill Lane Residents': 9, 'The Mill': 5 });
  expect((await inferColumn('What is your organisation?', cells))?.question.kind).toBe('text');
  expect((await inferColumn('If so, the name of your organisation:', cells))?.question.kind).toBe('text');
  expect((await inferColumn('What is your organisation? - Organisation', cells))?.question.kind).toBe('text');
  expect((await inferColumn('What type of organisation is it?', cells))?.question.kind).toBe('choice');
});

test('answers that everybody put in an order are not counted as chosen by everybody', async () => {
  const guess = await inferColumn('Rank these', [
    'Cost;Time;Carbon;',
    'Time;Cost;Carbon;',
    'Carbon;Time;Cost;',
    'Cost;Time;Carbon;',
    'Time;Carbon;Cost;',
  ]);
  expect(guess).toMatchObject({
    question: { kind: 'text' },
    certainty: 'doubtful',
    ground: 'every cell has the same 3 answers in an order of its own, which is not counted',
  });
});

test('words with spaces between them are several answers only where they are names', async () => {
  const kobo = async (cells: readonly string[]) =>
    (await infer([['_id', 'travel'], ...cells.map((cell, row) => [`${row}`, cell])], 'kobo')).questions[0]
      ?.question;
  expect(await kobo(['walk bus', 'car', 'bus', 'walk', 'walk car', 'bus car'])).toMatchObject({
    kind: 'multiple',
    separator: ' ',
    options: ['bus', 'car', 'walk'],
  });
  const comments = ['No more buses', 'More buses, please', 'No cars', 'No', 'More cars', 'Buses please'];
  expect(await kobo(comments)).toMatchObject({ kind: 'text' });
  const labels = ['Very good', 'Good', 'Fairly poor', 'Very poor', 'Fairly good', 'Good'];
  expect(await kobo([...labels, ...labels, ...labels])).toMatchObject({ kind: 'choice' });
});

describe('a few whole numbers', () => {
  test('stand in their order where a few gave a word beside them', async () => {
    const points = { 3: 9, 10: 6, 1: 4, 2: 2 };
    expect(await inferColumn('How good is it?', repeated({ ...points, Blogger: 1 }))).toMatchObject({
      question: { kind: 'choice', options: ['1', '2', '3', '10', 'Blogger'] },
      ground: '“Blogger” is no number, as the other answers are',
      certainty: 'doubtful',
    });
    const often = await inferColumn('How good is it?', repeated({ ...points, 'Out of order': 3, 5: 12 }));
    expect(often).toMatchObject({
      question: { options: ['1', '2', '3', '5', '10', 'Out of order'] },
      certainty: 'likely',
    });
    const named = await inferColumn(
      'How good is it?',
      repeated({ 3: 30, 4: 15, 2: 25, 'As good as any': 3, 'No good': 1 }),
    );
    expect(named?.question).toMatchObject({ kind: 'choice' });
    expect(named?.question).not.toMatchObject({ options: ['2', '3', '4', 'As good as any', 'No good'] });
  });

  const codes = repeated({ 1: 9, 2: 5, 3: 8, 4: 12, 6: 6 });

  test.each([
    'How much do you agree that the road should close?',
    'How satisfied are you with the cost?',
    'Importance of the number 7 bus (days)',
    'How likely are you to come at other times?',
    'Please rate the opening hours',
    'On a scale of 1 to 6, how good are the days of collection?',
  ])(
    'are options under a question for a view, of which nobody can say what they mean: %s',
    async (question) => {
      expect(await inferColumn(question, codes)).toMatchObject({
        question: { kind: 'choice' },
        certainty: 'doubtful',
      });
    },
  );

  test.each([
    'How much did you pay?',
    'How many times were you satisfied?',
    'How far would you like to walk, in miles?',
    'What is your hourly rate (£)?',
  ])('are amounts where one was asked for: %s', async (question) => {
    expect((await inferColumn(question, codes))?.question.kind).toBe('number');
  });
});

test.each([
  ['choice', 'Who, by the article, bears the highest cost of pollution?'],
  ['choice', 'When I go to office hours I feel that my questions are simple.'],
  ['choice', 'Would you do otherwise with a very small amount of time left?'],
  ['number', 'How many days a week do you work from home?'],
  ['number', 'Hours per week'],
  ['choice', 'I can see myself working here in two years'],
  ['choice', 'The hours you are open suit me and my family.'],
  ['choice', 'In hours of darkness I feel safe here'],
  ['number', 'How much do you pay to park for one hour?'],
  ['number', 'How much water do you drink a day, in glasses?'],
  ['number', 'Please give the hours you spent caring last week'],
  ['number', 'In a typical week, days on which you cycle to work or school'],
  ['number', 'Times you visited the library in the last four weeks'],
  ['number', 'On average, what distance do you travel to work?'],
  ['number', 'Thinking of last month, what was the total cost of your bus fares in pounds?'],
])('numbers up to ten are a %s under “%s”', async (kind, question) => {
  const steps = repeated({ 1: 4, 2: 3, 3: 9, 4: 5, 5: 2 });
  expect(await inferColumn(question, steps)).toMatchObject({ question: { kind }, certainty: 'doubtful' });
  const gap = repeated({ 2: 3, 4: 5, 5: 2 });
  expect((await inferColumn(question, gap))?.question.kind).toBe(kind);
});

test.each([
  ['amounts', ['414', '45', '30'], 'number'],
  ['amounts', ['5', '6', '8'], 'number'],
  ['amounts', ['11', '12', '30'], 'number'],
  ['the places of options', ['1', '2', '3'], 'multiple'],
  ['codes of options', ['0', '1', '2'], 'multiple'],
  ['codes of options', ['11', '12', '14'], 'multiple'],
  ['codes of options', ['1', '3', '99'], 'multiple'],
  ['codes of options', ['a', 'b', 'c'], 'multiple'],
])('numbers that one response alone gave are %s', async (_, numbers, kind) => {
  const { questions } = await infer([
    ['Is it clear?', 'Costs per pupil - Fees', 'Costs per pupil - Transport', 'Costs per pupil - Staff'],
    ...Array.from({ length: 9 }, () => ['Yes', '', '', '']),
    ['No', ...numbers],
  ]);
  expect(questions.map(({ question }) => question.kind)).toEqual(['scale', kind]);
});

test('what the platform keeps is no question', async () => {
  const headers = [
    'Submitted to consultation',
    'Analyst note(s)',
    'Tags',
    'Network ID',
    'Start Date (UTC)',
    'Grade posted time',
    'Points - How fair is it?',
    'Feedback - How fair is it?',
    'Last modified time',
    'Collector ID',
    'Custom Data 1',
    'Submission URL',
    'Last Update Date',
    'Flow Status',
    'Q_RecaptchaScore',
    'ID.time',
    'Source Url',
    'User IP',
  ];
  const { questions, others } = await infer([
    ['Response ID', ...headers, 'Is it fair?'],
    ...Array.from({ length: 5 }, (_, row) => [
      `R${row}`,
      ...headers.map((header) => (/date|time/iu.test(header) ? `2024-05-01 09:1${row}` : `${row % 2}`)),
      'Yes',
    ]),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([['Is it fair?']]);
  expect(others.slice(1).map(({ role }) => role)).toEqual(headers.map(() => 'technical'));
});

test.each([
  ['Start', 'Yes No Yes No Yes No'],
  ['Start time', 'Early Late Early Late Late Early'],
  ['Created on', '1 5 4 4 2 5'],
  ['uid', 'Yes No No No Yes No'],
  ['Duration', 'Weekly Daily Weekly Weekly Daily Never'],
  ['Created by', 'Agree Disagree Agree Agree Disagree Neutral'],
  ['Interviewed by', 'Yes No No No Yes No'],
])('answers under “%s” are those to a question', async (header, cells) => {
  const answers = cells.split(' ');
  const { questions } = await infer([
    ['Response ID', header],
    ...answers.map((cell, row) => [`R${row}`, cell]),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([[header]]);
});

test('what people rate is no part of the export, whatever it is called', async () => {
  const headers = ['Quality', 'Payment method', 'Language', 'Browser', 'Source', 'Status', 'Email', 'Tags'];
  const rated = ['Very satisfied', 'Satisfied', 'Dissatisfied', 'Very dissatisfied', 'Satisfied'];
  const { questions } = await infer([
    ['Response ID', ...headers],
    ...Array.from({ length: 20 }, (_, n) => [
      `R${n}`,
      ...headers.map((_header, column) => rated[(n + column) % 5] ?? ''),
    ]),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([headers]);
});

test.each([
  ['Start', '09:10', '09:10'],
  ['Created on', '01/05/2024', '45413.4'],
  ['Start date', 'juil. 22, 2024', '########'],
  ['uid', '7', '7'],
  ['Duration', '61', '60'],
  ['Created by', 'j.smith', 'a.jones'],
])('what is kept under “%s” is no answer, though many have it in common', async (header, ...two) => {
  const { questions, others } = await infer([
    ['Response ID', header, 'Is it fair?'],
    ...Array.from({ length: 6 }, (_, row) => [`R${row}`, two[row % 2] ?? '', 'Yes']),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([['Is it fair?']]);
  expect(others).toContainEqual({ column: header, role: 'technical', isNamed: false });
});

test('an identifier is no number of which there is a mean', async () => {
  const { questions, respondent } = await infer([
    ['Identifier', 'Is it fair?'],
    ...Array.from({ length: 5 }, (_, row) => [`${7539000 + row * 977}`, 'Yes']),
  ]);
  expect(respondent).toMatchObject({ id: 'Identifier' });
  expect(questions).toHaveLength(1);
});

test('a column that is called Completed and holds days says when responses were sent', async () => {
  const { respondent } = await infer([
    ['Response ID', 'Completed', 'Is it fair?'],
    ...Array.from({ length: 5 }, (_, row) => [`R${row}`, `0${row + 1}/03/2024`, 'Yes']),
  ]);
  expect(respondent).toMatchObject({ submitted: 'Completed' });
  expect(respondent.status).toBeUndefined();
});

test.each(['Received', 'Response Date', 'Date of response', 'Date received', 'Date returned'])(
  'a column that is called %s and holds days says when responses were sent',
  async (header) => {
    const withCells = (cell: (row: number) => string) =>
      infer([
        ['Response ID', header, 'Is it fair?'],
        ...Array.from({ length: 6 }, (_, row) => [`R${row}`, cell(row), 'Yes']),
      ]);
    expect((await withCells((row) => `0${row + 1}/03/2024`)).respondent).toMatchObject({ submitted: header });
    const { respondent, questions } = await withCells((row) => (row % 2 ? 'by post' : 'by hand'));
    expect(respondent.submitted).toBeUndefined();
    expect(questions).toHaveLength(2);
  },
);

test.each(['Form number', 'Form no.', 'Ref no', 'Serial'])(
  'a column that is called %s and holds another value in each row says whose responses they are',
  async (header) => {
    const withCells = (cell: (row: number) => string) =>
      infer([[header, 'Is it fair?'], ...Array.from({ length: 8 }, (_, row) => [cell(row), 'Yes'])]);
    expect((await withCells((row) => `P${row + 1}`)).respondent).toMatchObject({ id: header });
    expect((await withCells((row) => `${row + 1}`)).respondent).toMatchObject({ id: header });
    const { respondent, questions } = await withCells((row) => `Form ${row % 2}`);
    expect(respondent.id).toBeUndefined();
    expect(questions).toHaveLength(2);
  },
);

test.each(['', '.0'])('a column that counts the rows is no question (2000%s)', async (ending) => {
  const { questions, others } = await infer([
    ['Response ID', 'RDS seq', 'Is it fair?'],
    ...Array.from({ length: 30 }, (_, row) => [`R${row}`, `${2000 + row + (row % 3)}${ending}`, 'Yes']),
  ]);
  expect(questions).toHaveLength(1);
  expect(others).toContainEqual({ column: 'RDS seq', role: 'technical', isNamed: false });
});

test('of long numbers that are no amounts there is no mean', async () => {
  const kindOf = async (header: string, numbers: readonly number[]) => {
    const { questions } = await infer([
      ['Ref', 'Agree?', header],
      ...numbers.map((one, nth) => [`R${nth}`, nth % 2 === 0 ? 'Yes' : 'No', `${one}`]),
    ]);
    return questions.at(-1)?.question.kind;
  };
  const properties = Array.from({ length: 30 }, (_, nth) => 100_023_000_000 + (nth % 29) * 7919);
  expect(await kindOf('Which property', properties)).toBe('text');
  expect(await kindOf('How much did it cost?', properties)).toBe('number');
  const amounts = properties.map((_, nth) => 1_500_000 + (nth % 9) * 250_000);
  expect(await kindOf('Turnover', amounts)).toBe('number');
});

test('of postal codes there is no mean', async () => {
  const cells = Array.from({ length: 40 }, (_, row) => `${90_001 + row * 7}`);
  expect((await inferColumn('Main office ZIP code', cells))?.question.kind).toBe('text');
});

test('of codes that look like numbers with an exponent there is no mean', async () => {
  const groups = repeated({ '7E-1': 9, '7E-2': 8, '8E-1': 7 });
  expect((await inferColumn('Tutor group', groups))?.question.kind).toBe('choice');
});

test('of codes of countries there is no mean', async () => {
  const codes = Array.from({ length: 90 }, (_, row) => `${(row % 30) ** 2}`);
  expect((await inferColumn('country', codes))?.question.kind).toBe('choice');
  expect((await inferColumn('How many countries have you been to?', codes))?.question.kind).toBe('number');
  const pay = codes.map((code) => `${Number(code) * 100}`);
  expect((await inferColumn('Pay a year ago, in the same country', pay))?.question.kind).toBe('number');
  const far = 'How far did you travel to the country park (miles)?';
  expect((await inferColumn(far, codes))?.question.kind).toBe('number');
});

test('places on a map are counted and not listed', async () => {
  const places = repeated({ '51.50735;-0.12776': 4, '53.4809, -2.2374': 5, '51.5;-3.18': 2 });
  expect((await inferColumn('Where do you come from?', places))?.question.kind).toBe('text');
  const ratios = repeated({ '1.5 2.5': 4, '1.5': 5, '2.5': 9 });
  expect((await inferColumn('Which lens?', ratios))?.question.kind).toBe('choice');
});

test('dates are counted and not listed', async () => {
  const guess = await inferColumn('When did you last come?', repeated({ '03/04/2024': 4, '13/04/2024': 5 }));
  expect(guess).toMatchObject({
    question: { kind: 'text' },
    ground: 'dates, of which only the number is counted',
  });
});

test('who is asked about themselves is not broken down by it', async () => {
  const { proposals } = await infer([
    ['Response ID', 'Which best describes your ethnic group?', 'Which best describes you?'],
    ...Array.from({ length: 9 }, (_, row) => [`R${row}`, row % 2 === 0 ? 'White' : 'Asian', 'Parent']),
  ]);
  expect(proposals.breakdowns).toEqual(['best-describes']);
});

test('the others can be broken down by what best describes people, however many of it they tick', async () => {
  const { questions, proposals } = await infer([
    ['Response ID', 'What best describes you? (tick all that apply)'],
    ...Array.from({ length: 12 }, (_, row) => [`R${row}`, row % 3 === 0 ? 'Parent;Resident' : 'Resident']),
  ]);
  expect(questions.map(({ question }) => question.kind)).toEqual(['multiple']);
  expect(proposals.breakdowns).toEqual(['best-describes']);
});

test('what somebody says of the number of something is rated, and not a number', async () => {
  const cells = ['1', '4', '5', '4', '3', '4', '2', '5'];
  expect((await inferColumn('The number of buses has made my journey harder', cells))?.question.kind).toBe(
    'choice',
  );
  expect((await inferColumn('What is the number of buses that you take?', cells))?.question.kind).toBe(
    'number',
  );
});

test('a question for the number of the participant is no question', async () => {
  const { respondent, questions } = await infer([
    ['What is your participant number?', 'Open?'],
    ...['7', '3', '9', '12'].map((id) => [id, 'Yes']),
  ]);
  expect([respondent?.id, questions.length]).toEqual(['What is your participant number?', 1]);
});

test('ids that count the rows are ids', async () => {
  const { respondent } = await infer([
    ['No.', 'Is it fair?'],
    ...Array.from({ length: 30 }, (_, row) => [`${row + 1}`, 'Yes']),
  ]);
  expect(respondent).toEqual({ id: 'No.' });
});

test('the number that Microsoft Forms puts behind a question asked twice is no part of it', async () => {
  const cells = ['Too dear', 'Too far', 'It rains', 'Why ask us?'];
  const { questions } = await infer(
    [
      ['ID', 'Please explain', 'Please explain2', 'Route 2'],
      ...cells.map((cell, row) => [`${row}`, cell, `${cell} again`, `${cell} still`]),
    ],
    'microsoftforms',
  );
  expect(questions.map(({ question }) => question.text ?? question.column)).toEqual([
    'Please explain',
    'Please explain',
    'Route 2',
  ]);
});

test('words under no header are answers, not the platform’s own', async () => {
  const { questions, others } = await infer([
    ['', 'Is it clear?', ''],
    ...Array.from({ length: 6 }, (_, row) => [
      `${row}`,
      row < 4 ? 'Yes' : 'No',
      `The sign at gate ${row} is faded`,
    ]),
  ]);
  expect(others).toMatchObject([{ column: '#1', role: 'technical' }]);
  expect(questions.map(({ columns, question }) => [question.kind, ...columns])).toEqual([
    ['scale', 'Is it clear?'],
    ['text', '#3'],
  ]);
});

test('how long something took is an answer, and how long the form took is not', async () => {
  const { questions, others } = await infer([
    [
      'Time spent on homework',
      'Duration of your visit',
      'Time taken to complete survey',
      'Duration (in seconds)',
    ],
    ...Array.from({ length: 12 }, (_, row) => [
      `${row % 4}`,
      `${row % 3}0 minutes`,
      `${row + 3}`,
      `${row * 61}`,
    ]),
  ]);
  expect(questions.map(({ question }) => question.text ?? question.column)).toEqual([
    'Time spent on homework',
    'Duration of your visit',
  ]);
  expect(others).toMatchObject([
    { column: 'Time taken to complete survey', role: 'technical' },
    { column: 'Duration (in seconds)', role: 'technical' },
  ]);
});

test.each([
  ['duration_ms', 'Duration - seconds', 'Duration/Seconds', 'Duration total', 'Time spent total'],
  ['Time taken to fill in the form', 'Time taken to submit', 'Time taken to answer'],
  ['Duration of the online form', 'Time taken by respondent'],
])('how long “%s” says is no answer', async (...headers) => {
  const { questions } = await infer([
    ['Do you agree?', ...headers],
    ...Array.from({ length: 12 }, (_, row) => [row % 3 ? 'Yes' : 'No', ...headers.map(() => `${row * 61}`)]),
  ]);
  expect(questions.map(({ question }) => question.text ?? question.column)).toEqual(['Do you agree?']);
});

test.each(['Time taken to fill in potholes', 'Time spent - Minutes', 'Time taken to submit your claim'])(
  '“%s” asks for an answer',
  async (header) => {
    const found = await inferColumn(
      header,
      Array.from({ length: 12 }, (_, row) => `${row % 5}0`),
    );
    expect(found).toBeDefined();
  },
);

test('headers are questions without their HTML, and are divided as if it were not there', async () => {
  const { questions } = await infer([
    [
      'Internal ID',
      'Which of these do you use? <span style="color: red">Bus</span>',
      'Which of these do you use? <b>Tram</b>',
    ],
    ...Array.from({ length: 6 }, (_, row) => [
      `${row * 97}`,
      row < 4 ? '<b>Bus</b>' : '',
      row > 2 ? 'Tram' : '',
    ]),
  ]);
  expect(
    questions.map(({ question }) => [
      question.kind,
      question.text,
      'options' in question && question.options,
    ]),
  ).toEqual([['multiple', 'Which of these do you use?', ['Bus', 'Tram']]]);
});

test.each([['Q3_'], ['D-3_']])(
  'ratings and ranks under %s1, %s2 … are no ticks, though the rows are numbers too',
  async (stem) => {
    const { questions } = await infer([
      ['Response ID', ...['1', '2', '3', '4'].map((row) => `${stem}${row}`)],
      ...Array.from({ length: 24 }, (_, n) => [
        `R${n}`,
        ...[0, 1, 2, 3].map((row) => `${((n + row) % 4) + 1}`),
      ]),
    ]);
    expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
      ['choice', 4],
    ]);
  },
);

test('the reason beside an answer is no row of a grid with it, though many give the same', async () => {
  const { questions } = await infer([
    ['Response ID', 'The plan - How far do you support it?', 'The plan - Please explain'],
    ...Array.from({ length: 30 }, (_, n) => [
      `R${n}`,
      ['Strongly support', 'Oppose', 'Not Answered', 'Support'][n % 4] ?? '',
      n % 3 === 0 ? `Too dear for house ${n}` : 'I like it',
    ]),
  ]);
  expect(questions.map(({ columns }) => columns.length)).toEqual([1, 1]);
});

describe('statements that speak of others are rows of their grid', () => {
  const rated = ['Agree', 'Disagree', 'Strongly agree', 'Neither agree nor disagree'];

  test('where all of them do', async () => {
    const parts = ['I can find other help', 'Other people can help me', 'There are other places to go'];
    const { questions } = await infer([
      ['Response ID', ...parts.map((part) => `How far do you agree? - ${part}`)],
      ...Array.from({ length: 12 }, (_, n) => [
        `R${n}`,
        ...parts.map((_part, k) => rated[(n + k) % 4] ?? ''),
      ]),
    ]);
    expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([['scale', 3]]);
  });

  test('where each of their options has a column', async () => {
    const parts = ['Passes that are valid for other towns', 'Lower fares'].flatMap((row) =>
      ['Not at all', 'A little', 'A lot'].map((option) => [`${row} - ${option}`, option] as const),
    );
    const { questions } = await infer(
      [
        ['Respondent ID', 'Collector ID', 'How much would this help?', '', '', '', '', ''],
        ['', '', ...parts.map(([part]) => part)],
        ...Array.from({ length: 12 }, (_, n) => [
          `R${n}`,
          'C1',
          ...parts.map(([, option], k) => (k % 3 === n % 3 ? option : '')),
        ]),
      ],
      'surveymonkey',
    );
    expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
      ['choice', 6],
    ]);
  });
});

test('an option that says “other than” is one, where each has a column with its number', async () => {
  const parts = ['Cars', 'Ships', 'Transport other than cars or ships', 'Farms', 'Other (please specify)'];
  const { questions } = await infer(
    [
      ['', '', 'q1', '', '', '', '', 'q2'],
      ['Respondent ID', 'Collector ID', 'Which industry? (select one)', '', '', '', '', 'How many sites?'],
      ['', '', ...parts, 'Open-Ended Response'],
      ...Array.from({ length: 110 }, (_, n) => [
        `1146${100_000 + n}`,
        '42',
        ...parts.map((_part, k) => (k === n % 4 ? `${k + 1}` : '')),
        `${n % 9}`,
      ]),
    ],
    undefined,
  );
  expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
    ['choice', 5],
    ['number', 1],
  ]);
});

test('what a person weighs is an answer; what a response weighs is not', async () => {
  const bodies = await inferColumn('weight', ['62.5', '81', '74.2', '59', '90.1', '66']);
  expect(bodies?.question.kind).toBe('number');
  const { questions, others } = await infer([
    ['Response ID', 'Weight', 'Is it fair?'],
    ...['0.912', '1.204', '2.1', '0.5', '0.87'].map((cell, row) => [`R${row}`, cell, 'Yes']),
  ]);
  expect(questions).toHaveLength(1);
  expect(others).toContainEqual({ column: 'Weight', role: 'technical', isNamed: false });
});

describe('words beside options that were ticked', () => {
  const rows = [
    ['Bus', '', 'Other', 'Ferry'],
    ['', 'Train', 'Other', 'Plane'],
    ['Bus', 'Train', '', ''],
  ];
  const header = (...parts: string[]) => parts.map((part) => `Which do you use? - ${part}`);
  const own = ['If other, please say', 'Please specify', 'Arall / Other', 'Other / Arall (nodwch)'];

  test.each([...own, 'Comments'])('under “%s” are no option where Other is one', async (words) => {
    const { questions } = await infer([header('Bus', 'Train', 'Other', words), ...rows]);
    expect(questions.map(({ question }) => question)).toMatchObject([
      { kind: 'multiple', options: ['Bus', 'Train', 'Other'] },
      { kind: 'text' },
    ]);
  });

  test.each(own)('under “%s” are its tick where there is no other', async (words) => {
    const table = [
      header('Bus', 'Train', words),
      ...rows.map(([bus = '', train = '', , said = '']) => [bus, train, said]),
    ];
    const inference = await infer(table);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [table]);
    expect(countsOf(itemOf(analyse(responses), String(inference.questions[0]?.question.id)))).toEqual([
      ['Bus', 2],
      ['Train', 2],
      [words, 2],
    ]);
  });
});

test.each(['Carimbo de data/hora', 'Stamp amser', 'Leima'])(
  '“%s” over times to the second is when each was sent',
  async (header) => {
    const rows = Array.from({ length: 8 }, (_, row) => [
      `2024/03/0${row + 1} 10:00:0${row}`,
      row % 2 === 0 ? 'Yes' : 'No',
    ]);
    const { respondent, questions } = await infer([[header, 'Do you agree?'], ...rows]);
    expect(respondent).toMatchObject({ submitted: header });
    expect(questions).toHaveLength(1);
  },
);

test('times of a start in the first column are not those of sending', async () => {
  const rows = Array.from({ length: 8 }, (_, row) => [
    `2024/03/0${row + 1} 10:00:0${row}`,
    `2024/03/0${row + 1} 10:05:0${row}`,
    row % 2 === 0 ? 'Yes' : 'No',
  ]);
  const { respondent } = await infer([['startdate', 'enddate', 'Do you agree?'], ...rows]);
  expect(respondent).toMatchObject({ submitted: 'enddate' });
});

test('times under a question are answers', async () => {
  const rows = Array.from({ length: 8 }, (_, row) => [
    `2024/03/0${row + 1} 10:00:0${row}`,
    row % 2 === 0 ? 'Yes' : 'No',
  ]);
  const { respondent } = await infer([['When did you come?', 'Do you agree?'], ...rows]);
  expect(respondent).not.toHaveProperty('submitted');
});

test('more times than are kept are times all the same, under a header in any language', async () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const rows = Array.from({ length: 5100 }, (_, row) => [
    `2024/03/01 ${two(Math.floor(row / 3600))}:${two(Math.floor(row / 60) % 60)}:${two(row % 60)}`,
    'Yes',
  ]);
  const { respondent, questions } = await infer([['Leima', 'Do you agree?'], ...rows]);
  expect(respondent).toMatchObject({ submitted: 'Leima' });
  expect(questions).toHaveLength(1);
});

test('more different answers in the first column than are kept are no times', async () => {
  const rows = Array.from({ length: 5100 }, (_, row) => [`${row} things to say`, 'Yes']);
  const { respondent, questions } = await infer([['Remarks', 'Do you agree?'], ...rows]);
  expect(respondent).not.toHaveProperty('submitted');
  expect(questions).toHaveLength(2);
});

test('the column for the words of “Other” is no option of its own where nobody wrote any', async () => {
  const rows = [
    ['ResponseId', 'RecordedDate', 'DistributionChannel', 'Q1_1', 'Q1_2', 'Q1_3', 'Q1_3_TEXT'],
    [
      'Response ID',
      'Recorded Date',
      'Distribution Channel',
      'How? - Bus',
      'How? - Car',
      'How? - Other',
      'How? - Other - Text',
    ],
    ...Array.from({ length: 12 }, (_, nth) => [
      `R_${nth}`,
      '2026-01-02 10:00:00',
      'anonymous',
      nth % 2 === 0 ? 'Bus' : '',
      nth % 3 === 0 ? 'Car' : '',
      nth % 4 === 0 ? 'Other' : '',
      '',
    ]),
  ];
  const { questions } = await infer(rows);
  expect(questions.map(({ question }) => question)).toMatchObject([
    { kind: 'multiple', options: ['Bus', 'Car', 'Other'] },
    { kind: 'text' },
  ]);
});

describe('a few cells that are no number where an amount was asked for', () => {
  const asked = 'About how many hours a week do you spend on it?';
  const hours = Array.from({ length: 60 }, (_, n) => String(1 + (n % 20)));
  const rowsOf = (question: string, odd: readonly string[]) => [
    ['Response ID', question],
    ...[...hours, ...odd].map((cell, n) => [`R${n}`, cell]),
  ];

  test('are an issue, and the others have a mean', async () => {
    const odd = ['7 to 8 hours', 'about 30', 'lots'];
    const rows = rowsOf(asked, odd);
    const inference = await infer(rows);
    expect(inference.questions[0]).toMatchObject({ question: { kind: 'number' }, uncounted: odd });
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    expect(issuesOf(responses, 'not-a-number').map(({ value }) => value)).toEqual(odd);
    const sum = hours.reduce((total, cell) => total + Number(cell), 0);
    expect(itemOf(analyse(responses), String(inference.questions[0]?.question.id))).toMatchObject({
      numbers: { n: 60, mean: sum / hours.length },
      states: { invalid: 3 },
    });
  });

  test.each([
    ['several wrote the same, which may be an option', asked, ['40 or more', '40 or more', '40 or more']],
    ['they are more than a tenth', asked, Array.from({ length: 7 }, (_, n) => `about ${n}`)],
    ['no amount was asked for', 'Please enter the code that we sent', ['NobleOne']],
  ])('leave it as it is where %s', async (_, question, odd) => {
    expect((await infer(rowsOf(question, odd))).questions[0]?.question.kind).not.toBe('number');
  });
});

test('numbers where Qualtrics asked for words are text, and doubtful', async () => {
  const textOf = async (cells: readonly string[]) => {
    const { questions } = await infer([
      ['ResponseId', 'RecordedDate', 'Q11_TEXT'],
      ['Response ID', 'Recorded Date', 'What would you spend on your order? - Text'],
      ['{"ImportId":"_recordId"}', '{"ImportId":"recordedDate"}', '{"ImportId":"QID11_TEXT"}'],
      ...cells.map((cell, row) => [`R_${row}`, '2024-01-02 10:00:00', cell]),
    ]);
    return questions.map(({ question, certainty }) => [question.kind, certainty]);
  };
  const amounts = repeated({ 15: 9, 10: 8, 5: 6, 12: 4 });
  expect(await textOf(amounts)).toEqual([['text', 'doubtful']]);
  expect(await textOf([...amounts, 'nothing at all'])).toEqual([['text', 'sure']]);
});
