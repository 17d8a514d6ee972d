import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { RespondentColumn } from '../../survey/columns/claims.ts';
import type { Survey } from '../../survey/survey.ts';
import { answerReader, cellReader } from './answer-reader.ts';
import { type Export, respondentColumn } from './exports.ts';

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
  /**
   * Ids that repeat in both and whose responses stand in another order in B; 0 where neither run leaves duplicates out,
   * since only then the order says which of them counts.
   */
  readonly reordered: number;
  /** In what the changed rows differ, in the order of the definition. */
  readonly parts: readonly ChangedPart[];
}

/**
 * Compares the rows received in two runs by respondent id, answer by answer as they stand in the exports;
 * spellings of one label are one answer, and of free text only the words count. Of the rows of a repeated id
 * those that are alike are matched first, then the others in their order. Undefined where one of the runs has
 * no column of ids.
 */
export function compareRows(a: Rows, b: Rows): RowChanges | undefined {
  if (!hasIds(a) || !hasIds(b)) return undefined;
  const parts = partsOf(a, b);
  const [before, after] = [rowsById(a, parts), rowsById(b, parts)];
  const differing = new Map<string, number>();
  let [added, changed, same, reordered] = [0, 0, 0, 0];
  for (const [id, rows] of after.rows) {
    const were = before.rows.get(id) ?? [];
    const match = matchRows(were, rows);
    for (const [was, row] of match.changed) {
      const others = parts.filter((_, index) => was[index] !== row[index]);
      for (const part of others) differing.set(keyOf(part), (differing.get(keyOf(part)) ?? 0) + 1);
    }
    changed += match.changed.length;
    same += match.same;
    added += rows.length - match.same - match.changed.length;
    if (match.isReordered) reordered++;
  }
  const leavesOut = [a, b].some(({ survey }) => survey.exclude.some(({ reason }) => reason === 'duplicate'));
  return {
    added,
    removed: before.count - same - changed,
    changed,
    same,
    withoutId: { a: before.withoutId, b: after.withoutId },
    reordered: leavesOut ? reordered : 0,
    parts: parts.flatMap((part) => {
      const rows = differing.get(keyOf(part)) ?? 0;
      return rows > 0 ? [{ ...part, rows }] : [];
    }),
  };
}

/** What a row holds of each part. */
type Row = readonly string[];

/** Pairs the rows of one id: those that are alike in whatever order, then the others as they stand. */
function matchRows(before: readonly Row[], after: readonly Row[]) {
  const textOf = (row: Row) => JSON.stringify(row);
  const left = [...before];
  const others = after.filter((row) => {
    const at = left.findIndex((was) => textOf(was) === textOf(row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const isAlike = left.length === 0 && others.length === 0;
  return {
    same: after.length - others.length,
    changed: others.slice(0, left.length).map((row, index): [Row, Row] => [left[index] ?? [], row]),
    isReordered: isAlike && after.some((row, index) => textOf(row) !== textOf(before[index] ?? [])),
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

/** The rows of each id, in their order. */
function rowsById({ survey, exports }: Rows, parts: readonly Part[]) {
  const rows = new Map<string, Row[]>();
  let [count, withoutId] = [0, 0];
  for (const one of exports) {
    const ids = respondentColumn(one, 'id');
    const readers = parts.map(({ kind, name }) => {
      const question = survey.questions.find(({ id }) => kind === 'question' && id === name);
      if (question !== undefined) return answerReader(question, one);
      const column = respondentColumn(one, name as RespondentColumn);
      return column === undefined ? () => '' : cellReader(column, fold);
    });
    for (let at = 0; at < one.table.rows; at++) {
      const id = ids?.values[ids.codes[at] ?? 0] ?? '';
      if (isBlank(id)) {
        withoutId++;
        continue;
      }
      count++;
      const row = readers.map((read) => read(at));
      const others = rows.get(tidy(id));
      if (others) others.push(row);
      else rows.set(tidy(id), [row]);
    }
  }
  return { rows, count, withoutId };
}
