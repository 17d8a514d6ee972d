import type { Answers } from '../responses/responses.ts';
import { kebab } from '../survey/labels/labels.ts';
import type { Option, Question, Side, SideWords } from '../survey/survey.ts';
import type { Distribution, NetFigure, OptionFigure, ScoreSummary } from './analysis.ts';
import { type Base, type States, baseCount, effectiveBase, figure } from './figures.ts';
import { summariseNumbers } from './numbers.ts';
import type { AnswerTally } from './tally.ts';
import { sumOf } from '../intake/sum.ts';

/** What the figures of one item have in common, whichever responses they are of. */
export interface FigureContext {
  readonly question: Question;
  /** `priorities.quality`, or `clarity` for a question held in one column. */
  readonly prefix: string;
  /** What follows the id of a figure that is of one group only. */
  readonly suffix: string;
  readonly minimumBase: number;
  /** Whether the item is worded the other way round. */
  readonly reversed?: true;
}

/** What the responses of a tally weigh, and the squares of their weights. */
export interface WeightTally {
  readonly weights: AnswerTally;
  readonly squares: AnswerTally;
}

/**
 * The figures of one tally: states, base, every option in order, the nets from counts, or the summary of
 * numbers. Where the responses are weighted, percentages and means are of their weights, and counts stay the
 * people counted.
 */
export function distribute(
  answers: Answers,
  tally: AnswerTally,
  context: FigureContext,
  weighed?: WeightTally,
): Distribution<number> {
  const counts = optionCounts(answers, tally);
  const weights = weighed && optionCounts(answers, weighed.weights);
  const states = statesOf(answers, tally);
  // A statistic of numbers can only be of those who gave one, whatever the rule for percentages.
  const rule = answers.kind === 'numbers' ? 'answered' : context.question.base;
  const base: Base<number> = {
    rule,
    count: baseCount(rule, states),
    ...(weighed && weightedBase(answers, rule, weighed)),
  };
  const options = 'options' in answers ? optionFigures(answers.options, counts, base, context, weights) : [];
  const { question } = context;
  const nets = question.kind === 'scale' ? netFigures(question.scale.words, options, base, context) : [];
  return {
    states,
    base,
    options: isOrderKnown(question) ? options : byFrequency(options),
    nets,
    ...(weighed && { weightedStates: statesOf(answers, weighed.weights) }),
    ...(answers.kind === 'numbers'
      ? {
          numbers: summariseNumbers(
            answers.values,
            tally.answers,
            context.minimumBase,
            weighed?.weights.answers,
          ),
        }
      : {}),
    ...scoresOf(question, options, context, weighed && weightedBase(answers, 'gave-view', weighed)),
  };
}

/**
 * Mean and median of the codes, those of an item that is worded the other way round reversed: the highest becomes the
 * lowest. Nothing where the question has no codes, or where somebody chose an option on the scale that has none.
 */
function scoresOf(
  question: Question,
  options: readonly OptionFigure<number>[],
  { reversed, minimumBase }: FigureContext,
  weighed: Pick<Base<number>, 'weighted' | 'effective'> | undefined,
): { readonly scores?: ScoreSummary<number> } {
  if (question.kind !== 'scale' || question.codes === undefined) return {};
  if (uncoded(question.codes, options).length > 0) return {};
  const all = [...question.codes.values()];
  const turn = Math.min(...all) + Math.max(...all);
  const coded = options.flatMap(({ label, figure: { count, weighted } }) => {
    const code = question.codes?.get(label);
    return code === undefined ? [] : [{ code: reversed ? turn - code : code, count, weighted }];
  });
  const { n, withheld, mean, median } = summariseNumbers(
    coded.map(({ code }) => code),
    coded.map(({ count }) => count),
    minimumBase,
    coded.some(({ weighted }) => weighted !== undefined)
      ? coded.map(({ weighted }) => weighted ?? 0)
      : undefined,
  );
  return { scores: { n, ...weighed, ...(withheld && { withheld }), mean, median } };
}

/** The options on the scale that somebody chose, or may have where it is hidden, and that have no code. */
export function uncoded(codes: ReadonlyMap<string, number>, options: readonly OptionFigure[]): string[] {
  return options
    .filter(({ label, side, figure: one }) => side !== 'outside' && one.count !== 0 && !codes.has(label))
    .map(({ label }) => label);
}

/** Responses that chose each option; of a question with several answers, each response once an option. */
export function optionCounts(answers: Answers, tally: AnswerTally): number[] {
  if (answers.kind === 'options') return [...tally.answers];
  if (answers.kind !== 'sets') return [];
  const counts = answers.options.map(() => 0);
  for (const [index, set] of answers.sets.entries()) {
    for (const option of set) counts[option] = (counts[option] ?? 0) + (tally.answers[index] ?? 0);
  }
  return counts;
}

function statesOf(
  answers: Answers,
  { answers: counts, blank, notAsked, invalid }: AnswerTally,
): States<number> {
  let [option, outside] = [0, 0];
  for (const [index, count] of counts.entries()) {
    if (answers.kind === 'options' && answers.options[index]?.side === 'outside') outside += count;
    else option += count;
  }
  return { option, outside, blank, notAsked, invalid };
}

function weightedBase(answers: Answers, rule: Base['rule'], { weights, squares }: WeightTally) {
  const weighted = baseCount(rule, statesOf(answers, weights));
  const square = baseCount(rule, statesOf(answers, squares));
  return { weighted, effective: effectiveBase(weighted, square) };
}

function optionFigures(
  options: readonly Option[],
  counts: readonly number[],
  base: Base<number>,
  { prefix, suffix, minimumBase }: FigureContext,
  weights?: readonly number[],
): OptionFigure<number>[] {
  return options.map(({ id, label, side }, index) => ({
    id,
    label,
    side,
    figure: figure(`${prefix}.${id}${suffix}`, counts[index] ?? 0, base, {
      minimumBase,
      side,
      weighted: weights?.[index],
    }),
  }));
}

/** The nets of a scale, from the counts of their options. A side on which nothing was offered has none. */
function netFigures(
  words: SideWords,
  options: readonly OptionFigure<number>[],
  base: Base<number>,
  { prefix, suffix, minimumBase }: FigureContext,
): NetFigure<number>[] {
  return (Object.entries(words) as [Exclude<Side, 'outside'>, string][]).flatMap(([side, label]) => {
    const members = options.filter((option) => option.side === side);
    if (members.length === 0) return [];
    const id = kebab(label);
    const count = sumOf(members, (member) => member.figure.count);
    const weighted =
      base.weighted === undefined ? undefined : sumOf(members, (member) => member.figure.weighted ?? 0);
    return {
      id,
      label,
      side,
      options: members.map((member) => member.label),
      figure: figure(`${prefix}.${id}${suffix}`, count, base, { minimumBase, side, weighted }),
    };
  });
}

/**
 * Whether the options have an order of their own: from the definition, a scale, the columns of the export, or, where
 * several items share them, how often they were chosen over all of these.
 */
export function isOrderKnown(question: Question): boolean {
  if (question.kind === 'multiple')
    return question.options !== undefined || question.optionColumns !== undefined;
  return question.kind !== 'choice' || question.options !== undefined || question.items.length > 1;
}

/** Most frequent first; the options come sorted by label, which settles ties. */
function byFrequency(options: readonly OptionFigure<number>[]): OptionFigure<number>[] {
  return options.toSorted((a, b) => b.figure.count - a.figure.count);
}
