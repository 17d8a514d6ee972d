import { type PatternColumn, isText } from './columns.ts';
import { cases, patternParts } from './parts.ts';
import { type Step, leavesOutDuplicates, repeatSteps } from './repeats.ts';
import type { SqlDialect } from './sql-dialects.ts';
import type { Survey } from '../survey.ts';

/** What stands for the table of responses, until somebody writes its name there. */
export const table = 'responses';

/**
 * The lines of the query over these columns: `name` writes a header as a name, `countName` is the header of
 * the number of responses, and `noReply` are the words of a platform for no reply.
 */
export function statementOf(
  survey: Survey,
  all: readonly PatternColumn[],
  {
    name,
    countName,
    noReply,
  }: { name: (header: string) => string; countName: string; noReply: readonly string[] },
  dialect: SqlDialect,
): string[] {
  const { text } = dialect;
  const parts = patternParts(dialect, survey.blank, noReply);
  const columns = all.filter(({ kept }) => kept.what !== 'count');
  const count = all.find(({ kept }) => kept.what === 'count');
  const id = columns.find(({ kept }) => kept.what === 'id');
  const ticks = columns.filter(({ kept }) => kept.what === 'tick');
  const cells = all.map(({ header, nth }) => `coalesce(CAST(${name(header)} AS ${text}), '') AS a${nth}`);
  const time = columns.find(({ header }) => header === survey.respondent.submitted?.[0]);
  const isOrdered = id !== undefined && leavesOutDuplicates(survey);
  const others = [
    ...(count === undefined ? [] : [['counted', parts.part(count)] as const]),
    ...(time === undefined || !isOrdered ? [] : parts.time(`a${time.nth}`)),
  ];
  const kept = [
    ...columns.map((column) => `${parts.part(column)} AS p${column.nth}`),
    ...others.map(([what, item]) => `${item} AS ${what}`),
    ...ticks.map(({ nth }) => `${parts.folded(`t${nth}`)} AS t${nth}`),
  ];
  // Whether there is a text can be seen as it is, but for words for no reply.
  const hasNoReply = survey.blank.length > 0 || noReply.length > 0;
  const read = columns.filter((column) => hasNoReply || !isText(column.kept));
  const steps: Step[] = [
    { name: 'cells', what: 'the cells as text', items: cells, from: table },
    {
      name: 'tidied',
      what: 'without white space around them, and how they look in HTML',
      items: ['*', ...read.map((column) => `${parts.tidy(column)} AS t${column.nth}`)],
      from: 'cells',
    },
    { name: 'kept', what: 'what of them is in a pattern', items: kept, from: 'tidied' },
  ];
  if (ticks.length > 0)
    steps.push(
      ...toldApart(
        columns,
        others.map(([what]) => what),
        parts,
      ),
    );
  if (id !== undefined) steps.push(...repeatSteps(survey, all, id, steps.at(-1)?.name ?? '', dialect));

  const groups = columns.map(({ nth }) => `p${nth}`);
  // The first of an id has to stand before the second, however each is written.
  if (id !== undefined) groups.unshift('turn');
  const order = groups.join(', ');
  // A column of the result may be called turn, or p1.
  const ofTable = groups.map((group) => `${steps.at(-1)?.name}.${group}`).join(', ');
  const shown = columns.map((column) => {
    const part = `p${column.nth}`;
    if (column !== id) return `${part} AS ${name(column.header)}`;
    // Of an id there is only which responses have it; of one that stands once only that there is one.
    const branches = [
      ['turn = 0', numbered('pattern', `row_number() OVER (ORDER BY ${order})`)],
      ['turn > 0', numbered('id', `dense_rank() OVER (ORDER BY ${part})`)],
      [`''`],
    ] as const;
    return `${cases(...branches)} AS ${name(column.header)}`;
  });
  shown.push(`${count === undefined ? 'count(*)' : 'sum(counted)'} AS ${name(countName)}`);
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

  function numbered(what: string, number: string): string {
    return `concat('${what} ', CAST(${number} AS ${text}))`;
  }
}

/**
 * The steps in which a number takes the place of the words under an option that are neither that nor a tick:
 * the same for the same words, in whichever column, since those that all ticks repeat are another name of the
 * option. `others` are what else goes on.
 */
function toldApart(
  columns: readonly PatternColumn[],
  others: readonly string[],
  { givenWords, given }: ReturnType<typeof patternParts>,
): Step[] {
  const ticks = columns.flatMap(({ nth, kept }) => (kept.what === 'tick' ? [{ nth, ...kept }] : []));
  const written = ticks.flatMap(({ nth, isOpen }) =>
    isOpen ? [] : [`SELECT t${nth} AS words FROM kept WHERE p${nth} IS NULL`],
  );
  const isNamed = written.length > 0;
  const told = columns.map(({ nth, kept }) =>
    kept.what === 'tick'
      ? `coalesce(p${nth}, ${isNamed ? `w${nth}.told, ` : ''}${given(kept.words)}) AS p${nth}`
      : `p${nth}`,
  );
  const joins = ticks.map(
    ({ nth }) => `  LEFT JOIN words AS w${nth} ON p${nth} IS NULL AND w${nth}.words = t${nth}`,
  );
  const words: Step = {
    name: 'words',
    what: 'what is neither an option nor a tick, and the number that stands for it',
    items: ['words', `${givenWords('words', 'row_number() OVER (ORDER BY words)')} AS told`],
    from: ['(', `    ${written.join('\n    UNION ALL ')}`, '  ) AS written', '  GROUP BY words'].join('\n'),
  };
  return [
    ...(isNamed ? [words] : []),
    {
      name: 'told',
      what: 'the same with what stands for them',
      items: [...told, ...others],
      from: ['kept', ...(isNamed ? joins : [])].join('\n'),
    },
  ];
}

function list(items: readonly string[], keyword: string, indent: string): string[] {
  return [keyword, ...items.map((item, nth) => `${indent}${item}${nth < items.length - 1 ? ',' : ''}`)];
}
