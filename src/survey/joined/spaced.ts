import { tidy } from '../../intake/blank.ts';
import { othersJoined } from '../labels/several-answers.ts';
import { type LabelCount, countOf } from '../infer/facts.ts';
import { answersAllowed } from './how-many.ts';
import type { Joined } from './joined.ts';
import { orderLabels } from '../ordering/ordering.ts';

/**
 * Cells in which spaces stand between answers that have spaces of their own: "Day centre Youth club", where
 * both were given alone too. Undefined where there are none, or where they may be names of one thing: "North
 * East" beside "North" and "East".
 */
export function findSpaced(labels: readonly LabelCount[], question: string): Joined | undefined {
  if (!labels.every(({ raw }) => /^[\p{Lu}\d]/u.test(tidy(raw)))) return undefined;
  const whole = new Set(labels.map(({ folded }) => folded));
  const partsOf = ({ folded }: LabelCount): readonly string[] => [
    ...(othersJoined(folded, whole, /( )/u) ?? []),
  ];
  const severals = labels.filter((label) => partsOf(label).length > 0);
  const parts = severals.flatMap(partsOf);
  const areLong = parts.filter((part) => part.includes(' ')).length * 2 > parts.length;
  const areMany = severals.some((label) => partsOf(label).length > 2);
  if (severals.length === 0 || !(areLong || areMany || answersAllowed(question) === 'several'))
    return undefined;
  return {
    separator: ' ',
    options: labels.flatMap((label) => (severals.includes(label) ? [] : [label.label])),
    writeIns: 0,
    severals: countOf(severals),
    isRanking: false,
    isTyped: false,
  };
}

/**
 * Whether cells hold names that a form gives to its options, with spaces between them, and not words: names
 * have no capital letters, and most of them are somebody's only answer. The cells are words where they have
 * an order of their own, or where one of them only ever stands before others: "very good", "very poor".
 */
export function areNames(labels: readonly LabelCount[]): boolean {
  const cells = labels.map(({ raw }) => tidy(raw).split(' '));
  const names = new Set(cells.flat());
  const alone = cells.filter(({ length }) => length === 1).length;
  if (![...names].every((name) => /^[a-z\d_]+$/u.test(name)) || alone * 2 < names.size) return false;
  return orderLabels(labels.map(({ label }) => label)) === undefined && !haveAdverbs(cells);
}

/** Whether a word begins several cells, and never stands elsewhere. */
function haveAdverbs(cells: readonly (readonly string[])[]): boolean {
  const beyond = new Set(cells.flatMap((cell) => cell.slice(1)));
  const before = cells.flatMap(([first = '', ...more]) => (more.length === 1 ? [first] : []));
  const alone = new Set(cells.flatMap((cell) => (cell.length === 1 ? cell : [])));
  return before.some((word, nth) => before.indexOf(word) < nth && !beyond.has(word) && !alone.has(word));
}
