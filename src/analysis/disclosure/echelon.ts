import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Sums are solved for modulo a prime of which the square is a small whole number to the processor. */
const PRIME = 46_337;

/** The same in every run. */
const SEED = 20_231;

/** What can be worked out from some sums. */
export interface Known {
  /** The sums, by position, that it takes to work out one of these parts; nothing where they do not tell it. */
  readonly waysTo: (parts: readonly number[]) => readonly number[] | undefined;
}

/** A sum of multiples of parts, worked out from multiples of the sums that are known; it is one of the part at `pivot`. */
interface Line {
  readonly parts: Int32Array;
  readonly from: Int32Array;
  readonly pivot: number;
}

/** What can be worked out from sums over parts, each part once in a sum or not at all, by adding them to each other and taking them away. */
export function knownFrom(sums: readonly (readonly number[])[], size: number): Known {
  const lines: Line[] = [];
  for (const [nth, sum] of sums.entries()) {
    const { parts, from } = reduced(sum, { size, sums: sums.length }, lines);
    from[nth] = 1;
    const pivot = parts.findIndex((one) => one !== 0);
    if (pivot < 0) continue;
    const scale = inverse(parts[pivot] ?? 1);
    const line = {
      parts: parts.map((one) => (one * scale) % PRIME),
      from: from.map((one) => (one * scale) % PRIME),
      pivot,
    };
    for (const other of lines) subtract(other, line);
    lines.push(line);
  }
  const unseen = otherParts(lines, size);
  return {
    waysTo: (own) => {
      // Where other parts of which all sums are 0 have another sum here, it cannot be worked out.
      if (own.reduce((sum, part) => sum + (unseen[part] ?? 0), 0) % PRIME !== 0) return undefined;
      const { parts, from } = reduced(own, { size, sums: sums.length }, lines);
      return parts.some((one) => one !== 0) ? undefined : [...from.keys()].filter((nth) => from[nth] !== 0);
    },
  };
}

/** Parts of which every line is 0, otherwise at random. */
function otherParts(lines: readonly Line[], size: number): Int32Array {
  const generator = xoroshiro128plus(SEED);
  const parts = Int32Array.from({ length: size }, () => Math.floor(uniformFloat64(generator) * PRIME));
  for (const { pivot } of lines) parts[pivot] = 0;
  const atPivots = lines.map((line) =>
    parts.reduce((sum, one, part) => (sum + one * (line.parts[part] ?? 0)) % PRIME, 0),
  );
  for (const [nth, { pivot }] of lines.entries()) parts[pivot] = (PRIME - (atPivots[nth] ?? 0)) % PRIME;
  return parts;
}

/** What lines leave of a sum of parts. */
function reduced(
  own: readonly number[],
  { size, sums }: { readonly size: number; readonly sums: number },
  lines: readonly Line[],
): Pick<Line, 'parts' | 'from'> {
  const left = { parts: new Int32Array(size), from: new Int32Array(sums) };
  for (const part of own) left.parts[part] = 1;
  for (const line of lines) subtract(left, line);
  return left;
}

/** Takes as much of a line away as leaves nothing at its pivot. */
function subtract({ parts, from }: Pick<Line, 'parts' | 'from'>, line: Line): void {
  const times = PRIME - (parts[line.pivot] ?? 0);
  if (times === PRIME) return;
  for (const [mine, theirs] of [
    [parts, line.parts],
    [from, line.from],
  ] as const)
    for (let at = 0; at < mine.length; at++) mine[at] = ((mine[at] ?? 0) + times * (theirs[at] ?? 0)) % PRIME;
}

/** By Fermat's little theorem. */
function inverse(number: number): number {
  let [result, power] = [1, number];
  for (let left = PRIME - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
}
