const breaks = /\r{0,2}\n|\r/g;

/** How many lines a text goes on for after its first: LF, CRLF, CR and CR CR LF are one break each. */
export function countLineBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.match(breaks)?.length ?? 0;
}

/** Numbers with room for twice as many. */
export function twiceAsLong(lines: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(lines.length * 2);
  longer.set(lines);
  return longer;
}
