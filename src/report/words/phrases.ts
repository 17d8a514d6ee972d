import { fold } from '../../survey/labels/labels.ts';
import { declines } from '../../survey/labels/scale-spellings.ts';
import type { Sentence } from '../document.ts';

/** How the answers on one side of a scale are put into a sentence about `subject`. */
type Phrase = (labels: readonly string[], subject: string) => string;

interface ScalePhrases {
  /** The first clause: it names the subject. */
  readonly positive: Phrase;
  /** Later clauses: the subject is known by then. */
  readonly negative: Phrase;
  readonly neutral: Phrase;
}

/** The past tense of an answer: "Tend to agree" → "tended to agree", "Neither agree nor disagree" → "neither agreed …". */
function past(label: string): string {
  const words = lower(label);
  if (/\btend\b/u.test(words)) return words.replace(/\btend\b/u, 'tended');
  return words.replace(/\b(agree|disagree|oppose)\b/gu, '$1d').replace(/\bsupport\b/gu, 'supported');
}

const verbs: ScalePhrases = {
  positive: (labels, subject) =>
    `${either(labels.map(past))} ${labels.some(hasSupport) ? '' : 'with '}${subject}`,
  negative: (labels) => or(labels.map(past)),
  neutral: (labels) => or(labels.map(past)),
};

const adjectives = (opening: string): ScalePhrases => ({
  positive: (labels, subject) => `${opening} ${either(labels.map(lower))} with ${subject}`,
  negative: (labels) => `${opening} ${or(labels.map(lower))}`,
  neutral: (labels) => `${opening} ${or(labels.map(lower))}`,
});

/** Phrases of rules for publishing: "88% either strongly agreed or agreed with …", "59% of respondents felt that … was clear". */
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
          : 'were not sure',
    },
    importance: {
      positive: (labels, subject) => `considered ${subject} ${either(labels.map(lower))}`,
      negative: (labels) => `considered this ${or(labels.map(lower))}`,
      neutral: (labels) => `considered this ${or(labels.map(lower))}`,
    },
    likelihood: {
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
  return outsidePhrases.find(([pattern]) => pattern.test(fold(label)))?.[1] ?? quotedPhrase([label]);
}

/**
 * The clause for one side of a scale: what those who chose any of `labels` did, with `subject` named in the positive
 * one; undefined where the scale has no phrase of its own or a label does not fit it.
 */
export function sidePhrase(
  scale: string,
  side: 'positive' | 'neutral' | 'negative',
  labels: readonly string[],
  subject: string,
): string | undefined {
  const own = phrases.get(scale);
  if (own === verbs && labels.some((label) => past(label) === lower(label))) return undefined;
  return own?.[side](labels, subject);
}

/** The clause that always fits: the answers, quoted. */
export function quotedPhrase(labels: readonly string[]): string {
  return `answered ${quotedOptions(labels)}`;
}

/** Any of several answers, quoted: “A”, “B” or “C”. */
export function quotedOptions(labels: readonly string[]): string {
  return or(labels.map((label) => `“${label}”`));
}

/** Joins words with commas and a last "and". */
export function listed(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => {
    const before = index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', ';
    return [before, ...part];
  });
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

/** With a capital letter at the beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
