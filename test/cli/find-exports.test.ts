import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
const send = 'fixtures/send-strategy-2023';

/** The records of the fixture in two parts, the second one packed, as an engine writes them. */
beforeAll(() => {
  place = sandbox();
  const [header = '', ...records] = place.read(`${send}/responses.csv`).trimEnd().split('\n');
  mkdirSync(path.join(place.folder, 'parts/old'), { recursive: true });
  const part = (lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`;
  place.write('parts/part-1.csv', part(records.slice(0, 30)));
  place.write('parts/part-2.csv.gz', gzipSync(part(records.slice(30))));
  place.write('parts/survey.yaml', place.read(`${send}/survey.yaml`));
  for (const name of ['_SUCCESS', '.part-1.csv.crc', 'notes.docx']) place.write(`parts/${name}`, 'x');
});
afterAll(() => place.remove());

/** Every figure of an analysis, and what it says of each file. */
async function figures(files: string) {
  const { stdout, stderr, exitCode } = await place.run(`soundings analyse ${files} -f json`);
  expect(exitCode).toBe(0);
  const { questions, inputs } = JSON.parse(stdout);
  return { questions, files: inputs.map(({ file }: { file: string }) => file), stderr };
}

test('a folder of parts is read as one export, and what in it is none is said', async () => {
  const whole = await figures(`${send}/responses.csv`);
  const parts = await figures('parts');
  expect(parts.questions).toEqual(whole.questions);
  expect(parts.files).toEqual(['part-1.csv', 'part-2.csv.gz']);
  expect(parts.stderr).toContain('note: not read in parts: notes.docx, old.\n');
});

test.each(["'parts/part-*'", "'parts/part-{1,2}.csv*'", "parts/part-1.csv 'parts/*-2.*'"])(
  'the files that %s stands for are read, in the order of their names',
  async (pattern) => {
    const whole = await figures(`${send}/responses.csv`);
    expect(await figures(pattern)).toEqual({
      questions: whole.questions,
      files: ['part-1.csv', 'part-2.csv.gz'],
      stderr: '',
    });
  },
);

test('a file whose name looks like a pattern is that file', async () => {
  place.write('parts/part-[12].csv', place.read('parts/part-1.csv').replace(/\n$/u, ''));
  expect((await figures('parts/part-[12].csv')).files).toEqual(['part-[12].csv']);
});

test('a packed copy of an export is not counted a second time', async () => {
  place.write('copy.csv.gz', gzipSync(readFileSync(path.join(place.folder, 'parts/part-1.csv'))));
  const { exitCode, stderr } = await place.run('soundings analyse parts/part-1.csv copy.csv.gz');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('copy.csv.gz holds exactly what part-1.csv holds');
});

test('a pattern without a file, and a folder without an export, are errors', async () => {
  expect((await place.run("soundings analyse 'parts/*.xlsx'")).stderr).toBe(
    'soundings: parts/*.xlsx: there is no such file, and none that this stands for.\n',
  );
  expect((await place.run('soundings analyse parts/old')).stderr).toBe(
    'soundings: parts/old: it is a folder, and there is no export in it.\n' +
      'Name an export, or a folder in which there are files that end in .csv.\n',
  );
});

test('a name that is nothing, as of a variable that is not set, stands for no folder', async () => {
  const { exitCode, stderr } = await place.run("soundings analyse ''");
  expect([exitCode, stderr]).toEqual([
    2,
    'soundings: an export is named by nothing: "".\nWhere a variable holds its name, see that it is set.\n',
  ]);
});

test.each(['analyse survey.yaml', 'analyse parts/part-1.csv other.yml', 'init other.yml -o new.yaml'])(
  'a definition is not read as an export: %s',
  async (line) => {
    const [name = ''] = /\w+\.ya?ml/u.exec(line) ?? [];
    place.write(name, 'title: Buses\n');
    const { exitCode, stderr } = await place.run(`soundings ${line}`);
    rmSync(path.join(place.folder, name));
    expect([exitCode, stderr]).toEqual([
      2,
      `soundings: ${name} is a definition, or something else in YAML, and no export.\nName the export that it describes; the definition goes with --survey ${name}.\n`,
    ]);
  },
);

test.skipIf(process.platform === 'win32')(
  'a part that is not there, but for a link to it, is an error',
  async () => {
    mkdirSync(path.join(place.folder, 'linked'));
    place.write('linked/part-1.csv', place.read('parts/part-1.csv'));
    symlinkSync('../nowhere.csv', path.join(place.folder, 'linked/part-2.csv'));
    for (const files of ['linked', "'linked/*.csv'"]) {
      const { exitCode, stdout, stderr } = await place.run(`soundings analyse ${files}`);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`linked/part-2.csv: there is no such file or folder.\n`);
    }
  },
);
