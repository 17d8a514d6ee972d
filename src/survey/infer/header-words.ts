import type { Role } from '../../intake/headers/layout.ts';

/** The number of a question in front of its text: "8.", "Q8:", "Question 3.1)", "a)". */
const numbering =
  /^(?:q(?:uestion)?\.?\s*)?\d+[a-z]?(?:\.\w{1,3})*[.):]?\s+|^q\d+[a-z]?[.:)-]?\s*|^[a-z][.)]\s+/iu;

/** A header without the number of its question. */
function unnumbered(header: string): string {
  return header.replace(numbering, '') || header;
}

/**
 * What is left of a header, in lower case, without its number, the brackets and the marks at its end, and with spaces
 * between its words: "8. Full name (optional)*" is "full name". Both halves of a bilingual one.
 */
function plainHeaders(header: string): readonly string[] {
  const words = unnumbered(header)
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replace(/(?<=\p{L}{2})[_-](?=\p{L})|_+/gu, ' ');
  const plain = (text: string): string =>
    text
      .replace(/[\s?:.*…]+$/u, '')
      .replace(/\s*[([][^()[\]]*[)\]]$/u, '')
      .replace(/[\s?:.*…]+$/u, '')
      .trim();
  return [words, ...words.split(/\s[/|]\s?|\s?[/|]\s/u).slice(0, 4)].map(plain);
}

const ask =
  "(?:(?:please |kindly )?(?:give|enter|provide|state|add|leave|supply|tell) (?:us )?|what(?: i|’|')s |what are )?";
const whose = "(?:(?:your|the|my|respondent(?:’|')?s?|participant(?:’|')?s?|contact|customer) )*";
const number = '(?: ?(?:no|num|number|details))?';
const name =
  '(?:(?:user|author|contributor|submitter) )?(?:full |first |last |family |given |middle |preferred |user ?|screen |login |display |fore|sur|first|last|full)?names?';
const email = 'e[- ]?mails?(?: address(?:es)?)?';
const phone = `(?:home |work |daytime |evening |mobile |contact )*(?:(?:tele)?phone|tel\\.?|mobile)(?: phone)?${number}`;
const address =
  '(?:(?:home|postal|street|full|mailing|property) )*address(?:es)?(?: ?(?:line ?)?(?:one|two|three|\\d))?';
const others = [
  '(?:date of birth|dob|birth ?date)',
  '(?:house|flat|door)(?: ?(?:name|number|no|/|or|and|&))+',
  '(?:nhs|national insurance|ni) (?:no|number)',
  '(?:contact (?:no|number|details|information)|signature|login|(?:(?:gps|home|location:?) )*(?:latitude|longitude)|ip(?: ?address)?)',
  // Welsh.
  '(?:eich |dy )?(?:enw(?: llawn| cyntaf| olaf)?|cyfenw|(?:cyfeiriad )?e[- ]?bost|cyfeiriad(?: cartref| post)?|(?:rhif )?ff[oô]n(?: symudol)?|dyddiad geni|manylion cyswllt)',
].join('|');
const what = `(?:${name}|${email}|${phone}|${address}|${others})`;

/** Headers that ask for what tells one person from all others, and for nothing else. */
const personal = new RegExp(`^${ask}${whose}${what}(?: ?(?:and|or|&|/|,) ?${whose}${what})*$`, 'u');

/** What stands beside such columns where a form asks for an address or for somebody's details. */
const beside =
  /^(?:company|organisation|organization|job title|title|city|town|city ?\/ ?town|town ?\/ ?city|county|state|region|state ?\/ ?province|country|(?:zip|postal|post ?code|zip ?\/ ?postal)(?: code)?|postcode)$/u;

/** Words in a longer header that ask for it. */
const asksForPersonal =
  /\be[- ]?mail\b|\b(?:phone|telephone|mobile|contact) number\b|\b(?:your|full) (?:full )?name\b|\bcontact details\b|\b(?:home|postal|your|full) address\b|\bdate of birth\b|\beich enw\b|\bmanylion cyswllt\b/u;

/** A pattern for all of a text: that is any of these. */
function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

const responses =
  'response|respondent|submission|contribution|reply|feedback|questionnaire|record|participant|survey|entry|case|serial|internal|unique';

/** Headers under which forms and spreadsheets keep what is no answer, where the platform does not say. */
const kept: readonly (readonly [Role, RegExp])[] = [
  [
    'id',
    anyOf(
      `(?:(?:(?:what is )?your )?(?:${responses}) ?)?(?:id|identifier|reference|ref|number|no|uuid)`,
      '(?:unique response|(?:unique )?ref(?:erence)?|(?:paper )?form) (?:number|no)|serial',
      'id de (?:la )?r(?:espuesta|éponse)|antwort id|rhif(?: cyfeirnod)?|cyfeirnod',
    ),
  ],
  [
    'submitted',
    anyOf(
      'time ?stamp|date|id\\.end ?date',
      '(?:entry|response|reply|end|recorded) ?date',
      'date ?(?:submitted|received|returned|entered|of (?:submission|response|contribution|reply|receipt))',
      '(?:submission|submit|submitted|completion|received) ?(?:date|time)',
      '(?:submitted|received|returned)(?: at| on)?|completed (?:at|on|date)|created at',
      'dyddiad(?: derbyn| cyflwyno)?',
    ),
  ],
  [
    'status',
    anyOf('(?:(?:response|submission|completion) )?(?:status|progress)', 'response type|finished|completed?'),
  ],
  ['channel', anyOf('channel|mode|source|method|how received|received by|collection method')],
  [
    'personal',
    // Who wrote the answers down; or it is asked how people rate theirs, as the cells tell.
    anyOf(
      '(?:(?:senior|lead) )?(?:surveyor|enumerator|interviewer|data collector|fieldworker)(?: ?(?:name|id|code|no|number))?',
      '(?:name|id) of (?:the )?(?:surveyor|enumerator|interviewer|data collector|fieldworker)',
      '(?:entered|typed|keyed|input(?:ted)?|interviewed|surveyed|submitted) (?:in )?by',
    ),
  ],
  [
    'technical',
    anyOf(
      'id\\.(?!end ?date).*|user ip|device type|operating system|user ?agent|browser|(?:user ?|start ?)?language|.*recaptcha.*score',
      'source url|referr?er(?: url)?|web ?page|url|(?:submission|edit|form|survey) (?:url|link)',
      'collector(?: name)?|payment (?:amount|date|status|method)|custom (?:data|variable) ?\\d*',
      // What was made of it.
      'ending|total points|quiz feedback|(?:points|feedback) - .*',
      'submitted to consultation|consultation (?:name|title)|published|tags?',
      "(?:analyst|internal|admin|moderator)(?:’s|'s|s’|s')? notes?",
      '(?:flow|contribution|approval|moderation|publication|workflow) status',
    ),
  ],
];

/** Under these there are times, figures or names; a question may be called so as well, as its cells tell. */
const keptAs: readonly (readonly [Kept, RegExp])[] = [
  [
    'times',
    anyOf(
      'start(?:ed)? ?(?:date|time|at|on)?|date started|stage date',
      'date (?:updated|created|modified)|(?:last )?(?:updated?|modified)(?: (?:date|time|at|on))?',
      'created(?: on)?|creation (?:date|time)',
      'last (?:action|edited)(?: date| time)?|grade posted time',
    ),
  ],
  [
    'figures',
    anyOf(
      '(?:duration|time (?:taken|spent))(?: (?:total|ms|to answer|answering|to submit|filling in|by respondent)|(?: - |/)seconds)?',
      '(?:duration|time (?:taken|spent)) (?:(?:in|to|of|on|for) )?(?:fill (?:in|out) )?(?:(?:the|this) )?(?:online )?(?:(?:milli)?seconds?|minutes?|complet|survey|questionnaire|form|page|response|session|interview).*',
      'weighting|weights|row|index|(?:.* )?seq(?:uence)?(?: ?(?:#|no|number))?',
    ),
  ],
  [
    'names',
    anyOf(
      'token|seed|session ?id|(?:transaction|post) id',
      '(?:collector|network|form|survey|consultation|project|contact|user|author|device) ?id|uid|ip ?hash',
      'invitation number|last page accessed',
      '(?:created|(?:last )?(?:updated?|modified)) by',
    ),
  ],
];

type Kept = 'times' | 'figures' | 'names';

/** What stands under such a header, if it is one. */
export function keptUnder(header: string): Kept | undefined {
  const plain = plainHeaders(header);
  return keptAs.find(([, words]) => plain.some((one) => words.test(one)))?.[0];
}

/** What a header says that its column is for, before anybody has looked at the cells. */
export function roleOfWords(header: string): Role | undefined {
  const plain = plainHeaders(header);
  if (plain.some((words) => personal.test(words)) || asksForDetail(header)) return 'personal';
  const role = kept.find(([, words]) => plain.some((one) => words.test(one)))?.[0];
  return role ?? (keptUnder(header) === undefined ? undefined : 'technical');
}

/** Whether a question about somebody stands before one of its details, “What is your name? - Name”, or one such before it: “Address - Post code”. */
function asksForDetail(header: string): boolean {
  const [question = '', part, more] = header.split(' - ');
  if (part === undefined || more !== undefined || !plainHeaders(question).some((one) => personal.test(one)))
    return false;
  return /\byour\b|\?/iu.test(question) || isDetail(part) !== undefined || asksWho(part);
}

/** Whether a column may hold what each response weighs: or it may be what a person weighs, which its cells tell. */
export function saysWeight(header: string): boolean {
  return plainHeaders(header).includes('weight');
}

/** Whether a part of a question asks for somebody's details, or stands beside one that does. */
export function isDetail(part: string): 'personal' | 'beside' | undefined {
  const plain = plainHeaders(part);
  if (plain.some((words) => personal.test(words))) return 'personal';
  return plain.some((words) => beside.test(words)) ? 'beside' : undefined;
}

/** Whether a text asks for what tells one person from all others, among other words. */
export function asksWho(text: string): boolean {
  return plainHeaders(text).some((words) => asksForPersonal.test(words));
}
