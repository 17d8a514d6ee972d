import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../labels.ts';
import type { LabelCount } from './facts.ts';

/** What a cell holds between separators, and in how many records. */
export interface Cell {
  readonly pieces: readonly string[];
  readonly count: number;
}

/** The distinct cells of a column, each cut at a separator but where that belongs to an option. */
export function cutCells(labels: readonly LabelCount[], separator: string): readonly Cell[] {
  return mergeSteadyNeighbours(cutOf(labels, separator), separator);
}

function cutOf(labels: readonly LabelCount[], separator: string): Cell[] {
  return labels.map(({ raw, count }) => ({ pieces: piecesOf(raw, separator), count }));
}

/** The parts of a cell, with the white space around them; a separator within brackets divides nothing. */
function piecesOf(cell: string, separator: string): string[] {
  const pieces: string[] = [];
  for (const part of cell.split(separator)) {
    const open = pieces.at(-1);
    if (open !== undefined && depth(open) > 0 && depth(open) + depth(part) <= 0)
      pieces[pieces.length - 1] = `${open}${separator}${part}`;
    else pieces.push(part);
  }
  return pieces.filter((piece) => !isBlank(piece));
}

function depth(text: string): number {
  return text.split('(').length - text.split(')').length;
}

/**
 * Joins pieces again that never occur but side by side: the separator between them belongs to their option, which a comma may.
 * One that begins in lower case goes on with what stands before it, where that never stands without such a one.
 */
function mergeSteadyNeighbours(cells: readonly Cell[], separator: string): readonly Cell[] {
  if (!separator.startsWith(',')) return cells;
  const tally = tallyPieces(cells);
  const pairs = new Map<string, number>();
  for (const { pieces, count } of cells) {
    for (const [index, piece] of pieces.entries()) {
      const next = pieces[index + 1];
      if (next === undefined) continue;
      const key = JSON.stringify([fold(piece), fold(next)]);
      pairs.set(key, (pairs.get(key) ?? 0) + count);
    }
  }
  const countOf = (piece: string) => tally.get(piece)?.count ?? 0;
  const bound = [...pairs].flatMap(([key, count]) => {
    const [first = '', second = ''] = JSON.parse(key) as string[];
    const goesOn = /^\p{Ll}/u.test(tally.get(second)?.label ?? '');
    return count > 1 && countOf(second) === count ? [{ key, first, count, goesOn }] : [];
  });
  const steady = bound.flatMap(({ key, first, count, goesOn }) => {
    const going = bound.filter((one) => one.first === first && one.goesOn);
    const isNeverAlone = goesOn && going.reduce((sum, one) => sum + one.count, 0) === countOf(first);
    return isNeverAlone || count === countOf(first) ? [key] : [];
  });
  if (steady.length === 0) return cells;
  const isSteady = new Set(steady);
  const merged = cells.map(({ pieces, count }) => {
    const whole: string[] = [];
    let before = '';
    for (const piece of pieces) {
      if (isSteady.has(JSON.stringify([before, fold(piece)])))
        whole.push(`${whole.pop()}${separator}${piece}`);
      else whole.push(piece);
      before = fold(piece);
    }
    return { pieces: whole, count };
  });
  return merged;
}

/** The share of the parts of these cells that stand in more than one record. */
export function shareRepeated(labels: readonly LabelCount[], separator: string): number {
  const counts = [...tallyPieces(cutOf(labels, separator)).values()].map(({ count }) => count);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0) / Math.max(1, all);
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
      const { label = tidy(piece), count: before = 0, cells: inCells = 0 } = tally.get(fold(piece)) ?? {};
      tally.set(fold(piece), { label, count: before + count, cells: inCells + 1 });
    }
  }
  return tally;
}
