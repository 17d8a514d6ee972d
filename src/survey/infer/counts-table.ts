import { UserError } from '../../intake/user-error.ts';
import { fold } from '../labels.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';
import { matchScale } from './scale-match.ts';

/** The header over how many gave each answer. */
const count =
  /^(?:count|responses|respondents|replies|frequency|n|(?:number|no\.?) of (?:responses|respondents|replies|people))$/u;

/** No question has more options, and no table of groups that somebody made more rows. */
const MOST_ROWS = 60;

/**
 * Refuses a table of how many gave each answer, which only a definition that says so may hold: an option in each row with its
 * count, or a group in each row with the answers of a scale as headers. A row for each person never has these above numbers.
 */
export function refuseCounts(file: string, columns: readonly ColumnFacts[]): void {
  const [first, ...others] = columns.filter(({ filled }) => filled > 0);
  if (first === undefined || first.records < 2 || first.records > MOST_ROWS) return;
  if (!namesRows(first) || !others.every(holdsCounts)) return;
  const headers = others.map(({ heading }) => fold(heading.name));
  // Under Total may be what one person scored.
  const answers = headers.filter((header) => header !== 'total' && !count.test(header));
  const isCounted = headers.length === 1 && count.test(headers[0] ?? '');
  const isCrossed = answers.length > 1 && matchScale(answers.map(asLabel), '') !== undefined;
  if (isCounted || isCrossed)
    throw new UserError(
      `${file} is a table of how many gave each answer, not the responses.`,
      'Export the responses themselves, one row a person. Of rows that each stand for many, a definition can say so: respondent, count.',
    );
}

/** Whether each row has a name of its own in this column, which is no number. */
function namesRows({ labels, known, filled, distinct, records }: ColumnFacts): boolean {
  return (
    known && filled === records && distinct === records && labels.every(({ label }) => /\p{L}/u.test(label))
  );
}

/** Whether these are whole numbers of people, and not merely yes and no. */
function holdsCounts({ labels, known }: ColumnFacts): boolean {
  return (
    known &&
    labels.every(({ label }) => /^\d[\d,]*$/u.test(label)) &&
    labels.some(({ label }) => Number(label.replaceAll(',', '')) > 5)
  );
}

function asLabel(header: string): LabelCount {
  return { label: header, raw: header, folded: header, count: 1 };
}
