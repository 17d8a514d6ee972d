import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, exportsOf, sandbox } from './sandbox.ts';
import { tooWide } from './transcript.ts';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

const send = exportsOf('send-strategy-2023');
const parking = exportsOf('parking-permits');
const messy = exportsOf('messy');

describe('width', () => {
  test.each([40, 60, 80, 100, 160, 300])(
    'nothing is wider than a terminal of %i columns',
    async (columns) => {
      const commands = [
        `analyse ${send} --by role`,
        `analyse ${parking}`,
        `analyse ${messy}`,
        `validate ${messy} --all`,
        `validate ${send}`,
      ];
      for (const command of commands) {
        const { stdout, stderr } = await place.run(`soundings ${command} --no-color`, { columns });
        expect(stdout).not.toBe('');
        expect([...tooWide(stdout, columns), ...tooWide(stderr, columns)]).toEqual([]);
      }
    },
  );

  test('where there is no terminal it is that of COLUMNS, and 80 where that says nothing', async () => {
    const widest = async (environment: string) => {
      const { stdout } = await place.run(`${environment} soundings analyse ${send}`);
      return Math.max(...stdout.split('\n').map((line) => line.length));
    };
    expect(await widest('')).toBe(80);
    expect(await widest('COLUMNS=wide')).toBe(80);
    expect(await widest('COLUMNS=120')).toBeGreaterThan(110);
  });

  test('what goes into a file is the same from any terminal, without colour', async () => {
    await place.run(`soundings analyse ${send} -o narrow.txt`, { columns: 40 });
    await place.run(`FORCE_COLOR=1 soundings analyse ${send} -o wide.txt`, { columns: 200 });
    expect(place.read('wide.txt')).toBe(place.read('narrow.txt'));
    expect(place.read('wide.txt')).not.toContain('\u001b');
  });

  test('every help text fits 80 columns', async () => {
    for (const command of ['', 'analyse', 'report', 'validate', 'check', 'schema']) {
      const { stdout, exitCode } = await place.run(`soundings ${command} --help`, { columns: 200 });
      expect({ exitCode, tooWide: tooWide(stdout) }).toEqual({ exitCode: 0, tooWide: [] });
    }
  });
});

describe('colour', () => {
  const coloured = async (line: string, columns?: number) => {
    const { stdout } = await place.run(line, columns === undefined ? {} : { columns });
    return stdout.includes('\u001b');
  };

  test.each([
    ['on a terminal', true, `soundings validate ${messy}`, 80],
    ['elsewhere', false, `soundings validate ${messy}`, undefined],
    ['under NO_COLOR', false, `NO_COLOR=1 soundings validate ${messy}`, 80],
    ['under an empty NO_COLOR', true, `NO_COLOR= soundings validate ${messy}`, 80],
    ['under --no-color', false, `soundings validate ${messy} --no-color`, 80],
    ['on a dumb terminal', false, `TERM=dumb soundings analyse ${send}`, 80],
    ['under FORCE_COLOR elsewhere', true, `FORCE_COLOR=1 soundings analyse ${send}`, undefined],
    ['under FORCE_COLOR=0', false, `FORCE_COLOR=0 soundings analyse ${send}`, 80],
    ['under --no-color and FORCE_COLOR', false, `FORCE_COLOR=1 soundings analyse ${send} --no-color`, 80],
    ['in Markdown', false, `FORCE_COLOR=1 soundings analyse ${send} -f markdown`, 80],
    ['in JSON', false, `FORCE_COLOR=1 soundings analyse ${send} -f json`, 80],
  ])('%s: %s', async (_, expected, line, columns) => {
    expect(await coloured(line, columns)).toBe(expected);
  });
});

describe('output', () => {
  test.each([
    ['json', ''],
    ['csv', '\ufeff'],
    ['md', ''],
    ['txt', ''],
  ])('a .%s file holds what standard output would', async (ending, mark) => {
    const formats: Readonly<Record<string, string>> = { md: 'markdown', txt: 'table' };
    const { stdout } = await place.run(`soundings analyse ${send} -f ${formats[ending] ?? ending}`);
    await place.run(`soundings analyse ${send} -o figures.${ending}`);
    expect(place.read(`figures.${ending}`)).toBe(`${mark}${stdout}`);
  });

  test.each([
    `analyse ${send} --by role`,
    `analyse ${messy} -f json`,
    `analyse ${parking} -f csv`,
    `report ${parking}`,
    `validate ${messy} --all`,
    'check fixtures/messy',
    'schema',
  ])('the same input gives the same bytes: %s', async (command) => {
    const [first, second] = [
      await place.run(`soundings ${command}`),
      await place.run(`soundings ${command}`),
    ];
    expect(second).toEqual(first);
  });

  test('results alone go to standard output, so that JSON of poor data is JSON', async () => {
    const { stdout, stderr } = await place.run(`soundings analyse ${messy} -f json`);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
    expect(stderr).toContain('error: ');
  });
});

describe('errors', () => {
  const failing = [
    'soundings analyse nowhere.csv',
    `soundings analyse ${send} -s nowhere.yaml`,
    `soundings analyse ${send} --where role`,
    `soundings analyse ${send} --encoding klingon`,
    `soundings report ${send} --date never`,
    'soundings analyse fixtures',
  ];

  test.each(failing)('no stack is shown without --debug, and one with it: %s', async (line) => {
    const plain = await place.run(line);
    expect(plain).toMatchObject({ stdout: '', exitCode: 2 });
    expect(plain.stderr).toMatch(/^soundings: /u);
    expect(plain.stderr).not.toMatch(/^\s+at /mu);
    const debugged = await place.run(`${line} --debug`);
    expect(debugged).toMatchObject({ stdout: '', exitCode: 2 });
    expect(debugged.stderr).toMatch(/^UserError: .*\n(.*\n)*? {4}at /u);
  });

  test('--debug may stand before the command', async () => {
    const { stderr } = await place.run('soundings --debug analyse nowhere.csv');
    expect(stderr).toMatch(/^UserError: .*\n {4}at /u);
  });

  test('a fault of the program is said to be one, and in two lines', async () => {
    const { main } = await import('../../src/cli/main.ts');
    const said: string[] = [];
    const io = {
      stdout: { write: () => undefined, isTerminal: false, columns: undefined },
      stderr: { write: (text: string) => void said.push(text), isTerminal: false, columns: undefined },
      stdin: () => {
        throw new TypeError('of all things');
      },
      written: () => Promise.resolve(),
      env: {},
      cwd: place.folder,
      now: () => 0,
    };
    const argv = ['analyse', '-', '-s', 'fixtures/send-strategy-2023/survey.yaml'];
    expect(await main(argv, io)).toBe(2);
    expect(said.join('').trimEnd().split('\n')).toEqual([
      'soundings: something went wrong that is not your fault: of all things',
      'Run it again with --debug and report what it prints.',
    ]);
  });
});

test.each(['0MB', '00GB', '1', 'much'])('--memory %s is refused', async (size) => {
  expect(await place.run(`soundings analyse ${send} --memory ${size}`)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `soundings: "${size}" is no amount of memory.\nWrite --memory 500MB or --memory 2GB.\n`,
  });
});

test('what exports are read with is said to check and compare as it is to analyse', async () => {
  const answers = ['North,Agree', 'South,Disagree', 'North,Agree', 'South,Agree'].join('\n');
  const survey =
    'title: Parks\nquestions:\n  - { id: area, kind: choice, column: Area }\n  - { id: view, kind: choice, column: View }\n';
  for (const [folder, rows] of [
    ['may', answers],
    ['june', `${answers}\nNorth,Disagree`],
  ] as const) {
    mkdirSync(path.join(place.folder, folder));
    place.write(`${folder}/responses.csv`, `Area,View\npick one,say how\n${rows}\n`);
    place.write(`${folder}/survey.yaml`, survey);
  }
  await place.run('soundings check may --update --header-rows 2');
  expect(JSON.parse(place.read('may/expected.json'))).toMatchObject({ 'view.agree': { count: 3, base: 4 } });
  expect((await place.run('soundings check may')).exitCode).toBe(1);
  expect((await place.run('soundings check may --header-rows 2')).exitCode).toBe(0);
  const { stdout } = await place.run('soundings compare may june --header-rows 2 -f json');
  expect(JSON.parse(stdout)).toMatchObject({
    a: { ledger: { received: 4 } },
    b: { ledger: { received: 5 } },
  });
  for (const month of ['may', 'june'])
    await place.run(`soundings analyse ${month}/responses.csv --header-rows 2 -o ${month}.json`);
  const { stderr } = await place.run('soundings compare may.json june.json --header-rows 2');
  expect(stderr).toContain('--header-rows is how exports are read, and neither A nor B is one.');
});

test('where weighted results would tell a hidden count nothing is weighted, which is said, and under --strict exit code 1', async () => {
  const people = (count: number, ...answers: string[]) =>
    Array.from({ length: count }, () => answers.join(','));
  const rows = [
    'Age,Ward,View',
    ...people(20, 'Young', 'North', 'Yes'),
    ...people(16, 'Young', 'North', 'No'),
    ...people(3, 'Young', 'South', 'Yes'),
    ...people(14, 'Old', 'North', 'Yes'),
    ...people(25, 'Old', 'South', 'Yes'),
    ...people(22, 'Old', 'South', 'No'),
  ];
  mkdirSync(path.join(place.folder, 'raked'));
  place.write('raked/responses.csv', rows.join('\n'));
  place.write(
    'raked/survey.yaml',
    `title: Raked
weight: { rake: { age: { Young: 50, Old: 50 }, ward: { North: 50, South: 50 } } }
breakdowns: [ward]
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }
  - { id: ward, kind: choice, column: Ward, options: [North, South], profile: true }
  - { id: view, kind: choice, column: View, options: ["Yes", "No"] }
`,
  );
  const run = await place.run('soundings analyse raked/responses.csv -f json');
  expect(run.exitCode).toBe(0);
  expect(run.stderr).toContain('warning: nothing is weighted. A count of age by ward is so small');
  expect(run.stderr).toContain('leave ward out of “breakdowns” and --by');
  expect(run.stdout).toContain('Nothing here is weighted, though the definition asks for it');
  const strict = await place.run('soundings analyse raked/responses.csv -f json --strict');
  expect([strict.exitCode, strict.stdout]).toEqual([1, run.stdout]);
});
