import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { isMadeOf } from '../joined/parts-alone.ts';
import { fold } from '../labels/labels.ts';
import { type ColumnFacts, pooledLabels, countOf } from './facts.ts';
import type { Judgement } from './judgement.ts';

/**
 * What each of these columns of one question is taken for, where they are a grid of boxes: by the cells of all together, as few may
 * have ticked several in one row. Every part of what is joined was given alone. Undefined for a column with other answers,
 * and for all where they are no such grid.
 */
export function boxesOf(
  columns: readonly ColumnFacts[],
  judgeOne: (column: ColumnFacts) => Judgement,
): ((column: ColumnFacts) => Judgement | undefined) | undefined {
  const [first] = columns;
  if (first === undefined || columns.length < 2) return undefined;
  const labels = pooledLabels(columns);
  const pooled = { ...first, labels, filled: countOf(labels), distinct: labels.length, sample: [] };
  const judgement = judgeOne(pooled);
  if (judgement.kind !== 'multiple' || judgement.joined.writeIns > 0) return undefined;
  const { separator, severals, options } = judgement.joined;
  const alone = new Set(labels.map(({ folded }) => folded));
  const areFew = severals < 2 || severals < pooled.filled * MOST_BY_MISTAKE;
  if (areFew || !options.every((option) => alone.has(fold(option)))) return undefined;
  const isOfThem = isMadeOf(new Set(options.map(fold)), separator);
  return ({ labels: own }) => (own.length > 0 && own.every(isOfThem) ? judgement : undefined);
}
