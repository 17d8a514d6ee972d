import type { Analysis, Breakdown } from '../analysis.ts';
import { isByAnswers } from '../breakdowns.ts';

/** A group of people all of whom gave the same answer to an item, or answers of one net. */
export interface UnanimousGroup extends Pick<Breakdown, 'question' | 'item' | 'byQuestions'> {
  readonly group: string;
  readonly answer: string;
  /** How many they are. */
  readonly count: number;
}

/**
 * The groups all of whom gave the same answer, where that is shown and not all respondents gave it: of whoever is known to be in the
 * group the answer is known.
 */
export function unanimousGroups({ breakdowns }: Pick<Analysis, 'breakdowns'>): UnanimousGroup[] {
  const ofPeople = breakdowns.filter(isByAnswers);
  return ofPeople.flatMap(({ question, item, byQuestions, total, groups }) =>
    groups.flatMap((group) => {
      const answer = answerOfAll(group);
      if (answer === undefined || answer.label === answerOfAll(total)?.label) return [];
      return [{ question, item, byQuestions, group: group.label, answer: answer.label, count: answer.count }];
    }),
  );
}

/** The option that everybody chose who is in the base, or else the net that all their answers are in. */
function answerOfAll({
  options,
  nets,
  states,
}: Breakdown['total']): { label: string; count: number } | undefined {
  const { option: count, outside, blank, notAsked, invalid } = states;
  const isEverybody = [outside, blank, notAsked, invalid].every((others) => others === 0);
  if (count === null || count === 0 || !isEverybody || options.length < 2) return undefined;
  const found = [...options, ...nets].find(({ figure }) => figure.count === count);
  return found && { label: found.label, count };
}
