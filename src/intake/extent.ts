/**
 * The least and the greatest of numbers, however many there are: `Math.max` takes no more than some 125,000
 * at once. Infinity and minus infinity where there are none.
 */
export function extentOf(numbers: Iterable<number>): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}
