import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { fold } from '../labels/labels.ts';
import type { ColumnFacts } from './facts.ts';

/**
 * The columns of Typeform, with those that the first rows did not tell from questions, since nobody ticked them there, as options
 * of the question beside them. They repeat their headers as its options do: what says 1 is a question of its own.
 */
export function withLateOptions(
  given: readonly ColumnFacts[],
  { platform }: RecognisedLayout,
): readonly ColumnFacts[] {
  if (platform !== 'typeform') return given;
  // What nobody ticked at all is an option where one follows.
  const isOption = (column: ColumnFacts, at: number): boolean => {
    const next = given.slice(at).find(({ filled }) => filled > 0);
    return next !== undefined && repeatsHeader(next) && (next === column || !column.name.endsWith('?'));
  };
  const options = new Set(given.filter(isOption));
  const columns = [...given];
  const join = (at: number, beside: ColumnFacts | undefined): void => {
    const column = columns[at];
    if (column !== undefined && options.has(column)) columns[at] = asOptionBeside(column, beside);
  };
  for (const at of given.keys()) join(at, columns[at - 1]);
  for (const at of [...given.keys()].toReversed()) join(at, columns[at + 1]);
  return columns;
}

function repeatsHeader({ labels, heading: { question, part = question } }: ColumnFacts): boolean {
  return labels.length > 0 && labels.every(({ folded }) => folded === fold(part));
}

/** A column as an option of the question of the one beside it, if that is an option. The words of a question stand over its first. */
function asOptionBeside(column: ColumnFacts, beside: ColumnFacts | undefined): ColumnFacts {
  const { heading, position } = column;
  if (heading.part !== undefined || beside?.heading.part === undefined) return column;
  const { question } = beside.heading;
  const isNext = beside.position === position - 1 || (beside.position === position + 1 && question === '');
  if (!isNext || (beside.filled > 0 && !repeatsHeader(beside))) return column;
  return { ...column, heading: { ...heading, question, part: heading.question } };
}
