import { phrasesIn } from '../../intake/phrases.ts';
import { adverbsInOtherLanguages as foreign } from './other-languages.ts';

/** Adverbs by how much they say, and what it is when they say nothing. */
const degrees: readonly (readonly string[])[] = [
  ['completely', 'totally', 'fully', 'entirely', 'in full'],
  [
    ...['extremely', 'strongly', 'definitely', 'much', 'far too', 'much too', 'significantly'],
    ...['greatly', 'substantially', 'considerably', 'a great deal', 'very much'],
    ...foreign.most,
  ],
  ['very', 'highly', 'a lot', 'too', ...foreign.very],
  // "Confident" stands between "Very confident" and "Somewhat confident".
  [''],
  ['quite', 'mostly', ...foreign.quite],
  [
    ...['rather', 'fairly', 'moderately', 'somewhat', 'reasonably', 'tend to', 'pretty', ...foreign.rather],
    ...['partly', 'partially', 'in part', 'with changes', 'with amendments', 'with conditions'],
  ],
  [
    ...['slightly', 'minimally', 'a little', 'a bit', 'a bit too', 'a little too', 'slightly too'],
    ...foreign.slightly,
  ],
  [
    ...['not very', 'not very/at all', 'not so', 'not too', 'not that', 'not particularly', 'less'],
    ...foreign.notVery,
  ],
  ['not', ...foreign.not],
  ['not at all', 'least', ...foreign.notAtAll],
];
/** Of what step an adverb is that says no more than "not": what it says is further down than any opposite. */
const NOT_VERY = 6;

const opposite = /^(?:un|dis|in|im|ir|il)(?=\p{L}{4})/u;

/** Words that are the opposites of others and do not show it, each before those that it is the opposite of. */
const opposites: ReadonlyMap<string, readonly string[]> = new Map(
  phrasesIn(
    'difficult easy | hard easy | bad good | poor good | badly well | poorly well | worse better improved',
    'negative positive | negatively positively | low high | lower higher | slow fast quick',
    'slowly quickly | slower faster quicker | small large big | smaller larger bigger | short long',
    'shorter longer | weak strong | few many | little much | less more | fewer more | late early',
    'decrease increase | decreased increased | worsened improved | declined improved',
    'deteriorated improved | dirty clean | noisy quiet | dangerous safe | oppose support favour',
    'object support | against for | reject accept',
  ).map((words) => {
    const [word = '', ...others] = words.split(' ');
    return [word, others] as const;
  }),
);

/** What says more than any degree of these words, without them. */
const beyond: ReadonlySet<string> = new Set(['essential', 'critical', 'vital', 'crucial']);
const surpassed: ReadonlySet<string> = new Set(['important', 'useful', 'helpful', 'necessary']);

type Degree = { readonly step: number; readonly stem: string };

/**
 * The place of "Very useful", "Useful", "Not useful", or of "Much better", "About the same", "Worse" among these folded
 * labels: an adverb before or after the same word, or its opposite. Undefined for all of them where they are not such.
 */
export function degreeRank(labels: readonly string[]): (folded: string) => number | undefined {
  const rated = labels.filter((label) => !isMiddle(label) && !beyond.has(label));
  const parsed = new Map(rated.map((label) => [label, degreeOf(label)]));
  const stems = new Set([...parsed.values()].map((degree) => degree?.stem ?? ''));
  const positive = [...stems].filter((stem) => !isOppositeIn(stem, stems));
  const areSides = stems.size > 1 && rated.length < labels.length;
  const isScale = positive.length === 1 && positive[0] !== '' && (parsed.size > stems.size || areSides);
  return (label) => {
    if (!isScale) return undefined;
    if (beyond.has(label)) return surpassed.has(positive[0] ?? '') ? -2 : undefined;
    if (isMiddle(label)) return 5.5;
    const degree = parsed.get(label);
    if (degree === undefined || degree.stem !== positive[0]) return degree && 20 - degree.step;
    // "Not important" is further down than "Rather unimportant".
    return degree.step > NOT_VERY && stems.size > 1 ? degree.step + 11.5 : degree.step;
  };
}

/**
 * Whether all these folded labels are degrees of one word, three of them or more: "Very willing", "Not at all
 * willing".
 */
export function areDegrees(labels: readonly string[]): boolean {
  const rank = degreeRank(labels);
  return labels.length > 2 && labels.every((label) => rank(label) !== undefined);
}

function isOppositeIn(stem: string, stems: ReadonlySet<string>): boolean {
  if (opposites.get(stem)?.some((other) => stems.has(other)) === true) return true;
  return opposite.test(stem) && stems.has(stem.replace(opposite, ''));
}

/** What takes neither side: "Neither easy nor difficult", "About right", "Stayed the same", "No change". */
const middles: readonly RegExp[] = [
  /^neither(?: .+ n?or .+)?$/u,
  /^(?:neutral|mixed|occasionally|unchanged|unsure)$/u,
  /^(?:about|just) right$/u,
  /^(?:(?:stay|remain)(?:s|ed)? )?(?:about )?the same$/u,
  /^no(?: change| impact| effect| difference)?$/u,
];

function isMiddle(folded: string): boolean {
  return middles.some((one) => one.test(folded));
}

/** A word without an adverb is of this step. */
const PLAIN = degrees.findIndex(([word]) => word === '') - 1;

/** The longest first: "not very" is no kind of "very". */
const adverbs = degrees
  .flatMap((words, place) =>
    words.map((word) => ({ before: `${word} `, after: ` ${word}`, step: place - 1 })),
  )
  .filter(({ step }) => step !== PLAIN)
  .toSorted((a, b) => b.before.length - a.before.length);

function degreeOf(folded: string): Degree | undefined {
  const words = folded
    .replace(/^(?:got|become) /u, '')
    .replaceAll(/in favou?r/gu, 'for')
    .replaceAll('in opposition', 'against')
    .replace(/^do not (?=\p{L})/u, 'not ')
    .replace(/^does not (\p{L}+)/u, 'not $1s')
    .replace(/^not (.+) at all$/u, 'not at all $1')
    .replace(/(?<!\p{L})well[ -](?=\p{L})/u, '');
  if (!words.includes(' ')) return { step: PLAIN, stem: words };
  for (const { before, after, step } of adverbs) {
    if (words.startsWith(before)) return { step, stem: words.slice(before.length).trim() };
    if (words.endsWith(after)) return { step, stem: words.slice(0, -after.length).trim() };
  }
  return undefined;
}

/** What follows a yes or a no, the firmest first: “definitely”, nothing, “to some extent”. */
const firmness: readonly RegExp[] = [
  /^(?:definitely|completely|fully|entirely|always|totally|strongly|very much|mostly|a lot|.+ a lot|a great deal|often|to a (?:great|large) extent)$/u,
  /^$/u,
  /^(?:to (?:some|a certain|a limited|a small) extent|partly|partially|sometimes|occasionally|somewhat|slightly|probably|possibly|a little|a bit|.+ a (?:little|bit)|in part)$/u,
];

/**
 * The place of "Yes, a lot", "Yes, a little", "No, not at all": by how much each says, from the firmest yes
 * to the firmest no.
 */
export function yesNoRank(folded: string): number | undefined {
  const [, word, rest = ''] = /^(yes|no)(?:(?:, | - |,|: )(.+))?$/u.exec(folded) ?? [];
  if (word === undefined) return undefined;
  if (word === 'no' && /^not (?:really|very much|much)$/u.test(rest)) return 4;
  const said = word === 'no' ? rest.replace(/^(?:(definitely|probably|possibly) not)$/u, '$1') : rest;
  if (word === 'no' && /^(?:not at all|never|not .+)$/u.test(said)) return 5;
  const step = firmness.findIndex((one) => one.test(said));
  if (step === -1) return undefined;
  return word === 'yes' ? step : 6 - step;
}
