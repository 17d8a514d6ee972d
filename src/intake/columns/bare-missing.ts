/** A cell in quotation marks, whatever is in it. */
const quoted = /"(?:[^"]|"")*"/gu;

/** What R writes without quotation marks where it puts them around every text. */
const bare = /^(?:NA|NaN|-?Inf|TRUE|FALSE|-?[\d.]+e[-+]?\d+)$/u;

/**
 * Whether a file, by its first lines, has “NA” bare where every text is in quotation marks, as R writes a
 * value that is missing: nobody gave it as an answer.
 */
export function hasBareMissing(text: string, delimiter: string): boolean {
  const [header = ''] = text.split('\n', 1);
  if (!header.startsWith('"') || !text.includes('NA') || text.includes('"NA"')) return false;
  const unquoted = text.replace(quoted, '').replace(/".*$/su, '');
  // The last line may be cut within a cell.
  const cells = unquoted
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => line.trim().split(delimiter));
  const words = new Set(cells.filter((cell) => /\p{L}/u.test(cell)));
  return words.has('NA') && [...words].every((word) => bare.test(word));
}
