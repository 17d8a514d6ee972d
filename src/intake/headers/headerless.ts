import { words } from './header-words.ts';
import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
import { UserError } from '../user-error.ts';

const time = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[T, ]+\d{1,2}[:.]\d{2}/u;

/** Whether a header is the time of a response, as everything under it is. */
function isTimeAmongTimes(header: string, below: readonly string[]): boolean {
  return time.test(header) && below.length > 0 && below.every((cell) => time.test(cell));
}

/**
 * Refuses what is left of a SurveyMonkey export without its first row: options, and “Response” over what questions there
 * were.
 */
export function refuseWithoutQuestions(file: string, [first = [], ...others]: Rows): void {
  const headers = labelsIn(first);
  const parts = headers.filter((header) => /^(?:open-ended )?response$/iu.test(header));
  const isOverIds = headers.some(
    (header, column) => header === '' && answersIn(others, column).length === others.length,
  );
  if (parts.length < 2 && (parts.length === 0 || !isOverIds)) return;
  throw new UserError(
    `${file} has a row of options, such as “Open-Ended Response”, and no row of questions above it.`,
    'Export it again, or put the row of questions back.',
  );
}

/**
 * Refuses a file without headers: its first row holds answers that others give too, or the time of a response. A header may be an answer only where a
 * column holds nothing else, as a ticked option does. What only the row under it says again may be the name of a column, in texts under codes.
 */
export function refuseWithoutHeaders(file: string, rows: Rows): void {
  const [first = [], ...others] = rows;
  if (others.length < 8) return;
  const columns = labelsIn(first).flatMap((header, column) => {
    const cells = answersIn(others, column);
    const answers = new Set(cells);
    const isRepeated = words.test(header) && answers.size > 1 && answers.size * 2 <= cells.length;
    const isAnswer = answersIn(others.slice(1), column).includes(header);
    return isRepeated ? [{ header, isAnswer }] : [];
  });
  const times = labelsIn(first).filter((header, column) =>
    isTimeAmongTimes(header, answersIn(others, column)),
  );
  const answers = columns.filter(({ isAnswer }) => isAnswer).map(({ header }) => header);
  const isGiven = answers.length > 1 && answers.length * 3 >= columns.length * 2;
  const given = [...(isGiven ? answers : []), ...times];
  if (given.length === 0) return;
  throw new UserError(
    `${file} has no headers: its first row holds answers (${given
      .slice(0, 2)
      .map((header) => `“${header}”`)
      .join(', ')}).`,
    'Export it again with the questions in the first row, or write them above the answers.',
  );
}

/** So many texts of questions are the same in a row of them and in others. */
const ENOUGH_TEXTS = 3;

/**
 * Refuses a file that has the texts of the questions above each response, as exports of surveys do that word them anew for
 * everybody: every other row asks what the second row asks.
 */
export function refuseTextsAmong(file: string, [, second = [], ...others]: Rows): void {
  const asked = labelsIn(second).map((label) => (label.endsWith('?') && label.includes(' ') ? label : ''));
  const isText = (row: readonly string[]): boolean => {
    const same = asked.filter((label, column) => label !== '' && labelsIn(row)[column] === label);
    return new Set(same).size >= ENOUGH_TEXTS;
  };
  if (others.filter(isText).length * 3 < others.length || others.length < ENOUGH_TEXTS) return;
  throw new UserError(
    `${file} has rows that hold the texts of the questions among its responses, the first under the headers.`,
    'Delete them, or export it again with the questions in the first row only.',
  );
}
