import { decodeSample, inUtf8, toUtf8, Undecodable } from './bytes/decode.ts';
import { detectDialect, namedDelimiter } from './records/dialect.ts';
import type { Dialect } from './records/dialect.ts';
import { type SharedFile, halvesOf } from './halves.ts';
import { hasBareMissing } from './columns/bare-missing.ts';
import { cellsWithoutEntities } from './columns/entities.ts';
import { detectEncoding, encodingOfDamaged, namedEncoding, refuseFalseUtf16 } from './bytes/encoding.ts';
import { withDosEndApart } from './bytes/dos-end.ts';
import { namedHeaderRows } from './headers/header-rows.ts';
import type { Heading, Rows } from './headers/layout.ts';
import { isParquet, refuseBinary, refuseOtherKinds } from './bytes/not-text.ts';
import { parseRecords } from './records/parse-records.ts';
import { type RecognisedLayout, namedPlatform } from './headers/recognise.ts';
import { type KnownRows, recogniseRows } from './headers/recognise-rows.ts';
import { emptyFile, noHeaderFits, noResponses, notEncoded, unclosedQuote } from './refusals.ts';
import { readSample } from './bytes/sample.ts';
import { tableBuilder } from './columns/table-builder.ts';
import { taker, watched } from './take-records.ts';
import type { ByteSource, Doubts, Keep, Table } from './table.ts';
import { type DuckdbUse, readWithDuckdbOnly, tryDuckdb } from './choose-engine.ts';
import { type UnpackedSource, refuseDamaged, unpacked } from './bytes/unpack.ts';
import { UserError } from './user-error.ts';
import { weighBytes } from './bytes/weigh-bytes.ts';
import { answerWriteIns, keepWriteIns } from './columns/write-ins.ts';

export interface ReadOptions extends Omit<KnownRows, 'headerRows'> {
  /**
   * The encoding, instead of the one detected: utf-8, utf-16le, utf-16be, windows-1252, macintosh, any that
   * iconv-lite knows.
   */
  readonly encoding?: string;
  /** The delimiter, instead of the one detected: one character, or comma, semicolon, tab, pipe or \t. */
  readonly delimiter?: string;
  /** The platform that wrote it, instead of the one recognised. */
  readonly platform?: string;
  /** How many rows are headers, instead of those recognised. */
  readonly headerRows?: string;
  /**
   * Which columns to keep, by position, once the headings are known. It may throw a UserError. It is asked again
   * where a wrong guess at the encoding or at the quotation marks makes the reader start again.
   */
  readonly keep: (headings: readonly Heading[]) => ReadonlyMap<number, Keep>;
  /** Whether DuckDB may read it, in place of csv-parse; without it, it may not. */
  readonly duckdb?: DuckdbUse;
  /** The file, where another thread may read half of it; without it, one thread reads it all. */
  readonly shared?: SharedFile;
  /** Told now and then how many rows have been read so far. */
  readonly onRows?: (rows: number) => void;
}

/** How one pass over the source is made. */
interface Plan {
  readonly encoding: string;
  readonly doubts?: Doubts;
  readonly dialect: Dialect;
  readonly recognise: (rows: Rows) => RecognisedLayout;
  readonly forgiving: boolean;
  /** Whether one thread is to read it all. */
  readonly whole?: boolean;
}

/**
 * Reads an export, packed or not, into a table: detects its encoding and dialect from a bounded sample, then
 * reads it once, and again only where it turns out that the bytes are in another encoding after all or that
 * quotation marks are astray. Throws a UserError for what cannot be read as a table of responses; whatever
 * the source throws passes through.
 */
export async function readTable(given: ByteSource, options: ReadOptions): Promise<Table> {
  const keep: ReadOptions['keep'] = (headings) => keepWriteIns(headings, options.keep(headings));
  const source = unpacked(given);
  try {
    return answerWriteIns(cellsWithoutEntities(await readExport(source, { ...options, keep })));
  } catch (error) {
    if (error instanceof UserError) await refuseDamaged(source);
    throw error;
  }
}

async function readExport(source: UnpackedSource, options: ReadOptions): Promise<Table> {
  const delimiter = options.delimiter === undefined ? undefined : namedDelimiter(options.delimiter);
  const platform = options.platform === undefined ? undefined : namedPlatform(options.platform);
  const named = options.encoding === undefined ? undefined : await namedEncoding(options.encoding);
  const sample = await readSample(source);
  if (sample.bytes.length === 0) throw emptyFile(source.name);
  const known = knownRows(options);
  const recognise = (rows: Rows) => recogniseRows(source.name, rows, platform, known);
  const { keep, duckdb, onRows = () => undefined } = options;
  if (isParquet(sample.bytes)) return readWithDuckdbOnly(source, { recognise, keep }, duckdb);
  refuseOtherKinds(source.name, sample.bytes);
  const detected = named ?? detectEncoding(sample);
  refuseFalseUtf16(source.name, detected, sample);
  const isDoubtful = named === undefined && detected === 'windows-1252';
  const { encoding, ...doubts } = isDoubtful
    ? encodingOfDamaged(await weighBytes(source.open()))
    : { encoding: detected };
  const text = await decodeSample(sample.bytes, encoding);
  refuseBinary(source.name, text);

  const dialect = detectDialect(text, sample.whole, delimiter);
  const table =
    (await tryDuckdb(source, { encoding, dialect, recognise, keep, onRows }, duckdb)) ??
    (await readAs(source, { encoding, doubts, dialect, recognise, forgiving: false }, options));
  return hasBareMissing(text, dialect.delimiter) ? { ...table, hasBareMissing: true } : table;
}

/** Reads with a plan; where that turns out wrong part-way, reads again from the start with the next one. */
async function readAs(source: UnpackedSource, plan: Plan, options: ReadOptions): Promise<Table> {
  const outcome = await pass(source, plan, options);
  if (outcome === 'stray-quote') return readAs(source, { ...plan, forgiving: true }, options);
  if (outcome === 'not-in-halves') return readAs(source, { ...plan, whole: true }, options);
  if (outcome !== 'undecodable') return outcome;
  const weights = await weighBytes(inUtf8(source.open(), plan.encoding));
  const [line = 1] = weights.stray.lines;
  if (options.encoding !== undefined) throw notEncoded(source.name, plan.encoding, line);
  const { encoding, ...doubts } =
    plan.encoding === 'utf-8'
      ? encodingOfDamaged(weights)
      : { ...plan.doubts, encoding: plan.encoding, undecoded: weights.stray };
  return readAs(source, { ...plan, encoding, doubts }, options);
}

async function pass(
  source: UnpackedSource,
  { encoding, doubts, dialect, recognise, forgiving, whole = false }: Plan,
  options: ReadOptions,
): Promise<Table | 'undecodable' | 'stray-quote' | 'not-in-halves'> {
  const isDamaged =
    doubts?.undecoded !== undefined || (encoding === 'utf-8' && doubts?.strayBytes !== undefined);
  const firstLine = dialect.sepLine === '' ? 1 : 2;
  const { keep, onRows, shared } = options;
  const table = tableBuilder(source.name, firstLine, keep, recognise);
  const isPlain = encoding === 'utf-8' && !isDamaged && !forgiving && source.packing() === 'none';
  const halves =
    shared !== undefined && isPlain && !whole ? halvesOf(shared, dialect, table.known) : undefined;

  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of source.open()) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      onRows?.(table.rows());
    }
  }

  async function* text(): AsyncGenerator<Buffer> {
    const utf8 = toUtf8(raw(), encoding, isDamaged);
    let skip = Buffer.byteLength(dialect.sepLine);
    for await (const chunk of withDosEndApart(halves?.first(utf8) ?? utf8)) {
      const rest = chunk.subarray(skip);
      skip -= chunk.length - rest.length;
      if (rest.length > 0) yield rest;
    }
  }

  const take = taker(source.name, dialect, table);
  try {
    const parsed = await parseRecords(watched(text(), table), dialect, forgiving, take);
    const second = halves?.second();
    if (parsed.kind === 'stray-quote') return 'stray-quote';
    if (parsed.kind === 'unclosed-quote') {
      if (second !== undefined) return 'not-in-halves';
      throw unclosedQuote(source.name, table.line(), parsed.column, table.headings());
    }
    if (second !== undefined) {
      const part = await second.part;
      if (part === undefined || !table.absorb(part)) return 'not-in-halves';
      // The other thread may have read on after this one had read it all.
      source.check?.();
    }
  } catch (error) {
    if (error instanceof Undecodable) return 'undecodable';
    throw error;
  } finally {
    await halves?.second()?.stop();
  }

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

function knownRows({ headerRows, ...known }: ReadOptions): KnownRows {
  return headerRows === undefined ? known : { ...known, headerRows: namedHeaderRows(headerRows) };
}
