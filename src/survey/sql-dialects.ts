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
  /** How many bytes a name may have. */
  readonly longestName: number;
}

const doubled = (mark: string) => (text: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
const escaped = (mark: string) => (text: string) =>
  `${mark}${text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`).replaceAll('\n', '\\n')}${mark}`;

/** Whatever leaves no mark on a page, as `isBlank` has it, beside the white space of every engine. */
const blanks =
  '0B A0 AD 034F 061C 115F 1160 1680 17B4 17B5 180B-180F 2000-200F 2028-202F 205F-206F 2800 3000 3164 FE00-FE0F FEFF FFA0';

/** Anything else, as a regular expression in which `written` is how a character is written by its number. */
function inkWith(written: (number: string) => string): string {
  const ranges = blanks.split(' ').map((range) => range.split('-').map(written).join('-'));
  return String.raw`[^\s${ranges.join('')}]`;
}

const ink = inkWith((number) => String.raw`\x{${number}}`);
const postgresInk = inkWith((number) => String.raw`\u${number.padStart(4, '0')}`);

export const sqlDialects = {
  duckdb: {
    longestName: Infinity,
    name: doubled('"'),
    literal: doubled("'"),
    text: 'VARCHAR',
    integer: 'BIGINT',
    hasInk: (text) => `regexp_matches(${text}, '${ink}')`,
  },
  spark: {
    longestName: Infinity,
    name: doubled('`'),
    literal: escaped("'"),
    text: 'STRING',
    integer: 'BIGINT',
    hasInk: (text) => `${text} RLIKE ${escaped("'")(ink)}`,
  },
  bigquery: {
    longestName: 300,
    name: escaped('`'),
    literal: escaped("'"),
    text: 'STRING',
    integer: 'INT64',
    hasInk: (text) => `REGEXP_CONTAINS(${text}, r'${ink}')`,
  },
  postgres: {
    longestName: 63,
    name: doubled('"'),
    literal: doubled("'"),
    text: 'TEXT',
    integer: 'BIGINT',
    hasInk: (text) => `${text} ~ '${postgresInk}'`,
  },
} satisfies Record<string, SqlDialect>;

export type SqlDialectName = keyof typeof sqlDialects;
