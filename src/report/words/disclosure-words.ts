import type { Analysis } from '../../analysis/analysis.ts';
import { isDeclined } from '../../analysis/disclosure/limits.ts';
import type { UnanimousGroup } from '../../analysis/disclosure/unanimous.ts';
import type { DisclosureNote } from '../../analysis/note.ts';
import { groupBy } from '../../intake/group-by.ts';
import { issueTitle } from '../issues/issue-words.ts';
import { basedOnAllWords } from './base-words.ts';
import { groupedBy, questionText, quotedItem } from './question-name.ts';
import type { Sentence } from '../document.ts';
import { canMerge, mergeNotes, mergeWords } from './merge-words.ts';
import { MOST_TOGETHER, bySemicolons, listed, quotedNames, quotedOptions } from './phrases.ts';
import { withheldNotes } from './withheld-words.ts';

const partWords = { channel: 'channel', file: 'file', kind: 'kind of respondent' } as const;

type NoteOf<Code extends DisclosureNote['code']> = Extract<DisclosureNote, { code: Code }>;

const shownWords = {
  declined: 'how few would not say in a profile, which tells nothing of them',
  'no-persons': 'organisations, petitions and campaigns however few, which are no persons',
  'no-campaign':
    'how few of ten or more who are in no campaign gave an answer, so that results without campaigns can be seen',
  'left-out':
    'how few were left out for an answer about themselves, since what was received must add up to what is analysed',
} as const;

/** How many figures of how many are hidden. */
function hiddenWords({ hidden, of, level }: NoteOf<'disclosure'>['disclosure']): Sentence {
  if (hidden === 0)
    return [
      'No count about groups of people is small enough to hide (figures checked: ',
      { count: of },
      ').',
    ];
  return [
    '[c]: hidden so that nobody can be recognised or worked out: ',
    { count: hidden },
    ' of ',
    { count: of },
    ` figures about groups of people. Hidden are counts of 1 to ${level === 'strict' ? 9 : 4}, groups of fewer than 10, and others from which these could be worked out.`,
  ];
}

/** What is hidden or shown beside that for reasons of its own. */
function besideHidden({ areExtremesHidden, shown }: NoteOf<'disclosure'>): string[] {
  return [
    ...(areExtremesHidden
      ? [
          ' The lowest and the highest number of a group are always [c]: each is one person’s. Where hardly anybody of a group gave another number than the rest, its mean may tell how few did.',
        ]
      : []),
    ...(shown.length > 0 ? [` Shown on purpose: ${shown.map((one) => shownWords[one]).join('; ')}.`] : []),
  ];
}

/** What is hidden so that nobody can be recognised, and what would hide less, in words. */
export function disclosureWords(
  note: DisclosureNote,
  analysis: Pick<Analysis, 'questions' | 'breakdowns' | 'weighting' | 'disclosure'>,
): Sentence {
  const { questions, weighting, disclosure } = analysis;
  switch (note.code) {
    case 'disclosure':
      return [...hiddenWords(note.disclosure), ...besideHidden(note)];
    case 'withheld-tables':
      return withheldNotes(note, analysis).flatMap((one, at): Sentence => (at === 0 ? one : [' ', ...one]));
    case 'few-asked': {
      const why = 'so few were asked, or answered about themselves, that it would tell who they are';
      const names = listedQuestions(note.questions);
      return note.questions.length > MOST_TOGETHER
        ? ['Of some questions ', why, '. So nothing is shown of ', ...names, '.']
        : ['Nothing is shown of ', ...names, `: ${why}.`];
    }
    case 'hidden-issues':
      return [
        'Which answers these are is not said here, so that nobody can be recognised: ',
        ...listed(
          note.kinds.map((kind) => [
            `${issueTitle(kind.code).title} (`,
            ...listedQuestions(kind.questions),
            ')',
          ]),
        ),
        '. soundings validate, with the same files, lists them.',
      ];
    case 'hidden-population':
      return [
        ...listedQuestions(note.questions),
        note.questions.length > 1 ? ' are' : ' is',
        ' not set beside the population here: how many gave an answer that can be compared would tell a hidden count.',
      ];
    case 'based-on-all':
      return basedOnAllWords(questions.filter(({ id }) => disclosure?.basedOnAll?.includes(id)));
    case 'beside-other-runs':
      return [
        note.isOfGroup
          ? 'What all respondents said less what this group said is what the others said. Only this run was checked for that: beside results of all, or of another group, counts may tell what is hidden here.'
          : 'Only this run was checked: beside the results of another with other groups, counts may tell what is hidden here. Ask for all breakdowns that you publish in one run.',
      ];
    case 'hidden-parts': {
      const names = note.tables.map((table): Sentence => [partWords[table]]);
      return [
        'How many of this group there are by ',
        ...listed(names),
        ` is not shown${note.isByKindToo ? ', nor are results by kind of respondent' : ''}: a count there is small enough to tell something about a person.`,
      ];
    }
    case 'not-weighted':
      return [
        'Nothing here is weighted, though the definition asks for it: from weighted results the hidden counts could be worked out. Percentages are of the people who answered.',
      ];
    case 'rounded-weights':
      return [
        `Weighted percentages are given as rounded, in files too, and without what the answers weigh: from exact ones the hidden counts could be worked out.${weighting?.ofAllOnly ? '' : ' Without weights more of the groups may be shown.'}`,
      ];
    case 'unlisted-groups':
      return [
        `Results ${groupedBy(note.byQuestions)}: groups of fewer than ${note.limit} responses, if there are any, are not listed, so that nobody can see who is in them. They are counted in the groups that they are within. Without groups within groups, more of the others may be shown.`,
      ];
    case 'few-in-no-group':
      return fewInNoGroupWords(note);
    case 'merge-to-show':
      return mergeNotes([note], questions).flat();
    case 'unanimous-groups':
      return unanimousWords(note.groups, questions);
    case 'small-groups': {
      const question = questions.find(({ id }) => id === note.by);
      const { length } = note.groups;
      const by = `of “${questionText(note.by, questions)}”`;
      const names = quotedNames(note.groups);
      const groups =
        length > MOST_TOGETHER
          ? `each of ${length} groups ${by}, whose bases are in the tables by it`
          : `${length > 1 ? 'groups' : 'group'} ${names} ${by}`;
      const others = note.areOthers
        ? ` Of “${questionText(note.by, questions)}” there are groups of which no size is shown: they may be as small.`
        : '';
      const mayMerge = canMerge(question) && (note.areOthers === true || !note.groups.every(isDeclined));
      const how = mayMerge ? ` ${mergeWords('Groups')}` : '';
      return [
        `Fewer than ${note.limit} responses in ${groups}: all that they answered is hidden${note.areTold ? ', but for what the results of all tell' : ''}.${others}${how}`,
      ];
    }
  }
}

/** Questions that so few may have given no answer to that what these said elsewhere must not be worked out. */
function fewInNoGroupWords({ questions, limit, isNested }: NoteOf<'few-in-no-group'>): Sentence {
  const names = quotedOptions(questions.map(({ text }) => text));
  const [unlisted, these] = isNested
    ? ['; others may be in a group that is not listed', 'all these, or of these within one group,']
    : ['', 'them'];
  return [
    `Whoever gave no answer to ${names} is in no group${unlisted}. Where fewer than ${limit} of ${these} answered a question, what they said could be worked out as the total less the groups: so some counts of groups are [c], and differences that would tell it are left out. These are not hidden: that none of them gave an answer, what they said where all said the same, and how many of a group left a question blank.`,
  ];
}

function listedQuestions(questions: readonly { readonly text: string }[]): Sentence {
  return listed(questions.map(({ text }): Sentence => [`“${text}”`]));
}

/** So many groups are named. */
const MOST_NAMED = 5;

/** Which groups gave the same answer, how many they are, and what that tells; those that gave the same one together. */
function unanimousWords(groups: readonly UnanimousGroup[], questions: Analysis['questions']): Sentence {
  const named = groups.slice(0, MOST_NAMED);
  const answered = (one: UnanimousGroup) => ` answered “${one.answer}” to ${quotedItem(one, questions)}`;
  const answers = [...groupBy(named, answered)].map(([words, alike]): Sentence => {
    const byGroups = [...groupBy(alike, ({ byQuestions }) => groupedBy(byQuestions))];
    const all = byGroups.flatMap(([by, its], at): Sentence => [
      at === 0 ? '' : ', and ',
      ...listed(its.map(({ group, count }) => ['all ', { count }, ` of “${group}”`])),
      ` (${by})`,
    ]);
    return [...all, words];
  });
  const more = groups.length - named.length;
  return [
    'Where everybody in a group gave the same answer, it is known of anybody who is known to be in the group: ',
    ...bySemicolons([
      ...answers,
      ...(more > 0 ? [['there are ', { count: more }, ' more groups like these'] as Sentence] : []),
    ]),
    '.',
  ];
}
