import { isBlank } from '../../intake/blank.ts';
import { groupBy } from '../../intake/group-by.ts';
import { type Claims, questionColumns, respondentColumns } from './claims.ts';
import { fold } from '../labels/labels.ts';
import type { Question, Survey } from '../survey.ts';

/**
 * Knows a row that is a response whatever it looks like, so that it is not taken for totals under the
 * responses: it has an answer in words that the definition lists, in the column of the question, or an id and
 * a time of its own.
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

/**
 * Whether a row under the headers names columns as the definition does, by itself or with the question above
 * it: two of them at least, and half of what it holds. It is no name that the header has in it, as where an
 * option is ticked by its own name, or that is said below again.
 */
export function namedRow(
  survey: Survey,
): (headers: readonly string[], cells: readonly string[], below: readonly (readonly string[])[]) => boolean {
  const ofQuestions = survey.questions.flatMap(questionColumns);
  const columns = [...ofQuestions, ...respondentColumns(survey).map(([, names]) => names)].flat().map(fold);
  const names = new Set(columns);
  const ending = groupBy(names, (name) => /^.+ - (.+)$/su.exec(name)?.[1]);
  return (headers, cells, below) => {
    const said = cells.map(fold);
    let question = '';
    const above = said.map((_, column) => (question = fold(headers[column] ?? '') || question));
    const isName = (cell: string, stem: string): boolean =>
      names.has(cell) || (ending.get(cell) ?? []).some((name) => name.startsWith(stem));
    const named = said.filter(
      (cell, column) =>
        cell !== '' &&
        isName(cell, above[column] ?? '') &&
        !fold(headers[column] ?? '').includes(cell) &&
        !below.some((row) => fold(row[column] ?? '') === cell),
    );
    return named.length > 1 && named.length * 2 >= said.filter((cell) => cell !== '').length;
  };
}

function wordsOf(question: Question): ReadonlySet<string> {
  const options = 'options' in question ? (question.options ?? []) : [];
  return new Set(options.map(fold).filter((word) => !isBlank(word) && /\p{L}/u.test(word)));
}
