import { isBlank, tidy } from '../intake/blank.ts';
import { fold } from '../survey/labels.ts';
import type { RespondentColumn } from '../survey/columns.ts';
import type { Survey } from '../survey/survey.ts';
import type { Export } from './records.ts';

/** The rows of a run: what its exports hold, and the survey by which they are read. */
export interface Rows {
  readonly survey: Survey;
  readonly exports: readonly Export[];
}

/** What a row may differ in: a question, by its id, or a column about the respondent. */
interface ChangedPart {
  readonly kind: 'question' | 'respondent';
  readonly name: string;
  /** In how many of the rows that both have. */
  readonly rows: number;
}

/** Which rows two runs have in common, by the ids of their respondents. */
export interface RowChanges {
  /** Rows with an id that only B has. */
  readonly added: number;
  /** Rows with an id that only A has. */
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** Rows that nobody can find again: they have no id. */
  readonly withoutId: { readonly a: number; readonly b: number };
  /** In what the changed rows differ, in the order of the definition. */
  readonly parts: readonly ChangedPart[];
}

/**
 * Compares the rows received in two runs by respondent id, answer by answer as they stand in the exports; spellings of
 * one label are one answer, and of free text only the words count. A repeated id is matched in the order of its
 * rows. Undefined where one of the runs has no column of ids.
 */
export function compareRows(a: Rows, b: Rows): RowChanges | undefined {
  if (!hasIds(a) || !hasIds(b)) return undefined;
  const parts = partsOf(a, b);
  const [before, after] = [rowsById(a, parts), rowsById(b, parts)];
  const differing = new Map<string, number>();
  let [added, changed, same] = [0, 0, 0];
  for (const [id, row] of after.rows) {
    const was = before.rows.get(id);
    if (was === undefined) {
      added++;
      continue;
    }
    const others = parts.filter((_, index) => was[index] !== row[index]);
    for (const part of others) differing.set(keyOf(part), (differing.get(keyOf(part)) ?? 0) + 1);
    if (others.length > 0) changed++;
    else same++;
  }
  return {
    added,
    removed: before.rows.size - same - changed,
    changed,
    same,
    withoutId: { a: before.withoutId, b: after.withoutId },
    parts: parts.flatMap((part) => {
      const rows = differing.get(keyOf(part)) ?? 0;
      return rows > 0 ? [{ ...part, rows }] : [];
    }),
  };
}

type Part = Omit<ChangedPart, 'rows'>;

const respondentParts: readonly RespondentColumn[] = ['status', 'test', 'submitted', 'channel', 'count'];

function keyOf({ kind, name }: Part): string {
  return `${kind} ${name}`;
}

function hasIds({ exports }: Rows): boolean {
  return exports.some(({ claims }) => claims.respondent.id !== undefined);
}

/** What both runs have of every row: the questions with one id and as many columns, and the columns about respondents. */
function partsOf(a: Rows, b: Rows): Part[] {
  const has = ({ exports }: Rows, { kind, name }: Part) =>
    exports.some(({ claims }) =>
      kind === 'question'
        ? claims.questions.has(name)
        : claims.respondent[name as RespondentColumn] !== undefined,
    );
  const all: Part[] = [
    ...b.survey.questions.map(({ id }) => ({ kind: 'question', name: id }) as const),
    ...respondentParts.map((name) => ({ kind: 'respondent', name }) as const),
  ];
  return all.filter((part) => has(a, part) && has(b, part));
}

/** Each row by its id: what it holds of each part, as one text. A repeated id is numbered. */
function rowsById({ exports }: Rows, parts: readonly Part[]) {
  const rows = new Map<string, readonly string[]>();
  const times = new Map<string, number>();
  let withoutId = 0;
  for (const { table, claims } of exports) {
    const ids = table.columns.get(claims.respondent.id ?? -1);
    const readers = parts.map((part) => readerOf(part, { table, claims }));
    for (let row = 0; row < table.rows; row++) {
      const id = ids?.values[ids.codes[row] ?? 0] ?? '';
      if (isBlank(id)) {
        withoutId++;
        continue;
      }
      const time = (times.get(tidy(id)) ?? 0) + 1;
      times.set(tidy(id), time);
      rows.set(
        `${tidy(id)}\n${time}`,
        readers.map((read) => read(row)),
      );
    }
  }
  return { rows, withoutId };
}

/** What the columns of one part hold in a row; each distinct value is folded once. */
function readerOf({ kind, name }: Part, { table, claims }: Export): (row: number) => string {
  const positions =
    kind === 'question'
      ? (claims.questions.get(name) ?? [])
      : [claims.respondent[name as RespondentColumn] ?? -1];
  const columns = positions.flatMap((position) => {
    const column = table.columns.get(position);
    return column === undefined ? [] : [{ codes: column.codes, values: column.values.map(fold) }];
  });
  return (row) => columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? '').join('\n');
}
