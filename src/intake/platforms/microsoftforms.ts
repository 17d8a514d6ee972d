import { tidy } from '../blank.ts';
import { labelsIn } from '../headers/first-rows.ts';
import { type Roles, hasHeaders, plainHeading, roleOf } from '../headers/headings.ts';
import type { Heading, Platform } from '../headers/layout.ts';

const roles: Roles = {
  id: 'id',
  'start time': 'technical',
  'completion time': 'submitted',
  email: 'personal',
  name: 'personal',
  language: 'technical',
  'last modified time': 'technical',
  'total points': 'technical',
  'quiz feedback': 'technical',
};

/** Only the columns before the first question are about the respondent: "Name" may be a question too. */
const LEADING = 8;

/** What a quiz adds to each question. */
const marks = /^(?:points|feedback) - /iu;

/** Microsoft Forms: one row; a statement of a Likert grid stands alone, without its question; answers end with ";". */
export const microsoftforms: Platform = {
  title: 'Microsoft Forms',
  recognise: ([headers = []]) =>
    hasHeaders(headers.slice(0, 4), ['start time', 'completion time'])
      ? 'the columns Start time and Completion time'
      : undefined,
  layOut([headers = []]) {
    const known = new Set(labelsIn(headers));
    const headings = headers.map((header, column): Heading => {
      const role = column < LEADING ? roleOf(header, roles) : undefined;
      const own = plainHeading(header, marks.test(tidy(header)) ? 'technical' : role);
      // The second question of the same words has a 2 behind it.
      const first = tidy(header).replace(/(?<=\D)[2-9]$/u, '');
      return known.has(first) ? { ...own, question: first } : own;
    });
    return { headerRows: 1, headings, separator: ';' };
  },
};
