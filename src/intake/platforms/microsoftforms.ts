import { tidy } from '../blank.ts';
import { labelsIn } from '../headers/first-rows.ts';
import { hasHeaders, plainHeading, roleOf, rolesBy } from '../headers/headings.ts';
import type { Heading, Platform } from '../headers/layout.ts';

const roles = rolesBy({
  id: 'id',
  submitted: 'completion time',
  personal: 'email | name',
  technical: 'start time | language | last modified time | total points | quiz feedback',
});

/** How a quiz in Spanish heads all its points; no other language was seen. */
const points = 'total de puntos';

/**
 * When the form was opened and sent, and by whom, as Microsoft Forms calls that in other languages: the first
 * is confirmed.
 */
const translated = (
  [
    [
      'hora de inicio',
      'hora de finalización',
      'correo electrónico | nombre',
      'hora de la última modificación',
    ],
    ['heure de début', 'heure de fin', 'adresse de messagerie | nom', 'heure de la dernière modification'],
    ['startzeit', 'fertigstellungszeit', 'e-mail | name', 'zeitpunkt der letzten änderung'],
  ] as const
).map(([start, end, personal, modified]) => {
  const technical = `${start} | ${modified} | ${points} | comentarios del cuestionario`;
  return { start, end, roles: rolesBy({ id: 'id', submitted: end, personal, technical }) };
});

/** The language of these headers, where it is one of those. */
function languageOf(headers: readonly string[]) {
  return translated.find(({ start, end }) => hasHeaders(headers, ['id', start, end]));
}

/** Only the columns before the first question are about the respondent: "Name" may be a question too. */
const LEADING = 8;

/** Where its first column is: a program or a person may have numbered the rows in one before it. */
function startOf([first = '']: readonly string[]): number {
  return /^#?$/u.test(tidy(first)) ? 1 : 0;
}

/** What a quiz adds to each question. */
const marks = /^(?:points|feedback) - /iu;
const spanishMarks = /^(?:puntos|comentarios): /iu;

/** Microsoft Forms: one row; a statement of a Likert grid stands alone, without its question; answers end with ";". */
export const microsoftforms: Platform = {
  title: 'Microsoft Forms',
  recognise: ([headers = []]) => {
    const own = headers.slice(startOf(headers)).slice(0, 3);
    if (hasHeaders(own, ['start time', 'completion time']))
      return 'the columns Start time and Completion time';
    const [, start, end] = own.map(tidy);
    return languageOf(own) === undefined ? undefined : `the columns ${start} and ${end}`;
  },
  layOut([headers = []]) {
    const known = new Set(labelsIn(headers));
    const start = startOf(headers);
    const leading = headers.slice(start, start + LEADING);
    const own = languageOf(leading.slice(0, 3))?.roles ?? roles;
    const quiz = hasHeaders(leading, [points]) ? spanishMarks : marks;
    const headings = headers.map((header, column): Heading => {
      if (column < start) return plainHeading(header, 'technical');
      const role = column < start + LEADING ? roleOf(header, own) : undefined;
      const plain = plainHeading(header, quiz.test(tidy(header)) ? 'technical' : role);
      // The second question of the same words has a 2 behind it.
      const first = tidy(header).replace(/(?<=\D)[2-9]$/u, '');
      return known.has(first) ? { ...plain, question: first } : plain;
    });
    return { headerRows: 1, headings, separator: ';' };
  },
};
