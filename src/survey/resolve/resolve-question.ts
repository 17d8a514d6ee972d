import { type Report, didYouMean, either, isNotOf, itCanBe, quote } from '../definition/definition-errors.ts';
import { withJointOptions } from '../labels/joint-options.ts';
import { pairIn } from '../labels/label-pairs.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import { optionsOf } from './references.ts';
import { type ItemSurroundings, itemsOf, onlyItem, optionColumnsOf } from './resolve-items.ts';
import { mergeOptions, mergedOf, partsOf, codesOf, populationOf } from './resolve-options.ts';
import { labelTexts, labelsAt } from './resolve-scale.ts';
import type { LabelText, QuestionDefinition, QuestionOf } from '../definition/schema.ts';
import type { BaseRule, Question, Scale } from '../survey.ts';

/** What the questions of a definition have in common while they are resolved. */
export interface Surroundings extends ItemSurroundings {
  readonly scales: ReadonlyMap<string, Scale>;
  readonly base: BaseRule;
  /** Whether the definition gives the base of all. */
  readonly isBaseGiven: boolean;
}

/** A question with its defaults filled in. Its `asked` is resolved when all questions are known. */
export function resolveQuestion(
  definition: QuestionDefinition,
  path: Path,
  around: Surroundings,
): Question | undefined {
  const common = {
    id: String(definition.id),
    base: definition.base ?? around.base,
    ...((definition.base !== undefined || around.isBaseGiven) && { isBaseGiven: true as const }),
    profile: definition.profile ?? false,
    ...(definition.uncounted !== undefined && { uncounted: labelTexts(definition.uncounted) }),
  };
  switch (definition.kind) {
    case 'scale':
      return resolveScaleQuestion(definition, common, path, around);
    case 'choice': {
      const listed = distinctOptions(definition.options, [...path, 'options'], around.report);
      const merged = mergedOf(definition, [...path, 'merge'], around.report);
      const options = listed && merged ? mergeOptions(listed, merged) : listed;
      const population = populationOf(definition, options, [...path, 'population'], around.report);
      return {
        ...common,
        kind: 'choice',
        ...(options && { options }),
        ...(merged && { merged }),
        ...(merged && listed === undefined && { parts: partsOf(definition) }),
        ...(population && { population }),
        ...itemsOf(definition, path, around),
        ...optionColumnsOf(definition, listed, path, around),
      };
    }
    case 'multiple':
      return resolveMultiple(definition, common, path, around);
    case 'number':
    case 'text':
      return { ...common, kind: definition.kind, ...itemsOf(definition, path, around) };
  }
}

type Resolved = Pick<Question, 'id' | 'base' | 'isBaseGiven' | 'profile' | 'uncounted'>;

function resolveScaleQuestion(
  definition: QuestionOf<'scale'>,
  common: Resolved,
  path: Path,
  around: Surroundings,
): Question | undefined {
  const { scales, report } = around;
  const name = String(definition.scale);
  const named = scales.get(name);
  if (named === undefined) {
    const names = [...scales.keys()];
    report(
      [...path, 'scale'],
      `${quote(name)} is not a scale; it can be ${either(names)}${didYouMean(name, names)}`,
    );
  }
  const { items, text } = itemsOf(definition, path, around);
  if (named === undefined) return undefined;
  const scale = withJointOptions(named, labelTexts(definition.options), []);
  const options = scaleOptions(definition.options, scale, [...path, 'options'], report);
  const codes = codesOf(definition, options, scale, [...path, 'codes'], report);
  if (codes === undefined && items.some((item) => item.reversed))
    report(path, '"reversed" needs "codes", since it reverses nothing else');
  return {
    ...common,
    kind: 'scale',
    text,
    scale,
    ...(options && { options }),
    ...(codes && { codes }),
    items,
    ...optionColumnsOf(definition, options, path, around),
  };
}

function resolveMultiple(
  definition: QuestionOf<'multiple'>,
  common: Resolved,
  path: Path,
  around: Surroundings,
): Question {
  const { column, columns, separator } = definition;
  const { report } = around;
  if (column === undefined && columns === undefined) {
    report(path, 'a question of kind multiple needs "column" or "columns"');
  }
  if (column === undefined && separator !== undefined) {
    report([...path, 'separator'], '"separator" goes with "column", and there is none', 'key');
  }
  const options = distinctOptions(definition.options, [...path, 'options'], report);
  const item = onlyItem(definition, path, around);
  return {
    ...common,
    kind: 'multiple',
    text: item.label,
    ...(options && { options }),
    items: [item],
    separator: separator ?? ';',
    ...optionColumnsOf(definition, options, path, around),
  };
}

function distinctOptions(
  options: readonly LabelText[] | undefined,
  path: Path,
  report: Report,
): readonly string[] | undefined {
  if (options === undefined) return undefined;
  const seen = new Set<string>();
  return labelsAt(options, path).map(({ label, path: where }) => {
    if (seen.has(fold(label))) report(where, `${quote(label)} stands twice in "options"`);
    seen.add(fold(label));
    return label;
  });
}

/** The options offered of a scale: each an option of it, under whatever spelling, and none twice. */
function scaleOptions(
  options: readonly LabelText[] | undefined,
  scale: Scale,
  path: Path,
  report: Report,
): readonly string[] | undefined {
  const known = optionsOf(scale);
  const seen = new Map<string, string>();
  for (const { label, path: where } of labelsAt(options, path)) {
    const option = known.get(fold(label)) ?? pairIn(fold(label), (half) => known.get(half));
    const twin = option === undefined ? undefined : seen.get(option);
    if (option === undefined) {
      const what = `an option of the scale ${quote(scale.name)}`;
      const labels = [...new Set(known.values())];
      const hint =
        itCanBe(labels) + didYouMean(label, labels) === '' ? '; others are given to it under "scales"' : '';
      report(where, isNotOf(label, what, labels) + hint);
    } else if (twin !== undefined && fold(twin) !== fold(label)) {
      report(where, `${quote(label)} is another spelling of ${quote(twin)}, which "options" has already`);
    }
    if (option !== undefined) seen.set(option, label);
  }
  return distinctOptions(options, path, report);
}
