import { UserError } from '../../intake/user-error.ts';
import { fold } from '../labels/labels.ts';
import type { Question, Survey } from '../survey.ts';
import type { Claims } from './claims.ts';

type Claimed = Pick<Claims, 'questions' | 'split' | 'names' | 'headings'>;

/**
 * Throws a `UserError` where a definition gives a column to what it cannot be: to two questions that would
 * count it in one way, which shows the answers to one under the words of the other; or to an option of which
 * its header names another.
 */
export function refuseColumnFaults(survey: Survey, claimed: Claimed): void {
  refuseSameTwice(survey, claimed);
  for (const question of survey.questions) {
    if (claimed.split.has(question.id)) refuseSwapped(question, survey, claimed);
  }
}

function refuseSameTwice(survey: Survey, { questions, split, names }: Claimed): void {
  const taken = new Map<string, string>();
  for (const question of survey.questions) {
    if (split.has(question.id)) continue;
    const how = countedAs(question);
    for (const column of questions.get(question.id) ?? []) {
      const key = `${column} ${how}`;
      const other = taken.get(key);
      if (other !== undefined) {
        throw new UserError(
          `${placeOf(names[column] ?? '', survey)}: column "${names[column]}" is counted twice, for question "${other}" and for question "${question.id}"`,
          'Give one of them the column with its own answers, or delete it.',
        );
      }
      taken.set(key, question.id);
    }
  }
}

/** All of a question that decides what its column counts as. */
function countedAs(question: Question): string {
  const { kind, base, profile, asked } = question;
  const scale = kind === 'scale' ? question.scale.name : '';
  const options = 'options' in question ? question.options : undefined;
  const merged = kind === 'choice' && question.merged ? [...question.merged] : [];
  const separator = kind === 'multiple' ? question.separator : '';
  return JSON.stringify([kind, base, profile, asked, scale, options, merged, separator]);
}

function refuseSwapped(question: Question, survey: Survey, { questions, headings, names }: Claimed): void {
  const labels = ('optionColumns' in question ? question.optionColumns : undefined)?.map(
    ({ label = '' }) => label,
  );
  const isOption = new Map(labels?.map((label) => [fold(label), label]));
  const columns = questions.get(question.id) ?? [];
  const own = ownParts(columns.map((column) => headings[column]?.name ?? ''));
  for (const [nth, column] of columns.entries()) {
    const part = headings[column]?.part ?? own[nth] ?? '';
    const [label, said] = [labels?.[nth] ?? '', isOption.get(fold(part))];
    if (said === undefined || fold(said) === fold(label) || !/\p{L}/u.test(said)) continue;
    throw new UserError(
      `${placeOf(names[column] ?? '', survey)}: question "${question.id}" has column "${names[column]}" for option "${label}", though "${said}" is another of its options`,
      '"options" must stand in the same order as "columns".',
    );
  }
}

/** What each header says after the words with which all of them begin. */
function ownParts(headers: readonly string[]): string[] {
  const [first = ''] = headers;
  let same = 0;
  while (same < first.length && headers.every((one) => one[same] === first[same])) same++;
  const begin = /^.*[^\p{L}\p{N}]/su.exec(first.slice(0, same))?.[0].length ?? 0;
  return headers.map((header) => header.slice(begin));
}

function placeOf(header: string, { places, file }: Survey): string {
  return places.get(header) ?? file;
}
