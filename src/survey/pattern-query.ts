import { UserError } from '../intake/user-error.ts';
import { questionColumns, respondentColumns } from './columns.ts';
import { type SqlDialect, type SqlDialectName, sqlDialects } from './sql-dialects.ts';
import type { Survey } from './survey.ts';

/** What stands for the table of responses, until somebody writes its name there. */
const table = 'responses';

/** What the number of responses is called where the definition has no name for it. */
const usualCount = 'Responses';

/** A column of the table, and what of it is in a pattern. */
interface PatternColumn {
  readonly header: string;
  readonly kept: 'answer' | 'day' | 'whether-given' | 'repeated-id' | 'count';
}

/**
 * The query that makes answer patterns of a table of responses: one row for each combination of answers that somebody gave,
 * with how many did. Its result is an export: with a count column the definition gives the same figures of it as of the
 * responses. Of a text it has only whether anything was written; of a time only the day; of ids only those that occur more than
 * once, each response with one in a row of its own, the earliest first.
 *
 * Throws a UserError where figures need what a pattern cannot hold: the number of a column, or the words of texts.
 */
export function patternQuery(survey: Survey, dialectName: SqlDialectName): string {
  if (survey.exclude.some(({ reason }) => reason === 'campaign'))
    throw new UserError(
      `${survey.file}: the definition leaves out campaigns, which cannot be told from answer patterns: texts are not in them.`,
      'Take campaign out of exclude, or analyse the responses themselves.',
    );
  if (
    survey.exclude.some(({ reason }) => reason === 'duplicate') &&
    survey.respondent.submitted === undefined
  )
    throw new UserError(
      `${survey.file}: the definition leaves out duplicates, and a table has no order that tells which response was the first.`,
      'Under respondent name the column of the time in submitted, or take duplicate out of exclude and leave repeats out of the table.',
    );
  const columns = patternColumns(survey);
  const dialect = sqlDialects[dialectName];
  for (const { header } of columns)
    if (Buffer.byteLength(header) > dialect.longestName)
      throw new UserError(
        `${survey.places.get(header) ?? survey.file}: the name of column "${header}" is longer than the ${dialect.longestName} bytes that a name may have in ${dialectName}.`,
        'Write the name that the column has in the table, here and under the questions.',
      );
  return [
    ...remarks(survey, columns).map((line) => `-- ${line}`),
    ...statement(columns, dialect, survey.blank),
    '',
  ].join('\n');
}

/** Every column that the figures need, each once, in the order of the definition. */
function patternColumns(survey: Survey): PatternColumn[] {
  const found = new Map<string, PatternColumn['kept']>();
  const add = ([header = '']: readonly string[], kept: PatternColumn['kept']) => {
    if (/^#\d+$/u.test(header))
      throw new UserError(
        `${survey.places.get(header) ?? survey.file}: column ${header} has a number for a name, which a table does not know.`,
        'Write the name that the column has in the table.',
      );
    if (!found.has(header) || kept === 'answer') found.set(header, kept);
  };
  const keptOf = { id: 'repeated-id', submitted: 'day', count: 'count' } as const;
  for (const [field, wanted] of respondentColumns(survey))
    add(wanted, field in keptOf ? keptOf[field as keyof typeof keptOf] : 'answer');
  for (const question of survey.questions)
    for (const wanted of questionColumns(question))
      add(wanted, question.kind === 'text' ? 'whether-given' : 'answer');
  return [...found].map(([header, kept]) => ({ header, kept }));
}

/** A column in the query: `a3` is its cell as text, `p3` what of that is in a pattern. */
interface QueryColumn extends PatternColumn {
  readonly nth: number;
}

function statement(all: readonly PatternColumn[], dialect: SqlDialect, blank: readonly string[]): string[] {
  const { name, text, integer } = dialect;
  const numbered = all.map((column, nth): QueryColumn => ({ ...column, nth }));
  const columns = numbered.filter(({ kept }) => kept !== 'count');
  const counted = numbered.find(({ kept }) => kept === 'count');
  const id = columns.find(({ kept }) => kept === 'repeated-id');
  const cells = numbered.map(
    ({ header, nth }) => `coalesce(CAST(${name(header)} AS ${text}), '') AS a${nth}`,
  );
  const parts = columns.map((column) => `${partOf(column, dialect, blank)} AS p${column.nth}`);
  if (id !== undefined) parts.push(`${turnOf(id, columns, dialect)} AS turn`);
  if (counted !== undefined) parts.push(`CAST(a${counted.nth} AS ${integer}) AS counted`);
  const groups = columns.map(({ nth }) => `p${nth}`);
  if (id !== undefined) groups.splice(id.nth + 1, 0, 'turn');
  const order = groups.join(', ');
  const shown = columns.map((column) => {
    const part = `p${column.nth}`;
    // An id that stands once is not shown, but there is one.
    const pattern = `concat('pattern ', CAST(row_number() OVER (ORDER BY ${order}) AS ${text}))`;
    return `${column === id ? `CASE WHEN turn = 0 THEN ${pattern} ELSE ${part} END` : part} AS ${name(column.header)}`;
  });
  shown.push(
    `${counted === undefined ? 'count(*)' : 'sum(counted)'} AS ${name(counted?.header ?? usualCount)}`,
  );
  return [
    'WITH answers AS (',
    ...list(cells, '  SELECT', '    '),
    `  FROM ${table}`,
    '),',
    'patterns AS (',
    ...list(parts, '  SELECT', '    '),
    '  FROM answers',
    ')',
    ...list(shown, 'SELECT', '  '),
    'FROM patterns',
    `GROUP BY ${order}`,
    `ORDER BY ${order};`,
  ];
}

/** What of a cell is in a pattern. */
function partOf(
  { kept, nth }: QueryColumn,
  { hasInk, literal }: SqlDialect,
  blank: readonly string[],
): string {
  const cell = `a${nth}`;
  switch (kept) {
    case 'day':
      return `CASE WHEN ${cell} LIKE '____-__-__T%' OR ${cell} LIKE '____-__-__ %' THEN substr(${cell}, 1, 10) ELSE ${cell} END`;
    case 'whether-given': {
      const isNone = blank.length === 0 ? '' : ` AND trim(${cell}) NOT IN (${blank.map(literal).join(', ')})`;
      return `CASE WHEN ${hasInk(cell)}${isNone} THEN 'given' ELSE '' END`;
    }
    case 'repeated-id':
      return `CASE WHEN count(*) OVER (PARTITION BY trim(${cell})) > 1 AND ${hasInk(cell)} THEN trim(${cell}) ELSE '' END`;
    default:
      return cell;
  }
}

/**
 * Which of the responses with its id one is, from 1, the earliest first, among those of one time in the order of their
 * answers; 0 where it alone has the id, -1 where it has none.
 */
function turnOf({ nth }: QueryColumn, columns: readonly QueryColumn[], { hasInk }: SqlDialect): string {
  const partition = `PARTITION BY trim(a${nth})`;
  const others = columns.filter((column) => column.nth !== nth);
  const order = others.toSorted((one, other) => Number(other.kept === 'day') - Number(one.kept === 'day'));
  const first = `row_number() OVER (${partition} ORDER BY ${order.map((column) => `a${column.nth}`).join(', ')})`;
  return `CASE WHEN NOT ${hasInk(`a${nth}`)} THEN -1 WHEN count(*) OVER (${partition}) > 1 THEN ${first} ELSE 0 END`;
}

/** What whoever runs the query has to know, in lines of at most a hundred characters. */
function remarks(survey: Survey, columns: readonly PatternColumn[]): string[] {
  const count = survey.respondent.count?.[0];
  const named = (kept: PatternColumn['kept']) =>
    columns.flatMap((column) => (column.kept === kept ? [`"${column.header}"`] : [])).join(', ');
  const texts = named('whether-given');
  const id = named('repeated-id');
  const times = named('day');
  return [
    `Answer patterns of ${survey.title}: one row for each combination of answers, with how many gave it.`,
    `Write the name of your table in place of ${table}, run this, and save what it gives as CSV with its headers.`,
    ...(count === undefined
      ? [`Then analyse that with the same definition, and in it under respondent:  count: ${usualCount}`]
      : ['Then analyse that with the same definition.']),
    ...(texts === '' ? [] : [`Of ${texts} there is only whether anything was written.`]),
    ...(id === '' ? [] : [`Of ${id} there is only what several responses have.`]),
    ...(id === '' || times === ''
      ? []
      : [
          `Of several responses with one id that with the earliest ${times} comes first, where times sort as text, such as 2024-02-14 10:05.`,
        ]),
  ].map((line) => line.replaceAll(/\s+/gu, ' '));
}

function list(items: readonly string[], keyword: string, indent: string): string[] {
  return [keyword, ...items.map((item, nth) => `${indent}${item}${nth < items.length - 1 ? ',' : ''}`)];
}
