import { ONLY_ONCE, type Table } from '../../intake/table.ts';
import type { Claims, RespondentColumn } from '../../survey/columns/claims.ts';
import { isBlank, tidy } from '../../intake/blank.ts';
import { codeMap } from '../../intake/columns/code-map.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Channels, readChannels } from './channels.ts';
import { columnIssues, unseenStatus } from '../issues/column-issues.ts';
import type { Issue, IssueCode } from '../issues/issues.ts';
import { type Kinds, readKinds } from './kinds.ts';
import { markLate } from './dates.ts';
import { readCount, readWeight, statusReader, testReader } from './respondent-values.ts';

/** One export with what its columns were taken for. */
export interface Export {
  readonly table: Table;
  readonly claims: Claims;
  /** How its responses came, where the user said so of the whole file. */
  readonly channel?: string;
}

/** One of several exports, whose records stand one after another. */
export interface PlacedExport extends Export {
  /** How many records the exports before it have. */
  readonly offset: number;
}

/** What the respondent columns say of every record received, in order, all exports one after another. */
export interface Records {
  readonly size: number;
  /** How many responses each record stands for, perhaps none; null when no count column is named. */
  readonly counts: Uint32Array | null;
  /** What each record weighs, 0 where its weight cannot be used; null when no weight column is named. */
  readonly weights: Float64Array | null;
  /** 1 where the count column holds no whole number of responses. */
  readonly badCount: Uint8Array;
  /** 1 where the row has more cells than the header, so that no cell can be trusted to stand under its own header. */
  readonly misaligned: Uint8Array;
  readonly incomplete: Uint8Array;
  readonly test: Uint8Array;
  readonly late: Uint8Array;
  /** A number for each distinct id, −1 where there is none or no other record can have it. */
  readonly ids: Int32Array | null;
  /** Null where nothing says how any record came. */
  readonly channels: Channels | null;
  /** Null where the survey names no column for it. */
  readonly kinds: Kinds | null;
  readonly issues: readonly Issue[];
}

/** Reads the respondent columns of every export: who, when, how, how many, and whether they finished. */
export function readRecords(survey: Survey, exports: readonly PlacedExport[]): Records {
  const size = exports.reduce((sum, { table }) => sum + table.rows, 0);
  const issues: Issue[] = [];
  const flags = () => new Uint8Array(size);
  const [badCount, misaligned, incomplete, test, late] = [flags(), flags(), flags(), flags(), flags()];
  const { respondent } = survey;
  const counts = respondent.count ? new Uint32Array(size).fill(1) : null;
  const weights = respondent.weight ? new Float64Array(size) : null;
  const ids = respondent.id ? new Int32Array(size).fill(-1) : null;
  const numberFor = idNumbers();

  for (const one of exports) {
    const { table, claims, offset } = one;
    for (const fault of table.faults) if (fault.code === 'long-row') misaligned[offset + fault.row - 1] = 1;

    /** Looks at each distinct value of a respondent column once, then visits its rows with what that gave. */
    const visit = <T>(
      field: RespondentColumn,
      look: (value: string, code: number) => T,
      use: (row: number, seen: T) => void,
    ) => {
      const column = table.columns.get(claims.respondent[field] ?? -1);
      if (column === undefined) return;
      const looked = column.values.map(look);
      for (let row = 0; row < table.rows; row++) use(row, looked[column.codes[row] ?? 0] as T);
    };
    const report = (code: IssueCode, field: RespondentColumn, bad: (value: string) => boolean) => {
      for (const issue of columnIssues(code, one, field, bad)) issues.push(issue);
    };

    visit('status', statusReader(survey), (row, status) => {
      if (status === 'test') test[offset + row] = 1;
      else if (status === 'incomplete') incomplete[offset + row] = 1;
    });
    visit('test', testReader(survey), (row, isTest) => {
      if (isTest) test[offset + row] = 1;
    });
    visit('count', readCount, (row, count) => {
      if (counts && count !== null) counts[offset + row] = count;
      else badCount[offset + row] = 1;
    });
    visit('weight', readWeight, (row, weight) => {
      if (weights) weights[offset + row] = weight ?? 0;
    });
    report('bad-weight', 'weight', (value) => readWeight(value) === null);
    report('bad-count', 'count', (value) => readCount(value) === null);
    report('no-responses', 'count', (value) => readCount(value) === 0);
    // Where no two values can be the same id, codes number them: a second dictionary of every id would take a tenth of the memory.
    const isNumbered = exports.length === 1 && idsOf(table, claims).every((value) => value === tidy(value));
    visit(
      'id',
      (value, code) => {
        if (value === ONLY_ONCE || isBlank(value)) return -1;
        return isNumbered ? code : numberFor(tidy(value));
      },
      (row, id) => {
        if (ids) ids[offset + row] = id;
      },
    );
    report('missing-id', 'id', isBlank);
    if (claims.respondent.id === undefined && isNearlyFull(table, claims.respondent.submitted))
      report('missing-id', 'submitted', isBlank);
    issues.push(...unseenStatus(survey, one));
    for (const issue of markLate(survey, one, late)) issues.push(issue);
  }
  const { kinds, issues: kindIssues } = readKinds(survey, exports, size);
  return {
    size,
    counts,
    weights,
    badCount,
    misaligned,
    incomplete,
    test,
    late,
    ids,
    channels: readChannels(exports, size),
    kinds,
    issues: [...issues, ...kindIssues],
  };
}

/** So many responses with a time show that one without it is unlike them. */
const ENOUGH = 5;

/** Whether nearly every response has something in a column: one has not, or one in ten. Average and total rows are often three. */
function isNearlyFull({ columns, rows }: Table, position: number | undefined): boolean {
  const { values, codes } = columns.get(position ?? -1) ?? { values: [], codes: [] };
  const areBlank = values.map(isBlank);
  let blanks = 0;
  for (const code of codes) if (areBlank[code] === true) blanks++;
  return rows - blanks >= ENOUGH && blanks <= Math.max(1, rows / 10);
}

function idsOf(table: Table, claims: Claims): readonly string[] {
  return table.columns.get(claims.respondent.id ?? -1)?.values ?? [];
}

/** Numbers ids: the same one has the same number, in whichever export it stands. */
function idNumbers(): (id: string) => number {
  const numbers = codeMap<string>();
  let next = 0;
  return (id) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.add(id, next);
    return next++;
  };
}
