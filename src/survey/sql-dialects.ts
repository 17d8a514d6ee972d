/** What differs between engines in a query of answer patterns. */
export interface SqlDialect {
  /** A name that may hold anything. */
  readonly name: (text: string) => string;
  readonly literal: (text: string) => string;
  /** The type of text, and of whole numbers. */
  readonly text: string;
  readonly integer: string;
  /** Whether there is anything in a text that can be seen. */
  readonly hasInk: (text: string) => string;
}

const doubled = (mark: string) => (text: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
const escaped = (mark: string) => (text: string) =>
  `${mark}${text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`).replaceAll('\n', '\\n')}${mark}`;

/** Anything but white space, no-break spaces, zero-width spaces and byte order marks. */
const ink = String.raw`[^\s\x{A0}\x{200B}\x{FEFF}]`;

export const sqlDialects = {
  duckdb: {
    name: doubled('"'),
    literal: doubled("'"),
    text: 'VARCHAR',
    integer: 'BIGINT',
    hasInk: (text) => `regexp_matches(${text}, '${ink}')`,
  },
  spark: {
    name: doubled('`'),
    literal: escaped("'"),
    text: 'STRING',
    integer: 'BIGINT',
    hasInk: (text) => `${text} RLIKE ${escaped("'")(ink)}`,
  },
  bigquery: {
    name: escaped('`'),
    literal: escaped("'"),
    text: 'STRING',
    integer: 'INT64',
    hasInk: (text) => `REGEXP_CONTAINS(${text}, r'${ink}')`,
  },
  postgres: {
    name: doubled('"'),
    literal: doubled("'"),
    text: 'TEXT',
    integer: 'BIGINT',
    hasInk: (text) => String.raw`${text} ~ '[^\s\u00A0\u200B\uFEFF]'`,
  },
} satisfies Record<string, SqlDialect>;

export type SqlDialectName = keyof typeof sqlDialects;
