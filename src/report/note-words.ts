import type { Analysis, Note } from '../analysis/analysis.ts';
import type { BaseRule } from '../survey/survey.ts';
import type { Sentence } from './document.ts';
import { listed } from './phrases.ts';

/** Who is in the base, in short. */
const shortBaseWords: Readonly<Record<BaseRule, string>> = {
  answered: 'those who answered',
  all: 'everybody who was asked',
  'gave-view': 'those who gave a view',
};

/** Who is in the base, as a clause after "Percentages are of"; `outside` are the answers outside the scale that were given. */
export function baseWords(rule: BaseRule, outside: readonly string[]): string {
  const quoted = listed(outside.map((label) => [`“${label}”`])).join('');
  switch (rule) {
    case 'answered':
      return quoted === '' ? shortBaseWords.answered : `those who answered, ${quoted} included`;
    case 'all':
      return 'everybody who was asked, whether they answered or not';
    case 'gave-view':
      return `those who gave a view: blank${quoted === '' ? '' : ` and ${quoted}`} left out`;
  }
}

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
