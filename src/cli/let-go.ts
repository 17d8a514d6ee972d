/** How whatever may not be left as it is when the process ends is let go. */
const held = new Set<() => Promise<void>>();

/** Takes note of what has to be let go before the process ends; gives back what is called when it has been. */
export function hold(release: () => Promise<void>): () => void {
  held.add(release);
  return () => void held.delete(release);
}

/** Lets go of all that is held, for a process that has to end now. */
export async function letGo(): Promise<void> {
  await Promise.allSettled([...held].map((release) => release()));
}
