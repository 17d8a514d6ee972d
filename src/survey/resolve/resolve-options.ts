import { type Report, isNotOf, quote } from '../definition/definition-errors.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import { labelTexts, labelsAt } from './resolve-scale.ts';
import type { QuestionOf } from '../definition/schema.ts';
import { optionsOf } from './references.ts';
import type { Scale } from '../survey.ts';
import { sumOf } from '../../intake/sum.ts';

/** Answers that are counted as one, folded, each with the option that it is counted as. */
export type Merged = ReadonlyMap<string, string>;

/**
 * What `merge` of a choice question says. An answer can be part of one option only, and of none that is part
 * of another.
 */
export function mergedOf({ merge }: QuestionOf<'choice'>, path: Path, report: Report): Merged | undefined {
  if (merge === undefined) return undefined;
  const merged = new Map<string, string>();
  const names = new Set(Object.keys(merge).map(fold));
  for (const [option, answers] of Object.entries(merge)) {
    for (const { label, path: where } of labelsAt(answers, [...path, option])) {
      const other = merged.get(fold(label));
      if (other !== undefined && fold(other) !== fold(option))
        report(where, `${quote(label)} cannot be part of both ${quote(other)} and ${quote(option)}`);
      else if (names.has(fold(label)) && fold(label) !== fold(option))
        report(
          where,
          `${quote(label)} is made of other answers itself, and cannot be part of ${quote(option)}`,
        );
      else if (fold(label) !== fold(option)) merged.set(fold(label), option);
    }
  }
  return merged;
}

/** Every answer that `merge` names, as it is spelt there. */
export function partsOf({ merge = {} }: QuestionOf<'choice'>): string[] {
  return Object.entries(merge).flatMap(([option, answers]) =>
    labelTexts(answers).filter((label) => fold(label) !== fold(option)),
  );
}

/** The options that are left of a list: those that are counted as one stand where the first of them stood. */
export function mergeOptions(options: readonly string[], merged: Merged): string[] {
  const left = options.map((option) => merged.get(fold(option)) ?? option);
  const names = new Set(left.map(fold));
  const unlisted = [...new Set(merged.values())].filter((option) => !names.has(fold(option)));
  const all = [...left, ...unlisted];
  return all.filter((option, index) => all.findIndex((other) => fold(other) === fold(option)) === index);
}

/** The sides that every form has; the middle of a built-in scale is not always offered. */
const ends = ['positive', 'negative'] as const;

/**
 * The number that stands for each option of a scale in means and medians, by the label of the scale. Reports what is no
 * option of it, and where an option that can be chosen has no code.
 */
export function codesOf(
  { codes }: Pick<QuestionOf<'scale'>, 'codes'>,
  options: readonly string[] | undefined,
  scale: Scale,
  path: Path,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  if (codes === undefined) return undefined;
  const known = optionsOf(scale);
  const found = new Map<string, number>();
  for (const [label, code] of Object.entries(codes)) {
    const option = known.get(fold(label));
    if (option === undefined) {
      const what = `an option of the scale ${quote(scale.name)}`;
      report([...path, label], isNotOf(label, what, [...new Set(known.values())]), 'key');
    } else if (found.has(option)) report([...path, label], `${quote(option)} has two codes`, 'key');
    else found.set(option, code);
  }
  const outside = new Set(scale.variants.flatMap((variant) => variant.outside));
  const offered = options
    ?.map((label) => known.get(fold(label)) ?? label)
    .filter((label) => !outside.has(label));
  const sets = offered ? [offered] : scale.variants.map((variant) => ends.flatMap((side) => variant[side]));
  const lacking = sets.map((set) => set.filter((label) => !found.has(label)));
  const fewest = lacking.toSorted((a, b) => a.length - b.length)[0] ?? [];
  if (fewest.length > 0 && found.size === Object.keys(codes).length)
    report(
      path,
      `"codes" has none for ${fewest.map(quote).join(', ')}; every option on the scale needs one`,
      'key',
    );
  // Options are shown as the definition spells them, which need not be how the scale does.
  for (const label of options ?? []) {
    const code = found.get(known.get(fold(label)) ?? label);
    if (code !== undefined) found.set(label, code);
  }
  return found;
}

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
      report([...path, label], isNotOf(label, 'among the options of this question', options), 'key');
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
  const total = sumOf(given.values());
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
