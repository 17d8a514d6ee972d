import { tidy } from '../../intake/blank.ts';
import type { Heading, Role } from '../../intake/layout.ts';
import type { ColumnFacts } from './facts.ts';

/** Headers under which forms and spreadsheets keep what is no answer, where the platform does not say. */
const headers: readonly (readonly [Role, RegExp])[] = [
  [
    'id',
    /^(?:(?:response|respondent|submission|record|participant|unique|survey|entry|case) ?)?(?:id|reference|ref|number|no|uuid)$/u,
  ],
  [
    'submitted',
    /^(?:timestamp|date ?(?:submitted|received)|submission (?:date|time)|submitted(?: at| on)?|completed (?:at|on)|completion (?:time|date)|end ?date|recorded ?date|date|date of response)$/u,
  ],
  ['status', /^(?:(?:response|submission|completion) )?status$|^finished$|^completed?$/u],
  ['channel', /^(?:channel|mode|source|method|how received|received by|collection method)$/u],
  [
    'personal',
    /^(?:your )?(?:e-?mail(?: address)?|(?:full |first |last |sur|fore)?name|(?:tele|mobile )?phone(?: number)?|(?:postal )?address(?: line \d)?|date of birth|ip(?: ?address)?|latitude|longitude|user ?name)$/u,
  ],
  [
    'technical',
    /^(?:start ?(?:date|time)|date started|duration.*|time taken.*|user ?agent|browser|session ?id|referr?er(?: url)?|(?:user ?)?language|seed|collector ?id|weight(?:ing|s)?|row|index|(?:.* )?seq(?:uence)?(?: ?(?:#|no|number))?|web ?page|url)$/u,
  ],
];

/** Words in a header that ask for what tells one person from all others. */
const personalWords =
  /\be-?mail\b|\b(?:phone|telephone|mobile) number\b|\byour (?:full )?name\b|\bcontact details\b|\bhome address\b/u;

const date = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|^\d{4}-?\d{2}-?\d{2}|^\d{1,2} \p{L}{3,} \d{4}/u;

/** What a heading says that its column is for, before anybody has looked at the cells. */
export function roleOfHeading(heading: Heading): Role | undefined {
  if (heading.role !== undefined || heading.part !== undefined) return heading.role;
  const header = plainHeader(heading);
  return headers.find(([, words]) => words.test(header))?.[0];
}

function plainHeader({ question }: Heading): string {
  return question
    .toLowerCase()
    .replace(/(?<=\p{L})[_-](?=\p{L})/gu, ' ')
    .replace(/[?:.*]+$/u, '');
}

/** What a column is for, where it holds no answer: as the platform says, else by its header and what it holds. */
export function roleOfColumn(facts: ColumnFacts): Role | undefined {
  const { heading, labels, filled, distinct, sample, records } = facts;
  const role = roleOfHeading(heading);
  if (heading.role === undefined && areAddresses(sample)) return 'personal';
  if (heading.role !== undefined || heading.part !== undefined) return role;
  const areDistinct = distinct >= filled * 0.9;
  switch (role) {
    case 'id':
      if (!areDistinct || filled < 2) return undefined;
      // An id that most go without tells nobody apart.
      return filled * 2 > records ? role : 'technical';
    case 'submitted':
      return filled > 0 && sample.every((value) => date.test(tidy(value))) ? role : undefined;
    case 'status':
    case 'channel':
      return labels.length > 0 && labels.length <= 12 ? role : undefined;
    case undefined: {
      const header = plainHeader(heading);
      // Rows that somebody numbered, under no header.
      if (header === '' && areDistinct && filled > 1) return 'technical';
      return personalWords.test(header) && areDistinct && labels.length !== 1 ? 'personal' : undefined;
    }
    default:
      return role;
  }
}

/** Whether cells hold e-mail addresses, whatever was asked. */
function areAddresses(sample: readonly string[]): boolean {
  const addresses = sample.filter((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value.trim()));
  return sample.length > 0 && addresses.length >= sample.length * 0.9;
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

const profileWords =
  /\bage\b|\bhow old\b|\bgender\b|\bsex\b|\bsexual\b|\bethnic|\brace\b|\bdisab|\bimpairment|\breligio|\bfaith\b|\bbelief\b|\bmarital\b|\bmarried\b|\bpregnan|\bmaternity\b|\bpost ?code\b|\bnationality\b|\btransgender\b|\bcarer\b|\bcaring responsib|\bincome\b|\beducation\b|\bqualification|\bemployment status\b|\bwhere do you live\b|\bwhich ward\b|\blocation\b|\bfirst language\b|\blong-term (?:health|illness)/iu;

/** Whether a question is about the person who answers rather than about their view. */
export function isProfile(question: string): boolean {
  return question.length <= 200 && profileWords.test(question);
}

const capacityWords =
  /\bbest describes? (?:you|your|who)|\bwhich describes you\b|\bin what capacity\b|\b(?:responding|answering|replying) (?:as|on behalf)\b|\brespondent type\b|\btype of respondent\b|\bon behalf of\b|\bare you (?:a|an)\b.{0,40}\bor\b|\bwhat is your (?:main )?role\b|^role$/iu;

/** Whether a question asks in what capacity somebody answers: by it the others can be broken down. */
export function asksCapacity(question: string): boolean {
  return question.length <= 300 && capacityWords.test(question);
}
