import { tidy } from '../blank.ts';
import { once } from '../once.ts';
import { labelsIn } from './first-rows.ts';
import type { Heading, Layout, Role } from './layout.ts';
import { type Divided, commonStems, isNumberedOption } from './stems.ts';
import { phrasesIn } from '../phrases.ts';

/** A heading from its question and its part, either of which may be ''; `aliases` are its other names. */
export function heading(
  question: string,
  part: string,
  more: {
    readonly aliases?: readonly string[];
    readonly role?: Role | undefined;
    readonly group?: string | undefined;
    readonly isText?: boolean;
  } = {},
): Heading {
  const [whole, piece] = [tidy(question), tidy(part)];
  const name = [whole, piece].filter((text) => text !== '').join(' - ');
  const aliases = [piece === '' ? '' : whole, whole === '' ? '' : piece, ...(more.aliases ?? []).map(tidy)];
  return {
    name,
    question: whole,
    ...(piece === '' ? {} : { part: piece }),
    aliases: aliases.filter(
      (alias, index) => alias !== '' && alias !== name && aliases.indexOf(alias) === index,
    ),
    ...(more.role === undefined ? {} : { role: more.role }),
    ...(more.group === undefined ? {} : { group: more.group }),
    ...(more.isText === true ? { isText: true } : {}),
  };
}

/** A heading that is one cell, kept as it is written. */
export function plainHeading(header: string, role?: Role): Heading {
  return { name: header, question: tidy(header), aliases: [], ...(role === undefined ? {} : { role }) };
}

/** Roles by header, in lower case and without punctuation at the ends. */
type Roles = ReadonlyMap<string, Role>;

/** The roles that a platform gives its own columns: under each of these the headers that have it, with strokes between them. */
export function rolesBy(headers: Readonly<Partial<Record<Role, string | readonly string[]>>>): Roles {
  const roles = Object.entries(headers) as [Role, string | readonly string[]][];
  return new Map(
    roles.flatMap(([role, lists]) => phrasesIn(...[lists].flat()).map((header) => [header, role] as const)),
  );
}

/** The role that a platform gives the column under this header. */
export function roleOf(header: string, roles: Roles): Role | undefined {
  return roles.get(tidy(header).toLowerCase());
}

/** Whether all of these, in lower case, are among the headers. */
export function hasHeaders(headers: readonly string[], wanted: readonly string[]): boolean {
  const keys = keysIn(headers);
  return wanted.every((key) => keys.has(key));
}

const keysIn = once(
  (headers: readonly string[]): ReadonlySet<string> =>
    new Set(labelsIn(headers).map((label) => label.toLowerCase())),
);

/**
 * The headings of a single header row, with the roles that a platform gives to columns by their headers, or in another way. `divide`
 * tells the question of a header from its part, and what else the column is called; a column with a role is left whole. Headers keep
 * their names, since those are what a definition made from the file will say.
 */
export function dividedHeadings(
  headers: readonly string[],
  roles: Roles | ((header: string, column: number) => Role | undefined),
  divide: (header: string, column: number) => Divided | readonly [...Divided, alias: string],
): Heading[] {
  return headers.map((header, column) => {
    const role = typeof roles === 'function' ? roles(tidy(header), column) : roleOf(header, roles);
    if (role !== undefined) return plainHeading(header, role);
    const [question, part, alias = ''] = divide(tidy(header), column);
    return renamed(heading(question, part, { aliases: [alias] }), header);
  });
}

/**
 * The same headings, unless the header row divides more of them into question and option in another way than its platform
 * is believed to: what it puts between the two is not known from any real export.
 */
export function divideOtherwise(headings: readonly Heading[]): readonly Heading[] {
  const isWhole = (one: Heading): boolean => one.role === undefined && one.part === undefined;
  const headers = headings.map((one) => (isWhole(one) ? one.question : ''));
  const stems = commonStems(headers).map(([stem, part], column): Divided =>
    part === '' || isNumberedOption(stem, headers) ? [headers[column] ?? '', ''] : [stem, part],
  );
  const found = stems.filter(([, part]) => part !== '').length;
  if (found <= headings.filter((one) => one.part !== undefined).length) return headings;
  return headings.map((one, column) => {
    const [question, part] = stems[column] ?? ['', ''];
    return part === '' ? one : renamed(heading(question, part, { aliases: one.aliases }), one.name);
  });
}

/** The same layout with the roles that a platform gives to columns by their headers. */
export function withRoles(layout: Layout, roles: Roles): Layout {
  const headings = layout.headings.map((one): Heading => {
    const role = roleOf(one.name, roles);
    return role === undefined ? one : plainHeading(one.name, role);
  });
  return { ...layout, headings };
}

/** The same heading under another name; the name that it had is one of its aliases. */
export function renamed(of: Heading, name: string): Heading {
  const aliases = [of.name, ...of.aliases];
  return { ...of, name, aliases: aliases.filter((alias) => alias !== '' && alias !== tidy(name)) };
}

/** The number of a question and that of one of its columns, in front of it: “Q1 01—Which do you use?”. */
const numbers = /^\s*(?<question>q?\d{1,3})[ ._-](?<column>\d+)(?<mark>\s*[-–—:.)]\s*)(?<text>\S.*)$/isu;

/**
 * Headers that stand over parts, without the numbers of columns that are side by side, are numbered within one question and say
 * the same over different parts, one of them blank at most. Questions that say the same keep their own numbers.
 */
export function unnumbered(row: readonly string[], parts: readonly string[]): string[] {
  const found = row.map((header) => numbers.exec(header)?.groups ?? {});
  const asked = new Map<string, Set<string>>();
  for (const { question = '', text = '' } of found)
    asked.set(text, (asked.get(text) ?? new Set()).add(question));
  return runsOf(found).flatMap((run) => {
    const below = run.map((column) => tidy(parts[column] ?? ''));
    const areParts = new Set(below).size > 1 && below.filter((part) => part === '').length < 2;
    const areNumbered = new Set(run.map((column) => found[column]?.['column'])).size === run.length;
    return run.map((column) => {
      const { question = '', mark = '', text = '' } = found[column] ?? {};
      if (text === '' || !areParts || !areNumbered) return row[column] ?? '';
      return asked.get(text)?.size === 1 ? text : `${question}${mark}${text}`;
    });
  });
}

/** The columns side by side whose headers have the number of one question and say the same; every other by itself. */
function runsOf(found: readonly Readonly<Record<string, string>>[]): number[][] {
  const runs: number[][] = [];
  for (const [column, { question, text }] of found.entries()) {
    const before = found[column - 1];
    const goesOn = text !== undefined && text === before?.['text'] && question === before['question'];
    if (goesOn) runs.at(-1)?.push(column);
    else runs.push([column]);
  }
  return runs;
}
