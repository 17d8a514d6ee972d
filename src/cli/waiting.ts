import type { Io } from './io.ts';

/** Whoever waits for longer than this, in milliseconds, is told what for. */
const patience = 1000;

/**
 * Does some work, which tells again and again that it goes on: where it takes longer than a second, standard error says in `words` what is
 * done, if it is a terminal, until the work has come to its end or failed. How much is left nobody knows. Returns what the work comes to.
 */
export function whileSaying<Done>(
  words: string,
  quiet: boolean,
  { stderr, now }: Pick<Io, 'stderr' | 'now'>,
  work: (goesOn: () => void) => Done,
): Done {
  const since = now();
  const mayBeSaid = !quiet && stderr.isTerminal;
  let isSaid = false;
  const goesOn = () => {
    if (!mayBeSaid || isSaid || now() - since < patience) return;
    isSaid = true;
    // Of two lines one could be taken away again.
    stderr.write([...words].slice(0, (stderr.columns ?? 80) - 1).join(''));
  };
  try {
    return work(goesOn);
  } finally {
    if (isSaid) stderr.write('\r\u001b[K');
  }
}
