/** Numbers added up: these, or what each of them comes to. */
export function sumOf(numbers: Iterable<number>): number;
export function sumOf<One>(all: Iterable<One>, numberOf: (one: One) => number): number;
export function sumOf<One>(all: Iterable<One>, numberOf = (one: One): number => Number(one)): number {
  let sum = 0;
  for (const one of all) sum += numberOf(one);
  return sum;
}
