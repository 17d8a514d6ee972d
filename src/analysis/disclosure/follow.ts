import { type Alternative, type Changes, type CountTable, changeOf } from './count-table.ts';
import { type Place, cheapestExchange } from './exchange.ts';

/** The changes of a table whose sums have changed; nothing where there are none that leave no count negative. */
export function follow(
  table: CountTable,
  alternative: Alternative,
  cost: (at: number) => number,
): Changes | undefined {
  const changes = new Map<number, number>();
  for (const block of new Set(table.rows.map((row) => row.block))) {
    const [from, to]: [Place[], Place[]] = [[], []];
    const put = (place: Place, more: number) => {
      for (let one = 0; one < Math.abs(more); one++) (more > 0 === 'row' in place ? from : to).push(place);
    };
    for (const [row, line] of table.rows.entries()) {
      const sum = line.block === block ? table.rowSum(row) : undefined;
      if (sum) put({ row }, changeOf([sum], alternative));
    }
    for (const column of table.columns.keys()) {
      const sum = table.columnSum(block, column);
      if (sum) put({ column }, changeOf([sum], alternative));
    }
    if (from.length !== to.length) return undefined;
    while (from.length > 0) {
      const exchange = cheapestExchange(table, from, to, { block, cost, changes });
      if (exchange === undefined) return undefined;
      remove(from, exchange.first);
      remove(to, exchange.last);
      for (const [at, more] of exchange.changes) changes.set(at, (changes.get(at) ?? 0) + more);
    }
  }
  return new Map([...changes].filter(([, more]) => more !== 0));
}

function remove(places: Place[], gone: Place): void {
  const key = (place: Place) => ('row' in place ? place.row : -1 - place.column);
  places.splice(
    places.findIndex((place) => key(place) === key(gone)),
    1,
  );
}
