import { fold } from '../labels/labels.ts';
import { declines, outsideLabels, outsideSpellings } from '../labels/scale-spellings.ts';
import { welshOutside } from '../labels/welsh-spellings.ts';
import { areDistinct, halvesOf, ranksOf } from './ranks.ts';

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
    .concat('other (please specify)', 'na'),
);

/** What somebody says who cannot judge. */
const unaware: readonly RegExp[] = [
  // "I'm not aware of it", "Unfamiliar"
  /^(?:i (?:was|am) |i'm )?(?:not aware|unaware|unfamiliar|not familiar)\b/u,
  // "I haven't used it", "Have not used"
  /^(?:(?:i(?: have|'ve)?|have) (?:not|never)|(?:i )?haven't) (?:heard|used|seen|visited|tried|needed|read)\b/u,
  // "I don't use it", "Did not attend this"
  /^(?:i )?(?:did not|didn't|do not|don't) (?:use|visit|attend|need) (?:it|this|them|these)\b/u,
  // "Never heard of it"
  /^never (?:heard|used) (?:of|it|this)\b/u,
];

/** What begins by saying that the question is not for them, and goes on to say why: "N/A - not an investor". */
const notForThem = /^(?:n\/a|n\.a\.|not applicable)(?: ?[-:(,]|\s(?:because|as)\b)/u;

/** What begins as somebody says who cannot tell, among labels that have an order: "Don't know/can't remember". */
const cannotTell =
  /^(?:don't know|do not know|not sure|unsure|(?:i )?(?:can't|cannot) (?:say|remember)|(?:it )?varies)\b/u;

/**
 * Labels in the order in which a form would offer them, answers that give no view last; undefined where they are of no
 * family that has an order: how often, amounts, degrees ("Very useful", "Not useful"), and ranges of numbers.
 */
export function orderLabels(labels: readonly string[]): string[] | undefined {
  const last = labels.filter(
    (label) => isOutside(label) || [cannotTell, declines].some((one) => one.test(fold(label))),
  );
  const rated = labels.filter((label) => !last.includes(label));
  const ordered = inRanks(rated);
  if (ordered !== undefined) return [...ordered, ...last];
  const [without, ...others] = rated.filter((label) => doesNot.test(fold(label)));
  const amounts = rated.filter((label) => label !== without);
  if (without === undefined || others.length > 0 || !amounts.every((label) => /\d/u.test(label)))
    return undefined;
  const inOrder = inRanks(amounts);
  return inOrder && [...inOrder, without, ...last];
}

/** What somebody says who has no such amount, beside ranges and times: "I do not commute", "Did not come on this day". */
const doesNot = /^(?:i |we )?(?:do not|don't|did not|didn't) /u;

/** Labels in the order of their ranks, if they have any. */
function inRanks(labels: readonly string[]): string[] | undefined {
  if (labels.length < 2 || labels.length > MOST_LABELS) return undefined;
  const spelt = labels.map((label) => fold(label.replaceAll('_', ' ')));
  const ranks =
    ranksOf(spelt) ??
    ranksOf(withoutNoun(spelt)) ??
    ranksOf(spelt.map(withoutEnd)) ??
    ranksOf(spelt.map(withoutBrackets));
  if (ranks === undefined) return undefined;
  const ranked = labels.map((label, index) => ({ label, rank: ranks[index] ?? 0 }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ label }) => label);
}

/** "Option 1", "Option 2 - wider", or "Site A", "Site B", in the order of what follows the word that all begin with. */
export function orderNumbered(labels: readonly string[]): string[] | undefined {
  const rated = labels.filter((label) => !isOutside(label));
  const named = rated.map((label) => /^(\p{L}{3,}) (\d{1,3}|[a-z])(?![\p{L}\d])/u.exec(fold(label)) ?? []);
  const [word, ...others] = new Set(named.map(([, first]) => first));
  // In base 36 letters are figures as well, in their order.
  const numbers = named.map(([, , mark = '']) => Number.parseInt(mark, 36));
  if (word === undefined || others.length > 0 || rated.length < 2 || !areDistinct(numbers)) return undefined;
  const place = (label: string): number => numbers[rated.indexOf(label)] ?? 0;
  return [...rated.toSorted((a, b) => place(a) - place(b)), ...labels.filter(isOutside)];
}

/** Labels without the noun in which most of them end: "High priority" is "high", "A positive impact" is "positive". */
function withoutNoun(labels: readonly string[]): readonly string[] {
  const ends = labels.map((label) => /^\D* (\p{L}+)$/u.exec(label)?.[1]);
  const noun = ends.find((end, nth) => end !== undefined && ends.indexOf(end) < nth);
  const isShared = ends.filter((end) => end === noun).length * 2 > labels.length;
  if (noun === undefined || !isShared) return labels;
  return labels.map((label, nth) =>
    ends[nth] === noun ? label.slice(0, -noun.length - 1).replace(/^an? /u, '') : label,
  );
}

/**
 * A label without the full stop or the “!” at its end, and without what it compares with: "Much more than I
 * do" is "much more".
 */
function withoutEnd(label: string): string {
  return label.replace(/[.!]$/u, '').replace(/(?<=\p{L}) (?:than|as) (?:\p{L}+ ?){1,4}$/u, '');
}

/** A label without what it goes on to explain: "Rarely (1-5 times a year)" is "rarely". */
function withoutBrackets(label: string): string {
  return label.replace(/(?<=\p{L}) \([^()]*\)$/u, '');
}

/** Whether a label gives no view or takes none of the options: "Don't know", "None of the above". */
export function isOutside(label: string): boolean {
  const folded = fold(label);
  if (halvesOf(folded).some((half) => outside.has(half))) return true;
  return (
    outside.has(folded) ||
    /\((?:n\/a|not applicable)\)$/u.test(folded) ||
    [...unaware, notForThem].some((one) => one.test(folded))
  );
}
