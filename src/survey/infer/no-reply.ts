import type { Table } from '../../intake/table.ts';
import { fold } from '../labels.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';
import { nearScale } from './near-scale.ts';
import { notShownIn } from './not-shown.ts';
import { matchScale } from './scale-match.ts';

/** What nobody ever offers as an answer. */
const marks =
  /^(?:-{1,3}|\.{1,3}|null|#null!|#n\/a|nan|\(blank\)|\[blank\]|not answered|did not answer|unanswered)$/u;

/** What may be an answer, but not to a question that is answered on a scale. */
const words =
  /^(?:no (?:response|reply)(?: given)?|no answer given|not completed|(?:left )?blank|missing|skipped)$/u;

/** In how many columns, answered in quite different ways, NA must stand before it can be what R writes where there is nothing. */
const FEWEST_COLUMNS = 3;

/**
 * Whether the file is one that R wrote: “NA” is bare in it where texts are in quotation marks; or it stands in columns that have no
 * other answer in common, where no cell is blank: neither there, if in one of them all others are numbers, nor anywhere.
 */
function missingInR(columns: readonly ColumnFacts[], { hasBareMissing = false }: Table): boolean {
  const held = columns.filter(({ labels }) => labels.some(isMissing));
  if (hasBareMissing && held.length > 0) return true;
  const isFull = ({ filled, records }: ColumnFacts): boolean => filled === records;
  if (!columns.every(isFull) && !(held.every(isFull) && held.some(areNumbers))) return false;
  const seen = new Set<string>();
  const different = held.filter(({ labels }) => {
    const others = labels.filter((label) => !isMissing(label));
    const isNew = others.every(({ folded }) => !seen.has(folded));
    if (isNew) for (const { folded } of others) seen.add(folded);
    return isNew;
  });
  return different.length >= FEWEST_COLUMNS;
}

function isMissing({ label }: LabelCount): boolean {
  return label === 'NA';
}

/** Whether a column holds several numbers, and nothing else but what is missing. */
function areNumbers({ labels }: ColumnFacts): boolean {
  const others = labels.filter((label) => !isMissing(label));
  return others.length > 1 && others.every(({ label }) => /^-?\d+(?:\.\d+)?$/u.test(label));
}

/**
 * What the cells of these columns hold where nobody replied, other than nothing, in its most frequent spelling. A word
 * that may be an answer is none where it stands beside the answers of a scale.
 */
export function noReplyIn(columns: readonly ColumnFacts[], table: Table): readonly string[] {
  const fillers = [...(missingInR(columns, table) ? ['NA'] : []), ...notShownIn(columns, table)];
  const found = new Map(fillers.map((label) => [fold(label), label]));
  for (const { labels } of columns) {
    const doubtful = labels.filter(({ folded }) => words.test(folded));
    const others = labels.filter(({ folded }) => !words.test(folded) && !marks.test(folded));
    const isScale = doubtful.length > 0 && (matchScale(others, '') ?? nearScale(others, '')) !== undefined;
    for (const { folded, label } of labels)
      if ((marks.test(folded) || (isScale && words.test(folded))) && !found.has(folded))
        found.set(folded, label);
  }
  return [...found.values()];
}
