import type { Column, Table } from '../../intake/table.ts';
import { columnFinder, nameColumns } from '../columns/find-column.ts';
import { columnFacts } from '../infer/facts.ts';
import { judgeColumn } from '../infer/judge-column.ts';
import { fold } from '../labels/labels.ts';
import { divide } from '../labels/several-answers.ts';
import type { Joined } from './joined.ts';

/**
 * The same exports with one mark between several answers in a cell, though one file has another than the
 * next: the mark of the file that shows most such cells. In the others whatever is nothing but its answers,
 * and theirs, has that mark between them; what is an answer by itself stays.
 */
export function joinedAlike(tables: readonly Table[]): readonly Table[] {
  const [first, ...others] = tables;
  if (first === undefined || others.length === 0) return tables;
  const names = nameColumns(first.layout.headings);
  const judged = tables.map((table) => {
    const find = columnFinder(table.layout.headings, nameColumns(table.layout.headings));
    return { table, find, facts: columnFacts(table), columns: new Map(table.columns) };
  });
  for (const name of names) {
    const held = judged.flatMap(({ table: { layout }, find, facts, columns }) => {
      const [position = -1] = find([name]);
      const [column, fact] = [columns.get(position), facts[position]];
      if (column === undefined || fact === undefined) return [];
      const judgement = judgeColumn(fact, fact.heading.question, layout);
      const joined = judgement.kind === 'multiple' ? judgement.joined : undefined;
      return [{ columns, position, column, joined }];
    });
    const found = held.flatMap(({ joined }) => joined ?? []);
    const [most, ...less] = found.toSorted((a, b) => b.severals - a.severals);
    if (most === undefined) continue;
    const rewrite = rewriter(most, less);
    for (const { columns, position, column, joined } of held)
      if (joined?.separator !== most.separator) columns.set(position, rewritten(column, rewrite));
  }
  return judged.map(({ table, columns }) => ({ ...table, columns }));
}

function rewritten(column: Column, rewrite: (value: string) => string): Column {
  return { ...column, values: column.values.map(rewrite) };
}

/** Puts the mark of one file between the answers of a cell that holds nothing but what is known of it and of others. */
function rewriter({ separator, options }: Joined, others: readonly Joined[]): (value: string) => string {
  const known = new Map(options.map((label) => [fold(label), label]));
  const answersIn = (value: string) =>
    known.has(fold(value)) ? undefined : divide(value, (key) => known.get(key));
  for (const label of others.flatMap((joined) => joined.options))
    if (answersIn(label) === undefined) known.set(fold(label), label);
  return (value) => [...(answersIn(value) ?? [value])].join(separator);
}
