import { midpoint, outsideLabels, outsideSpellings } from './scale-spellings.ts';
import { type Variant, stockSets } from './stock-sets.ts';
import type { Scale, SideWords } from '../survey.ts';
import { welshOutside, welshSpellings } from './welsh-spellings.ts';

function words(positive: string, neutral: string, negative: string): SideWords {
  return { positive, neutral, negative };
}

function scale(
  name: string,
  netWords: SideWords,
  variants: readonly Variant[],
  spellings: Readonly<Record<string, readonly string[]>>,
): Scale {
  const tables = [outsideSpellings, spellings, welshOutside, welshSpellings[name] ?? {}];
  const all = tables.flatMap((table) => Object.entries(table));
  const synonyms = new Map(all.flatMap(([label, others]) => others.map((other) => [other, label] as const)));
  const outside = outsideLabels.filter((label) => !synonyms.has(label));
  return {
    name,
    words: netWords,
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

const agree = midpoint('agree', 'disagree');
const clear = midpoint('clear', 'unclear');
const support = midpoint('support', 'oppose');
const satisfied = midpoint('satisfied', 'dissatisfied');
const important = midpoint('important', 'unimportant');
const likely = midpoint('likely', 'unlikely');

const yesUnsureNo: readonly Variant[] = [
  [['Yes'], ['Not sure'], ['No']],
  [['Yes, definitely', 'Yes, to some extent'], ['Not sure'], ['No']],
];
const unsure = { 'Not sure': ['Unsure', "I'm not sure", 'I am not sure'] };

/*
 * Each scale begins with the set of options that is offered most often. A set without a mid-point is one that is
 * always offered so. Sets on which only one side has names ("moderately important", "slightly important", "not at all
 * important") are left out on purpose: on which side those stand is for the definition to say.
 */

const agreement = scale(
  'agreement',
  words('agree', 'neither', 'disagree'),
  [
    [['Strongly agree', 'Agree'], [agree.label], ['Disagree', 'Strongly disagree']],
    [['Strongly agree', 'Tend to agree'], [agree.label], ['Tend to disagree', 'Strongly disagree']],
    [['Strongly agree', 'Somewhat agree'], [agree.label], ['Somewhat disagree', 'Strongly disagree']],
    [['Strongly agree', 'Slightly agree'], [agree.label], ['Slightly disagree', 'Strongly disagree']],
    // Qualtrics' seven points, and the two other wordings of them.
    [
      ['Strongly agree', 'Agree', 'Somewhat agree'],
      [agree.label],
      ['Somewhat disagree', 'Disagree', 'Strongly disagree'],
    ],
    [
      ['Strongly agree', 'Agree', 'Slightly agree'],
      [agree.label],
      ['Slightly disagree', 'Disagree', 'Strongly disagree'],
    ],
    [
      ['Strongly agree', 'Agree', 'Tend to agree'],
      [agree.label],
      ['Tend to disagree', 'Disagree', 'Strongly disagree'],
    ],
    // British Social Attitudes and the European Social Survey put the adverb last.
    [['Agree strongly', 'Agree'], [agree.label], ['Disagree', 'Disagree strongly']],
    // The Community Life Survey, and Eurobarometer: four points.
    [['Definitely agree', 'Tend to agree'], [], ['Tend to disagree', 'Definitely disagree']],
    [['Totally agree', 'Tend to agree'], [], ['Tend to disagree', 'Totally disagree']],
    [['Agree completely', 'Rather agree'], [], ['Rather disagree', 'Disagree completely']],
  ],
  agree.spellings,
);

const clarity = scale(
  'clarity',
  words('clear', 'neither', 'unclear'),
  [
    ...yesUnsureNo,
    [['Clear'], [clear.label], ['Unclear']],
    [['Very clear', 'Clear'], [clear.label], ['Unclear', 'Very unclear']],
    [['Very clear', 'Fairly clear'], [clear.label], ['Fairly unclear', 'Very unclear']],
    [['Very clear', 'Quite clear'], [clear.label], ['Quite unclear', 'Very unclear']],
    [['Very clear', 'Somewhat clear'], [clear.label], ['Somewhat unclear', 'Very unclear']],
    [['Very clear', 'Fairly clear'], [clear.label], ['Not very clear', 'Not at all clear']],
    [['Very clear', 'Quite clear'], [clear.label], ['Not very clear', 'Not at all clear']],
    ...stockSets.clarity,
    [['Very clear', 'Clear'], [clear.label], ['Not clear', 'Not at all clear']],
  ],
  { ...clear.spellings, ...unsure },
);

const supportScale = scale(
  'support',
  words('support', 'neither', 'oppose'),
  [
    [['Strongly support', 'Support'], [support.label], ['Oppose', 'Strongly oppose']],
    [['Strongly support', 'Tend to support'], [support.label], ['Tend to oppose', 'Strongly oppose']],
    [['Strongly support', 'Somewhat support'], [support.label], ['Somewhat oppose', 'Strongly oppose']],
    [['Strongly support', 'Slightly support'], [support.label], ['Slightly oppose', 'Strongly oppose']],
    // Comments on planning applications.
    [['Support'], ['Neutral'], ['Object']],
  ],
  support.spellings,
);

const satisfaction = scale(
  'satisfaction',
  words('satisfied', 'neither', 'dissatisfied'),
  [
    // The Local Government Association's resident satisfaction questions.
    [['Very satisfied', 'Fairly satisfied'], [satisfied.label], ['Fairly dissatisfied', 'Very dissatisfied']],
    [['Very satisfied', 'Satisfied'], [satisfied.label], ['Dissatisfied', 'Very dissatisfied']],
    [['Very satisfied', 'Quite satisfied'], [satisfied.label], ['Quite dissatisfied', 'Very dissatisfied']],
    [
      ['Very satisfied', 'Somewhat satisfied'],
      [satisfied.label],
      ['Somewhat dissatisfied', 'Very dissatisfied'],
    ],
    [
      ['Extremely satisfied', 'Somewhat satisfied'],
      [satisfied.label],
      ['Somewhat dissatisfied', 'Extremely dissatisfied'],
    ],
    ...stockSets.satisfaction,
  ],
  satisfied.spellings,
);

const importance = scale(
  'importance',
  words('important', 'neither', 'unimportant'),
  [
    [['Very important', 'Important'], [important.label], ['Unimportant', 'Very unimportant']],
    [['Very important', 'Fairly important'], [important.label], ['Fairly unimportant', 'Very unimportant']],
    [['Very important', 'Quite important'], [important.label], ['Quite unimportant', 'Very unimportant']],
    [
      ['Very important', 'Fairly important'],
      [important.label],
      ['Not very important', 'Not at all important'],
    ],
    [
      ['Very important', 'Quite important'],
      [important.label],
      ['Not very important', 'Not at all important'],
    ],
    ...stockSets.importance,
    [['Very important', 'Important'], [important.label], ['Not important', 'Not at all important']],
  ],
  { ...important.spellings, 'Not at all important': ['Not important at all'] },
);

const likelihood = scale(
  'likelihood',
  words('likely', 'neither', 'unlikely'),
  [
    [['Very likely', 'Likely'], [likely.label], ['Unlikely', 'Very unlikely']],
    [['Very likely', 'Fairly likely'], [likely.label], ['Fairly unlikely', 'Very unlikely']],
    [['Very likely', 'Quite likely'], [likely.label], ['Quite unlikely', 'Very unlikely']],
    [['Very likely', 'Somewhat likely'], [likely.label], ['Somewhat unlikely', 'Very unlikely']],
    [['Very likely', 'Fairly likely'], [likely.label], ['Not very likely', 'Not at all likely']],
    // The NHS Friends and Family Test, and Qualtrics.
    [['Extremely likely', 'Likely'], [likely.label], ['Unlikely', 'Extremely unlikely']],
    [['Extremely likely', 'Somewhat likely'], [likely.label], ['Somewhat unlikely', 'Extremely unlikely']],
    ...stockSets.likelihood,
  ],
  { ...likely.spellings, 'Not at all likely': ['Not likely at all'] },
);

const yesNo = scale(
  'yes-no',
  words('yes', 'unsure', 'no'),
  [
    ...yesUnsureNo,
    [['Yes, completely', 'Yes, to some extent'], ['Not sure'], ['No']],
    [['Yes'], ['Maybe'], ['No']],
  ],
  { ...unsure, Yes: ['Y'], No: ['N'] },
);

/** The scales that a definition can name without saying what they are. */
export const builtInScales: ReadonlyMap<string, Scale> = new Map(
  [agreement, clarity, supportScale, satisfaction, importance, likelihood, yesNo].map((one) => [
    one.name,
    one,
  ]),
);
