import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../labels/labels.ts';
import { type LabelCount, countOf } from '../infer/facts.ts';
import { steadyNeighbours } from './steady-neighbours.ts';

/** What a cell holds between separators, and in how many records. */
export interface Cell {
  readonly pieces: readonly string[];
  readonly count: number;
}

/** The distinct cells of a column, each cut at a separator but where that belongs to an option. */
export function cutCells(labels: readonly LabelCount[], separator: string): readonly Cell[] {
  const ends = countOf(labels.filter(({ raw }) => raw.endsWith(separator)));
  return mergeSteadyNeighbours(mergeSpaced(cutOf(labels, separator), separator, ends), separator);
}

function cutOf(labels: readonly LabelCount[], separator: string): Cell[] {
  // Where a comma stands before each line break, one may stand at the end too.
  const end = separator.endsWith('\n') ? /,\s*$/u : /(?!)/u;
  return labels.map(({ raw, count }) => ({ pieces: piecesOf(raw.replace(end, ''), separator), count }));
}

/** Whether a separator is a comma, which an option may hold, and no line break. */
export function mayBeInOption(separator: string): boolean {
  return separator.startsWith(',') && !separator.endsWith('\n');
}

/** A comma, but for one between the digits of an amount of money. */
const comma = /,(?!(?<=[£$€]\s?\d{1,3}(?:,\d{3})*,)\d{3}(?!\d))/u;

/** The parts of a cell, with the white space around them; a separator within brackets divides nothing. */
function piecesOf(cell: string, separator: string): string[] {
  const parts = cell.split(separator === ',' ? comma : separator);
  const ends = cell.includes('(') ? endsOf(parts) : parts.map((_, index) => index + 1);
  const pieces: string[] = [];
  for (let at = 0; at < parts.length; at = ends[at] ?? parts.length)
    pieces.push(parts.slice(at, ends[at]).join(separator));
  return pieces.filter((piece) => !isBlank(piece));
}

/**
 * Before which part a piece ends that begins with each: behind the bracket that closes the one it opens, else
 * the next.
 */
function endsOf(parts: readonly string[]): number[] {
  const ends = parts.map((_, index) => index + 1);
  const open = [{ start: 0, level: 0 }];
  let level = 0;
  for (const [index, part] of parts.entries()) {
    level += part.split('(').length - part.split(')').length;
    while ((open.at(-1)?.level ?? -Infinity) >= level) ends[open.pop()?.start ?? 0] = index + 1;
    open.push({ start: index + 1, level });
  }
  return ends;
}

/**
 * Joins pieces again before which white space stands wherever they are, where the separator has none
 * elsewhere: in "Roads;Crime; theft" the second one belongs to an option. In a list that somebody typed,
 * white space stands before some answers here and not there; where few separators have none, the piece must
 * always follow the same one too. `ends` cells end with a separator.
 */
function mergeSpaced(cells: readonly Cell[], separator: string, ends: number): readonly Cell[] {
  if (isBlank(separator) || separator !== separator.trim()) return cells;
  const isSpaced = (piece: string): boolean => /^\s/u.test(piece);
  const [firsts, plain] = [new Map<string, Set<string>>(), new Set<string>()];
  let [bare, spaced] = [ends, 0];
  for (const { pieces, count } of cells) {
    const keys = pieces.map(fold);
    for (const [index, piece] of pieces.entries()) {
      const [before, key = ''] = [keys[index - 1], keys[index]];
      if (before === undefined || !isSpaced(piece)) plain.add(key);
      if (before === undefined) continue;
      if (isSpaced(piece)) spaced += count;
      else bare += count;
      firsts.set(key, (firsts.get(key) ?? new Set()).add(before));
    }
  }
  if (bare < 2 || spaced === 0) return cells;
  return joinPieces(cells, separator, (_, second) => {
    return !plain.has(second) && (bare > spaced || firsts.get(second)?.size === 1);
  });
}

/**
 * Joins pieces again that never occur but side by side: the separator between them belongs to their option,
 * which a comma may, and seldom a semicolon.
 */
function mergeSteadyNeighbours(cells: readonly Cell[], separator: string): readonly Cell[] {
  if (!separator.startsWith(';') && !mayBeInOption(separator)) return cells;
  return joinPieces(cells, separator, steadyNeighbours(cells, tallyPieces(cells), separator));
}

/** Cells in which every two neighbours are one piece of which this is true, folded. */
function joinPieces(
  cells: readonly Cell[],
  separator: string,
  areOne: (first: string, second: string) => boolean,
): readonly Cell[] {
  return cells.map(({ pieces, count }) => {
    const whole: string[] = [];
    let before = '';
    for (const piece of pieces) {
      if (whole.length > 0 && areOne(before, fold(piece))) whole.push(`${whole.pop()}${separator}${piece}`);
      else whole.push(piece);
      before = fold(piece);
    }
    return { pieces: whole, count };
  });
}

/** The share of the parts of these cells that stand in more than one record. */
export function shareRepeated(labels: readonly LabelCount[], separator: string): number {
  const parts = [...tallyPieces(cutOf(labels, separator)).values()];
  return countOf(parts.filter(({ count }) => count > 1)) / Math.max(1, countOf(parts));
}

/** A part of cells, in the spelling met first. */
export interface PieceCount {
  readonly label: string;
  /** In how many records it stands, and in how many different cells. */
  readonly count: number;
  readonly cells: number;
}

/** The parts of cells, by their folded spelling. */
export function tallyPieces(cells: readonly Cell[]): Map<string, PieceCount> {
  const tally = new Map<string, PieceCount>();
  for (const { pieces, count } of cells) {
    for (const piece of new Set(pieces)) {
      const key = fold(piece);
      const { label = tidy(piece), count: before = 0, cells: inCells = 0 } = tally.get(key) ?? {};
      tally.set(key, { label, count: before + count, cells: inCells + 1 });
    }
  }
  return tally;
}
