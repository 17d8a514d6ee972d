import type { Table } from '../intake/table.ts';
import { withHeaders } from '../survey/columns/header-labels.ts';
import { fold } from '../survey/labels/labels.ts';
import type { Survey } from '../survey/survey.ts';
import { type Texts, findCampaigns, readTexts } from './alike/campaigns.ts';
import { cellIssues, fewPlaces, markListed } from './issues/cell-issues.ts';
import { settle } from './exclusions.ts';
import { foldColumns } from './questions/fold-columns.ts';
import { differingRepeats } from './respondents/differing-repeats.ts';
import { keptKinds, keptRecords, pick, positionsIn } from './respondents/kept-records.ts';
import { answersIn, readKept } from './kept-answers.ts';
import { keepLedger } from './ledger.ts';
import { findRepeats, findTickedAlike } from './alike/repeats.ts';
import { rowsAgain } from './alike/rows-again.ts';
import type { Source } from './questions/column-cells.ts';
import { readRecords } from './respondents/records.ts';
import type { Export, PlacedExport } from './respondents/exports.ts';
import {
  exportIssues,
  recordIssues,
  twiceIssues,
  unseenOptions,
  unseenPartIssues,
} from './issues/survey-issues.ts';
import { type Readings, unansweredIn } from './questions/question-reading.ts';
import { sharedColumns } from './questions/shared-columns.ts';
import { findSameWords } from './alike/same-words.ts';
import type { Responses, Selection, UnchosenMiddle } from './responses.ts';

/**
 * Validates the records of one or more exports against a survey: every cell of every analysed record ends as an answer
 * or in exactly one other state, every record received is in the ledger, and everything wrong is an issue.
 *
 * `selection` narrows the analysis to one group; `notePlaces` is how many places of each note are kept, those of errors
 * and warnings being kept all. Throws a `UserError` when a respondent column of the survey stands in
 * none of the exports, or when the selection names a question or an option that does not exist.
 */
export function collectResponses(
  definition: Survey,
  received: readonly Export[],
  selection?: Selection,
  notePlaces = fewPlaces,
): Responses {
  const { survey, exports } = prepared(definition, received);
  const records = readRecords(survey, exports);
  const { readings, before, chosen, whole, removal } = readKept(survey, records, exports, selection);
  const { kept, repeated } = settle(removal, records);
  const differing = differingRepeats(survey, exports, records, removal);
  const unanswered = unansweredIn(readings, records.size);
  const files = exports.map(({ table, offset }) => ({ label: table.file, offset }));
  const { ledger, parts } = keepLedger(removal, records, files);
  const left = { records, exports, removed: removal.removed };
  const texts = readTexts(survey, left);
  return {
    survey,
    inputs: exports.map(inputOf),
    ...(chosen ? { selection: chosen } : {}),
    ...keptRecords(records, readings, kept),
    ...(whole !== undefined && {
      whole: { ...keptRecords(records, readings, whole), positions: positionsIn(whole, kept, records.size) },
    }),
    ledger,
    ledgerParts: parts,
    kinds: keptKinds(records.kinds, kept),
    sharedColumns: sharedColumns(definition, received),
    campaigns: campaignsAmong(kept, texts, readings, left),
    sameWords: findSameWords(texts, left),
    tickedAlike: findTickedAlike(texts, readings, left),
    issues: [
      ...exports.flatMap((one) => exportIssues(survey, one, exports)),
      ...records.issues,
      ...recordIssues(left, { repeated, differing, unanswered, again: rowsAgain(texts, readings, left) }),
      ...survey.questions.flatMap((question) => {
        const reading = readings.get(question.id);
        if (reading === undefined) return [];
        return [
          ...markListed(cellIssues(question, reading, left, notePlaces), question.uncounted),
          ...twiceIssues(reading, exports),
          ...unseenPartIssues(survey.file, question.id, reading),
        ];
      }),
      ...unseenOptions(survey, answersIn(readings), answersIn(before)),
    ],
    unchosenMiddles: unchosenMiddles(survey, readings),
  };
}

/**
 * The exports with one column of answers for each question, words for no reply blank, and the survey with
 * their headers.
 */
function prepared(
  definition: Survey,
  received: readonly Export[],
): { readonly survey: Survey; readonly exports: readonly PlacedExport[] } {
  const replied = received.map((one) => ({ ...one, table: withoutNoReply(one.table, definition.blank) }));
  const [first] = replied;
  const folded = foldColumns(first ? withHeaders(definition, first.claims) : definition, replied);
  let records = 0;
  const exports = folded.exports.map((one) => {
    const offset = records;
    records += one.table.rows;
    return { ...one, offset };
  });
  return { survey: folded.survey, exports };
}

/** A table whose cells are blank where they hold one of these words, which stand for no reply. */
function withoutNoReply(table: Table, words: readonly string[]): Table {
  if (words.length === 0) return table;
  const noReply = new Set(words.map(fold));
  const columns = [...table.columns].map(([position, column]) => {
    const left = column.values.map((value) => (noReply.has(fold(value)) ? '' : value));
    return [position, { ...column, values: left }] as const;
  });
  return { ...table, columns: new Map(columns) };
}

/** Responses that may not have been written one by one, with the campaign of each record that is analysed. */
function campaignsAmong(
  kept: Uint32Array | null,
  texts: Texts,
  readings: Readings,
  left: Source,
): Responses['campaigns'] {
  if (texts.columns.length === 0) return null;
  const { campaigns: found, cells } = findCampaigns(texts, left);
  return {
    found,
    cells: pick(cells, kept),
    repeats: findRepeats(texts, readings, left),
  };
}

function unchosenMiddles(survey: Survey, readings: Readings): UnchosenMiddle[] {
  return survey.questions.flatMap((question) => {
    if (question.kind !== 'scale' || (question.options && survey.guessed !== true)) return [];
    const options = readings.get(question.id)?.middle ?? [];
    return options.length > 0 ? [{ question: question.id, options }] : [];
  });
}

function inputOf({ table, channel }: Export) {
  const { file, sha256, encoding, delimiter, layout, rows, blankRows } = table;
  const { platform, recognisedBy } = layout;
  const input = { file, sha256, encoding, delimiter, platform, recognisedBy, records: rows, blankRows };
  return channel === undefined ? input : { ...input, channel };
}
