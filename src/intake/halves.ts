import { withDosEndApart } from './bytes/dos-end.ts';
import { withoutUtf8Mark } from './bytes/marks.ts';
import { type KnownTable, type TablePart, tableBuilder } from './columns/table-builder.ts';
import { TAIL } from './columns/response-rows.ts';
import { beginsAsOne } from './headers/header-watch.ts';
import type { Rows } from './headers/layout.ts';
import type { RecognisedLayout } from './headers/recognise.ts';
import type { Dialect } from './records/dialect.ts';
import { parseRecords } from './records/parse-records.ts';
import { taker, watched } from './take-records.ts';
import type { Keep } from './table.ts';

/*
 * A large plain file is read in two halves at once: csv-parse takes most of the time, and one thread of it is
 * all that it uses. The second half begins behind a line feed. It is taken only where the first half turns
 * out to end with a record there, which is sure: csv-parse says where a half ends inside a quoted cell, and
 * anywhere else a line feed ends a record.
 */

/** A file of which another thread can read the second half. */
export interface SharedFile {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Some of its bytes from a place on. */
  peek(from: number): Buffer;
  /** Has another thread call `readSecondHalf` with its bytes from a place on. */
  readFrom(from: number, plan: HalfPlan): SecondHalf;
}

/** The second half while it is read: what it holds, or nothing where the whole must be read by one thread. */
interface SecondHalf {
  readonly part: Promise<TablePart | undefined>;
  stop(): Promise<void>;
}

/** How the second half is to be read. Plain data, for another thread. */
export interface HalfPlan {
  readonly dialect: Dialect;
  readonly layout: RecognisedLayout;
  /** Rows that begin as one of these does may be none of the responses. */
  readonly others: Rows;
  readonly keep: ReadonlyMap<number, Keep>;
}

const LF = 0x0a;

/** So many records as wide as the headers show that a line begins a record, not a line of a comment. */
const ENOUGH = 5;

/** Reads the first half of a file, and has another thread read the second. */
export interface Halves {
  /** Of the bytes of a file in UTF-8, without its mark, those of the first half; the others are read and let go. */
  first(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer>;
  /** The second half, as soon as it was begun. */
  second(): SecondHalf | undefined;
}

/** `known` tells by what the table is read, once that is known. */
export function halvesOf(file: SharedFile, dialect: Dialect, known: () => KnownTable | undefined): Halves {
  let cut: number | undefined;
  let second: SecondHalf | undefined;

  /** Has the second half read, unless so many bytes that have been read already go on into it. */
  async function begin({ layout, others, keep }: KnownTable, already: number): Promise<void> {
    cut = canBeShared(layout) ? await cutOf(file, dialect, layout.headings.length) : Infinity;
    if (cut < already) cut = Infinity;
    if (cut === Infinity) return;
    const { headings, noReply = [], platform, recognisedBy } = layout;
    const plain = { headings, noReply, platform, recognisedBy, headerRows: 0 };
    second = file.readFrom(cut, { dialect, layout: plain, others, keep });
  }

  return {
    async *first(bytes) {
      const start = file.peek(0);
      let at = start.length - withoutUtf8Mark(start).length;
      for await (const chunk of bytes) {
        const table = cut === undefined ? known() : undefined;
        if (table !== undefined) await begin(table, at);
        const own = chunk.subarray(0, Math.max(0, (cut ?? Infinity) - at));
        at += chunk.length;
        if (own.length > 0) yield own;
      }
    },
    second: () => second,
  };
}

/** Whether rows can be told from headers by themselves alone. */
function canBeShared({ isHeader, headerMarks }: RecognisedLayout): boolean {
  return isHeader === undefined && headerMarks === undefined;
}

/** The place of the first line after the middle that begins a record, as far as can be seen; Infinity where none does. */
async function cutOf(file: SharedFile, dialect: Dialect, width: number): Promise<number> {
  const middle = Math.floor(file.bytes / 2);
  const bytes = file.peek(middle);
  for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, end + 1)) {
    const widths: number[] = [];
    await parseRecords([bytes.subarray(end + 1)], dialect, false, (cells) => void widths.push(cells.length));
    const first = widths.slice(0, ENOUGH);
    if (first.length === ENOUGH && first.every((one) => one === width)) return middle + end + 1;
  }
  return Infinity;
}

/** What it would be called, were anything to be said of it. */
const SECOND = 'the second half';

/**
 * Reads the second half of a file from its bytes, which are in UTF-8. Nothing where there is anything in it that
 * cannot be judged without the first: headers, totals, stray quotation marks, hardly any rows.
 */
export async function readSecondHalf(
  bytes: Iterable<Buffer>,
  { dialect, layout, others, keep }: HalfPlan,
): Promise<TablePart | undefined> {
  const table = tableBuilder(
    SECOND,
    1,
    () => keep,
    () => layout,
  );
  const isOther = beginsAsOne(others);
  const take = taker(SECOND, dialect, table);
  let hasOthers = false;
  const text = watched(withDosEndApart(bytes), table);
  const parsed = await parseRecords(text, dialect, false, (cells, breaks, record) => {
    hasOthers ||= isOther(cells);
    take(cells, breaks, record);
  });
  const part = table.part();
  return parsed.kind === 'read' && !hasOthers && part !== undefined && part.rows > TAIL ? part : undefined;
}
