import type { ColumnFacts } from './facts.ts';
import { nearScale } from './near-scale.ts';
import { matchScale } from './scale-match.ts';

/** What nobody ever offers as an answer. */
const marks =
  /^(?:-{1,3}|\.{1,3}|null|#null!|#n\/a|nan|\(blank\)|\[blank\]|not answered|did not answer|unanswered)$/u;

/** What may be an answer, but not to a question that is answered on a scale. */
const words =
  /^(?:no (?:response|reply)(?: given)?|no answer given|not completed|(?:left )?blank|missing|skipped)$/u;

/**
 * What the cells of these columns hold where nobody replied, other than nothing, in its most frequent spelling. A word
 * that may be an answer is none where it stands beside the answers of a scale.
 */
export function noReplyIn(columns: readonly ColumnFacts[]): readonly string[] {
  const found = new Map<string, string>();
  for (const { labels } of columns) {
    const doubtful = labels.filter(({ folded }) => words.test(folded));
    const others = labels.filter(({ folded }) => !words.test(folded) && !marks.test(folded));
    const isScale = doubtful.length > 0 && (matchScale(others, '') ?? nearScale(others)) !== undefined;
    for (const { folded, label } of labels)
      if ((marks.test(folded) || (isScale && words.test(folded))) && !found.has(folded))
        found.set(folded, label);
  }
  return [...found.values()];
}
