import { type Report, didYouMean, quote } from '../definition/definition-errors.ts';
import { tidy } from '../../intake/blank.ts';
import { fold, kebab } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import type { LabelText, ScaleDefinition } from '../definition/schema.ts';
import type { Scale, Side, SideLabels } from '../survey.ts';

const ratedSides = ['positive', 'neutral', 'negative'] as const;
const sides: readonly Side[] = [...ratedSides, 'outside'];

const plainWords = { positive: 'positive', neutral: 'neither', negative: 'negative' };

/** Labels of a definition as text, with where each stands. */
export function labelsAt(value: LabelText | readonly LabelText[] | undefined, path: Path) {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? (value as readonly LabelText[]) : undefined;
  return list === undefined
    ? [{ label: tidy(String(value)), path }]
    : list.map((label, index) => ({ label: tidy(String(label)), path: [...path, index] }));
}

/** Labels of a definition as text. */
export function labelTexts(value: LabelText | readonly LabelText[] | undefined): string[] {
  return labelsAt(value, []).map(({ label }) => label);
}

/**
 * A scale of the definition. Under the name of a built-in one it changes that: lists of options take the place of the
 * built-in ones, synonyms are added and words replaced one by one.
 */
export function resolveScale(
  name: string,
  definition: ScaleDefinition,
  builtIn: Scale | undefined,
  report: Report,
): Scale {
  const path = ['scales', name];
  checkSides(name, definition, builtIn, report);
  const own = ownSynonyms(name, definition, report);
  const respelt = new Set(own.map(({ spelling }) => fold(spelling)));
  const variants = variantsOf(definition, builtIn);
  // A spelling that the definition gives to another option is no longer an option of its own.
  const kept = variants.filter((variant) => !labelsOf(variant).some((label) => respelt.has(fold(label))));
  const labels = new Map(
    (kept.length > 0 ? kept : variants).flatMap(labelsOf).map((label) => [fold(label), label]),
  );
  const synonyms = new Map(
    [...(builtIn?.synonyms ?? [])].filter(
      ([spelling, label]) => labels.has(fold(label)) && !respelt.has(fold(spelling)) && !replaced(spelling),
    ),
  );
  for (const { option, spelling, path: where } of own) {
    const label = labels.get(fold(option));
    if (label === undefined) {
      const message = `${quote(option)} is not an option of the scale ${quote(name)}`;
      report([...path, 'synonyms', option], message + didYouMean(option, labels.values()), 'key');
    } else if (labels.has(fold(spelling))) {
      report(
        where,
        `${quote(spelling)} is an option of the scale ${quote(name)}; it cannot stand for ${quote(label)} too`,
      );
    } else {
      synonyms.set(spelling, label);
    }
  }
  return {
    name,
    variants: kept.length > 0 ? kept : variants,
    synonyms,
    words: wordsOf(name, definition, builtIn, report),
    outsideOffered: builtIn === undefined || definition.outside !== undefined,
  };

  function replaced(spelling: string): boolean {
    return hasRatedSides(definition) && labels.has(fold(spelling));
  }
}

function hasRatedSides(definition: ScaleDefinition): boolean {
  return ratedSides.some((side) => definition[side] !== undefined);
}

function labelsOf(variant: SideLabels): readonly string[] {
  return sides.flatMap((side) => variant[side]);
}

function variantsOf(definition: ScaleDefinition, builtIn: Scale | undefined): readonly SideLabels[] {
  const given = (side: Side) => labelTexts(definition[side]);
  if (builtIn !== undefined && !hasRatedSides(definition)) {
    if (definition.outside === undefined) return builtIn.variants;
    return builtIn.variants.map((variant) => ({ ...variant, outside: given('outside') }));
  }
  const rated = { positive: given('positive'), neutral: given('neutral'), negative: given('negative') };
  const taken = new Set(Object.values(rated).flat().map(fold));
  const usual = builtIn?.variants[0]?.outside.filter((label) => !taken.has(fold(label))) ?? [];
  return [{ ...rated, outside: definition.outside === undefined ? usual : given('outside') }];
}

/** Both ends are needed, and a label stands once. */
function checkSides(
  name: string,
  definition: ScaleDefinition,
  builtIn: Scale | undefined,
  report: Report,
): void {
  const path = ['scales', name];
  const isWhole = builtIn === undefined || hasRatedSides(definition);
  for (const side of ['positive', 'negative'] as const) {
    if (isWhole && labelsAt(definition[side], []).length === 0) {
      report([...path, side], `the scale ${quote(name)} needs ${quote(side)}, a list of options`);
    }
  }
  const rated = isWhole
    ? []
    : builtIn.variants.flatMap((variant) => ratedSides.flatMap((side) => variant[side]));
  const seen = new Set(rated.map(fold));
  for (const { label, path: where } of sides.flatMap((side) => labelsAt(definition[side], [...path, side]))) {
    if (seen.has(fold(label))) report(where, `${quote(label)} stands twice in the scale ${quote(name)}`);
    seen.add(fold(label));
  }
}

/** The spellings that the definition adds, each once. */
function ownSynonyms(name: string, definition: ScaleDefinition, report: Report) {
  const seen = new Map<string, string>();
  const found: { option: string; spelling: string; path: Path }[] = [];
  for (const [option, others] of Object.entries(definition.synonyms ?? {})) {
    for (const { label: spelling, path } of labelsAt(others, ['scales', name, 'synonyms', option])) {
      const known = seen.get(fold(spelling));
      if (known !== undefined && fold(known) !== fold(option)) {
        report(path, `${quote(spelling)} cannot stand for both ${quote(known)} and ${quote(option)}`);
      } else if (known === undefined && fold(spelling) !== fold(option)) {
        found.push({ option, spelling, path });
      }
      seen.set(fold(spelling), option);
    }
  }
  return found;
}

function wordsOf(name: string, definition: ScaleDefinition, builtIn: Scale | undefined, report: Report) {
  const words = { ...(builtIn?.words ?? plainWords) };
  const path = ['scales', name, 'words'];
  for (const side of ratedSides)
    words[side] = labelsAt(definition.words?.[side], [])[0]?.label ?? words[side];
  for (const side of ratedSides) {
    const twin = ratedSides.find((other) => other !== side && kebab(words[other]) === kebab(words[side]));
    if (twin === undefined || definition.words?.[side] === undefined) continue;
    report(
      [...path, side],
      `${quote(words[side])} is the word for ${quote(twin)} too; each side needs its own`,
    );
    break;
  }
  return words;
}
