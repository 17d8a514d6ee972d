import type { Asker } from './settle-doubts.ts';

/** Asks at the terminal of this process; undefined where there is none. The library is loaded with the first question. */
export function terminalAsker(): Asker | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const output = process.stderr;
  return {
    async choose(message, choices) {
      const { isCancel, select } = await import('@clack/prompts');
      const answer = await select({ message, options: [...choices], output });
      return isCancel(answer) ? undefined : answer;
    },
    async write(message, proposal) {
      const { isCancel, text } = await import('@clack/prompts');
      const answer = await text({ message, initialValue: proposal, output });
      return isCancel(answer) ? undefined : answer;
    },
  };
}
