import type { Answers, ItemAnswers, Responses } from '../responses/responses.ts';
import type { ScaleQuestion, Side } from '../survey/survey.ts';
import { type Base, type Figure, figure } from './figures.ts';
import { figurePrefix } from './analysis.ts';
import { kebab } from '../survey/labels/labels.ts';
import { tallyAnswers } from './tally.ts';
import type { Weighting } from './weights/weights.ts';

/** What the same respondents think of something and whether they find it clear: "agreed but found it unclear". */
export interface Combination {
  readonly question: string;
  readonly item: string;
  /** The question, and its item, that says whether it was clear. */
  readonly clarity: { readonly question: string; readonly item: string };
  /** Responses that gave an option to both. */
  readonly base: number;
  /** What these weigh, where responses are weighted. */
  readonly weightedBase?: Pick<Base, 'weighted' | 'effective'>;
  /** The four in which both answers are positive or negative, and the rest of the base. */
  readonly figures: readonly CombinedFigure[];
}

/** The sides of both answers; none for the rest, in which one of them is neither or outside its scale. */
interface CombinedFigure {
  readonly sides?: readonly [view: Extreme, clarity: Extreme];
  /** The words of both scales: "agree, unclear". */
  readonly label: string;
  readonly figure: Figure;
}

type Extreme = Extract<Side, 'positive' | 'negative'>;

/** The built-in scales on which a view is given. */
const views = new Set(['agreement', 'support']);

const corners = [
  ['positive', 'positive'],
  ['positive', 'negative'],
  ['negative', 'positive'],
  ['negative', 'negative'],
] as const;

/**
 * Every item on a scale of agreement or support against every question on the clarity scale: against the item of the same
 * id where clarity was asked item by item.
 */
export function combineWithClarity(
  { survey, answers, counts }: Responses,
  weighting?: Pick<Weighting, 'weights' | 'squares'> | null,
): Combination[] {
  const scales = survey.questions.filter((question): question is ScaleQuestion => question.kind === 'scale');
  const clarities = scales.filter(({ scale }) => scale.name === 'clarity');
  return scales
    .filter(({ scale }) => views.has(scale.name))
    .flatMap((question) =>
      clarities.flatMap((clarity) => {
        const others = answers.get(clarity.id) ?? [];
        return (answers.get(question.id) ?? []).flatMap((item): Combination[] => {
          const [only] = others;
          const isWhole = only?.item.id === clarity.id;
          const other = isWhole ? only : others.find((one) => one.item.id === item.item.id);
          return other === undefined
            ? []
            : [combine(question, item, clarity, other, { counts, weighting, ...survey.report })];
        });
      }),
    );
}

function combine(
  question: ScaleQuestion,
  { item, answers }: ItemAnswers,
  clarity: ScaleQuestion,
  other: ItemAnswers,
  {
    counts,
    weighting,
    minimumBase,
  }: {
    readonly counts: Uint32Array | null;
    readonly weighting: Pick<Weighting, 'weights' | 'squares'> | null | undefined;
    readonly minimumBase: number;
  },
): Combination {
  const [sides, otherSides] = [sidesOf(answers), sidesOf(other.answers)];
  const crossed = (each: ArrayLike<number> | null) => {
    const tallies = tallyAnswers(answers, each, otherSides.length, other.answers.cells);
    const sumOf = (isCounted: (view: Side | null, clear: Side | null) => boolean) => {
      let sum = 0;
      for (const [clear, tally] of tallies.entries()) {
        for (const [view, count] of tally.answers.entries())
          if (isCounted(sides[view] ?? null, otherSides[clear] ?? null)) sum += count;
      }
      return sum;
    };
    const inCorners = corners.map(([view, clear]) => sumOf((one, two) => one === view && two === clear));
    return { all: sumOf(() => true), inCorners };
  };
  const { all: base, inCorners: tally } = crossed(counts);
  const { all: whole, inCorners: weighed } = weighting
    ? crossed(weighting.weights)
    : { all: 0, inCorners: [] };
  const squares = weighting ? crossed(weighting.squares).all : 0;
  const rest = base - tally.reduce((sum, count) => sum + count, 0);
  const prefix = figurePrefix(question.id, item.id);
  const clarityPrefix = figurePrefix(clarity.id, other.item.id);
  const of = { rule: 'answered', count: base, ...(weighting && { weighted: whole }) } as const;
  const weightOf = (weight: number) => (weighting ? weight : undefined);
  const restWeight = whole - weighed.reduce((sum, weight) => sum + weight, 0);
  return {
    question: question.id,
    item: item.id,
    clarity: { question: clarity.id, item: other.item.id },
    base,
    ...(weighting && {
      weightedBase: { weighted: whole, effective: squares > 0 ? whole ** 2 / squares : 0 },
    }),
    figures: [
      ...corners.map((both, corner): CombinedFigure => {
        const [view, clear] = [question.scale.words[both[0]], clarity.scale.words[both[1]]];
        const id = `${prefix}.${kebab(view)}+${clarityPrefix}.${kebab(clear)}`;
        return {
          sides: both,
          label: `${view}, ${clear}`,
          figure: figure(id, tally[corner] ?? 0, of, minimumBase, null, weightOf(weighed[corner] ?? 0)),
        };
      }),
      {
        label: 'other answers',
        figure: figure(`${prefix}+${clarityPrefix}.other`, rest, of, minimumBase, null, weightOf(restWeight)),
      },
    ],
  };
}

function sidesOf(answers: Answers): (Side | null)[] {
  return answers.kind === 'options' ? answers.options.map(({ side }) => side) : [];
}
