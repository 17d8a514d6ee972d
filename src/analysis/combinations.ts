import type { Answers, ItemAnswers, Responses } from '../responses/responses.ts';
import type { ScaleQuestion, Side } from '../survey/survey.ts';
import { type Base, type Figure, effectiveBase, figure } from './figures.ts';
import { figurePrefix } from './analysis.ts';
import { kebab } from '../survey/labels/labels.ts';
import { tallyAnswers } from './tally.ts';
import type { Weighting } from './weights/weights.ts';
import { sumOf } from '../intake/sum.ts';

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

/** The answers to an item that is rated on a scale. */
interface Rated extends ItemAnswers {
  readonly question: ScaleQuestion;
}

/** By what responses are counted. */
interface Counting {
  readonly counts: Uint32Array | null;
  readonly weighting?: Pick<Weighting, 'weights' | 'squares'> | null | undefined;
  readonly minimumBase: number;
}

/**
 * Every item on a scale of agreement or support against every question on the clarity scale: against the item of the same
 * id where clarity was asked item by item.
 */
export function combineWithClarity(
  { survey, answers, counts }: Responses,
  weighting?: Counting['weighting'],
): Combination[] {
  const scales = survey.questions.filter((question): question is ScaleQuestion => question.kind === 'scale');
  const ratedOn = (isMeant: (scale: string) => boolean) =>
    scales
      .filter(({ scale }) => isMeant(scale.name))
      .map((question) => (answers.get(question.id) ?? []).map((one): Rated => ({ question, ...one })));
  const clarities = ratedOn((scale) => scale === 'clarity');
  return ratedOn((scale) => views.has(scale)).flatMap((items) =>
    clarities.flatMap((clarity) =>
      items.flatMap((view) => {
        const [only] = clarity;
        const isWhole = only?.item.id === only?.question.id;
        const clear = isWhole ? only : clarity.find(({ item }) => item.id === view.item.id);
        return clear ? [combine(view, clear, { counts, weighting, ...survey.report })] : [];
      }),
    ),
  );
}

function combine(view: Rated, clear: Rated, { counts, weighting, minimumBase }: Counting): Combination {
  const people = cross(view, clear, counts);
  const weights = weighting ? cross(view, clear, weighting.weights) : undefined;
  const squares = weighting ? cross(view, clear, weighting.squares).all : 0;
  const base = { rule: 'answered', count: people.all, ...(weights && { weighted: weights.all }) } as const;
  const figureOf = (id: string, part: (of: Crossed) => number) =>
    figure(id, part(people), base, { minimumBase, weighted: weights && part(weights) });
  const prefix = figurePrefix(view.question.id, view.item.id);
  const clarityPrefix = figurePrefix(clear.question.id, clear.item.id);
  return {
    question: view.question.id,
    item: view.item.id,
    clarity: { question: clear.question.id, item: clear.item.id },
    base: people.all,
    ...(weights && {
      weightedBase: { weighted: weights.all, effective: effectiveBase(weights.all, squares) },
    }),
    figures: [
      ...corners.map((sides, corner): CombinedFigure => {
        const [one, other] = [view.question.scale.words[sides[0]], clear.question.scale.words[sides[1]]];
        const id = `${prefix}.${kebab(one)}+${clarityPrefix}.${kebab(other)}`;
        const own = figureOf(id, ({ inCorners }) => inCorners[corner] ?? 0);
        return { sides, label: `${one}, ${other}`, figure: own };
      }),
      {
        label: 'other answers',
        figure: figureOf(`${prefix}+${clarityPrefix}.other`, ({ all, inCorners }) => all - sumOf(inCorners)),
      },
    ],
  };
}

/** How many gave an option to both, or what they weigh; and of these how many on both sides of each corner. */
interface Crossed {
  readonly all: number;
  readonly inCorners: readonly number[];
}

function cross(view: Rated, clear: Rated, each: ArrayLike<number> | null): Crossed {
  const [sides, clearSides] = [sidesOf(view.answers), sidesOf(clear.answers)];
  const tallies = tallyAnswers(view.answers, each, clearSides.length, clear.answers.cells);
  const counts = [...tallies.entries()].flatMap(([other, { answers }]) =>
    Array.from(answers, (count, one) => ({ at: [sides[one] ?? null, clearSides[other] ?? null], count })),
  );
  const countIn = ([first, second]: (typeof corners)[number]): number =>
    sumOf(counts, ({ at: [one, other], count }) => (one === first && other === second ? count : 0));
  return { all: sumOf(counts, ({ count }) => count), inCorners: corners.map(countIn) };
}

function sidesOf(answers: Answers): (Side | null)[] {
  return answers.kind === 'options' ? answers.options.map(({ side }) => side) : [];
}
