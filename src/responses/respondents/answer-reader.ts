import { isBlank } from '../../intake/blank.ts';
import { fingerprinter } from '../../intake/columns/fingerprint.ts';
import { textKey } from '../../intake/columns/prints.ts';
import type { Column } from '../../intake/table.ts';
import { fold } from '../../survey/labels/labels.ts';
import { readNumber } from '../../survey/labels/read-number.ts';
import { untickedWords } from '../../survey/labels/tick-words.ts';
import type { Question } from '../../survey/survey.ts';
import type { Export } from './records.ts';

/**
 * What the columns of a question hold in a row: the same for two spellings of one answer, for the same answers in another order, and
 * for two texts of the same words, whether the column keeps them or their fingerprints.
 */
export function answerReader(question: Question, one: Export): (row: number) => string {
  return cellsReader(one.claims.questions.get(question.id) ?? [], one, spellingOf(question));
}

/** What some columns hold in a row, each distinct value in the one spelling that it has with others. */
export function cellsReader(
  positions: readonly number[],
  { table }: Pick<Export, 'table'>,
  spell: (value: string) => string,
): (row: number) => string {
  const columns = positions.flatMap((position) => {
    const column = table.columns.get(position);
    return column === undefined ? [] : [cellReader(column, spell)];
  });
  return (row) => columns.map((read) => read(row)).join('\n');
}

function cellReader({ values, codes, texts }: Column, spell: (value: string) => string) {
  const spelt = values.map(spell);
  return (row: number): string => {
    const text = (texts?.numbers[row] ?? 0) - 1;
    return texts === undefined || text < 0
      ? (spelt[codes[row] ?? 0] ?? '')
      : String(textKey(texts.prints, text));
  };
}

function spellingOf(question: Question): (value: string) => string {
  if (question.kind === 'text') return keyReader();
  if (question.kind === 'number') return (value) => String(readNumber(value) ?? fold(value));
  if ('optionColumns' in question && question.optionColumns !== undefined)
    return (value) => (untickedWords.has(fold(value)) ? '' : fold(value));
  if (question.kind !== 'multiple') return fold;
  const { separator } = question;
  return (value) => value.split(separator).map(fold).filter(Boolean).toSorted().join(separator);
}

/** Reads of a text the number by which its fingerprint is known. */
function keyReader(): (text: string) => string {
  const { read } = fingerprinter();
  return (text) => {
    if (isBlank(text)) return '';
    const bytes = Buffer.from(text);
    return String(read(bytes, 0, bytes.length));
  };
}
