import { isBlank, tidy } from '../../intake/blank.ts';
import { shortened } from '../labels/labels.ts';
import type { Claims } from './claims.ts';
import type { Question, Survey } from '../survey.ts';

/**
 * A survey in which what a definition calls by the number of its column alone ("#12", with no label and no text) has the
 * header that stands there in this export.
 */
export function withHeaders(survey: Survey, { questions, headings }: Claims): Survey {
  return {
    ...survey,
    questions: survey.questions.map((question) => {
      const columns = questions.get(question.id) ?? [];
      const nameOf = (text: string, nth: number) => {
        const header = headings[columns[nth] ?? -1]?.name ?? '';
        const isNumber = /^#[1-9]\d*$/u.test(text) && text === question.items[nth]?.columns[0];
        return isNumber && !isBlank(header) ? shortened(tidy(header)) : text;
      };
      const items = question.items.map((item, nth) => ({ ...item, label: nameOf(item.label, nth) }));
      return { ...question, text: nameOf(question.text, 0), items } as Question;
    }),
  };
}
