import { anyCase } from './expressions.ts';
import type { Branch } from './parts.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** The months, in small letters. */
export const months =
  'january february march april may june july august september october november december'.split(' ');

/** A month in full or shortened, as an expression: jan(u(a(r(y)?)?)?)?. */
const month = months
  .map((name) => [...name.slice(3)].reduceRight((rest, letter) => `(?:${letter}${rest})?`, ''))
  .map((rest, nth) => `${months[nth]?.slice(0, 3)}${rest}`)
  .join('|');

const nth = '[0-9]{1,2}(?:st|nd|rd|th)?';

const word = '(?:[a-zA-Z]+[,.]? )?';

/**
 * The dates that can be read at the start of a cell, after what may stand there too and before anything but
 * these characters.
 */
const dates = [
  ['', '[0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}|[0-9]{8}', '0-9/.-'],
  ['', '[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})', '0-9'],
  [word, anyCase(`${nth}[ -](?:of )?(?:${month})[.,]?[ -][0-9]{4}`), '0-9'],
  [word, anyCase(`(?:${month})[.]? ${nth},? [0-9]{4}`), '0-9'],
] as const;

/** The date at the start of a cell, as `readDates` finds it, as branches of a case. */
export function dayOfText(
  cell: string,
  { literal, matches, replaced, group }: SqlDialect,
): readonly Branch[] {
  return dates.map(([before, date, after]) => {
    const whole = literal(`^${before}(${date})(?:[^${after}].*)?$`);
    return [matches(cell, whole), replaced(cell, whole, literal(group))] as const;
  });
}
