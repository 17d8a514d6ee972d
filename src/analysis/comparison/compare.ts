import type { QuestionKind } from '../../survey/survey.ts';
import type { NumberSummary, OptionFigure } from '../analysis.ts';
import {
  type Comparable,
  type ComparableCombination,
  type ComparableDistribution,
  type ComparableItem,
  type ComparableQuestion,
  isOpen,
} from './comparable.ts';
import { type ComparedFigure, comparedFigure, isSeen, pairOf } from './compared-figure.ts';
import type { Base, States } from '../figures.ts';
import { type Pair, pairById, pairCombinations, pairItems, pairQuestions } from './match-questions.ts';

/** One item, or one group of it, in two runs. */
export interface ComparedItem {
  /**
   * What the ids of its figures begin and end with in B, or in A where B has it not: `priorities.quality`,
   * `@role=parent`.
   */
  readonly question: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly item: string;
  readonly label: string;
  readonly by?: string;
  readonly group?: { readonly id: string; readonly label: string };
  /** The question on clarity beside whose answers these are counted. */
  readonly beside?: string;
  readonly states: Pair<States>;
  readonly base: Pair<Base>;
  readonly numbers: Pair<NumberSummary>;
  readonly scores: Pair<Scores>;
  readonly figures: readonly ComparedFigure[];
}

type Scores = NonNullable<ComparableDistribution['scores']>;

/** Tables of which something is hidden for disclosure in one of the runs: none of their figures is compared. */
interface NotCompared {
  readonly question: string;
  readonly item: string;
  readonly by?: string;
  /** The question on clarity beside whose answers these are counted. */
  readonly beside?: string;
}

export interface ComparedFigures {
  /** In the order of B, the breakdowns after the questions; then what only A has. */
  readonly items: readonly ComparedItem[];
  readonly hidden: readonly NotCompared[];
}

/**
 * Every figure of two runs side by side, matched by question, item, group and option; of breakdowns those
 * that both have.
 */
export function compareFigureSets(a: Comparable, b: Comparable): ComparedFigures {
  const items: ComparedItem[] = [];
  const hidden: NotCompared[] = [];
  const decimals = Math.min(a.settings.decimals, b.settings.decimals);
  const take = (place: ComparedPlace, table: readonly Pair<ComparableItem>[], by?: string) => {
    if (table.every((pair) => isVisible(pair.a) && isVisible(pair.b)))
      for (const pair of table) items.push(comparedItem(place, pair, decimals, by));
    else hidden.push({ question: place.question.id, item: place.item.id, ...(by !== undefined && { by }) });
  };
  const places = placesIn(a, b);
  for (const place of places) take(place, [place.items]);
  for (const pair of pairCombinations(a, b)) {
    const combined = comparedCombination(pair, [...b.questions, ...a.questions], decimals);
    if (combined === undefined) continue;
    const { question, item, beside = '', figures } = combined;
    if (figures.every(isSeen) && !isLeftOut(pair, a, b)) items.push(combined);
    else hidden.push({ question, item, beside });
  }
  for (const by of sharedBreakdowns(a, b)) {
    for (const place of places) {
      const groupsIn = (run: Comparable, side: 'a' | 'b') =>
        run.breakdowns.find(
          (one) =>
            one.by === by && one.question === place.questions[side]?.id && one.item === place.items[side]?.id,
        )?.groups ?? [];
      take(place, pairById(groupsIn(a, 'a'), groupsIn(b, 'b')), by);
    }
  }
  return { items, hidden };
}

/** An item as B has it, or A where B has it not; and what it and its question are in both. */
interface ComparedPlace {
  readonly question: ComparableQuestion;
  readonly item: ComparableItem;
  readonly questions: Pair<ComparableQuestion>;
  readonly items: Pair<ComparableItem>;
}

function placesIn(a: Comparable, b: Comparable): ComparedPlace[] {
  return pairQuestions(a.questions, b.questions).flatMap((questions) =>
    pairItems(questions).flatMap((items): ComparedPlace[] => {
      const [question, item] = [questions.b ?? questions.a, items.b ?? items.a];
      return question && item ? [{ question, item, questions, items }] : [];
    }),
  );
}

/** The views beside clarity of one item in two runs. */
function comparedCombination(
  pair: Pair<ComparableCombination>,
  questions: Comparable['questions'],
  decimals: number,
): ComparedItem | undefined {
  const one = pair.b ?? pair.a;
  if (one === undefined) return undefined;
  const question = questions.find(({ id }) => id === one.question);
  const clarity = questions.find(({ id }) => id === one.clarity.question);
  const figuresOf = (some?: ComparableCombination): OptionFigure[] =>
    (some?.figures ?? []).map(({ label, figure }) => ({ id: label, label, side: null, figure }));
  const baseOf = (some?: ComparableCombination): Base | undefined =>
    some && { rule: 'answered', count: some.base };
  return {
    question: one.question,
    kind: 'scale',
    text: question?.text ?? one.question,
    item: one.item,
    label: question?.items.find(({ id }) => id === one.item)?.label ?? one.item,
    beside: clarity?.text ?? one.clarity.question,
    states: {},
    base: pairOf(baseOf(pair.a), baseOf(pair.b)),
    numbers: {},
    scores: {},
    figures: pairById(figuresOf(pair.a), figuresOf(pair.b)).map(comparedFigure('option', decimals)),
  };
}

/**
 * Whether the run that lacks views beside clarity asked for both: it leaves them out, as they would tell what
 * it hides.
 */
function isLeftOut(pair: Pair<ComparableCombination>, a: Comparable, b: Comparable): boolean {
  const one = pair.a && pair.b ? undefined : (pair.a ?? pair.b);
  const [own, other] = pair.a ? (['a', 'b'] as const) : (['b', 'a'] as const);
  if (one === undefined || { a, b }[other].settings.disclosure === 'none') return false;
  const asked = pairQuestions(a.questions, b.questions).filter((two) => two.a?.scale === two.b?.scale);
  return [one, one.clarity].every(({ question, item }) =>
    asked
      .filter((two) => two[own]?.id === question)
      .some((two) => pairItems(two).some((both) => both[own]?.id === item && both[other] !== undefined)),
  );
}

/** The questions by which both runs break others down: `role`, `role+age`. */
function sharedBreakdowns(a: Comparable, b: Comparable): string[] {
  const ofA = new Set(a.breakdowns.map(({ by }) => by));
  return [...new Set(b.breakdowns.map(({ by }) => by))].filter((by) => ofA.has(by));
}

function isVisible(distribution: ComparableDistribution | undefined): boolean {
  return distribution === undefined || isOpen(distribution);
}

function comparedItem(
  { question, item }: ComparedPlace,
  { a, b }: Pair<ComparableItem>,
  decimals: number,
  by?: string,
): ComparedItem {
  const group = b ?? a;
  return {
    question: question.id,
    kind: question.kind,
    text: question.text,
    item: item.id,
    label: item.label,
    ...(by === undefined || group === undefined ? {} : { by, group: { id: group.id, label: group.label } }),
    states: pairOf(a?.states, b?.states),
    base: pairOf(a?.base, b?.base),
    numbers: pairOf(a?.numbers, b?.numbers),
    scores: pairOf(a?.scores, b?.scores),
    figures: [
      ...pairById(a?.nets ?? [], b?.nets ?? []).map(comparedFigure('net', decimals)),
      ...pairById(a?.options ?? [], b?.options ?? []).map(comparedFigure('option', decimals)),
    ],
  };
}

/**
 * Figures that moved by more than so many percentage points. What floating point adds to a difference does not count:
 * from 50% to 52% is not more than 2.
 */
export function movedBeyond({ items }: ComparedFigures, points: number): readonly ComparedFigure[] {
  const figures = items.flatMap((item) => item.figures);
  return figures.filter((one) => one.points !== null && Math.abs(one.points) > points + 1e-9);
}
