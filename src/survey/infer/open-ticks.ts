import { fold } from '../labels/labels.ts';
import type { ColumnFacts } from './facts.ts';

/** A question with several answers, of which only the cells name the options. */
interface Ticks {
  readonly text: string;
  readonly columns: readonly ColumnFacts[];
  readonly options: readonly string[];
}

/** No fewer options than these stand in columns of their own. */
const FEWEST_OPTIONS = 3;

/**
 * The columns from the first of these on that are one question with several answers, which stands over the first only: each holds
 * the name of one option, or nothing. They are left of two rows of headers where the second was taken out.
 */
export function openTicks(columns: readonly ColumnFacts[]): Ticks | undefined {
  const names = new Set<string>();
  const start = columns[0]?.position ?? 0;
  const end = columns.findIndex((column, nth) => {
    const name = optionOf(column);
    const isNext = column.position === start + nth && (column.heading.question === '') === nth > 0;
    const isAnother = name !== undefined && !names.has(name);
    if (name !== undefined) names.add(name);
    return !isNext || !isAnother;
  });
  const own = end === -1 ? columns : columns.slice(0, end);
  if (own.length < FEWEST_OPTIONS) return undefined;
  const options = own.map(({ labels }) => labels[0]?.label ?? '');
  return { text: own[0]?.heading.question ?? '', columns: own, options };
}

/** The only thing that a column says, and not in every row. */
function optionOf({ heading, labels, filled, records }: ColumnFacts): string | undefined {
  const [option, ...others] = labels;
  const isOnly = option !== undefined && others.length === 0 && filled < records;
  return isOnly && heading.part === undefined && /\p{L}/u.test(option.label) ? option.folded : undefined;
}

/** A question with several answers of which the file has one: its header ends in all that its cells say. */
export function loneTick(column: ColumnFacts): Ticks | undefined {
  const { heading, labels } = column;
  const [option, ...others] = labels;
  if (heading.part !== undefined || option === undefined || others.length > 0) return undefined;
  const [, text, part] = /^(.{8,}\S)\s+[-–—]\s+(.+)$/su.exec(heading.question) ?? [];
  if (text === undefined || part === undefined || fold(part) !== option.folded) return undefined;
  return { text, columns: [column], options: [option.label] };
}
