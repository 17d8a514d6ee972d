import { isBlank } from '../../intake/blank.ts';
import type { Question } from '../../survey/survey.ts';
import { type Source, translateBy } from './column-cells.ts';
import type { QuestionReading } from './question-reading.ts';
import { BLANK } from '../responses.ts';

/**
 * Reads a question of free text: of each cell, whether anything is written in it. There may be millions of different texts,
 * so they are not listed once more, as other answers are.
 */
export function readText(
  { items }: Question,
  positions: readonly (readonly number[])[],
  source: Source,
): QuestionReading {
  const meaningOf = (value: string) => (isBlank(value) ? BLANK : 0);
  return {
    answers: items.map((item, nth) => ({
      item,
      answers: { kind: 'text', cells: translateBy(positions[nth] ?? [], meaningOf, 1, source) },
    })),
    columns: items.map((_, item) => ({ findings: new Map(), positions: positions[item] ?? [], item })),
  };
}
