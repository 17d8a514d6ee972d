import { inWords } from './question-words.ts';

/** What is asked of people to know who answered, in English and in Welsh, with the changes at the start of Welsh words. */
const subjects = [
  'age(?!-friendly)|aged|how old|year (?:of birth|(?:you were|were you) born)|date of birth',
  'gender(?:s| identity)?|sex|trans|transgender|sexuality|sexual(?! (?:misconduct|harassment|assault|abuse|violence|exploitation|offen[cs]es?))|orientation|(?:assigned|registered) at birth',
  'ethnic\\w*|race|nationality|national identity|citizenship|country of birth|where were you born|immigration status',
  'disab\\w*|impairments?|long[- ]?(?:term|standing) (?:health|illness|physical|mental|condition)\\w*|health (?:conditions?|problems?)|medical conditions? (?:do|did) you|(?:have|any) medical conditions?|mental illness\\w*|you (?:currently |ever |ever been |been )?diagnosed with|day[- ]to[- ]day activities|daily activities|physical or mental|deaf|neurodiver\\w*|autis\\w*',
  'religio\\w*|faith|belief|denomination',
  'self[- ]?describe',
  'marital|married|marriage|civil partner\\w*|relationship status|partnership status',
  'pregnan\\w*|maternity|parental leave|given birth|had a baby',
  'carers?|caring responsib\\w*|unpaid care|look after|give any help or support|care for (?:a|an|any|someone|somebody)\\w*',
  '(?:been|were you|was i|are you|grew up|growing up|lived|time) in (?:local authority |foster )?care|care[- ]experienced|care leavers?',
  'armed forces|armed services|veterans?|military|reservist',
  'income|salary|earnings|universal credit|means-tested benefits?|household earn|money (?:do|did|does) (?:you|(?:all )?(?:the )?members of your)',
  'employment|employed|unemployed|(?:working|work|economic) (?:status|situation|activity)|in (?:paid )?(?:work|employment)|retired|occupation|job title',
  'education|qualifications?|tenure|own or rent|rent or own|home ?owner|household (?:composition|size|type)',
  '(?:post|postal|zip) ?codes?|where (?:do you live|are you (?:based|located))|(?:country|continent|region|state|county|town|city|village|area|location) (?:(?:do|did) you (?:currently |mainly |usually )?(?:live|reside)|are (?:you )?(?:currently )?(?:living|based|located))|which ward|your (?:current |home )?location',
  '(?<!\\b(?:in|into|of|than|for|to) my )(?:first|main|primary|native|preferred|home) language|(?:do|can) you speak \\w+|speaks? \\w+ at home',
  // Welsh.
  'oed|oedran|rhyw(?! (?:fath|un|ffordd|beth|bryd|faint|ddydd)\\b)|rhywedd|(?:ch?|g)?yfeiriadedd rhywiol|rhywioldeb|traws(?:ryweddol)?',
  'ethnig\\w*|(?:c|g|ch)enedligrwydd|hunaniaeth genedlaethol|h?anabl\\w*|(?:c|g|ch)yflwr iechyd|gweithgareddau (?:o ddydd i ddydd|bob dydd|dyddiol|pob dydd)',
  '(?:c|g|ch)refydd\\w*|statws priodasol|[pb]riod|partneriaeth sifil|[bf]?eichiog\\w*|mamolaeth|(?:g|ng)?ofalwr|(?:g|ng)?ofalu am|lluoedd arfog|incwm|(?:c|g|ch)yflogaeth|sefyllfa waith',
  '(?:c|g|ch)od ?post|(?:prif|pa|eich|dewis) iaith|iaith (?:gyntaf|ddewisol)|siarad cymraeg',
].join('|');
const subject = new RegExp(`(?<![\\p{L}\\d])(?:${subjects})(?![\\p{L}\\d])`, 'u');

/** A place that is no part of a sentence: where somebody lives, as forms ask for it in short. */
const place = '(?:country|region|state|province|county|district|borough|town|city|ward|area|location)';
const ownPlace = new RegExp(
  `^\\W*(?:q?\\d+[a-z]?[.):]*\\s+)?(?:(?:us|uk|your|census|current|home) )?${place}(?:(?: ?\\/ ?| or )${place})*(?: (?:of residence|where you live|you live in))?(?: \\([^)]*\\))?\\W*$`,
  'u',
);

/** Words that ask the respondents about themselves. */
const aboutYou = new RegExp(
  [
    '\\b(?:are|were) you (?!(?:un|dis)?(?:satisfied|happy|in favour|concerned|worried|aware|confident|clear|content|likely|willing|able|familiar)\\b)',
    '\\bdo you (?:(?:currently|usually) )?(?:have (?!any (?:other |further )?(?:comments|views|suggestions|ideas|concerns|thoughts)\\b)|consider yourself|identify|look after|give|care|provide|speak|describe|think of yourself)',
    `\\b(?:your(?:self)?|eich)(?:[\\s'’-]+\\p{L}+){0,3}?[\\s'’-]+(?:${subjects})(?!\\p{L}|['’]s?\\s)`,
    '\\b(?:describes?|appl(?:y|ies) to|affect(?:s|ing)?) (?:you|your)\\b',
    "\\byour day[- ]to[- ]day activities\\b|\\bydych chi(?:'n|’n| yn) (?!cytuno|cefnogi|meddwl|credu)",
  ].join('|'),
  'u',
);

/** Words of an opinion, or of what a council does, in whatever is said of such people; and how such words begin. */
const views = [
  'should|must|(?:dis)?agree|support|oppose|think|feel|opinions?|views?|eas(?:y|ier|ily)|(?:un)?clear|use(?:d|ful)?',
  'helpful|enough|better|comments?|why|aware|confident|happy|willing|in favour|n?[bf]arn|cytuno|dylai',
  'impacts?|n?effects?|affects?|services?|polic(?:y|ies)|plans?|proposals?|schemes?|provision',
].join('|');
const beginnings = [
  'prefer(?:red)? (?!language|not|to (?:self|describe))|difficult(?!ies)|(?:dis)?satisf|importan|priorit|improv|safe',
  'facilit|access|strateg|concern|suggest|gwasanaeth|cynnig|cynigion',
].join('|');
const view = new RegExp(`\\b(?:(?:${views})\\b|${beginnings})`, 'u');

/** Words of what somebody knows or has heard: of whatever that is, and never of the person. */
const knowledge =
  /\b(?:do|did|have|had) you (?:already |ever |first )?(?:know|hear|heard|find out|found out|learn|learnt)\b/u;

/** A question in which something is asked about what people are: “What is the main problem with employment?” */
const aboutThem = new RegExp(
  `^(?:what|which|how|where|when|who|is|are|does|do|did|will|would)\\b.*\\b(?:with|about|for|on|by|to|towards|against|between)\\s+(?:[\\p{L}'’-]+\\s+){0,2}?(?:${subjects})(?!\\p{L})`,
  'u',
);

/** What begins as no question does, and goes on with a verb: a statement, to agree with or not. */
const statement =
  /^(?!(?:is|are|was|do|does|did|what|which|where|when|who|how|if|please|beth|pa|faint)\b)(?:[\p{L}'’,-]+ )+(?:is|are|was|were|will|would|can|cannot|has|have|need|needs|makes?|takes?|gets?)\b/u;
const speaks = /\b(?:you|your|i|my|respondent(?:’s|'s)?|participant(?:’s|'s)?)\b/u;

/** Words of an opinion, whoever is spoken of: “the importance of parks for your education”. */
const rates = /\b(?:dis)?agree\b|\bimportance of (?!your\b)/u;

/** Longer texts speak of many things; one that asks the respondents about themselves does so at its start. */
const LONGEST = 200;
const LONGEST_ABOUT_YOU = 400;

/**
 * Whether a question asks about the person who answers, and not for a view of such people: “Are you a carer?”, “Age”; not
 * “Do you agree that carers should …?”
 */
export function isProfile(question: string): boolean {
  // Case is taken away first: to ignore it while looking for so much takes longer than a small survey takes to read.
  const words = inWords(question).trim().toLowerCase();
  if (ownPlace.test(words)) return true;
  if (!subject.test(words) || knowledge.test(words)) return false;
  if (aboutYou.test(words)) return words.length <= LONGEST_ABOUT_YOU && !rates.test(words);
  if (words.length > LONGEST || view.test(words)) return false;
  return speaks.test(words) || !(statement.test(words) || aboutThem.test(words));
}
