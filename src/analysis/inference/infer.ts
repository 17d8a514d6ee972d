import { UserError } from '../../intake/user-error.ts';
import type { Analysis, Breakdown, Distribution, OptionFigure, QuestionAnalysis } from '../analysis.ts';
import type { Sample } from '../../survey/survey.ts';
import { campaignId } from '../campaigns.ts';
import type { Combination } from '../combinations.ts';
import type { Figure } from '../figures.ts';
import { type GroupTest, holm, testGroups } from './group-tests.ts';
import { type Interval, type Share, finiteCorrection, newcombe, wilson } from './intervals.ts';

/**
 * An analysis with the intervals of its percentages and the tests of its breakdowns, where the definition
 * says that the responses are a probability sample; otherwise as it is. All is worked out from the figures
 * that are shown, so that what is hidden stays hidden. Throws a `UserError` where more responded than the
 * population is said to have.
 */
export function inferFromSample(analysis: Analysis): Analysis {
  const { sample } = analysis;
  if (sample === undefined) return analysis;
  const drawn = drawnOf(analysis);
  if (sample.population !== undefined && sample.population < drawn)
    throw new UserError(
      `The population has ${sample.population} people by the definition, and ${drawn} responses are analysed.`,
      'Correct "size" in "population", or leave "population" out.',
    );
  if (sample.population === drawn) return ofEverybody(analysis, sample);
  const population = populationOf(analysis, drawn);
  const questions = analysis.questions.map((question): QuestionAnalysis => ({
    ...question,
    items: question.items.map((item) => ({ ...item, ...withIntervals(item, item, population) })),
  }));
  const estimated = analysis.breakdowns.map((breakdown) =>
    breakdown.by === campaignId ? breakdown : inferBreakdown(breakdown, questions, population),
  );
  const { breakdowns, tests } = withHolm(estimated);
  const combinations = analysis.combinations.map((one) => estimateCombination(one, population));
  const note = { code: 'probability-sample', tests, drawn, ...sample } as const;
  return { ...analysis, questions, breakdowns, combinations, notes: [note, ...analysis.notes] };
}

/**
 * How many responses were drawn: all that are analysed, or would be without the group that the analysis is
 * narrowed to.
 */
function drawnOf({ ledger, selection }: Analysis): number {
  if (selection === undefined) return ledger.analysed;
  const reason = `not ${selection.question}=${selection.option}`;
  const narrowed = ledger.removed.filter((removed) => removed.reason === reason);
  return narrowed.reduce((sum, { count }) => sum + count, ledger.analysed);
}

/** From how many the responses that are analysed were drawn: of one group as many in the same proportion. */
function populationOf({ sample, ledger }: Analysis, drawn: number): number | undefined {
  if (sample?.population === undefined || drawn === 0) return undefined;
  return (sample.population * ledger.analysed) / drawn;
}

/** Where everybody answered nothing is left to chance: there are no intervals, and no tests. */
function ofEverybody(analysis: Analysis, sample: Sample): Analysis {
  const isTested = ({ by, question }: Breakdown) =>
    by !== campaignId && analysis.questions.find(({ id }) => id === question)?.kind !== 'number';
  const breakdowns = analysis.breakdowns.map((breakdown): Breakdown =>
    isTested(breakdown) ? { ...breakdown, untested: 'census' } : breakdown,
  );
  const note = { code: 'probability-sample', tests: 0, drawn: sample.population ?? 0, ...sample } as const;
  return { ...analysis, breakdowns, notes: [note, ...analysis.notes] };
}

function inferBreakdown(
  breakdown: Breakdown,
  questions: readonly QuestionAnalysis[],
  population: number | undefined,
): Breakdown {
  const question = questions.find(({ id }) => id === breakdown.question);
  const total = question?.items.find(({ id }) => id === breakdown.item) ?? breakdown.total;
  const groups = breakdown.groups.map((group) => ({ ...group, ...withIntervals(group, total, population) }));
  if (question?.kind === 'number') return { ...breakdown, total, groups };
  const tested = testGroups(breakdown, question?.kind === 'multiple');
  return {
    ...breakdown,
    total,
    groups,
    ...(typeof tested === 'string' ? { untested: tested } : { tests: tested }),
  };
}

/** The options and nets of some responses with their intervals; `item` are all responses to the item. */
function withIntervals(
  { base, options, nets }: Distribution,
  item: Distribution,
  population: number | undefined,
): Pick<Distribution, 'options' | 'nets'> {
  const correction = correctionOf(item.base.count, population);
  const size = base.effective ?? base.count ?? 0;
  const estimate = <Kind extends OptionFigure>(option: Kind): Kind => {
    const own = shareOf(option.figure, size, correction);
    if (own === undefined) return option;
    const figure = { ...option.figure, interval: inPercent(wilson(own)) };
    const { difference } = option;
    if (difference === undefined) return { ...option, figure };
    const others = shareOf(
      difference.others,
      difference.effective ?? difference.others.base ?? 0,
      correction,
    );
    const interval = others && inPercent(newcombe(own, others));
    return { ...option, figure, difference: { ...difference, ...(interval && { interval }) } };
  };
  return { options: options.map(estimate), nets: nets.map(estimate) };
}

/**
 * A percentage as the share of a sample; none where no percentage is given. The finite population correction
 * makes the sample larger.
 */
function shareOf({ percent }: Figure, size: number, correction: number): Share | undefined {
  if (percent === null || size <= 0) return undefined;
  return { share: percent / 100, size: size / correction ** 2 };
}

/** Where a base is hidden, none is made: it could tell the base, and without it an interval is only wider. */
function correctionOf(sampled: number | null, population: number | undefined): number {
  return population === undefined || sampled === null ? 1 : finiteCorrection(sampled, population);
}

function inPercent({ lower, upper }: Interval): Interval {
  return { lower: 100 * lower, upper: 100 * upper };
}

function estimateCombination(combination: Combination, population: number | undefined): Combination {
  const { base, weightedBase, figures } = combination;
  const correction = correctionOf(base, population);
  return {
    ...combination,
    figures: figures.map((one) => {
      const own = shareOf(one.figure, weightedBase?.effective ?? base, correction);
      return own ? { ...one, figure: { ...one.figure, interval: inPercent(wilson(own)) } } : one;
    }),
  };
}

/** The tests of all breakdowns, corrected for how many they are. */
function withHolm(breakdowns: readonly Breakdown[]): {
  readonly breakdowns: readonly Breakdown[];
  readonly tests: number;
} {
  const first = turnedTests(breakdowns);
  const tests = breakdowns.flatMap((one) => one.tests ?? []).filter((test) => !first.has(test));
  const corrected = holm(tests.map(({ p }) => p));
  const correctedOf = new Map(tests.map((test, nth) => [test, corrected[nth] ?? 1]));
  const correct = (test: GroupTest): GroupTest => {
    const one = first.get(test) ?? test;
    return { ...one, corrected: correctedOf.get(one) ?? 1 };
  };
  return {
    breakdowns: breakdowns.map((one) =>
      one.tests === undefined ? one : { ...one, tests: one.tests.map(correct) },
    ),
    tests: tests.length,
  };
}

/**
 * Where two questions break down each other, the second test is of the table of the first, turned: by each
 * such test the first. By simulation they would have two probabilities.
 */
function turnedTests(breakdowns: readonly Breakdown[]): ReadonlyMap<GroupTest, GroupTest> {
  const found = new Map<GroupTest, GroupTest>();
  for (const [nth, { question, by, tests: [test] = [] }] of breakdowns.entries()) {
    if (test === undefined || test.option !== null) continue;
    const turned = breakdowns.slice(0, nth).find((other) => other.question === by && other.by === question);
    const [before] = turned?.tests ?? [];
    if (before?.option === null && before.answers === test.answers && before.count === test.count)
      found.set(test, before);
  }
  return found;
}
