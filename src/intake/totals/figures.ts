import { type Held, isFraction, isOutOfPlace, isRounded, keyOf } from './summary-cells.ts';
import { isSummaryLabel } from './summary-names.ts';
import { sumOf } from '../sum.ts';

/** What may be worked out of the answers to a question, and what it is called, in English or Welsh. */
const names = {
  sum: /\btotals?\b|\bsum\b|forward|swm\b/iu,
  mean: /\bav(?:e|g|erages?)?\b|\bmean\b|cyfartaledd|cymedr/iu,
  count: /\bcounts?\b|\bbase\b|^n\b|\btotals?\b|\brespon(?:ses?|dents)\b|\breplies\b|\bnifer|swm\b/iu,
  median: /\bmedian\b|canolrif/iu,
  most: /\bmax(?:imum)?\b|\bhighest\b|\buchaf/iu,
  least: /\bmin(?:imum)?\b|\blowest\b|\bisaf/iu,
} as const;

type Figure = keyof typeof names;

const all = Object.keys(names) as Figure[];

/** What else a row of figures may be called. */
const others = /\boverall\b|\bnet\b/iu;

/** What a row is called that has the most common answers, in words too. */
export const nameOfMode = /^mode\b|\bmost common\b/iu;

/**
 * A response hardly says by chance what is as rare as this; where nothing else shows that it is none, it must
 * be rarer.
 */
const RARE = { named: 0.01, unnamed: 0.001 };

/** No scale goes further than this. */
export const LONGEST_SCALE = 10;

/** How often each answer stands above a row, by its key; of a column that is not kept, only in some of the rows. */
export interface Above {
  readonly times: ReadonlyMap<string, number>;
  readonly areAll: boolean;
}

/** Which figures a label names. */
export function figuresNamed(label: string): readonly Figure[] {
  return all.filter((figure) => names[figure].test(label));
}

/** Whether a few words are what a row of figures may be called: “July total”, “Overall”. */
export function mayNameFigures(label: string): boolean {
  const isName = others.test(label) || nameOfMode.test(label) || figuresNamed(label).length > 0;
  return isName && label.split(' ').length <= 3;
}

/** Which of the figures that a label names all of these cells are, of the columns above them. */
export function namedAmong(
  label: string,
  cells: readonly Held[],
  above: (column: number) => Above,
): readonly Figure[] {
  return namedIn(label, foundIn(cells, above));
}

function foundIn(cells: readonly Held[], above: (column: number) => Above): readonly Found[] {
  return cells.map((cell) => figuresIn(cell.text, above(cell.column)));
}

function namedIn(label: string, found: readonly Found[]): readonly Figure[] {
  return figuresNamed(label).filter((figure) => found.every(({ figures }) => figures.has(figure)));
}

/**
 * Whether cells are figures of the columns above them: those that the label names, or several sums, means and
 * counts under any name or none, which must hardly be what a response says by chance; or without a name a
 * lone sum that is far from any answer, of a row with a blank where every response has something.
 */
export function areFigures(
  label: string,
  cells: readonly Held[],
  above: (column: number) => Above,
  chanceOfBlank: number,
): boolean {
  const found = foundIn(cells, above);
  const chance = found.reduce((product, one) => product * one.chance, chanceOfBlank);
  if (areAsCalled(label, found, chance) || areTotals(label, found)) return true;
  const isUnlikeAnswers = label === '' && chanceOfBlank < 1;
  if (chance >= (isUnlikeAnswers ? RARE.named : RARE.unnamed)) return false;
  if (found.length < 2)
    return isUnlikeAnswers && found.some(({ figures, isFar }) => figures.has('sum') && isFar);
  const areAny = found.every(
    (one) => isSumOrMean(one) || (one.figures.has('count') && one.own > LONGEST_SCALE),
  );
  const isAnyLarge = found.some(isLarge);
  return (
    areAny && found.some(({ figures }) => figures.size < all.length && (isAnyLarge || figures.has('mean')))
  );
}

/**
 * Whether they are all the figure that the label names: called so and nothing else, but for the most and the
 * least, which are answers; or hardly by chance.
 */
function areAsCalled(label: string, found: readonly Found[], chance: number): boolean {
  const named = namedIn(label, found);
  const isTold = isSummaryLabel(label) && named.some((figure) => figure !== 'most' && figure !== 'least');
  const isRare = chance < RARE.named && (found.some(isLarge) || named.some((figure) => !isOfAll(figure)));
  return isTold || (named.length > 0 && isRare);
}

/**
 * Whether they are called a total, and one far from any answer shows it that is the sum, or close to it where
 * all others are that or means.
 */
function areTotals(label: string, found: readonly Found[]): boolean {
  if (!isSummaryLabel(label) || !figuresNamed(label).includes('sum')) return false;
  const areClose = found.every((one) => isSumOrMean(one) || one.isNear);
  return found.some((one) => one.isNear && (areClose || one.figures.has('sum')));
}

function isSumOrMean({ figures }: Found): boolean {
  return figures.has('sum') || figures.has('mean');
}

/** Whether a number is no answer of any scale. */
function isLarge({ own }: Found): boolean {
  return !(own <= LONGEST_SCALE);
}

/** Whether a figure grows with how many answer. */
function isOfAll(figure: Figure): boolean {
  return figure === 'sum' || figure === 'count';
}

/** What a number is to the answers above it: any figure, where numbers are out of place. */
interface Found {
  readonly own: number;
  readonly figures: ReadonlySet<Figure>;
  /** Which part of all responses would say the same. */
  readonly chance: number;
  /** Whether it is much larger than any answer. */
  readonly isFar: boolean;
  /** Whether it is that, and not far from the sum. */
  readonly isNear: boolean;
}

function figuresIn(cell: string, { times, areAll }: Above): Found {
  const own = numberIn(cell);
  const count = sumOf(times.values());
  const numbers = [...times].flatMap(([answer, often]) => {
    const value = numberIn(answer);
    return Number.isFinite(value) ? [{ value, often }] : [];
  });
  numbers.sort((a, b) => a.value - b.value);
  const sum = sumOf(numbers, ({ value, often }) => value * often);
  const among = sumOf(numbers, ({ often }) => often);
  const most = numbers.at(-1)?.value ?? Number.NaN;
  const least = numbers[0]?.value ?? Number.NaN;
  const isFar = own > 2 * most;
  // Such an answer that nobody gave yet is as likely as another.
  const isOnScale = Number.isInteger(own) && own >= least && own <= most;
  const isShownAs = (value: number): boolean => isRounded(cell, own, value);
  const middle = (nth: number): number => {
    let before = 0;
    return numbers.find(({ often }) => (before += often) > nth)?.value ?? Number.NaN;
  };
  const isIt = (figure: Figure): boolean => {
    if (figure === 'sum') return areAll ? isShownAs(sum) : own > sum;
    if (!areAll) return figure === 'mean' && isFraction(cell, [...times.keys()]);
    if (figure === 'mean') return isShownAs(sum / among);
    if (figure === 'count') return own === count || own === among;
    if (figure === 'median') return isShownAs((middle((among - 1) >> 1) + middle(among >> 1)) / 2);
    return own === (figure === 'most' ? most : least);
  };
  return {
    own,
    figures: new Set(isOutOfPlace(cell, [...times.keys()]) ? all : all.filter(isIt)),
    chance: Math.max(
      ((times.get(keyOf(cell)) ?? 0) + 1) / (count + 1),
      isOnScale ? 1 / (most - least + 1) : 0,
    ),
    isFar,
    isNear: areAll && isFar && own > LONGEST_SCALE && Math.abs(own - sum) < sum / 2,
  };
}

function numberIn(cell: string): number {
  return Number(cell.replaceAll(/[£$€,%\s]/gu, ''));
}
