import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeEach(() => {
  place = sandbox();
});
afterEach(() => place.remove());

interface Result {
  readonly questions: readonly {
    readonly kind: string;
    readonly items: readonly { readonly options: readonly { label: string; count: number }[] }[];
  }[];
  readonly issues: readonly { readonly code: string }[];
}

/** The kind, the options and the issues that two files have in one column, an online one and a paper one. */
async function analyse(online: readonly string[], paper: readonly string[]) {
  const csv = (cells: readonly string[]) => ['Id,Q', ...cells.map((cell, n) => `R${n},"${cell}"`)].join('\n');
  place.write('online.csv', csv(online));
  place.write(
    'paper.csv',
    csv(paper)
      .replaceAll('R', 'P')
      .replace('Id,Q', 'Q,Id')
      .replace(/^(P\d+),(.*)$/gmu, '$2,$1'),
  );
  const { stdout, exitCode, stderr } = await place.run('soundings analyse online.csv paper.csv -f json');
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const { questions, issues } = JSON.parse(stdout) as Result;
  return questions.map(({ kind, items }) => ({
    kind,
    options: items.flatMap(({ options }) => options.map(({ label, count }) => `${label} ${count}`)),
    issues: issues.map(({ code }) => code),
  }));
}

const twice = (cells: readonly string[]) => [...cells, ...cells];

describe('an option that only a later file has, without a definition,', () => {
  test('stands where it belongs among those that have an order', async () => {
    expect(await analyse(twice(['Rarely', 'Often']), twice(['Always', 'Often', 'Never']))).toEqual([
      { kind: 'choice', options: ['Always 2', 'Often 4', 'Rarely 2', 'Never 2'], issues: [] },
    ]);
  });

  test('is one of several answers in a cell', async () => {
    const online = twice(['Bus;Tram', 'Tram', 'Bus']);
    expect(await analyse(online, twice(['Bus;Ferry', 'Ferry', 'Ferry;Tram']))).toEqual([
      { kind: 'multiple', options: ['Bus 6', 'Ferry 6', 'Tram 6'], issues: [] },
    ]);
  });

  test('is an answer outside a scale', async () => {
    const [question] = await analyse(
      twice(['Agree', 'Disagree', 'Strongly agree']),
      twice(['Agree', "Don't know"]),
    );
    expect(question).toMatchObject({ kind: 'scale', issues: [] });
    expect(question?.options.at(-1)).toBe("Don't know 2");
  });
});

describe('answers that an online file joins with “;” and a typed-up one otherwise, without a definition,', () => {
  const online = ['Bus;', 'Car;', 'Tram;', 'Bus;Tram;', 'Car;Bus;', 'Tram;Car;Bus;', 'Tram;Bus;'];
  const typed = ['Bus', 'Car', 'Tram', 'Tram+Bus', 'Bus+Car', 'Car+Tram', 'Car+Tram'];
  const write = (mark: string) => {
    const row = (cell: string, n: number) => `${n + 1},"${cell}"`;
    const cells = Array.from({ length: 10 }, () => online).flat();
    const paper = Array.from({ length: 3 }, () => typed).flat();
    place.write('online.csv', ['ID,What do you use?', ...cells.map(row)].join('\n'));
    const rows = paper.map((cell, n) => row(cell.replaceAll('+', mark), n));
    place.write('paper.csv', ['Form,What do you use?', ...rows].join('\n'));
  };
  /** How often each stands in the lists above. */
  const truth = ['Bus', 'Car', 'Tram'].map((label) => {
    const holding = (cells: readonly string[]) => cells.filter((cell) => cell.includes(label)).length;
    return `${label} ${holding(online) * 10 + holding(typed) * 3}`;
  });

  test.each([
    ['a comma', ', '],
    ['a word', ' and '],
    ['a slash', '/'],
    ['a line break', '\n'],
  ])('are the same options, whichever file is named first: %s', async (_, mark) => {
    write(mark);
    for (const files of ['online.csv paper.csv', 'paper.csv online.csv']) {
      const { stdout, stderr, exitCode } = await place.run(`soundings analyse ${files} -f json`);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      const { questions, issues } = JSON.parse(stdout) as Result;
      const [question] = questions.map(({ items }) => items.flatMap(({ options }) => options));
      expect(question?.map(({ label, count }) => `${label} ${count}`).toSorted()).toEqual(truth);
      expect(issues.map(({ code }) => code)).toContain('other-separator');
    }
  });

  test('stay one option where the form offered them as one', async () => {
    write(' and ');
    const offered = [...online, 'Bus and Tram;', 'Bus and Tram;Car;'];
    const rows = [...offered, ...offered].map((cell, n) => `${n + 1},"${cell}"`);
    place.write('online.csv', ['ID,What do you use?', ...rows].join('\n'));
    const paper = ['Bus and Tram', 'Bus and Car', 'Car'];
    place.write(
      'paper.csv',
      ['Form,What do you use?', ...paper.map((cell, n) => `${n + 1},${cell}`)].join('\n'),
    );
    const { stdout } = await place.run('soundings analyse online.csv paper.csv -f json');
    const [question] = (JSON.parse(stdout) as Result).questions.map(({ items }) => items[0]?.options);
    expect(question?.find(({ label }) => label === 'Bus and Tram')?.count).toBe(5);
  });
});

test('an answer with a full stop at its end and without is one, and is said', async () => {
  const cells = ['I walk', 'I walk', 'I walk.', 'I drive'];
  place.write(
    'plan.csv',
    ['Id,How do you travel?', ...twice(cells).map((cell, n) => `R${n},${cell}`)].join('\n'),
  );
  const { stdout } = await place.run('soundings analyse plan.csv -f json');
  const { questions, issues } = JSON.parse(stdout) as Result;
  const options = questions[0]?.items[0]?.options.map(({ label, count }) => `${label} ${count}`);
  expect(options).toEqual(['I walk 6', 'I drive 2']);
  expect(issues.map(({ code }) => code)).toContain('label-variant');
});

test.each(['bin_survey.csv', 'bin_survey.v2.csv', 'bin_survey.csv.gz'])(
  'the title is the name of the export without what says how it is written: %s',
  async (name) => {
    const answers = Array.from({ length: 9 }, (_, n) => (n % 2 === 0 ? 'Agree' : 'Disagree'));
    const bytes = Buffer.from(['Q', ...answers].join('\n'));
    place.write(name, name.endsWith('.gz') ? gzipSync(bytes) : bytes);
    const { stdout } = await place.run(`soundings analyse ${name}`);
    expect(stdout.split('\n')[0]).toBe(name.includes('.v2') ? 'Bin survey.v2' : 'Bin survey');
  },
);

test('tables, reports and validations say as an export of which platform a file was read, and by what', async () => {
  const rows = [1, 2, 3].map((nth) => `5/${nth}/2024 9:00:00,Yes\n`).join('');
  place.write('form.csv', `Timestamp,Do you agree?\n${rows}`);
  place.write('plain.csv', `Do you agree?\nYes\nNo\nNo\n`);
  const { stdout } = await place.run('soundings analyse form.csv plain.csv -f markdown');
  const found = 'Google Forms, recognised by the column Timestamp with a time in every row';
  expect(stdout).toContain(`form.csv is read as an export of ${found}; --platform overrules that.`);
  expect(stdout).not.toContain('plain.csv is read');
  for (const command of ['report', 'validate'])
    expect((await place.run(`soundings ${command} form.csv`)).stdout.replaceAll('\n', ' ')).toContain(found);
});

test('files of different layouts do not join without a definition, and what to write in one is said', async () => {
  place.write('online.csv', 'Which ward?,Is it clear?\nNorth,Yes\nSouth,No\nNorth,Yes\n');
  place.write('paper.csv', 'No.,Ward\n1,North\n2,South\n3,North\n');
  const { stderr, exitCode } = await place.run('soundings analyse online.csv paper.csv');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no column "Which ward?" in paper.csv; did you mean "Ward"? (question "ward")\n');
  expect(stderr).toContain('paper.csv has 2 columns: "No.", "Ward"\n');
  expect(stderr).toContain('column: [one name, the other]. soundings init writes one to begin with.\n');
});

describe('a question that goes on from an answer by its words', () => {
  const alike = (count: number, row: string) => Array.from({ length: count }, () => row);
  /** So many gave each pair of answers. */
  const routed = (header: string, pairs: Readonly<Record<string, number>>) => {
    const rows = Object.entries(pairs).flatMap(([pair, times]) => Array.from({ length: times }, () => pair));
    place.write(
      'route.csv',
      [`Id,Do you own a dog?,${header}`, ...rows.map((row, n) => `R${n},${row}`)].join('\n'),
    );
  };
  const pairs = { 'Yes,Daily': 12, 'Yes,Weekly': 11, 'No,': 14, 'No,Daily': 1, 'No,Weekly': 2 };
  const init = async () => (await place.run('soundings init route.csv --yes -o -')).stdout;

  test('is counted for all, and who answered it after another is said', async () => {
    routed('"If yes, how often do you walk it?"', pairs);
    const { stderr, stdout } = await place.run('soundings analyse route.csv');
    expect(stderr).toContain('Answered, and counted, by some whom its words do not ask: yes-often-walk (3).');
    expect(stdout).toMatch(/Daily .* 13\n/u);
  });

  test('is counted for those whom it asks with the line that init proposes', async () => {
    for (const header of [
      '"If yes, how often?"',
      '2a. If so: how often?',
      'If you answered “Yes” how often?',
    ]) {
      routed(header, pairs);
      const written = await init();
      expect(written).toContain('3 who did not say that answered it too');
      const [, asked = ''] = /# (asked: .*)\n/u.exec(written) ?? [];
      place.write('route.yaml', written.replace(/(\n {4}column: [^\n]*often\?.*)/u, `$1\n    ${asked}`));
      const { stdout, stderr } = await place.run('soundings analyse route.csv -s route.yaml');
      expect(stdout).toMatch(/Daily .* 12\n/u);
      expect(stderr).toContain('a question that the respondent was not asked: 3');
    }
  });

  test('is counted for those of the side that it asks, in whatever degree', async () => {
    const given = { 'Strongly disagree,Cost': 8, 'Disagree,Noise': 9, 'Agree,': 20, 'Agree,Cost': 2 };
    routed('"If you disagree with it, which part?"', { ...given, 'Neither agree nor disagree,': 9 });
    expect(await init()).toContain('[ Disagree, Strongly disagree ] }');
    const { stderr } = await place.run('soundings analyse route.csv');
    expect(stderr).toContain('Answered, and counted, by some whom its words do not ask:');
    routed('"If you agree, which part?"', { ...given, 'Neither agree nor disagree,': 9 });
    expect(await init()).not.toContain('asked:');
  });

  test('is about the person where the question before is, however few are asked', async () => {
    const about = async (...questions: string[]) => {
      place.write(
        'about.csv',
        [
          `Id,${questions.join(',')}`,
          ...alike(3, 'Yes,Hearing,A lift,Yes'),
          ...alike(1, 'Yes,Sight,Large print,Yes'),
          ...alike(40, 'No,,,Yes'),
        ]
          .map((row, n) => (n === 0 ? row : `R${n},${row}`))
          .join('\n'),
      );
      const { stdout } = await place.run('soundings init about.csv --yes -o -');
      return [...stdout.matchAll(/- id: (\S+)\n(?: {4}.*\n)*? {4}profile: true/gu)].length;
    };
    const goesOn = ['"If yes, which?"', '"If yes, please tell us more"'];
    expect(await about('Do you have a disability?', ...goesOn, 'Do you agree?')).toBe(3);
    expect(await about('Do you like the park?', ...goesOn, 'Do you agree?')).toBe(0);
    expect(await about('Do you have a disability?', 'Which?', 'Tell us', 'Do you agree?')).toBe(1);
  });

  test('has no such line where others answered it nearly as often, or its words ask nobody', async () => {
    routed('"If yes, how often?"', { ...pairs, 'No,Daily': 6 });
    expect(await init()).not.toContain('Its words ask');
    routed('If nobody walks it how often?', pairs);
    expect(await init()).not.toContain('Its words ask');
    routed('"If yes or unsure, how often?"', pairs);
    expect(await init()).not.toContain('Its words ask');
  });
});

test('an answer that a form misspells for all is said to be taken for the one that it is nearly', async () => {
  const cells = ['strongly agree', 'agree', 'disagree', 'stronlgy disagree'];
  place.write('plan.csv', ['Id,It is fair', ...twice(cells).map((cell, n) => `R${n},${cell}`)].join('\n'));
  const { stderr, stdout } = await place.run('soundings analyse plan.csv');
  expect(stderr).toContain('Taken for a misspelling: “stronlgy disagree” for “Strongly disagree” (fair).');
  expect(stdout).toMatch(/Disagree \(net\) .* 50% +4\n/u);
});

describe('ids that two files share', () => {
  const wave = (header: string, people: number, idOf: (person: number) => string) =>
    [
      `${header},Keep it?`,
      ...Array.from({ length: people }, (_, n) => `${idOf(n)},${n % 3 ? 'Yes' : 'No'}`),
    ].join('\n');

  test.each([
    ['Respondent ID', (person: number) => String(person + 1)],
    ['Panel member', (person: number) => `P${100 + person * 7}`],
  ])('are no question, and what repeats them is said: %s', async (header, idOf) => {
    place.write('spring.csv', wave(header, 30, idOf));
    place.write('autumn.csv', wave(header, 24, idOf));
    const { stdout, stderr } = await place.run('soundings analyse spring.csv autumn.csv -f json');
    const { questions } = JSON.parse(stdout) as Result;
    expect(questions).toHaveLength(1);
    expect(stderr).toContain(
      'responses that repeat the id of an earlier one: 24; decide which of them counts',
    );
    expect(stderr).toContain(
      `autumn.csv, row 1 (line 2), ${header}: counted, though a response in another file has its id (if both are one response,`,
    );
  });

  test('are told from answers of which several people give the same', async () => {
    const bus = (person: number) => `A${person % 15}`;
    place.write('spring.csv', wave('Bus', 30, bus));
    place.write(
      'autumn.csv',
      wave('Bus', 30, (person) => bus(person + 1)),
    );
    const { stdout } = await place.run('soundings analyse spring.csv autumn.csv -f json');
    expect((JSON.parse(stdout) as Result).questions).toHaveLength(2);
  });
});

describe('questions that come again in the same words', () => {
  const rows = Array.from({ length: 12 }, (_, row) =>
    [`R${row}`, ...Array.from({ length: 8 }, (__, at) => ((row + at) % 3 ? 'Yes' : 'No'))].join(','),
  );

  test('are said to be so', async () => {
    place.write('twice.csv', ['Id,Keep it?,Sell it?,Lend it?,Keep it?,A,B,C,D', ...rows].join('\n'));
    const { stderr, stdout } = await place.run('soundings analyse twice.csv');
    expect(stderr).toContain(
      'Asked again in the same words, and numbered in the order of the file: “Keep it? (2)”.',
    );
    expect(stdout).toContain('\nKeep it? (2)\n');
  });

  test('are said to be of another round where all of them are', async () => {
    place.write('rounds.csv', [`Id${',Keep it?,Sell it?,Lend it?,Move it?'.repeat(2)}`, ...rows].join('\n'));
    const { stderr, stdout } = await place.run('soundings analyse rounds.csv');
    expect(stderr).toContain(
      'as in rounds of a survey side by side: “Keep it? (round 2)”, “Sell it? (round 2)”, “Lend it? (round 2)” and 1 more. If other people answered each round, a row holds several responses',
    );
    expect(stdout).toContain('\nKeep it? (round 2)\n');
    await place.run('soundings init rounds.csv --yes');
    expect(place.read('survey.yaml')).toContain('all comes again in the same order, as in rounds');
  });
});

test('init replaces neither a definition nor a schema that is there', async () => {
  place.write('responses.csv', 'Id,View\nR1,Agree\nR2,Disagree\n');
  place.write('survey.schema.json', 'mine');
  expect((await place.run('soundings init responses.csv --yes')).exitCode).toBe(0);
  expect(place.read('survey.schema.json')).toBe('mine');
  place.write('survey.yaml', 'mine too');
  expect((await place.run('soundings init responses.csv --yes')).exitCode).toBe(2);
  expect(place.read('survey.yaml')).toBe('mine too');
});

test('init writes no definition of a file that holds nothing to count', async () => {
  place.write('responses.csv', 'Timestamp,Full name\n9/6/2018 0:06:16,Ann\n9/6/2018 0:07:16,Ben\n');
  const { exitCode, stderr } = await place.run('soundings init responses.csv --yes');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `soundings: responses.csv holds nothing to count: each column says who answered or when, or is blank.
If one of them is a question, write a survey.yaml that names it.
`,
  });
});

test('events of REDCap are rows of one person each, by which all else can be broken down', async () => {
  const visits = ['R1,visit_1,Good', 'R1,visit_2,Fair', 'R2,visit_1,Good', 'R2,visit_2,Good'];
  place.write(
    'events.csv',
    ['record_id,redcap_event_name,health', ...visits].map((line) => `${line}\n`).join(''),
  );
  const { stdout, stderr } = await place.run('soundings analyse events.csv -f csv --by redcap_event_name');
  expect(stdout).toContain('visit_2');
  expect(stderr).toContain('one person has a row for each “redcap_event_name”, and is counted in each');
  expect(stderr).not.toContain('exclude: [duplicate]');
  const definition = await place.run('soundings init events.csv --yes -o -');
  expect(definition.stdout).not.toContain('duplicate');
});

test('a column for the first answer, one for the second and so on are doubtful, and that is said', async () => {
  const rows = twice([
    'Walk,Bus,',
    'Walk,,',
    'Bus,Car,',
    'Car,Walk,Bus',
    'Bus,,',
    'Walk,Car,Bus',
    'Car,Bus,Walk',
  ]);
  const write = (more: readonly string[]) =>
    place.write('plan.csv', ['Q1_Answer_1,Q1_Answer_2,Q1_Answer_3', ...rows, ...more].join('\n'));
  const words = 'The first, second or a later answer, no percentage being of all who gave one: ';
  write([]);
  expect((await place.run('soundings analyse plan.csv')).stderr).toContain(words);
  expect((await place.run('soundings init plan.csv --yes -o -')).stdout).toContain(
    'one column for the first answer',
  );
  for (const other of ['Walk,Walk,', 'Walk,,Bus']) {
    write([other]);
    expect((await place.run('soundings analyse plan.csv')).stderr).not.toContain(words);
  }
});
