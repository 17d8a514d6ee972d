import type { Analysis, Distribution, NumberSummary } from '../../analysis/analysis.ts';
import { statistics } from '../../analysis/figure-list.ts';
import { whyNoStatistic } from '../../analysis/numbers.ts';
import type { States } from '../../analysis/figures.ts';
import type { QuestionKind } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { selectionNotes } from '../words/ledger-words.ts';
import { baseWords, outsideLabels } from '../words/base-words.ts';
import { lostNotes } from '../words/lost-answers.ts';
import { roundPercent, roundWeighted } from '../../analysis/rounding.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** One row of a table of figures: an item, or a group. */
export interface LabelledDistribution extends Distribution {
  readonly label: string;
}

/** What bears on every table of an analysis. */
export type Surroundings = Pick<Analysis, 'settings' | 'selection' | 'sample' | 'questions'>;

/** What stands under a table. */
export function tableNotes(
  kind: QuestionKind,
  rows: readonly LabelledDistribution[],
  analysis: Surroundings,
  showsNoReply = false,
): Sentence[] {
  return [
    ...ownNotes(kind, rows, analysis, false, showsNoReply),
    ...markNotes(kind, rows, analysis, showsNoReply),
  ];
}

/** Whom the percentages of a table are of, and who is not in them unless a row of it shows that. */
export function ownNotes(
  kind: QuestionKind,
  rows: readonly LabelledDistribution[],
  analysis: Surroundings,
  isOfGroups: boolean,
  showsNoReply = false,
): Sentence[] {
  const { smallBase } = analysis.settings;
  const bases = basesOf(rows);
  const isSmall = (base: number) => base > 0 && base < smallBase;
  const small = bases.every(isSmall) ? 'Small base' : 'Small bases';
  return [
    baseNote(kind, rows, isOfGroups),
    ...effectiveNotes(kind === 'number' ? 'Mean and quartiles' : 'Percentages', rows),
    ...selectionNotes(analysis),
    ...(kind === 'multiple' ? [['Respondents could choose more than one answer.']] : []),
    ...stateNotes(rows, showsNoReply),
    ...lostNotes(rows),
    ...(bases.some(isSmall)
      ? [[`${small} (below ${smallBase}): one respondent makes a large difference.`]]
      : []),
  ];
}

/** Whom the percentages are of; of groups, which are never equally many, the rows alone say how many that is. */
function baseNote(kind: QuestionKind, rows: readonly LabelledDistribution[], isOfGroups: boolean): Sentence {
  const bases = basesOf(rows);
  const [first] = bases;
  const rule = rows[0]?.base.rule ?? 'answered';
  const who = baseWords(rule, outsideLabels(rows));
  if (first === undefined) return [`Base: not shown; ${who}.`];
  if (kind === 'number') return ['Base: those who gave a number.'];
  if (new Set(bases).size === 1) return ['Base: ', { count: first }, `, ${who}.`];
  return isOfGroups ? [`Base: ${who}.`] : ['Base: ', ...fromTo(bases), `, ${who}.`];
}

function basesOf(rows: readonly LabelledDistribution[]): number[] {
  return rows.flatMap(({ base }) => base.count ?? []);
}

/** What the marks in a table mean, and that its percentages may not sum to 100. */
export function markNotes(
  kind: QuestionKind,
  rows: readonly LabelledDistribution[],
  { settings: { decimals, minimumBase } }: Surroundings,
  showsNoReply = false,
): Sentence[] {
  const isSummed = kind !== 'multiple' && kind !== 'number';
  const what = kind === 'number' ? 'statistic' : 'percentage';
  return [
    ...(rows.some(isWithheld) ? [[`[u]: fewer than ${minimumBase} responses, so no ${what} is given.`]] : []),
    ...(rows.some(isHiding) ? [[hiddenNote]] : []),
    ...(isSummed && rows.some((row) => !sumsTo100(row, decimals, showsNoReply)) ? [[roundingNote]] : []),
  ];
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

/** Percentages are shown as they are, and never made to sum to 100. */
const roundingNote = 'Percentages may not sum to 100% due to rounding.';

/** What a mark in a table means where something of it is hidden. */
export const hiddenNote =
  '[c]: hidden, so that nobody can be recognised; the notes at the end say how many and why.';

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

/** What is said of responses in a state other than an answer. */
export const stateWords: readonly (readonly [Exclude<keyof States, 'option' | 'outside'>, string])[] = [
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
    const some = rows.filter(({ states }) => states[state] !== 0);
    const counts = new Set(rows.map(({ states }) => states[state]));
    // Where all that is known is that there are none, those who are hidden are none either, or nothing can be said of them.
    if (some.every(({ states }) => states[state] === null)) return [];
    if (counts.size === 1)
      return [
        [`${words}: `, { count: some[0]?.states[state] ?? null }, rows.length > 1 ? ' in each row.' : '.'],
      ];
    const known = [...counts].filter((count) => count !== null);
    const isInBase = rows.some(({ base }) => base.rule === 'all');
    if (state !== 'invalid' && rows.length > fewRows && known.length === counts.size && !isInBase)
      return [[`${words}: `, ...fromTo(known), '.']];
    const parts = some.flatMap(({ label, states }, index): Sentence => [
      `${index === 0 ? '' : '; '}${label} (`,
      { count: states[state] },
      ')',
    ]);
    return [[`${words}: `, ...parts, '.']];
  });
}

/** Whether the percentages shown in a row sum to 100; a row with nothing to sum does. */
function sumsTo100(
  { base, options, states }: Distribution,
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
