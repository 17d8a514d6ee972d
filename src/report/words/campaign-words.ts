import type { Analysis } from '../../analysis/analysis.ts';
import { isByAnswers } from '../../analysis/breakdowns.ts';
import type { LeadChange, Sensitivity } from '../../analysis/campaigns.ts';
import type { Note } from '../../analysis/note.ts';
import { kindId } from '../../analysis/kinds.ts';
import type { Campaign } from '../../responses/alike/campaigns.ts';
import type { Sentence } from '../document.ts';
import { bySemicolons, listed } from './phrases.ts';
import { needDecimal, shareWords } from './share-words.ts';
import { quotedItem } from './question-name.ts';

/** How many responses are part of campaigns, and where the results without them are. */
export function campaignWords(
  { responses, campaigns, hidden }: Extract<Note, { code: 'campaigns' }>,
  analysis: Analysis,
): Sentence {
  const names = hidden.map((one): Sentence => [quotedItem(one, analysis.questions)]);
  const without: Sentence =
    names.length === 0
      ? ['All of them are counted, and the figures without them are given beside those with them.']
      : [
          'All of them are counted. Figures without them are hidden, in whole or in part, of ',
          ...listed(names),
          ': small counts about groups of people could be worked out from them. Whether a majority there is for or against only with a campaign cannot be seen here.',
          ...whatHides(analysis),
        ];
  return [
    { count: responses },
    ' responses have the same free text as others, or nearly: ',
    ...(campaigns > 1 ? [{ count: campaigns }, ' campaigns. '] : ['one campaign. ']),
    ...without,
  ];
}

/** What is to be left out so that figures without campaigns need not be hidden, as far as the run has it. */
function whatHides({ breakdowns, selection }: Pick<Analysis, 'breakdowns' | 'selection'>): Sentence {
  const others = breakdowns.some(isByAnswers);
  const ways = [
    ...(others ? ['breakdowns (“breakdowns” in the definition, --by)'] : []),
    ...(breakdowns.some(({ by }) => by === kindId) ? ['“kind” under “respondent”'] : []),
    ...(selection ? ['--where'] : []),
  ];
  return ways.length === 0 ? [] : [' Leave out ', ...listed(ways.map((way) => [way])), ' to see them.'];
}

/** Said of figures that may both round to 50%, with a decimal more too. */
const [most, notMost] = ['more than half', 'not more than half'];

/**
 * "With the 213 responses of campaign 1, 62% (310 of 500) answered “agree” to “…”, more than half; without
 * them 41% (…), not more than half."
 */
export function majorityWords(
  { campaign, responses, question, item, label, isMajority, ...figures }: Sensitivity,
  { questions, settings: { decimals } }: Pick<Analysis, 'questions' | 'settings'>,
): Sentence {
  const isFine = needDecimal([figures.with, figures.without], decimals);
  return [
    ...withCampaign({ campaign, responses }),
    ...shareWords(figures.with, isFine),
    ` answered “${label}” to ${quotedItem({ question, item }, questions)}, ${isMajority ? most : notMost}; without them `,
    ...shareWords(figures.without, isFine),
    `, ${isMajority ? notMost : most}.`,
  ];
}

/**
 * "With the 47 responses of campaign 1, more answered “disagree” (41%, …) than “agree” (40%, …) to “…”;
 * without them fewer, 33% (…) against 46% (…)."
 */
export function leadWords({ positive, negative }: LeadChange, questions: Analysis['questions']): Sentence {
  const isAhead = (positive.with.percent ?? 0) > (negative.with.percent ?? 0);
  const [more, fewer] = isAhead ? [positive, negative] : [negative, positive];
  return [
    ...withCampaign(positive),
    `more answered “${more.label}” than “${fewer.label}” to ${quotedItem(positive, questions)}: `,
    ...shareWords(more.with),
    ' against ',
    ...shareWords(fewer.with),
    '; without them fewer, ',
    ...shareWords(more.without),
    ' against ',
    ...shareWords(fewer.without),
    '.',
  ];
}

function withCampaign({ campaign, responses }: Pick<Sensitivity, 'campaign' | 'responses'>): Sentence {
  const name =
    campaign === null
      ? 'all campaigns together'
      : campaign.replace('smaller-', 'the smaller ').replace('-', ' ');
  return ['With the ', { count: responses }, ` responses of ${name}, `];
}

/** Where the first of several texts is; the file only where there are several. */
export function placeWords({ file, row, line }: Campaign['first'], inputs: Analysis['inputs']): string {
  return `${inputs.length > 1 ? `${file}, ` : ''}row ${row} (line ${line})`;
}

type SameWordsNote = Extract<Note, { code: 'same-words' }>;

/** Few words that several gave to a question, or to each of several, and why they are no campaign. */
export function sameWords(
  notes: readonly SameWordsNote[],
  analysis: Pick<Analysis, 'questions' | 'inputs'>,
): Sentence {
  const [first, ...others] = notes.map((note) => sameWordsTo(note, analysis));
  const told: Sentence =
    others.length > 0
      ? ['The same few words came several times: ', ...bySemicolons([first ?? [], ...others]), '.']
      : [...(first ?? []), '.'];
  return [
    ...told,
    ' So few words are not taken for a campaign: people may think of them by themselves. All of these are counted.',
  ];
}

function sameWordsTo(
  { isHidden, question, item, words, responses, first, others }: SameWordsNote,
  { questions, inputs }: Pick<Analysis, 'questions' | 'inputs'>,
): Sentence {
  const to = `to ${quotedItem({ question, item }, questions)}`;
  if (isHidden) return [`Some gave the same few words as others ${to}; how many is not shown`];
  const place = placeWords(first, inputs);
  const more: Sentence =
    others === 0
      ? []
      : [
          ', and ',
          { count: others },
          ` other text${others > 1 ? 's' : ''} of so few words came several times`,
        ];
  return [{ count: responses }, ` responses gave the same ${words} words ${to}, first in ${place}`, ...more];
}
