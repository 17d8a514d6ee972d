import { ONLY_ONCE } from '../../intake/table.ts';
import type { RespondentColumn } from '../../survey/columns/claims.ts';
import { isBlank, tidy } from '../../intake/blank.ts';
import { codeMap } from '../../intake/columns/code-map.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Channels, readChannels } from './channels.ts';
import { columnIssues, unseenStatus } from '../issues/column-issues.ts';
import type { Issue } from '../issues/issues.ts';
import { type Kinds, readKinds } from './kinds.ts';
import { markLate } from './dates.ts';
import { type PlacedExport, filledFrom, respondentColumn } from './exports.ts';
import { readCount, readWeight, statusReader, testReader } from './respondent-values.ts';
import { sumOf } from '../../intake/sum.ts';

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
  const { respondent } = survey;
  const size = sumOf(exports, ({ table }) => table.rows);
  const late = new Uint8Array(size);
  const issues = exports.flatMap((one) => [...valueIssues(survey, one), ...markLate(survey, one, late)]);
  const { kinds, issues: kindIssues } = readKinds(survey, exports, size);
  const statusOf = statusReader(survey);
  const flagged = (field: RespondentColumn, isIt: (value: string) => boolean, flags = new Uint8Array(size)) =>
    filledFrom(flags, exports, field, (value) => (isIt(value) ? 1 : undefined));
  const testStatus = flagged('status', (value) => statusOf(value) === 'test');
  return {
    size,
    counts: respondent.count ? filledFrom(new Uint32Array(size).fill(1), exports, 'count', readCount) : null,
    weights: respondent.weight ? filledFrom(new Float64Array(size), exports, 'weight', readWeight) : null,
    badCount: flagged('count', (value) => readCount(value) === null),
    misaligned: readMisaligned(exports, size),
    incomplete: flagged('status', (value) => statusOf(value) === 'incomplete'),
    test: flagged('test', testReader(survey), testStatus),
    late,
    ids: respondent.id ? filledFrom(new Int32Array(size).fill(-1), exports, 'id', idNumbers(exports)) : null,
    channels: readChannels(exports, size),
    kinds,
    issues: [...issues, ...kindIssues],
  };
}

function readMisaligned(exports: readonly PlacedExport[], size: number): Uint8Array {
  const misaligned = new Uint8Array(size);
  for (const { table, offset } of exports)
    for (const { code, row } of table.faults) if (code === 'long-row') misaligned[offset + row - 1] = 1;
  return misaligned;
}

/** Numbers ids: the same one has the same number, in whichever export it stands. */
function idNumbers(exports: readonly PlacedExport[]): (id: string, code: number) => number | undefined {
  const [first, ...others] = exports.map((one) => respondentColumn(one, 'id')?.values ?? []);
  // Where no two values can be the same id, codes number them: a second dictionary of every id would take a
  // tenth of the memory.
  const isNumbered = others.length === 0 && first?.every((value) => value === tidy(value)) === true;
  const numbers = codeMap<string>();
  let next = 0;
  return (value, code) => {
    if (value === ONLY_ONCE || isBlank(value)) return undefined;
    if (isNumbered) return code;
    const id = tidy(value);
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.add(id, next);
    return next++;
  };
}

/** What of the weights, counts, ids and statuses of an export cannot be used, or is not there. */
function valueIssues(survey: Survey, one: PlacedExport): readonly Issue[] {
  const isWithoutTime = one.claims.respondent.id === undefined && isNearlyFull(one, 'submitted');
  return [
    ...columnIssues('bad-weight', one, 'weight', (value) => readWeight(value) === null),
    ...columnIssues('bad-count', one, 'count', (value) => readCount(value) === null),
    ...columnIssues('no-responses', one, 'count', (value) => readCount(value) === 0),
    ...columnIssues('missing-id', one, 'id', isBlank),
    ...(isWithoutTime ? columnIssues('missing-id', one, 'submitted', isBlank) : []),
    ...unseenStatus(survey, one),
  ];
}

/** So many responses with a time show that one without it is unlike them. */
const ENOUGH = 5;

/**
 * Whether nearly every response has something in a column: one has not, or one in ten. Average and total rows
 * are often three.
 */
function isNearlyFull(one: PlacedExport, field: RespondentColumn): boolean {
  const { values, codes } = respondentColumn(one, field) ?? { values: [], codes: [] };
  const areBlank = values.map(isBlank);
  let blanks = 0;
  for (const code of codes) if (areBlank[code] === true) blanks++;
  const { rows } = one.table;
  return rows - blanks >= ENOUGH && blanks <= Math.max(1, rows / 10);
}
