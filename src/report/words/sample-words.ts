import type { Breakdown } from '../../analysis/analysis.ts';
import type { Note } from '../../analysis/note.ts';
import { randomTables } from '../../analysis/inference/fisher.ts';
import type { GroupTest, Untested } from '../../analysis/inference/group-tests.ts';
import type { Sentence } from '../document.ts';
import { listed } from './phrases.ts';

/** Below this, corrected, answers are said to differ. */
const significant = 0.05;

/** Up to this share of the population its size makes no difference (Cochran, Sampling Techniques, 1977, 2.6). */
const negligible = 0.05;

/** What intervals and tests say, and what they do not. */
export function sampleWords({
  population,
  drawn,
  tests,
}: Extract<Note, { code: 'probability-sample' }>): Sentence {
  const from: Sentence = population === undefined ? [] : [' of a population of ', { count: population }];
  if (population === drawn)
    return [
      'Everybody was asked and responded, all ',
      { count: population },
      ' of the population: no chance of who was drawn is left, so there are no intervals and no tests. What a figure says holds of these people.',
    ];
  const isLarge = population !== undefined && drawn > negligible * population;
  return [
    'The definition says that the responses are a probability sample',
    ...from,
    '. Of 100 such samples about 95 would have a 95% interval that holds the percentage of all the population (Wilson’s method',
    population === undefined ? '' : ', corrected for the size of the population',
    '). Intervals allow for the chance of who was drawn; not for who did not reply, nor for how a question was understood.',
    ...(tests === 0
      ? []
      : [
          ' ',
          { count: tests },
          tests === 1
            ? ' test of differences between groups was made.'
            : ' tests of differences between groups were made, and their p-values are corrected for how many they are (Holm).',
          isLarge
            ? ' The tests take no account of the size of the population, unlike the intervals: they ask whether a difference would be there beyond these people too (Cochran, 1977).'
            : '',
        ]),
  ];
}

/** Whether the answers of the groups of a breakdown differ by more than chance, or why that is not tested. */
export function testNotes({ tests, untested, total }: Breakdown): Sentence[] {
  if (untested !== undefined) return [[untestedWords[untested]]];
  const [first] = tests ?? [];
  if (tests === undefined || first === undefined) return [];
  if (first.option === null) return [wholeWords(first)];
  const labelOf = (test: GroupTest) => total.options.find(({ id }) => id === test.option)?.label ?? '';
  const clauses = tests.map((test): Sentence => [
    `“${labelOf(test)}” (${methodWords(test)}, p `,
    { probability: test.corrected },
    ', V ',
    { value: test.cramersV },
    ')',
  ]);
  const [differ = [], alike = []] = [true, false].map((wanted) =>
    clauses.filter((_, nth) => (tests[nth]?.corrected ?? 1) < significant === wanted),
  );
  const scale: Sentence = [
    ' Each is of ',
    { count: first.count },
    ` responses; each p ${corrected}. V is Cramér’s V, from 0, no difference, to 1.`,
  ];
  if (differ.length === 0)
    return [
      [
        'Among those who responded, no answer differs between the groups by more than chance alone makes likely: ',
        ...listed(alike),
        '.',
        ...scale,
      ],
    ];
  return [
    [
      'Among those who responded, these answers differ between the groups by more than chance alone makes likely: ',
      ...listed(differ),
      '.',
      ...(alike.length > 0 ? [' These do not: ', ...listed(alike), '.'] : []),
      ...scale,
    ],
  ];
}

const corrected = 'takes account of how many comparisons there are in all the tables';

function wholeWords(test: GroupTest): Sentence {
  const verdict =
    test.corrected < significant
      ? 'Among those who responded, the answers of these groups differ by more than chance alone makes likely'
      : 'Among those who responded, the answers of these groups do not differ by more than chance alone makes likely';
  const statistic: Sentence =
    test.statistic === null
      ? []
      : [
          ' ',
          { value: test.statistic },
          `, ${test.degrees} degree${test.degrees === 1 ? '' : 's'} of freedom`,
        ];
  return [
    `${verdict} (${methodWords(test)}${test.answers === 'nets' ? ' of the nets' : ''}`,
    ...statistic,
    ', ',
    { count: test.count },
    ' responses; p ',
    { probability: test.corrected },
    `, which ${corrected}; Cramér’s V `,
    { value: test.cramersV },
    ', from 0, no difference, to 1).',
  ];
}

function methodWords({ method }: GroupTest): string {
  switch (method) {
    case 'chi-square':
      return 'chi-square';
    case 'fisher-exact':
      return 'Fisher’s exact test';
    case 'fisher-simulated':
      return `Fisher’s test, estimated from ${randomTables / 1000},000 random tables`;
  }
}

const untestedWords: Readonly<Record<Untested, string>> = {
  census: 'No test of the differences between groups: everybody was asked, so that no chance is in them.',
  hidden: 'No test of the differences between groups: a count of this table is hidden.',
  weighted: 'No test of the differences between groups: the responses are weighted.',
  overlapping: 'No test of the differences between groups: a respondent may be in more than one.',
  'no-table': 'No test of the differences between groups: there are no two of them, or no two answers.',
};
