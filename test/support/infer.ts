import { readTable } from '../../src/intake/read-table.ts';
import { type Inference, inferDefinition } from '../../src/survey/infer/infer.ts';
import { columnsToInfer } from '../../src/survey/infer/inferred-survey.ts';
import { file } from '../intake/source.ts';
import { type Rows, csv } from './survey.ts';

/** What is inferred from rows, the headers first, written as CSV. */
export async function infer(rows: Rows, platform?: string): Promise<Inference> {
  const options = { delimiter: ',', keep: columnsToInfer, ...(platform === undefined ? {} : { platform }) };
  return inferDefinition(await readTable(file(csv(rows)), options));
}

/** What is inferred from one column: its cells under a header, beside a column of ids. */
export async function inferColumn(header: string, cells: readonly string[]) {
  const { questions } = await infer([
    ['Response ID', header],
    ...cells.map((cell, row) => [`R${row}`, cell]),
  ]);
  return questions[0];
}

/** Cells over and over, as many times as each is to occur. */
export function repeated(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([cell, count]) => Array.from({ length: count }, () => cell));
}
