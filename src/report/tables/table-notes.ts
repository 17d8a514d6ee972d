import type { Analysis, Distribution, NumberSummary } from '../../analysis/analysis.ts';
import { statistics } from '../../analysis/figure-list.ts';
import type { Figure } from '../../analysis/figures.ts';
import { whyNoStatistic } from '../../analysis/numbers.ts';
import type { QuestionKind } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { selectionNotes } from '../words/ledger-words.ts';
import { baseWords, outsideLabels } from '../words/base-words.ts';
import { fromTo, lostNotes, stateNotes } from './state-notes.ts';
import { roundPercent, roundWeighted } from '../../analysis/rounding.ts';
import { effectiveNotes } from '../words/weighting-words.ts';
import { sumOf } from '../../intake/sum.ts';

/** One row of a table of figures: an item, or a group. */
export interface LabelledDistribution extends Distribution {
  readonly label: string;
}

/** What bears on every table of an analysis. */
export type Surroundings = Pick<Analysis, 'settings' | 'selection' | 'sample' | 'questions'>;

/** A table of figures as its notes see it. */
export interface FigureTable {
  readonly kind: QuestionKind;
  readonly rows: readonly LabelledDistribution[];
  readonly analysis: Surroundings;
  /** Whether its rows are groups. */
  readonly isOfGroups?: boolean;
  /** Whether one of its rows shows those who did not reply. */
  readonly showsNoReply?: boolean;
  /** Whether counts stand in a column of their own, and not beside percentages. */
  readonly hasCountColumn?: true;
}

/** What stands under a table. */
export function tableNotes(table: FigureTable): Sentence[] {
  return [...ownNotes(table), ...markNotes(table)];
}

/** Whom the percentages of a table are of, and who is not in them unless a row of it shows that. */
export function ownNotes(table: FigureTable): Sentence[] {
  const { kind, rows, analysis } = table;
  const { smallBase } = analysis.settings;
  const bases = basesOf(rows);
  const isSmall = (base: number) => base > 0 && base < smallBase;
  const small = bases.every(isSmall) ? 'Small base' : 'Small bases';
  return [
    baseNote(table),
    ...effectiveNotes(kind === 'number' ? 'Mean and quartiles' : 'Percentages', rows),
    ...selectionNotes(analysis),
    ...(kind === 'multiple' ? [['Respondents could choose more than one answer.']] : []),
    ...stateNotes(table),
    ...lostNotes(rows),
    ...(bases.some(isSmall)
      ? [[`${small} (below ${smallBase}): one respondent makes a large difference.`]]
      : []),
  ];
}

/** Whom the percentages are of; of groups, which are never equally many, the rows alone say how many that is. */
function baseNote({ kind, rows, isOfGroups }: FigureTable): Sentence {
  const bases = basesOf(rows);
  const [first] = bases;
  const rule = rows[0]?.base.rule ?? 'answered';
  const who = baseWords(rule, outsideLabels(rule, rows));
  if (first === undefined) return [`Base: not shown; ${who}.`];
  if (kind === 'number') return ['Base: those who gave a number.'];
  const areAllKnown = isOfGroups !== true || bases.length === rows.length;
  if (new Set(bases).size === 1 && areAllKnown) return ['Base: ', { count: first }, `, ${who}.`];
  return isOfGroups === true ? [`Base: ${who}.`] : ['Base: ', ...fromTo(bases), `, ${who}.`];
}

function basesOf(rows: readonly LabelledDistribution[]): number[] {
  return rows.flatMap(({ base }) => base.count ?? []);
}

/** What the marks in a table mean, and that its percentages may not sum to 100. */
export function markNotes({ kind, rows, analysis, showsNoReply, hasCountColumn }: FigureTable): Sentence[] {
  const { decimals, minimumBase } = analysis.settings;
  const isSummed = kind !== 'multiple' && kind !== 'number';
  const what = kind === 'number' ? 'statistic' : 'percentage';
  return [
    ...(rows.some(isWithheld) ? [[`[u]: fewer than ${minimumBase} responses, so no ${what} is given.`]] : []),
    ...hiddenNotes(
      rows.flatMap(({ options, nets }) => [...options, ...nets]),
      rows.some(isHiding),
      hasCountColumn,
    ),
    ...(hasCountColumn && rows.some(areHiddenLast)
      ? [['Answers stand by how many gave them; those with [c] come last, however many that is.']]
      : []),
    ...(isSummed && rows.some((row) => !sumsTo100(row, decimals, showsNoReply)) ? [[roundingNote]] : []),
  ];
}

/** Percentages are shown as they are, and never made to sum to 100. */
const roundingNote = 'Percentages may not sum to 100% due to rounding.';

/** What the marks in a table mean where some of its figures, or anything else of it, is hidden. */
export function hiddenNotes(
  all: readonly { readonly figure: Figure }[],
  isElseHidden = false,
  hasCountColumn = false,
): Sentence[] {
  const hidden = all.filter(({ figure }) => figure.withheld === 'disclosive');
  const isCountAlone = !hasCountColumn && hidden.some(({ figure }) => figure.count !== null);
  return [
    ...(hidden.length > 0 || isElseHidden
      ? [['[c]: hidden, so that nobody can be recognised; the notes at the end say how many and why.']]
      : []),
    ...(isCountAlone ? [['(7): a count, its percentage being hidden.']] : []),
  ];
}

/** Whether the base or a statistic of these responses is hidden. */
function isHiding({ base, numbers }: Distribution): boolean {
  return base.count === null || (numbers !== undefined && statistics.some((name) => isHidden(numbers, name)));
}

/** Whether hidden answers stand after others that are in the order of their counts. */
function areHiddenLast({ areHiddenLast: areLast, options }: Distribution): boolean {
  return areLast === true && options.some(({ figure }) => figure.count !== null);
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

/** Whether the percentages shown in a row sum to 100; a row with nothing to sum does. */
function sumsTo100({ base, options, states }: Distribution, decimals: number, showsNoReply = false): boolean {
  const figures = options.map(({ figure }) => figure);
  const weighted = figures.flatMap(({ weighted: weight, percent }) =>
    weight === undefined || percent === null ? [] : [percent],
  );
  if (weighted.length > 0) {
    const units = sumOf(weighted, (percent) => roundWeighted(percent, decimals));
    // Weighted percentages are given as rounded where something is hidden: then their sum is that of the rounded ones.
    const margin = weighted.length === figures.length ? (0.5 * weighted.length) / 10 ** decimals : 1e-6;
    const isWhole = Math.abs(sumOf(weighted) - 100) <= margin;
    return !isWhole || units === 100 * 10 ** decimals;
  }
  const noReply = showsNoReply && base.rule === 'all' ? (states.blank ?? 0) : 0;
  const given = figures.flatMap(({ count, percent }) => (count === null || percent === null ? [] : [count]));
  const shown = noReply > 0 ? [...given, noReply] : given;
  const total = sumOf(shown);
  if (shown.length === 0 || base.count === null || total !== base.count) return true;
  const whole = base.count;
  const rounded = shown.map((count) => roundPercent(count, whole, decimals));
  return sumOf(rounded) === 100 * 10 ** decimals;
}
