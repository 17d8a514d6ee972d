import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckdbUse } from '../intake/choose-engine.ts';
import { UserError } from '../intake/user-error.ts';

/** Who reads exports, and in how much memory. */
export interface EngineOptions {
  readonly engine?: 'auto' | 'csv' | 'duckdb';
  /** 500MB or 2GB. */
  readonly memory?: string;
}

/** How much memory DuckDB takes before it goes on on disk. */
const usualMemory = '1GB';

/** Whether DuckDB may read a file of so many bytes. */
export function duckdbUse(
  { engine = 'auto', memory = usualMemory }: EngineOptions,
  bytes: number,
  onFallback: DuckdbUse['onFallback'],
): DuckdbUse | undefined {
  const size = /^(\d+)\s*([MG])B?$/iu.exec(memory.trim());
  if (size === null)
    throw new UserError(`"${memory}" is no amount of memory.`, 'Write --memory 500MB or --memory 2GB.');
  if (engine === 'csv') return undefined;
  return {
    engine,
    limits: {
      memory: `${size[1]}${size[2]?.toUpperCase()}B`,
      folder: path.join(tmpdir(), `soundings-${process.pid}`),
    },
    bytes,
    onFallback,
  };
}
