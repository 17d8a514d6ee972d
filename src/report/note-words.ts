import type { Analysis } from '../analysis/analysis.ts';
import type { Note } from '../analysis/note.ts';
import type { Sensitivity } from '../analysis/campaigns.ts';
import type { Figure } from '../analysis/figures.ts';
import { disclosureWords } from './disclosure-words.ts';
import type { Sentence } from './document.ts';
import { listed, quotedOptions } from './phrases.ts';
import { alikeWords } from './alike-words.ts';
import { baseAlarmWords } from './base-words.ts';
import { sampleWords } from './sample-words.ts';
import { weightedWord, weightingWords } from './weighting-words.ts';

/** A note on an analysis, in words. */
export function describeNote(note: Note, analysis: Analysis): Sentence {
  const { questions } = analysis;
  switch (note.code) {
    case 'base-alarm':
      return baseAlarmWords(note, questions);
    case 'middle-not-chosen': {
      const where = listed(note.questions.map((id) => [id])).join('');
      const several = note.questions.length > 1;
      return [
        `${quotedOptions(note.options)}: nobody chose it in question${several ? 's' : ''} ${where}, or it was not offered. The definition settles which, where it lists the options of ${several ? 'these questions' : 'this question'}.`,
      ];
    }
    case 'no-code':
      return [
        `No mean of question ${note.question}: somebody answered ${quotedOptions(note.options)}, for which the definition has no code.`,
      ];
    case 'campaigns': {
      const several = note.campaigns > 1;
      return [
        { count: note.responses },
        ' responses have the same free text as others, or nearly: ',
        ...(several ? [{ count: note.campaigns }, ' campaigns. '] : ['one campaign. ']),
        'All of them are counted, and the figures without them are given beside those with them.',
      ];
    }
    case 'campaign-majority':
      return majorityWords(note.change, questions);
    case 'weighted':
      return weightingWords(note.weighting, analysis);
    case 'probability-sample':
      return sampleWords(note);
    case 'same-answers':
    case 'ticked-alike':
    case 'repeats-not-sought':
      return alikeWords(note);
    case 'no-disclosure-control':
      return [
        'Small counts are not hidden in these tables. Before you publish a table about groups of people, check that nobody could be recognised in it.',
      ];
    case 'disclosure':
    case 'withheld-breakdowns':
    case 'rounded-weights':
    case 'unlisted-groups':
    case 'small-groups':
      return disclosureWords(note, questions);
    case 'decimals-on-small-base':
      return [
        'Some percentages are of fewer than 1,000 responses: decimals suggest more precision than they have.',
      ];
  }
}

/** Said of figures that may both round to 50%. */
const [most, notMost] = ['more than half', 'not more than half'];

/** "With the 213 responses of campaign 1, 62% (310 of 500) answered “agree” to “…”, more than half; without them 41% (…), not more than half." */
function majorityWords(
  { campaign, responses, question: id, item: itemId, label, ...figures }: Sensitivity,
  questions: Analysis['questions'],
): Sentence {
  const item = questions.find((one) => one.id === id)?.items.find((one) => one.id === itemId);
  const share = (figure: Figure): Sentence => [
    { percent: figure },
    ` (${weightedWord(figure, '', '; ')}`,
    { count: figure.count },
    ' of ',
    { count: figure.base },
    ')',
  ];
  const isMajority = (figures.with.percent ?? 0) > 50;
  return [
    'With the ',
    { count: responses },
    ` responses of ${campaign === null ? 'all campaigns together' : campaign.replace('smaller-', 'the smaller ').replace('-', ' ')}, `,
    ...share(figures.with),
    ` answered “${label}” to “${item?.label ?? itemId}”, ${isMajority ? most : notMost}; without them `,
    ...share(figures.without),
    `, ${isMajority ? notMost : most}.`,
  ];
}

/** What holds of every consultation and is said on every summary. */
export const standingNote =
  'Those who responded chose to do so: they are not a random sample. The results describe respondents only, and no margin of error or test of significance can be given.';

/** The same in a line, for tables of groups. */
export const shortStandingNote = 'No margins of error or tests: those who responded are no random sample.';

export const roundingNote =
  'Percentages are rounded to the nearest whole number and may not sum to 100% due to rounding.';
