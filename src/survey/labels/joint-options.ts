import { tidy } from '../../intake/blank.ts';
import { fold } from './labels.ts';
import { pairIn } from './label-pairs.ts';
import { optionsOf } from '../resolve/references.ts';
import { once } from '../../intake/once.ts';
import { divide, longestAnswer } from './several-answers.ts';
import type { Scale, Side } from '../survey.ts';

/** What stands between the words of one option. A semicolon, a bar or a line break stands between two answers. */
const within = /(,|\/|&|\sor\s|\sand\s)/iu;

/**
 * A scale together with those of `labels` that join two or more of its options of which none takes a side:
 * "Neutral / Don't know" is one option of a form. Where each part of it is among `alone`, the answers offered
 * or given by themselves, two boxes were ticked instead. It is outside the scale, unless all of its parts are
 * mid-points: whoever may not know has not said that the view is in the middle. Its other spellings stand for
 * it too.
 */
export function withJointOptions(scale: Scale, labels: Iterable<string>, alone: Iterable<string>): Scale {
  const candidates = [...labels]
    .filter((label) => label.length <= longestAnswer && within.test(label))
    .map(tidy);
  if (candidates.length === 0) return scale;
  const { known, sides } = knowledgeOf(scale);
  const partsOf = (label: string) => {
    const parts = divide(fold(label), (key) => unsidedOf(known.get(key), sides), within);
    return parts === undefined || parts.size < 2 ? undefined : [...parts].toSorted();
  };
  const divided = candidates.flatMap((label) => {
    if (known.has(fold(label)) || pairIn(fold(label), (half) => known.get(half)) !== undefined) return [];
    const parts = partsOf(label);
    return parts === undefined ? [] : [{ label, parts }];
  });
  if (divided.length === 0) return scale;
  const given = new Set([...alone].map((label) => known.get(fold(label))));
  const joint = divided.filter(({ parts }) => !parts.every((part) => given.has(part)));
  if (joint.length === 0) return scale;
  const byParts = new Map<string, string>();
  for (const label of sides.keys()) {
    const parts = partsOf(label);
    if (parts !== undefined) byParts.set(parts.join('\n'), label);
  }
  const added: Record<'neutral' | 'outside', string[]> = { neutral: [], outside: [] };
  const synonyms = new Map(scale.synonyms);
  for (const { label, parts } of joint) {
    const option = byParts.get(parts.join('\n'));
    if (option === undefined) {
      byParts.set(parts.join('\n'), label);
      added[parts.every((part) => sides.get(part) === 'neutral') ? 'neutral' : 'outside'].push(label);
    } else if (fold(option) !== fold(label)) synonyms.set(label, option);
  }
  const variants = scale.variants.map((variant) => ({
    ...variant,
    neutral: [...variant.neutral, ...added.neutral],
    outside: [...variant.outside, ...added.outside],
  }));
  return { ...scale, variants, synonyms };
}

interface Knowledge {
  readonly known: ReadonlyMap<string, string>;
  readonly sides: ReadonlyMap<string, Side>;
}

/** The options of a scale by their spellings, and their sides: many columns are held against each scale. */
const knowledgeOf = once((scale: Scale): Knowledge => ({ known: optionsOf(scale), sides: sidesOf(scale) }));

/** Each option of a scale with its side, which is the mid-point where any of its sets has it there. */
function sidesOf({ variants }: Scale): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  for (const side of ['positive', 'negative', 'neutral', 'outside'] as const)
    for (const variant of variants)
      for (const label of variant[side]) if (!sides.has(label)) sides.set(label, side);
  return sides;
}

/** An option, if it takes no side. */
function unsidedOf(option: string | undefined, sides: ReadonlyMap<string, Side>): string | undefined {
  const side = option === undefined ? undefined : sides.get(option);
  return side === 'neutral' || side === 'outside' ? option : undefined;
}
