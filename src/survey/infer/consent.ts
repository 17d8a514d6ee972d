import { fold } from '../labels/labels.ts';
import { pairIn } from '../labels/label-pairs.ts';
import type { LabelCount } from './facts.ts';

const agree = '(?:agreed?|consent(?:ed)?|accept(?:ed)?|allow(?:ed)?)';
/** Somebody who speaks, or is spoken to, and agrees, declares or permits. */
const person = `(?:\\b(?:i|you|we)\\b(?: \\w+)? (?:hereby )?${agree}|\\b(?:i|you|please|and) (?:can )?(?:confirm|understand|acknowledge|agree)|\\b(?:i am|i'm|are you|would you be|you are) (?:happy|willing|content)|\\bi (?:do not|don't) ${agree})`;
const use =
  '(?:us(?:ed?|ing)|process(?:ed|ing)?|stor(?:ed?|ing|age)|ke(?:ep|eping|pt)|h(?:old|olding|eld)|shar(?:ed?|ing)|publish(?:ed|ing)?|publication|quot(?:ed?|ing)|collect(?:ed|ing)?|record(?:ed|ing)?|retain(?:ed|ing)?|photograph(?:ed|ing|s|y)?|film(?:ed|ing)?)';
const data =
  '(?:(?:my|your) (?:personal |anonymi[sz]ed |survey )?|the (?=\\w+ (?:i|you) ))(?:data|details|information|answers?|repl(?:y|ies)|responses?|comments?|views|feedback|contributions?|submission|name|words|e-?mail(?: address)?)';
const survey = '(?:survey|consultation|questionnaire|study|research|project|interview|engagement)';

/** A header that says no more than what is agreed to. */
const named = new RegExp(
  `^(?:${[
    '(?:(?:informed |my |your |signed )?(?:consent|declaration|gdpr|data (?:protection|privacy)|privacy|confidentiality|terms(?: (?:and|&) conditions| of use)?|hysbysiad preifatrwydd|preifatrwydd|cydsyniad|datganiad)(?: (?:notice|policy|statement|form|declaration|agreement|consent))?)',
    `(?:(?:consent|permission) (?:to|for)|(?:agree|happy) to(?= be )) (?:be |being )?(?:data )?(?:contact(?:ed)?|marketing|follow[- ]?up|${use})(?: (?:me|you|${data}|data|details|information|name|responses?|comments?))?`,
    'do you consent',
  ].join('|')})$`,
  'u',
);

/** What is done with the answers, and with the person afterwards. */
const objects = [
  'my participation',
  `${use} (?:of )?${data}`,
  `${data}(?: \\w+){0,5} (?:be|being)(?: \\w+)? ${use}`,
  `(?:to|for) (?:\\w+ ){0,3}(?:(?:contact|quote|photograph)(?:ing)? (?:you|me)|be(?:ing)? (?:(?:re-?)?contacted|quoted|photographed))`,
  '(?:to receiv(?:e|ing)|to (?:be|being) sent) (?:\\w+ ){0,3}(?:newsletters?|e-?mails?|updates|news|information)',
  '(?:the|these|our|your) terms(?: above| below| and conditions)?(?:$|[.,;:?!)])',
  'terms (?:and|&) conditions',
  'how (?:my|your) (?:personal )?(?:data|information)',
].join('|');

/** Words that speak of consent wherever they stand. */
const said = [
  `\\b(?:agreed?|consent(?:ed)?|willing|happy|content) to (?:tak(?:e|ing) part|participat(?:e|ing))(?:$|[.,;:?!)]| in (?:this|the|our) (?:\\w+ ){0,2}${survey})`,
  `\\b(?:i|you)(?: have|'ve)? (?:now )?read(?: and \\w+)? (?:the|this|and)\\b`,
  '\\b(?:i|you) (?:give|grant)(?: \\w+){0,2} (?:consent|permission)',
  // What else is consented to may be a plan.
  `\\b(?:i|you|to) consent to (?:(?:be|tak|participat|receiv)\\w*\\b|(?:\\w+ ){0,5}(?:${data}|my|me|above|following|terms|privacy|data|interview)\\b|(?:the|this|our) ${survey}\\b)`,
  '\\b(?:my|your|informed) consent\\b',
  '^(?:photo\\w*|video|data sharing|film\\w*|image|publication|contact|marketing|newsletter|e-?mail)(?:/\\w+)? (?:permission|consent|opt[- ]?(?:in|out))\\b',
  `^${use} (?:of (?=my|your)|(?=my))${data}\\b(?!.* (?:is|are|was|were|will|would|could|should|must|helps?|makes?)\\b)`,
  '\\b(?:would you like|do you w(?:ant|ish)) to (?:join|receive|subscribe to|sign up (?:to|for)|be added to) our (?:\\w+ )?(?:mailing list|newsletter)',
  `\\b(?:may|can) we (?:\\w+ )?(?:contact you|${use} (?:you\\b|this with\\b|${data}))`,
  '\\bby ticking\\b.*\\b(?:i|you)\\b',
  '\\b(?:i|please) confirm (?:that )?(?:i|you)\\b',
  // What a notice is for comes after it: a policy for cameras is a topic.
  "\\b(?:agree|consent|accept|read|understood|understand)(?: (?:to|with|and|the|our|this|your|council's|\\w+'s)){1,3} (?:privacy|data protection|gdpr) (?:notice|policy|statement|terms)\\b(?! (?:for|on|about|is|are|should)\\b)",
  // Welsh.
  `\\bcydsyni|\\bcytuno\\b.*\\b(?:[cg]ymryd rhan|hysbysiad preifatrwydd)|\\bwedi darllen\\b`,
].join('|');

const asked = new RegExp(`${said}|${person}\\b.*\\b(?:${objects})`, 'u');

/** Yes, no, or that somebody agrees or does not, and no more: “No, I do not consent”. */
const answer =
  /^(?:yes|no|ydw|nac ydw|(?:(?:yes|no|ydw|nac ydw),? )?(?:i )?(?:(?:do not |don't |dis)?(?:agree|consent|accept)|(?:rwy'n |rwyf yn |dw i'n )?(?:yn )?(?:anghytuno|cytuno|cydsynio|derbyn)))$/u;

/**
 * Whether somebody agrees to take part, or to what is done with their answers, which is no opinion: the question says so, and
 * all answers are Agree or Disagree, or Yes or No, in some words. An opinion on what a council does
 * with data, or one of which people agree strongly, is none.
 */
export function isConsent(labels: readonly LabelCount[], question: string): boolean {
  const [first] = labels;
  const isYes = labels.length === 1 && /^(?:yes|y|true|ydw|yes ?\/ ?ydw)$/u.test(first?.folded ?? '');
  return (isYes || labels.every(({ folded }) => agrees(folded))) && asksConsent(question);
}

/** Whether a label is agreement or disagreement and no more, in English, Welsh or both. */
function agrees(folded: string): boolean {
  const half = (one: string): string | undefined =>
    answer.test(one) ? String(/\b(?:no|not|nac|don't|dis\p{L}+|anghytuno)\b/u.test(one)) : undefined;
  return answer.test(folded) || pairIn(folded, half) !== undefined;
}

function asksConsent(question: string): boolean {
  const words = fold(question).replace(/^(?:(?:q(?:uestion)? ?)?\d+[a-z]?\b)?[\s\d.):-]+/u, '');
  return named.test(words.replace(/[\s?.:*]+$/u, '')) || asked.test(words);
}
