import { expect, test } from 'vitest';
import { printsOf } from '../support/fingerprint.ts';
import { findSameWords } from '../../src/responses/alike/same-words.ts';
import type { Source } from '../../src/responses/questions/column-cells.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { describeNote, notesInWords } from '../../src/report/words/note-words.ts';
import { type Settings, type Rows, analyseTables } from '../support/survey.ts';

const definition = `
title: T
questions:
  - { id: area, kind: choice, column: Area }
  - { id: why, kind: text, column: Why }
  - { id: more, kind: text, column: More }
`;

const times = (count: number, why: string, more = ''): Rows =>
  Array.from({ length: count }, (_, nth) => [nth % 2 === 0 ? 'Town' : 'Village', why, more]);

async function notesOn(rows: Rows, settings?: Settings, text = definition) {
  const analysis = await analyseTables(text, [[['Area', 'Why', 'More'], ...rows]], settings);
  expect(analysis.campaigns).toEqual([]);
  return analysis.notes
    .filter(({ code }) => code === 'same-words')
    .map((note) => sentenceText(describeNote(note, analysis), 0));
}

const bus = 'Save the number 14 village bus service';

test('few words that five or more gave are no campaign, and it is said how many gave them', async () => {
  expect(
    await notesOn([
      ...times(2, 'Own words of one'),
      ...times(20, bus),
      ...times(1, 'SAVE the number 14 village bus service!'),
    ]),
  ).toEqual([
    '21 responses gave the same 7 words to “Why”, first in row 3 (line 4). So few words are not taken for a campaign: people may think of them by themselves. All of these are counted.',
  ]);
});

test('each question has its own, and other such texts of it are counted', async () => {
  const rows = [
    ...times(6, bus, 'Nothing else to add'),
    ...times(5, 'Do not close it'),
    ...times(4, 'Keep it as it is'),
  ];
  expect(await notesOn(rows)).toEqual([
    expect.stringContaining(
      '6 responses gave the same 7 words to “Why”, first in row 1 (line 2), and 1 other text of so few words came several times.',
    ),
    expect.stringContaining('6 responses gave the same 4 words to “More”'),
  ]);
  const analysis = await analyseTables(definition, [[['Area', 'Why', 'More'], ...rows]]);
  const together = notesInWords(analysis).map((note) => sentenceText(note, 0));
  expect(together).toContain(
    'The same few words came several times: 6 responses gave the same 7 words to “Why”, first in row 1 (line 2), and 1 other text of so few words came several times; 6 responses gave the same 4 words to “More”, first in row 1 (line 2). So few words are not taken for a campaign: people may think of them by themselves. All of these are counted.',
  );
});

test('what everybody writes is not mentioned, nor what fewer than five gave', async () => {
  expect(await notesOn([...times(30, 'No further comment'), ...times(4, bus), ...times(9, 'None')])).toEqual(
    [],
  );
});

test('of a group it is not said how many, unless small counts are shown', async () => {
  const where = { question: 'area', option: 'Town' };
  const rows = times(40, bus);
  expect(await notesOn(rows, { where })).toEqual([
    expect.stringContaining('Some gave the same few words as others to “Why”; how many is not shown.'),
  ]);
  expect(await notesOn(rows, { where }, `${definition}\nreport: { disclosure: none }`)).toEqual([
    expect.stringContaining('20 responses gave the same 7 words'),
  ]);
});

test('20,000 questions of free text take no longer than all their answers do', { timeout: 10_000 }, () => {
  const [questions, answers] = [20_000, 20];
  const columns = Array.from({ length: questions }, (_, nth) =>
    Int32Array.from({ length: answers }, (__, record) => nth * answers + record),
  );
  const items = columns.map((_, nth) => ({ question: `q${nth}`, item: `q${nth}` }));
  const prints = printsOf(Array.from({ length: questions * answers }, (_, nth) => `word${nth}`));
  const records = {} as Source['records'];
  const found = findSameWords(
    { columns, items, prints, isLong: new Uint8Array(prints.runs.length) },
    { records, exports: [], removed: new Uint8Array() },
  );
  expect(found).toEqual([]);
});
