import { isBlank } from '../intake/blank.ts';
import type { Claims } from './columns.ts';
import { fold } from './labels.ts';
import type { Question, Survey } from './survey.ts';

/**
 * Knows a row that is a response whatever it looks like, so that it is not taken for totals under the responses: it has an
 * answer in words that the definition lists, in the column of the question, or an id and a time of its own.
 */
export function sureResponse(survey: Survey, claims: Claims): (cells: readonly string[]) => boolean {
  const answers = survey.questions.flatMap((question) => {
    const words = wordsOf(question);
    return words.size === 0
      ? []
      : (claims.questions.get(question.id) ?? []).map((column) => ({ column, words }));
  });
  const { id, submitted } = claims.respondent;
  const own = id === undefined || submitted === undefined ? [] : [id, submitted];
  return (cells) =>
    (own.length > 0 && own.every((column) => /\d/u.test(cells[column] ?? ''))) ||
    answers.some(({ column, words }) => words.has(fold(cells[column] ?? '')));
}

/** Whether a row says how many responses it stands for, in the column that the definition names for that. */
export function countedRow({
  respondent,
}: Survey): (headers: readonly string[], cells: readonly string[]) => boolean {
  const names = new Set((respondent.count ?? []).map(fold));
  return (headers, cells) =>
    headers.some((header, column) => names.has(fold(header)) && /^\s*\d+\s*$/u.test(cells[column] ?? ''));
}

function wordsOf(question: Question): ReadonlySet<string> {
  const options = 'options' in question ? (question.options ?? []) : [];
  return new Set(options.map(fold).filter((word) => !isBlank(word) && /\p{L}/u.test(word)));
}
