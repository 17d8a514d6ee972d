import { fingerprinter } from '../../intake/columns/fingerprint.ts';
import { type Prints, comparePrints, printPool, textsOf, unorderedOf } from '../../intake/columns/prints.ts';
import { extentOf } from '../../intake/extent.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Source, positionsOf } from '../questions/column-cells.ts';
import { joinKin } from './kin-texts.ts';
import { clusterTexts } from './text-clusters.ts';
import { sumOf } from '../../intake/sum.ts';

/** Fewer responses than this with one text are no campaign. */
export const SMALLEST_CAMPAIGN = 5;

/** Responses whose free text is the same, or nearly. */
export interface Campaign {
  /** How many responses, records that stand for several counted as so many. */
  readonly responses: number;
  /** How many different texts they gave; 1 where all are the same, capital letters, spacing and punctuation aside. */
  readonly texts: number;
  /** How many gave the most frequent of them. */
  readonly identical: number;
  /** The first of these responses, as where to look for the text. */
  readonly first: RecordPlace;
}

/** Where a record is. */
export interface RecordPlace {
  readonly file: string;
  readonly row: number;
  readonly line: number;
}

/** The free text of every record that is not removed, as numbers. */
export interface Texts {
  /** For each column of free text one number a record: which text, below 0 where there is none. */
  readonly columns: readonly Int32Array[];
  /** The item that each of these columns holds. */
  readonly items: readonly { readonly question: string; readonly item: string }[];
  readonly prints: Prints;
  /** 1 for each text of eight words or more. */
  readonly isLong: Uint8Array;
}

export interface FoundCampaigns {
  /** Largest first. */
  readonly campaigns: readonly Campaign[];
  /** Of every record the campaign that it is part of, as a position in `campaigns`; −1 where it is part of none. */
  readonly cells: Int32Array;
}

/** The free text of the records that are not removed; rows that do not fit their header aside. */
export function readTexts(survey: Survey, { exports, records, removed }: Source): Texts {
  const questions = survey.questions.filter(({ kind }) => kind === 'text');
  const all = questions.flatMap((question) => positionsOf(question, exports));
  // The texts of one column differ already.
  const isOneColumn = all.length === 1 && exports.length === 1;
  const pool = printPool(isOneColumn);
  const reader = fingerprinter();
  const columns = all.map((positions) => {
    const cells = new Int32Array(records.size).fill(-1);
    for (const [index, { table, offset }] of exports.entries()) {
      const column = table.columns.get(positions[index] ?? -1);
      if (column === undefined) continue;
      const { numbers, prints } = textsOf(column, reader);
      const known = new Int32Array(prints.runs.length).fill(-1);
      for (let row = 0; row < table.rows; row++) {
        const record = offset + row;
        const text = (numbers[row] ?? 0) - 1;
        if (text < 0 || removed[record] === 1 || records.misaligned[record] === 1) continue;
        if (known[text] === -1) known[text] = pool.add(prints, text);
        cells[record] = known[text] ?? -1;
      }
    }
    return cells;
  });
  const items = questions.flatMap((one) => one.items.map(({ id }) => ({ question: one.id, item: id })));
  const prints = pool.prints();
  return { columns, items, prints, isLong: prints.runs.map((runs) => Math.min(1, runs)) };
}

/**
 * The campaigns among the records that are not removed: at least five responses whose free text is identical
 * or nearly so. Somebody who gave the texts of two is counted in the larger one.
 */
export function findCampaigns(texts: Texts, source: Source): FoundCampaigns {
  const { counts, size } = source.records;
  const { isLong, prints } = texts;
  const weight = (record: number) => counts?.[record] ?? 1;
  const responsesOf = (records: Iterable<number>) => sumOf(records, weight);
  const columns = texts.columns.filter((one) => !areRankings(one, texts));
  const responses = new Float64Array(isLong.length);
  eachText(columns, (text, record) => {
    responses[text] = (responses[text] ?? 0) + weight(record);
  });
  const leaderOf = clusterTexts(prints, responses);
  joinKin(prints, leaderOf, responses, SMALLEST_CAMPAIGN);
  const clusters = [...membersOf(columns, isLong, leaderOf, responses)]
    .map(([leader, members]) => ({ leader, members, size: responsesOf(members) }))
    .filter((cluster) => cluster.size >= SMALLEST_CAMPAIGN)
    .toSorted((a, b) => b.size - a.size || comparePrints(prints, a.leader, b.leader));
  const cells = new Int32Array(size).fill(-1);
  const campaigns: Campaign[] = [];
  for (const { leader, members } of clusters) {
    const own = [...members].filter((record) => cells[record] === -1).toSorted((a, b) => a - b);
    const [first] = own;
    if (first === undefined || responsesOf(own) < SMALLEST_CAMPAIGN) continue;
    for (const record of own) cells[record] = campaigns.length;
    const isOfIt = (text: number) => isLong[text] === 1 && leaderOf[text] === leader;
    const textOf = (record: number) => columns.map((column) => column[record] ?? -1).find(isOfIt);
    const times = [...groupBy(own, textOf).values()].map(responsesOf);
    campaigns.push({
      responses: responsesOf(own),
      texts: times.length,
      identical: extentOf(times)[1],
      first: recordPlace(first, source),
    });
  }
  return { campaigns, cells };
}

/** The records that gave a long text of each cluster, by its leader; of clusters that enough responses may be in. */
function membersOf(
  columns: readonly Int32Array[],
  isLong: Uint8Array,
  leaderOf: Int32Array,
  responses: Float64Array,
): ReadonlyMap<number, ReadonlySet<number>> {
  const atMost = new Float64Array(isLong.length);
  for (let text = 0; text < leaderOf.length; text++) {
    const leader = leaderOf[text] ?? text;
    atMost[leader] = (atMost[leader] ?? 0) + (responses[text] ?? 0);
  }
  const members = new Map<number, Set<number>>();
  eachText(columns, (text, record) => {
    const leader = leaderOf[text] ?? text;
    if (isLong[text] !== 1 || (atMost[leader] ?? 0) < SMALLEST_CAMPAIGN) return;
    const own = members.get(leader);
    if (own) own.add(record);
    else members.set(leader, new Set([record]));
  });
  return members;
}

/** Visits the text of every record in every column, where there is one. */
export function eachText(
  columns: readonly Int32Array[],
  visit: (text: number, record: number) => void,
): void {
  for (const cells of columns) {
    for (let record = 0; record < cells.length; record++) {
      const text = cells[record] ?? -1;
      if (text >= 0) visit(text, record);
    }
  }
}

/** After so many texts it shows whether they differ. */
const FEW_TEXTS = 100;

/** So many of the long texts of a column have the same words where respondents put the same answers in an order. */
const RANKED = 0.9;

/**
 * Whether a column holds no free text but rankings: nearly all of its texts have the same words, and in several orders. A
 * campaign has one order.
 */
function areRankings(cells: Int32Array, { prints, isLong }: Texts): boolean {
  /** How often each text is given, and each set of words. */
  const textTimes = new Map<number, number>();
  const wordTimes = new Map<number, number>();
  let long = 0;
  for (const text of cells) {
    if (isLong[text] !== 1) continue;
    long++;
    const words = unorderedOf(prints, text);
    // Columns of comments, the large ones, have hardly any two texts of the same words.
    if (long === FEW_TEXTS && wordTimes.size > FEW_TEXTS / 2) return false;
    textTimes.set(text, (textTimes.get(text) ?? 0) + 1);
    wordTimes.set(words, (wordTimes.get(words) ?? 0) + 1);
  }
  const [[, mostWords], [, mostTexts]] = [extentOf(wordTimes.values()), extentOf(textTimes.values())];
  return textTimes.size > 2 && mostWords >= long * RANKED && mostTexts < long * RANKED;
}

/** In which file a record is, in which row of it, and on which line that begins. */
export function recordPlace(record: number, { exports }: Pick<Source, 'exports'>): RecordPlace {
  const { table, offset = 0 } = exports.findLast((one) => one.offset <= record) ?? {};
  const row = record - offset;
  return { file: table?.file ?? '', row: row + 1, line: table?.lines[row] ?? 0 };
}
