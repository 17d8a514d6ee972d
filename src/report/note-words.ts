import type { Analysis, Note } from '../analysis/analysis.ts';
import type { BaseRule } from '../survey/survey.ts';
import type { Sentence } from './document.ts';

/** Who is in the base, where answers outside the scale were given: a clause after "Percentages are of". */
export const baseWords: Readonly<Record<BaseRule, string>> = {
  answered: 'those who answered the question, “don’t know” included',
  all: 'everybody who was asked the question, whether they answered or not',
  'gave-view': 'those who gave a view: blank, “don’t know” and “not applicable” are left out',
};

/** Who is in the base, in short. */
export const shortBaseWords: Readonly<Record<BaseRule, string>> = {
  answered: 'those who answered',
  all: 'everybody who was asked',
  'gave-view': 'those who gave a view',
};

/** A note on an analysis, in words. */
export function describeNote(note: Note, { questions }: Analysis): Sentence {
  switch (note.code) {
    case 'base-alarm': {
      const question = questions.find(({ id }) => id === note.question);
      const item = question?.items.find(({ id }) => id === note.item);
      const shares = note.shares.flatMap(({ rule, figure }, index) => {
        const before = index === 0 ? '' : index === note.shares.length - 1 ? ' and ' : ', ';
        const outOf: Sentence = [' (', { count: figure.count }, ' of ', { count: figure.base }, ') of '];
        return [before, { percent: figure }, ...outOf, shortBaseWords[rule]];
      });
      return [
        `“${item?.label ?? note.item}”: whether a majority answered “${note.net}” depends on the base: `,
        ...shares,
        '.',
      ];
    }
    case 'no-disclosure-control':
      return [
        'Small counts are not hidden in these tables. Before you publish a table about groups of people, check that nobody could be recognised in it.',
      ];
    case 'decimals-on-small-base':
      return [
        'Some percentages are of fewer than 1,000 responses: decimals suggest more precision than they have.',
      ];
  }
}

/** What holds of every consultation and is said on every summary. */
export const standingNote =
  'Those who responded chose to do so: they are not a random sample, and the results describe respondents only.';

export const roundingNote =
  'Percentages are rounded to the nearest whole number and may not sum to 100% due to rounding.';
