import type { Sentence } from '../document.ts';
import { listed } from './phrases.ts';

/** What the words need of a scale question, of this run or of one that is compared. */
interface Coded {
  readonly codes?: ReadonlyMap<string, number>;
  readonly items: readonly {
    readonly label: string;
    readonly reversed?: true;
    readonly options: readonly { readonly label: string }[];
  }[];
}

/**
 * The code of every option, after `start`, which says what is made of them; then those of items that are
 * worded the other way round.
 */
export function codeNotes({ codes, items }: Coded, start: string): Sentence[] {
  if (codes === undefined) return [];
  const coded = (items[0]?.options ?? []).map(({ label }) => label).filter((label) => codes.has(label));
  const spelt = (codeOf: (code: number) => number) =>
    listed(coded.map((label) => [`“${label}” `, { value: codeOf(codes.get(label) ?? 0) }]));
  const turn = Math.min(...codes.values()) + Math.max(...codes.values());
  const reversed = items.filter((item) => item.reversed).map(({ label }): Sentence => [`“${label}”`]);
  return [
    [`${start} the codes of those who answered on the scale: `, ...spelt((code) => code), '.'],
    ...(reversed.length > 0
      ? [
          [
            'Worded the other way round: ',
            ...listed(reversed),
            '. There the codes are ',
            ...spelt((code) => turn - code),
            '; the percentages are of the answers as they were given.',
          ],
        ]
      : []),
  ];
}
