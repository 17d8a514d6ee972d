import type { States } from '../../analysis/figures.ts';
import type { Sentence } from '../document.ts';
import { bySemicolons } from '../words/phrases.ts';
import type { FigureTable, LabelledDistribution } from './table-notes.ts';

/** What is said of responses in a state other than an answer. */
export const stateWords: readonly (readonly [Exclude<keyof States, 'option' | 'outside'>, string])[] = [
  ['blank', 'No reply'],
  ['invalid', 'Answers that could not be counted'],
  ['notAsked', 'Not asked'],
];

/** With more rows than this, how many did not reply to each would be a list that repeats the table. */
const fewRows = 4;

/**
 * How many gave no answer that counts: row by row where there are several; where there are many, and the base
 * of each says how many are not in it, from the fewest to the most.
 */
export function stateNotes({ rows, showsNoReply }: FigureTable): Sentence[] {
  return stateWords.flatMap(([state, words]) => {
    if (state === 'blank' && showsNoReply === true) return [];
    const some = rows.filter(({ states }) => states[state] !== 0);
    const counts = new Set(rows.map(({ states }) => states[state]));
    // Where all that is known is that there are none, those who are hidden are none either, or nothing can be
    // said of them.
    if (some.every(({ states }) => states[state] === null)) return [];
    if (counts.size === 1)
      return [
        [`${words}: `, { count: some[0]?.states[state] ?? null }, rows.length > 1 ? ' in each row.' : '.'],
      ];
    const known = [...counts].filter((count) => count !== null);
    const isInBase = rows.some(({ base }) => base.rule === 'all');
    if (state !== 'invalid' && rows.length > fewRows && known.length === counts.size && !isInBase)
      return [[`${words}: `, ...fromTo(known), '.']];
    const parts = some.map(({ label, states }): Sentence => [`${label} (`, { count: states[state] }, ')']);
    return [[`${words}: `, ...bySemicolons(parts), '.']];
  });
}

/** From this share of answers on, and from so many, those that could not be counted are not a slip here and there. */
const [MUCH, MANY] = [0.1, 5];

/**
 * How large a share of the answers could not be counted, row by row, where that is much: the base then is not
 * what a reader takes it for. Nothing is said of rows of which a count is hidden.
 */
export function lostNotes(rows: readonly LabelledDistribution[]): Sentence[] {
  const lost = rows.flatMap(({ label, states }) => {
    const { invalid, option, outside } = states;
    if (invalid === null || option === null || outside === null) return [];
    const given = option + outside + invalid;
    return invalid >= MANY && invalid >= given * MUCH ? [{ label, invalid, given }] : [];
  });
  if (lost.length === 0) return [];
  const parts = lost.map(({ label, invalid, given }): Sentence => [
    rows.length > 1 ? `${label}: ` : '',
    { percent: { id: '', count: invalid, base: given, percent: (100 * invalid) / given } },
    ' of ',
    { count: given },
  ]);
  const isOfRest = rows[0]?.base.rule !== 'all';
  return [
    [
      'Much of what was answered could not be counted: ',
      ...bySemicolons(parts),
      ` answers.${isOfRest ? ' The percentages are of the rest.' : ''} Check whether answers stand in the wrong column.`,
    ],
  ];
}

/** Counts that are not all the same, in short. */
export function fromTo(counts: readonly number[]): Sentence {
  return [
    { count: Math.min(...counts) },
    ' to ',
    { count: Math.max(...counts) },
    ' (it differs between rows)',
  ];
}
