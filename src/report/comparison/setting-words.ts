import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { SettingChange } from '../../analysis/comparison/compare-settings.ts';
import { listed } from '../words/phrases.ts';
import { findItem, questionName, quotedItem } from '../words/question-name.ts';

/** What a setting is, by how its path begins; what follows it there is a label, or a place in a list. */
const names: readonly (readonly [path: string, words: string])[] = [
  ['blank', 'what counts as no reply'],
  ['respondent.id', 'the column of ids'],
  ['respondent.submitted', 'the column of dates'],
  ['respondent.status.columns', 'the column that says who finished'],
  ['respondent.status.complete', 'the words for a finished response'],
  ['respondent.status.test', 'the words for a test in the column that says who finished'],
  ['respondent.test.columns', 'the column that says which responses are tests'],
  ['respondent.test.values', 'the words for a test'],
  ['respondent.kind.columns', 'the column that says what kind of respondent answered'],
  ['respondent.kind.individual', 'the words for an individual'],
  ['respondent.kind.organisation', 'the words for an organisation'],
  ['respondent.kind.petition', 'the words for a petition'],
  ['respondent.kind.signatories', 'the column that says how many signed a petition'],
  ['respondent.channel', 'the column that says how a response came'],
  ['respondent.count', 'the column that says how many responses a row stands for'],
  ['respondent.weight', 'the column of weights'],
  ['weight.trim', 'how many times the mean a weight may be'],
  ['weight.rake', 'the share that weights are raked to'],
  ['sample.kind', 'whether the responses are a random sample'],
  ['sample.population', 'the size of the population'],
  ['report.decimals', 'how many decimals percentages have'],
  ['report.smallBase', 'below which base a figure is marked as of few'],
];

/** What differs in the settings of a question. */
const questionNames: typeof names = [
  ['profile', 'whether it is about the person'],
  ['given', 'whom its percentages are of (base)'],
  ['asked.question', 'the question whose answers say who was asked'],
  ['asked.options', 'the answers to it of those who were asked'],
  ['options', 'the order of its answers'],
  ['optionColumns', 'the columns of its answers'],
  ['separator', 'what stands between several answers'],
  ['scale.variants', 'the sides of its answers'],
  ['scale.synonyms', 'other spellings of its answers'],
  ['scale.words', 'what its sides are called'],
  ['scale.outsideOffered', 'whether answers outside the scale are listed that nobody gave'],
  ['codes', 'the codes of its answers'],
  ['uncounted', 'which cells are known to be no answer'],
  ['merged', 'which answers are counted as another'],
  ['population', 'the population'],
];

const itemNames: typeof names = [
  ['id', 'its id'],
  ['reversed', 'whether it is worded the other way round'],
  ['columns', 'its column'],
];

/** The item whose words in a sentence a setting is: no figure depends on them. */
function sentenceOf({ path }: SettingChange): { question: string; item: string } | undefined {
  const [, question, item] = /^questions\.([^.]+)\.items\.([^.]+)\.sentence$/u.exec(path) ?? [];
  return question === undefined || item === undefined ? undefined : { question, item };
}

/**
 * Settings that differ between two definitions, in words; of the words of items in a sentence only which
 * items have others.
 */
export function settingsWords(
  changes: readonly SettingChange[],
  questions: Comparable['questions'],
): string[] {
  const items = changes
    .flatMap((change) => sentenceOf(change) ?? [])
    .map((one) => [quotedItem(one, questions)]);
  return [
    ...changes.filter((change) => !sentenceOf(change)).map((change) => settingWords(change, questions)),
    ...(items.length > 0
      ? [`other words for sentences, on which no figure depends: ${listed(items).join('')}`]
      : []),
  ];
}

/** A setting that differs between two definitions, in words: "“Your role”, the sides of its answers: A …; B …". */
function settingWords({ path, a, b }: SettingChange, questions: Comparable['questions']): string {
  const [, question, rest = path] = /^questions\.([^.]+)\.(.*)$/u.exec(path) ?? [];
  const [, item, ofItem] = (question !== undefined && /^items\.([^.]+)\.(.*)$/u.exec(rest)) || [];
  const where = question === undefined ? '' : `${questionName(question, questions)}, `;
  const label = findItem({ question: question ?? '', item: item ?? '' }, questions)?.label;
  const whose =
    question === undefined || item === undefined || item === question
      ? ''
      : `${label === undefined ? `item ${item}` : `“${label}”`}, `;
  const what =
    ofItem === undefined
      ? named(rest, question === undefined ? names : questionNames)
      : named(ofItem, itemNames);
  return `${where}${whose}${what}: A ${a ?? 'not given'}; B ${b ?? 'not given'}`;
}

/** The words for a setting, with the label that its path ends with; the path itself where there are none. */
function named(path: string, among: typeof names): string {
  const [key, words] = among.find(([one]) => path === one || path.startsWith(`${one}.`)) ?? [path, path];
  // Lists are no labels: which of the sets of options, or of their columns, does not matter.
  const rest = path.slice(key.length + 1).replace(/^\d+\.(?=(?:positive|neutral|negative|outside)$)/u, '');
  return rest === '' || /^\d+\.(?:label|columns)$/u.test(rest) ? words : `${words} (${rest})`;
}
