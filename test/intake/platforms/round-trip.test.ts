import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidy } from '../../../src/intake/blank.ts';
import { read, write as csv } from '../source.ts';
import { type Asked, write } from './export-writer.ts';
import { writers } from './writers.ts';

const words = [
  'library',
  'the park',
  'buses, trams',
  'a “new” plan',
  '20 mph',
  'bins;  lids',
  'café',
  'on Sundays',
];
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));
const labels = ['Agree', 'Disagree', 'Neither agree nor disagree', 'N/A', 'Don’t know'];

/** Questions, parts and options are told apart by their numbers: what two of one name make is tested elsewhere. */
function survey(size: number): fc.Arbitrary<Asked[]> {
  const answers = (from: fc.Arbitrary<string>) =>
    fc.array(fc.option(from, { nil: undefined }), { minLength: size, maxLength: size });
  const parts = fc
    .array(phrase, { minLength: 2, maxLength: 4 })
    .map((some) => some.map((part, nth) => `${part} ${nth + 1}`));
  const label = fc.constantFrom(...labels);
  const asked = fc.oneof(
    fc.record({ kind: fc.constant('single' as const), text: phrase, answers: answers(label) }),
    fc.record({ kind: fc.constant('text' as const), text: phrase, answers: answers(fc.lorem()) }),
    fc
      .tuple(phrase, parts)
      .chain(([text, rows]) =>
        fc
          .tuple(...rows.map(() => answers(label)))
          .map((said): Asked => ({ kind: 'grid', text, parts: rows, answers: said })),
      ),
    fc.tuple(phrase, parts).chain(([text, options]) =>
      fc
        .tuple(...options.map(() => fc.array(fc.boolean(), { minLength: size - 1, maxLength: size - 1 })))
        // Somebody ticks everything: an option that nobody ticked leaves no trace in some layouts.
        .map((ticks): Asked => ({
          kind: 'several',
          text,
          parts: options,
          ticks: ticks.map((some) => [true, ...some]),
        })),
    ),
  );
  return fc
    .array(asked, { minLength: 3, maxLength: 6 })
    .map((some) => some.map((one, index): Asked => ({ ...one, text: `${index + 1}th of ${one.text}?` })));
}

const surveys = fc
  .integer({ min: 2, max: 6 })
  .chain((size) => fc.record({ size: fc.constant(size), asked: survey(size) }));
const format = { delimiter: ',', lineEnd: '\r\n', encoding: 'utf-8', mark: false };

describe('what is written as', () => {
  test.each(Object.entries(writers))(
    '%s is read as the questions, parts and answers that were asked',
    async (_, writer) => {
      await fc.assert(
        fc.asyncProperty(surveys, async ({ size, asked }) => {
          const written = write(writer, asked, size);
          const table = await read(csv(written.rows, format));
          expect(table.layout.platform).toBe(writer.platform);
          expect(table.rows).toBe(size);
          for (const [column, expected] of written.read.entries()) {
            if (expected === undefined) continue;
            const { question, part } = table.layout.headings[column] ?? {};
            const { values = [], codes = [] } = table.columns.get(column) ?? {};
            const cells = Array.from(codes, (code) => values[code]);
            expect({ question, part, cells }).toEqual({
              question: tidy(expected.question),
              part: expected.part === undefined ? undefined : tidy(expected.part),
              cells: expected.cells,
            });
          }
        }),
        { numRuns: 100 },
      );
    },
  );
});
