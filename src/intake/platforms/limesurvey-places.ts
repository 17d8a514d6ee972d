import { answersIn, labelsIn } from '../headers/first-rows.ts';
import type { Role, Rows } from '../headers/layout.ts';

/** So many responses show what a column holds. */
const ENOUGH = 3;

const date = /^\d[\d/.-]{5,9} \d{1,2}:\d\d(?::\d\d)?$/u;

/** What its own columns hold, in the order in which it writes them: which response, when it was sent, the last page seen, the language. */
const firstOnes: readonly (readonly [holds: RegExp, role: Role])[] = [
  [/^\d+$/u, 'id'],
  [date, 'status'],
  [/^-?\d{1,3}$/u, 'technical'],
  [/^[a-z]{2}(?:-[A-Za-z]{2,8})?$/u, 'technical'],
];

/** What may follow, each group whole or not at all: the seed, when it was begun and last changed, the address. */
const laterOnes: readonly (typeof firstOnes)[] = [
  [[/^\d{5,}$/u, 'technical']],
  [
    [date, 'technical'],
    [date, 'submitted'],
  ],
  [[/^\d{1,3}(?:\.\d{1,3}){3}$/u, 'personal']],
];

/**
 * The roles of its own columns by what they hold, whatever they are called: their names are in the language of the survey.
 * Undefined where the first columns do not hold what it writes there.
 */
export function rolesByPlace([headers = [], ...below]: Rows): readonly Role[] | undefined {
  const cells = headers.map((_, column) => answersIn(below, column));
  const areHeld = (kinds: typeof firstOnes, start: number): boolean =>
    kinds.every(([holds], nth) => {
      const held = cells[start + nth] ?? [];
      return (
        held.length > 0 && held.every((cell) => holds.test(cell)) && labelsIn(headers)[start + nth] !== ''
      );
    });
  const ids = cells[0] ?? [];
  const areIds = ids.length >= ENOUGH && ids.length === below.length && new Set(ids).size === ids.length;
  if (!areIds || !areHeld(firstOnes, 0)) return undefined;
  const roles = firstOnes.map(([, role]) => role);
  for (const group of laterOnes) {
    if (areHeld(group, roles.length)) roles.push(...group.map(([, role]) => role));
  }
  return roles;
}
