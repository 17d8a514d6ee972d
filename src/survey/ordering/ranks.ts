import { phrasesIn } from '../../intake/phrases.ts';
import { families } from './answer-families.ts';
import { degreeRank, yesNoRank } from './degrees.ts';
import { educationRank, schoolYearRank } from './education.ts';
import { frequencyRank } from './frequencies.ts';
import { familiesInOtherLanguages } from './other-languages.ts';
import { rangeRank } from './ranges.ts';
import { timeRank } from './times-of-day.ts';

type Rank = (folded: string) => number | undefined;

/** The halves of each label, where it is bilingual. */
type Halves = readonly (readonly string[])[];

/**
 * How each order places folded labels, where what it makes of one depends on the others: the first that has
 * all of them counts.
 */
const orders: readonly ((labels: readonly string[], halves: Halves) => Rank)[] = [
  ...[...families, ...familiesInOtherLanguages].map(familyRank).map((rank) => () => rank),
  () => yesNoRank,
  (labels, halves) => frequencyRank([...labels, ...halves.flat()]),
  degreeRank,
  numberRank,
  timeRank,
  schoolYearRank,
  rangeRank,
  letterRank,
  () => educationRank,
];

/** The place of each folded label in the first order that has all of them. */
export function ranksOf(labels: readonly string[]): readonly number[] | undefined {
  const halves = labels.map(halvesOf);
  for (const order of orders) {
    const ranks = ranksIn(order(labels, halves), labels, halves);
    if (ranks !== undefined) return areAsMany(ranks, labels) ? ranks : undefined;
  }
  return undefined;
}

/** The places of all labels in one order; undefined as soon as it lacks one. */
function ranksIn(rank: Rank, labels: readonly string[], halves: Halves): number[] | undefined {
  const ranks: number[] = [];
  for (const [nth, label] of labels.entries()) {
    const place = rank(label) ?? rankOfHalves(halves[nth] ?? [], rank);
    if (place === undefined) return undefined;
    ranks.push(place);
  }
  return ranks;
}

/** Whether no two labels share a place: which of "Fairly safe" and "Somewhat safe" is first, nobody can tell. */
function areAsMany(ranks: readonly number[], labels: readonly string[]): boolean {
  return new Set(ranks).size === new Set(labels).size;
}

/** The rank of a bilingual label by the half that is known, or by both where they agree. */
function rankOfHalves(halves: Halves[number], rank: Rank): number | undefined {
  if (halves.length === 0) return undefined;
  const [only, ...others] = new Set(halves.flatMap((half) => rank(half) ?? []));
  return others.length === 0 ? only : undefined;
}

/** The two halves of a bilingual label such as "Always / Bob amser"; of any other there are none. */
export function halvesOf(folded: string): readonly string[] {
  const halves = folded.split(/ [/|] /u);
  return halves.length === 2 ? halves : [];
}

function familyRank(family: readonly string[]): Rank {
  const steps = family.map((spellings) => phrasesIn(spellings));
  return (folded) => {
    const step = steps.findIndex((spellings) => spellings.includes(folded));
    return step === -1 ? undefined : step;
  };
}

/**
 * "(1) Not clear", "(2)", "(3) Very clear", or "1: Never", "2", "3: Always": by the number before or after what only some
 * points are called.
 */
function numberRank(labels: readonly string[]): Rank {
  return areDistinct(labels.map(numberIn)) ? numberIn : () => undefined;
}

/** Whether all have a number, and no two the same. */
export function areDistinct(numbers: readonly (number | undefined)[]): boolean {
  return new Set(numbers).size === numbers.length && !numbers.includes(undefined);
}

function numberIn(folded: string): number | undefined {
  const [digits] =
    /(?<=^\()\d{1,2}(?=\)(?!\S))|(?<=(?<!\S)\()\d{1,2}(?=\)$)|^\d{1,2}(?=$|(?:[:.)]| ?[-=]) ?\p{L})|(?<=\p{L} [-=] )(?:\d|10)$/u.exec(
      folded,
    ) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The fewest letters that are bands, as of the council tax, and not codes such as "F" and "M". */
const FEWEST_BANDS = 3;

/** The place of folded letters "A", "B", "D", where most letters from A on are among them. */
function letterRank(labels: readonly string[]): Rank {
  const places = labels.map((label) => (/^[a-z]$/u.test(label) ? Number.parseInt(label, 36) - 10 : Infinity));
  const areBands = labels.length >= FEWEST_BANDS && labels.length * 2 > Math.max(...places) + 1;
  return (folded) => (areBands ? places[labels.indexOf(folded)] : undefined);
}
