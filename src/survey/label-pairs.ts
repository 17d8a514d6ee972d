import { welshInPairs } from './welsh-spellings.ts';

/** A longer text is no pair of labels. */
const longest = 200;

/**
 * What both halves of a bilingual label such as "Agree / Cytuno" stand for, where that is the same; `key` is the label,
 * folded. Halves that stand for different options are two answers, and no pair.
 */
export function pairIn<Option>(key: string, known: (half: string) => Option | undefined): Option | undefined {
  if (key.length > longest) return undefined;
  const optionOf = (half: string) => known(half) ?? known(welshInPairs.get(half) ?? half);
  for (const { index } of key.matchAll(/[/|-]/gu)) {
    const option = optionOf(key.slice(0, index).trim());
    if (option !== undefined && option === optionOf(key.slice(index + 1).trim())) return option;
  }
  return undefined;
}
