import { type Report, didYouMean, itCanBe, quote } from '../definition/definition-errors.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import type { QuestionOf } from '../definition/schema.ts';

/** How far percentages that were rounded one by one may be from 100 together. */
const tolerance = 1;

/**
 * The percentage of the population that would give each option. What is given adds up to 100, or it is numbers of people,
 * of which the percentages are worked out. Reports what names no option and what does not add up.
 */
export function populationOf(
  { population }: Pick<QuestionOf<'choice'>, 'population'>,
  options: readonly string[] | undefined,
  path: Path,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  if (population === undefined) return undefined;
  if (options === undefined) {
    report(path, '"population" needs "options", so that each of its figures belongs to an answer', 'key');
    return undefined;
  }
  const shares = new Map<string, number>();
  for (const [label, share] of Object.entries(population)) {
    const option = options.find((one) => fold(one) === fold(label));
    if (option === undefined) {
      const allowed = itCanBe(options.map(quote));
      report(
        [...path, label],
        `${quote(label)} is not among the options of this question${allowed}${didYouMean(label, options)}`,
        'key',
      );
    } else if (shares.has(option)) {
      report([...path, label], `${quote(option)} stands twice in "population"`, 'key');
    } else shares.set(option, share);
  }
  if (shares.size < Object.keys(population).length) return undefined;
  return percentagesOf(shares, '"population"', path, report);
}

/** Percentages that add up to 100, or those of numbers of people; `what` is what holds them. Reports what is neither. */
export function percentagesOf(
  given: ReadonlyMap<string, number>,
  what: string,
  path: Path,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  const total = [...given.values()].reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 100) <= tolerance) return given;
  // Whole numbers that are all below 100 are percentages with a mistake, rather than a hundred and some people.
  if ([...given.values()].every(Number.isInteger) && Math.max(...given.values()) > 100)
    return new Map([...given].map(([option, people]) => [option, (100 * people) / total]));
  report(
    path,
    `the percentages in ${what} add up to ${Number(total.toFixed(2))}, not to 100; numbers of people may stand in their place, one of them above 100`,
    'key',
  );
  return undefined;
}
