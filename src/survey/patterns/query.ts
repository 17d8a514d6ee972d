import { UserError } from '../../intake/user-error.ts';
import { fold, shortened } from '../labels/labels.ts';
import { type PatternColumn, isText, patternColumns } from './columns.ts';
import { leavesOutDuplicates } from './repeats.ts';
import { type SqlDialect, type SqlDialectName, sqlDialects } from './sql-dialects.ts';
import { statementOf, table } from './statement.ts';
import type { Survey } from '../survey.ts';

/**
 * The query that makes answer patterns of a table of responses: one row for each combination of answers that
 * somebody gave, with how many did. Its result is an export: with a count column the definition gives the
 * same figures of it as of the responses. It has nothing that people wrote in their own words: of a text only
 * whether anything was written; of a time only the day; of ids only which responses have the same, each in a
 * row of its own, the earliest first; else only what the definition lists, numbers, and how responses came.
 * Where duplicates are left out and it cannot be told which is the earliest, the query fails in words.
 *
 * `noReply` is what the platform that the responses came from writes where nobody replied: such cells are
 * blank in patterns.
 *
 * Throws a UserError where figures need what a pattern cannot hold: the number of a column, the words of
 * texts, the order of rows.
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
  const name = (header: string) => dialect.name(dialect.possibleName?.(header) ?? header);
  return [
    ...remarks(survey, columns, noReply, dialect).map((line) => `-- ${line}`),
    ...statementOf(survey, columns, { name, countName: countName(survey, columns), noReply }, dialect),
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

/** What whoever runs the query has to know. */
function remarks(
  survey: Survey,
  columns: readonly PatternColumn[],
  noReply: readonly string[],
  { possibleName = (name) => name }: SqlDialect,
): string[] {
  const named = (has: (column: PatternColumn) => boolean) =>
    columns.flatMap((column) => (has(column) ? [`"${column.header}"`] : [])).join(', ');
  const having = (...all: readonly PatternColumn['kept']['what'][]) =>
    named(({ kept: { what } }) => all.includes(what));
  const [times, id, channel] = [having('day'), having('id'), having('whole')];
  const texts = named(({ kept }) => isText(kept));
  const numbers = named(({ kept }) => kept.what === 'listed' && kept.numbers === 'any');
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
    ...(numbers === '' ? [] : [`Of ${numbers} there are only numbers.`]),
    ...(times === '' ? [] : [`Of ${times} there is only the day.`]),
    ...(id === '' ? [] : [`Of ${id} there is only which responses have the same.`]),
    ...(channel === ''
      ? []
      : [
          `Of ${channel} everything leaves as it is: nobody may have written anything there but how a response came.`,
        ]),
    'Of all other columns there is only what the definition lists. In place of anything else stands “given”.',
    ...(first
      ? [
          `Of several responses with one ${id} that with the earliest ${times} counts; of an export the one that stands first:`,
          'the figures of an export that is not in the order of time may differ from these.',
        ]
      : []),
    noReply.length === 0
      ? 'What a platform writes where nobody replied, such as “Not Answered” or “-”, is an answer unless it is under blank in the definition, or --platform names the platform.'
      : `Cells that are ${noReply.map((filler) => `“${filler}”`).join(' or ')} are no reply, as in exports of the platform, which is not to be named again.`,
  ].map((line) => line.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' '));
}
