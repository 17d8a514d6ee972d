import { tidy } from '../../intake/blank.ts';
import { fold, shortened, takenIds } from '../labels/labels.ts';
import type { QuestionDefinition } from '../definition/schema.ts';
import type { TickRow } from './blocks.ts';
import type { ColumnFacts } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { shortId } from './short-id.ts';

/** A longer statement is cut where it stands for its question. */
const LONGEST_NAMED = 60;

/** What a question is called whose words are not in the file: by the first of what it has, and how many more there are. */
export function unsaidText(
  [first = '', ...others]: readonly string[],
  thing: 'option' | 'statement',
): string {
  const more = others.length === 1 ? `1 more ${thing}` : `${others.length} more ${thing}s`;
  return `“${shortened(tidy(first), LONGEST_NAMED)}” and ${more}`;
}

/** A question of which each column is a statement. */
export function gridQuestion(
  id: string,
  text: string,
  columns: readonly ColumnFacts[],
  judgement: Judgement,
): QuestionDefinition {
  const taken = takenIds();
  const names = columns.map(({ name, heading }) => heading.part || heading.question || name);
  const labels = numberedAgain(columns.map(({ heading }) => heading.part ?? heading.question));
  const items = columns.map(({ name }, nth) => {
    const label = labels[nth] ?? '';
    return {
      id: shortId(label || name, taken),
      column: name,
      ...(label !== '' && label !== name ? { label } : {}),
    };
  });
  // Of a grid in whose cells several answers stand nothing is counted.
  const kind = judgement.kind === 'multiple' ? ({ kind: 'text' } as const) : kindOf(judgement);
  return { id, text: text || unsaidText(names, 'statement'), ...kind, ...optionsOf(judgement), items };
}

/** Labels of which those that came before are told apart: “Speed”, “Price”, “Speed (2)”. */
function numberedAgain(labels: readonly string[]): string[] {
  return labels.map((label, at) => {
    const before = labels.slice(0, at).filter((other) => fold(other) === fold(label)).length;
    return label === '' || before === 0 ? label : `${label} (${before + 1})`;
  });
}

/** The rows of a grid as items of which each option has a column. */
export function itemsOf(rows: readonly TickRow[]) {
  const taken = takenIds();
  return rows.map(({ label, columns }) => ({
    id: shortId(label, taken),
    label,
    columns: columns.map(({ name }) => name),
  }));
}

/** A question with one answer, of which each option has a column; it has options, being a scale or a choice. */
export function expandedQuestion(
  id: string,
  text: string,
  parts: { columns: string[] } | { items: ReturnType<typeof itemsOf> },
  judgement: Judgement,
): QuestionDefinition {
  const [names, thing] =
    'columns' in parts
      ? ([parts.columns, 'option'] as const)
      : ([parts.items.map(({ label }) => label), 'statement'] as const);
  const asked = { text: text || unsaidText(names, thing), ...parts, ...optionsOf(judgement) };
  return judgement.kind === 'scale'
    ? { id, kind: 'scale', scale: judgement.scale, ...asked }
    : { id, kind: 'choice', ...asked };
}

/** A question held in one column. */
export function singleQuestion(
  id: string,
  text: string,
  column: string,
  judgement: Judgement,
): QuestionDefinition {
  const shared = { id, ...(text !== '' && text !== column ? { text } : {}) };
  if (judgement.kind !== 'multiple')
    return { ...shared, ...kindOf(judgement), column, ...optionsOf(judgement) };
  const { separator, options } = judgement.joined;
  return { ...shared, kind: 'multiple', column, separator, options: [...options] };
}

function kindOf(judgement: Exclude<Judgement, { kind: 'multiple' }>) {
  return judgement.kind === 'scale'
    ? ({ kind: 'scale', scale: judgement.scale } as const)
    : { kind: judgement.kind };
}

function optionsOf(judgement: Judgement): { options?: string[] } {
  return 'options' in judgement && judgement.options !== undefined ? { options: [...judgement.options] } : {};
}
