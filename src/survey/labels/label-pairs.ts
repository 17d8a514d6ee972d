import { fold } from './labels.ts';
import { welshInPairs, welshOutside, welshSpellings } from './welsh-spellings.ts';

/** A longer text is no pair of labels. */
const longest = 200;

/** Labels in Welsh, as an expression: the longest first, of which another may be the start. */
const welsh = [
  ...[welshOutside, ...Object.values(welshSpellings)].flatMap((spellings) => Object.values(spellings).flat()),
  ...welshInPairs.keys(),
]
  .toSorted((one, other) => other.length - one.length)
  .map((words) => words.replaceAll("'", "['’]"))
  .join('|');

/** An English and a Welsh label on two lines, or the second of them in brackets: "Agree (Cytuno)". */
const besideWelsh = [
  [`(.+?)`, `(${welsh})`],
  [`(${welsh})`, '(.+)'],
].flatMap(([first, second]) =>
  [String.raw`\(${second}\)`, second].map((rest) => new RegExp(String.raw`^${first}\s+${rest}$`, 'isu')),
);

/** The halves of a label of which one is in Welsh, where no mark but brackets divides them; none of any other. */
export function halvesBesideWelsh(label: string): readonly string[] {
  const found = besideWelsh.map((pattern) => pattern.exec(label)).find((match) => match !== null);
  return found?.slice(1) ?? [];
}

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
  const [first, second] = halvesBesideWelsh(key);
  const option = first === undefined ? undefined : optionOf(first);
  return option !== undefined && option === optionOf(second ?? '') ? option : undefined;
}

/** A label in two languages: "Paths / Llwybrau". */
const pair = /^([^/|]*\S)\s*[/|]\s*(\S[^/|]*)$|^(.*\S)\s+-\s+(\S.*)$/su;

/**
 * How texts begin that decline to answer, before anything but a letter: the name of an option in another
 * language does not.
 */
export const refusals =
  "no|not|none|nothing|nil|don't|do not|(?:i |i'd |i would |would )?(?:prefer|rather) not|refused|missing|dim|nac|nid|ddim|(?:mae'n|byddai'n) well|gwell gen|gwell gennyf";
export const refusal = new RegExp(String.raw`^(?:${refusals})(?!\p{L})`, 'u');

/** What may stand for an option where it was ticked, folded: its label, or either half of one in two languages. */
export function ownLabels(label: string): ReadonlySet<string> {
  const key = fold(label);
  if (key.length > longest) return new Set([key]);
  const halves = (pair.exec(key) ?? []).slice(1).filter((half) => half !== undefined);
  return new Set([key, ...halves]);
}
