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
 * The columns from here on that are one question with several answers, which stands over the first only: each holds the name of
 * one option, or nothing. They are left of two rows of headers where the second was taken out.
 */
export function openTicks(columns: readonly ColumnFacts[], start: number): Ticks | undefined {
  const names = new Set<string>();
  const first = columns[start]?.position ?? 0;
  const isOneMore = (column: ColumnFacts, nth: number): boolean => {
    const name = optionOf(column);
    const isNext = column.position === first + nth && (column.heading.question === '') === nth > 0;
    if (!isNext || name === undefined || names.has(name)) return false;
    names.add(name);
    return true;
  };
  let end = start;
  while (end < columns.length && isOneMore(columns[end] as ColumnFacts, end - start)) end++;
  const own = columns.slice(start, end);
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
