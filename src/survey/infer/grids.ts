import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { isMadeOf } from '../joined/parts-alone.ts';
import { fold } from '../labels/labels.ts';
import { isOutside } from '../ordering/ordering.ts';
import { type ColumnFacts, countOf, pooledLabels } from './facts.ts';
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

/** The columns of a grid that are rated on one of its scales. */
export interface ScaleOfGrid {
  /** The question with what the scale is about: "Your views - Importance". */
  readonly text: string;
  /** One a row, their parts without that name. */
  readonly columns: readonly ColumnFacts[];
}

/** What stands between the row of a grid and the scale in the part of a heading. */
const dash = ' - ';

/**
 * The scales of a grid whose rows were each rated on several, as "Buses - Importance" and "Buses - Satisfaction": every
 * row stands once under each, and no two of them have an answer in common, but those that take no side. Undefined for any
 * other grid.
 */
export function scalesOfGrid(
  columns: readonly ColumnFacts[],
  question: string,
): readonly ScaleOfGrid[] | undefined {
  const scales = new Map<string, Map<string, ColumnFacts>>();
  for (const column of columns) {
    const part = column.heading.part ?? '';
    const at = part.lastIndexOf(dash);
    if (at <= 0) return undefined;
    const [row, name] = [part.slice(0, at), part.slice(at + dash.length)];
    const rows = scales.get(name) ?? new Map<string, ColumnFacts>();
    scales.set(name, rows.set(row, { ...column, heading: { ...column.heading, part: row } }));
  }
  const [first, ...others] = [...scales.values()];
  if (first === undefined || first.size < 2 || others.length === 0) return undefined;
  const areRated = others.every(
    (rows) => rows.size === first.size && [...rows.keys()].every((row) => first.has(row)),
  );
  const isWhole = columns.length === first.size * scales.size;
  if (!areRated || !isWhole || !areApart([...scales.values()].map((rows) => [...rows.values()])))
    return undefined;
  return [...scales].map(([name, rows]) => ({
    text: nameScale(question, name),
    columns: [...rows.values()],
  }));
}

/** Whether what was answered on each scale was answered on no other. */
function areApart(scales: readonly (readonly ColumnFacts[])[]): boolean {
  const answers = scales.map((columns) =>
    pooledLabels(columns).flatMap(({ label, folded }) => (isOutside(label) ? [] : [folded])),
  );
  const all = answers.flat();
  return answers.every((one) => one.length > 0) && new Set(all).size === all.length;
}

function nameScale(question: string, name: string): string {
  if (question === '') return name;
  return /\p{P}$/u.test(question) ? `${question} ${name}` : `${question}${dash}${name}`;
}
