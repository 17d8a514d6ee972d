import type { PatternColumn } from './columns.ts';
import { cases } from './parts.ts';
import type { SqlDialect } from './sql-dialects.ts';
import type { Survey } from '../survey.ts';

/** A named step of the query, and what it is for. */
export interface Step {
  readonly name: string;
  readonly what: string;
  readonly items: readonly string[];
  readonly from: string;
}

/** Whether it matters which of several responses with one id was the first. */
export function leavesOutDuplicates({ exclude }: Survey): boolean {
  return exclude.some(({ reason }) => reason === 'duplicate');
}

/**
 * Which of the responses with its id each is, from 1; 0 where it alone has the id, -1 where it has none.
 * Where duplicates are left out the earliest is the first, as far as all times of an id can be compared:
 * those that are then of one time must not differ. `from` is the step before.
 */
export function repeatSteps(
  survey: Survey,
  all: readonly PatternColumn[],
  id: PatternColumn,
  from: string,
  { fail, literal }: SqlDialect,
): Step[] {
  const columns = all.filter(({ kept }) => kept.what !== 'count');
  const answers = columns.filter((column) => column !== id).map(({ nth }) => `p${nth}`);
  if (columns.length < all.length) answers.push('counted');
  const isOrdered = leavesOutDuplicates(survey);
  const own = `p${id.nth}`;
  const sameId = `OVER (PARTITION BY ${own})`;
  const copies = cases([`${own} IS NULL`, '0'], [`count(*) ${sameId}`]);
  const shortest = cases(
    [`min(zone) ${sameId} = max(zone) ${sameId}`, `min(length(clock)) ${sameId}`],
    ['0'],
  );
  const over = (order: readonly string[]) => `OVER (PARTITION BY ${own} ORDER BY ${order.join(', ')})`;
  const time = isOrdered ? ['substr(clock, 1, shortest)'] : [];
  const inOrder = over([...time, ...answers]);
  const turn = cases(
    ['copies = 0', '-1'],
    ['copies = 1', '0'],
    ...(isOrdered
      ? [[`rank() ${over(time)} <> rank() ${inOrder}`, fail(literal(tooAlike(survey)), own)] as const]
      : []),
    [`row_number() ${inOrder}`],
  );
  const shared = `${cases(['copies > 1', own], ["''"])} AS ${own}`;
  return [
    {
      name: 'ids',
      what: `how many responses have the id${isOrdered ? ', and how long the shortest of their times is' : ''}`,
      items: ['*', `${copies} AS copies`, ...(isOrdered ? [`${shortest} AS shortest`] : [])],
      from,
    },
    {
      name: 'patterns',
      what: 'which of those with its id a response is; 0 where it has the id alone',
      items: [shared, ...answers, `${turn} AS turn`],
      from: 'ids',
    },
  ];
}

function tooAlike({ respondent }: Survey): string {
  return `It cannot be told which of several responses with the same "${respondent.id?.[0]}" was the first: leave only that in the table, or give each a time of its own in "${respondent.submitted?.[0]}", such as 2024-02-14 10:05:00, all in one time zone.`;
}
