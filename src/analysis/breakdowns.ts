import { UserError } from '../intake/user-error.ts';
import type { ItemAnswers, Responses } from '../responses/responses.ts';
import {
  type Breakdown,
  type Distribution,
  type Group,
  type OptionFigure,
  type QuestionAnalysis,
  figurePrefix,
  groupSuffix,
} from './analysis.ts';
import { campaignId } from './campaigns.ts';
import { type FigureContext, distribute } from './distribution.ts';
import { type Grouping, tallyGroups } from './groupings.ts';
import { kindId } from './kinds.ts';
import { type AnswerTally, subtractTally } from './tally.ts';
import type { Weighting } from './weights/weights.ts';
import { sumOf } from '../intake/sum.ts';

/** Every other question, item by item, by the groups of a grouping. Free text makes no table. */
export function breakDown(
  grouping: Grouping,
  analysed: readonly QuestionAnalysis<number>[],
  { survey, answers, counts, size }: Responses,
  weighting: Weighting | null,
): Breakdown<number>[] {
  const { by, overlapping, questions: groupers, groups } = grouping;
  const ungrouped = countUngrouped(grouping, size, counts);
  const others = survey.questions.filter(
    (one) =>
      one.kind !== 'text' && groupers.every(({ id }) => id !== one.id) && (grouping.isAbout?.(one) ?? true),
  );
  const items = others.flatMap(({ id }) => answers.get(id) ?? []);
  const options = sumOf(items, ({ answers: own }) => ('options' in own ? own.options.length : 1));
  assertReadable(by, groups.length, options);
  return others.flatMap((question) => {
    const whole = analysed.find(({ id }) => id === question.id);
    return (answers.get(question.id) ?? []).flatMap((itemAnswers): Breakdown<number>[] => {
      const total = whole?.items.find(({ id }) => id === itemAnswers.item.id);
      if (total === undefined) return [];
      return [
        {
          by,
          byQuestions: groupers.map(({ id, text }) => ({ id, text })),
          question: question.id,
          item: total.id,
          total,
          groups: groupsOf(grouping, itemAnswers, counts, { question, ...survey.report }, weighting),
          ungrouped,
          overlapping,
        },
      ];
    });
  });
}

/** More counts than these nobody reads, and they would come to a hundred megabytes of JSON. */
const MOST_COUNTS = 250_000;

function assertReadable(by: string, groups: number, options: number): void {
  if (groups * options <= MOST_COUNTS) return;
  const [many, each, most] = [groups, options, MOST_COUNTS].map((count) => count.toLocaleString('en-GB'));
  throw new UserError(
    `The breakdown by ${by.replaceAll('+', ' and ')} is too large: ${many} groups, each with the counts of ${each} answers to other questions. At most ${most} counts are made.`,
    'Put answers together with “merge”, leave that breakdown out, or give “kind: text” to a question whose answers are written freely.',
  );
}

function countUngrouped({ cells }: Grouping, size: number, counts: Uint32Array | null): number {
  let ungrouped = 0;
  for (let record = 0; record < size; record++) {
    if ((cells[record] ?? -1) < 0) ungrouped += counts?.[record] ?? 1;
  }
  return ungrouped;
}

function groupsOf(
  grouping: Grouping,
  { item, answers }: ItemAnswers,
  counts: Uint32Array | null,
  about: Pick<FigureContext, 'question' | 'minimumBase'>,
  weighting: Weighting | null,
): Group<number>[] {
  const counted = [counts, ...(weighting ? [weighting.weights, weighting.squares] : [])];
  const tallies = counted.map((each) => tallyGroups(answers, grouping, each));
  return grouping.groups.map(({ id, label }, index): Group<number> => {
    const prefix = figurePrefix(about.question.id, item.id);
    const suffix = groupSuffix(grouping.by, id);
    const context = { ...about, prefix, suffix, ...(item.reversed && { reversed: item.reversed }) };
    const figuresOf = (pick: (own: AnswerTally, together: AnswerTally) => AnswerTally) => {
      const picked = tallies.map(({ each, together }) => pick(each[index] as AnswerTally, together));
      const [people, weights, squares] = picked as [AnswerTally, AnswerTally?, AnswerTally?];
      return distribute(answers, people, context, weights && squares && { weights, squares });
    };
    const others = figuresOf((own, together) => subtractTally(together, own));
    return {
      id,
      label,
      ...withDifferences(
        figuresOf((own) => own),
        others,
      ),
    };
  });
}

function withDifferences(group: Distribution<number>, others: Distribution<number>): Distribution<number> {
  const compare = <Kind extends OptionFigure<number>>(
    mine: readonly Kind[],
    theirs: readonly OptionFigure<number>[],
  ) => {
    const figures = new Map(theirs.map(({ id, figure }) => [id, figure]));
    return mine.map((one): Kind => {
      const other = figures.get(one.id);
      if (other === undefined || other.percent === null || one.figure.percent === null) return one;
      const { effective } = others.base;
      const precision = effective === undefined ? {} : { effective };
      const points = one.figure.percent - other.percent;
      return { ...one, difference: { points, others: other, ...precision } };
    });
  };
  return {
    ...group,
    options: compare(group.options, others.options),
    nets: compare(group.nets, others.nets),
  };
}

/** Whether the groups of a breakdown are the answers to a question, and not campaigns nor kinds of respondent. */
export function isByAnswers({ by }: Pick<Breakdown, 'by'>): boolean {
  return by !== campaignId && by !== kindId;
}
