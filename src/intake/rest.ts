/** Lets what waits be done: what DuckDB has answered, and Ctrl-C where somebody listens for it. */
export async function rest(): Promise<void> {
  // Signals are looked for before each of these; the first one's turn may have begun before the signal came.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => void setImmediate(resolve));
}
