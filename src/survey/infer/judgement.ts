import type { LabelCount } from './facts.ts';
import type { Joined } from '../joined/joined.ts';
import type { NearMatch } from './near-scale.ts';
import type { Synonyms } from './scale-match.ts';

/** How sure a guess is: from what the file says, from the answers, or open to another reading. */
export type Certainty = 'sure' | 'likely' | 'doubtful';

/** What the answers of a column, or of the columns of a grid, are taken for, and on what ground. */
export type Judgement = {
  readonly ground: string;
  readonly certainty: Certainty;
  /** Answers that are none of it, and are not counted. */
  readonly uncounted?: readonly LabelCount[];
} & (
  | {
      readonly kind: 'scale';
      readonly scale: string;
      readonly options?: readonly string[];
      readonly synonyms: Synonyms;
      /** Answers that the form misspells, each with the option that it is taken for. */
      readonly misspelt?: readonly Misspelling[];
      readonly instead?: ScaleInstead;
    }
  | {
      readonly kind: 'choice';
      readonly options?: readonly string[];
      readonly instead?: ScaleInstead;
      readonly several?: Several;
    }
  | { readonly kind: 'multiple'; readonly joined: Joined }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
);

export type Misspelling = readonly [label: string, option: string];

/** The scale as it may be, once somebody says what the answers mean that it does not know. */
export interface ScaleInstead extends Pick<NearMatch, 'unknown'> {
  readonly judgement: Extract<Judgement, { kind: 'scale' }>;
}

/** A choice as it may be where some cells hold more than one of its answers: what stands between them, and each alone. */
export type Several = Pick<Joined, 'separator' | 'options'>;

/** Whether answers are of a scale of views: of those that are about the person only yes and no are a scale. */
export function areViews(judgement: Judgement): boolean {
  return judgement.kind === 'scale' && judgement.scale !== 'yes-no';
}

/** Answers taken for words, of which nothing is counted. */
export function asText(ground: string, certainty: Certainty = 'likely'): Judgement {
  return { kind: 'text', ground, certainty };
}

type Labelled = readonly { readonly label: string }[];

/** Labels in quotation marks, as many as a sentence has room for. */
export function quoted(labels: Labelled): string {
  const shown = labels.slice(0, 3).map(({ label }) => `“${label}”`);
  return shown.join(', ') + (labels.length > 3 ? ` and ${labels.length - 3} more` : '');
}

/** The verb for as many. */
export function isOrAre({ length }: Labelled): string {
  return length === 1 ? 'is' : 'are';
}
