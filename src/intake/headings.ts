import { isBlank, tidy } from './blank.ts';
import type { Heading, Role } from './layout.ts';

/** A heading from its question and its part, either of which may be ''; `aliases` are its other names. */
export function heading(
  question: string,
  part: string,
  more: { readonly aliases?: readonly string[]; readonly role?: Role | undefined } = {},
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
  };
}

/** A heading that is one cell, kept as it is written. */
export function plainHeading(header: string, role?: Role): Heading {
  return { name: header, question: tidy(header), aliases: [], ...(role === undefined ? {} : { role }) };
}

/** Roles by header, in lower case and without punctuation at the ends. */
export type Roles = Readonly<Record<string, Role>>;

/** The role that a platform gives the column under this header. */
export function roleOf(header: string, roles: Roles): Role | undefined {
  const key = tidy(header).toLowerCase();
  return Object.hasOwn(roles, key) ? roles[key] : undefined;
}

/** How many columns these rows have. */
export function widthOf(rows: readonly (readonly string[])[]): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

/** The cells of a column in these rows that hold something. */
export function filledCells(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => row[column] ?? '').filter((cell) => !isBlank(cell));
}
