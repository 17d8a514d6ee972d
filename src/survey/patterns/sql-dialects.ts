/** What differs between engines in a query of answer patterns. */
export interface SqlDialect {
  /** A name, with something else in place of what no name may hold; without this, a name may hold anything. */
  readonly possibleName?: (text: string) => string;
  readonly name: (text: string) => string;
  /** How long a name may be; without this, as long as it is. */
  readonly longestName?: { readonly most: number; readonly unit: 'bytes' | 'characters' };
  /** How no name may begin. */
  readonly keptBeginnings?: RegExp;
  readonly literal: (text: string) => string;
  /** The type of text, and of whole numbers. */
  readonly text: string;
  readonly integer: string;
  /** How a regular expression has the character of a number in four hexadecimal digits. */
  readonly character: (number: string) => string;
  /** Whether a regular expression, as a literal, is somewhere in a text. */
  readonly matches: (text: string, expression: string) => string;
  /** A text in which another, as a literal too, stands in place of whatever a regular expression is found in. */
  readonly replaced: (text: string, expression: string, by: string) => string;
  /** What in such a text stands for the first group of the expression. */
  readonly group: string;
  /** Ends the query with a message, as a literal, and is a number to the engine; `text` is one of the row. */
  readonly fail: (message: string, text: string) => string;
}

const doubled = (mark: string) => (text: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
const escaped = (text: string) =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)}'`;
const braced = (number: string) => String.raw`\x{${number.replace(/^0+/u, '')}}`;

export const sqlDialects = {
  duckdb: {
    name: doubled('"'),
    literal: doubled("'"),
    text: 'VARCHAR',
    integer: 'BIGINT',
    character: braced,
    matches: (text, expression) => `regexp_matches(${text}, ${expression})`,
    replaced: (text, expression, by) => `regexp_replace(${text}, ${expression}, ${by}, 'g')`,
    group: String.raw`\1`,
    fail: (message) => `error(${message})`,
  },
  spark: {
    name: doubled('`'),
    literal: escaped,
    text: 'STRING',
    integer: 'BIGINT',
    character: braced,
    matches: (text, expression) => `${text} RLIKE ${expression}`,
    replaced: (text, expression, by) => `regexp_replace(${text}, ${expression}, ${by})`,
    group: '$1',
    fail: (message) => `raise_error(${message})`,
  },
  bigquery: {
    // https://cloud.google.com/bigquery/docs/schemas#flexible-column-names
    possibleName: (text) => text.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\p{Pd} &%=+:'<>#|]/gu, '_'),
    name: doubled('`'),
    longestName: { most: 300, unit: 'characters' },
    keptBeginnings: /^(?:_TABLE_|_FILE_|_PARTITION|_ROW_TIMESTAMP|__ROOT__|_COLIDENTIFIER)/iu,
    literal: escaped,
    text: 'STRING',
    integer: 'INT64',
    character: braced,
    matches: (text, expression) => `REGEXP_CONTAINS(${text}, ${expression})`,
    replaced: (text, expression, by) => `REGEXP_REPLACE(${text}, ${expression}, ${by})`,
    group: String.raw`\1`,
    fail: (message) => `ERROR(${message})`,
  },
  postgres: {
    name: doubled('"'),
    longestName: { most: 63, unit: 'bytes' },
    literal: doubled("'"),
    text: 'TEXT',
    integer: 'BIGINT',
    character: (number) => String.raw`\u${number}`,
    matches: (text, expression) => `${text} ~ ${expression}`,
    replaced: (text, expression, by) => `regexp_replace(${text}, ${expression}, ${by}, 'g')`,
    group: String.raw`\1`,
    // It has no function for that: what is no number cannot be one. A text of the row keeps it from trying at once.
    fail: (message, text) => `CAST(concat(${message}, substr(${text}, 1, 0)) AS BIGINT)`,
  },
} satisfies Record<string, SqlDialect>;

export type SqlDialectName = keyof typeof sqlDialects;
