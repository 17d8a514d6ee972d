import { decodeSample, inUtf8 } from './bytes/decode.ts';
import { detectEncoding, encodingOfDamaged, namedEncoding, refuseFalseUtf16 } from './bytes/encoding.ts';
import { isParquet, refuseBinary, refuseOtherKinds } from './bytes/not-text.ts';
import { readSample } from './bytes/sample.ts';
import { type UnpackedSource, refuseDamaged, unpacked } from './bytes/unpack.ts';
import { weighBytes } from './bytes/weigh-bytes.ts';
import { type DuckdbUse, readWithDuckdbOnly, tryDuckdb } from './choose-engine.ts';
import { hasBareMissing } from './columns/bare-missing.ts';
import { cellsWithoutEntities } from './columns/entities.ts';
import { answerWriteIns, keepWriteIns } from './columns/write-ins.ts';
import { namedHeaderRows } from './headers/header-rows.ts';
import type { Rows } from './headers/layout.ts';
import { namedPlatform } from './headers/recognise.ts';
import { type KnownRows, recogniseRows } from './headers/recognise-rows.ts';
import { type PassOptions, type Plan, pass } from './one-pass.ts';
import { detectDialect, namedDelimiter } from './records/dialect.ts';
import { emptyFile, notEncoded } from './refusals.ts';
import type { ByteSource, Table } from './table.ts';
import { UserError } from './user-error.ts';

export interface ReadOptions extends Omit<KnownRows, 'headerRows'>, PassOptions {
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
  /** Whether DuckDB may read it, in place of csv-parse; without it, it may not. */
  readonly duckdb?: DuckdbUse;
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

function knownRows({ headerRows, ...known }: ReadOptions): KnownRows {
  return headerRows === undefined ? known : { ...known, headerRows: namedHeaderRows(headerRows) };
}
