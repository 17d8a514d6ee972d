import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import type { QuestionAnalysis } from '../../../src/analysis/analysis.ts';
import { tidy } from '../../../src/intake/blank.ts';
import { collectResponses } from '../../../src/responses/collect.ts';
import { claimColumns } from '../../../src/survey/columns/claims.ts';
import { nameColumns } from '../../../src/survey/columns/find-column.ts';
import { loadDefinition } from '../../../src/survey/definition/load-definition.ts';
import { read, write as csv } from '../source.ts';
import { type Asked, labels, other, write } from './export-writer.ts';
import { writers } from './writers.ts';

const someWords = [
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
  .array(fc.constantFrom(...someWords), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));

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
    fc.record({
      kind: fc.constant('number' as const),
      text: phrase,
      answers: answers(fc.integer({ min: 2, max: 90 }).map(String)),
    }),
    fc
      .tuple(phrase, parts)
      .chain(([text, rows]) =>
        fc
          .tuple(...rows.map(() => answers(label)))
          .map((said): Asked => ({ kind: 'grid', text, parts: rows, answers: said })),
      ),
    fc.tuple(phrase, parts).chain(([text, options]) =>
      fc
        .tuple(
          fc.option(answers(fc.constantFrom('a tandem', 'what my aunt says', 'Rollers')), { nil: undefined }),
          ...options.map(() => fc.array(fc.boolean(), { minLength: size - 1, maxLength: size - 1 })),
        )
        // Somebody ticks everything, and writes something: what nobody ticked leaves no trace in some layouts.
        .map(([words, ...ticks]): Asked => ({
          kind: 'several',
          text,
          parts: options,
          ticks: ticks.map((some) => [true, ...some]),
          ...(words === undefined ? {} : { words: ['Rollers', ...words.slice(1)] }),
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

/** The definition of what was asked, with the columns under the names that the export has. */
function definitionFor(asked: readonly Asked[], columns: readonly (readonly string[])[], separator = ';') {
  const questions = asked.map((one, nth) => {
    const [id, all] = [`q${nth}`, columns[nth] ?? []];
    const [column = ''] = all;
    const isWhole = all.length === 1;
    switch (one.kind) {
      case 'single':
        return { id, kind: 'choice', ...(isWhole ? { column } : { columns: all }) };
      case 'grid': {
        const width = all.length / one.parts.length;
        const items = one.parts.map((_, item) => {
          const own = all.slice(item * width, (item + 1) * width);
          return { id: `i${item}`, ...(width > 1 ? { columns: own } : { column: own[0] ?? '' }) };
        });
        return { id, kind: 'choice', ...(width > 1 ? { options: labels } : {}), items };
      }
      case 'several':
        return isWhole
          ? { id, kind: 'multiple', column, separator, options: one.parts }
          : { id, kind: 'multiple', columns: all.slice(-optionsOf(one).length), options: optionsOf(one) };
      default:
        return { id, kind: one.kind, column };
    }
  });
  return JSON.stringify({ title: 'T', report: { base: 'all' }, questions });
}

const optionsOf = ({ parts, words }: Extract<Asked, { kind: 'several' }>): readonly string[] =>
  words === undefined ? parts : [...parts, other];

/** How often each answer was given to each part of a question, counted from what was asked. */
function countsOfAsked(asked: Asked): Record<string, number>[] {
  const tally = (answers: readonly (string | undefined)[]) => {
    const counts: Record<string, number> = {};
    for (const answer of answers) if (answer !== undefined) counts[answer] = (counts[answer] ?? 0) + 1;
    return counts;
  };
  switch (asked.kind) {
    case 'single':
      return [tally(asked.answers)];
    case 'grid':
      return asked.answers.map(tally);
    case 'several': {
      const own = (asked.words ?? []).filter((said) => said !== undefined).length;
      return [
        {
          ...Object.fromEntries(
            asked.parts.map((part, nth) => [tidy(part), asked.ticks[nth]?.filter(Boolean).length ?? 0]),
          ),
          ...(own > 0 ? { Other: own } : {}),
        },
      ];
    }
    default: {
      const given = asked.answers.filter((answer) => answer !== undefined);
      const sum = given.reduce((total, answer) => total + Number(answer), 0);
      return [asked.kind === 'text' ? { given: given.length } : { given: given.length, sum }];
    }
  }
}

function countsOfRead({ kind, items }: QuestionAnalysis<number>): Record<string, number>[] {
  return items.map(({ options, states, numbers }) => {
    if (kind === 'text') return { given: states.option };
    if (kind === 'number')
      return { given: states.option, sum: Math.round((numbers?.mean ?? 0) * states.option) };
    return Object.fromEntries(
      options.flatMap(({ label, figure }) =>
        figure.count > 0 ? [[label === other ? 'Other' : label, figure.count] as const] : [],
      ),
    );
  });
}

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

  test.each(Object.entries(writers))('%s comes to the counts of what was answered', async (_, writer) => {
    await fc.assert(
      fc.asyncProperty(surveys, async ({ size, asked }) => {
        const written = write(writer, asked, size);
        const table = await read(csv(written.rows, format));
        const { headings, separator } = table.layout;
        const names = nameColumns(headings);
        const columns = written.columns.map((all) => all.map((column) => names[column] ?? ''));
        const defined = loadDefinition(
          definitionFor(asked, columns, separator ?? joinedBy[writer.platform]),
          'survey.json',
        );
        const claims = claimColumns(defined, headings, table.file);
        const { questions } = analyse(collectResponses(defined, [{ table, claims }]));
        expect(questions.map(countsOfRead)).toEqual(asked.map(countsOfAsked));
      }),
      { numRuns: 60 },
    );
  });
});

/** What stands between answers where the layout does not say. */
const joinedBy: Readonly<Record<string, string>> = {
  qualtrics: ',',
  jisc: ',',
  googleforms: ', ',
  govukforms: ', ',
  jotform: '\n',
};
