import { fold } from '../../survey/labels/labels.ts';
import { ownLabels, refusal } from '../../survey/labels/label-pairs.ts';
import { asksForWords } from '../../survey/labels/own-words.ts';
import { tickWords, untickedWords } from '../../survey/labels/tick-words.ts';
import { type Tally, labelsSeen } from './labels-seen.ts';
import { sumOf } from '../../intake/sum.ts';

/** A text that is longer is an answer in somebody's own words. */
export const longestLabel = 200;

/** One odd cell is a mistake as easily. */
const FEWEST = 2;

/**
 * What options are called in another language, folded, by their folded labels: beside the option, the one
 * other text in its column, which no other column has. `tallies` are the columns of a question, each of the
 * option with that label. None where such texts are in hardly any cell, or where some column holds the option
 * of another: its row has slipped, and what else is odd may be out of place too.
 */
export function foreignNames(
  tallies: readonly Tally[],
  labels: readonly string[],
): ReadonlyMap<string, string> {
  const options = new Set(labels.map(fold));
  const columns = tallies.map((tally, nth) => {
    const option = labels[nth] ?? '';
    const own = ownLabels(option);
    const texts = [...new Set(labelsSeen(tally).map(fold))];
    const others = asksForWords(option) ? [] : texts.filter((text) => !own.has(text) && !isMark(text));
    return { option: fold(option), texts, others, repeats: texts.some((text) => own.has(text)) };
  });
  if (columns.some(({ others }) => others.some((text) => options.has(text)))) return new Map();
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const text of columns.flatMap(({ texts }) => texts)) (once.has(text) ? twice : once).add(text);
  const found = columns.flatMap(({ option, others, repeats }): [string, string][] => {
    const [only = '', another] = others;
    const isName = another === undefined && only.length <= longestLabel && /\p{L}{2}/u.test(only);
    return repeats && isName && !twice.has(only) && !refusal.test(only) ? [[option, only]] : [];
  });
  const names = new Set(found.map(([, name]) => name));
  const cells = tallies.flatMap((tally) => [...tally].filter(([value]) => names.has(fold(value))));
  return new Map(sumOf(cells, ([, count]) => count) < FEWEST ? [] : found);
}

function isMark(text: string): boolean {
  return tickWords.has(text) || untickedWords.has(text);
}
