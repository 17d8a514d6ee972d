import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byteSource } from '../../src/cli/exports/files.ts';
import type { Io } from '../../src/cli/io.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

/** Reads a file to its end, after something has happened to it when its first bytes were read. */
async function readWhile(happens: (file: string) => void): Promise<number> {
  place.write('answers.csv', 'Q\nYes\n');
  const source = byteSource('answers.csv', 'answers.csv', { cwd: place.folder } as Io);
  let chunks = 0;
  for await (const chunk of source.open()) {
    if (chunk.length > 0 && chunks++ === 0) happens(path.join(place.folder, 'answers.csv'));
  }
  return chunks;
}

test('a file that stays as it is is read', async () => {
  expect(await readWhile(() => undefined)).toBe(1);
});

test('a file that grows while it is read is an error', async () => {
  await expect(readWhile((file) => appendFileSync(file, 'No\n'))).rejects.toThrow(
    'answers.csv changed while it was read: it had 6 bytes, and has 9 now.',
  );
});

test('a file that shrinks while it is read is an error', async () => {
  await expect(readWhile((file) => truncateSync(file, 2))).rejects.toThrow(
    'answers.csv changed while it was read: it had 6 bytes, and has 2 now.',
  );
});

test('a file that is replaced, even by one of the same length, is an error', async () => {
  await expect(
    readWhile((file) => {
      rmSync(file);
      appendFileSync(file, 'Q\nNay\n');
    }),
  ).rejects.toThrow(/answers\.csv (?:was removed or replaced|changed) while it was read/u);
});

test('a file that vanishes while it is read is an error', async () => {
  await expect(readWhile((file) => rmSync(file))).rejects.toThrow(
    'answers.csv was removed or replaced while it was read.',
  );
});

test('a file that changes between two readings of it is an error', async () => {
  place.write('answers.csv', 'Q\nYes\n');
  const source = byteSource('answers.csv', 'answers.csv', { cwd: place.folder } as Io);
  const readAll = async () => {
    let bytes = 0;
    for await (const chunk of source.open()) bytes += chunk.length;
    return bytes;
  };
  expect(await readAll()).toBe(6);
  appendFileSync(path.join(place.folder, 'answers.csv'), 'No\n');
  expect(() => source.check?.()).toThrow('changed while it was read');
  await expect(readAll()).rejects.toThrow('changed while it was read');
});

test.each([
  ['Windows-1252', Buffer.from('title: Caf\u00e9\n', 'latin1')],
  ['UTF-16', Buffer.from('\ufefftitle: T\n', 'utf16le')],
])('a definition in %s is refused, and not read with other letters', async (_, bytes) => {
  place.write('answers.csv', 'Q\nYes\n');
  writeFileSync(path.join(place.folder, 'survey.yaml'), bytes);
  const { exitCode, stderr } = await place.run('soundings validate answers.csv');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr:
      'soundings: survey.yaml: it is not in UTF-8, as a definition or a result has to be.\nIn the editor, save it with the encoding UTF-8.\n',
  });
});

test('standard input is handed on as it comes, and can be read again from its start', async () => {
  let given = 0;
  async function* stdin() {
    for (const letter of 'abc') {
      given++;
      yield Buffer.from(letter);
    }
  }
  const source = byteSource('-', 'standard input', { cwd: place.folder, stdin } as unknown as Io);
  for await (const chunk of source.open()) {
    expect([String(chunk), given]).toEqual(['a', 1]);
    break;
  }
  for (let time = 0; time < 2; time++) {
    const chunks: string[] = [];
    for await (const chunk of source.open()) chunks.push(String(chunk));
    expect([chunks, given]).toEqual([['a', 'b', 'c'], 3]);
  }
});
