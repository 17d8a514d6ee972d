import { isBlank } from '../../intake/blank.ts';
import { sharedStems } from '../../intake/headers/stems.ts';
import type { Table } from '../../intake/table.ts';
import { fold } from '../labels/labels.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import { amounts, mayBeAmounts } from './amounts.ts';
import type { Block, TickRow } from './blocks.ts';
import { type ColumnFacts, type LabelCount, countOf, labelCounts } from './facts.ts';
import { MOST_BY_MISTAKE, answersAllowed, twoTicked } from '../joined/how-many.ts';
import { type Judgement, asText, isOrAre, quoted } from './judgement.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { isProfile } from './profile.ts';
import { asksCapacity } from './question-words.ts';
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
 * many responses for that. A few who ticked two of a scale, or of a question that asks for one, did so by mistake; of other
 * options that is open to doubt, as it is of those in an order or true of a person, of which one in a hundred may be taken for
 * a mistake. Where the options are those of several rows, "Speed - Good", "Speed - Poor", "Price - Good" …, it is a grid, with the words beside it as a question of their own; where more ticked two in a row of it,
 * each row is a question. Numbers of what was counted are a grid too. Anything else stays a question with several answers.
 */
export function asOneAnswer(block: Block, table: Table): readonly Block[] {
  if (block.form !== 'ticks') return [block];
  const { text, columns, options } = block;
  if (mayBeAmounts(columns) && ticksIn(columns, options, table).twice > 0)
    return [{ form: 'grid', text, columns, judgement: amounts }];
  const grid = gridOf(block);
  const rows = grid?.rows ?? [{ label: '', columns }];
  const one = readOptions(grid?.options ?? options, rows, text);
  if (one === undefined) return asSeveral(block, grid);
  const inOrder = rows.map(({ label, columns: unordered }) => ({
    label,
    columns: one.places.flatMap((place) => unordered.slice(place, place + 1)),
  }));
  const ticks = inOrder.map((row) => ticksIn(row.columns, one.options, table));
  const ticked = ticks.reduce((sum, row) => sum + row.ticked, 0);
  if (ticked < one.fewest || !ticks.every(areFew)) return asSeveral(block, grid);
  const several = labelCounts(ticks.flatMap((row) => row.several.map((label) => [label, 1])));
  const twice = countOf(several);
  const allowed = answersAllowed(text) ?? (one.scale === undefined ? undefined : 'one');
  const isDoubtful = twice > 0 && allowed === undefined;
  const isRare = one.fewest < MANY && twice * MANY <= ticked;
  const doubt = `only ${twice} of ${ticked} ticked two, by mistake if the form allowed one answer`;
  if (twice > 0 && allowed !== 'one' && !(isDoubtful && isRare))
    return asSeveral(isDoubtful ? { ...block, doubt } : block, grid);
  const shared = {
    text,
    columns: inOrder.flatMap((row) => row.columns),
    judgement: { ...judgementOf(one, several), ...(isDoubtful && { certainty: 'doubtful' as const }) },
  };
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

/** A question with several answers; of a grid, each row is one. */
function asSeveral(block: Ticks, grid: Grid | undefined): readonly Block[] {
  if (grid === undefined) return [block];
  const { rows, options, rest } = grid;
  const questions = rows.map(({ label, columns }): Block => {
    return { ...block, text: `${block.text} - ${label}`, columns, options };
  });
  return [...questions, ...rest];
}

function besideGrid(text: string, label: string, column: ColumnFacts): Block {
  const judgement = asText('words beside the other answers');
  return { form: 'single', text: `${text} - ${label}`, columns: [column], judgement };
}

/** Options of which each respondent chose one. */
interface OneOf {
  /** The scale that they are of, if of any. */
  readonly scale: string | undefined;
  /** In their order, and where each of them is among those given. */
  readonly options: readonly string[];
  readonly places: readonly number[];
  /** How many responses at least must have ticked one. */
  readonly fewest: number;
}

/** What they are taken for; `several` are those that were ticked together. */
function judgementOf({ scale, options }: OneOf, several: readonly LabelCount[]): Judgement {
  const but =
    several.length === 0
      ? ', and nobody ticked two'
      : `; ${quoted(several)} ${isOrAre(several)} more than one and not counted`;
  const shared = {
    options,
    ground: `one column an option${but}`,
    certainty: 'likely',
    uncounted: several,
  } as const;
  return scale === undefined
    ? { kind: 'choice', ...shared }
    : { kind: 'scale', scale, synonyms: {}, ...shared };
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
  return {
    scale: isScale ? match.scale : undefined,
    options: places.map((place) => options[place] ?? ''),
    places,
    fewest: known !== undefined ? FEWEST : isProfile(text) || asksCapacity(text) ? SOME : MANY,
  };
}

/** What was ticked in a row of a grid, or in the only one. */
interface Ticked {
  /** How many responses ticked one of the options or more. */
  readonly ticked: number;
  /** How many of them ticked two or more. */
  readonly twice: number;
  /** What each of these ticked, as a cell would hold it; nothing where they are many. */
  readonly several: readonly string[];
}

/** Whether those who ticked two may have done so by mistake. */
function areFew({ ticked, twice }: Pick<Ticked, 'ticked' | 'twice'>): boolean {
  return twice <= ticked * MOST_BY_MISTAKE;
}

function ticksIn(columns: readonly ColumnFacts[], options: readonly string[], table: Table): Ticked {
  const boxes = columns.map(({ position }, nth) => boxOf(position, options[nth] ?? '', table));
  const ticks = new Uint8Array(table.rows);
  for (const isTicked of boxes)
    for (let row = 0; row < ticks.length; row++) if (isTicked(row)) ticks[row] = ticks[row] === 0 ? 1 : 2;
  const counts = {
    ticked: ticks.reduce((sum, count) => sum + Math.min(count, 1), 0),
    twice: ticks.reduce((sum, count) => sum + Math.max(count - 1, 0), 0),
  };
  const rows = counts.twice > 0 && areFew(counts) ? [...ticks.keys()].filter((row) => ticks[row] === 2) : [];
  const several = rows.map((row) => options.filter((_, nth) => boxes[nth]?.(row) === true).join(twoTicked));
  return { ...counts, several };
}

/** Whether a response ticked an option. */
function boxOf(position: number, label: string, { columns }: Table): (row: number) => boolean {
  const { values = [], codes = [] } = columns.get(position) ?? {};
  const option = fold(label);
  const saysYes = values.some((value) => fold(value) !== option && tickWords.has(fold(value)));
  const isTicked = values.map((value) => {
    const folded = fold(value);
    return !isBlank(value) && (!untickedWords.has(folded) || (folded === option && !saysYes));
  });
  return (row) => isTicked[codes[row] ?? 0] === true;
}
