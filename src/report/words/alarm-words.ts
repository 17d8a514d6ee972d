import type { BaseAlarm } from '../../analysis/base-alarms.ts';
import type { ComparableQuestion } from '../../analysis/comparison/comparable.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { Sentence } from '../document.ts';
import { shortBaseWords } from './base-words.ts';
import { bySemicolons, listed } from './phrases.ts';
import { findItem, groupedWords, quotedItem } from './question-name.ts';
import { needDecimal, weightedWord } from './share-words.ts';

/**
 * The majorities that there are on one base rule and not on another, with the figure on each rule: both may round to 50%.
 * Those of the same rules are told together, or where they are many in a note for each item, after one that says of what base they are.
 */
export function baseAlarmNotes(
  alarms: readonly BaseAlarm[],
  questions: readonly ComparableQuestion[],
  decimals: number,
): Sentence[] {
  const parts = alarms.map((alarm) => alarmParts(alarm, questions, decimals));
  return [...groupBy(parts, ({ bases }) => bases.join('')).values()].flatMap((alike): Sentence[] => {
    const [{ bases }, another] = alike;
    if (another === undefined) return alike.map(alarmSentence);
    if (alike.length > MOST_IN_A_SENTENCE) return [manySentence(alike), ...alarmsByItem(alike)];
    const places = [...groupBy(alike, (one) => one.where)].map(([place, answers]): Sentence => {
      const [first, ...others] = answers;
      return others.length === 0
        ? [`${first.net} to ${place} `, ...sharesOf(first)]
        : [...listed(answers.map((one) => [`${one.net} `, ...sharesOf(one)])), ` to ${place}`];
    });
    return [
      [
        `Whether a majority gave these answers depends on the base: more than half ${bases.join('')}: `,
        ...bySemicolons(places),
        '.',
      ],
    ];
  });
}

/** So many are told in one sentence. */
const MOST_IN_A_SENTENCE = 3;

/** What holds of many majorities, which the notes after it name. */
function manySentence(alarms: readonly [AlarmParts, ...AlarmParts[]]): Sentence {
  const [{ bases }] = alarms;
  return [
    'Whether a majority gave these ',
    { count: alarms.length },
    ` answers depends on the base: more than half ${bases.join('')}. The next notes name them.`,
  ];
}

/** Those of each item, or of one group of it: "“Parks”, in the group “Staff” (by “Role”): “agree” (60%, 6 of 10, against 40%, 6 of 15)." */
function alarmsByItem(alarms: readonly AlarmParts[]): Sentence[] {
  return [...groupBy(alarms, ({ where }) => where)].map(([where, its]): Sentence => {
    const answers = its.map((one): Sentence => [`${one.net} `, ...sharesOf(one)]);
    return [`${where}: `, ...bySemicolons(answers), '.'];
  });
}

function alarmSentence({ net, where, bases, shares }: AlarmParts): Sentence {
  return [
    `${where}: whether a majority answered ${net} depends on the base: more than half `,
    ...bases.flatMap((base, at): Sentence => [`${base} (`, ...(shares[at] ?? []), ')']),
    '.',
  ];
}

function sharesOf({ shares }: AlarmParts): Sentence {
  return [
    '(',
    ...shares.flatMap((share, at): Sentence => [['', ', against ', ' and '][at] ?? '', ...share]),
    ')',
  ];
}

interface AlarmParts {
  /** The answer, and the item and the group in which it was given. */
  readonly net: string;
  readonly where: string;
  /** "of those who answered", ", not of all respondents": those on which it is a majority first; the figure on each. */
  readonly bases: readonly string[];
  readonly shares: readonly Sentence[];
}

function alarmParts(
  alarm: BaseAlarm,
  questions: readonly ComparableQuestion[],
  decimals: number,
): AlarmParts {
  const { group, net } = alarm;
  const wasAskedOfAll = group === undefined && findItem(alarm, questions)?.states.notAsked === 0;
  const shares = alarm.shares.toSorted((a, b) => Number(b.isMajority) - Number(a.isMajority));
  const isFine = needDecimal(
    shares.map(({ figure }) => figure),
    decimals,
  );
  return {
    net: `“${net}”`,
    where: `${quotedItem(alarm, questions)}${group === undefined ? '' : `, in the group “${group.label}” (${groupedWords(group.by, questions)})`}`,
    bases: shares.map(({ rule, isMajority }, at) => {
      const isSame = shares[at - 1]?.isMajority === isMajority;
      const start = isSame ? (isMajority ? ' and ' : ' nor ') : at === 0 ? '' : ', not ';
      return `${start}of ${rule === 'all' && wasAskedOfAll ? 'all respondents' : shortBaseWords[rule]}`;
    }),
    shares: shares.map(({ figure }): Sentence => [
      weightedWord(figure, '', ' '),
      { percent: figure, isFine },
      ', ',
      { count: figure.count },
      ' of ',
      { count: figure.base },
    ]),
  };
}
