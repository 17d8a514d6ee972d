import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacked as unpackedSource } from '../../src/intake/bytes/unpack.ts';
import { cellsOf, file, read } from './source.ts';

const plain = Buffer.from('Id,View\nR1,Agree\nR2,Disagree\n');
const packed = {
  gzip: gzipSync(plain),
  // By `zstd --check`.
  zstd: Buffer.from('KLUv/QRY6QAASWQsVmlldwpSMSxBZ3JlZQpSMixEaXNhZ3JlZQpgG3yQ', 'base64'),
};
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.entries(packed))('a file packed with %s', (_, bytes) => {
  test.each([1, 2, 7, 65_536])('is read as what is in it, in chunks of %i bytes', async (chunk) => {
    const { contentSha256, sha256, ...table } = await read(bytes, {}, chunk);
    const { sha256: hash, ...expected } = await read(plain);
    expect(table).toEqual(expected);
    expect([sha256, contentSha256, hash]).toEqual([hashOf(bytes), hashOf(plain), hashOf(plain)]);
  });

  test('may be several packed files one after the other', async () => {
    expect(cellsOf(await read(Buffer.concat([bytes, bytes])))).toEqual([
      ['R1', 'Agree'],
      ['R2', 'Disagree'],
      ['R1', 'Agree'],
      ['R2', 'Disagree'],
    ]);
  });

  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(bytes.readUInt8(24) ^ 1, 24);
  test.each([
    ['is cut off', bytes.subarray(0, -1)],
    ['is cut off early', bytes.subarray(0, 12)],
    ['has other bytes at its end', Buffer.concat([bytes, Buffer.from('and more')])],
    ['has one bit that is wrong', flipped],
  ])('is refused where it %s', async (_how, damaged) => {
    await expect(read(damaged)).rejects.toThrow(
      'responses.csv is damaged: it is compressed, and cannot be unpacked to its end.',
    );
  });

  test('is refused for its damage, not for what that made of its content', async () => {
    const torn = gzipSync(`Id,View\nR1,"Agree\n${'R2,Disagree\n'.repeat(20_000)}`);
    torn.writeUInt8(torn.readUInt8(torn.length - 8) ^ 1, torn.length - 8);
    await expect(read(torn)).rejects.toThrow('responses.csv is damaged');
  });

  test('is refused where there is nothing in it', async () => {
    await expect(read(gzipSync(''))).rejects.toThrow('responses.csv is empty.');
  });
});

test('of a packed archive it is said what it is', async () => {
  const archive = Buffer.alloc(1024);
  archive.write('responses.csv');
  archive.write('ustar', 257);
  await expect(read(gzipSync(archive))).rejects.toThrow('responses.csv is an archive (tar), not a CSV file.');
});

test.each(Object.entries(packed))(
  '%s is unpacked while it is read, not when all of it has been',
  async (_, bytes) => {
    const all = Buffer.concat(Array.from({ length: 1000 }, () => bytes));
    const source = file(all, 5_000);
    let taken = 0;
    async function* open() {
      for await (const chunk of source.open()) {
        taken += chunk.length;
        yield chunk;
      }
    }
    for await (const chunk of unpackedSource({ ...source, open }).open()) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(taken).toBeLessThan(all.length);
  },
);
