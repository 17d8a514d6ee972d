import { fold } from './labels/labels.ts';
import type { Survey } from './survey.ts';

/**
 * The id of the question that somebody named by it, or by its words where no other is asked in them; any
 * other name as it is.
 */
export function questionNamed({ questions }: Pick<Survey, 'questions'>, name: string): string {
  if (questions.some(({ id }) => id === name)) return name;
  const [asked, ...more] = questions.filter(({ text }) => fold(text) === fold(name));
  return asked !== undefined && more.length === 0 ? asked.id : name;
}
