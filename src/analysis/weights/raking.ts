import { UserError } from '../../intake/user-error.ts';
import { type Answers, type ResponseSet, INVALID } from '../../responses/responses.ts';
import { fold } from '../../survey/labels/labels.ts';
import { nearestLabel } from '../../survey/labels/near-label.ts';
import { sumOf } from '../../intake/sum.ts';

/** Passes over all margins after which raking is given up. */
const MOST_PASSES = 500;

/** How far a share may be from its margin in the end, as a share. */
export const CLOSE = 1e-9;

/** An option whose share of what is weighed is not the one that it is to have; both out of 100. */
export interface MissedShare {
  readonly question: string;
  readonly label: string;
  readonly wanted: number;
  readonly percent: number;
}

/** The shares that the answers to a question are to have. */
export interface Margin {
  readonly question: string;
  /** The share that each class is to have, adding up to 1. */
  readonly shares: readonly number[];
  readonly labels: readonly string[];
  /** The class of each answer, and below 0 of one that is in none: such responses keep their weight. */
  readonly classOf: readonly number[];
  /** The labels of all answers. */
  readonly answers: readonly string[];
  readonly cells: Answers['cells'];
}

/** Responses whose weights are raked. */
export interface Raked {
  /** What each response of a record weighs: changed in place. */
  readonly each: Float64Array;
  /** How many responses a record stands for. */
  readonly times: (record: number) => number;
  readonly margins: readonly Margin[];
}

/** Answers that somebody gave to a question and that no share is asked for: these responses keep their weight. */
export interface Untargeted {
  readonly question: string;
  readonly labels: readonly string[];
}

/**
 * What the definition has of a question, beside the answers to it. Throws a `UserError` where nobody gave one
 * of them.
 */
export function marginOf(
  { question, shares }: { readonly question: string; readonly shares: ReadonlyMap<string, number> },
  { answers }: ResponseSet,
): Margin {
  const own = answers.get(question)?.[0]?.answers;
  const labels = [...shares.keys()];
  const folded = labels.map(fold);
  const options = own?.kind === 'options' ? own.options : [];
  const isGiven = (label: string) => options.some((option) => fold(option.label) === fold(label));
  const unknown = labels.filter((label) => !isGiven(label));
  const given = options.map(({ label }) => label);
  if (unknown.length > 0) throw nobodyAnswered(unknown, question, given);
  return {
    question,
    shares: [...shares.values()],
    labels,
    answers: given,
    classOf: options.map(({ label }) => folded.indexOf(fold(label))),
    cells: own?.cells ?? new Int8Array(0),
  };
}

function nobodyAnswered(
  labels: readonly string[],
  question: string,
  given: readonly string[] = [],
): UserError {
  const near = labels.flatMap((label) => nearestLabel(label, given) ?? [])[0];
  const quoted = labels.map((label) => `“${label}”`).join(' or ');
  return new UserError(
    `The responses could not be raked, because nobody answered ${quoted} to question ${question}: no weights give it its share.`,
    near === undefined
      ? 'Under "weight" in the definition, leave it out, or put it together with another option.'
      : `Did you mean “${near}”, under "weight" in the definition?`,
  );
}

/**
 * Raking, or iterative proportional fitting: weights are scaled to one margin after the other until all hold
 * at once (Deming and Stephan, Annals of Mathematical Statistics 11, 1940). The weights of a margin keep
 * their sum. Throws a `UserError` where that cannot be, with why.
 */
export function rake(raked: Raked): void {
  const { margins } = raked;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let furthest = 0;
    for (const margin of margins) furthest = Math.max(furthest, scaleTo(margin, raked));
    if (furthest < CLOSE) return;
  }
  const distance = (margin: Margin) => distanceOf(margin, sumsOf(margin, raked));
  const [worst] = margins.toSorted((a, b) => distance(b) - distance(a));
  throw new UserError(
    `The responses could not be raked, because no weights give every question its shares: after ${MOST_PASSES} passes question ${worst?.question ?? ''} is furthest from them.`,
    'Nobody gave some answers together that would be needed. Under "weight" in the definition, put options together, or leave a question out.',
  );
}

/** The answers that somebody gave without a share, question by question. */
export function untargetedOf(margins: readonly Margin[]): Untargeted[] {
  return margins.flatMap(({ question, answers, classOf, cells }) => {
    const labels = answers.filter((_, at) => classOf[at] === -1 && cells.includes(at));
    return labels.length > 0 ? [{ question, labels }] : [];
  });
}

function sumsOf({ shares, classOf, cells }: Margin, { each, times }: Raked): number[] {
  const sums = shares.map(() => 0);
  for (let record = 0; record < cells.length; record++) {
    const at = classOf[cells[record] ?? INVALID] ?? -1;
    if (at >= 0) sums[at] = (sums[at] ?? 0) + (each[record] ?? 0) * times(record);
  }
  return sums;
}

/** The option that is furthest from its share; none where there are no margins. */
export function furthestFrom(raked: Raked): MissedShare | undefined {
  const shares = raked.margins.flatMap((margin): MissedShare[] => {
    const sums = sumsOf(margin, raked);
    const all = sumOf(sums);
    return margin.shares.map((share, at) => ({
      question: margin.question,
      label: margin.labels[at] ?? '',
      wanted: 100 * share,
      percent: (100 * (sums[at] ?? 0)) / all,
    }));
  });
  const distance = ({ wanted, percent }: MissedShare) => Math.abs(percent - wanted);
  const most = Math.max(...shares.map(distance));
  // Of two that are as far off, as the only two options of a question are, the one that is too few was trimmed.
  const furthest = shares.filter((share) => distance(share) > most - CLOSE);
  return furthest.find(({ wanted, percent }) => percent < wanted) ?? furthest[0];
}

/** How far any share is from the one asked for. */
export function distanceFrom(raked: Raked): number {
  return Math.max(...raked.margins.map((margin) => distanceOf(margin, sumsOf(margin, raked))));
}

/** How far the sums of the classes of a margin are from the shares that they are to have. */
function distanceOf({ shares }: Margin, sums: readonly number[]): number {
  const all = sumOf(sums);
  return Math.max(...shares.map((share, at) => Math.abs((sums[at] ?? 0) / all - share)));
}

/** Scales weights to one margin; returns how far its shares were from it before. */
function scaleTo(margin: Margin, raked: Raked): number {
  const { question, shares, labels, classOf, cells } = margin;
  const { each } = raked;
  const sums = sumsOf(margin, raked);
  const all = sumOf(sums);
  const factors = shares.map((share, at) => (share * all) / (sums[at] ?? 0));
  const empty = shares.findIndex((share, at) => share > 0 && sums[at] === 0);
  if (empty >= 0) throw nobodyAnswered([labels[empty] ?? ''], question);
  for (let record = 0; record < cells.length; record++) {
    const at = classOf[cells[record] ?? INVALID] ?? -1;
    if (at >= 0) each[record] = (each[record] ?? 0) * (factors[at] ?? 1);
  }
  return distanceOf(margin, sums);
}
