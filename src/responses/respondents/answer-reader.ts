import { textKey, textsOf } from '../../intake/columns/prints.ts';
import type { Column } from '../../intake/table.ts';
import { fold } from '../../survey/labels/labels.ts';
import { readNumber } from '../../survey/labels/read-number.ts';
import { untickedWords } from '../../survey/labels/tick-words.ts';
import type { Question } from '../../survey/survey.ts';
import type { Export } from './exports.ts';

/** Says of a row what it holds, in one spelling. */
type RowReader = (row: number) => string;

/**
 * What the columns of a question hold in a row: the same for two spellings of one answer, for the same
 * answers in another order, and for two texts of the same words, whether the column keeps them or their
 * fingerprints.
 */
export function answerReader(question: Question, { claims, table }: Export): RowReader {
  const spell = spellingOf(question);
  const columns = (claims.questions.get(question.id) ?? []).flatMap((position) => {
    const column = table.columns.get(position);
    if (column === undefined) return [];
    const isText = question.kind === 'text' || column.texts !== undefined;
    return [isText ? textReader(column) : cellReader(column, spell)];
  });
  return (row) => columns.map((read) => read(row)).join('\n');
}

/** What a column holds in a row, each distinct value in the one spelling that it has with others. */
export function cellReader({ values, codes }: Column, spell: (value: string) => string): RowReader {
  const spelt = values.map(spell);
  return (row) => spelt[codes[row] ?? 0] ?? '';
}

/** The number by which the words of a text are known; nothing where there is none. */
function textReader(column: Column): RowReader {
  const { numbers, prints } = textsOf(column);
  return (row) => {
    const text = (numbers[row] ?? 0) - 1;
    return text < 0 ? '' : String(textKey(prints, text));
  };
}

function spellingOf(question: Question): (value: string) => string {
  if (question.kind === 'number') return (value) => String(readNumber(value) ?? fold(value));
  if ('optionColumns' in question && question.optionColumns !== undefined)
    return (value) => (untickedWords.has(fold(value)) ? '' : fold(value));
  if (question.kind !== 'multiple') return fold;
  const { separator } = question;
  return (value) => value.split(separator).map(fold).filter(Boolean).toSorted().join(separator);
}
