import { FEWEST_WORDS } from '../../intake/columns/fingerprint.ts';
import { countWords } from '../../intake/columns/prints.ts';
import { type RecordPlace, SMALLEST_CAMPAIGN, type Texts, recordPlace } from './campaigns.ts';
import type { Source } from '../questions/column-cells.ts';

/** Fewer words than these come to many by themselves: "No", "None", "No comment". */
const FEWEST = 4;

/** A text of a few words that several gave to a question, too short to be taken for a campaign. */
export interface SameWords {
  readonly question: string;
  readonly item: string;
  readonly words: number;
  /** How many responses, records that stand for several counted as so many. */
  readonly responses: number;
  readonly first: RecordPlace;
  /** How many other such texts there are of this question. */
  readonly others: number;
}

/** For each question of free text the few words that most gave, where at least as many did as make a campaign. */
export function findSameWords({ columns, items, prints }: Texts, source: Source): SameWords[] {
  const { counts } = source.records;
  const words = prints.runs.map((_, text) => countWords(prints, text));
  return columns.flatMap((cells, column) => {
    const responses = new Map<number, number>();
    for (let record = 0; record < cells.length; record++) {
      const text = cells[record] ?? -1;
      const length = words[text] ?? 0;
      if (length < FEWEST || length >= FEWEST_WORDS) continue;
      responses.set(text, (responses.get(text) ?? 0) + (counts?.[record] ?? 1));
    }
    const often = [...responses.values()].filter((count) => count >= SMALLEST_CAMPAIGN);
    const most = often.reduce((largest, count) => Math.max(largest, count), 0);
    const item = items[column];
    if (most === 0 || item === undefined) return [];
    const first = cells.findIndex((text) => responses.get(text) === most);
    const length = words[cells[first] ?? -1] ?? 0;
    return [
      {
        ...item,
        words: length,
        responses: most,
        first: recordPlace(first, source),
        others: often.length - 1,
      },
    ];
  });
}
