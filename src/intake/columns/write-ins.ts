import { isBlank, tidy } from '../blank.ts';
import { GIVEN } from './fingerprint.ts';
import type { Heading } from '../headers/layout.ts';
import type { Codes, Column, Keep, Table } from '../table.ts';

/** Such a share of write-ins may stand beside an answer by mistake, where they are instead of one. */
const MOST_BESIDE = 0.1;

/** The columns to keep, and those of what was written in place of an answer that is kept: only whether they are blank. */
export function keepWriteIns(
  headings: readonly Heading[],
  kept: ReadonlyMap<number, Keep>,
): ReadonlyMap<number, Keep> {
  const more = headings.flatMap(({ isWriteIn }, column): [number, Keep][] =>
    isWriteIn === true && kept.has(column - 1) && !kept.has(column) ? [[column, 'fingerprints']] : [],
  );
  return new Map([...kept, ...more]);
}

/**
 * The table with “Other” as the answer of those who wrote something in a column of write-ins and whose cell
 * before it is blank: their platform has no other cell for that answer. Only where the column before holds
 * options, and where those who chose one wrote nothing.
 */
export function answerWriteIns(table: Table): Table {
  const columns = new Map(table.columns);
  for (const [position, { isWriteIn, part = '' }] of table.layout.headings.entries()) {
    const [main, words] = [columns.get(position - 1), columns.get(position)];
    if (isWriteIn !== true || main === undefined || words === undefined) continue;
    columns.set(position - 1, withAnswer(main, words, part));
  }
  return { ...table, columns };
}

function withAnswer(main: Column, words: Column, label: string): Column {
  const isAnswer = main.values.map((value) => !isBlank(value));
  const isWritten = words.values.map((value) => !isBlank(value));
  let [answers, written, both] = [0, 0, 0];
  for (const [row, code] of main.codes.entries()) {
    const [answered, wrote] = [isAnswer[code] === true, isWritten[words.codes[row] ?? 0] === true];
    if (answered) answers++;
    if (wrote) written++;
    if (answered && wrote) both++;
  }
  if (written === both || both > written * MOST_BESIDE || !areOptions(main.values, answers)) return main;
  const known = main.values.findIndex((value) => tidy(value) === label);
  const other = known === -1 ? main.values.length : known;
  const values = known === -1 ? [...main.values, label] : main.values;
  const codes: Codes = values.length > 0x100 ? Uint32Array.from(main.codes) : Uint8Array.from(main.codes);
  for (const [row, code] of main.codes.entries())
    if (isAnswer[code] !== true && isWritten[words.codes[row] ?? 0] === true) codes[row] = other;
  return { values, codes };
}

/** Whether these are options, of so many answers: words that several people gave. */
function areOptions(values: readonly string[], answers: number): boolean {
  const filled = values.filter((value) => !isBlank(value));
  return (
    filled.length > 0 &&
    filled.length * 2 <= answers &&
    filled.some((value) => /\p{L}{2}/u.test(value) && value !== GIVEN)
  );
}
