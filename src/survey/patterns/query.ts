import { UserError } from '../../intake/user-error.ts';
import { fold, shortened } from '../labels/labels.ts';
import { type PatternColumn, ownWordsLeaving, patternColumns } from './columns.ts';
import { patternParts } from './parts.ts';
import { type Step, leavesOutDuplicates, repeatSteps } from './repeats.ts';
import { type SqlDialect, type SqlDialectName, sqlDialects } from './sql-dialects.ts';
import type { Survey } from '../survey.ts';

/** What stands for the table of responses, until somebody writes its name there. */
const table = 'responses';

/**
 * The query that makes answer patterns of a table of responses: one row for each combination of answers that somebody gave,
 * with how many did. Its result is an export: with a count column the definition gives the same figures of it as of the
 * responses. Of a text it has only whether anything was written; of a time only the day; of ids only those that occur more than
 * once, each response with one in a row of its own, the earliest first. Where duplicates are left out and it cannot be told
 * which is the earliest, the query fails in words.
 *
 * `noReply` is what the platform that the responses came from writes where nobody replied: such cells are blank in patterns.
 *
 * Throws a UserError where figures need what a pattern cannot hold: the number of a column, the words of texts, the order of rows.
 */
export function patternQuery(
  survey: Survey,
  dialectName: SqlDialectName,
  noReply: readonly string[] = [],
): string {
  if (survey.exclude.some(({ reason }) => reason === 'campaign'))
    throw new UserError(
      `${survey.file}: the definition leaves out campaigns, which cannot be told from answer patterns: texts are not in them.`,
      'Take campaign out of exclude, or analyse the responses themselves.',
    );
  if (leavesOutDuplicates(survey) && survey.respondent.submitted === undefined)
    throw new UserError(
      `${survey.file}: the definition leaves out duplicates, and a table has no order that tells which response was the first.`,
      'Under respondent name the column of the time in submitted, or take duplicate out of exclude and leave repeats out of the table.',
    );
  const columns = patternColumns(survey);
  const dialect: SqlDialect = sqlDialects[dialectName];
  refuseNames(survey, columns, dialectName);
  return [
    ...remarks(survey, columns, noReply, dialect).map((line) => `-- ${line}`),
    ...statement(survey, columns, noReply, dialect),
    '',
  ].join('\n');
}

/** Refuses names that are too long for an engine, and two that are one to it. */
function refuseNames(survey: Survey, columns: readonly PatternColumn[], dialectName: SqlDialectName): void {
  const { possibleName, longestName, keptBeginnings }: SqlDialect = sqlDialects[dialectName];
  const hint = 'Write the name that the column has in the table, here and under the questions.';
  const headers = new Map<string, string>();
  for (const { header } of columns) {
    const where = survey.places.get(header) ?? survey.file;
    const name = possibleName?.(header) ?? header;
    const length = longestName?.unit === 'bytes' ? Buffer.byteLength(name) : [...name].length;
    if (longestName !== undefined && length > longestName.most)
      throw new UserError(
        `${where}: the name of column "${shortened(header, 120)}" is longer than the ${longestName.most} ${longestName.unit} that a name may have in ${dialectName}.`,
        hint,
      );
    const [beginning] = keptBeginnings?.exec(name) ?? [];
    if (beginning !== undefined)
      throw new UserError(
        `${where}: the name of column "${shortened(header, 120)}" begins with ${beginning}, which ${dialectName} keeps for itself.`,
        hint,
      );
    const other = headers.get(name.toLowerCase());
    if (possibleName !== undefined && other !== undefined)
      throw new UserError(
        `${where}: columns "${other}" and "${header}" would both be called "${name}" in ${dialectName}.`,
        hint,
      );
    headers.set(name.toLowerCase(), header);
  }
}

/** What the number of responses is called: a name that no other column has, in any case of letters. */
function countName({ respondent }: Survey, columns: readonly PatternColumn[]): string {
  const taken = new Set(columns.map(({ header }) => fold(header)));
  let name = 'Responses';
  while (taken.has(fold(name))) name += ' counted';
  return respondent.count?.[0] ?? name;
}

function statement(
  survey: Survey,
  all: readonly PatternColumn[],
  noReply: readonly string[],
  dialect: SqlDialect,
): string[] {
  const { text, possibleName = asItIs } = dialect;
  const name = (header: string) => dialect.name(possibleName(header));
  const parts = patternParts(dialect, survey.blank);
  const columns = all.filter(({ kept }) => kept !== 'count');
  const count = all.find(({ kept }) => kept === 'count');
  const id = columns.find(({ header }) => header === survey.respondent.id?.[0]);
  const cells = all.map(({ header, nth }) => {
    const cell = `coalesce(CAST(${name(header)} AS ${text}), '')`;
    return `${parts.reply(cell, noReply)} AS a${nth}`;
  });
  const kept = columns.map((column) => `${parts.part(column)} AS p${column.nth}`);
  if (count !== undefined) kept.push(`${parts.count(`a${count.nth}`, count.header)} AS counted`);
  if (id !== undefined) kept.push(`${parts.id(`a${id.nth}`)} AS id`);
  const repeats = id === undefined ? [] : repeatSteps(survey, all, id, dialect);
  const time = columns.find(({ header }) => header === survey.respondent.submitted?.[0]);
  if (id !== undefined && time !== undefined && leavesOutDuplicates(survey))
    kept.push(...parts.time(`a${time.nth}`));
  const steps: Step[] = [
    { name: 'cells', what: 'the cells as text', items: cells, from: table },
    { name: 'kept', what: 'what of them is in a pattern', items: kept, from: 'cells' },
    ...repeats,
  ];

  const groups = columns.map(({ nth }) => `p${nth}`);
  // The first of an id has to stand before the second, however each is written.
  if (id !== undefined) groups.unshift('turn');
  const order = groups.join(', ');
  // A column of the result may be called turn, or p1.
  const ofTable = groups.map((group) => `${steps.at(-1)?.name}.${group}`).join(', ');
  const shown = columns.map((column) => {
    const part = `p${column.nth}`;
    // An id that stands once is not shown, but there is one.
    const pattern = `concat('pattern ', CAST(row_number() OVER (ORDER BY ${order}) AS ${text}))`;
    const isMadeUp = column === id && column.kept === 'repeated-id';
    return `${isMadeUp ? `CASE WHEN turn = 0 THEN ${pattern} ELSE ${part} END` : part} AS ${name(column.header)}`;
  });
  shown.push(`${count === undefined ? 'count(*)' : 'sum(counted)'} AS ${name(countName(survey, all))}`);
  return [
    ...steps.flatMap((step, nth) => [
      `${nth === 0 ? 'WITH ' : ''}${step.name} AS ( -- ${step.what}`,
      ...list(step.items, '  SELECT', '    '),
      `  FROM ${step.from}`,
      nth < steps.length - 1 ? '),' : ')',
    ]),
    ...list(shown, 'SELECT', '  '),
    `FROM ${steps.at(-1)?.name}`,
    `GROUP BY ${ofTable}`,
    `ORDER BY ${ofTable};`,
  ];
}

/** What whoever runs the query has to know. */
function remarks(
  survey: Survey,
  columns: readonly PatternColumn[],
  noReply: readonly string[],
  { possibleName = asItIs }: SqlDialect,
): string[] {
  const named = (has: (column: PatternColumn) => boolean) =>
    columns.flatMap((column) => (has(column) ? [`"${column.header}"`] : [])).join(', ');
  const isText = ({ kept, words, digits }: PatternColumn) =>
    kept === 'known-words' && words.length === 0 && digits === undefined;
  const texts = named(isText);
  const words = named((one) => one.joined !== undefined || (one.kept === 'known-words' && !isText(one)));
  const times = named(({ kept }) => kept === 'day');
  const id = named(({ kept }) => kept === 'repeated-id');
  const first = id !== '' && leavesOutDuplicates(survey);
  return [
    `Answer patterns of ${survey.title}: one row for each combination of answers, with how many gave it.`,
    `Write the name of your table in place of ${table}, run this, and save what it gives, in its order, as CSV with its headers.`,
    'Where your table has another name for a column, write that in the first step, before AS, and nowhere else.',
    ...(columns.some(({ header }) => possibleName(header) !== header)
      ? [
          'Names of columns have _ in place of what a name may not hold; the definition knows them all the same.',
        ]
      : []),
    ...columns.flatMap(({ header, also }) =>
      also.length === 0
        ? []
        : [`The definition calls "${header}" ${also.map((name) => `"${name}"`).join(' and ')} too.`],
    ),
    survey.respondent.count === undefined
      ? `Then analyse that with the same definition, and in it under respondent:  count: ${countName(survey, columns)}`
      : 'Then analyse that with the same definition.',
    ...(texts === '' ? [] : [`Of ${texts} there is only whether anything was written.`]),
    ...(words === '' ? [] : [`Of words that people wrote in ${words} there is only that there are some.`]),
    ...(times === '' ? [] : [`Of ${times} there is only the day, where a time such as 10:05 follows it.`]),
    ...(id === '' ? [] : [`Of ${id} there is only what several responses have, spaces aside.`]),
    ...(first
      ? [
          `Of several responses with one ${id} that with the earliest ${times} counts; of an export the one that stands first:`,
          'the figures of an export that is not in the order of time may differ from these.',
        ]
      : []),
    noReply.length === 0
      ? 'What a platform writes where nobody replied, such as “Not Answered” or “-”, is an answer unless it is under blank in the definition, or --platform names the platform.'
      : `Cells that are ${noReply.map((filler) => `“${filler}”`).join(' or ')} are no reply, as in exports of the platform, which is not to be named again.`,
    ...ownWordsLeaving(columns),
    'All other cells leave as they are.',
  ].map((line) => line.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' '));
}

function asItIs(text: string): string {
  return text;
}

function list(items: readonly string[], keyword: string, indent: string): string[] {
  return [keyword, ...items.map((item, nth) => `${indent}${item}${nth < items.length - 1 ? ',' : ''}`)];
}
