/**
 * Whether any of these texts is in the bytes of a file, which come chunk by chunk: what one chunk ends with
 * and the next goes on with counts too.
 */
export function finder(texts: readonly (string | Buffer)[]): (chunk: Buffer) => boolean {
  const wanted = texts.map((text) => (typeof text === 'string' ? Buffer.from(text) : text));
  const most = Math.max(1, ...wanted.map(({ length }) => length)) - 1;
  let before: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const seam = Buffer.concat([before, chunk.subarray(0, most)]);
    const end = chunk.length < most ? seam : chunk;
    before = end.subarray(Math.max(0, end.length - most));
    return wanted.some((one) => chunk.includes(one) || seam.includes(one));
  };
}
