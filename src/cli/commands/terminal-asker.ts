import type { Asker } from './settle-doubts.ts';

/** What ends an answer at a terminal as Ctrl-C does: the end of what is typed, Ctrl-D. */
const endOfInput = '\u0004';

/** The width of a terminal that does not say how wide it is, as some do in containers and editors. */
const USUAL_WIDTH = 80;

/**
 * Asks at a terminal, which is that of this process; undefined where there is none. The library is loaded with the first
 * question.
 */
export function terminalAsker(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Asker | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  if (output.columns === 0) output.columns = USUAL_WIDTH;
  return {
    async choose(message, choices) {
      const { isCancel, select } = await prompts();
      const answer = await select({ message, options: [...choices], input, output });
      return isCancel(answer) ? undefined : answer;
    },
    async write(message, proposal) {
      const { isCancel, text } = await prompts();
      const answer = await text({ message, initialValue: proposal, input, output });
      return isCancel(answer) ? undefined : answer;
    },
  };
}

async function prompts() {
  const library = await import('@clack/prompts');
  library.updateSettings({ aliases: { [endOfInput]: 'cancel' } });
  return library;
}
