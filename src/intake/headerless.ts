import { tidy } from './blank.ts';
import { filledCells } from './headings.ts';
import type { Rows } from './layout.ts';
import { words } from './title-rows.ts';
import { UserError } from './user-error.ts';

/**
 * Refuses a file without headers: its first row holds answers that others give too. A header may be an answer only where a
 * column holds nothing else, as a ticked option does.
 */
export function refuseWithoutHeaders(file: string, rows: Rows): void {
  const [first = [], ...below] = rows;
  // Headers that come again are no answers.
  const others = below.filter((row) => !first.every((header, column) => header === row[column]));
  if (others.length < 8) return;
  const columns = first.flatMap((header, column) => {
    const cells = filledCells(others, column).map(tidy);
    const answers = new Set(cells);
    const isRepeated = words.test(header) && answers.size > 1 && answers.size * 2 <= cells.length;
    return isRepeated ? [{ header: tidy(header), isAnswer: answers.has(tidy(header)) }] : [];
  });
  const given = columns.filter(({ isAnswer }) => isAnswer);
  if (given.length < 2 || given.length * 3 < columns.length * 2) return;
  throw new UserError(
    `${file} has no headers: its first row holds answers (${given
      .slice(0, 2)
      .map(({ header }) => `“${header}”`)
      .join(', ')}).`,
    'Export it again with the questions in the first row, or write them above the answers.',
  );
}
