import { analyse } from '../../src/analysis/analyse.ts';
import type { Analysis, Distribution, ItemAnalysis } from '../../src/analysis/analysis.ts';
import { readTable } from '../../src/intake/read-table.ts';
import { collectResponses } from '../../src/responses/collect.ts';
import type { Export } from '../../src/responses/respondents/exports.ts';
import type { Responses, Selection } from '../../src/responses/responses.ts';
import { type Claims, claimColumns } from '../../src/survey/columns/claims.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import type { Survey } from '../../src/survey/survey.ts';
import { file } from '../intake/source.ts';

/** A header and the rows under it, as text. */
export type Rows = readonly (readonly string[])[];

/** Rows as CSV with every cell in quotation marks. */
export function csv(rows: Rows): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n').join('');
}

/** Tables as exports that are read by a definition. */
export async function exportsOf(
  definition: string,
  tables: readonly Rows[],
): Promise<{ readonly survey: Survey; readonly exports: readonly Export[] }> {
  const survey = loadDefinition(definition, 'survey.yaml');
  const exports: Export[] = [];
  for (const [index, rows] of tables.entries()) {
    const name = `part-${index + 1}.csv`;
    let claims: Claims | undefined;
    const table = await readTable(
      { ...file(csv(rows)), name },
      {
        encoding: 'utf-8',
        delimiter: ',',
        keep: (headers) => {
          claims = claimColumns(survey, headers, name);
          return claims.keep;
        },
      },
    );
    if (claims) exports.push({ table, claims });
  }
  return { survey, exports };
}

/** Tables and a definition as responses: what the program does, without files. */
export async function collect(
  definition: string,
  tables: readonly Rows[],
  selection?: Selection,
): Promise<Responses> {
  const { survey, exports } = await exportsOf(definition, tables);
  return collectResponses(survey, exports, selection);
}

export interface Settings {
  readonly where?: Selection;
  readonly by?: readonly string[];
}

export async function analyseTables(
  definition: string,
  tables: readonly Rows[],
  { where, by }: Settings = {},
): Promise<Analysis<number>> {
  return analyse(await collect(definition, tables, where), by);
}

/** The analysis of one column, "A", whose cells are given, as one question. */
export async function analyseColumn(
  question: string,
  cells: readonly string[],
): Promise<ItemAnalysis<number>> {
  const analysis = await analyseTables(`{ title: T, questions: [{ id: q, column: A, ${question} }] }`, [
    [['A', 'Row'], ...cells.map((cell, index) => [cell, `${index + 1}`])],
  ]);
  return itemOf(analysis, 'q');
}

export function itemOf(
  { questions }: Analysis<number>,
  question: string,
  item = question,
): ItemAnalysis<number> {
  const found = questions.find(({ id }) => id === question)?.items.find(({ id }) => id === item);
  if (found === undefined) throw new Error(`no item ${question}.${item}`);
  return found;
}

/** The options of a distribution with their counts, in order. */
export function countsOf({ options }: Pick<Distribution<number>, 'options'>): [string, number][] {
  return options.map(({ label, figure }) => [label, figure.count]);
}

/** The nets of a distribution with their counts, in order. */
export function netsOf({ nets }: Pick<Distribution<number>, 'nets'>): [string, number][] {
  return nets.map(({ label, figure }) => [label, figure.count]);
}

export function issuesOf({ issues }: Pick<Responses, 'issues'>, code: string) {
  return issues.filter((issue) => issue.code === code);
}
