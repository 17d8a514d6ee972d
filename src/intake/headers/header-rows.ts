import { tidy } from '../blank.ts';
import { oneRow, twoRows } from '../platforms/generic.ts';
import { UserError } from '../user-error.ts';
import { areNamesOfVariables, areTypes, code, countTexts, isWelsh, words } from './header-words.ts';
import { labelsIn, widthOf } from './first-rows.ts';
import { divideOtherwise, heading, unnumbered } from './headings.ts';
import type { HeaderGround, Heading, Layout, Platform, Rows } from './layout.ts';
import { judgeNames } from './names-row.ts';

type LayOut = Platform['layOut'];

/** How many rows of headers a user names. Throws a UserError where that is no such number. */
export function namedHeaderRows(rows: string): number {
  if (/^[1-9]$/u.test(rows.trim())) return Number(rows);
  throw new UserError(
    `"${rows}" is no number of header rows.`,
    'It can be 1 to 9, lines of title above them aside.',
  );
}

/**
 * The layout that a platform gives these rows, and what it does not look for: rows below its headers that name the columns again,
 * and headers of one row that divide questions from options in another way.
 */
export function withFurtherHeaders(layOut: LayOut, rows: Rows): Layout {
  const layout = layOut(rows);
  const { headerRows: known, further: parts = [] } = layout;
  if (known > 1 && parts.length === 0) return layout;
  const { names, doubt } = judgeBelow(rows.slice(known - 1));
  const whole = names.length === 0 ? layout : namedAgain(layOut, rows, known, names.length);
  // Under other names it may be laid out otherwise.
  if (whole.headerRows !== known + names.length) return { ...layout, doubt: names[0] };
  return { ...(known > 1 ? whole : divided(whole)), further: [...parts, ...names], doubt };
}

/**
 * The layout of an export of which so many rows are headers, whatever they look like: as its platform has it where it has as many;
 * otherwise with questions over what belongs to them, where the first row leaves blank what the second names, and the others
 * naming the columns again.
 */
export function withHeaderRows(layOut: LayOut, rows: Rows, wanted: number): Layout {
  const own = layOut(rows);
  if (own.headerRows === wanted) return divided(own);
  if (wanted === 1) return divided(oneRow(rows));
  const isOver = standsOver(rows);
  const below = isOver ? twoRows : own.headerRows === 1 ? layOut : oneRow;
  const known = isOver ? 2 : 1;
  const layout = wanted === known ? below(rows) : namedAgain(below, rows, known, wanted - known);
  const further = Array.from({ length: wanted - 1 }, () => 'told' as const);
  return { ...divided(layout), headerRows: wanted, further };
}

/** Whether what the first row says stands over several columns, which the second names. */
function standsOver([first = [], second = []]: Rows): boolean {
  const above = labelsIn(first);
  const start = above.findIndex((label) => label !== '');
  return second.some((cell, column) => column > start && !above[column] && words.test(cell));
}

function divided(layout: Layout): Layout {
  return { ...layout, headings: divideOtherwise(layout.headings) };
}

interface RowsBelow {
  /** What shows of each of the next rows that it names the columns again. */
  readonly names: readonly HeaderGround[];
  /** What makes it doubtful whether the next one does. */
  readonly doubt?: HeaderGround;
}

/** What the rows are under the first, which names the columns; two may do so again, as texts in two languages under codes do. */
function judgeBelow(rows: Rows): RowsBelow {
  const [first = [], second = [], third = [], ...rest] = rows;
  if (areNamesOfVariables(third, rest)) return { names: ['like-headers', 'like-headers'] };
  if (areNamesOfVariables(second, [third, ...rest])) return { names: ['like-headers'] };
  const lower = judgeNames([first, third, ...rest]);
  const upper = lower.is === 'headers' ? judgeNames([first, second, ...rest]) : lower;
  if (lower.is === 'headers' && upper.is === 'headers') return { names: [upper.ground, lower.ground] };
  const next = judgeNames(rows);
  if (next.is === 'headers') return { names: [next.ground] };
  return next.is === 'doubtful' ? { names: [], doubt: next.ground } : { names: [] };
}

/**
 * The layout of an export in which, below so many rows of headers, so many name the columns again: by the texts, in English where
 * there are two languages, with what the others say as other names. A question that stands over each of its columns has what
 * belongs to each below.
 */
function namedAgain(layOut: LayOut, rows: Rows, known: number, again: number): Layout {
  const above = rows.slice(0, known - 1);
  const names = rows.slice(known - 1, known + again).filter((row) => !areTypes(row));
  const below = rows.slice(known + again);
  const texts = names.toSorted((a, b) => textsIn(b) - textsIn(a))[0] ?? [];
  const others = names.filter((row) => row !== texts);
  const full = Array.from(
    { length: widthOf(names) },
    (_, column) => [texts, ...others].find((row) => labelsIn(row)[column])?.[column] ?? '',
  );
  const whole = layOut([...above, full, ...below]);
  const coded = others.map((row) => layOut([...above, row, ...below]).headings);
  const [first = [], second = []] = names;
  const questions = unnumbered(first, second);
  const headings = whole.headings.map((own, column): Heading => {
    const [over, part] = [questions, second].map((row) => tidy(row[column] ?? ''));
    if (over !== undefined && part !== undefined && part !== '' && isRepeated(questions, column))
      return heading(over, part, { aliases: [first[column] ?? ''] });
    const codes = others.map((row) => row[column] ?? '');
    return coded.reduce((one, by, nth) => namedBy(one, by[column], codes[nth] ?? ''), own);
  });
  return { ...whole, headerRows: whole.headerRows + again, headings };
}

/** Whether a header is that of a column beside it. */
function isRepeated(row: readonly string[], column: number): boolean {
  const { [column]: own = '', [column - 1]: before, [column + 1]: after } = labelsIn(row);
  return own !== '' && (own === before || own === after);
}

/** How many texts a row of names has, or words at least; of two languages English is the one to be named by. */
function textsIn(row: readonly string[]): number {
  const known = labelsIn(row).filter((label) => words.test(label) && !code.test(label)).length;
  return (countTexts(row) + known / 1000) / (isWelsh(row) ? 1e6 : 1);
}

/** The same heading with what another row says of its column: its role and its question, where it has none, or one more name. */
function namedBy(own: Heading, coded: Heading | undefined, name: string): Heading {
  if (own.role === undefined && coded?.role !== undefined) return alsoNamed(coded, own.name);
  if (own.part === undefined && coded?.part !== undefined)
    return heading(coded.question, own.question, { aliases: [coded.name] });
  return alsoNamed(own, name);
}

/** The same heading with one more name. */
function alsoNamed(of: Heading, name: string): Heading {
  const alias = tidy(name);
  const isKnown = alias === '' || alias === tidy(of.name) || of.aliases.includes(alias);
  return isKnown ? of : { ...of, aliases: [...of.aliases, alias] };
}
