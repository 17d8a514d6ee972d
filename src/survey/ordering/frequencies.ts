import { inFigures, unitCalled } from './quantities.ts';

/** Answers that say how often without a period, by times a year as they stand beside others that name one. */
const vague: readonly (readonly [rate: number, words: RegExp])[] = [
  [0, /^(?:(?:i )?(?:have )?never|not at all|byth)$/u],
  [0.02, /^(?:only )?(?:1|1 or 2|2) times$|^a (?:few|couple of) times$|^(?:this is )?my first time$/u],
  [
    0.05,
    /^(?:(?:very )?(?:rarely|occasionally)|seldom|hardly ever|less|less (?:often|frequently)(?: than (?:this|that))?)$/u,
  ],
];
const adverbs: ReadonlyMap<string, string> = new Map([
  ['daily', 'every day'],
  ['weekly', 'every week'],
  ['fortnightly', 'every fortnight'],
  ['monthly', 'every month'],
  ['quarterly', 'every quarter'],
  ['yearly', 'every year'],
  ['annually', 'every year'],
]);
const few = '(?:a )?(?:few|several|many|multiple|couple of)';
const modifier =
  '(?<modifier>(?:less|more)(?: often| frequently)? than|at least|up to|about|around|approximately|roughly)';
const after = '(?<after> or (?:less|more)(?: often| frequently)?| or so)';
const some = `(?<some>\\d+|${few})(?:\\s*(?:-|to|or|and)\\s*\\d+)?\\+?(?: or more)?(?: times| days| visits| trips| occasions)?`;
const timesIn = new RegExp(
  `^(?:${modifier} )?${some} (?:in )?(?:1|a|an|per|each|every|y|yr) (?<unit>\\p{L}+)${after}?$`,
  'u',
);
const each = new RegExp(
  `^(?:${modifier} )?(?:(?<most>most)|(?<almost>(?:almost|nearly) )?(?:1 times )?(?:every|each|bob)) (?<gap>other|\\d+|${few})?(?:\\s*(?:-|to|or)\\s*\\d+)?\\s?(?<unit>\\p{L}+)${after}?$`,
  'u',
);

/**
 * How many times a year a folded label says: "Twice a week", "Every other day"; undefined where it says
 * nothing of it.
 */
function rateOf(folded: string): number | undefined {
  const plain = folded
    .replace(/\s*\([^()]*\)$/u, '')
    .replace(/(?: or |\s*\/\s*)(?:almost|nearly) (?:daily|every day)$/u, '')
    .replace(/(?<!\p{L})\p{L}+$/u, (word) => adverbs.get(word) ?? word);
  const text = inFigures(plain);
  const groups = timesIn.exec(text)?.groups ?? each.exec(text)?.groups;
  const unit = groups?.['unit'] === undefined ? undefined : unitCalled(groups['unit'], false);
  if (groups === undefined || unit?.of !== 'time') return undefined;
  const often = ((groups['some'] === undefined ? 1 : numberOf(groups['some'])) * 365) / unit.worth;
  const gap = groups['gap'] === undefined ? 1 : numberOf(groups['gap']);
  const share = groups['most'] === undefined ? (groups['almost'] === undefined ? 1 : 0.9) : 0.7;
  return (often * share * leaning(`${groups['modifier'] ?? ''}${groups['after'] ?? ''}`)) / gap;
}

function numberOf(words: string): number {
  if (words.endsWith('couple of') || words === 'other') return 2;
  return /^\d/u.test(words) ? Number(words) : words.endsWith('few') ? 3 : 4;
}

/** What "more than once" is beside "once". */
function leaning(words: string): number {
  if (/less|up to/u.test(words)) return 0.95;
  return /more|at least/u.test(words) ? 1.05 : 1;
}

/** The place of folded labels that say how often, the most often first; of none of them where no period is named. */
export function frequencyRank(labels: readonly string[]): (folded: string) => number | undefined {
  const namesPeriod = labels.some((label) => rateOf(label) !== undefined);
  return (folded) => {
    if (!namesPeriod) return undefined;
    const words = inFigures(folded);
    const rate = rateOf(folded) ?? vague.find(([, one]) => one.test(words))?.[0];
    return rate === undefined ? undefined : -rate;
  };
}
