import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import type { Base } from '../../analysis/figures.ts';
import type { Pair } from '../../analysis/comparison/match-questions.ts';
import type { Sentence } from '../document.ts';
import { shortBaseWords } from '../words/base-words.ts';

/** Whom the percentages of both runs are of, and of how many: `of` names the group. */
export function baseNote(base: Pair<Base>, of = ''): Sentence {
  const { a, b } = base;
  const rules = [a?.rule ?? 'answered', b?.rule ?? 'answered'] as const;
  const who = (rule: (typeof rules)[number]) => shortBaseWords[rule];
  const counts: Sentence = [`Base${of}: A `, { count: a?.count ?? 0 }, ', B ', { count: b?.count ?? 0 }];
  const whom =
    rules[0] === rules[1] ? `, ${who(rules[0])}` : `; in A ${who(rules[0])}, in B ${who(rules[1])}`;
  return [...counts, whom, ...effectiveWords(base), '.'];
}

/** After a base, how many responses that were not weighted would be as precise; nothing where neither run is weighted. */
export function effectiveWords({ a, b }: Pair<Base>): Sentence {
  const known = [
    ['A', a?.effective],
    ['B', b?.effective],
  ] as const;
  const words = known.flatMap(([name, effective], index): Sentence => {
    if (typeof effective !== 'number') return [];
    const isFirst = index === 0 || typeof a?.effective !== 'number';
    return [isFirst ? `; effective base ${name} ` : `, ${name} `, { value: effective }];
  });
  return words;
}

/** Says of a table that it is weighted, in both runs or in one of them. */
export function weightedNotes(
  what: string,
  items: readonly Pick<ComparedItem, 'base' | 'figures'>[],
): Sentence[] {
  const isWeighted = (side: 'a' | 'b') =>
    items.some(
      ({ base, figures }) =>
        base[side]?.weighted !== undefined || figures.some((one) => one[side]?.weighted !== undefined),
    );
  const [inA, inB] = [isWeighted('a'), isWeighted('b')];
  if (!inA && !inB) return [];
  const where = inA && inB ? '' : ` of ${inA ? 'A' : 'B'}`;
  return [[`${what}${where} are weighted, counts are not.`]];
}
