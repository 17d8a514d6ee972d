import { halvesBesideWelsh } from '../../survey/labels/label-pairs.ts';
import { fold } from '../../survey/labels/labels.ts';
import { declines } from '../../survey/labels/scale-spellings.ts';
import type { Sentence } from '../document.ts';

/** How the answers on one side of a scale are put into a sentence about `subject`. */
type Phrase = (labels: readonly string[], subject: string) => string;

interface ScalePhrases {
  /** Whether a label can stand in these clauses. */
  readonly fits?: (label: string) => boolean;
  /** The first clause: it names the subject, where there is one. */
  readonly positive: Phrase;
  /** Later clauses: the subject is known by then. */
  readonly negative: Phrase;
  readonly neutral: Phrase;
}

/**
 * The past tense of an answer: "Tend to agree" → "tended to agree", "Neither agree nor disagree" → "neither
 * agreed …".
 */
function past(label: string): string {
  const words = lower(label);
  if (/\btend\b/u.test(words)) return words.replace(/\btend\b/u, 'tended');
  return words.replace(/\b(agree|disagree|oppose)\b/gu, '$1d').replace(/\bsupport\b/gu, 'supported');
}

const verbs: ScalePhrases = {
  fits: (label) => past(label) !== lower(label),
  positive: (labels, subject) => {
    const did = either(labels.map(past));
    if (subject === '') return did;
    return `${did} ${labels.some(hasSupport) ? '' : 'with '}${subject}`;
  },
  negative: (labels) => or(labels.map(past)),
  neutral: (labels) => or(labels.map(past)),
};

const isAdjective = (label: string) => /(?:satisfied|important|likely)\b/iu.test(label);

const adjectives = (opening: string): ScalePhrases => ({
  fits: isAdjective,
  positive: (labels, subject) => `${opening} ${either(labels.map(lower))} with ${subject}`,
  negative: (labels) => `${opening} ${or(labels.map(lower))}`,
  neutral: (labels) => `${opening} ${or(labels.map(lower))}`,
});

/**
 * Phrases of rules for publishing: "88% either strongly agreed or agreed with …", "59% of respondents felt
 * that … was clear".
 */
const phrases: ReadonlyMap<string, ScalePhrases> = new Map(
  Object.entries({
    agreement: verbs,
    support: verbs,
    satisfaction: adjectives('were'),
    clarity: {
      positive: (_labels, subject) => `of respondents felt that ${subject} was clear`,
      negative: () => 'felt that it was unclear',
      neutral: (labels) =>
        labels.every((label) => /neither/iu.test(label))
          ? 'felt that it was neither clear nor unclear'
          : 'said that they were not sure',
    },
    importance: {
      fits: isAdjective,
      positive: (labels, subject) => `considered ${subject} ${either(labels.map(lower))}`,
      negative: (labels) => `considered this ${or(labels.map(lower))}`,
      neutral: (labels) => `considered this ${or(labels.map(lower))}`,
    },
    likelihood: {
      fits: isAdjective,
      positive: (labels, subject) => `said that they were ${either(labels.map(lower))} to ${subject}`,
      negative: (labels) => `said that they were ${or(labels.map(lower))}`,
      neutral: (labels) => `said that they were ${or(labels.map(lower))}`,
    },
  } satisfies Record<string, ScalePhrases>),
);

/** Words for the answers outside a scale. */
const outsidePhrases: readonly (readonly [RegExp, string])[] = [
  [/^(don't know|do not know|unsure|not sure)$/u, 'did not know'],
  [/^(not applicable|n\/a)$/u, 'said that it did not apply to them'],
  [new RegExp(`${declines.source}$`, 'u'), 'preferred not to say'],
  [/^no opinion$/u, 'had no opinion'],
];

/** What those who gave an answer outside the scale did. */
export function outsidePhrase(label: string): string {
  const known = [label, ...halves(label)].flatMap(
    (one) => outsidePhrases.find(([pattern]) => pattern.test(fold(one)))?.[1] ?? [],
  );
  return known[0] ?? quotedPhrase([label]);
}

/** Both halves of a label in two languages: Cytuno / Agree. */
function halves(label: string): readonly string[] {
  const parts = label.split(/\s+[/|-]\s+/u);
  return parts.length === 2 ? parts : halvesBesideWelsh(label);
}

/** What begins as a question does, or holds one, in English or Welsh. */
const question = /\?|^(?:how|to what extent|do you|please|i ba raddau)\b/iu;

/**
 * What a clause about an item names: its words in a sentence, or else its label, where one can agree with that or support
 * it; nothing where it is a question, which only a heading can say; undefined where no clause can do without.
 */
export function subjectOf(
  scale: string,
  { sentence, label }: { readonly sentence?: string; readonly label: string },
): string | undefined {
  if (sentence !== undefined) return sentence;
  if (phrases.get(scale) !== verbs) return undefined;
  return question.test(label.trim()) ? '' : `“${label}”`;
}

/**
 * The clause for one side of a scale: what those who chose any of `labels` did, with `subject` named in the positive
 * one; undefined where the scale has no phrase of its own or a label does not fit it. Of a label in two languages the
 * half that fits is said.
 */
export function sidePhrase(
  scale: string,
  side: 'positive' | 'neutral' | 'negative',
  labels: readonly string[],
  subject: string,
): string | undefined {
  const own = phrases.get(scale);
  const { fits = () => true } = own ?? {};
  const said = labels.map((label) => {
    const fitting = halves(label).filter(fits);
    return fitting.length === 1 && fitting[0] !== undefined ? fitting[0] : label;
  });
  return said.every(fits) ? own?.[side](said, subject) : undefined;
}

/** The clause that always fits: the answers, quoted. */
export function quotedPhrase(labels: readonly string[]): string {
  return `answered ${quotedOptions(labels)}`;
}

/** Any of several answers, quoted: “A”, “B” or “C”. */
export function quotedOptions(labels: readonly string[]): string {
  return or(labels.map((label) => `“${label}”`));
}

/** All of several answers, quoted: “A”, “B” and “C”. */
export function quotedNames(labels: readonly string[]): string {
  return listed(labels.map((label) => [`“${label}”`])).join('');
}

/** So many things are named in one sentence; of more it is said how many, or they stand in sentences of their own. */
export const MOST_TOGETHER = 8;

/** Joins words with commas and a last "and". */
export function listed(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => {
    const before = index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', ';
    return [before, ...part];
  });
}

/** Joins longer parts, each with a semicolon before the next. */
export function bySemicolons(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => (index === 0 ? part : ['; ', ...part]));
}

function either(words: readonly string[]): string {
  return words.length > 1 ? `either ${or(words)}` : or(words);
}

function or(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
}

function lower(label: string): string {
  return label.toLowerCase();
}

function hasSupport(label: string): boolean {
  return /\bsupport/iu.test(label);
}
