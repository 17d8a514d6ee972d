import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../labels.ts';
import type { ColumnFacts } from './facts.ts';
import { areNames } from './option-names.ts';

/** Several answers in one cell: what stands between them, and the answers that more than one respondent gave. */
export interface Joined {
  readonly separator: string;
  /** Most frequent first. */
  readonly options: readonly string[];
  /** How many parts of cells are none of these: words of the respondents' own. */
  readonly writeIns: number;
  /** How many cells hold more than one. */
  readonly severals: number;
  /** Whether nearly every cell has all of them, in more orders than one: they were ranked. */
  readonly isRanking: boolean;
  /** Whether respondents wrote the lists: many parts are nobody else's, and others are not spelt alike, as a form's options are. */
  readonly isTyped: boolean;
}

/** Separators that an answer rarely holds, then those which it may. */
const separators = [';', '|', '\n', ', ', ','];

/** More options than a form offers: what is cut at the separator is then running text. */
const MOST_OPTIONS = 60;

/** How many cells are enough to see that what they hold is running text. */
const SAMPLE = 200;

interface Cell {
  readonly pieces: readonly string[];
  readonly count: number;
}

/**
 * Whether the cells of a column hold several answers, as the platform joins them or as the cells themselves show: what
 * stands between separators is said again and again, in different company.
 */
export function findJoined(facts: ColumnFacts, platformSeparator: string | undefined): Joined | undefined {
  const own = platformSeparator === undefined ? [] : [platformSeparator];
  for (const separator of new Set([...own, ...separators])) {
    const joined = cutAt(facts, separator);
    if (joined === undefined || (separator === ' ' && (joined.writeIns > 0 || !areNames(facts.labels))))
      continue;
    return joined;
  }
  return undefined;
}

function cutAt({ labels, filled }: ColumnFacts, separator: string): Joined | undefined {
  const inner = tidy(separator) || separator;
  const holding = labels.filter(({ raw }) => raw.includes(inner));
  const held = holding.reduce((sum, { count }) => sum + count, 0);
  if (held < 2 || held < filled * 0.04) return undefined;
  const cut = (some: typeof labels): Cell[] =>
    some.map(({ raw, count }) => ({ pieces: piecesOf(raw, separator), count }));
  if (holding.length > SAMPLE && shareRepeated(cut(holding.slice(0, SAMPLE))) < 0.4) return undefined;
  const cells = mergeSteadyNeighbours(cut(labels), separator);
  const tally = tallyPieces(cells);
  const options = [...tally].filter(([, { count }]) => count > 1);
  const all = [...tally.values()].reduce((sum, { count }) => sum + count, 0);
  const repeated = options.reduce((sum, [, { count }]) => sum + count, 0);
  const mobile = options.filter(([, { cells: inCells }]) => inCells > 1);
  const isLong = options.some(([, { label }]) => label.length > 250);
  const severals = cells.filter(({ pieces }) => pieces.length > 1);
  // Microsoft Forms ends every cell of such a question with the mark.
  const isMarked = separator === ';' && labels.every(({ raw }) => tidy(raw).endsWith(separator));
  const isSeldom = severals.length === 0 || (severals.length < 2 && !standAlone(cells, severals, separator));
  if (options.length < 2 || options.length > MOST_OPTIONS || isLong || (isSeldom && !isMarked))
    return undefined;
  // A single choice whose options hold the separator has pieces that always come in the same company.
  const isMobile =
    isMarked ||
    mobile.length >= options.length * 0.7 ||
    comeInCompany(severals, mobile) ||
    standAlone(cells, severals, separator);
  if (repeated < all * 0.6 || !isMobile) return undefined;
  const ordered = options.toSorted(([, a], [, b]) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return {
    separator,
    options: ordered.map(([, { label }]) => label),
    writeIns: all - repeated,
    severals: severals.reduce((sum, { count }) => sum + count, 0),
    isRanking: areRanked(cells, options.length),
    isTyped: all - repeated > all * 0.2 && countVariants(cells, tally) > all * 0.05,
  };
}

/** How many parts are spelt otherwise than most of the same. */
function countVariants(cells: readonly Cell[], tally: ReadonlyMap<string, PieceCount>): number {
  return cells.reduce((sum, { pieces, count }) => {
    const spelt = pieces.filter((piece) => tidy(piece) !== tally.get(fold(piece))?.label);
    return sum + spelt.length * count;
  }, 0);
}

/** Whether nearly every cell has every option, in more orders than one. */
function areRanked(cells: readonly Cell[], options: number): boolean {
  const whole = cells.filter(({ pieces }) => pieces.length === options);
  const count = (some: readonly Cell[]): number => some.reduce((sum, one) => sum + one.count, 0);
  return options > 2 && whole.length > 1 && count(whole) >= count(cells) * 0.9;
}

/** Whether nearly all parts of the cells with several are also found in others. */
function comeInCompany(
  severals: readonly Cell[],
  mobile: readonly (readonly [string, PieceCount])[],
): boolean {
  const isMobile = new Set(mobile.map(([piece]) => piece));
  const parts = severals.flatMap(({ pieces, count }) => pieces.map((piece) => ({ piece, count })));
  const sum = (some: typeof parts): number => some.reduce((total, { count }) => total + count, 0);
  return sum(parts.filter(({ piece }) => isMobile.has(fold(piece)))) >= sum(parts) * 0.8;
}

/** Whether most parts of the cells with several are the whole of other cells, at a mark that hardly any option holds. */
function standAlone(cells: readonly Cell[], severals: readonly Cell[], separator: string): boolean {
  if (separator.startsWith(',')) return false;
  const whole = new Set(cells.flatMap(({ pieces }) => (pieces.length === 1 ? pieces.map(fold) : [])));
  const parts = severals.flatMap(({ pieces }) => pieces.map(fold));
  return parts.filter((part) => whole.has(part)).length >= parts.length * 0.6;
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

/** Joins pieces again that never occur but side by side: the separator between them belongs to their option. */
function mergeSteadyNeighbours(cells: readonly Cell[], separator: string): readonly Cell[] {
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
  const steady = [...pairs].flatMap(([key, count]) => {
    const [first = '', second = ''] = JSON.parse(key) as string[];
    const [a, b] = [tally.get(first)?.count, tally.get(second)?.count];
    const goesOn = /^\p{Ll}/u.test(tally.get(second)?.label ?? '');
    return count > 1 && b === count && (a === count || goesOn) ? [key] : [];
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

/** The share of pieces that stand in more than one record. */
function shareRepeated(cells: readonly Cell[]): number {
  const counts = [...tallyPieces(cells).values()].map(({ count }) => count);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0) / Math.max(1, all);
}

interface PieceCount {
  readonly label: string;
  /** In how many records it stands, and in how many different cells. */
  readonly count: number;
  readonly cells: number;
}

function tallyPieces(cells: readonly Cell[]): Map<string, PieceCount> {
  const tally = new Map<string, PieceCount>();
  for (const { pieces, count } of cells) {
    for (const piece of new Set(pieces)) {
      const { label = tidy(piece), count: before = 0, cells: inCells = 0 } = tally.get(fold(piece)) ?? {};
      tally.set(fold(piece), { label, count: before + count, cells: inCells + 1 });
    }
  }
  return tally;
}
