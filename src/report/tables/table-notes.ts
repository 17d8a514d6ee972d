import type { Analysis, Distribution, NumberSummary } from '../../analysis/analysis.ts';
import { statistics } from '../../analysis/figure-list.ts';
import { whyNoStatistic } from '../../analysis/numbers.ts';
import type { States } from '../../analysis/figures.ts';
import type { QuestionKind } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { selectionNotes } from '../words/ledger-words.ts';
import { baseWords, outsideLabels } from '../words/base-words.ts';
import { lostNotes } from '../words/lost-answers.ts';
import { roundingNote } from '../words/note-words.ts';
import { roundPercent, roundWeighted } from '../../analysis/rounding.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** One row of a table of figures: an item, or a group. */
export interface LabelledDistribution {
  readonly label: string;
  readonly distribution: Distribution;
}

/** What bears on every table of an analysis. */
export type Surroundings = Pick<Analysis, 'settings' | 'selection' | 'sample'>;

/**
 * What stands under a table: whom the percentages are of, who is not in them unless a row of it shows that, and what may
 * surprise a reader.
 */
export function tableNotes(
  kind: QuestionKind,
  rows: readonly LabelledDistribution[],
  analysis: Surroundings,
  showsNoReply = false,
): Sentence[] {
  const { decimals, smallBase, minimumBase } = analysis.settings;
  const bases = rows.flatMap(({ distribution }) => distribution.base.count ?? []);
  const notes: Sentence[] = [];
  const rule = rows[0]?.distribution.base.rule ?? 'answered';
  const who = baseWords(rule, outsideLabels(rows.map(({ distribution }) => distribution)));
  if (bases.length === 0) {
    notes.push([`Base: not shown; ${who}.`]);
  } else if (kind === 'number') {
    notes.push(['Base: those who gave a number.']);
  } else if (new Set(bases).size === 1) {
    notes.push(['Base: ', { count: bases[0] ?? 0 }, `, ${who}.`]);
  } else {
    notes.push(['Base: ', ...fromTo(bases), `, ${who}.`]);
  }
  const weighted = kind === 'number' ? 'Mean and quartiles' : 'Percentages';
  notes.push(
    ...effectiveNotes(
      weighted,
      rows.map(({ label, distribution }) => ({ label, base: distribution.base })),
    ),
  );
  notes.push(...selectionNotes(analysis));
  if (kind === 'multiple') notes.push(['Respondents could choose more than one answer.']);
  notes.push(...stateNotes(rows, showsNoReply), ...lostNotes(rows));
  if (rows.some(({ distribution }) => isWithheld(distribution))) {
    notes.push([
      `[u]: fewer than ${minimumBase} responses, so no ${kind === 'number' ? 'statistic' : 'percentage'} is given.`,
    ]);
  }
  if (bases.some((base) => base > 0 && base < smallBase)) {
    const small = rows.filter(({ distribution: { base } }) => isBetween(base.count, 1, smallBase - 1));
    const which = small.length === rows.length ? '' : `: ${small.map(({ label }) => label).join('; ')}`;
    notes.push([`Small base (below ${smallBase})${which}: one respondent makes a large difference.`]);
  }
  if (rows.some(({ distribution }) => isHiding(distribution))) notes.push([hiddenNote]);
  if (
    kind !== 'multiple' &&
    kind !== 'number' &&
    rows.some((row) => !sumsTo100(row, decimals, showsNoReply))
  ) {
    notes.push([decimals === 0 ? roundingNote : 'Percentages may not sum to 100% due to rounding.']);
  }
  return notes;
}

/** Counts that are not all the same, in short. */
function fromTo(counts: readonly number[]): Sentence {
  return [
    { count: Math.min(...counts) },
    ' to ',
    { count: Math.max(...counts) },
    ' (it differs between rows)',
  ];
}

/** What a mark in a table means where something of it is hidden. */
export const hiddenNote =
  '[c]: hidden, so that nobody can be recognised; the notes at the end say how many and why.';

function isBetween(count: number | null, low: number, high: number): boolean {
  return count !== null && count >= low && count <= high;
}

/** Whether a figure of these responses is hidden. */
function isHiding({ base, options, nets, numbers }: Distribution): boolean {
  const figures = [...options, ...nets].map(({ figure }) => figure);
  return (
    base.count === null ||
    (numbers !== undefined && statistics.some((name) => isHidden(numbers, name))) ||
    figures.some(({ withheld }) => withheld === 'disclosive')
  );
}

/** Whether a statistic is not given though there are numbers enough for it. */
function isHidden(numbers: NumberSummary, name: (typeof statistics)[number]): boolean {
  return numbers[name] === null && whyNoStatistic(numbers) === 'disclosive';
}

/** Whether a figure of these responses is not given because they are too few. */
function isWithheld({ options, nets, numbers }: Distribution): boolean {
  const figures = [...options, ...nets].map(({ figure }) => figure);
  return numbers?.withheld === 'small-base' || figures.some(({ withheld }) => withheld === 'small-base');
}

const stateWords: readonly (readonly [Exclude<keyof States, 'option' | 'outside'>, string])[] = [
  ['blank', 'No reply'],
  ['invalid', 'Answer that could not be counted'],
  ['notAsked', 'Not asked'],
];

/** With more rows than this, how many did not reply to each would be a list that repeats the table. */
const fewRows = 4;

/**
 * How many gave no answer that counts: row by row where there are several; where there are many, and the base of each says
 * how many are not in it, from the fewest to the most.
 */
function stateNotes(rows: readonly LabelledDistribution[], showsNoReply: boolean): Sentence[] {
  return stateWords.flatMap(([state, words]) => {
    if (state === 'blank' && showsNoReply) return [];
    const some = rows.filter(({ distribution }) => distribution.states[state] !== 0);
    const counts = new Set(rows.map(({ distribution }) => distribution.states[state]));
    // Where all that is known is that there are none, those who are hidden are none either, or nothing can be said of them.
    if (some.every(({ distribution }) => distribution.states[state] === null)) return [];
    if (counts.size === 1)
      return [
        [
          `${words}: `,
          { count: some[0]?.distribution.states[state] ?? null },
          rows.length > 1 ? ' in each row.' : '.',
        ],
      ];
    const known = [...counts].filter((count) => count !== null);
    const isInBase = rows.some(({ distribution }) => distribution.base.rule === 'all');
    if (state !== 'invalid' && rows.length > fewRows && known.length === counts.size && !isInBase)
      return [[`${words}: `, ...fromTo(known), '.']];
    const parts = some.flatMap(({ label, distribution }, index): Sentence => [
      `${index === 0 ? '' : '; '}${label} `,
      { count: distribution.states[state] },
    ]);
    return [[`${words}: `, ...parts, '.']];
  });
}

/** Whether the percentages shown in a row sum to 100; a row with nothing to sum does. */
function sumsTo100(
  { distribution: { base, options, states } }: LabelledDistribution,
  decimals: number,
  showsNoReply: boolean,
): boolean {
  const figures = options.map(({ figure }) => figure);
  const weighted = figures.flatMap(({ weighted: weight, percent }) =>
    weight === undefined || percent === null ? [] : [percent],
  );
  if (weighted.length > 0) {
    const units = weighted.reduce((sum, percent) => sum + roundWeighted(percent, decimals), 0);
    const isWhole = Math.abs(weighted.reduce((sum, percent) => sum + percent, 0) - 100) < 1e-6;
    return !isWhole || units === 100 * 10 ** decimals;
  }
  const noReply = showsNoReply && base.rule === 'all' ? (states.blank ?? 0) : 0;
  const given = figures.flatMap(({ count, percent }) => (count === null || percent === null ? [] : [count]));
  const shown = noReply > 0 ? [...given, noReply] : given;
  const total = shown.reduce((sum, count) => sum + count, 0);
  if (shown.length === 0 || base.count === null || total !== base.count) return true;
  const whole = base.count;
  const rounded = shown.map((count) => roundPercent(count, whole, decimals));
  return rounded.reduce((sum, units) => sum + units, 0) === 100 * 10 ** decimals;
}
