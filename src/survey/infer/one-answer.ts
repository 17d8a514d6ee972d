import { isBlank } from '../../intake/blank.ts';
import { sharedStems } from '../../intake/headers/stems.ts';
import type { Table } from '../../intake/table.ts';
import { fold } from '../labels/labels.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import { amounts, mayBeAmounts } from './amounts.ts';
import type { Block, TickRow } from './blocks.ts';
import type { ColumnFacts } from './facts.ts';
import { answersAllowed } from '../joined/how-many.ts';
import { type Judgement, asText } from './judgement.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { isProfile } from './profile.ts';
import { asksCapacity } from './roles.ts';
import { matchScale } from './scale-match.ts';

type Ticks = Extract<Block, { form: 'ticks' }>;

/** Fewer responses than this may have ticked one option each by chance. */
const FEWEST = 5;

/** As many may not, whatever the options are: of so many, somebody ticks two where two may be ticked. */
const MANY = 100;

/** As many may not where the question is about the person, of whom mostly one thing is true. */
const SOME = 20;

/**
 * The same columns as a question with one answer, where each option has a column, nobody ticked two, and the options are
 * such that one excludes the others: those of a scale, or of a family that has an order, such as ages. Other options need
 * many responses for that. Where the options are those of several rows, "Speed - Good", "Speed - Poor", "Price - Good" …,
 * it is a grid, with the words beside it as a question of their own; where somebody ticked two in a row of it, each row is
 * a question. Numbers of what was counted are a grid too. Anything else stays a question with several answers.
 */
export function asOneAnswer(block: Block, table: Table): readonly Block[] {
  if (block.form !== 'ticks') return [block];
  const { text, columns, options } = block;
  if (mayBeAmounts(columns) && ticksIn(columns, options, table) === TWO_TICKED)
    return [{ form: 'grid', text, columns, judgement: amounts }];
  const grid = gridOf(block);
  const rows = grid?.rows ?? [{ label: '', columns }];
  const one = readOptions(grid?.options ?? options, rows, text);
  if (one === undefined) return grid === undefined ? [block] : boxes(text, grid);
  const ticks = rows.map((row) => ticksIn(row.columns, grid?.options ?? options, table));
  if (ticks.includes(TWO_TICKED) || ticks.reduce((sum, count) => sum + count, 0) < one.fewest)
    return grid === undefined ? [block] : boxes(text, grid);
  const inOrder = rows.map(({ label, columns: unordered }) => ({
    label,
    columns: one.places.flatMap((place) => unordered.slice(place, place + 1)),
  }));
  const shared = { text, columns: inOrder.flatMap((row) => row.columns), judgement: one.judgement };
  if (grid === undefined) return [{ form: 'expanded', ...shared }];
  return [{ form: 'expanded grid', rows: inOrder, ...shared }, ...grid.rest];
}

interface Grid {
  readonly rows: readonly TickRow[];
  readonly options: readonly string[];
  readonly rest: readonly Block[];
}

/** The rows of a grid of which each option has a column; undefined where the rows do not all have the same options. */
function gridOf({ text, columns, options }: Ticks): Grid | undefined {
  const rows = new Map<string, { part: string; column: ColumnFacts }[]>();
  const rest: Block[] = [];
  for (const [nth, [label, part]] of sharedStems(options, ' - ').entries()) {
    const [column] = columns.slice(nth, nth + 1);
    if (column === undefined) continue;
    if (part === '') rest.push(besideGrid(text, label, column));
    else rows.set(label, [...(rows.get(label) ?? []), { part, column }]);
  }
  const [first = [], ...others] = rows.values();
  const isAlike = (row: typeof first): boolean =>
    row.length === first.length && row.every(({ part }, nth) => fold(part) === fold(first[nth]?.part ?? ''));
  if (first.length < 2 || others.length === 0 || rest.length > 2 || !others.every(isAlike)) return undefined;
  return {
    rows: [...rows].map(([label, row]) => ({ label, columns: row.map(({ column }) => column) })),
    options: first.map(({ part }) => part),
    rest,
  };
}

/** A grid of boxes, of which several may be ticked in each row: the rows are questions. */
function boxes(text: string, { rows, options, rest }: Grid): readonly Block[] {
  const questions = rows.map(({ label, columns }): Block => ({
    form: 'ticks',
    text: `${text} - ${label}`,
    columns,
    options,
  }));
  return [...questions, ...rest];
}

function besideGrid(text: string, label: string, column: ColumnFacts): Block {
  const judgement = asText('words beside the other answers');
  return { form: 'single', text: `${text} - ${label}`, columns: [column], judgement };
}

/** What options are taken for of which each respondent chose one. */
interface OneOf {
  readonly judgement: Judgement;
  /** Where each option in its order is among those given. */
  readonly places: readonly number[];
  /** How many responses at least must have ticked one. */
  readonly fewest: number;
}

function readOptions(options: readonly string[], rows: readonly TickRow[], text: string): OneOf | undefined {
  const labels = options.map((label, nth) => {
    const count = rows.reduce((sum, { columns }) => sum + (columns[nth]?.filled ?? 0), 0);
    return { label, raw: label, folded: fold(label), count };
  });
  if (new Set(labels.map(({ folded }) => folded)).size < labels.length) return undefined;
  const match = matchScale(labels, text);
  const isScale = match !== undefined && Object.keys(match.synonyms).length === 0;
  if (!isScale && answersAllowed(text) === 'several') return undefined;
  const known = isScale ? match.options : orderLabels(options);
  const order = known ?? options;
  // The labels differ, as was seen above.
  const placeOf = new Map(labels.map(({ folded }, nth) => [folded, nth]));
  const places = order.map((label) => placeOf.get(fold(label)) ?? -1);
  if (places.length !== options.length || places.includes(-1)) return undefined;
  const ground = 'one column an option, and nobody ticked two';
  const ordered = places.map((place) => options[place] ?? '');
  return {
    judgement: isScale
      ? { kind: 'scale', scale: match.scale, options: ordered, synonyms: {}, ground, certainty: 'likely' }
      : { kind: 'choice', options: ordered, ground, certainty: 'likely' },
    places,
    fewest: known !== undefined ? FEWEST : isProfile(text) || asksCapacity(text) ? SOME : MANY,
  };
}

/** What `ticksIn` gives where somebody ticked two options. */
const TWO_TICKED = -1;

/** How many responses ticked one of the options, or that somebody ticked two. */
function ticksIn(columns: readonly ColumnFacts[], options: readonly string[], table: Table): number {
  const ticks = new Uint8Array(table.rows);
  for (const [nth, { position }] of columns.entries()) {
    const { values = [], codes = [] } = table.columns.get(position) ?? {};
    const option = fold(options[nth] ?? '');
    const saysYes = values.some((value) => fold(value) !== option && tickWords.has(fold(value)));
    const isTicked = values.map((value) => {
      const folded = fold(value);
      return !isBlank(value) && (!untickedWords.has(folded) || (folded === option && !saysYes));
    });
    for (let row = 0; row < ticks.length; row++) {
      if (isTicked[codes[row] ?? 0] !== true) continue;
      if (ticks[row] === 1) return TWO_TICKED;
      ticks[row] = 1;
    }
  }
  return ticks.reduce((sum, one) => sum + one, 0);
}
