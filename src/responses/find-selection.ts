import { UserError } from '../intake/user-error.ts';
import { fold, nearest } from '../survey/labels/labels.ts';
import { nearestLabel } from '../survey/labels/near-label.ts';
import type { Survey } from '../survey/survey.ts';
import type { Answers, Selection } from './responses.ts';

/** The option that a selection names, by label or id, as its label. */
export function findSelection(
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
