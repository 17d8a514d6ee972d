import { judgeChoice } from './choice.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';
import { type Joined, findJoined } from './joined.ts';
import { orderLabels } from './ordering.ts';
import { type NearMatch, matchScale, nearScale } from './scale-match.ts';

/** How sure a guess is: from what the file says, from the answers, or open to another reading. */
export type Certainty = 'sure' | 'likely' | 'doubtful';

/** What the answers of a column, or of the columns of a grid, are taken for, and on what ground. */
export type Judgement = {
  readonly ground: string;
  readonly certainty: Certainty;
} & (
  | { readonly kind: 'scale'; readonly scale: string; readonly options?: readonly string[] }
  | { readonly kind: 'choice'; readonly options?: readonly string[] }
  | { readonly kind: 'multiple'; readonly joined: Joined }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
);

const number = /^[-+−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;
const quantity =
  /\bhow (?:many|much|old|long|far)\b|\bnumber of\b|\bcount\b|\byears?\b|\bage\b|\btimes\b|\bhours?\b|\bmiles?\b|\bcosts?\b|\bamount\b|£/iu;
/** Options that were numbered, though what is asked sounds like a quantity. */
const banded = /\bgroups?\b|\bbands?\b|\brange\b|\bselect one\b|\bchoose one\b|\bwhich of\b/iu;
const consent =
  /\bconsent|\bconfirm\b|\bprivacy\b|\bdata protection\b|\bgdpr\b|\bterms\b|\bi (?:have read|understand|agree)\b|\bpermission\b|\bhappy for\b/iu;

/** What the answers to one question are taken for, whether they stand in one column or in the columns of a grid. */
export function judge(
  labels: readonly LabelCount[],
  question: string,
  { known }: Pick<ColumnFacts, 'known'>,
): Judgement {
  const filled = labels.reduce((sum, { count }) => sum + count, 0);
  if (!known) return { kind: 'text', ground: 'nearly every answer is different', certainty: 'likely' };
  if (filled === 0) return { kind: 'text', ground: 'nobody answered', certainty: 'doubtful' };
  return (
    asConsent(labels, question) ??
    asScale(labels, question) ??
    asNumbers(labels, question) ??
    judgeChoice(labels, question) ?? {
      kind: 'text',
      ground: 'answers in the respondents’ own words',
      certainty: 'likely',
    }
  );
}

/** What one column is taken for: as `judge`, and several answers in a cell where it is no scale and no number. */
export function judgeColumn(facts: ColumnFacts, question: string, separator: string | undefined): Judgement {
  const one = judge(facts.labels, question, facts);
  if (one.kind === 'scale' || one.kind === 'number' || !facts.known) return one;
  if (facts.heading.isText === true)
    return { kind: 'text', ground: 'the platform asked for words', certainty: 'sure' };
  const joined = findJoined(facts, separator);
  if (joined === undefined) return one;
  const { writeIns } = joined;
  const own = `${writeIns} of their parts ${writeIns === 1 ? 'is' : 'are'} in the respondents’ own words, as Other`;
  const also = writeIns > 0 ? `; ${own}` : '';
  return {
    kind: 'multiple',
    joined,
    ground: `cells hold several answers, with “${shown(joined.separator)}” between them${also}`,
    certainty: joined.separator.startsWith(',') || joined.writeIns > 0 ? 'doubtful' : 'likely',
  };
}

/** Agree and Disagree under a question about consent are no opinion. */
function asConsent(labels: readonly LabelCount[], question: string): Judgement | undefined {
  const isAgreement = labels.every(({ folded }) =>
    /^(?:i )?(?:do not |don't |dis)?(?:agree|consent|accept)$/u.test(folded),
  );
  if (!consent.test(question) || !isAgreement) return undefined;
  return { kind: 'choice', ground: 'asks for consent, which is no opinion', certainty: 'likely' };
}

function asScale(labels: readonly LabelCount[], question: string): Judgement | undefined {
  const match = matchScale(labels, question);
  if (match !== undefined) {
    const { scale, options } = match;
    if (options === undefined) {
      const ground = `the answers are of the scale ${scale}, but of several sets of its options`;
      return { kind: 'scale', scale, ground, certainty: 'doubtful' };
    }
    const seen = new Set(labels.map(({ label }) => label));
    const unseen = options.filter((option) => !seen.has(option)).map((option) => `“${option}”`);
    const ground = `every answer is of the scale ${scale}`;
    return unseen.length === 0
      ? { kind: 'scale', scale, options, ground, certainty: 'sure' }
      : {
          kind: 'scale',
          scale,
          options,
          ground: `${ground}, of which nobody gave ${unseen.join(', ')}`,
          certainty: 'likely',
        };
  }
  const near = nearScale(labels);
  if (near === undefined) return undefined;
  const options = orderLabels(labels.map(({ label }) => label)) ?? orderedAsMeant(labels, near);
  const unknown = near.unknown.map(({ label, suggestion }) =>
    suggestion === undefined ? `“${label}”` : `“${label}” (for “${suggestion}”?)`,
  );
  return {
    kind: 'choice',
    ...(options === undefined ? {} : { options }),
    ground: `nearly the scale ${near.scale}, which has no ${unknown.join(', no ')}; name it under "scales", as a synonym or in a scale of your own`,
    certainty: 'doubtful',
  };
}

/** Labels in the order of what each was meant for. */
function orderedAsMeant(labels: readonly LabelCount[], { unknown }: NearMatch): string[] | undefined {
  const written = new Map(labels.map(({ label }) => [label, label]));
  for (const { label, suggestion } of unknown) {
    if (suggestion === undefined) continue;
    written.delete(label);
    written.set(suggestion, label);
  }
  const ordered = orderLabels([...written.keys()])?.map((meant) => written.get(meant) ?? meant);
  return ordered?.length === labels.length ? ordered : undefined;
}

function asNumbers(labels: readonly LabelCount[], question: string): Judgement | undefined {
  if (!labels.every(({ label }) => number.test(label))) return undefined;
  const values = labels.map(({ label }) => Number(label.replaceAll(',', '').replace('−', '-')));
  if (!mayBeCodes(values) || asksQuantity(question, values)) {
    const certainty = mayBeCodes(values) ? 'doubtful' : 'likely';
    return { kind: 'number', ground: 'every answer is a number', certainty };
  }
  const options = labels.map(({ label }) => label).toSorted((a, b) => Number(a) - Number(b));
  return {
    kind: 'choice',
    options,
    ground: 'a few whole numbers: what each stands for is not in the file',
    certainty: 'doubtful',
  };
}

/** Whether numbers that might be codes are amounts by what was asked. Nobody is twelve years old or younger. */
function asksQuantity(question: string, values: readonly number[]): boolean {
  if (banded.test(question)) return false;
  return /\bage\b|\bhow old\b/iu.test(question) ? Math.max(...values) > 12 : quantity.test(question);
}

/** Whole numbers that lie so close together that each may stand for an option, or for a point on a scale. */
function mayBeCodes(values: readonly number[]): boolean {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isClose = values.length > (most - least) / 2;
  return values.every(Number.isInteger) && least >= -10 && most <= 60 && isClose;
}

function shown(separator: string): string {
  return separator === '\n' ? 'a line break' : separator.trim();
}
