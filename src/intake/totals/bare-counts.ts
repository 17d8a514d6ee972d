import { isBlank, tidy } from '../columns/blank.ts';
import type { Rows } from '../headers/layout.ts';
import { isFormula, keyOf, number } from './summary-cells.ts';
import type { LastRow } from './summary-rows.ts';

/** An answer, in which column it stands, and how many gave it, as a row under the responses has it. */
interface Counted {
  readonly label: string;
  readonly column: number;
  readonly count: string;
  /** Where the count stands. */
  readonly at: number;
}

/** An answer and its count in one cell: "Agree: 12", "Agree (12)". */
const together = /^(.*\p{L}.*?)\s*[\s:=–-]\s*\(?(\d[\d.,]*\s*%?)\)?$/u;

/**
 * How many of the last rows are a table of counts as `labelledCounts` knows them, where the counts stand in a column that has
 * numbers above too, or in the cell of the answer. There are `all` rows, these among them. Each row has an answer, and how many gave it, and nothing else; at least
 * half of the answers were given above, in that very column, and none comes twice. Two of three things must show it: a blank
 * row above the table, blanks where every response has something, and counts that are the true ones, or too large for an answer.
 */
export function bareCounts(
  first: Rows,
  last: readonly LastRow[],
  isSummary: (row: LastRow) => boolean,
  all: number,
): number {
  const start = last.findIndex(({ afterBlank }) => afterBlank);
  const isCounted = (row: LastRow): boolean => isSummary(row) || countedIn(row) !== undefined;
  const end = last.findIndex((row) => !isCounted(row));
  const isApart = start !== -1 && (end === -1 || end > start || (end === start && isHeading(last[start])));
  const block = isApart ? last.slice(0, start + 1) : last.slice(0, Math.max(0, end));
  const rows = block.filter((row) => countedIn(row) !== undefined);
  // Of a short export the first rows are the last ones too.
  const above = first.slice(0, all - block.length);
  const counted = rows.flatMap((row) => (isSummary(row) ? [] : (countedIn(row) ?? [])));
  const columns = counted.map(({ column }) => column);
  const known = counted.filter(({ label, column }) => timesIn(column, label) > 0);
  const isTable =
    counted.length > 1 &&
    above.length > counted.length &&
    new Set(counted.map(({ label }) => label)).size === counted.length &&
    new Set(columns).size === 1 &&
    known.length * 2 >= counted.length;
  if (!isTable) return 0;
  const shown = [isApart, missesSomething(), areTrue() || areTooLarge()].filter(Boolean).length;
  return shown > 1 ? block.length : 0;

  function timesIn(column: number, label: string): number {
    return above.filter((cells) => keyOf(cells[column] ?? '') === label).length;
  }

  function missesSomething(): boolean {
    const width = above[0]?.length ?? 0;
    return Array.from({ length: width }, (_, column) => column).some(
      (column) =>
        above.every((cells) => !isBlank(cells[column] ?? '')) &&
        block.every(({ cells }) => isBlank(cells[column] ?? '')),
    );
  }

  /** Whether so many gave each answer, or, of an export of which the middle is not at hand, all of them together. */
  function areTrue(): boolean {
    if (above.length + block.length >= all)
      return counted.every(({ label, column, count }) => timesIn(column, label) === Number(count));
    return counted.reduce((sum, { count }) => sum + Number(count), 0) === all - block.length;
  }

  function areTooLarge(): boolean {
    const beyond = counted.filter(({ count, at, column }) => {
      const answers = above.map((cells) => Number(tidy(cells[at] ?? '')));
      if (isFormula(count)) return true;
      return at !== column && Number(count) > Math.max(...answers.filter(Number.isFinite));
    });
    return beyond.length * 2 >= counted.length;
  }
}

/** Whether a row names the columns of such a table. */
function isHeading(row: LastRow | undefined): boolean {
  const held = row?.cells.filter((cell) => !isBlank(cell)) ?? [];
  return held.length === 2 && !held.some((cell) => /\d/u.test(cell));
}

/** What a row counts, where it has nothing else. */
function countedIn({ cells }: LastRow): Counted | undefined {
  const held = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [{ text: tidy(cell), column }]));
  const [lead, figure, ...more] = held;
  if (lead === undefined || more.length > 0) return undefined;
  if (figure === undefined) {
    const [, label = '', count = ''] = together.exec(lead.text) ?? [];
    return label === '' ? undefined : { label: keyOf(label), column: lead.column, count, at: lead.column };
  }
  if (number.test(lead.text) || !number.test(figure.text)) return undefined;
  return { label: keyOf(lead.text), column: lead.column, count: figure.text, at: figure.column };
}
