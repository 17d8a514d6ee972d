/**
 * P-values corrected for how many tests there are: the smallest is multiplied by their number, the next by one less, and so on,
 * and none comes out below one that was smaller (Holm, Scandinavian Journal of Statistics 1979). In the order given.
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const corrected = [...values];
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (values.length - rank) * (values[index] ?? 0)));
    corrected[index] = largest;
  }
  return corrected;
}
