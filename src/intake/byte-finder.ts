/**
 * Whether any of these texts is in the bytes of a file, which come chunk by chunk: what one chunk ends with and the next goes
 * on with counts too.
 */
export function finder(texts: readonly string[]): (chunk: Buffer) => boolean {
  const wanted = texts.map((text) => Buffer.from(text));
  const longest = Math.max(1, ...wanted.map((bytes) => bytes.length));
  let before: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const bytes = Buffer.concat([before, chunk]);
    before = bytes.subarray(Math.max(0, bytes.length - longest + 1));
    return wanted.some((one) => bytes.includes(one));
  };
}
