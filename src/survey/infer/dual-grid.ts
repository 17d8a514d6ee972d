import { type ColumnFacts, pooledLabels } from './facts.ts';
import { isOutside } from '../ordering/ordering.ts';

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
