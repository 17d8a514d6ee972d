/**
 * A percentage rounded half up, as whole units of its last decimal place: 57 of 200 is 29 (28.5%), and with one decimal
 * 285. Counts and bases are integers, so nothing is lost on the way: floor((2·100·10^d·count + base) / (2·base)).
 * BSA table conventions: "0.5% = 1%; 36.5% = 37%".
 */
export function roundPercent(count: number, base: number, decimals: number): number {
  return Math.floor((200 * 10 ** decimals * count + base) / (2 * base));
}

/**
 * Raked weights come to their margins within a little, and sums of weights to what they are: two percentages
 * so near are the same.
 */
export const NEARLY = 1e-6;

/**
 * A percentage of weighted responses rounded half up, as whole units of its last decimal place: what is
 * nearly a half counts as one.
 */
export function roundWeighted(percent: number, decimals: number): number {
  return Math.floor((percent + NEARLY) * 10 ** decimals + 0.5);
}

/**
 * A difference in percentage points rounded once, halves away from zero, as whole units of its last decimal
 * place. It comes from two shares as floating point numbers: what a few units of their last bit are short of
 * a half counts as a half.
 */
export function roundPoints(points: number, decimals: number): number {
  const units = Math.abs(points) * 10 ** decimals;
  return Math.sign(points) * Math.round(units + 100 * Number.EPSILON);
}
