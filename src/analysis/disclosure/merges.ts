import type { Analysis, Distribution } from '../analysis.ts';
import type { Note } from '../note.ts';
import type { SmallGroups } from './hidden.ts';
import { isDeclined } from './limits.ts';

type Suggestion = Extract<Note, { code: 'merge-to-show' }>;

/**
 * Where answers that are counted as one may hide less, by what is seen to be hidden and nothing else: the hidden answers of a profile
 * of which something is shown, and groups of which more than half is hidden, but for those that are said to be `small`.
 */
export function mergesToShow(
  { questions, breakdowns }: Pick<Analysis, 'questions' | 'breakdowns'>,
  small: readonly SmallGroups[],
): Suggestion[] {
  const choices = questions.filter(({ id, kind }) => kind === 'choice' && !small.some(({ by }) => by === id));
  return choices.flatMap(({ id, profile, items }): Suggestion[] => {
    const options = items.flatMap((item) => item.options);
    const hidden = profile ? options.filter(({ figure }) => figure.count === null) : [];
    const isShown = options.some(({ figure }) => figure.count !== null && figure.count > 0);
    if (hidden.length > 0)
      return isShown
        ? [{ code: 'merge-to-show', question: id, answers: labelsOf(hidden), as: 'answers' }]
        : [];
    const groups = breakdowns.filter(({ by }) => by === id).flatMap((one) => one.groups);
    const mostly = labelsOf(groups).filter((label) =>
      isMostlyHidden(groups.filter((group) => group.label === label)),
    );
    return mostly.length > 0 ? [{ code: 'merge-to-show', question: id, answers: mostly, as: 'groups' }] : [];
  });
}

/** Each label once; whoever would not say is no group with anybody else. */
function labelsOf(those: readonly { readonly label: string }[]): string[] {
  return [...new Set(those.map(({ label }) => label))].filter((label) => !isDeclined(label));
}

function isMostlyHidden(distributions: readonly Distribution[]): boolean {
  const figures = distributions.flatMap(({ options, nets }) => [...options, ...nets]);
  return 2 * figures.filter(({ figure }) => figure.count === null).length > figures.length;
}
