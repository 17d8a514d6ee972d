import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { infer, inferColumn, repeated } from '../../support/infer.ts';
import { collect, countsOf, issuesOf, itemOf } from '../../support/survey.ts';

const optionsOf = async (question: string, cells: Readonly<Record<string, number>>) => {
  const asked = (await inferColumn(question, repeated(cells)))?.question;
  return { kind: asked?.kind, options: asked && 'options' in asked ? asked.options : undefined };
};

test('a comma with white space in an option does not keep together what bare commas join', async () => {
  const cells = {
    'In person, one to one,Groups,Email': 21,
    'In person, one to one,Groups,Online,Email': 14,
    'In person, one to one': 13,
    'In person, one to one,Email': 5,
    'In person, one to one,Online,Phone': 3,
    'Groups,Email': 2,
    'Online,Phone,Post': 1,
    'In person, one to one,Groups,Post': 1,
  };
  expect(await optionsOf('How do you talk? (Check all that apply)', cells)).toEqual({
    kind: 'multiple',
    options: ['In person, one to one', 'Email', 'Groups', 'Online', 'Phone', 'Post'],
  });
});

describe('two options joined by a comma', () => {
  test('are two answers where each was given alone at least as often', async () => {
    const cells = { Phone: 9, Email: 5, 'Phone, Email': 4 };
    expect(await optionsOf('How may we reach you?', cells)).toEqual({
      kind: 'multiple',
      options: ['Phone', 'Email'],
    });
  });

  test('are two answers, however often they were given together, where the question asks for all', async () => {
    for (const words of [
      '(tick all that apply)',
      '- select all which apply',
      'Please choose up to two',
      'Which of these apply?',
    ])
      expect(await optionsOf(`How may we reach you? ${words}`, { Phone: 9, 'Phone, Email': 14 })).toEqual({
        kind: 'multiple',
        options: ['Phone', 'Email'],
      });
  });

  test('are one where they were given together more often, and nothing says that several may be', async () => {
    expect((await optionsOf('How may we reach you?', { Phone: 9, Email: 3, 'Phone, Email': 14 })).kind).toBe(
      'choice',
    );
  });

  test('are two answers, however often, where the platform joins answers so, and one where it does not', async () => {
    const rows = repeated({ Phone: 9, Email: 3, 'Phone, Email': 14 }).map((cell, n) => [
      `AB${n}`,
      '2024-02-01',
      cell,
    ]);
    const table = [['Reference', 'Submitted at', 'How may we reach you?'], ...rows];
    const kind = async (platform: string) => (await infer(table, platform)).questions[0]?.question.kind;
    expect([await kind('govukforms'), await kind('generic')]).toEqual(['multiple', 'choice']);
  });

  test.each([
    { Yes: 20, 'Yes, definitely': 5, Definitely: 6, No: 9 },
    { Sport: 12, Arts: 9, 'Arts, leisure and culture': 6 },
    { Sport: 12, 'Arts, leisure and culture': 6 },
  ])('are one where a comma belongs to the option: %o', async (cells) => {
    expect((await optionsOf('What matters to you?', cells)).kind).not.toBe('multiple');
  });

  test('are no answers cut in two where one option has a comma and the question asks for all', async () => {
    const cells = { Sport: 12, 'Arts, leisure and culture': 6, 'Sport, Arts, leisure and culture': 5 };
    expect(await optionsOf('What do you use? Tick all that apply', cells)).toEqual({
      kind: 'multiple',
      options: ['Sport', 'Arts, leisure and culture'],
    });
  });

  test.each([
    { Bus: 9, 'Bus, tram or train': 6, 'Bus, Bus, tram or train': 4, Walk: 8, 'Bus, tram or train, Walk': 3 },
    { Bus: 9, 'Bus, tram or train': 8, Walk: 8, 'Bus, tram or train, Walk': 3 },
    { Bus: 9, 'Bus, Tram or train': 6, 'Bus, Bus, Tram or train': 4, Walk: 8, 'Bus, Tram or train, Walk': 3 },
  ])('are the options of which one begins another: %o', async (cells) => {
    const { options } = await optionsOf('What do you use? Tick all that apply', cells);
    expect(options?.map((option) => String(option).toLowerCase()).toSorted()).toEqual([
      'bus',
      'bus, tram or train',
      'walk',
    ]);
  });

  test('are two answers where a few have one in lower case behind another, which the form may have offered so', async () => {
    const cells = { Bus: 9, 'Bus, train': 4, Walk: 8, 'Bus, Walk': 3 };
    const { options } = await optionsOf('What do you use? Tick all that apply', cells);
    expect(options).toEqual(['Bus', 'Walk', 'train']);
  });

  test('are two answers beside options with a comma that nobody gave alone', async () => {
    const cells = {
      Museum: 9,
      Library: 8,
      'None of the above': 4,
      'Library, Museum': 3,
      'Parks, gardens and open spaces, Museum': 4,
    };
    expect((await optionsOf('Which services?', cells)).options).toEqual([
      'Museum',
      'Library',
      'None of the above',
      'Parks, gardens and open spaces',
    ]);
  });
});

describe('a separator that has white space behind it only here and there', () => {
  const question = 'What should we spend more on? Tick all that apply';

  test('is part of an option there, as where Google Forms joins options with “;”', async () => {
    const cells = {
      'Roads;Crime; theft': 9,
      'Crime; theft': 5,
      'Crime; violence;Roads': 4,
      'Parks;Crime; violence': 3,
      'Roads;Parks': 6,
    };
    expect((await optionsOf(question, cells)).options).toEqual([
      'Roads',
      'Crime; theft',
      'Parks',
      'Crime; violence',
    ]);
  });

  test('is part of an option where each cell ends with the bare one, as those of Microsoft Forms do', async () => {
    const cells = { 'Roads;': 4, 'Crime; theft;': 6, 'Parks;': 5 };
    expect((await optionsOf(question, cells)).options).toEqual(['Crime; theft', 'Parks', 'Roads']);
  });

  test('divides answers where somebody typed the lists, now with white space and now without', async () => {
    const cells = { 'Roads; Parks': 6, 'Parks;Roads': 3, 'Parks; Bins': 5, 'Roads; Bins': 4, Roads: 4 };
    expect((await optionsOf(question, cells)).options).toEqual(['Roads', 'Parks', 'Bins']);
  });

  test('divides them at the bare one, where commas have white space behind them and some cells end in one', async () => {
    const cells = {
      'Too dear, Too far ': 109,
      'Too far ': 89,
      'Too dear': 53,
      'No time ': 23,
      'Too far ,': 15,
      'Too dear,Too far ': 2,
    };
    const rows = [['Why not?'], ...repeated(cells).map((cell) => [cell])];
    const inference = await infer(rows);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    const item = itemOf(analyse(responses), String(inference.questions[0]?.question.id));
    expect(countsOf(item)).toEqual([
      ['Too far', 215],
      ['Too dear', 164],
      ['No time', 23],
    ]);
  });
});

test('“None of the above” is an option and no words of one’s own, though one person chose it', async () => {
  const cells = { Museum: 9, Library: 8, 'Library;Museum': 3, 'None of the above': 1, 'A toy shop': 1 };
  const guess = await inferColumn('Which do you use?', repeated(cells));
  expect(guess?.question).toMatchObject({ options: ['Museum', 'Library', 'None of the above'] });
  expect(guess?.ground).toContain('1 of their parts is in the respondents’ own words');
});

test('a few cells with several are no answers where the form asks for one', async () => {
  const cells = { Resident: 30, Business: 25, Visitor: 20, 'Resident;Business': 2, 'Resident;Visitor': 2 };
  expect((await optionsOf('Which are you?', cells)).kind).toBe('multiple');
  expect((await optionsOf('Which are you? (Tick one only)', cells)).kind).toBe('choice');
});

test('a tenth with two are a mistake where the question asks what best describes somebody, and more are not', async () => {
  const cells = { Resident: 31, Business: 15, Visitor: 8, 'Resident, Business': 4, 'Resident, Visitor': 2 };
  for (const question of ['Which best describes you?', 'Which of these most closely describes you?']) {
    expect(await inferColumn(question, repeated(cells))).toMatchObject({
      question: { kind: 'choice' },
      uncounted: ['Resident, Business', 'Resident, Visitor'],
    });
    expect((await optionsOf(question, { ...cells, 'Business, Visitor': 1 })).kind).toBe('multiple');
    expect((await optionsOf(`${question} Tick all that apply`, cells)).kind).toBe('multiple');
  }
});

test('words are doubtful where many cells are nothing but other answers with a space between them', async () => {
  const offered = ['more signs', 'more wardens', 'fewer cars', 'lower speeds', 'better paths'];
  const both = offered.flatMap((one) => offered.flatMap((two) => (one === two ? [] : [`${one} ${two}`])));
  const written = Array.from({ length: 90 }, (_, n) => `ask number ${n} of the street`);
  const alone = [...offered, ...offered];
  const question = 'What should we do?';
  expect(await inferColumn(question, [...alone, ...both, ...written])).toMatchObject({
    question: { kind: 'text' },
    certainty: 'doubtful',
    ground: expect.stringContaining('with no mark between them') as unknown,
  });
  expect(await inferColumn(question, [...alone, ...both.slice(0, 9), ...written])).toMatchObject({
    question: { kind: 'text' },
    certainty: 'likely',
  });
});

test('many cells with several are doubtful where the form asks for one', async () => {
  const cells = repeated({ Resident: 3, Business: 3, 'Resident;Business': 5 });
  expect(await inferColumn('Which are you? (Tick one only)', cells)).toMatchObject({
    question: { kind: 'multiple' },
    certainty: 'doubtful',
    ground: expect.stringContaining('though the question asks for one') as unknown,
  });
});

describe('two options where one was asked for', () => {
  const cells = { Resident: 30, Business: 25, Visitor: 20 };
  const rowsOf = (both: string, times: number) => [
    ['Response ID', 'Which are you?'],
    ...repeated({ ...cells, [both]: times }).map((cell, row) => [`R${row}`, cell]),
  ];

  test.each<[string, number]>([
    ['Resident; Business', 1],
    ['Business|Visitor', 2],
    ['Visitor\nResident', 3],
    ['Resident, Business', 3],
    ['Resident,Visitor', 1],
    ['Resident and Business', 1],
    ['Business / Visitor', 1],
    ['Business + Visitor', 1],
    ['Visitor or Resident', 1],
  ])('are an issue and no option: %o', async (both, times) => {
    const rows = rowsOf(both, times);
    const inference = await infer(rows);
    expect(inference.questions[0]?.question.kind).toBe('choice');
    expect(inference.questions[0]?.ground).toMatch(/is more than one answer and not counted$/u);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    const item = itemOf(analyse(responses), String(inference.questions[0]?.question.id));
    expect(issuesOf(responses, 'several-answers').map(({ value }) => value)).toEqual([both]);
    expect(item.states.invalid).toBe(times);
    expect(countsOf(item)).toEqual(Object.entries(cells));
  });

  test('are an issue though only a space stands between them, where both have several words', async () => {
    const wards = { 'North Ward': 20, 'East Ward': 12, North: 9, East: 8, 'North East': 1 };
    const given = repeated({ ...wards, 'East Ward North Ward': 2 });
    const rows = [['Response ID', 'Your area'], ...given.map((cell, row) => [`R${row}`, cell])];
    const inference = await infer(rows);
    const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
    const item = itemOf(analyse(responses), String(inference.questions[0]?.question.id));
    expect(countsOf(item).toSorted()).toEqual(Object.entries(wards).toSorted());
    expect(issuesOf(responses, 'several-answers')).toMatchObject([
      { value: 'East Ward North Ward', count: 2 },
    ]);
  });

  test('stay an option where “and” may belong to it', async () => {
    const inference = await infer(rowsOf('Resident and Business', 2));
    expect(inference.questions[0]?.question).toMatchObject({
      options: ['Resident', 'Business', 'Visitor', 'Resident and Business'],
    });
  });

  test('stay an answer where people wrote theirs', async () => {
    const written = { Zenodo: 60, Library: 4, GitHub: 1, Drive: 1, 'Zenodo, Library': 1 };
    expect(await optionsOf('Where do you keep it?', written)).toMatchObject({
      kind: 'choice',
      options: expect.arrayContaining(['Zenodo, Library']) as unknown,
    });
  });

  test('leave the others in their order', async () => {
    const ages = { '45 to 64': 30, 'Under 18': 12, '18 to 44': 25, '18 to 44; 45 to 64': 1 };
    expect((await optionsOf('How old are you?', ages)).options).toEqual(['Under 18', '18 to 44', '45 to 64']);
  });

  test('are two answers, however few, where the platform itself puts a bare comma between those of one person', async () => {
    const rows = rowsOf('Resident,Business', 2);
    const several = { kind: 'multiple', options: ['Resident', 'Business', 'Visitor'] };
    expect((await infer(rows, 'jisc')).questions[0]?.question).toMatchObject(several);
  });
});

test('numbers are options each, though whoever gave one of them gave the next as well', async () => {
  const cells = { '9,10,11,12': 4, 6: 4, 7: 2, '10,11,12': 1, 8: 2, 9: 1, '6,7': 1 };
  const { kind, options } = await optionsOf('Which years do you teach? (tick all that apply)', cells);
  expect([kind, options?.map(String).toSorted()]).toEqual([
    'multiple',
    ['10', '11', '12', '6', '7', '8', '9'],
  ]);
});

test('a comma in an amount of money divides nothing', async () => {
  const bands = ['£0 to £9,999', '£10,000 to £19,999', '£20,000 or more'];
  const [low, middle, high] = bands as [string, string, string];
  const cells = {
    [`${low},${middle}`]: 9,
    [middle]: 12,
    [`${middle},${high}`]: 5,
    [bands.join()]: 2,
    [low]: 8,
    [high]: 7,
  };
  const { kind, options } = await optionsOf('Which prices would you pay? (tick all that apply)', cells);
  expect([kind, options?.toSorted()]).toEqual(['multiple', bands]);
});

test('answers before a comma without white space are one option only where many gave them side by side', async () => {
  const few = { 'Ale,Tea,Gin': 3, 'Ale,Tea': 1 };
  const options = async (cells: Readonly<Record<string, number>>) =>
    (await optionsOf('What did you drink? (Select all that apply)', cells)).options;
  expect(await options(few)).toEqual(['Ale', 'Tea', 'Gin']);
  expect(await options({ 'Ale,Tea,Gin': 12, 'Ale,Tea': 9, Gin: 4 })).toEqual(['Ale,Tea', 'Gin']);
  expect(await options({ Gin: 9, Rum: 9, 'Gin,Rum': 8, 'Ale,Tea': 4, 'Ale,Tea,Gin': 3 })).toContain(
    'Ale,Tea',
  );
});

describe('answers that other questions join with the same mark', () => {
  const others = { Bus: 9, Tram: 8, 'Bus,Tram': 6, Bike: 5, 'Tram,Bike': 4 };
  const beside = async (question: string, cells: Readonly<Record<string, number>>, mark = ',') => {
    const joined = repeated(others).map((cell) => cell.replace(',', mark));
    const rows = repeated(cells).map((cell, row) => {
      const other = joined[row % joined.length] ?? '';
      return [`R${row}`, other, other, cell];
    });
    const header = ['Response ID', 'How do you get to work?', 'How do you get to town?', question];
    return (await infer([header, ...rows])).questions[2];
  };

  test('are several, however few gave more than one', async () => {
    const guess = await beside('Which do you use?', {
      Git: 110,
      Darcs: 5,
      Pijul: 4,
      'Git,Darcs': 2,
      'Git,Pijul': 1,
    });
    expect(guess).toMatchObject({
      question: { kind: 'multiple', separator: ',', options: ['Git', 'Darcs', 'Pijul'] },
      certainty: 'doubtful',
      ground: expect.stringContaining('as in other questions') as unknown,
    });
  });

  test('are several, however many gave more than one', async () => {
    const guess = await beside('Which did you answer?', { '2018': 27, '2017': 2, '2017, 2018': 26 }, ', ');
    expect(guess?.question).toMatchObject({ kind: 'multiple', options: ['2018', '2017'] });
  });

  const answers = { White: 80, Asian: 20, Black: 15, Pacific: 5, 'White,Pacific': 9, 'Asian,Black': 8 };
  const besideOne = async (question: string, cells: Readonly<Record<string, number>>) => {
    const all = repeated(cells);
    const rows = repeated(answers).map((cell, row) => [`R${row}`, cell, all[row] ?? '']);
    return (await infer([['Response ID', 'Your background', question], ...rows])).questions[1];
  };

  test('are several where all are answers of one such question, those that one person gave among them', async () => {
    const parents = { White: 120, Asian: 5, 'White,Pacific': 1, 'White,Asian': 1, 'Black,White': 1 };
    expect((await besideOne('Background of your mother', parents))?.question).toMatchObject({
      kind: 'multiple',
      options: ['White', 'Asian', 'Black', 'Pacific'],
    });
  });

  test.each([
    [
      'Which one? (choose one)',
      { White: 90, Asian: 5, 'White,Pacific': 6, 'White,Asian': 6, 'Black,White': 6 },
    ],
    ['Which pair?', { White: 40, Asian: 30, 'White,Pacific': 41, 'White,Asian': 4, 'Black,White': 3 }],
    ['Which first?', { White: 90, Asian: 39, Black: 5, 'White,Asian': 3 }],
    ['Which first?', { White: 133, 'White,Pacific': 1, 'White,Asian': 1, 'Black,White': 1 }],
  ])(
    'are one where the form says so, most gave them together or hardly anybody did: %s %o',
    async (question, cells) => {
      expect((await besideOne(question, cells))?.question.kind).toBe('choice');
    },
  );

  test.each([
    ['Which are you? (Tick one only)', { Resident: 50, Business: 30, Visitor: 20, 'Resident,Business': 2 }],
    ['What do you use?', { KDE: 40, XFCE: 20, GNOME: 30, 'KDE,XFCE': 2 }],
    ['Do you use it?', { Yes: 20, 'Yes,often': 9, No: 12, 'Yes,now and then': 8 }],
  ])(
    'are one where the form or an option says so, or hardly anybody gave two: %s',
    async (question, cells) => {
      expect((await beside(question, cells))?.question.kind).toBe('choice');
    },
  );
});

describe('spaces between answers, where the platform puts them there,', () => {
  const kobo = async (question: string, cells: Readonly<Record<string, number>>) => {
    const rows = repeated(cells).map((cell, row) => [String(row), cell]);
    return (await infer([['_id', question], ...rows], 'kobo')).questions[0]?.question;
  };

  test.each([
    { good: 6, 'very good': 4, fair: 5, poor: 3, 'very poor': 2 },
    { green: 6, 'mostly green': 4, red: 5, 'mostly red': 3 },
  ])('do not cut labels without capitals: %o', async (cells) => {
    expect((await kobo('The buses', cells))?.kind).toBe('choice');
  });

  test('are found between names, one of which only one person gave', async () => {
    const cells = { walk: 19, bus_tram: 17, 'walk bus_tram': 15, car: 9, 'walk horse': 1 };
    expect(await kobo('Travel', cells)).toMatchObject({
      kind: 'multiple',
      options: ['walk', 'bus_tram', 'car', 'horse'],
    });
  });

  test('are found between labels that have spaces, where each was given alone too', async () => {
    const cells = { 'Day centre': 19, Library: 17, 'Day centre Youth club': 15, 'Youth club': 9 };
    expect(await kobo('Which services do you use?', cells)).toMatchObject({
      kind: 'multiple',
      separator: ' ',
      options: ['Day centre', 'Library', 'Youth club'],
    });
  });

  test('are part of a name such as North East, but where the question asks for all', async () => {
    const cells = { North: 9, East: 8, 'North East': 5 };
    expect((await kobo('Where do you live?', cells))?.kind).toBe('choice');
    expect((await kobo('Where do you go? Select all that apply', cells))?.kind).toBe('multiple');
  });
});

test('every cell ends in the mark of Microsoft Forms where several answers may be given, though hardly one is given twice', async () => {
  const cells = repeated({ 'University;': 20, 'Museum;University;': 1, 'Archive;': 1 });
  const rows = cells.map((cell, row) => [
    String(row),
    '3/14/24 10:00:00',
    '3/14/24 10:05:00',
    'anonymous',
    '',
    cell,
  ]);
  const header = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Where do you work?'];
  const inference = await infer([header, ...rows]);
  expect(inference.questions[0]?.question).toMatchObject({
    kind: 'multiple',
    options: ['University', 'Archive', 'Museum'],
  });
  const responses = await collect(JSON.stringify(definitionOf(inference)), [[header, ...rows]]);
  expect(countsOf(itemOf(analyse(responses), 'work'))).toEqual([
    ['University', 21],
    ['Archive', 1],
    ['Museum', 1],
  ]);
});

describe('commas within options', () => {
  const among = async (cells: Readonly<Record<string, number>>) =>
    (await optionsOf('Which do you support?', cells)).options?.toSorted();

  test('have white space behind them where those between options have none', async () => {
    const cells = {
      Schools: 4,
      'Libraries,Roads, pavements and lighting': 5,
      Libraries: 5,
      'Parks, gardens and open spaces,Libraries,Roads, pavements and lighting,Schools': 5,
      'Libraries,Schools': 7,
      'Parks, gardens and open spaces,Libraries,Schools': 4,
      'Parks, gardens and open spaces,Libraries,Roads, pavements and lighting': 3,
      'Parks, gardens and open spaces,Libraries': 5,
      'Parks, gardens and open spaces,Roads, pavements and lighting': 7,
      'Libraries,Roads, pavements and lighting,Schools': 4,
      'Parks, gardens and open spaces,Roads, pavements and lighting,Schools': 3,
      'Roads, pavements and lighting,Schools': 1,
      'Parks, gardens and open spaces': 2,
      'Roads, pavements and lighting': 2,
      'Parks, gardens and open spaces,Schools': 2,
    };
    expect(await among(cells)).toEqual([
      'Libraries',
      'Parks, gardens and open spaces',
      'Roads, pavements and lighting',
      'Schools',
    ]);
  });

  test('may be several in a bracket', async () => {
    const [limited, other] = [
      'With limits (e.g. width, weight, speed)',
      'By licence (e.g. width, weight, age)',
    ];
    const cells = {
      [limited]: 9,
      [`${limited}, On roads`]: 7,
      [`${other}, On roads`]: 6,
      'On roads': 6,
      'On paths, On roads': 8,
      'On paths': 5,
      [other]: 4,
    };
    expect(await among(cells)).toEqual([other, 'On paths', 'On roads', limited]);
  });

  test('may have the same words behind them in several options', async () => {
    const [faster, further] = [
      'They go faster than a cyclist, of average fitness',
      'They go further than a cyclist, of average fitness',
    ];
    const cells = {
      [faster]: 7,
      [further]: 6,
      [`${faster}, ${further}`]: 8,
      [`${further}, They are quiet`]: 5,
      'They are quiet': 9,
    };
    expect(await among(cells)).toEqual(['They are quiet', faster, further]);
  });

  test('are known though one in a hundred wrote a part of the option', async () => {
    const cells = { 'A car, SUV, van': 120, 'A car, SUV, van, A motorcycle': 30, 'A motorcycle': 40, SUV: 1 };
    expect(await among(cells)).toEqual(['A car, SUV, van', 'A motorcycle']);
  });
});

test.each(['comment_exit_point', 'Any other comments?'])(
  'what people write under “%s” is no list of options',
  async (header) => {
    const own = [
      'It is locked at night',
      'Two of them, one shut',
      'Only by the back, no road',
      'Through the yard, gate',
    ];
    const often = { 'Open space': 9, 'No gate': 7, 'No gate, open space': 5, Locked: 3 };
    const cells = { ...often, ...Object.fromEntries(own.map((words) => [words, 1])) };
    expect((await optionsOf(header, cells)).kind).toBe('text');
  },
);

test('a form may offer more options than people make up, where nearly all are said again', async () => {
  const options = Array.from(
    { length: 70 },
    (_, nth) => `Sort ${String.fromCharCode(97 + (nth % 26))}${nth}`,
  );
  const given = options.map((option, nth) => [
    option,
    options[(nth * 7 + 3) % 70],
    options[(nth * 11 + 5) % 70],
  ]);
  const offered = Object.fromEntries(given.map((some) => [some.join(', '), 1]));
  const found = await optionsOf('Which sorts do you like?', offered);
  expect(found).toMatchObject({ kind: 'multiple', options: { length: 70 } });
  const own = Object.fromEntries(
    given.map((some, nth) => [`${some.join(', ')}, and mine is number ${nth}`, 1]),
  );
  expect((await optionsOf('Which sorts do you like?', own)).kind).toBe('text');
});

describe('answers that nobody gave alone', () => {
  const among = async (cells: Readonly<Record<string, number>>) =>
    (await optionsOf('What should the park have?', cells)).options;

  test('are options all the same where no comma stands before them', async () => {
    expect(await among({ 'paths;benches': 40, 'benches;pond': 13, paths: 20, benches: 9 })).toEqual([
      'benches',
      'paths',
      'pond',
    ]);
    expect(await among({ 'Paths;Pond;Skate park': 2, Paths: 20, 'Paths;Benches': 15, Benches: 9 })).toEqual([
      'Paths',
      'Benches',
      'Pond',
      'Skate park',
    ]);
  });

  test.each([
    ['\n', ';'],
    [',\n', ';'],
    [' / ', ','],
    [' / ', ';'],
  ])('stay whole where %j stands between them and some hold “%s”', async (between, within) => {
    const [time, cost] = [`Time${within} not enough`, `Cost${within} too dear`];
    const sets = [
      [time, 'No interest'],
      [time, 'Weather', 'No interest'],
      ['Health'],
      [cost, 'Distance'],
      ['Distance', time],
      ['Distance', time],
      [cost, 'Distance', time, 'No interest'],
      ['Distance', time, 'Weather', 'Health', 'No interest'],
    ];
    const cells = sets.map((set) => set.join(between));
    const asked = (await inferColumn('What should the park have?', cells))?.question;
    expect(asked).toMatchObject({ options: [time, 'Distance', 'No interest', cost, 'Health', 'Weather'] });
  });

  test('are options behind a comma where what stands before it is one by itself', async () => {
    const cells = { 'Post, e-mail': 5, Post: 29, 'Post, Web': 8, Web: 5 };
    expect(await among(cells)).toEqual(['Post', 'Web', 'e-mail']);
  });

  test('belong to what stands before the comma where that is never alone', async () => {
    const cells = { 'Parks, gardens': 9, 'Parks, play areas': 7, 'Parks, gardens, Roads': 5, Roads: 12 };
    expect(await among(cells)).toEqual(['Roads', 'Parks, gardens', 'Parks, play areas']);
  });

  test('are options by themselves where all are written in lower case', async () => {
    const cells = {
      ...{ 'age, height': 9, 'age, team': 5, team: 12, sex: 6 },
      ...{ 'sex, age, height': 3, 'sex, age, team': 2, 'sex, team': 2 },
    };
    expect(await among(cells)).toEqual(['team', 'age', 'sex', 'height']);
  });

  test('belong to what stands before the comma where options begin with figures', async () => {
    const [humps, plain] = ['20 mph limit, with humps', '20 mph limit, without humps'];
    const cells = { [humps]: 9, [plain]: 7, [`1 crossing, ${plain}`]: 5, '1 crossing': 12 };
    expect(await among(cells)).toEqual(['1 crossing', plain, humps]);
    expect(await among({ ...cells, 'no limit': 3, [`${humps}, no limit`]: 2 })).toEqual([
      ...['1 crossing', plain, humps, 'no limit'],
    ]);
  });
});

describe('a line break between answers', () => {
  const options = ['Crime; disorder', 'Health', 'Housing: repairs', 'Work'];
  // Every set of these, as one may tick them, from two people each.
  const parted = (mark: string, of: readonly string[]): Record<string, number> => {
    const sets = of.reduce<string[][]>(
      (some, option) => [...some, ...some.map((set) => [...set, option])],
      [[]],
    );
    return Object.fromEntries(sets.slice(1).map((set) => [set.join(mark), 2]));
  };

  test('divides them before any mark that an option holds', async () => {
    const found = await optionsOf('Which of these matter? Tick all that apply', parted('\n', options));
    expect({ ...found, options: found.options?.toSorted() }).toEqual({ kind: 'multiple', options });
  });

  test('divides nothing where options hold it and a mark stands between them', async () => {
    const pairs = ['Parks\nParciau', 'Libraries\nLlyfrgelloedd', 'Roads\nFfyrdd', 'Buses\nBysiau'];
    const { options: found } = await optionsOf(
      'Which of these matter? Tick all that apply',
      parted('; ', pairs),
    );
    expect(found?.toSorted()).toEqual(pairs.map((pair) => pair.replace('\n', ' ')).toSorted());
  });

  test('divides nothing in words that a few wrote among their answers', async () => {
    const cells = {
      ...parted(';', ['A road', 'A park', 'A bus']),
      'A road;Shops\nand a bank': 1,
      'A bus;Pubs\nplease': 1,
    };
    const { options: found } = await optionsOf('Which of these matter? Tick all that apply', cells);
    expect(found?.toSorted()).toEqual(['A bus', 'A park', 'A road']);
  });
});

describe('options that hold a semicolon', () => {
  const [parks, roads, libraries] = ['Parks; open spaces', 'Roads; paths', 'Libraries'];
  const joinedBy = (mark: string) => ({
    [parks]: 9,
    [roads]: 8,
    [libraries]: 7,
    [[parks, libraries].join(mark)]: 6,
    [[roads, libraries].join(mark)]: 5,
    [[parks, roads].join(mark)]: 4,
    [[parks, roads, libraries].join(mark)]: 3,
  });

  test.each([' | ', ',', ', '])('stay whole where “%s” stands between the answers', async (mark) => {
    expect(await optionsOf('What matters?', joinedBy(mark))).toEqual({
      kind: 'multiple',
      options: [parks, libraries, roads],
    });
    const written = { ...joinedBy(mark), [`${parks}${mark}my own; idea`]: 2 };
    expect((await optionsOf('What matters?', written)).options).toContain(roads);
  });

  test('stay whole where one with white space stands between the answers too, as it does within them', async () => {
    const [wide, narrow, trees] = ['Wider; with benches', 'Narrow; as they are', 'Trees'];
    const cells = {
      ...{ [wide]: 9, [narrow]: 8, [trees]: 7 },
      ...{ [`${wide}; ${trees}`]: 6, [`${narrow}; ${trees}`]: 5, [`${wide}; ${narrow}; ${trees}`]: 3 },
    };
    expect((await optionsOf('What matters?', cells)).options).toEqual([trees, wide, narrow]);
    const lists = { Bus: 9, Train: 8, 'Bus; train': 6, 'Train; walk': 5, 'Walk; bus': 6 };
    expect((await optionsOf('What matters?', lists)).options).toEqual(['Bus', 'Train', 'Walk']);
  });

  test('are no reason to cut answers that semicolons join at the commas within them', async () => {
    const options = ['Yes, a lot', 'Yes, a little', 'No, a lot', 'No, a little'];
    const alone = Object.fromEntries(options.map((option, at) => [option, 9 - at]));
    const cells = { ...alone, 'Yes, a lot; No, a little': 3, 'Yes, a little; No, a lot': 3 };
    expect((await optionsOf('What matters?', cells)).options?.toSorted()).toEqual(options.toSorted());
  });
});

describe('answers with “ / ” between them', () => {
  const some = (separator: string, ...sets: readonly string[][]) =>
    Object.fromEntries(sets.map((set, nth) => [set.join(separator), 5 - nth]));

  test('are several, and their options may have commas', async () => {
    const cells = some(
      ' / ',
      ['Parks, gardens', 'Roads'],
      ['Roads', 'Bus'],
      ['Parks, gardens', 'Bus'],
      ['Bus'],
    );
    const { kind, options } = await optionsOf('What do you use?', cells);
    expect([kind, options?.length]).toEqual(['multiple', 3]);
    expect(options).toContain('Parks, gardens');
  });

  test('are options where commas divide them, or where they always come together', async () => {
    const cells = some(
      ', ',
      ['Cycling / walking', 'Bus'],
      ['Bus', 'Train / tram'],
      ['Cycling / walking', 'Train / tram'],
    );
    expect((await optionsOf('What do you use?', cells)).options).toContain('Cycling / walking');
    const pairs = { 'Parciau / Parks': 9, 'Ffyrdd / Roads': 5, 'Tai / Housing': 4 };
    expect((await optionsOf('Pa un?', pairs)).kind).toBe('choice');
  });
});

describe('one cell with several answers', () => {
  const cells = [...repeated({ 'At home': 12, 'At work': 9, Elsewhere: 3 })];
  const kindsOf = async (headers: readonly string[], last: string) => {
    const rows = [...cells, last].map((cell, row) => [
      `2024/05/0${(row % 9) + 1} 9:00:00 AM GMT+1`,
      'a;b',
      cell,
    ]);
    const { questions } = await infer([headers, ...rows, ['2024/05/19 9:00:00 AM GMT+1', 'b;c', 'At home']]);
    return questions.at(-1)?.question.kind;
  };

  test('is no mistake where the form joins those of another question, and three people gave several', async () => {
    const own = repeated({ Woman: 60, Man: 40, Neither: 4, 'Woman, Neither': 2, 'Man, Neither': 1 });
    const kindOf = async (uses: readonly string[]) => {
      const rows = own.map((cell, row) => ['5/1/2024 9:00:00', uses[row % uses.length] ?? '', cell]);
      return (await infer([['Timestamp', 'Which do you use?', 'Who are you?'], ...rows])).questions.at(-1);
    };
    expect(await kindOf(['Bus, Tram', 'Tram', 'Boat', 'Bus', 'Tram, Boat'])).toMatchObject({
      question: { kind: 'multiple', options: ['Woman', 'Man', 'Neither'] },
      certainty: 'doubtful',
    });
    expect(await kindOf(['Bus', 'Tram', 'Boat'])).toMatchObject({ question: { kind: 'choice' } });
  });

  test('shows that a form allowed several where it joins them itself', async () => {
    const headers = ['Timestamp', 'Which do you use?', 'Where do you read?'];
    expect(await kindsOf(headers, 'At home;Elsewhere')).toBe('multiple');
    expect(await kindsOf(headers, 'At home; or somewhere')).toBe('choice');
  });

  test('is a mistake where nobody knows what joined them', async () => {
    expect(await kindsOf(['When', 'Which do you use?', 'Where do you read?'], 'At home;Elsewhere')).toBe(
      'choice',
    );
  });

  test('is one where the question says that it may be', async () => {
    const asked = 'Where do you read (you can respond more than once)?';
    expect((await optionsOf(asked, { 'At home': 12, 'At work': 9, 'At home,At work': 2 })).kind).toBe(
      'multiple',
    );
  });
});
