import { cpSync, createReadStream, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main.ts';

const root = path.join(import.meta.dirname, '../..');

/** What a command prints, both streams in the order of writing, and its exit code. */
interface Printed {
  readonly text: string;
  readonly code: number;
}

/** A folder with a copy of the fixtures in which commands of the README can run, and do no harm. */
export interface Sandbox {
  readonly folder: string;
  run(command: string): Promise<Printed>;
  remove(): void;
}

export function sandbox(): Sandbox {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'soundings-docs-'));
  cpSync(path.join(root, 'fixtures'), path.join(folder, 'fixtures'), { recursive: true });
  return {
    folder,
    run: (command) => run(command, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function pipe(write: (part: string) => void) {
  return { write, isTerminal: false, columns: undefined };
}

/** Runs `npx soundings …` as a shell would, as far as the README needs one: quotes, `*`, `<` and `>`. */
async function run(command: string, folder: string): Promise<Printed> {
  const words = shellWords(command).flatMap((word) => expand(word, folder));
  if (words[0] !== 'npx' || words[1] !== 'soundings') throw new Error(`not a command of ours: ${command}`);
  const input = redirection(words, '<');
  const output = redirection(words, '>');
  let [text, printed] = ['', ''];
  const code = await main(words.slice(2), {
    stdout: pipe((part) => {
      if (output === undefined) text += part;
      else printed += part;
    }),
    stderr: pipe((part) => {
      text += part;
    }),
    stdin: () => createReadStream(path.join(folder, input ?? os.devNull)),
    written: () => Promise.resolve(),
    env: {},
    cwd: folder,
    now: () => 0,
  });
  if (output !== undefined) writeFileSync(path.join(folder, output), printed);
  return { text, code };
}

/** The file after a redirection sign, which is taken out of the words together with it. */
function redirection(words: string[], sign: string): string | undefined {
  const at = words.indexOf(sign);
  return at === -1 ? undefined : words.splice(at, 2)[1];
}

/** The words of a command line; quotation marks hold words together and vanish. */
function shellWords(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/gu)].map(([word]) => word.replace(/["']/gu, ''));
}

/** The files that a word with a `*` in its last part stands for, or the word. */
function expand(word: string, folder: string): string[] {
  if (!word.includes('*')) return [word];
  const [parent, pattern] = [path.dirname(word), path.basename(word)];
  const [before = '', after = ''] = pattern.split('*', 2);
  return readdirSync(path.join(folder, parent))
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .toSorted()
    .map((name) => `${parent}/${name}`);
}

function filesOfTests(): string {
  const all = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const files = all.filter((name) => name.endsWith('.test.ts'));
  const skipped = files.filter((name) => /^exports\b|-in-r\./u.test(name)).length;
  return `${files.length - skipped} passed | ${skipped} skipped (${files.length})`;
}

/** Whether the lines shown are the lines printed; a line `…` stands for any number of them. */
export function shows(shown: readonly string[], printed: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return printed.length === 0;
  if (line === '…') return printed.some((_, at) => shows(rest, printed.slice(at))) || shows(rest, []);
  return line === printed[0] && shows(rest, printed.slice(1));
}

/**
 * A console block with every output as it really is. What is shown already and true stays as it is, with its `…`.
 * Commands of npm are left alone, since they are not ours, but for what `npm test` says of how many files of tests there are,
 * of which those are skipped that need real exports or R; `echo $?` prints the last exit code.
 */
export async function refresh(block: string): Promise<string> {
  const box = sandbox();
  const steps = block.split(/^(?=\$ )/mu).map((step) => {
    const [command = '', ...lines] = step.replace(/\n$/u, '').split('\n');
    return { command: command.replace(/^\$ /u, ''), shown: lines };
  });
  let last = 0;
  try {
    return await steps.reduce(async (before, { command, shown }) => {
      const done = await before;
      const ours = command.split(' && ').find((part) => !part.startsWith('npm '));
      let text = '';
      if (ours === 'echo $?') text = `${last}\n`;
      else if (command === 'npm test') text = ` Test Files  ${filesOfTests()}\n`;
      else if (ours !== undefined) ({ text, code: last } = await box.run(ours));
      const printed = text === '' ? [] : text.replace(/\n$/u, '').split('\n');
      const lines = shows(shown, printed) ? shown : printed;
      return `${done}${[`$ ${command}`, ...lines].join('\n')}\n`;
    }, Promise.resolve(''));
  } finally {
    box.remove();
  }
}
