import { tidy } from '../../intake/blank.ts';
import type { LabelCount } from '../infer/facts.ts';
import { orderLabels } from '../ordering/ordering.ts';

/**
 * Whether cells hold names that a form gives to its options, with spaces between them, and not words: names have no capital
 * letters, and most of them are somebody's only answer. The cells are words where they have an order of their own, or where
 * one of them only ever stands before others: "very good", "very poor".
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
