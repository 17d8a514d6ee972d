import { UserError } from '../intake/user-error.ts';
import { fold, nearest } from '../survey/labels/labels.ts';
import { nearestLabel } from '../survey/labels/near-label.ts';
import type { Survey } from '../survey/survey.ts';
import { findCampaigns, readTexts } from './alike/campaigns.ts';
import { type ReadAnswers, type Removal, applyExclusions, keepGroup, settle } from './exclusions.ts';
import type { Readings } from './questions/question-reading.ts';
import { readQuestions } from './questions/read-questions.ts';
import type { Records } from './respondents/records.ts';
import type { PlacedExport } from './respondents/exports.ts';
import type { Answers, Selection } from './responses.ts';

/** Which records are left, and what they answered. */
export interface KeptAnswers {
  readonly removal: Removal;
  readonly readings: Readings;
  /** What was answered before any rule removed a record, where a rule is about answers. */
  readonly before: Readings | undefined;
  /** The group that is looked at. */
  readonly chosen: Selection | undefined;
  /**
   * All records that would be looked at without it, where they are raked: a group alone is too little to have
   * margins.
   */
  readonly whole: Uint32Array | null | undefined;
}

/**
 * Removes records by the rules of the survey, in their order, then all but the group that is looked at, and reads what is
 * left. Only rules about answers need the answers of all; what can be answered is judged by those who are left.
 */
export function readKept(
  survey: Survey,
  records: Records,
  exports: readonly PlacedExport[],
  selection?: Selection,
): KeptAnswers {
  const source = (removed: Uint8Array) => ({ records, exports, removed });
  const read = (removed: Uint8Array) => readQuestions(survey, source(removed));
  const isByAnswer = survey.exclude.some(({ reason }) => reason === 'answer');
  const before = isByAnswer ? read(new Uint8Array(records.size)) : undefined;
  const excluded = applyExclusions(survey, records, answersIn(before), (removed) => {
    const left = source(removed);
    return findCampaigns(readTexts(survey, left), left).cells;
  });
  const readings = before === undefined || excluded.removed.includes(1) ? read(excluded.removed) : before;
  if (selection === undefined)
    return { removal: excluded, readings, before, chosen: undefined, whole: undefined };
  const given = readings.get(selection.question)?.answers.map(({ answers }) => answers);
  const chosen = findSelection(survey, selection, given);
  const whole = survey.weighting ? settle(excluded, records).kept : undefined;
  return {
    removal: keepGroup(excluded, records, answersIn(readings), chosen),
    readings,
    before,
    chosen,
    whole,
  };
}

/** The answers to the first item of a question, as rules name them. */
export function answersIn(readings: Readings | undefined): ReadAnswers {
  return (question) => readings?.get(question)?.answers[0]?.answers;
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
      `--where: no question "${question}"${near === undefined ? '.' : `; did you mean "${near}"?`}`,
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
    const near = meantBy(option, labels).map((label) => `"${label}"`);
    throw new UserError(
      `--where: question "${question}" has no option "${option}"${near.length === 0 ? '.' : `; did you mean ${near.join(' or ')}?`}`,
      `Its options are ${labels.map((label) => `"${label}"`).join(', ')}.`,
    );
  }
  return { question, option: found.label };
}

/** The options that were probably meant: the nearest, or those of which a word is near. */
function meantBy(option: string, labels: readonly string[]): readonly string[] {
  const near = nearestLabel(option, labels);
  if (near !== undefined) return [near];
  return labels.filter((label) =>
    nearest(
      option,
      label.split(' ').filter((word) => word.length > 3),
    ),
  );
}
