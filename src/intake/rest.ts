/** Lets what waits be done, Ctrl-C above all, which otherwise is not heard before there is nothing left to do. */
export async function rest(): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve));
}
