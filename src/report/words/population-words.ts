import type { Distribution, OptionFigure } from '../../analysis/analysis.ts';
import type { PopulationShare } from '../../analysis/population.ts';
import type { Sentence } from '../document.ts';
import { roundPoints } from '../../analysis/rounding.ts';
import { bySemicolons } from './phrases.ts';
import { sumOf } from '../../intake/sum.ts';

type Compared = OptionFigure & { readonly population: PopulationShare & { readonly points: number } };

function comparedOf({ options }: Distribution): Compared[] {
  return options.filter(
    (option): option is Compared => option.population !== undefined && option.population.points !== null,
  );
}

/** What the population columns of a table are, and what they do not show. */
export function populationNotes(distribution: Distribution, sample?: object): Sentence[] {
  const [first] = comparedOf(distribution);
  if (first === undefined) return [];
  return [
    [
      'Compared with the population are the ',
      { count: first.population.base },
      ' who gave an answer for which the definition has a figure for the population. The difference is in percentage points: respondents less population, worked out before rounding.',
      ...(distribution.base.weighted === undefined
        ? []
        : [' Here people are compared, without their weights.']),
      ...totalWords(distribution),
    ],
    ...(sample === undefined
      ? [
          [
            'Shares like those of the population do not make the respondents representative of it: they chose to respond.',
          ],
        ]
      : []),
  ];
}

/** Says that the percentages of the population do not quite add up to 100, as where each was rounded. */
function totalWords({ options }: Distribution): Sentence {
  const total = sumOf(options, ({ population }) => population?.percent ?? 0);
  return Math.abs(total - 100) > 1e-9
    ? [' The percentages given for the population add up to ', { given: total }, '.']
    : [];
}

/**
 * The answers of which there are most more and most fewer among respondents than in the population: "Compared with the
 * population, “65 and over” is 28% of the 146 respondents who can be compared and 19% of the population, 9 percentage
 * points more". Nothing where no difference rounds to a point.
 */
export function populationSentence(distribution: Distribution, decimals: number): Sentence {
  const options = comparedOf(distribution).toSorted((a, b) => b.population.points - a.population.points);
  const [most, least] = [options[0], options.at(-1)];
  const told = [most, least].filter(
    (option, index): option is Compared =>
      option !== undefined &&
      (index === 0 ? option.population.points > 0 : option.population.points < 0) &&
      roundPoints(option.population.points, decimals) !== 0,
  );
  const [first] = told;
  if (first === undefined) return [];
  const clauses = told.map((option, index) => comparedWords(option, index === 0));
  return ['Compared with the population, ', ...bySemicolons(clauses), '.'];
}

/** How far each option is from the population, by the id of its figure. */
export function populationByFigure(distribution: Distribution): Map<string, Sentence> {
  return new Map(
    comparedOf(distribution).map((option) => [
      option.figure.id,
      ['Compared with the population, ', ...comparedWords(option, true), '.'],
    ]),
  );
}

/** The first of several such clauses says of how many those compared are. */
function comparedWords({ label, figure, population }: Compared, isFirst: boolean): Sentence {
  const { base, compared, percent, points } = population;
  return [
    `“${label}” is `,
    { percent: { id: figure.id, count: figure.count, base, percent: compared } },
    ...(isFirst ? [' of the ', { count: base }, ' respondents who can be compared'] : [' of them']),
    ' and ',
    { given: percent },
    ' of the population, ',
    { apart: points },
    points < 0 ? ' fewer' : ' more',
  ];
}
