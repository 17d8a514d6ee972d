import type { Table } from '../intake/table.ts';
import { UserError } from '../intake/user-error.ts';
import { fold, nearest } from '../survey/labels.ts';
import type { Question, Survey } from '../survey/survey.ts';
import { cellIssues, fewPlaces } from './cell-issues.ts';
import { applyExclusions, choosers } from './exclusions.ts';
import type { QuestionReading } from './question-reading.ts';
import { markNotAsked, readQuestion } from './read-question.ts';
import { type Export, type Records, readRecords } from './records.ts';
import { exportIssues, keptIssues, twiceIssues, unseenOptions } from './survey-issues.ts';
import { type Answers, type Cells, type Responses, type Selection, newCells } from './responses.ts';

/**
 * Validates the records of one or more exports against a survey: every cell of every analysed record ends as an answer
 * or in exactly one other state, every record received is in the ledger, and everything wrong is an issue.
 *
 * `selection` narrows the analysis to one group; `notePlaces` is how many places of each note are kept, those of errors
 * and warnings being kept all. Throws a `UserError` when a respondent column of the survey stands in
 * none of the exports, or when the selection names a question or an option that does not exist.
 */
export function collectResponses(
  survey: Survey,
  exports: readonly Export[],
  selection?: Selection,
  notePlaces = fewPlaces,
): Responses {
  const records = readRecords(survey, exports);
  const readings = new Map<string, QuestionReading>();
  for (const question of survey.questions)
    readings.set(question.id, readQuestion(question, records, exports));
  const firstAnswers = (id: string) => readings.get(id)?.answers[0]?.answers;
  route(survey, readings);

  const chosen =
    selection &&
    findSelection(
      survey,
      selection,
      readings.get(selection.question)?.answers.map(({ answers }) => answers),
    );
  const { kept, ledger, repeated } = applyExclusions(survey, records, firstAnswers, chosen);
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
      return [...inCells, ...twiceIssues(reading, exports)];
    }),
    ...unseenOptions(survey, firstAnswers),
  ];
  const answers = new Map(
    [...readings].map(([id, reading]) => [
      id,
      reading.answers.map(({ item, answers: all }) => ({
        item,
        answers: { ...all, cells: pick(all.cells, kept) } as Answers,
      })),
    ]),
  );
  const { counts } = records;
  return {
    survey,
    inputs: exports.map(({ table }) => inputOf(table)),
    ...(chosen ? { selection: chosen } : {}),
    size: kept?.length ?? records.size,
    counts: counts && kept ? kept.map((record) => counts[record] ?? 1) : counts,
    answers,
    channels: channelsOf(records, isAnalysed),
    ledger,
    issues,
  };
}

function inputOf({ file, sha256, encoding, delimiter, layout, rows, blankRows }: Table) {
  const { platform, recognisedBy } = layout;
  return { file, sha256, encoding, delimiter, platform, recognisedBy, records: rows, blankRows };
}

/** Marks who was not asked what; a question that depends on another is judged after it. */
function route(survey: Survey, readings: ReadonlyMap<string, QuestionReading>): void {
  const done = new Set<string>();
  const visit = (question: Question) => {
    if (done.has(question.id)) return;
    done.add(question.id);
    const { asked } = question;
    if (asked === undefined) return;
    const gate = survey.questions.find(({ id }) => id === asked.question);
    if (gate) visit(gate);
    const wasAsked = choosers(readings.get(asked.question)?.answers[0]?.answers, asked.options);
    for (const { answers } of readings.get(question.id)?.answers ?? []) markNotAsked(answers, wasAsked);
  };
  for (const question of survey.questions) visit(question);
}

/** The option that a selection names, by label or id, as its label. */
function findSelection(
  survey: Survey,
  { question, option }: Selection,
  items: readonly Answers[] | undefined,
): Selection {
  const [answers] = items ?? [];
  if (answers === undefined) {
    const ids = survey.questions.map(({ id }) => id);
    const near = nearest(question, ids);
    throw new UserError(
      `--where: no question "${question}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      `The questions are ${ids.join(', ')}.`,
    );
  }
  if (!('options' in answers) || (items ?? []).length > 1) {
    throw new UserError(`--where: question "${question}" does not have one answer a response to choose by.`);
  }
  const { options } = answers;
  const found =
    options.find(({ label }) => fold(label) === fold(option)) ?? options.find(({ id }) => id === option);
  if (found === undefined) {
    const labels = options.map(({ label }) => label);
    const near = nearest(option, labels);
    throw new UserError(
      `--where: question "${question}" has no option "${option}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      `Its options are ${labels.map((label) => `"${label}"`).join(', ')}.`,
    );
  }
  return { question, option: found.label };
}

function pick(cells: Cells, kept: Uint32Array | null): Cells {
  if (kept === null) return cells;
  const picked = cells instanceof Int8Array ? newCells(kept.length, 0) : new Int32Array(kept.length);
  for (let index = 0; index < kept.length; index++) picked[index] = cells[kept[index] ?? 0] ?? 0;
  return picked;
}

function channelsOf(
  { size, channels, channelLabels, counts }: Records,
  isAnalysed: (record: number) => boolean,
): { label: string; count: number }[] {
  if (channels === null) return [];
  const tally = new Map<number, number>();
  for (let record = 0; record < size; record++) {
    if (!isAnalysed(record)) continue;
    const channel = channels[record] ?? -1;
    tally.set(channel, (tally.get(channel) ?? 0) + (counts?.[record] ?? 1));
  }
  return [...tally]
    .map(([channel, count]) => ({ label: channelLabels[channel] ?? 'Not stated', count }))
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
