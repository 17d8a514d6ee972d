import { isBlank, tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { type LabelCount, countOf } from '../infer/facts.ts';
import { fold } from '../labels/labels.ts';
import { othersJoined } from '../labels/several-answers.ts';
import { type Cell, type PieceCount, cutCells, mayBeInOption, tallyPieces } from './cut-cells.ts';

/** The cells of a column that are cut at a separator, and what is seen of their parts. */
export interface CutColumn {
  readonly separator: string;
  readonly cells: readonly Cell[];
  /** The cells with more than one part. */
  readonly severals: readonly Cell[];
  /** How often each part was given, by its folded spelling. */
  readonly tally: ReadonlyMap<string, PieceCount>;
  /** The parts but those that join others, and those of them that more than one respondent gave. */
  readonly parts: readonly PieceCount[];
  readonly options: readonly PieceCount[];
}

/** A column cut at a separator. */
export function cutColumn(labels: readonly LabelCount[], separator: string): CutColumn {
  const cells = cutCells(labels, separator);
  const tally = tallyPieces(cells);
  const parts = [...tally].flatMap(([piece, part]) => (joinsOthers(piece, tally) ? [] : [part]));
  return {
    separator,
    cells,
    severals: cells.filter(({ pieces }) => pieces.length > 1),
    tally,
    parts,
    options: parts.filter(({ count }) => count > 1),
  };
}

/**
 * Whether what stands between separators are answers of their own: a single choice whose options hold the separator has
 * parts that always come in the same company.
 */
export function arePartsAnswers(column: CutColumn): boolean {
  const { severals, options } = column;
  if (severals.length === 0) return false;
  if (mayBeInOption(column.separator) ? givenAloneAtCommas(column) : givenAlone(column, severals))
    return true;
  const mobile = options.filter(({ cells }) => cells > 1);
  return severals.length > 1 && (mobile.length >= options.length * 0.7 || areMostOf(mobile, severals));
}

/** Whether nearly all parts of the cells with several are these. */
function areMostOf(some: readonly PieceCount[], severals: readonly Cell[]): boolean {
  const found = new Set(some.map(({ label }) => fold(label)));
  const parts = severals.flatMap(({ pieces, count }) => pieces.map((piece) => ({ piece, count })));
  return countOf(parts.filter(({ piece }) => found.has(fold(piece)))) >= countOf(parts) * 0.8;
}

/** Whether most parts of these cells are the whole of other cells. */
function givenAlone(column: CutColumn, severals: readonly Cell[]): boolean {
  const alone = countsAlone(column);
  const parts = severals.flatMap(({ pieces }) => pieces.map(fold));
  return parts.filter((part) => alone.has(part)).length >= parts.length * 0.6;
}

/** An answer that goes on after a comma: "Yes, definitely". */
const goesOn = /^(?:yes|no|maybe|perhaps|ydw|ydy|oes|ie|na|nac (?:ydw|ydy|oes))$/u;

/**
 * The same at a comma, which an option may hold: no cell with several is more frequent than any of its parts alone, as
 * "Food, drink" beside "Food" would be, were it an option. Where there is one such cell, all its parts are given alone.
 */
function givenAloneAtCommas(column: CutColumn): boolean {
  const alone = countsAlone(column);
  const { severals } = column;
  const areSeldom = severals.every(({ pieces, count }) => {
    const counts = pieces.flatMap((piece) => alone.get(fold(piece)) ?? []);
    const isWhole = counts.length === pieces.length || (severals.length > 1 && counts.length > 0);
    return isWhole && count <= Math.min(...counts) && !goesOn.test(fold(pieces[0] ?? ''));
  });
  return areSeldom && givenAlone(column, severals);
}

/** How many records hold each part and nothing else. */
function countsAlone({ cells }: CutColumn): ReadonlyMap<string, number> {
  const alone = cells.filter(({ pieces }) => pieces.length < 2);
  return addUp(alone.map(({ pieces: [piece = ''], count }) => [fold(piece), count]));
}

/** Whether each of these labels, of which there are some, is nothing but others with a separator between them. */
export function areWhole(
  holding: readonly LabelCount[],
  labels: readonly LabelCount[],
  separator: string,
): boolean {
  const alone = new Set(labels.filter((label) => !holding.includes(label)).map(({ folded }) => folded));
  return holding.length > 0 && holding.every(isMadeOf(alone, separator));
}

/** Whether a label is nothing but these answers, folded, with a separator between them. */
export function isMadeOf(answers: ReadonlySet<string>, separator: string): (label: LabelCount) => boolean {
  return ({ raw }) => raw.split(separator).every((part) => isBlank(part) || answers.has(fold(part)));
}

/**
 * Whether a piece, folded, is nothing but others with marks between them that no option holds, as where
 * somebody typed a part of the responses otherwise: “Bus; Tram” among cells such as “Bus, Car”.
 */
function joinsOthers(piece: string, tally: ReadonlyMap<string, PieceCount>): boolean {
  return othersJoined(piece, tally, /([;|\n])/u) !== undefined;
}

/** How many parts are spelt otherwise than most of the same. */
export function countVariants(cells: readonly Cell[], tally: ReadonlyMap<string, PieceCount>): number {
  return cells.reduce((sum, { pieces, count }) => {
    const spelt = pieces.filter((piece) => tidy(piece) !== tally.get(fold(piece))?.label);
    return sum + spelt.length * count;
  }, 0);
}
