import type { Scale, SideWords } from '../survey.ts';
import { inOtherWords, midpoint, outsideLabels, outsideSpellings } from './scale-spellings.ts';
import { capitalise } from './labels.ts';
import { welshOutside, welshSpellings } from './welsh-spellings.ts';

/** The positive, neutral and negative labels of one set of options, in the order in which they are offered. */
type Variant = readonly [
  positive: readonly string[],
  neutral: readonly string[],
  negative: readonly string[],
];

/** The words for both sides of a scale and for the middle, the label of its mid-point, with other spellings of it, and other words for a side. */
interface Sides {
  readonly words: SideWords;
  readonly middle: string;
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly otherWords?: Readonly<Record<string, readonly string[]>>;
}

function sidesOf(positive: string, negative: string, otherWords: Record<string, string[]> = {}): Sides {
  const { label, spellings } = midpoint(positive, negative, otherWords);
  return { words: { positive, neutral: 'neither', negative }, middle: label, spellings, otherWords };
}

const agree = sidesOf('agree', 'disagree');
const clear = sidesOf('clear', 'unclear');
const favour = ['favour', 'favor', 'in favour', 'in favor'];
const support = sidesOf('support', 'oppose', { support: favour, oppose: ['against'] });
const satisfied = sidesOf('satisfied', 'dissatisfied', { dissatisfied: ['unsatisfied'] });
const important = sidesOf('important', 'unimportant');
const likely = sidesOf('likely', 'unlikely');
const yes: Sides = {
  words: { positive: 'yes', neutral: 'unsure', negative: 'no' },
  middle: 'Not sure',
  spellings: { 'Not sure': ['Unsure', "I'm not sure", 'I am not sure'] },
};

/** A word with each of these adverbs before it; an empty one is none. */
function degrees(adverbs: readonly string[], word: string): string[] {
  return adverbs.map((adverb) => capitalise(`${adverb} ${word}`.trim()));
}

/** Sets in which both sides have the same adverbs, the strongest first, around the mid-point. */
function mirrored({ words, middle }: Sides, ...sets: readonly (readonly string[])[]): Variant[] {
  return sets.map((adverbs) => [
    degrees(adverbs, words.positive),
    [middle],
    degrees(adverbs, words.negative).toReversed(),
  ]);
}

/** Sets in which those who do not take the positive side deny it: “Fairly clear”, “Not very clear”. */
function denied({ words: { positive }, middle }: Sides, ...adverbs: readonly string[]): Variant[] {
  return adverbs.map((adverb) => [
    degrees(['Very', adverb], positive),
    [middle],
    degrees(adverb === '' ? ['Not', 'Not at all'] : ['Not very', 'Not at all'], positive),
  ]);
}

/**
 * Sets that platforms offer unless somebody writes others: three points, of which only those that are positive have a degree; and
 * SurveyMonkey's five, of which the words say the side: who is somewhat satisfied is satisfied, who is not so satisfied is not.
 */
function stock({ words: { positive } }: Sides): Variant[] {
  return [
    ...['', 'Fairly', 'Quite', 'Somewhat'].map((adverb): Variant => [
      degrees(['Very', adverb], positive),
      [],
      degrees(['Not'], positive),
    ]),
    [degrees(['Extremely', 'Very', 'Somewhat'], positive), [], degrees(['Not so', 'Not at all'], positive)],
  ];
}

const yesUnsureNo: readonly Variant[] = [
  [['Yes'], ['Not sure'], ['No']],
  [['Yes, definitely', 'Yes, to some extent'], ['Not sure'], ['No']],
];

function scale(
  name: string,
  { words, spellings, otherWords = {} }: Sides,
  variants: readonly Variant[],
  more: Sides['spellings'] = {},
): Scale {
  const reworded = inOtherWords(variants.flat(2), otherWords);
  const tables = [outsideSpellings, spellings, more, reworded, welshOutside, welshSpellings[name] ?? {}];
  const all = tables.flatMap((table) => Object.entries(table));
  const synonyms = new Map(all.flatMap(([label, others]) => others.map((other) => [other, label] as const)));
  const outside = outsideLabels.filter((label) => !synonyms.has(label));
  return {
    name,
    words,
    variants: variants.map(([positive, neutral, negative]) => ({
      positive,
      neutral,
      negative,
      outside: outside.filter((label) => !neutral.includes(label)),
    })),
    synonyms,
    outsideOffered: false,
  };
}

/*
 * Each scale begins with the set of options that is offered most often. A set without a mid-point is one that is
 * always offered so. Sets on which only one side has names ("moderately important", "slightly important", "not at all
 * important") are left out on purpose: on which side those stand is for the definition to say.
 */
const scales: readonly Scale[] = [
  scale('agreement', agree, [
    ...mirrored(agree, ['Strongly', ''], ['Strongly', 'Tend to'], ['Strongly', 'Somewhat']),
    ...mirrored(agree, ['Strongly', 'Slightly'], ['Completely', ''], ['Completely', 'Somewhat']),
    // Qualtrics' seven points, and the two other wordings of them.
    ...mirrored(
      agree,
      ['Strongly', '', 'Somewhat'],
      ['Strongly', '', 'Slightly'],
      ['Strongly', '', 'Tend to'],
    ),
    // British Social Attitudes and the European Social Survey put the adverb last.
    [['Agree strongly', 'Agree'], [agree.middle], ['Disagree', 'Disagree strongly']],
    [['Agree strongly', 'Agree slightly'], [agree.middle], ['Disagree slightly', 'Disagree strongly']],
    // The Community Life Survey, and Eurobarometer: four points.
    [['Definitely agree', 'Tend to agree'], [], ['Tend to disagree', 'Definitely disagree']],
    [['Totally agree', 'Tend to agree'], [], ['Tend to disagree', 'Totally disagree']],
    [['Agree completely', 'Rather agree'], [], ['Rather disagree', 'Disagree completely']],
  ]),
  scale(
    'clarity',
    clear,
    [
      ...yesUnsureNo,
      ...mirrored(clear, [''], ['Very', ''], ['Very', 'Fairly'], ['Very', 'Quite'], ['Very', 'Somewhat']),
      ...denied(clear, 'Fairly', 'Quite'),
      ...stock(clear),
      ...denied(clear, ''),
    ],
    yes.spellings,
  ),
  scale('support', support, [
    ...mirrored(support, ['Strongly', ''], ['Strongly', 'Tend to'], ['Strongly', 'Somewhat']),
    ...mirrored(support, ['Strongly', 'Slightly']),
    // Comments on planning applications.
    [['Support'], ['Neutral'], ['Object']],
    // Who supports a part is on the side of those who support, as who is somewhat satisfied is.
    [['Fully support', 'Partially support'], [], ['Do not support']],
  ]),
  scale('satisfaction', satisfied, [
    // The Local Government Association's resident satisfaction questions.
    ...mirrored(satisfied, ['Very', 'Fairly']),
    ...mirrored(satisfied, ['Very', ''], ['Very', 'Quite'], ['Very', 'Somewhat'], ['Extremely', 'Somewhat']),
    ...stock(satisfied),
    // Qualtrics' seven points, and the two other wordings of them.
    ...mirrored(satisfied, ['Extremely', 'Moderately', 'Slightly'], ['Extremely', '', 'Slightly']),
    ...mirrored(satisfied, ['Very', '', 'Somewhat']),
  ]),
  scale(
    'importance',
    important,
    [
      ...mirrored(important, ['Very', ''], ['Very', 'Fairly'], ['Very', 'Quite']),
      ...denied(important, 'Fairly', 'Quite'),
      ...stock(important),
      ...mirrored(important, ['Very', 'Somewhat']),
      // LimeSurvey forms in translation, without a mid-point.
      [['Very important', 'Rather important'], [], ['Rather unimportant', 'Not important']],
      ...denied(important, ''),
    ],
    { 'Not at all important': ['Not important at all'] },
  ),
  scale(
    'likelihood',
    likely,
    [
      ...mirrored(likely, ['Very', ''], ['Very', 'Fairly'], ['Very', 'Quite'], ['Very', 'Somewhat']),
      ...denied(likely, 'Fairly'),
      // The NHS Friends and Family Test, and Qualtrics.
      ...mirrored(likely, ['Extremely', ''], ['Extremely', 'Somewhat']),
      ...stock(likely),
      ...mirrored(likely, ['Extremely', 'Moderately', 'Slightly'], ['Very', '', 'Somewhat']),
    ],
    { 'Not at all likely': ['Not likely at all'] },
  ),
  scale(
    'yes-no',
    yes,
    [
      ...yesUnsureNo,
      [['Yes, completely', 'Yes, to some extent'], ['Not sure'], ['No']],
      [['Yes'], ['Maybe'], ['No']],
    ],
    { Yes: ['Y'], No: ['N'] },
  ),
];

/** The scales that a definition can name without saying what they are. */
export const builtInScales: ReadonlyMap<string, Scale> = new Map(scales.map((one) => [one.name, one]));
