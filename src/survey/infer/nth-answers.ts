import { isBlank } from '../../intake/blank.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { Table } from '../../intake/table.ts';
import { fold } from '../labels/labels.ts';
import type { ColumnFacts } from './facts.ts';
import type { QuestionGuess } from './question-guess.ts';

/** So many answers are enough to see that nobody gives one twice. */
const ENOUGH = 10;

/**
 * The same questions, in doubt where a column has the first, the second or a later answer of people who gave several: "Answer_1",
 * "Answer_2" and so on, filled from the left, with no answer twice in a row. Their percentages are not of all who gave an answer.
 */
export function withNthAnswers(
  guesses: readonly QuestionGuess[],
  facts: readonly ColumnFacts[],
  table: Table,
): QuestionGuess[] {
  const numbered = facts.flatMap((column) => {
    const [, stem, number] = /^(.*\D)(\d+)$/u.exec(column.name) ?? [];
    return stem === undefined || /rank/iu.test(stem) ? [] : [{ stem, number: Number(number), column }];
  });
  const series = [...groupBy(numbered, ({ stem }) => stem).values()].filter(
    (columns) =>
      columns.length > 1 &&
      columns.every(({ number }, nth) => number === nth + 1) &&
      areNthAnswers(
        columns.map(({ column }) => column),
        table,
      ),
  );
  const names = new Set(series.flat().map(({ column }) => column.name));
  return guesses.map((guess) =>
    guess.question.kind === 'choice' && guess.columns.every((name) => names.has(name))
      ? {
          ...guess,
          ground: `${guess.ground}; one column for the first answer, one for the second and so on: no percentage is of all who gave an answer`,
          certainty: 'doubtful',
          isOfSeveral: true,
        }
      : guess,
  );
}

/** Whether each row has its answers, none of them twice, in the first of these columns, and not all rows have as many. */
function areNthAnswers(columns: readonly ColumnFacts[], table: Table): boolean {
  if (!columns.every(({ known }) => known)) return false;
  const kept = columns.map(({ labels, position }) => {
    const answers = new Set(labels.map(({ folded }) => folded));
    const { values = [], codes = [] } = table.columns.get(position) ?? {};
    const keys = values.map((value) => (isBlank(value) || !answers.has(fold(value)) ? '' : fold(value)));
    return { keys, codes };
  });
  const lengths = new Set<number>();
  let several = 0;
  for (let row = 0; row < table.rows; row++) {
    const cells = kept.map(({ keys, codes }) => keys[codes[row] ?? 0] ?? '');
    const given = cells.filter((cell) => cell !== '');
    if (cells.indexOf('') !== -1 && cells.indexOf('') < given.length) return false;
    if (new Set(given).size < given.length) return false;
    if (given.length > 0) lengths.add(given.length);
    if (given.length > 1) several++;
  }
  const [first, ...later] = columns.map(({ labels }) => new Set(labels.map(({ folded }) => folded)));
  const areShared = later.every((labels) => [...labels].every((label) => first?.has(label)));
  return areShared && lengths.size > 1 && several >= ENOUGH;
}
