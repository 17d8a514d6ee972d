import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { TablePart } from '../../intake/columns/table-builder.ts';
import { type HalfPlan, type SharedFile, readSecondHalf } from '../../intake/halves.ts';
import type { Io } from '../io.ts';
import { chunksOf } from './files.ts';

/**
 * A file is to have so many bytes before another thread reads half of it: to start one takes as long as to
 * read some megabytes.
 */
const leastBytes = 16_000_000;

/** Megabytes of what is new in the other thread. */
const youngMegabytes = 16;

/** What the other thread is told. */
interface Half {
  readonly file: string;
  readonly from: number;
  readonly plan: HalfPlan;
}

/** A large file of which another thread may read half; undefined where there is nothing to gain, or no other thread. */
export function sharedFile(name: string, bytes: number, { cwd, secondThread }: Io): SharedFile | undefined {
  if (secondThread === undefined || bytes < leastBytes || availableParallelism() < 2) return undefined;
  const file = path.resolve(cwd, name);
  return {
    bytes,
    peek(from) {
      const [first = Buffer.alloc(0)] = chunksOf(file, name, from);
      return first;
    },
    readFrom(from, plan) {
      const half: Half = { file, from, plan };
      const starting = import('node:worker_threads').then(
        (threads) =>
          new threads.Worker(secondThread, {
            workerData: half,
            resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
          }),
      );
      const part = starting.then(handedOver);
      return { part, stop: async () => void (await (await starting).terminate()) };
    },
  };
}

/**
 * What a thread hands over, once its memory is free; nothing where it could not: whatever goes wrong there is
 * met again by who reads the whole, and said.
 */
async function handedOver(thread: Worker): Promise<TablePart | undefined> {
  let part: TablePart | undefined;
  thread.once('message', (read: TablePart | undefined) => {
    part = read;
    void thread.terminate();
  });
  thread.once('error', () => undefined);
  await new Promise((resolve) => void thread.once('exit', resolve));
  return part;
}

/** Reads half a file in the thread that was started for it, and hands over what it holds. */
export async function readHalfHere(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  const { file, from, plan } = workerData as Half;
  const part = await readSecondHalf(chunksOf(file, file, from), plan);
  parentPort?.postMessage(part, [...memoryOf(part)]);
}

/** The memory of all numbers in a value, which is handed over and not copied. */
function memoryOf(value: unknown): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) return new Set([value.buffer as ArrayBuffer]);
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return new Set(parts.flatMap((part) => [...memoryOf(part)]));
}
