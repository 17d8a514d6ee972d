import { addUp } from '../../intake/group-by.ts';
import { countOf } from '../infer/facts.ts';
import { fold } from '../labels/labels.ts';
import type { Cell, PieceCount } from './cut-cells.ts';

type Tally = ReadonlyMap<string, PieceCount>;

/** Where there are so many, one in a hundred that is otherwise is in the words of a respondent. */
const [MANY, MOST] = [50, 0.99];

/** Whether some are all, but for a few who wrote what others chose. */
function areAll(some: number, all: number): boolean {
  return some >= all || (all >= MANY && some >= all * MOST);
}

/**
 * So many must have answers side by side, and as many neither, before a semicolon or a comma without white
 * space, which options hardly have, is part of one.
 */
const ENOUGH_TOGETHER = 4;

/**
 * So many times something in lower case must stand behind the same answer, which is given alone too, before
 * it is its end.
 */
const ENOUGH_BEHIND = 10;

const [lower, upper] = [/^\p{Ll}/u, /^\p{Lu}/u];

/**
 * Whether two pieces, folded, never occur but side by side in these cells, which are cut at a comma or a
 * semicolon. Short numbers are options each.
 */
export function steadyNeighbours(
  cells: readonly Cell[],
  tally: Tally,
  separator: string,
): (first: string, second: string) => boolean {
  const pairs = neighbours(cells);
  const isSemicolon = separator.startsWith(';');
  const isSteady = steadiness(cells, tally, pairs, isSemicolon);
  const spaced = new Set(cells.flatMap(({ pieces }) => pieces.filter((one) => /^\s/u.test(one)).map(fold)));
  const isTight = (piece: string): boolean =>
    isSemicolon || (separator === ',' && upper.test(tally.get(piece)?.label ?? '') && !spaced.has(piece));
  const all = countOf(cells);
  const areEnough = ({ second, count }: Pair): boolean =>
    isTight(second) ? Math.min(count, all - count) >= ENOUGH_TOGETHER : count > 1;
  const steady = pairs.filter((pair) => areEnough(pair) && isSteady(pair));
  const joined = new Set(steady.map(({ first, second }) => JSON.stringify([first, second])));
  return (first, second) => joined.has(JSON.stringify([first, second]));
}

/**
 * Whether the pieces of a pair never occur apart. One that begins in lower case goes on with what stands
 * before it, where that never stands without such a one; where options are written in lower case themselves,
 * only where such a one stands behind nothing else either. A semicolon belongs to an option there alone, but
 * not among these. What stands behind nothing but one answer ends an option that begins with it where that
 * stands in a cell twice, "Bus, Bus, tram or train": nobody ticks one twice.
 */
function steadiness(
  cells: readonly Cell[],
  tally: Tally,
  pairs: readonly Pair[],
  isSemicolon: boolean,
): (pair: Pair) => boolean {
  const timesOf = (piece: string) => tally.get(piece)?.count ?? 0;
  const beginsIn = (letter: RegExp, piece: string) => letter.test(tally.get(piece)?.label ?? '');
  const begin = (letter: RegExp) => cells.some(({ pieces: [first = ''] }) => letter.test(first));
  const areLower = begin(lower) && !begin(upper);
  const goesOn = ({ second, count }: Pair) =>
    beginsIn(lower, second) && (!areLower || areAll(count, timesOf(second)));
  const going = pairs.filter(goesOn);
  const timesGoing = addUp(going.map(({ first, count }) => [first, count]));
  const isNeverAlone = (first: string) => areAll(timesGoing.get(first) ?? 0, timesOf(first));
  // What ends several options, each of which begins with a capital, stands after one of these only.
  const ending = going.filter(({ first }) => isNeverAlone(first) && beginsIn(upper, first));
  const tails = addUp(ending.map(({ second, count }) => [second, count]));
  return (pair) => {
    const { first, second, count, again } = pair;
    const areNumbers = [first, second].every((piece) => /^\d{1,2}$/u.test(piece));
    if (areNumbers || (isSemicolon && (!goesOn(pair) || areLower))) return false;
    if (goesOn(pair) && isNeverAlone(first))
      return areAll(Math.max(count, tails.get(second) ?? 0), timesOf(second));
    const isBegun = again > 1 || (goesOn(pair) && !areLower && count >= ENOUGH_BEHIND);
    return areAll(count, timesOf(second)) && (isBegun || areAll(count, timesOf(first)));
  };
}

/** Two pieces that stand side by side, folded. */
interface Pair {
  readonly first: string;
  readonly second: string;
  /** In how many records they do, and in how many of these the first stands again. */
  readonly count: number;
  readonly again: number;
}

function neighbours(cells: readonly Cell[]): readonly Pair[] {
  const pairs = cells.flatMap(({ pieces, count }) => {
    const keys = pieces.map(fold);
    const isTwice = (key = '') => keys.indexOf(key) !== keys.lastIndexOf(key);
    return keys.slice(1).map((second, nth) => {
      return [JSON.stringify([keys[nth], second]), count, isTwice(keys[nth]) ? count : 0] as const;
    });
  });
  const again = addUp(pairs.map(([key, , twice]) => [key, twice]));
  return [...addUp(pairs.map(([key, count]) => [key, count]))].map(([key, count]) => {
    const [first = '', second = ''] = JSON.parse(key) as string[];
    return { first, second, count, again: again.get(key) ?? 0 };
  });
}
