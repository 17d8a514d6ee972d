import { tidy } from '../../intake/blank.ts';
import { extentOf } from '../../intake/extent.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { Heading, Role } from '../../intake/headers/layout.ts';
import { fold } from '../labels/labels.ts';
import { isContact } from '../labels/own-words.ts';
import { type ColumnFacts, areMostly, countOf } from './facts.ts';
import { isProfile } from './profile.ts';
import { matchScale } from './scale-match.ts';
import { asksWho, isDetail, keptUnder, roleOfWords, saysWeight } from './header-words.ts';

/** What begins with a date, however it is written. */
export const date =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|^\d{4}-?\d{2}-?\d{2}|^\d{1,2}[ -]\p{L}{3,}[ -]\d{2,4}|^\p{L}{3,9}\.? \d{1,2},? \d{4}/u;
const yesOrNo = /^(?:yes|no|y|n|x|0|1|true|false|checked|unchecked|selected|not selected)$/u;

/** What a heading says that its column is for, before anybody has looked at the cells. */
export function roleOfHeading(heading: Heading): Role | undefined {
  if (heading.role !== undefined || heading.part !== undefined) return heading.role;
  return roleOfWords(heading.question);
}

/** What columns are for that hold no answer: as the platform says, else by their headers and what they hold. */
export function rolesOf(columns: readonly ColumnFacts[]): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  for (const column of columns) {
    const role = roleOfColumn(column);
    if (role !== undefined) roles.set(column.position, role);
  }
  const shared = columns.find(tellsApart);
  if (shared !== undefined && ![...roles.values()].includes('id')) roles.set(shared.position, 'id');
  const parts = columns.filter(({ heading: { part, role } }) => part !== undefined && role === undefined);
  for (const ofQuestion of groupBy(parts, ({ heading }) => heading.question).values())
    for (const { position } of detailsAmong(ofQuestion)) roles.set(position, 'personal');
  return roles;
}

function roleOfColumn(facts: ColumnFacts): Role | undefined {
  const { heading, sample } = facts;
  const role = roleOfHeading(heading);
  if (heading.role === undefined && tellsWho(sample)) return 'personal';
  if (role === undefined && countsRows(facts)) return 'technical';
  if (role === 'id' && areShortened(facts)) return 'technical';
  if (heading.role !== undefined || heading.part !== undefined) return role;
  return role === undefined ? roleOfCells(facts) : confirmedRole(role, facts);
}

/** The role that the words of a header give to a column, if its cells agree. */
function confirmedRole(role: Role, facts: ColumnFacts): Role | undefined {
  const { labels, filled, sample, records, areIds } = facts;
  if (isRated(facts)) return undefined;
  const areDates = filled > 0 && sample.every((value) => date.test(tidy(value)));
  const areFew = labels.length > 0 && labels.length <= 12;
  switch (role) {
    case 'id':
      if (areIds !== true && (!areDistinct(facts) || filled < 2)) return undefined;
      // An id that most go without, or have in common, tells nobody apart.
      return areDistinct(facts) && filled * 2 > records ? role : 'technical';
    case 'submitted':
      return areDates ? role : undefined;
    case 'status':
      // "Completed" may be the day.
      if (areDates) return 'submitted';
      return areFew ? role : undefined;
    case 'channel':
      return areFew ? role : undefined;
    case 'personal':
      // Under “E-mail” or “Surveyor” may be how people rate theirs.
      return isBox(facts) || matchScale(labels, '') !== undefined ? undefined : role;
    case 'technical':
      return areAnswers(facts) ? undefined : role;
    default:
      return role;
  }
}

/** Whether people rated what the header says, as their “Payment method” or “Language”: no program writes “Very satisfied”. */
function isRated({ labels }: ColumnFacts): boolean {
  const match = matchScale(labels, '');
  return match !== undefined && match.scale !== 'yes-no';
}

/** A date, a time, the number that a program or a spreadsheet keeps one as, or what that shows where there is no room for it. */
const time = /\d[-/.:]\d|\d{4}|^#+$/u;

/** Whether a column holds answers that several gave, though its header is that of one of times, figures or names. */
function areAnswers(facts: ColumnFacts): boolean {
  const { heading, filled, sample, labels } = facts;
  const kept = keptUnder(heading.question);
  if (kept === undefined || filled === 0 || areDistinct(facts)) return false;
  if (kept !== 'names') return !sample.some((value) => (kept === 'times' ? time : /\d/u).test(value.trim()));
  const areWords = labels.some(({ label }) => /\p{L}/u.test(label));
  return areWords && (isBox(facts) || matchScale(labels, '') !== undefined);
}

/** The role of a column whose header gives it none, by its cells and what was asked. */
function roleOfCells(facts: ColumnFacts): Role | undefined {
  const { heading, labels, filled, sample, position } = facts;
  // Rows that somebody numbered or named, under no header; words further on are answers.
  const isOfRows = position === 0 || sample.every((value) => /^\d+$/u.test(value.trim()));
  if (tidy(heading.question) === '' && isOfRows && areDistinct(facts) && filled > 1) return 'technical';
  if (saysWeight(heading.question) && areWeights(sample)) return 'technical';
  const isOne = labels.length === 1 || !areDistinct(facts) || sample.some((value) => value.length > 120);
  return asksWho(heading.question) && !isOne ? 'personal' : undefined;
}

/** Whether hardly any answer was given twice. */
function areDistinct({ distinct, filled }: ColumnFacts): boolean {
  return distinct >= filled * 0.9;
}

/** Whether several files hold the same in a column, each of them everything once, in the form of ids. */
function tellsApart({ heading, filled, records, distinct, labels, known, sample }: ColumnFacts): boolean {
  const { name, part, question } = heading;
  if (part !== undefined || roleOfHeading(heading) !== undefined) return false;
  if (name.endsWith('?') || isProfile(question)) return false;
  const areShared = known && distinct >= Math.max(records, 20) && labels.length <= filled * 0.75;
  return areShared && sample.every((value) => /^\S{0,20}\d\S{0,20}$/u.test(value.trim()));
}

/** Whether most ids are what a spreadsheet leaves of a long number: other long ones look the same. */
function areShortened({ labels, sample, filled, distinct, known }: ColumnFacts): boolean {
  const isShort = (id: string): boolean => /^\d(?:[.,]\d+)?E\+\d+$/u.test(id);
  if (known) return countOf(labels.filter(({ label }) => isShort(label))) * 2 > filled;
  return distinct * 2 < filled && areMostly(sample, 1, isShort);
}

/** Whether numbers are what responses weigh: a response weighs about 1, and no person does. */
function areWeights(sample: readonly string[]): boolean {
  const mean = sample.reduce((sum, value) => sum + Number(value), 0) / sample.length;
  return mean > 0.3 && mean < 3;
}

/** Whether a column numbers the rows, or what was sent: whole numbers close together, hardly one of them twice. */
function countsRows({ heading, labels, known, filled, distinct, records, sample }: ColumnFacts): boolean {
  if (!known || filled < records || filled < 20 || distinct < filled * 0.99 || /\?\s*$/u.test(heading.name))
    return false;
  if (!sample.every((value) => /^\d+(?:\.0)?$/u.test(value.trim()))) return false;
  const numbers = labels.map(({ label }) => Number(label));
  const [least, most] = extentOf(numbers);
  return numbers.every(Number.isInteger) && most - least < filled * 2;
}

/** Whether a column only says whether something was chosen: an option of that name, ticked or not. */
function isBox({ heading, labels, known, filled }: ColumnFacts): boolean {
  const own = fold(heading.part ?? heading.question);
  return known && filled > 0 && labels.every(({ folded }) => folded === own || yesOrNo.test(folded));
}

/** The parts of a question in which somebody leaves their details: a name, an address, a telephone number. */
function detailsAmong(parts: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const details = parts.filter(({ heading }) => isDetail(heading.part ?? '') !== undefined);
  const telling = details.filter(({ heading }) => isDetail(heading.part ?? '') === 'personal');
  const isTold =
    asksWho(parts[0]?.heading.question ?? '') ||
    telling.some(({ filled, distinct }) => filled > 0 && distinct >= filled * 0.5) ||
    details.every(({ filled }) => filled === 0);
  const isAsked = telling.length > 0 && isTold && !details.some(isBox);
  if (!isAsked) return [];
  const areAbout = details.length > 1 || details.length === parts.length;
  return areAbout ? details : telling.filter(({ filled, distinct }) => distinct > filled * 0.5);
}

/** Whether cells hold e-mail addresses or telephone numbers, whatever was asked. */
function tellsWho(sample: readonly string[]): boolean {
  return areMostly(sample, 0.9, isContact);
}

/** The words of a status column that say that a response was finished, and those that say that it was a test. */
export function statusWords({ labels }: ColumnFacts): {
  readonly complete: string[];
  readonly test: string[];
} {
  const matching = (words: RegExp): string[] =>
    labels.filter(({ folded }) => words.test(folded)).map(({ label }) => label);
  return {
    complete: matching(/^(?:completed?|finished|submitted|true|yes|1|100)$/u),
    test: matching(/\b(?:preview|test)\b/u),
  };
}
