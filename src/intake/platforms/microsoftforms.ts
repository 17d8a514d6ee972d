import { tidy } from '../blank.ts';
import { type Roles, hasHeaders, plainHeading, roleOf } from '../headings.ts';
import type { Heading, Platform } from '../layout.ts';

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
    const headings = headers.map((header, column): Heading => {
      const role = column < LEADING ? roleOf(header, roles) : undefined;
      return plainHeading(header, marks.test(tidy(header)) ? 'technical' : role);
    });
    return { headerRows: 1, headings, separator: ';' };
  },
};
