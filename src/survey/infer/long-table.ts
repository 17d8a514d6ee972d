import { UserError } from '../../intake/user-error.ts';
import { fold } from '../labels/labels.ts';
import type { ColumnFacts } from './facts.ts';

const question = /^question(?: ?(?:text|title|label|name|id|no|number))?$/u;
const answer = /^(?:answer|response|reply|value)(?: ?(?:text|value|label))?$/u;
const person =
  /^(?:respondent|participant|person|user|response|submission|contribution|reply)(?: ?(?:id|no|number|ref|reference|name|code))?$|^(?:id|ref|reference|name|user ?name|e-?mail)$/u;

/**
 * Refuses an export that has a row for each answer: who gave it, to which question, and what it was. Every row would count as a
 * response, and the answers to all questions as those to one.
 */
export function refuseLong(file: string, columns: readonly ColumnFacts[]): void {
  const under = (header: RegExp): ColumnFacts | undefined =>
    columns.find(({ heading, filled }) => filled > 0 && header.test(fold(heading.name).replaceAll('_', ' ')));
  const [asked, answered] = [under(question), under(answer)];
  if (asked === undefined || answered === undefined) return;
  const who = columns.find(
    (column) =>
      column !== answered &&
      comesAgain(column) &&
      person.test(fold(column.heading.name).replaceAll('_', ' ')),
  );
  if (who === undefined || !comesAgain(asked)) return;
  throw new UserError(
    `${file} has a row for each answer, not for each person.`,
    'Export the responses with one row a person and a column for each question.',
  );
}

/** Whether several things stand in a column, each in several rows, and something in every row. */
function comesAgain({ distinct, filled, records }: ColumnFacts): boolean {
  return filled === records && distinct > 1 && distinct * 2 <= filled;
}
