import { isBlank, tidy } from '../columns/blank.ts';
import { areTypes, code, countTexts, isWelsh, words } from './header-words.ts';
import { heading, widthOf } from './headings.ts';
import type { Heading, Layout, Platform, Rows } from './layout.ts';
import { isRepeated, secondRowOf } from './second-names.ts';

/** What the rows under those that are known to be headers are. */
export interface RowsBelow {
  /** How many of them name the columns again. */
  readonly headers: number;
  /** Whether the next one might, too. */
  readonly isDoubtful: boolean;
}

/** How many rows name the columns again, of which the first does; two may, as texts in two languages under codes do. */
export function namesBelow(rows: Rows): RowsBelow {
  const [first = [], second = [], third = [], ...rest] = rows;
  const areHeaders = (row: readonly string[]): boolean => secondRowOf([first, row, ...rest]) === 'headers';
  if (areHeaders(third) && areHeaders(second)) return { headers: 2, isDoubtful: false };
  const kind = secondRowOf(rows);
  return { headers: kind === 'headers' ? 1 : 0, isDoubtful: kind === 'doubtful' };
}

/**
 * The layout of an export in which, below so many rows of headers, so many name the columns again: by the texts, in English where
 * there are two languages, with what the others say as other names. A question that stands over each of its columns has what
 * belongs to each below.
 */
export function namedAgain(layOut: Platform['layOut'], rows: Rows, known: number, again: number): Layout {
  const above = rows.slice(0, known - 1);
  const names = rows.slice(known - 1, known + again).filter((row) => !areTypes(row));
  const below = rows.slice(known + again);
  const texts = names.toSorted((a, b) => textsIn(b) - textsIn(a))[0] ?? [];
  const others = names.filter((row) => row !== texts);
  const full = Array.from(
    { length: widthOf(names) },
    (_, column) => [texts, ...others].map((row) => row[column] ?? '').find((cell) => !isBlank(cell)) ?? '',
  );
  const whole = layOut([...above, full, ...below]);
  const coded = others.map((row) => layOut([...above, row, ...below]).headings);
  const [first = [], second = []] = names;
  const headings = whole.headings.map((own, column): Heading => {
    const [over, part] = [first, second].map((row) => tidy(row[column] ?? ''));
    if (over !== undefined && part !== undefined && part !== '' && isRepeated(first, column))
      return heading(over, part);
    const codes = others.map((row) => row[column] ?? '');
    return coded.reduce((one, by, nth) => namedBy(one, by[column], codes[nth] ?? ''), own);
  });
  return { ...whole, headerRows: whole.headerRows + again, headings };
}

/** How many texts a row of names has, or words at least; of two languages English is the one to be named by. */
function textsIn(row: readonly string[]): number {
  const known = row.filter((cell) => words.test(cell) && !code.test(tidy(cell))).length;
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
