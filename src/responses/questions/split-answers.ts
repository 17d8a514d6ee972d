import { isBlank, tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { jsonList } from '../../survey/labels/json-list.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Tally } from './labels-seen.ts';

/** One answer of several in a cell, and the position of the option that it is, if it is one. */
export interface Part {
  readonly part: string;
  /** As it is written there, line breaks and all. */
  readonly raw: string;
  readonly option: number | undefined;
}

/** What stands between two separators, and whether the one before it is written in full or lacks white space. */
interface Piece {
  readonly text: string;
  /** With the white space around it. */
  readonly raw: string;
  readonly isLoose: boolean;
}

/**
 * Splits a joined cell into its answers: at each place the longest run of pieces that is one of `labels`,
 * else what stands there up to the next separator or option. Of a separator such as ", " the white space may
 * be missing ("a,b"): that cuts beside an option, but not within other words ("1,000 of us"). Empty pieces (a
 * trailing separator) are no answer. A list as programs write it, `["a","b"]`, is its elements, whatever the
 * separator.
 */
export function answerSplitter(separator: string, labels: readonly string[]): (value: string) => Part[] {
  const keyOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => fold(text)).join('\n');
  const known = new Map<string, number>();
  const lengths = new Set<number>();
  for (const [option, label] of labels.entries()) {
    const pieces = piecesOf(label, separator);
    lengths.add(pieces.length);
    if (!known.has(keyOf(pieces))) known.set(keyOf(pieces), option);
  }
  const longestFirst = [...lengths].toSorted((a, b) => b - a);
  const optionAt = (pieces: readonly Piece[], start: number) => {
    for (const length of longestFirst) {
      const end = start + length;
      const option = end > pieces.length ? undefined : known.get(keyOf(pieces.slice(start, end)));
      if (option !== undefined) return { option, end };
    }
    return undefined;
  };
  return (value) => {
    const list = jsonList(value);
    if (list !== undefined) {
      const parts = list.map(tidy).filter((part) => !isBlank(part));
      return parts.map((part) => ({ part, raw: part, option: known.get(keyOf(piecesOf(part, separator))) }));
    }
    const pieces = piecesOf(value, separator);
    const parts: Part[] = [];
    for (let start = 0; start < pieces.length;) {
      const found = optionAt(pieces, start);
      let end = found?.end ?? start + 1;
      if (!found) while (pieces[end]?.isLoose === true && !optionAt(pieces, end)) end++;
      const raw = joinPieces(pieces.slice(start, end), separator, 'raw');
      parts.push({ part: tidy(raw), raw, option: found?.option });
      start = end;
    }
    return parts;
  };
}

/** How often each answer between separators written in full occurs. */
export function partsOf(tally: Tally, separator: string): Tally {
  const parts = [...tally].flatMap(([value, count]) =>
    (jsonList(value) ?? value.split(separator)).map(
      (piece) => [tidy(joinPieces(piecesOf(piece, separator), separator, 'text')), count] as const,
    ),
  );
  return addUp(parts.filter(([part]) => part !== ''));
}

/** Labels without those that are only others of them, joined by a separator that lacks its white space. */
export function wholeLabels(labels: readonly string[], separator: string): readonly string[] {
  const known = new Set(labels.map(fold));
  return labels.filter((label) => {
    const pieces = piecesOf(label, separator);
    return pieces.length < 2 || !pieces.every(({ text }) => known.has(fold(text)));
  });
}

/** The pieces of a text that hold something. */
function piecesOf(text: string, separator: string): Piece[] {
  const core = coreOf(separator);
  const pieces = text
    .split(separator)
    .flatMap((part) => part.split(core).map((raw, index) => ({ text: tidy(raw), raw, isLoose: index > 0 })));
  return pieces.filter((piece) => !isBlank(piece.text));
}

function joinPieces(pieces: readonly Piece[], separator: string, spelling: 'text' | 'raw'): string {
  const core = coreOf(separator);
  return pieces
    .map((piece, index) => `${index === 0 ? '' : piece.isLoose ? core : separator}${piece[spelling]}`)
    .join('');
}

/** A separator without the white space around it; one that has letters, or is nothing else, is as it is. */
function coreOf(separator: string): string {
  const core = separator.trim();
  return core === '' || /[\p{L}\p{N}]/u.test(core) ? separator : core;
}
