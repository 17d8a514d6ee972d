import { type Report, didYouMean, itCanBe, quote } from '../definition/definition-errors.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import { optionsOf } from './references.ts';
import type { QuestionOf } from '../definition/schema.ts';
import type { Scale } from '../survey.ts';

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
      const labels = [...new Set(known.values())];
      const allowed = itCanBe(labels.map(quote));
      const near = didYouMean(label, labels);
      report(
        [...path, label],
        `${quote(label)} is not an option of the scale ${quote(scale.name)}${allowed}${near}`,
        'key',
      );
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
