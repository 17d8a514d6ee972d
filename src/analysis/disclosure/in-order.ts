import type { Answers, Cells } from '../../responses/responses.ts';

/**
 * The same answers, numbered in an order that has nothing to do with who came first: options by id unless the definition lists them,
 * numbers by size. So what is hidden does not depend on the order of the rows.
 */
export function inOrder(answers: Answers, isListed: boolean): Answers {
  switch (answers.kind) {
    case 'text':
      return answers;
    case 'numbers': {
      const { values, cells } = answers;
      const order = orderOf(values, (one, other) => one - other);
      return { ...answers, values: order.map((at) => values[at] ?? 0), cells: renumbered(cells, order) };
    }
    case 'options':
    case 'sets': {
      if (isListed) return answers;
      const { options, cells } = answers;
      const order = orderOf(options, (one, other) => (one.id < other.id ? -1 : 1));
      const sorted = order.flatMap((at) => options[at] ?? []);
      if (answers.kind === 'options') return { ...answers, options: sorted, cells: renumbered(cells, order) };
      const places = placesOf(order);
      const sets = answers.sets.map((set) => set.map((at) => places[at] ?? at).toSorted((a, b) => a - b));
      return { ...answers, options: sorted, sets };
    }
  }
}

/** The positions of some things in the order of the things. */
export function orderOf<One>(all: readonly One[], compare: (one: One, other: One) => number): number[] {
  return [...all.keys()].toSorted((a, b) => compare(all[a] as One, all[b] as One));
}

/** Where each position has gone. */
function placesOf(order: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, at] of order.entries()) places[at] = place;
  return places;
}

/** Cells numbered anew: what was number `order[0]` is now number 0. Those below 0 stay what they are. */
export function renumbered(cells: Cells, order: readonly number[]): Cells {
  if (order.every((at, place) => at === place)) return cells;
  const places = placesOf(order);
  const numbered = cells.slice();
  for (let record = 0; record < cells.length; record++) {
    const cell = cells[record] ?? -1;
    if (cell >= 0) numbered[record] = places[cell] ?? cell;
  }
  return numbered;
}
