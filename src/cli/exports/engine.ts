import { rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckdbUse } from '../../intake/choose-engine.ts';
import { UserError } from '../../intake/user-error.ts';
import { hold } from '../let-go.ts';

/** Who reads exports, and in how much memory. */
export interface EngineOptions {
  readonly engine?: 'auto' | 'csv' | 'duckdb';
  /** 500MB or 2GB. */
  readonly memory?: string;
}

/** How much memory DuckDB takes before it goes on on disk. */
const usualMemory = '300MB';

/** How many threads DuckDB may read in at most, and how many megabytes each of them needs to read. */
const [mostThreads, perThread] = [4, 100];

/** Whether DuckDB may read a file of so many bytes, one of several that have so many together. */
export function duckdbUse(
  { engine = 'auto', memory = usualMemory }: EngineOptions,
  { bytes, allBytes }: Required<Pick<DuckdbUse, 'bytes' | 'allBytes'>>,
  onFallback: DuckdbUse['onFallback'],
): DuckdbUse | undefined {
  const size = /^0*([1-9]\d*)\s*([MG])B?$/iu.exec(memory.trim());
  if (size === null)
    throw new UserError(`"${memory}" is no amount of memory.`, 'Write --memory 500MB or --memory 2GB.');
  if (engine === 'csv') return undefined;
  const megabytes = Number(size[1]) * (/^g$/iu.test(size[2] ?? '') ? 1000 : 1);
  return {
    engine,
    limits: {
      megabytes,
      threads: Math.max(1, Math.min(mostThreads, availableParallelism(), Math.floor(megabytes / perThread))),
      folder: spillFolder(),
      onOpen: hold,
    },
    bytes,
    allBytes,
    onFallback,
  };
}

let spill: string | undefined;

/** Where DuckDB puts what does not fit into memory, comments among it: gone when the process ends, however it does. */
function spillFolder(): string {
  if (spill !== undefined) return spill;
  const folder = path.join(tmpdir(), `soundings-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  spill = folder;
  return folder;
}
