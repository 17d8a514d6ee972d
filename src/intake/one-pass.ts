import { Undecodable, toUtf8 } from './bytes/decode.ts';
import { withDosEndApart } from './bytes/dos-end.ts';
import type { UnpackedSource } from './bytes/unpack.ts';
import { type TableBuilder, tableBuilder } from './columns/table-builder.ts';
import { type Halves, type SharedFile, halvesOf } from './halves.ts';
import type { Heading, Rows } from './headers/layout.ts';
import type { RecognisedLayout } from './headers/recognise.ts';
import type { Dialect } from './records/dialect.ts';
import { parseRecords } from './records/parse-records.ts';
import { emptyFile, noHeaderFits, noResponses, unclosedQuote } from './refusals.ts';
import type { Doubts, Keep, Table } from './table.ts';
import { taker, watched } from './take-records.ts';

export interface PassOptions {
  /**
   * Which columns to keep, by position, once the headings are known. It may throw a UserError. It is asked again
   * where a wrong guess at the encoding or at the quotation marks makes the reader start again.
   */
  readonly keep: (headings: readonly Heading[]) => ReadonlyMap<number, Keep>;
  /** The file, where another thread may read half of it; without it, one thread reads it all. */
  readonly shared?: SharedFile;
  /** Told now and then how many rows have been read so far. */
  readonly onRows?: (rows: number) => void;
}

/** How one pass over the source is made. */
export interface Plan {
  readonly encoding: string;
  readonly doubts?: Doubts;
  readonly dialect: Dialect;
  readonly recognise: (rows: Rows) => RecognisedLayout;
  readonly forgiving: boolean;
  /** Whether one thread is to read it all. */
  readonly whole?: boolean;
}

/** Why a pass came to nothing; the next plan puts it right. */
type Retry = 'undecodable' | 'stray-quote' | 'not-in-halves';

/** Reads the source once, from its start, as a plan has it. Throws a UserError for what is no table of responses. */
export async function pass(source: UnpackedSource, plan: Plan, options: PassOptions): Promise<Table | Retry> {
  const { dialect, recognise } = plan;
  const firstLine = dialect.sepLine === '' ? 1 : 2;
  const table = tableBuilder(source.name, firstLine, options.keep, recognise);
  const { shared } = options;
  const halves =
    shared !== undefined && mayHalve(source, plan) ? halvesOf(shared, dialect, table.known) : undefined;
  try {
    const retry = await fill(table, source, plan, halves, options);
    if (retry !== undefined) return retry;
  } catch (error) {
    if (error instanceof Undecodable) return 'undecodable';
    throw error;
  } finally {
    await halves?.second()?.stop();
  }
  return filled(table, source, plan);
}

/** Whether another thread may read half of a file: it is UTF-8 without damage, and not packed. */
function mayHalve(source: UnpackedSource, plan: Plan): boolean {
  const isPlain = plan.encoding === 'utf-8' && !isDamaged(plan) && !plan.forgiving;
  return isPlain && plan.whole !== true && source.packing() === 'none';
}

function isDamaged({ encoding, doubts }: Plan): boolean {
  return doubts?.undecoded !== undefined || (encoding === 'utf-8' && doubts?.strayBytes !== undefined);
}

/** Reads all records into a table, half of them by another thread where there is one. */
async function fill(
  table: TableBuilder,
  source: UnpackedSource,
  plan: Plan,
  halves: Halves | undefined,
  { onRows }: PassOptions,
): Promise<Retry | undefined> {
  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of source.open()) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      onRows?.(table.rows());
    }
  }

  const { dialect } = plan;
  const take = taker(source.name, dialect, table);
  const text = textOf(raw(), plan, halves);
  const parsed = await parseRecords(watched(text, table), dialect, plan.forgiving, take);
  const second = halves?.second();
  if (parsed.kind === 'stray-quote') return 'stray-quote';
  if (parsed.kind === 'unclosed-quote') {
    if (second !== undefined) return 'not-in-halves';
    throw unclosedQuote(source.name, table.line(), parsed.column, table.headings());
  }
  if (second === undefined) return undefined;
  const part = await second.part;
  if (part === undefined || !table.absorb(part)) return 'not-in-halves';
  // The other thread may have read on after this one had read it all.
  source.check?.();
  return undefined;
}

/** The text of a file in UTF-8, without a line that only names the delimiter; of halves, that of the first. */
async function* textOf(
  raw: AsyncIterable<Buffer>,
  plan: Plan,
  halves: Halves | undefined,
): AsyncGenerator<Buffer> {
  const utf8 = toUtf8(raw, plan.encoding, isDamaged(plan));
  let skip = Buffer.byteLength(plan.dialect.sepLine);
  for await (const chunk of withDosEndApart(halves?.first(utf8) ?? utf8)) {
    const rest = chunk.subarray(skip);
    skip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

/** The table of a file that has been read to its end; throws a UserError where it has no responses. */
function filled(table: TableBuilder, source: UnpackedSource, { encoding, doubts, dialect }: Plan): Table {
  const body = table.body();
  if (body === undefined) throw emptyFile(source.name);
  if (body.rows === 0) throw noResponses(source.name);
  const long = body.faults.filter(({ code }) => code === 'long-row');
  if (long[0] && long.length === body.rows)
    throw noHeaderFits(source.name, long[0], body.layout.headings.length);
  return {
    file: source.name,
    ...source.hashes(),
    encoding,
    ...doubts,
    delimiter: dialect.delimiter,
    ...body,
  };
}
