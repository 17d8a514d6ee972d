import { isBlank } from '../../intake/blank.ts';
import type { Column, Table } from '../../intake/table.ts';
import { fold } from '../labels/labels.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import type { ColumnFacts } from './facts.ts';

/** What LimeSurvey writes in a box, or in a question of yes and no or of a gender, that nobody replied to or saw. */
const filler = 'N/A';

/** So many responses without an answer to anything did not all choose it. */
const ENOUGH = 2;

const genders = /^(?:female|male|benyw|gwryw|weiblich|männlich|féminin|masculin|femenino|masculino)$/u;

/** Whether a column has nothing but two such answers, and the filler wherever they are not. */
export function mayBeFilled({ labels, heading, filled, records }: ColumnFacts): boolean {
  const others = othersIn(labels);
  const isHeld = others.length < labels.length && others.length > 0 && filled === records;
  return isHeld && others.length < 3 && heading.part === undefined && areFixed(others);
}

/**
 * What stands in questions of yes and no where LimeSurvey has no answer, if that can be told: it stands in responses that hold
 * nothing else, which broke off before the first question, or only in some that were never sent. It is not told where another question offers it as an answer.
 */
export function notShownIn(columns: readonly ColumnFacts[], table: Table): readonly string[] {
  if (table.layout.platform !== 'limesurvey' || !columns.some(mayBeFilled)) return [];
  if (columns.some(offersIt)) return [];
  const filled = columns.filter(mayBeFilled);
  const isTold = emptyRows(columns, table) >= ENOUGH || filled.every((column) => isOnlyUnsent(column, table));
  return isTold ? [filler] : [];
}

/** Whether it stands beside answers that are neither those of a box nor in words of the respondents' own. */
function offersIt({ labels, filled }: ColumnFacts): boolean {
  const others = othersIn(labels);
  const areOwnWords = labels.length * 2 > filled;
  return others.length < labels.length && !areFixed(others) && !areOwnWords;
}

function othersIn(labels: ColumnFacts['labels']): ColumnFacts['labels'] {
  return labels.filter(({ folded }) => folded !== fold(filler));
}

function areFixed(labels: ColumnFacts['labels']): boolean {
  return labels.every(
    ({ folded }) => tickWords.has(folded) || untickedWords.has(folded) || genders.test(folded),
  );
}

/** How many responses hold the filler, or nothing, in all of these columns. */
function emptyRows(columns: readonly ColumnFacts[], { columns: cells, rows }: Table): number {
  const held = columns.flatMap(({ position }) => {
    const column = cells.get(position);
    return column ? [rowsWith(column, (value) => isBlank(value) || isFiller(value))] : [];
  });
  let count = 0;
  for (let row = 0; row < rows; row++) if (held.every((isEmpty) => isEmpty(row))) count++;
  return count;
}

/** Whether several responses hold the filler in a column, none of which was sent, as far as the export says which were. */
function isOnlyUnsent({ position }: ColumnFacts, { layout, columns, rows }: Table): boolean {
  const status = columns.get(layout.headings.findIndex(({ role }) => role === 'status'));
  const column = columns.get(position);
  if (status === undefined || column === undefined) return false;
  const [isUnsent, isFilled] = [rowsWith(status, isBlank), rowsWith(column, isFiller)];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (!isFilled(row)) continue;
    if (!isUnsent(row)) return false;
    count++;
  }
  return count > ENOUGH;
}

function isFiller(value: string): boolean {
  return fold(value) === fold(filler);
}

/** Whether a row holds a value of which something is so; each distinct value is looked at once. */
function rowsWith({ values, codes }: Column, isSo: (value: string) => boolean): (row: number) => boolean {
  const areSo = values.map(isSo);
  return (row) => areSo[codes[row] ?? 0] === true;
}
