import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { changesAlone } from '../../src/analysis/disclosure/alone.ts';
import { poolOf } from '../../src/analysis/disclosure/pool.ts';
import { type Row, tabulate } from '../../src/analysis/disclosure/tables.ts';
import { collect } from '../support/survey.ts';

const definition = `
title: T
questions:
  - { id: ward, kind: choice, column: Ward, profile: true }
  - { id: role, kind: choice, column: Role, profile: true }
breakdowns: [ward, role]
`;

/** A few of each ward, all but one of a ward in one role. */
async function tablesOf(wards: number) {
  const people = Array.from({ length: wards }, (_, nth) =>
    ['Parent', 'Parent', 'Parent', 'Governor'].map((role) => [
      `Ward ${String.fromCharCode(0x4e00 + nth)}`,
      role,
    ]),
  );
  const responses = await collect(definition, [[['Ward', 'Role'], ...people.flat()]]);
  return tabulate(analyse(responses), responses, { count: 4, group: 10 });
}

/** How many other answers of one response are tried for each of some rows' first guarded counts. */
async function triedIn(wards: number, isWanted: (row: Row) => boolean): Promise<number> {
  const tables = await tablesOf(wards);
  const row = tables.all.flatMap(({ rows }) => rows).find(isWanted);
  const [figure] = row?.guard.figures ?? [];
  if (row === undefined || figure === undefined) throw new Error('no such count');
  const target = { row, figure, options: row.figures[figure] ?? [] };
  return [...changesAlone(target, poolOf(tables))].length;
}

describe('for one count hardly more other answers are tried the more groups there are', () => {
  test.each([
    ['of all responses', ({ table }: Row) => table.split === undefined && table.field.item.id === 'ward'],
    ['of a ward', ({ table }: Row) => table.split?.by === 'ward'],
    ['of a role', ({ table }: Row) => table.split?.by === 'role'],
  ])('%s', async (_, isWanted) => {
    const [few, many] = [await triedIn(25, isWanted), await triedIn(100, isWanted)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(4 * few);
  });
});
