/**
 * A percentage rounded half up, as whole units of its last decimal place: 57 of 200 is 29 (28.5%), and with one decimal
 * 285. Counts and bases are integers, so nothing is lost on the way: floor((2·100·10^d·count + base) / (2·base)).
 * BSA table conventions: "0.5% = 1%; 36.5% = 37%".
 */
export function roundPercent(count: number, base: number, decimals: number): number {
  return Math.floor((200 * 10 ** decimals * count + base) / (2 * base));
}
