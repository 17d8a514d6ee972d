/**
 * Puts one thing among those that cost least, which stand in order: the least first, and of those that cost the same the one that came
 * first. Of more than `most` the dearest are left out.
 */
export function keepLeast<One>(least: One[], one: One, most: number, costOf: (one: One) => number): void {
  const cost = costOf(one);
  const place = least.findIndex((other) => cost < costOf(other));
  least.splice(place < 0 ? least.length : place, 0, one);
  least.splice(most);
}
