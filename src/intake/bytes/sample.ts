import type { ByteSource } from '../table.ts';

/** The start of a source, which is all that detection looks at. */
export interface Sample {
  readonly bytes: Buffer;
  /** Whether that is the whole of it. */
  readonly whole: boolean;
}

const SAMPLE_BYTES = 64 * 1024;

/** Reads the first 64 KiB of a source and leaves the rest unread. */
export async function readSample(source: ByteSource): Promise<Sample> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > SAMPLE_BYTES) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, SAMPLE_BYTES), whole: size <= SAMPLE_BYTES };
}
