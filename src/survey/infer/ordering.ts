import { fold } from '../labels.ts';
import { outsideLabels, outsideSpellings } from '../scale-spellings.ts';
import { welshOutside } from '../welsh-spellings.ts';
import { families } from './answer-families.ts';
import { rangeIn } from './ranges.ts';

const degrees: readonly (readonly string[])[] = [
  ['completely', 'extremely', 'strongly', 'totally', 'definitely', 'much'],
  ['very', 'a lot'],
  ['rather', 'quite', 'fairly', 'moderately', 'somewhat', 'reasonably', 'mostly', 'tend to'],
  [''],
  ['slightly', 'a little', 'a bit'],
  ['not very', 'not so', 'not too', 'not that', 'not particularly'],
  ['not'],
  ['not at all'],
];
const opposite = /^(?:un|dis|in|im|ir|il)(?=\p{L}{4})/u;

/** More labels than anybody puts in an order of degrees or ranges. */
const MOST_LABELS = 40;

const outside = new Set(
  [
    ...outsideLabels,
    ...Object.values(outsideSpellings).flat(),
    ...Object.values(welshOutside).flat(),
    'None of these',
    'None of the above',
    'Other',
  ]
    .map(fold)
    .concat('other (please specify)'),
);

/** What somebody says who cannot judge. */
const unaware =
  /^(?:i (?:was|am) (?:not aware|unaware)|i'm (?:not aware|unaware)|not aware|unaware|unfamiliar|not familiar|i(?: have|'ve)? (?:not|never) (?:heard|used|seen)|haven't (?:heard|used)|never (?:heard|used) (?:of|it|this))\b/u;

/**
 * Labels in the order in which a form would offer them, answers that give no view last; undefined where they are of no
 * family that has an order: times, amounts, degrees ("Very useful", "Not useful"), and ranges of numbers.
 */
export function orderLabels(labels: readonly string[]): string[] | undefined {
  const last = labels.filter((label) => isOutside(label));
  const rated = labels.filter((label) => !isOutside(label));
  if (rated.length < 2 || rated.length > MOST_LABELS) return undefined;
  const spelt = rated.map((label) => fold(label.replaceAll('_', ' ')));
  for (const rank of [...families.map(familyRank), degreeRank(spelt), numberRank(spelt), rangeRank]) {
    const ranks = spelt.map((label) => rank(label) ?? rankOfHalves(label, rank));
    if (ranks.some((one) => one === undefined)) continue;
    const ranked = rated.map((label, index) => ({ label, rank: ranks[index] ?? 0 }));
    return [...ranked.toSorted((a, b) => a.rank - b.rank).map(({ label }) => label), ...last];
  }
  return undefined;
}

/** The rank of a bilingual label by the half that is known, or by both where they agree. */
function rankOfHalves(label: string, rank: Rank): number | undefined {
  const [only, ...others] = new Set(halvesOf(label).flatMap((half) => rank(half) ?? []));
  return others.length === 0 ? only : undefined;
}

/** The two halves of a bilingual label such as "Always / Bob amser"; of any other there are none. */
function halvesOf(folded: string): readonly string[] {
  const halves = folded.split(/ [/|] /u);
  return halves.length === 2 ? halves : [];
}

/** Whether a label gives no view or takes none of the options: "Don't know", "None of the above". */
export function isOutside(label: string): boolean {
  const folded = fold(label);
  if (halvesOf(folded).some((half) => outside.has(half))) return true;
  return outside.has(folded) || /\((?:n\/a|not applicable)\)$/u.test(folded) || unaware.test(folded);
}

type Rank = (folded: string) => number | undefined;

function familyRank(family: readonly (readonly string[])[]): Rank {
  return (folded) => {
    const step = family.findIndex((spellings) => spellings.includes(folded));
    return step === -1 ? undefined : step;
  };
}

/** "Very useful", "Useful", "Not useful": an adverb before the same word, or before its opposite. */
function degreeRank(labels: readonly string[]): Rank {
  const folded = labels.filter((label) => !isMiddle(label));
  const parsed = new Map(folded.map((label) => [label, degreeOf(label)]));
  const stems = new Set([...parsed.values()].map((degree) => degree?.stem ?? ''));
  const positive = [...stems].filter(
    (stem) => !stems.has(stem.replace(opposite, '')) || !opposite.test(stem),
  );
  const isScale = positive.length === 1 && positive[0] !== '' && parsed.size > stems.size;
  return (label) => {
    if (!isScale) return undefined;
    if (isMiddle(label)) return 4.5;
    const degree = parsed.get(label);
    if (degree === undefined || degree.stem !== positive[0]) return degree && 20 - degree.step;
    // "Not important" is further down than "Rather unimportant".
    return degree.step > 5 && stems.size > 1 ? degree.step + 12.5 : degree.step;
  };
}

function isMiddle(folded: string): boolean {
  return /^(?:neither .+ n?or .+|neutral|about the same|no change|unsure)$/u.test(folded);
}

const adverbs = degrees
  .flatMap((words, step) => words.map((word) => ({ word, step })))
  .toSorted((a, b) => b.word.length - a.word.length);

function degreeOf(folded: string): { readonly step: number; readonly stem: string } | undefined {
  const found = adverbs.find(({ word }) => word === '' || folded.startsWith(`${word} `));
  if (found === undefined) return undefined;
  const stem = folded.slice(found.word.length).trim();
  return stem.includes(' ') && found.word === '' ? undefined : { step: found.step, stem };
}

/** "(1) Not clear", "(2)", "(3) Very clear": by the number in brackets before or after what only some points are called. */
function numberRank(labels: readonly string[]): Rank {
  const numbers = labels.map(numberIn);
  const areDistinct = new Set(numbers).size === labels.length && !numbers.includes(undefined);
  return areDistinct ? numberIn : () => undefined;
}

function numberIn(folded: string): number | undefined {
  const [, before, after] = /^\((\d{1,2})\)(?!\S)|(?<!\S)\((\d{1,2})\)$/u.exec(folded) ?? [];
  const digits = before ?? after;
  return digits === undefined ? undefined : Number(digits);
}

/** By the first number; a range that goes on without end comes before or after one that begins at the same. */
function rangeRank(folded: string): number | undefined {
  const range = rangeIn(folded);
  return range && range.from + (range.open === 'below' ? -0.5 : range.open === 'above' ? 0.5 : 0);
}
