import { withHeaders } from '../survey/columns/header-labels.ts';
import type { Survey } from '../survey/survey.ts';
import { findCampaigns, readTexts } from './alike/campaigns.ts';
import { cellIssues, fewPlaces } from './issues/cell-issues.ts';
import { type ReadAnswers, applyExclusions, keepGroup, settle } from './exclusions.ts';
import { findSelection } from './find-selection.ts';
import { foldColumns } from './questions/fold-columns.ts';
import { keptKinds, keptRecords, positionsIn } from './respondents/kept-records.ts';
import { keepLedger } from './ledger.ts';
import { withoutNoReply } from './questions/no-reply.ts';
import { findRepeats } from './alike/repeats.ts';
import { readQuestions } from './questions/read-questions.ts';
import { type Export, readRecords } from './respondents/records.ts';
import {
  exportIssues,
  keptIssues,
  twiceIssues,
  unseenOptions,
  unseenPartIssues,
} from './issues/survey-issues.ts';
import { findSameWords } from './alike/same-words.ts';
import { findTickedAlike } from './alike/ticked-alike.ts';
import type { Responses, Selection } from './responses.ts';

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
  const replied = received.map((one) => ({ ...one, table: withoutNoReply(one.table, definition.blank) }));
  const [first] = replied;
  const { survey, exports } = foldColumns(
    first ? withHeaders(definition, first.claims) : definition,
    replied,
  );
  const records = readRecords(survey, exports);
  const read = (removed: Uint8Array) => readQuestions(survey, { records, exports, removed });
  // Only rules about answers need the answers of all; what can be answered is then judged by those who are left.
  const before = survey.exclude.some(({ reason }) => reason === 'answer')
    ? read(new Uint8Array(records.size))
    : undefined;
  const answersBefore: ReadAnswers = (id) => before?.get(id)?.answers[0]?.answers;
  const excluded = applyExclusions(survey, records, answersBefore, (removed) => {
    const source = { records, exports, removed };
    return findCampaigns(readTexts(survey, source), source).cells;
  });
  const readings = before === undefined || excluded.removed.includes(1) ? read(excluded.removed) : before;
  const firstAnswers: ReadAnswers = (id) => readings.get(id)?.answers[0]?.answers;
  const chosen =
    selection &&
    findSelection(
      survey,
      selection,
      readings.get(selection.question)?.answers.map(({ answers }) => answers),
    );
  // To have its own margins only what is left when the group is picked would be too little to rake.
  const whole = chosen && survey.weighting ? settle(excluded, records).kept : undefined;
  const removal = chosen ? keepGroup(excluded, records, firstAnswers, chosen) : excluded;
  const { kept, repeated } = settle(removal, records);
  const { ledger, parts } = keepLedger(
    removal,
    records,
    exports.map(({ table }) => table.file),
  );
  const left = { records, exports, removed: removal.removed };
  const texts = readTexts(survey, left);
  const { campaigns, cells: campaignOf } = findCampaigns(texts, left);
  const analysed = kept ? new Uint8Array(records.size) : null;
  for (const record of kept ?? []) if (analysed) analysed[record] = 1;
  const isAnalysed = (record: number) => analysed === null || analysed[record] === 1;

  const issues = [
    ...exports.flatMap((one) => exportIssues(survey, one, exports)),
    ...records.issues,
    ...keptIssues(records, exports, repeated, isAnalysed),
    ...survey.questions.flatMap((question) => {
      const reading = readings.get(question.id);
      if (reading === undefined) return [];
      const inCells = cellIssues(question, reading, exports, records, isAnalysed, notePlaces);
      return [
        ...inCells,
        ...twiceIssues(reading, exports),
        ...unseenPartIssues(survey.file, question.id, reading),
      ];
    }),
    ...unseenOptions(survey, firstAnswers, answersBefore),
  ];
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
    campaigns:
      texts.columns.length === 0
        ? null
        : {
            found: campaigns,
            cells: kept ? Int32Array.from(kept, (record) => campaignOf[record] ?? -1) : campaignOf,
            repeats: findRepeats(texts, readings, left),
          },
    sameWords: findSameWords(texts, left),
    tickedAlike: findTickedAlike(texts, readings, left),
    issues,
    unchosenMiddles: survey.questions.flatMap((question) => {
      if (question.kind !== 'scale' || (question.options && survey.guessed !== true)) return [];
      const options = readings.get(question.id)?.middle ?? [];
      return options.length > 0 ? [{ question: question.id, options }] : [];
    }),
  };
}

function inputOf({ table, channel }: Export) {
  const { file, sha256, encoding, delimiter, layout, rows, blankRows } = table;
  const { platform, recognisedBy } = layout;
  const input = { file, sha256, encoding, delimiter, platform, recognisedBy, records: rows, blankRows };
  return channel === undefined ? input : { ...input, channel };
}
