import { phrasesIn } from '../../intake/phrases.ts';
import { capitalise } from './labels.ts';

/** Two options that give no view in one, and how that is written: in either order, with a stroke or an "or" between. */
function together(first: readonly string[], second: readonly string[]): readonly [string, readonly string[]] {
  const pairs = first.flatMap((a) => second.flatMap((b) => [[a, b] as const, [b, a] as const]));
  const spellings = pairs.flatMap(([a, b]) =>
    [' / ', '/', ' or '].map((between) => `${a}${between}${/^[A-Z]\W?[A-Z]/u.test(b) ? b : b.toLowerCase()}`),
  );
  const [label = '', ...others] = spellings;
  return [label, others];
}

const dontKnow = ["Don't know"];
const notSure = ['Not sure', 'Unsure'];
const notApplicable = ['Not applicable', 'N/A'];

const combined: readonly (readonly [label: string, spellings: readonly string[]])[] = [
  together(dontKnow, notSure),
  together(dontKnow, ['No opinion', 'No view']),
  together(dontKnow, ["Can't say", 'Cannot say']),
  together(dontKnow, notApplicable),
  together(dontKnow, ['Prefer not to say']),
  together(notSure, ['No opinion', 'No view']),
  together(notSure, notApplicable),
  together(['No opinion', 'No view'], notApplicable),
];

/** Prefer not to say, in the words of other forms. */
const declined = [
  ...['I would prefer', "I'd prefer", 'Would prefer', 'I prefer'].map((who) => `${who} not to say`),
  ...['I would', "I'd", 'Would'].map((who) => `${who} rather not say`),
  ...['I do not', "I don't", 'Do not', "Don't"].flatMap((who) =>
    ['wish', 'want'].map((want) => `${who} ${want} to say`),
  ),
  'Rather not say',
  'Prefer not to disclose',
  'Prefer not to state',
];

/** How a folded label begins that says no more than that somebody would rather not answer. */
export const declines =
  /^(?:i would |i'd |i |would )?(?:prefer not to|rather not|(?:do not|don't) (?:wish|want) to) (?:say|answer|disclose|state|respond|reply|comment)\b/u;

/** Options that give no view, as platforms and councils really offer them. */
export const outsideLabels: readonly string[] = [
  ...phrasesIn("Don't know | Not sure | Unsure"),
  ...combined.map(([label]) => label),
  ...phrasesIn("No opinion | No view | Can't say | No comment | Not applicable | Not relevant"),
  ...phrasesIn('Prefer not to say | Prefer not to answer | No answer'),
];

/** Other spellings of those options: the same words, never a misspelling. */
export const outsideSpellings: Readonly<Record<string, readonly string[]>> = {
  "Don't know": ['Do not know', "I don't know", 'I do not know', 'Dont know', 'Don t know', 'DK'],
  ...Object.fromEntries(combined),
  'No opinion': ["I don't have an opinion", 'I have no opinion', "Don't have an opinion"],
  "Can't say": ['Cannot say', 'Unable to say'],
  'Not applicable': phrasesIn(
    "Does not apply | Doesn't apply | Not applicable to me | Does not apply to me | Doesn't apply to me",
    'N/A | n.a. | Not applicable (N/A) | Not applicable / N/A | Not applicable/N/A',
  ),
  'Not relevant': ['Not relevant to me'],
  'Prefer not to say': declined,
};

/** The mid-point of a scale that names both its sides, and how it is really written, in other words for them too. */
export function midpoint(
  positive: string,
  negative: string,
  otherWords: Readonly<Record<string, readonly string[]>>,
) {
  const label = `Neither ${positive} nor ${negative}`;
  const sides = [positive, ...(otherWords[positive] ?? [])].flatMap((one) =>
    [negative, ...(otherWords[negative] ?? [])].map((other) => [one, other] as const),
  );
  const spellings = ['Neither', 'Neutral', ...sides.flatMap(([one, other]) => neitherOf(one, other))];
  return { label, spellings: { [label]: spellings.filter((spelling) => spelling !== label) } };
}

function neitherOf(positive: string, negative: string): string[] {
  const label = `Neither ${positive} nor ${negative}`;
  return [
    label,
    `Neither ${positive} or ${negative}`,
    `Neither ${negative} nor ${positive}`,
    `Neither ${negative} or ${positive}`,
    `Neither ${positive}/${negative}`,
    `Neither ${positive} / ${negative}`,
    `${label} / neutral`,
    `${label}/neutral`,
    `${label} (neutral)`,
    `Neutral / ${label}`,
    `Neutral/${label}`,
    `Neutral (${label})`,
    `Neutral - ${label}`,
  ];
}

/** Labels in which one of these words stands, each with what it is with the words that other forms have in its place. */
export function inOtherWords(
  labels: readonly string[],
  words: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([word, others]) => {
      const there = new RegExp(String.raw`\b${word}$`, 'iu');
      return labels
        .filter((label) => there.test(label))
        .map((label) => [
          label,
          others.map((other) =>
            label.replace(there, label.toLowerCase() === word ? capitalise(other) : other),
          ),
        ]);
    }),
  );
}
