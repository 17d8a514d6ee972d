/** Lets what waits be done, Ctrl-C above all, which otherwise is not heard before there is nothing left to do. */
export async function rest(): Promise<void> {
  // Signals are looked for before each of these; the first one's turn may have begun before the signal came.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => void setImmediate(resolve));
}
