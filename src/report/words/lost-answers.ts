import type { Sentence } from '../document.ts';
import type { LabelledDistribution } from '../tables/table-notes.ts';

/** From this share of answers on, and from so many, those that could not be counted are not a slip here and there. */
const [MUCH, MANY] = [0.1, 5];

/**
 * How large a share of the answers could not be counted, row by row, where that is much: the base then is not what a reader
 * takes it for. Nothing is said of rows of which a count is hidden.
 */
export function lostNotes(rows: readonly LabelledDistribution[]): Sentence[] {
  const lost = rows.flatMap(({ label, states }) => {
    const { invalid, option, outside } = states;
    if (invalid === null || option === null || outside === null) return [];
    const given = option + outside + invalid;
    return invalid >= MANY && invalid >= given * MUCH ? [{ label, invalid, given }] : [];
  });
  if (lost.length === 0) return [];
  const parts = lost.flatMap(({ label, invalid, given }, index): Sentence => [
    index === 0 ? '' : '; ',
    rows.length > 1 ? `${label}: ` : '',
    { percent: { id: '', count: invalid, base: given, percent: (100 * invalid) / given } },
    ' of ',
    { count: given },
  ]);
  const isOfRest = rows[0]?.base.rule !== 'all';
  return [
    [
      'Much of what was answered could not be counted: ',
      ...parts,
      ` answers.${isOfRest ? ' The percentages are of the rest.' : ''} Check whether answers stand in the wrong column.`,
    ],
  ];
}
