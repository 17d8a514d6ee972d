import { describe, expect, test } from 'vitest';
import { infer, inferColumn, repeated } from '../../support/infer.ts';

const agreement = ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'];

describe('one column is taken for', () => {
  test('a scale where a built-in one has every answer, its options in order as they are spelt', async () => {
    const guess = await inferColumn(
      'The plan is good',
      repeated({ agree: 3, 'Strongly Agree': 2, Neutral: 1, Disagree: 1 }),
    );
    expect(guess).toMatchObject({
      question: {
        kind: 'scale',
        scale: 'agreement',
        options: ['Strongly Agree', 'agree', 'Neutral', 'Disagree', 'Strongly disagree'],
      },
      certainty: 'likely',
      ground: 'every answer is of the scale agreement, of which nobody gave “Strongly disagree”',
    });
  });

  test('the scale of clarity where Yes and No answer whether something is clear', async () => {
    const answers = repeated({ Yes: 3, No: 2 });
    expect((await inferColumn('Is it clear what we want?', answers))?.question).toMatchObject({
      scale: 'clarity',
    });
    expect((await inferColumn('Do you own a bicycle?', answers))?.question).toMatchObject({
      scale: 'yes-no',
    });
  });

  test('the scale, marked doubtful, where nobody spells a label right: the ground names the one that was meant', async () => {
    const guess = await inferColumn(
      'The plan is good',
      repeated({ 'strongly agree': 3, 'somewhat agree': 3, 'stronlgy disagree': 2 }),
    );
    expect(guess).toMatchObject({
      question: { kind: 'scale', scale: 'agreement' },
      synonyms: { 'Strongly disagree': ['stronlgy disagree'] },
      certainty: 'doubtful',
    });
    expect(guess?.ground).toBe(
      'the scale agreement, taking “stronlgy disagree” for “Strongly disagree”, misspelt',
    );
  });

  test.each([
    [
      ['Stronlgy agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Stronlgy disagree'],
      'the scale agreement, taking “Stronlgy agree” for “Strongly agree” and “Stronlgy disagree” for “Strongly disagree”, misspelt',
      { 'Strongly agree': ['Stronlgy agree'], 'Strongly disagree': ['Stronlgy disagree'] },
    ],
    [
      ['Very satisfied', 'Satisfied', 'Neither', 'Disatisfied', 'Very disatisfied'],
      'the scale satisfaction, taking “Disatisfied” for “Dissatisfied” and “Very disatisfied” for “Very dissatisfied”, misspelt',
      { Dissatisfied: ['Disatisfied'], 'Very dissatisfied': ['Very disatisfied'] },
    ],
  ])('the same where a form misspells one word in two answers: %o', async (labels, ground, synonyms) => {
    const cells = repeated(Object.fromEntries(labels.map((label) => [label, 12])));
    expect(await inferColumn('The plan is good', cells)).toMatchObject({
      question: { kind: 'scale' },
      certainty: 'doubtful',
      ground,
      synonyms,
    });
  });

  test.each([['Yes'], ['Yes, I consent'], ['I agree']])(
    'a choice where %s is all that gives consent',
    async (yes) => {
      expect(await inferColumn('Consent', repeated({ [yes]: 9 }))).toMatchObject({
        question: { kind: 'choice' },
        ground: 'asks for consent, which is no opinion',
      });
    },
  );

  test('a choice where Agree and Disagree give consent', async () => {
    const guess = await inferColumn(
      'I confirm that I have read the privacy notice',
      repeated({ Agree: 9, Disagree: 1 }),
    );
    expect(guess).toMatchObject({
      question: { kind: 'choice' },
      ground: 'asks for consent, which is no opinion',
    });
  });

  test('a choice, marked doubtful, where a few whole numbers have no words', async () => {
    const guess = await inferColumn('Rate the plan', repeated({ 4: 3, 5: 2, 10: 1, 1: 1, 2: 1, 7: 1 }));
    expect(guess).toMatchObject({
      question: { kind: 'choice', options: ['1', '2', '4', '5', '7', '10'] },
      certainty: 'doubtful',
    });
  });

  test('a number where the question asks for one, or the numbers lie far apart', async () => {
    expect((await inferColumn('How many vehicles do you have?', ['1', '2', '1', '0']))?.question.kind).toBe(
      'number',
    );
    expect((await inferColumn('Distance', ['1.5', '12', '400', '3']))?.question.kind).toBe('number');
  });

  test('several answers where the same parts come in different company', async () => {
    const guess = await inferColumn('How did you hear?', [
      'Post;Web;',
      'Web;',
      'Post;',
      'Post;Web;A friend told me;',
      'Radio;Web',
      'Radio',
    ]);
    expect(guess).toMatchObject({
      question: { kind: 'multiple', separator: ';', options: ['Web', 'Post', 'Radio'] },
      certainty: 'doubtful',
    });
    expect(guess?.ground).toContain('1 of their parts is in the respondents’ own words');
  });

  test('several answers whose options hold the separator themselves', async () => {
    const guess = await inferColumn('How do you travel?', [
      'Bus, train or tram, Car',
      'Walking, wheeling or cycling, Car',
      'Bus, train or tram, Walking, wheeling or cycling',
      'Car',
      'Bus, train or tram',
    ]);
    expect(guess?.question).toMatchObject({
      kind: 'multiple',
      separator: ', ',
      options: ['Bus, train or tram', 'Car', 'Walking, wheeling or cycling'],
    });
  });

  test('several answers joined by a comma alone, with options that hold one and a space', async () => {
    const guess = await inferColumn('How did you hear?', [
      'Website,Letter, leaflet or poster',
      'Letter, leaflet or poster',
      'Website',
      'Letter, leaflet or poster,Friend',
      'Friend,Website',
    ]);
    expect(guess?.question).toMatchObject({
      kind: 'multiple',
      separator: ',',
      options: ['Letter, leaflet or poster', 'Website', 'Friend'],
    });
  });

  test('several answers where every cell ends in the mark, as Microsoft Forms writes them', async () => {
    const alone = ['Phone;', 'Post;', 'Phone;', 'Post;', 'Email;'];
    const guess = await inferColumn('How should we write?', alone);
    expect(guess?.question).toMatchObject({ kind: 'multiple', separator: ';', options: ['Phone', 'Post'] });
    const beside = ['None;', 'Credit;', 'Credit;Support;', 'Credit;Support;', 'None;'];
    expect((await inferColumn('Which benefits?', beside))?.question).toMatchObject({
      kind: 'multiple',
      options: ['Credit', 'None', 'Support'],
    });
  });

  test('about the person where the options are ages, whatever is left of the question', async () => {
    const cells = ['Under 18', '18-24', '25-34', '35-64', '65+', '18-24', '65+'];
    expect((await inferColumn('What is your ag..', cells))?.question).toMatchObject({ profile: true });
    const sizes = ['1-2', '3-4', '5-9', '10+', '1-2', '3-4'];
    expect((await inferColumn('How many live there', sizes))?.question).not.toHaveProperty('profile');
    const bilingual = ['Dan 18 / Under 18', '18-34 / 18-34', '35-64 / 35-64', '65 neu drosodd / 65 or over'];
    expect((await inferColumn('Q7', bilingual.concat(bilingual)))?.question).toMatchObject({ profile: true });
  });

  test('a line of title above the headers leaves a grid one question', async () => {
    const rows = [
      ['Response ID', 'Fair', 'Clear', 'Bold', 'Ward'],
      ...Array.from({ length: 8 }, (_, nth) => [
        `R${nth}`,
        ...['Agree', 'Strongly agree', 'Disagree', 'Agree', 'Strongly disagree'].slice(
          nth % 3,
          (nth % 3) + 3,
        ),
        ['North', 'South'][nth % 2] ?? '',
      ]),
    ];
    const plain = await infer(rows);
    const titled = await infer([['Bins consultation 2024', '', '', '', ''], ...rows]);
    expect(plain.questions).toMatchObject([
      { question: { kind: 'scale' } },
      { question: { kind: 'choice' } },
    ]);
    expect(titled.questions).toEqual(plain.questions);
  });

  test('words where respondents typed the lists, each in their own way', async () => {
    const typed = [
      'Helm, kubernetes',
      'kubernetes, etcd',
      'Kubernetes, Flux',
      'helm',
      'Kubernetes, Helm, my own',
    ];
    const { question } = (await inferColumn('Which ones?', [...typed, 'etcd, KEDA', 'helm, Argo'])) ?? {};
    expect(question?.kind).toBe('text');
    const form = typed.map((cell) => cell.replace('helm', 'Helm').replace('kubernetes', 'Kubernetes'));
    expect((await inferColumn('Which ones?', [...form, 'etcd', 'Helm, Argo']))?.question.kind).toBe(
      'multiple',
    );
  });

  test('a scale where every label is a Welsh and English pair', async () => {
    for (const cells of [
      ['Strongly agree / Cytuno’n gryf', 'Agree / Cytuno', 'Disagree / Anghytuno'],
      ['Strongly agree (Cytuno’n gryf)', 'Agree (Cytuno)', 'Disagree (Anghytuno)'],
      ['Cytuno’n gryf\nStrongly agree', 'Cytuno\nAgree', 'Anghytuno\nDisagree'],
    ])
      expect((await inferColumn('The plan is good', cells.concat(cells)))?.question).toMatchObject({
        kind: 'scale',
        scale: 'agreement',
      });
  });

  test('a choice where numbers are of age groups, or of one option to select', async () => {
    const cells = ['1', '2', '3', '4', '2', '5'];
    expect((await inferColumn('Age group', cells))?.question.kind).toBe('choice');
    expect((await inferColumn('How many employees? (select one)', cells))?.question.kind).toBe('choice');
    expect((await inferColumn('What is your age?', ['34', '45', '46', '51']))?.question.kind).toBe('number');
  });

  test('one answer where options hold a comma but never come together', async () => {
    const guess = await inferColumn(
      'Are you working?',
      repeated({ 'Employed, full-time': 5, 'Employed, part-time': 4, Retired: 3 }),
    );
    expect(guess?.question.kind).toBe('choice');
  });

  test('text where respondents use their own words', async () => {
    const cells = Array.from(
      { length: 30 },
      (_, n) => `Comment number ${n}, which says that the ${n % 3} is wrong`,
    );
    expect((await inferColumn('Please tell us more', cells))?.question.kind).toBe('text');
  });

  test('text where comments are asked for, though ten sentences come over and over', async () => {
    const sentences = Array.from({ length: 10 }, (_, n) => `The crossing at gate ${n} is far too slow`);
    const cells = repeated(Object.fromEntries(sentences.map((sentence) => [sentence, 6])));
    expect((await inferColumn('Any other comments?', cells))?.question.kind).toBe('text');
    expect((await inferColumn('Which of these comments is yours?', cells))?.question.kind).toBe('choice');
    const asked = repeated({ 'Yes, I would like to comment': 8, 'No, I have nothing to add': 9 });
    expect((await inferColumn('Do you have any comments?', asked))?.question.kind).toBe('choice');
  });

  test('text where two respondents gave their reasons, or a sentence each', async () => {
    expect((await inferColumn('Your reasons', ['Noise', 'Traffic']))?.question.kind).toBe('text');
    expect((await inferColumn('Parks', ['I like them a lot', 'Too far away for me']))?.question.kind).toBe(
      'text',
    );
    expect((await inferColumn('Park', ['North', 'South']))?.question.kind).toBe('choice');
  });

  test.each([
    [
      ['65+', 'Under 18', '18-24', 'Prefer not to say', '25-64'],
      ['Under 18', '18-24', '25-64', '65+', 'Prefer not to say'],
    ],
    [
      ['I would prefer not to say', '65+', "I'd rather not say", '18-24', 'I do not wish to say', '25-64'],
      ['18-24', '25-64', '65+', 'I do not wish to say', 'I would prefer not to say', "I'd rather not say"],
    ],
    [
      [
        '75 a throsodd / 75 and over',
        '16 i 24 oed / 16 to 24',
        'Gwell gennyf beidio â dweud / Prefer not to say',
        'Dan 16 / Under 16',
        '25 i 74 oed / 25 to 74',
      ],
      [
        'Dan 16 / Under 16',
        '16 i 24 oed / 16 to 24',
        '25 i 74 oed / 25 to 74',
        '75 a throsodd / 75 and over',
        'Gwell gennyf beidio â dweud / Prefer not to say',
      ],
    ],
    [
      ['31 - 40', "Byddai'n well gennyf beidio â dweud", 'Over 40', '18 - 30'],
      ['18 - 30', '31 - 40', 'Over 40', "Byddai'n well gennyf beidio â dweud"],
    ],
    [
      ['65 oed neu hŷn', '16-64 oed', 'Dan 16 oed'],
      ['Dan 16 oed', '16-64 oed', '65 oed neu hŷn'],
    ],
    [
      ['Never', 'Often', 'Always', 'Rarely'],
      ['Always', 'Often', 'Rarely', 'Never'],
    ],
    [
      ['Byth / Never', 'Yn aml / Often', 'Bob amser / Always'],
      ['Bob amser / Always', 'Yn aml / Often', 'Byth / Never'],
    ],
    [
      ['Not useful', 'Very useful', 'Somewhat useful'],
      ['Very useful', 'Somewhat useful', 'Not useful'],
    ],
    [
      ['Not at all easy', 'Very easy', 'Somewhat easy'],
      ['Very easy', 'Somewhat easy', 'Not at all easy'],
    ],
    [
      ['Very unfavourably', 'Very favourably', 'Somewhat favourably', 'Neither favourably nor unfavourably'],
      ['Very favourably', 'Somewhat favourably', 'Neither favourably nor unfavourably', 'Very unfavourably'],
    ],
  ])('options in the order of a form: %j', async (labels, ordered) => {
    const guess = await inferColumn(
      'Q',
      labels.flatMap((label) => [label, label]),
    );
    expect(guess?.question).toMatchObject({ kind: 'choice', options: ordered });
  });

  test.each([
    [['Female', 'Male']],
    [['White', 'Non-white']],
    [['3f9a1c', '4be077']],
    [['approve (1)', 'disapprove (-1)']],
  ])('options in no order of their own: %j', async (labels) => {
    const guess = await inferColumn(
      'Q',
      labels.flatMap((label) => [label, label, label]),
    );
    expect(guess?.question).not.toHaveProperty('options');
  });
});

test('numbers beside 0 that some columns have in common and others not are points, and no ticks', async () => {
  const { questions } = await infer([
    [
      'How often in a month? - Bus',
      'How often in a month? - Tram',
      'How often in a month? - Taxi',
      'How often in a month? - Boat',
    ],
    ['0', '0', '2', '0'],
    ['1', '0', '0', '0'],
    ['0', '2', '0', '0'],
  ]);
  expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([['choice', 4]]);
});

test.each([
  ['another number in one column, as a slip of the coding', '11'],
  ['99 in some, for no answer', '99'],
])('but ticks are 0 and 1 beside %s', async (_, odd) => {
  const headers = ['Bus', 'Tram', 'Taxi', 'Boat', 'Foot'].map((part) => `Which? [${part}]`);
  const rows = Array.from({ length: 12 }, (_one, row) => {
    const ticks = headers.map((_header, at): string => ((row + at) % 3 === 0 ? '1' : '0'));
    if (odd === '99') return ticks.with(row % 2, row < 2 ? odd : (ticks[row % 2] ?? ''));
    return ticks.with(2, ticks[2] === '1' ? odd : '0');
  });
  const { questions } = await infer([headers, ...rows]);
  const ticked = questions.filter(({ question: { kind } }) => kind === 'multiple');
  expect(ticked.map(({ columns }) => columns.length)).toEqual([odd === '99' ? 3 : 5]);
});

describe('columns are one question', () => {
  const rows = (...columns: readonly (readonly string[])[]): string[][] =>
    Array.from({ length: Math.max(6, ...columns.map(({ length }) => length)) }, (_, row) =>
      columns.map((column) => column[row % column.length] ?? ''),
    );

  test('where headers share their beginning and the answers their scale', async () => {
    const { questions } = await infer([
      ['Do you agree? - Fair', 'Do you agree? - Clear', 'Anything else?'],
      ...rows(agreement, agreement.toReversed(), [
        'No',
        'It is too dear',
        '',
        'Ask us first',
        '',
        'Why now?',
      ]),
    ]);
    expect(questions.map(({ question }) => [question.kind, question.text ?? ''])).toEqual([
      ['scale', 'Do you agree?'],
      ['text', ''],
    ]);
    expect(questions[0]?.question).toMatchObject({
      items: [
        { id: 'fair', column: 'Do you agree? - Fair', label: 'Fair' },
        { id: 'clear', column: 'Do you agree? - Clear', label: 'Clear' },
      ],
    });
  });

  test('where they stand side by side and share a scale, though the file does not say what was asked', async () => {
    const { questions } = await infer([
      ['The plan is fair', 'The plan is clear'],
      ...rows(agreement, agreement),
    ]);
    expect(questions).toMatchObject([
      { question: { kind: 'scale', items: [{}, {}] }, certainty: 'doubtful' },
    ]);
  });

  test('not where one of them offered other points of the scale', async () => {
    const five = repeated({
      'Strongly agree': 20,
      Agree: 30,
      'Neither agree nor disagree': 15,
      Disagree: 25,
    });
    const three = repeated({ Agree: 40, Disagree: 35, Unsure: 15 });
    const four = repeated({ 'Definitely agree': 30, 'Tend to agree': 40, 'Definitely disagree': 20 });
    const { questions } = await infer([['A good plan', 'Fair', 'Clear'], ...rows(five, three, four)]);
    expect(questions.map(({ question }) => 'options' in question && question.options)).toEqual([
      ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'],
      ['Agree', 'Disagree', 'Unsure'],
      ['Definitely agree', 'Tend to agree', 'Tend to disagree', 'Definitely disagree'],
    ]);
  });

  test('though nobody took the ends of it in one of them, as may be by chance', async () => {
    const most = repeated({ 'Strongly agree': 4, Agree: 30, Disagree: 25, 'Strongly disagree': 3 });
    const milder = repeated({ Agree: 34, 'Neither agree nor disagree': 5, Disagree: 23 });
    const { questions } = await infer([['A good plan', 'Fair'], ...rows(most, milder)]);
    expect(questions).toMatchObject([{ question: { items: [{}, {}] } }]);
  });

  test.each([
    [
      ['Q1: How far do you agree? More buses', 'Q1: How far do you agree? A new pool'],
      'Q1: How far do you agree?',
    ],
    [['How far do you agree. More buses', 'How far do you agree. A new pool'], 'How far do you agree'],
    [['How far do you agree – More buses', 'How far do you agree – A new pool'], 'How far do you agree'],
    [['How far do you agree? (More buses)', 'How far do you agree? (A new pool)'], 'How far do you agree?'],
  ])('where one row of headers shares the question: %j', async (headers, text) => {
    const { questions } = await infer([headers, ...rows(agreement, agreement)]);
    expect(questions).toMatchObject([
      { question: { kind: 'scale', text, items: [{ label: 'More buses' }, { label: 'A new pool' }] } },
    ]);
  });

  test('where crosses stand under codes of one question, or under options without one', async () => {
    const cross = ['x', '', 'x'];
    const { questions } = await infer([
      ['Q3_1', 'Q3_2', 'Gap', 'Pool', 'Gym'],
      ...rows(cross, ['', 'X'], ['No', 'Yes'], cross, ['', 'x']),
    ]);
    expect(questions.map(({ question, columns }) => [question.kind, columns])).toEqual([
      ['multiple', ['Q3_1', 'Q3_2']],
      ['scale', ['Gap']],
      ['multiple', ['Pool', 'Gym']],
    ]);
  });

  test('where 1 and 0 stand under the numbers of what belongs to one question, the first of which is 1', async () => {
    const cells = rows(['1', '0', '1'], ['0', '0', '1']);
    const { questions } = await infer(
      [['URN', 'Q3_1', 'Q3_2', 'Q4'], ...cells.map((row, n) => [`${n}`, ...row, '2'])],
      'jisc',
    );
    expect(questions[0]).toMatchObject({ question: { kind: 'multiple', options: ['1', '2'] } });
    const plain = await infer([['Q3_1', 'Q3_2'], ...cells]);
    expect(plain.questions).toMatchObject([{ question: { kind: 'choice', items: [{}, {}] } }]);
    const rated = await infer([['Q3_1', 'Q3_2'], ...rows(['1', '1', '1'], ['0', '0', '1'])]);
    expect(rated.questions).toMatchObject([{ question: { kind: 'choice', items: [{}, {}] } }]);
  });

  test('where the question stands over the first of three options or more, whose names stand in the cells alone', async () => {
    const cells = rows(
      ['Bus', '', 'Bus', '', '', 'Bus', '', 'Bus', '', ''],
      ['', 'Tram', 'Tram', '', 'Tram', '', '', '', '', ''],
      ['', '', '', 'Ferry', '', '', 'Ferry', '', '', ''],
      ['', '', 'By canoe', '', '', 'I swim', '', '', '', ''],
    );
    const { questions } = await infer([['How do you travel?', '', 'Unnamed: 2', ''], ...cells]);
    expect(questions).toMatchObject([
      { question: { kind: 'multiple', text: 'How do you travel?', options: ['Bus', 'Tram', 'Ferry'] } },
      { columns: ['#4'] },
    ]);
  });

  test('but not where rows in brackets, without a question in front of them, are of two grids', async () => {
    const { questions } = await infer(
      [
        ['Timestamp', '[Parks]', '[Libraries]', '[Price]', '[Speed]'],
        ...rows(
          ['3/1/2025 10:00:11', '3/2/2025 10:00:11', '3/3/2025 10:00:11', '3/4/2025 10:00:11'],
          ['Agree', 'Disagree', 'Agree', 'Strongly agree'],
          ['Disagree', 'Agree', 'Disagree', 'Agree'],
          ['Satisfied', 'Dissatisfied', 'Satisfied', 'Satisfied'],
          ['Very satisfied', 'Satisfied', 'Satisfied', 'Very satisfied'],
        ),
      ],
      'googleforms',
    );
    expect(questions).toMatchObject([
      { columns: ['[Parks]', '[Libraries]'], question: { kind: 'scale', scale: 'agreement' } },
      { columns: ['[Price]', '[Speed]'], question: { kind: 'scale', scale: 'satisfaction' } },
    ]);
  });

  test.each([
    ['as it is', ['Ways', 'Ways', 'Ways', 'Ways']],
    ['as pandas tells them apart', ['Ways', 'Ways.1', 'Ways.2', 'Ways.3']],
    ['with an underscore', ['Ways ', 'Ways _1', 'Ways _2', 'Ways _3']],
    ['as a spreadsheet does', ['Ways', 'Ways2', 'Ways3', 'Ways4']],
    ['as readr does', ['Ways...1', 'Ways...2', 'Ways...3', 'Ways...4']],
  ])('where the question stands over every option again, %s', async (_, headers) => {
    const cells = rows(
      ['Bus', '', 'Bus', '', '', 'Bus'],
      ['', 'Tram', 'Tram', '', 'Tram', ''],
      ['', '', '', '', '', ''],
      ['', '', '', 'Ferry', '', ''],
    );
    const { questions } = await infer([headers, ...cells]);
    expect(questions).toMatchObject([
      { question: { kind: 'multiple', text: 'Ways', options: ['Bus', 'Tram', expect.any(String), 'Ferry'] } },
    ]);
    const others = rows(['Bus', '', 'Tram', 'Bus'], ['', 'Red', 'Blue', ''], ['', 'Red', '', 'Red']);
    const { questions: apart } = await infer([headers.slice(0, 3), ...others]);
    expect(apart.map(({ question }) => question.kind)).not.toContain('multiple');
  });

  const [daily, bus, walk] = ['Daily Daily', 'Bus  Bus Bus', '  Walk Walk Walk'].map((cells) =>
    cells.split(' '),
  );
  test.each([
    ['codes with numbers', 'Q1 Q1.1 Q1.2', [daily, bus, walk]],
    ['more codes with numbers', 'Q1 Q11 Q12', [daily, bus, walk]],
    ['two columns', 'Ways Ways', [daily, bus]],
    ['consent', 'Consent Consent Consent', [['Yes', 'Yes'], bus, walk]],
    ['what asks for words', 'Comments Comments Comments', [daily, bus, walk]],
    ['points of a scale', 'Rail Rail Rail Rail', [['Agree', 'Agree'], daily, bus, walk]],
    ['what one person said', 'Carer Carer Carer', [['Ann'], ['', 'Tom'], ['', '', 'Eve']]],
    ['sentences', 'Rail Rail Rail', [['It is late and dear', 'It is late and dear'], bus, walk]],
  ])('but not where %s have a header in common', async (_, headers, columns) => {
    const cells = Array.from({ length: 6 }, (__, row) => [
      `${row * 7 + 20}`,
      ...columns.map((column = []) => column[row] ?? ''),
    ]);
    const { questions } = await infer([['Age', ...headers.split(' ')], ...cells]);
    expect(questions.map(({ question }) => question.kind)).not.toContain('multiple');
  });

  test.each([
    ['Ydw', 'Nac ydw'],
    ['Oui', 'Non'],
    ['Ja', 'Nein'],
    ['Checked', 'Unchecked'],
    ['TRUE', 'FALSE'],
    ['Selected', 'Not selected'],
  ])('where %s and %s say what was ticked', async (yes, no) => {
    const { questions } = await infer([
      ['Which do you use? - Bus', 'Which do you use? - Train'],
      ...rows([yes, no], [no, no, yes]),
    ]);
    expect(questions).toMatchObject([{ question: { kind: 'multiple', options: ['Bus', 'Train'] } }]);
  });

  test('of two questions with several answers that Typeform writes side by side, "Other" ends the first', async () => {
    const { questions } = await infer(
      [
        ['#', 'Submit Date (UTC)', 'Bus', 'Tram', 'Other', 'Red', 'Blue', 'Other'],
        ['a', '2024-05-01', 'Bus', '', 'A canoe', 'Red', 'Blue', ''],
        ['b', '2024-05-01', 'Bus', 'Tram', '', '', 'Blue', 'Green'],
      ],
      'typeform',
    );
    expect(questions.map(({ columns }) => columns)).toEqual([
      ['Bus', 'Tram', 'Other'],
      ['Red', 'Blue', 'Other (2)'],
    ]);
  });

  test('of which the first was ticked late, so that the first rows do not tell that it is one', async () => {
    const early = Array.from({ length: 700 }, (_, row) => [
      `token${row}`.padEnd(24, '0'),
      '2024-05-01',
      row % 2 === 0 ? 'Agree' : 'Disagree',
      '',
      'Tram '.repeat(20).trim(),
      row % 3 === 0 ? 'Boat' : '',
    ]);
    const late = ['z'.padEnd(24, '0'), '2024-05-01', 'Agree', 'Bus', '', ''];
    const headers = ['#', 'Submit Date (UTC)', 'Is it fair?', 'Bus', 'Tram '.repeat(20).trim(), 'Boat'];
    const { questions } = await infer(
      [headers, ...early, late, late.with(0, 'y'.padEnd(24, '0'))],
      'typeform',
    );
    expect(questions.at(-1)).toMatchObject({ columns: headers.slice(3), question: { kind: 'multiple' } });
  });

  test('and of which others were ticked late or never, or only then was one written in', async () => {
    const own = ['Bus', 'Tram', 'Canoe', 'Ferry', 'Other'];
    const ticks = (row: number): string[] =>
      row < 100 ? ['', 'Tram', '', '', ''] : ['Bus', '', '', 'Ferry', row % 2 === 0 ? 'Skates' : 'Skis'];
    const responses = Array.from({ length: 110 }, (_, row) => [
      ...[`token${row}`.padEnd(24, '0'), '2024-05-01', row % 2 === 0 ? 'Agree' : 'Disagree'],
      ...ticks(row),
      row % 2 === 0 ? 'Yes' : 'No',
    ]);
    const headers = ['#', 'Submit Date (UTC)', 'Is it fair?', ...own, 'Do you drive?'];
    const { questions } = await infer([headers, ...responses], 'typeform');
    expect(questions.map(({ columns }) => columns)).toEqual([['Is it fair?'], own, ['Do you drive?']]);
  });

  test('but for a question of Typeform in front of them that says 1 or nothing', async () => {
    const headers = ['#', 'Submit Date (UTC)', 'Is it fair?', 'Are you a resident', 'Bus', 'Boat'];
    const responses = Array.from({ length: 9 }, (_, row) => [
      `token${row}`.padEnd(24, '0'),
      '2024-05-01',
      row % 2 === 0 ? 'Agree' : 'Disagree',
      row % 2 === 0 ? '1' : '',
      row % 3 === 0 ? '' : 'Bus',
      row % 3 === 0 ? 'Boat' : '',
    ]);
    const { questions } = await infer([headers, ...responses], 'typeform');
    expect(questions.map(({ columns }) => columns)).toEqual([
      ['Is it fair?'],
      ['Are you a resident'],
      ['Bus', 'Boat'],
    ]);
  });

  test.each(['typeform', 'redcap', 'kobo', 'microsoftforms'])(
    'where %s leaves the question out, whatever else the file divides',
    async (platform) => {
      const { questions } = await infer(
        [
          ['#', 'The plan is fair', 'The plan is clear', 'uses___1', 'uses___2'],
          ...rows(['a', 'b'], agreement, agreement, ['1', '0'], ['0', '1']),
        ],
        platform,
      );
      expect(questions.find(({ question }) => question.kind === 'scale')).toMatchObject({
        question: { items: [{}, {}] },
        certainty: 'doubtful',
      });
    },
  );

  test('a row of a grid that one person answered is a row of it, whatever the question asks', async () => {
    const asked = 'Why did you stay? How important are these?';
    const levels = ['Very important', 'Important', 'Neutral', 'Not important'];
    const { questions } = await infer([
      ['Response ID', `Friends:${asked}`, `Pay:${asked}`, `It works:${asked}`, 'Legacy Comments'],
      ...levels.map((level, row) => [`${row}`, level, levels[3 - row] ?? '', row === 0 ? level : '', '']),
    ]);
    expect(questions).toMatchObject([{ question: { items: [{}, {}, {}] } }]);
  });

  test('an option with the code 0, or called No, is not ticked by 0 or by no', async () => {
    const zero = await infer(
      [
        ['record_id', 'uses___0', 'uses___1', 'uses___2', 'redcap_event_name'],
        ...rows(['1', '2', '3'], ['1', '0', '0'], ['0', '1', '1'], ['0', '0', '1'], ['a', 'a', 'a']),
      ],
      'redcap',
    );
    expect(zero.questions).toMatchObject([{ question: { kind: 'multiple', options: ['0', '1', '2'] } }]);
    const no = await infer(
      [
        ['id', 'Help [No]', 'Help [Family]', 'Help [Grants]'],
        ...rows(['1', '2', '3'], ['Yes', 'No', 'No'], ['No', 'Yes', 'Yes'], ['No', 'No', 'Yes']),
      ],
      'limesurvey',
    );
    expect(no.questions).toMatchObject([
      { question: { kind: 'multiple', options: ['No', 'Family', 'Grants'] } },
    ]);
  });

  test('where each of them has the scale but for a misspelling', async () => {
    const slips = [...agreement, 'Agre'];
    const { questions } = await infer([['The plan is fair', 'The plan is clear'], ...rows(slips, slips)]);
    expect(questions).toMatchObject([{ question: { kind: 'choice', items: [{}, {}] }, instead: {} }]);
  });

  test.each(['Yes', '1'])('where “%s” or nothing stands under options without a question', async (yes) => {
    const ticked = Array.from({ length: 12 }, (_, n) => [
      `${n}`,
      n % 2 ? yes : '',
      n % 3 ? yes : '',
      'words',
    ]);
    const { questions } = await infer([['Response ID', 'Parks', 'Roads', 'Comments'], ...ticked]);
    expect(questions[0]?.question).toMatchObject({
      kind: 'multiple',
      columns: ['Parks', 'Roads'],
    });
    const asked = await infer([['Response ID', 'Which do you use?', 'How often?', 'Comments'], ...ticked]);
    expect(asked.questions[0]?.question.kind).not.toBe('multiple');
  });

  test('but Yes and No side by side are questions of their own', async () => {
    const { questions } = await infer([
      ['Do you drive?', 'Do you cycle?'],
      ...rows(['Yes', 'No'], ['No', 'Yes']),
    ]);
    expect(questions).toHaveLength(2);
  });

  test('where each cell repeats its own option', async () => {
    const { questions } = await infer([
      ['Which do you use? - Bus', 'Which do you use? - Train', 'Which do you use? - Other (please specify)'],
      ...rows(['Bus', ''], ['', 'Train'], ['', '', 'Ferry']),
    ]);
    expect(questions).toMatchObject([
      {
        question: {
          kind: 'multiple',
          text: 'Which do you use?',
          options: ['Bus', 'Train', 'Other (please specify)'],
        },
      },
    ]);
  });

  test('but not where one row of a grid happens to have only Yes and No', async () => {
    const { questions } = await infer([
      ['id', 'lastpage', ...['Bus', 'Car', 'Bike'].map((row) => `Q1. Do you own one? [${row}]`)],
      ['1', '3', 'Yes', 'No', 'Do not know'],
      ['2', '3', 'No', 'Yes', 'No'],
      ['3', '3', 'No', 'Do not know', 'Yes'],
    ]);
    expect(questions).toMatchObject([
      { question: { kind: 'scale', items: [{ label: 'Bus' }, { label: 'Car' }, { label: 'Bike' }] } },
    ]);
  });

  test.each(['Rarely', 'Ye s', 'Yes, sometimes'])(
    'and where one cell of another option holds “%s” beside Yes, the others stay ticks',
    async (stray) => {
      const { questions } = await infer([
        ['Bus', 'Train', 'Walk', 'Car'].map((option) => `How do you travel? [${option}]`),
        ...rows(
          ['Yes', '', 'Yes', '', '', 'Yes'],
          ['', 'Yes', '', 'Yes', 'Yes', ''],
          ['', 'Yes', 'Yes', '', 'Yes', 'Yes'],
          ['Yes', '', stray, 'Yes', '', ''],
        ),
      ]);
      expect(questions[0]).toMatchObject({
        columns: ['Bus', 'Train', 'Walk'].map((option) => `How do you travel? [${option}]`),
        question: { kind: 'multiple', options: ['Bus', 'Train', 'Walk'] },
      });
    },
  );

  test('where some rows have slipped, so that options stand under the header beside theirs', async () => {
    const header = ['Bus', 'Car', 'Train', 'Boat'].map((option) => `Which do you use? - ${option}`);
    const { questions } = await infer([
      header,
      ...Array.from({ length: 15 }, () => ['Bus', 'Car', 'Train', '']),
      ...Array.from({ length: 15 }, () => ['', 'Bus', 'Car', 'Train']),
      ...Array.from({ length: 15 }, () => ['Bus', '', '', 'Boat']),
    ]);
    expect(questions).toMatchObject([{ question: { kind: 'multiple', columns: header } }]);
  });

  describe('with one answer, where each option has a column', () => {
    const ticked = (stem: string, options: readonly string[], ticks: readonly string[]) => [
      options.map((option) => `${stem} - ${option}`),
      ...ticks.map((tick) => options.map((option) => (tick.split(' & ').includes(option) ? option : ''))),
    ];

    test('nobody ticked two, and they are of a scale: in its order', async () => {
      const options = [
        'Disagree',
        'Agree',
        'Neither agree nor disagree',
        'Strongly agree',
        'Strongly disagree',
      ];
      const { questions } = await infer(
        ticked('The plan is good', options, repeated({ Agree: 4, Disagree: 3 })),
      );
      expect(questions).toMatchObject([
        {
          question: {
            kind: 'scale',
            scale: 'agreement',
            options: agreement,
            columns: agreement.map((option) => `The plan is good - ${option}`),
          },
          ground: 'one column an option, and nobody ticked two',
        },
      ]);
    });

    test('or of a family that has an order, such as ages', async () => {
      const options = ['25 to 44', 'Under 25', '45 or over', 'Prefer not to say'];
      const ticks = repeated({ 'Under 25': 3, '25 to 44': 2, '45 or over': 2 });
      expect((await infer(ticked('How old are you?', options, ticks))).questions).toMatchObject([
        {
          question: { kind: 'choice', options: ['Under 25', '25 to 44', '45 or over', 'Prefer not to say'] },
        },
      ]);
    });

    test('or nobody of a good many, where it is about the person', async () => {
      const ticks = repeated({ Female: 12, Male: 9 });
      const { questions } = await infer(ticked('What is your sex?', ['Female', 'Male'], ticks));
      expect(questions).toMatchObject([{ question: { kind: 'choice', profile: true } }]);
    });

    test('or nobody of very many ticked two, and nobody was told that they may', async () => {
      const ticks = repeated({ Bus: 60, Car: 40 });
      const kinds = async (stem: string) =>
        (await infer(ticked(stem, ['Car', 'Bus', 'Boat'], ticks))).questions.map(({ question }) => question);
      expect(await kinds('How did you come?')).toMatchObject([
        { kind: 'choice', options: ['Car', 'Bus', 'Boat'] },
      ]);
      expect(await kinds('How did you come? Tick all that apply')).toMatchObject([{ kind: 'multiple' }]);
      const floors = ticked(
        'Which floors? (tick all that apply)',
        ['First', 'Second'],
        ['First', 'Second', 'First', 'First', 'Second'],
      );
      expect((await infer(floors)).questions[0]?.question.kind).toBe('multiple');
    });

    describe('a few who ticked two', () => {
      const given = async (stem: string, options: readonly string[], ticks: readonly string[]) =>
        (await infer(ticked(stem, options, ticks))).questions;
      const views = repeated({ Agree: 10, Disagree: 9, 'Strongly agree & Agree': 1 });
      const ways = repeated({ Bus: 60, Car: 40, 'Bus & Car': 2 });

      test('of a scale did so by mistake, unless the question asks for several', async () => {
        expect(await given('The plan is good', agreement, views)).toMatchObject([
          {
            question: { kind: 'scale', options: agreement },
            certainty: 'likely',
            ground: 'one column an option; “Strongly agree; Agree” is more than one and not counted',
            uncounted: ['Strongly agree; Agree'],
          },
        ]);
        const several = await given('The plan is good (tick all that apply)', agreement, views);
        expect(several).toMatchObject([{ question: { kind: 'multiple' }, certainty: 'likely' }]);
      });

      test('of other options did so by mistake where the question asks for one', async () => {
        expect(
          await given('How did you come? Tick one box only', ['Bus', 'Car', 'Boat'], ways),
        ).toMatchObject([{ question: { kind: 'choice' }, certainty: 'likely', uncounted: ['Bus; Car'] }]);
      });

      test('of what is true of a person did so by mistake, probably, where they are one in a hundred', async () => {
        const women = repeated({ Female: 60, Male: 40, 'Female & Male': 1 });
        const told = (ticks: readonly string[]) =>
          given('What is your gender?', ['Female', 'Male', 'Non-binary'], ticks);
        expect(await told(women)).toMatchObject([
          { question: { kind: 'choice' }, certainty: 'doubtful', uncounted: ['Female; Male'] },
        ]);
        expect(await told([...women, 'Female & Non-binary'])).toMatchObject([
          { question: { kind: 'multiple' }, certainty: 'doubtful' },
        ]);
      });

      test('of other options make it doubtful, where the question does not say', async () => {
        expect(await given('How did you come?', ['Bus', 'Car', 'Boat'], ways)).toMatchObject([
          {
            question: { kind: 'multiple' },
            certainty: 'doubtful',
            ground:
              'one column an option; only 2 of 102 ticked two, by mistake if the form allowed one answer',
          },
        ]);
        const told = await given('How did you come? Tick all that apply', ['Bus', 'Car', 'Boat'], ways);
        expect(told).toMatchObject([{ question: { kind: 'multiple' }, certainty: 'likely' }]);
      });
    });

    describe('in a grid', () => {
      const parts = ['Speed', 'Price'].flatMap((row) => agreement.map((option) => `${row} - ${option}`));
      const header = parts.map((part) => `How good? - ${part}`);
      const grid = (...given: (readonly [speed: string, price: string])[]) => [
        ['Respondent ID', 'How good?', ...parts.map(() => ''), 'Where?'],
        ['', ...parts, 'Other (please specify)', 'Response'],
        ...given.map((two, row) => [
          String(114_069_855_029 + row),
          ...two.flatMap((said) =>
            agreement.map((option) => (said.split(' & ').includes(option) ? option : '')),
          ),
          `it is ${row}`,
          'here',
        ]),
      ];
      const four = [
        ['Agree', 'Disagree'],
        ['Agree', 'Agree'],
        ['Strongly agree', ''],
        ['Disagree', 'Agree'],
      ] as const;

      test('the rows are items, each with the columns of its options', async () => {
        const { questions } = await infer(grid(...four));
        expect(questions.map(({ question }) => question)).toMatchObject([
          {
            kind: 'scale',
            scale: 'agreement',
            text: 'How good?',
            options: agreement,
            items: [
              { id: 'speed', label: 'Speed', columns: header.slice(0, 5) },
              { id: 'price', label: 'Price', columns: header.slice(5) },
            ],
          },
          { kind: 'text', column: 'How good? - Other (please specify)' },
          { kind: 'choice', column: 'Where?' },
        ]);
      });

      test('though a few ticked two in a row', async () => {
        const { questions } = await infer(grid(...four, ...four, ...four, ['Agree & Disagree', 'Agree']));
        expect(questions[0]).toMatchObject({
          question: { kind: 'scale', items: [{ id: 'speed' }, { id: 'price' }] },
          uncounted: ['Agree; Disagree'],
        });
      });

      test('but questions with several answers, of a base of their own, where more did', async () => {
        const { questions } = await infer(grid(...four, ['Agree & Disagree', '']));
        expect(questions.map(({ question }) => question)).toMatchObject([
          { kind: 'multiple', text: 'How good? - Speed', options: agreement, columns: header.slice(0, 5) },
          { kind: 'multiple', text: 'How good? - Price', options: agreement, columns: header.slice(5) },
          { kind: 'text' },
          { kind: 'choice' },
        ]);
      });
    });

    test.each([
      ['two were ticked by somebody', ['Yes', 'No'], ['Yes', 'No', 'Yes', 'No', 'Yes', 'Yes & No']],
      ['hardly anybody answered', ['Yes', 'No'], ['Yes', 'No']],
      ['the options do not exclude each other', ['Bus', 'Car'], repeated({ Bus: 5, Car: 5 })],
    ])('but with several where %s', async (_, options, ticks) => {
      const { questions } = await infer(ticked('Which of these?', options, ticks));
      expect(questions).toMatchObject([{ question: { kind: 'multiple' } }]);
    });
  });

  test('where Other is ticked in one column and its words stand in another, it is one option', async () => {
    const other = 'Which do you use? - Other';
    const { questions } = await infer([
      ['Which do you use? - Bus', 'Which do you use? - Train', other, `${other} - Write In (Required)`],
      ...rows(['Bus', ''], ['', 'Train'], ['', '', 'Other', 'Ferry'], ['', '', 'Other', 'On horseback']),
    ]);
    expect(questions.map(({ question }) => question)).toMatchObject([
      { kind: 'multiple', options: ['Bus', 'Train', 'Other'] },
      { kind: 'text' },
    ]);
  });

  test('but a grid of boxes is a question with several answers for each row', async () => {
    const { questions } = await infer(
      [
        ['Timestamp', 'Which days? [Morning]', 'Which days? [Afternoon]'],
        ...['Monday, Tuesday', 'Monday', 'Tuesday, Friday', 'Friday', 'Monday, Friday', 'Tuesday'].map(
          (cell, n, cells) => [`2024-01-0${n + 1} 10:00`, cell, cells.at(-1 - n) ?? ''],
        ),
      ],
      'googleforms',
    );
    expect(questions.map(({ question }) => [question.kind, question.text])).toEqual([
      ['multiple', 'Which days? - Morning'],
      ['multiple', 'Which days? - Afternoon'],
    ]);
  });

  test('of a grid of boxes, though hardly anybody ticked two in one row', async () => {
    const { questions } = await infer(
      [
        [
          'Timestamp',
          'What do you do there? [Parks]',
          'What do you do there? [Paths]',
          'What do you do there? [Pond]',
        ],
        ['2024-01-01 10:00', 'walk', 'cycle', 'walk;swim;cycle'],
        ['2024-01-02 10:00', 'walk;cycle', '', ''],
        ['2024-01-03 10:00', 'cycle', 'walk', ''],
        ['2024-01-04 10:00', 'walk', 'walk', 'swim'],
        ['2024-01-05 10:00', 'walk', 'cycle;walk', ''],
      ],
      'googleforms',
    );
    const own = { kind: 'multiple', separator: ';', options: ['walk', 'cycle', 'swim'] };
    expect(questions.map(({ question }) => question)).toMatchObject([own, own, own]);
  });

  test('where rows of a grid share answers of no known scale; words beside them are a text', async () => {
    const { questions } = await infer([
      ['How often? - Bus', 'How often? - Bike', 'How often? - Comments'],
      ...rows(
        ['Never', 'Often'],
        ['Often', 'Rarely'],
        ['It rains', 'No bus here', 'Too far', 'Hills', 'Cars', 'x'],
      ),
    ]);
    expect(questions.map(({ question }) => question.kind)).toEqual(['choice', 'text']);
    expect(questions[0]?.question).toMatchObject({ options: ['Often', 'Rarely', 'Never'] });
  });
});

test('two rounds side by side with the same headers stay questions of their own', async () => {
  const { questions } = await infer([
    [
      'Respondent ID',
      'Is it fair?',
      'Which bins? - Food',
      'Which bins? - Garden',
      'Is it fair?',
      'Which bins? - Food',
      'Which bins? - Garden',
    ],
    ...Array.from({ length: 9 }, (_, n) =>
      n < 5
        ? [`${n}`, n % 2 === 0 ? 'Yes' : 'No', 'Food', n % 3 === 0 ? 'Garden' : '', '', '', '']
        : [`${n}`, '', '', '', n % 2 === 0 ? 'Yes' : 'No', 'Food', n % 3 === 0 ? 'Garden' : ''],
    ),
  ]);
  expect(questions.map(({ columns }) => columns)).toEqual([
    ['Is it fair?'],
    ['Which bins? - Food', 'Which bins? - Garden'],
    ['Is it fair? (2)'],
    ['Which bins? - Food (2)', 'Which bins? - Garden (2)'],
  ]);
});

describe('many ids', () => {
  const inferFrom = (ids: readonly string[]) =>
    infer([['Response ID', 'Do you agree?'], ...ids.map((id) => [id, 'Agree'])]);
  const ids = Array.from({ length: 6000 }, (_, row) => `R-${row}`);

  test('tell responses apart, and of those that come again one response may be left out', async () => {
    const { respondent, proposals } = await inferFrom([...ids, 'R-7', 'R-70']);
    expect(respondent).toEqual({ id: 'Response ID' });
    expect(proposals.exclude).toEqual(['duplicate']);
    expect((await inferFrom(ids)).proposals.exclude).toEqual([]);
  });

  test('tell nobody apart where many have one in common, or most have none', async () => {
    for (const more of [repeated({ 'R-7': 2000 }), repeated({ '': 7000 })]) {
      const { respondent, questions, others } = await inferFrom([...ids, ...more]);
      expect(respondent).toEqual({});
      expect(questions).toHaveLength(1);
      expect(others).toEqual([{ column: 'Response ID', role: 'technical', isNamed: false }]);
    }
  });
});

test.each(['Respondent ID', 'Reference'])(
  'ids under “%s” of which a spreadsheet has kept the first figures only repeat nothing, and are no question',
  async (header) => {
    const { respondent, proposals, questions, others } = await infer([
      [header, 'Collector ID', 'Do you agree?'],
      ...['1.18867E+11', '1.18867E+11', '1.18869E+11'].map((id) => [id, '460858896', 'Agree']),
    ]);
    expect(respondent).toEqual({});
    expect(proposals.exclude).toEqual([]);
    expect(questions.map(({ columns }) => columns)).toEqual([['Do you agree?']]);
    expect(others).toContainEqual({ column: header, role: 'technical', isNamed: false });
  },
);

test('ids of which only a few are so tell which response repeats another', async () => {
  const ids = Array.from({ length: 20 }, (_, nth) => `${118867123451 + nth}`);
  const { respondent, proposals } = await infer([
    ['Respondent ID', 'Collector ID', 'Do you agree?'],
    ...[...ids, '1.18867E+11', '118867123451'].map((id) => [id, '460858896', 'Agree']),
  ]);
  expect(respondent).toMatchObject({ id: 'Respondent ID' });
  expect(proposals.exclude).toEqual(['duplicate']);
});

test('columns about the respondent, the person and personal data are told apart', async () => {
  const { respondent, others, questions, proposals } = await infer([
    [
      'Response ID',
      'Submitted',
      'Status',
      'Channel',
      'Email address',
      'Which best describes you?',
      'Age group',
    ],
    ['1', '2024-01-03', 'Completed', 'Online', 'a@example.org', 'Parent', '18-24'],
    ['2', '2024-01-04', 'Partial', 'Online', 'b@example.org', 'School', '25-64'],
    ['3', '2024-01-05', 'Completed', 'Paper', 'c@example.org', 'Parent', '25-64'],
    ['3', '2024-01-05', 'Completed', 'Paper', 'd@example.org', 'School', '18-24'],
    ...Array.from({ length: 20 }, (_, n) => [
      `${n + 4}`,
      '2024-01-06',
      'Completed',
      'Online',
      `${n}@example.org`,
      'Parent',
      '18-24',
    ]),
  ]);
  expect(respondent).toEqual({
    id: 'Response ID',
    submitted: 'Submitted',
    status: { column: 'Status', complete: ['Completed'] },
    channel: 'Channel',
  });
  expect(others.filter(({ isNamed }) => !isNamed)).toMatchObject([
    { column: 'Email address', role: 'personal' },
  ]);
  expect(questions.map(({ question }) => [question.id, question.profile === true])).toEqual([
    ['best-describes', false],
    ['age-group', true],
  ]);
  expect(proposals).toEqual({ exclude: ['incomplete', 'duplicate'], breakdowns: ['best-describes'] });
});

describe('a table of how many gave each answer is refused', () => {
  const refused = 'responses.csv is a table of how many gave each answer, not the responses.';

  test('with an option in each row, or a group', async () => {
    await expect(
      infer([
        ['Do you agree?', 'Count'],
        ['Agree', '45'],
        ['Disagree', '30'],
      ]),
    ).rejects.toThrow(refused);
    const groups = [
      ['Which ward?', 'Agree', 'Disagree', 'Total'],
      ['North', '45', '12', '57'],
      ['South', '30', '22', '52'],
    ];
    await expect(infer(groups)).rejects.toThrow(refused);
  });

  test.each([
    [
      'a number that people gave',
      [
        ['Service', 'Visits'],
        ['Library', '45'],
        ['Pool', '30'],
      ],
    ],
    [
      'options that are ticked or not',
      [
        ['Name', 'Agree', 'Disagree'],
        ['Ann', '1', '0'],
        ['Ben', '0', '1'],
      ],
    ],
    [
      'answers that are given twice',
      [
        ['Ward', 'Count'],
        ['North', '45'],
        ['North', '30'],
      ],
    ],
    [
      'what people scored',
      [
        ['Name', 'Total'],
        ['Ann', '70'],
        ['Ben', '58'],
      ],
    ],
  ])('but not %s', async (_, rows) => {
    expect((await infer(rows)).questions).not.toEqual([]);
  });
});

test('whole questions with the same names to choose from are as many questions', async () => {
  const names = ['Ash Park', 'Beech Park', 'Cedar Park', 'Elm Park'];
  const { questions } = await infer([
    ['Which park is nearest to you?', 'Which park do you like least?'],
    ...[0, 1, 2, 3, 0, 1, 2, 3, 0].map((n) => [names[n] ?? '', names[3 - n] ?? '']),
  ]);
  expect(questions.map(({ question }) => question)).toMatchObject([
    { kind: 'choice', column: 'Which park is nearest to you?' },
    { kind: 'choice', column: 'Which park do you like least?' },
  ]);
});

test('what people are willing to tell is one question, though one of its rows names what they are', async () => {
  const willing = ['Very willing', 'Quite willing', 'Moderately willing', 'Not at all willing'];
  const { questions } = await infer([
    ['Response ID', 'Share hobbies', 'Share religion', 'Share photographs', 'Religion'],
    ...willing.flatMap((one, n) => [
      [`R${n}`, one, willing[3 - n] ?? '', one, 'None'],
      [`S${n}`, one, one, willing[0] ?? '', 'Christian'],
    ]),
  ]);
  const [grid, religion] = questions.map(({ question }) => question);
  expect(questions).toHaveLength(2);
  expect(grid).toMatchObject({ kind: 'choice', items: [{}, {}, {}] });
  expect(religion).toMatchObject({ column: 'Religion', profile: true });
});

test('statements side by side are one question though a second header row is blank over them', async () => {
  const answers = ['Agree', 'Disagree', 'Neither agree nor disagree'];
  const { questions } = await infer([
    ['Response ID', 'How do you travel?', '', 'It is complete', 'It is fair', 'It is clear'],
    ['', 'Bus', 'Car', '', '', ''],
    ...Array.from({ length: 12 }, (__, n) => [
      `${n + 100}`,
      n % 2 === 0 ? 'Bus' : '',
      n % 3 === 0 ? 'Car' : '',
      ...[0, 1, 2].map((shift) => answers[(n + shift) % 3] ?? ''),
    ]),
  ]);
  expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
    ['multiple', 2],
    ['scale', 3],
  ]);
});
