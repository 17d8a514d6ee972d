import type { Survey } from '../survey/survey.ts';
import { findCampaigns, readTexts } from './alike/campaigns.ts';
import { type ReadAnswers, type Removal, applyExclusions, keepGroup, settle } from './exclusions.ts';
import { findSelection } from './find-selection.ts';
import type { Readings } from './questions/question-reading.ts';
import { readQuestions } from './questions/read-questions.ts';
import type { PlacedExport, Records } from './respondents/records.ts';
import type { Selection } from './responses.ts';

/** Which records are left, and what they answered. */
export interface KeptAnswers {
  readonly removal: Removal;
  readonly readings: Readings;
  /** What was answered before any rule removed a record, where a rule is about answers. */
  readonly before: Readings | undefined;
  /** The group that is looked at. */
  readonly chosen: Selection | undefined;
  /** All records that would be looked at without it, where they are raked: a group alone is too little to have margins. */
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
