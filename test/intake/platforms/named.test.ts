import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platforms } from '../../../src/intake/platforms/registry.ts';
import { read } from '../source.ts';
import { fileOf, plainFiles, readFixture } from './fixtures.ts';

describe('the platform that a user names', () => {
  const files = Object.keys(platforms)
    .filter((name) => name !== 'generic')
    .map(fileOf)
    .concat(plainFiles.slice(-2));

  test.each(Object.keys(platforms))(
    '%s is taken, whatever the file, and keeps every column',
    async (platform) => {
      for (const file of files) {
        const [own, named] = [await readFixture(file), await readFixture(file, platform)];
        expect(named.layout).toMatchObject({ platform, recognisedBy: 'the name given' });
        expect(named.layout.headings.length, file).toBeGreaterThanOrEqual(1);
        expect(named.rows, file).toBeGreaterThan(0);
        expect(named.rows + named.layout.headerRows, file).toBeGreaterThanOrEqual(own.rows);
      }
    },
  );

  test.each(['Microsoft Forms', 'GOV.UK Forms', 'gov-uk forms', 'SURVEYMONKEY'])(
    'may be spelt %s',
    async (name) => {
      const { layout } = await read('A,B\n1,2\n', { platform: name });
      expect(layout.platform).toBe(name.toLowerCase().replace(/[^a-z]/gu, ''));
    },
  );

  test('is refused where there is none of that name, with all that there are', async () => {
    await expect(read('A\n1\n', { platform: 'Snap' })).rejects.toMatchObject({
      message: '"Snap" is not a survey platform.',
      hint: `It can be ${Object.keys(platforms).join(', ')}.`,
    });
  });
});

const cell = fc.constantFrom(
  '',
  ' ',
  'A',
  'A - B',
  'A [B]',
  'B:A',
  'Response',
  'UserID',
  '#',
  'q0001_0001',
  'Q1',
  '1',
);
const rows = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .filter((some) => some.every((row) => row.some((one) => one.trim() !== '')));

test.each(Object.entries(platforms))('%s lays out any rows', (_, { layOut, recognise }) => {
  fc.assert(
    fc.property(rows, (some) => {
      const { headerRows, headings } = layOut(some);
      expect(typeof recognise(some)).toMatch(/^(?:string|undefined)$/u);
      expect(headerRows).toBeGreaterThanOrEqual(1);
      expect(headerRows).toBeLessThanOrEqual(some.length);
      expect(headings.length).toBeGreaterThanOrEqual(
        Math.max(...some.slice(0, headerRows).map((row) => row.length)),
      );
      for (const { part } of headings) expect(part?.trim()).not.toBe('');
    }),
  );
});
