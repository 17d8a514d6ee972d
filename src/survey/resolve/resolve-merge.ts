import { type Report, quote } from '../definition/definition-errors.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import { labelTexts, labelsAt } from './resolve-scale.ts';
import type { QuestionOf } from '../definition/schema.ts';

/** Answers that are counted as one, folded, each with the option that it is counted as. */
export type Merged = ReadonlyMap<string, string>;

/** What `merge` of a choice question says. An answer can be part of one option only, and of none that is part of another. */
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
