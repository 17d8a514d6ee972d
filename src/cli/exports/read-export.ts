import { type ReadOptions, readTable } from '../../intake/read-table.ts';
import type { Table } from '../../intake/table.ts';
import { type EngineOptions, duckdbUse } from './engine.ts';
import { byteSource, bytesOf } from './files.ts';
import type { Io } from '../io.ts';
import { hold } from '../let-go.ts';
import { say } from '../outcome.ts';
import { watchReading } from './progress.ts';
import { sharedFile } from './second-thread.ts';

/** How the user wants exports to be read, where that is not to be detected. */
export interface ReadingOptions extends EngineOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly platform?: string;
  readonly headerRows?: string;
  /** Show no progress. */
  readonly quiet?: boolean;
}

/** An export that is to be read, alone or after others. */
export interface ExportToRead {
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** What results and messages call it. */
  readonly shown: string;
  /** When the first of several was begun, by the clock of `Io`, and how many bytes all have. */
  readonly since?: number;
  readonly allBytes?: number;
}

/** Reads one export and shows how far that is. */
export async function readExport(
  { file, shown, since, allBytes }: ExportToRead,
  { encoding, delimiter, platform, headerRows, quiet = false, ...engine }: ReadingOptions,
  asked: Pick<ReadOptions, 'keep' | 'isResponse' | 'patternHeaders' | 'isNamed'>,
  io: Io,
): Promise<Table> {
  const bytes = bytesOf(file, io);
  const progress = watchReading(byteSource(file, shown, io), bytes, quiet, io, since);
  const duckdb = duckdbUse(engine, { bytes, allBytes: allBytes ?? bytes }, (why) => {
    progress.clear();
    say(`note: ${shown} is read by csv-parse, which takes longer: ${why}.`, io);
  });
  const shared = sharedFile(file, bytes, io);
  const done = hold(async () => progress.clear());
  try {
    return await readTable(progress.source, {
      ...(encoding !== undefined && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(platform !== undefined && { platform }),
      ...(headerRows !== undefined && { headerRows }),
      ...(duckdb && { duckdb }),
      ...(shared && { shared: progress.shared(shared) }),
      ...asked,
      onRows: progress.onRows,
    });
  } finally {
    progress.clear();
    await done();
  }
}
