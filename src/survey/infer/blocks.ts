import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { fold } from '../labels/labels.ts';
import { asksForWords } from '../labels/own-words.ts';
import { areAmounts } from './amounts.ts';
import { hasTwin, isBeside } from './beside.ts';
import { isConsent } from './consent.ts';
import { type ColumnFacts, pooledLabels } from './facts.ts';
import { judge } from './judge.ts';
import { judgeColumn } from './judge-column.ts';
import { boxesOf, scalesOfGrid } from './grids.ts';
import { withLateOptions } from './late-options.ts';
import { type Judgement, asText } from './judgement.ts';
import { loneTick, openTicks } from './open-ticks.ts';
import { firstRound, standApart, unsaidRun } from './runs.ts';
import { slippedAmong } from './slipped.ts';
import { codesIn, isOneOption, saysOption, tickLabel, withoutYesOrNo } from './ticks.ts';
import { ticksIn } from './two-languages.ts';

/** Columns that are one question, and what they are taken for. */
export type Block = {
  /** The question, '' where the file does not say. */
  readonly text: string;
  readonly columns: readonly ColumnFacts[];
} & (
  | { readonly form: 'single' | 'grid' | 'expanded'; readonly judgement: Judgement }
  | { readonly form: 'ticks'; readonly options: readonly string[]; readonly doubt?: string }
  | { readonly form: 'expanded grid'; readonly rows: readonly TickRow[]; readonly judgement: Judgement }
);

/** A row of a grid of which each option has a column. */
export interface TickRow {
  readonly label: string;
  /** In the order of the options. */
  readonly columns: readonly ColumnFacts[];
}

/** Cuts the columns of answers, in the order of the file, into the questions that they make. */
export function findBlocks(given: readonly ColumnFacts[], layout: RecognisedLayout): Block[] {
  const columns = withLateOptions(given, layout);
  const blocks: Block[] = [];
  for (let start = 0; start < columns.length;) {
    const said = firstRound(sameStem(columns, start));
    const stem = said.length > 1 ? said : [];
    const run = stem.length > 0 ? stem : firstRound(unsaidRun(columns, start, layout));
    if (run.length > 1 || stem.length > 0) {
      blocks.push(...(stem.length > 0 ? stemBlocks(stem, layout) : runBlocks(run)));
      start += run.length;
    } else {
      const column = columns[start] as ColumnFacts;
      const ticks = openTicks(columns, start) ?? loneTick(column);
      const block: Block = ticks === undefined ? single(column, layout) : { form: 'ticks', ...ticks };
      blocks.push(block);
      start += block.columns.length;
    }
  }
  return blocks;
}

/**
 * The columns from here on that the file itself gives to one question, as parts of it. Where it has no words for the question,
 * "Other" is the last of its options.
 */
function sameStem(columns: readonly ColumnFacts[], start: number): readonly ColumnFacts[] {
  const { question, group } = columns[start]?.heading ?? {};
  let end = start;
  for (; end < columns.length; end++) {
    const { heading, position } = columns[end] as ColumnFacts;
    if (heading.part === undefined || heading.question !== question) break;
    if (group !== undefined && heading.group !== undefined && heading.group !== group) break;
    const before = end > start ? columns[end - 1] : undefined;
    if (before === undefined) continue;
    if (position !== before.position + 1 || (question === '' && fold(before.heading.part ?? '') === 'other'))
      break;
  }
  return columns.slice(start, end);
}

function runBlocks(run: readonly ColumnFacts[]): Block[] {
  const [first] = run;
  const judgement = first && judge(pooledLabels(run), '', first);
  if (judgement === undefined || judgement.kind === 'multiple') return [];
  if (run.every(isOneOption)) return [{ form: 'ticks', text: '', columns: run, options: run.map(tickLabel) }];
  return [{ form: 'grid', text: '', columns: run, judgement }];
}

/** The columns of one question: the options that were ticked, the rows of a grid, and texts beside them. */
function stemBlocks(
  stem: readonly ColumnFacts[],
  layout: RecognisedLayout,
  text = stem[0]?.heading.question ?? '',
): Block[] {
  const ticks = ticksAmong(stem, layout);
  for (const column of slippedAmong(stem, ticks)) ticks.add(column);
  if (ticks.size > 0) {
    const ticked = [...ticks];
    const isOwn = (column: ColumnFacts): boolean => {
      const { part = '', isText } = column.heading;
      const isRequest = asksForWords(part);
      if (column.filled === 0) return isText !== true && !(isRequest && /\bcomments?$/iu.test(part));
      return ticks.has(column) || (isRequest && !hasTwin(column, ticked));
    };
    const own = stem.filter(isOwn);
    const rest = stem.filter((column) => !isOwn(column));
    return [
      { form: 'ticks', text, columns: own, options: own.map(tickLabel) },
      ...rest.map((column) => single(column, layout)),
    ];
  }
  const rows = gridRows(stem, text);
  const boxes = boxesOf(stem, (pooled) => judgeColumn(pooled, text, layout));
  if (boxes !== undefined) return stem.map((column) => single(column, layout, boxes(column)));
  const joined = rows.filter((row) => judgeColumn(row, text, layout).kind === 'multiple');
  // A grid of boxes: each row is a question with several answers of its own.
  if (joined.length * 2 > rows.length) return stem.map((column) => single(column, layout));
  const inGrid = new Set(rows);
  const rest = stem.filter((column) => !inGrid.has(column));
  const scales = scalesOfGrid(rows, text);
  if (scales !== undefined) {
    const grids = scales.flatMap((scale) => stemBlocks(scale.columns, layout, scale.text));
    return [...grids, ...rest.map((column) => single(column, layout))];
  }
  const judgement = gridJudgement(rows, text);
  if (rows.length < 2 || judgement === undefined) return stem.map((column) => single(column, layout));
  return [{ form: 'grid', text, columns: rows, judgement }, ...rest.map((column) => single(column, layout))];
}

/** The columns of options that were ticked. Where most others hold more than that, Yes and No are answers in a few rows of a grid. */
function ticksAmong(stem: readonly ColumnFacts[], layout: RecognisedLayout): Set<ColumnFacts> {
  const ticks = withoutYesOrNo(ticksIn(stem, layout));
  if (areAmounts(stem)) return new Set();
  const codes = codesIn(stem);
  if (codes.length > 0) return new Set(stem.filter((column) => codes.includes(column) || ticks.has(column)));
  const others = stem.filter((column) => column.filled > 0 && !isBeside(column) && !ticks.has(column));
  return [...ticks].some(saysOption) || ticks.size > others.length ? ticks : new Set();
}

/** The rows of a grid among the columns of a question: not the words beside it, unless all are words. */
function gridRows(stem: readonly ColumnFacts[], text: string): readonly ColumnFacts[] {
  const isWords = (column: ColumnFacts): boolean =>
    column.filled > 0 && judge(column.labels, text, column).kind === 'text';
  const unlike = stem.filter((column) => !isBeside(column));
  // Statements may all speak of others: "I know how to find other support".
  const plain = unlike.length > 0 ? unlike : stem;
  if (plain.every((column) => column.filled === 0 || isWords(column))) return plain;
  const rows = plain.filter((column) => !isWords(column));
  const answers = new Set(pooledLabels(rows).map(({ folded }) => folded));
  const isAlike = ({ labels }: ColumnFacts): boolean =>
    labels.length > 0 && labels.every(({ folded }) => answers.has(folded));
  const own = new Set(rows);
  return stem.filter((column) => own.has(column) || isAlike(column));
}

/** What the rows of a grid are taken for together; undefined where they are answered in ways of their own. */
function gridJudgement(rows: readonly ColumnFacts[], text: string): Judgement | undefined {
  const filled = rows.filter(({ filled: some }) => some > 0);
  const [first] = filled;
  if (first === undefined) return rows.length > 1 ? asText('nobody answered') : undefined;
  // What is agreed to may stand in the rows alone.
  const areConsent = filled.every(({ labels, heading }) => isConsent(labels, heading.part ?? ''));
  const each = filled.map((row) => judge(row.labels, text, row));
  const pooled = pooledLabels(filled);
  const [consent] = areConsent ? filled : [];
  const whole = judge(pooled, consent?.heading.part ?? text, { known: filled.every(({ known }) => known) });
  const mostInOne = Math.max(...filled.map(({ labels }) => labels.length));
  const isShared = pooled.length <= Math.max(mostInOne * 1.5, mostInOne + 2) && !standApart(filled);
  const areAlike = each.every(({ kind }) => kind === each[0]?.kind);
  if (whole.kind === 'scale') return whole;
  if (areAlike && each[0]?.kind === 'text') return { ...whole, kind: 'text' };
  if (areAlike && each[0]?.kind === 'number' && whole.kind === 'number') return whole;
  return isShared && whole.kind === 'choice' ? whole : undefined;
}

function single(column: ColumnFacts, layout: RecognisedLayout, known?: Judgement): Block {
  const question = column.heading.question.replace(/ - selected choice$/iu, '');
  // What Qualtrics adds to a question that has words of one's own beside its options, and others to any question.
  const part = (column.heading.part ?? '').replace(
    /^(?:selected choice|response|open-ended response)$/iu,
    '',
  );
  const text =
    part.endsWith('?') || question === '' ? part || question : [question, part].filter(Boolean).join(' - ');
  const judgement = known ?? judgeColumn(column, text, layout);
  const isOwn = asksForWords(part) || (isBeside(column) && judgement.certainty === 'doubtful');
  const isWords = isOwn && judgement.kind === 'choice';
  return {
    form: 'single',
    text,
    columns: [column],
    judgement: isWords ? asText('words beside the other answers') : judgement,
  };
}
