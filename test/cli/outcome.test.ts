import { readFile } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver } from '../../src/cli/outcome.ts';
import type { Io } from '../../src/cli/io.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

/** What has been written when a signal is heard that came while there was something else to do. */
async function whenHeard(output: string | undefined): Promise<string> {
  let printed = '';
  const io = {
    cwd: place.folder,
    stdout: { write: (text: string) => void (printed += text) },
  } as unknown as Io;
  const written = () => (output === undefined ? printed : place.read(output));
  let heard: string | undefined;
  process.once('SIGUSR2', () => {
    heard = written();
  });
  // Where the answer of the system to a request is dealt with no signal is looked for any more until its next answer.
  await new Promise<void>((resolve, reject) => {
    readFile(import.meta.filename, () => {
      process.kill(process.pid, 'SIGUSR2');
      deliver('figures', { ...(output !== undefined && { output }), force: true }, io).then(resolve, reject);
    });
  });
  expect(written()).toBe('figures');
  return heard ?? 'it was not heard';
}

test.skipIf(process.platform === 'win32')('a signal is heard before a file is written', async () => {
  place.write('kept.json', 'mine');
  expect(await whenHeard('kept.json')).toBe('mine');
});

test.skipIf(process.platform === 'win32')('a signal is heard before anything is printed', async () => {
  expect(await whenHeard(undefined)).toBe('');
});
