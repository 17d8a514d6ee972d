import { rest } from '../intake/rest.ts';

/** How whatever may not be left as it is when the process ends is let go. */
const held = new Set<() => Promise<void>>();

/**
 * What ends the process from outside, Ctrl-C and the system where it shuts down, with the exit code that a
 * shell gives it.
 */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = Object.keys(exitCodes) as (keyof typeof exitCodes)[];

/**
 * Takes note of what has to be let go before a signal ends the process; gives back what is called when it has
 * been.
 *
 * Only as long as something is held does anybody listen for signals. Otherwise the system ends the process at
 * once, whatever it is counting: a listener would be called only at the end of that.
 */
export function hold(release: () => Promise<void>): () => Promise<void> {
  if (held.size === 0) for (const signal of signals) process.on(signal, end);
  held.add(release);
  return async () => {
    // A signal that came while nobody could be called is not to be lost.
    await rest();
    held.delete(release);
    if (held.size === 0) for (const signal of signals) process.off(signal, end);
  };
}

/** Does at one go what is not to be left half done. */
export async function wholly(work: () => void): Promise<void> {
  const done = hold(() => Promise.resolve());
  try {
    work();
  } finally {
    await done();
  }
}

let isEnding = false;

/** Lets go of all that is held, and ends. */
async function end(signal: keyof typeof exitCodes): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await Promise.allSettled([...held].map((release) => release()));
  process.exit(exitCodes[signal]);
}
