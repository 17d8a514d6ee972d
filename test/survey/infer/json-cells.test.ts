import { expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.ts';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { infer, inferColumn, repeated } from '../../support/infer.ts';
import { collect, countsOf, itemOf } from '../../support/survey.ts';

const lists = repeated({
  '["Parks","Roads, paths"]': 6,
  '["Roads, paths"]': 4,
  '["Libraries","Parks"]': 5,
  '[]': 3,
});

test('lists of answers as programs write them are several answers, and a comma within one belongs to it', async () => {
  const rows = [['Response ID', 'Which do you use?'], ...lists.map((cell, row) => [`R${row}`, cell])];
  const inference = await infer(rows);
  expect(inference.questions[0]?.question).toMatchObject({
    kind: 'multiple',
    options: ['Parks', 'Roads, paths', 'Libraries'],
  });
  const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
  const item = itemOf(analyse(responses), String(inference.questions[0]?.question.id));
  expect(countsOf(item)).toEqual([
    ['Parks', 11],
    ['Roads, paths', 10],
    ['Libraries', 5],
  ]);
  expect(item.states.blank).toBe(3);
});

test('such lists with semicolons, as beside commas that divide cells, are several answers too', async () => {
  const cells = repeated({
    "['oxen' ;  'cows' ;  'goats']": 6,
    "['oxen' ;  'cows']": 4,
    "['goats']": 3,
    "['none']": 5,
    "['cows';'hens']": 2,
  });
  const rows = [['Response ID', 'What do you own?'], ...cells.map((cell, row) => [`R${row}`, cell])];
  const inference = await infer(rows);
  const responses = await collect(JSON.stringify(definitionOf(inference)), [rows]);
  expect(countsOf(itemOf(analyse(responses), String(inference.questions[0]?.question.id)))).toEqual([
    ['cows', 12],
    ['oxen', 10],
    ['goats', 9],
    ['none', 5],
    ['hens', 2],
  ]);
});

test('objects are no options, however often their parts are the same', async () => {
  const cells = Array.from({ length: 30 }, (_, n) => `{"cost":${n % 3},"speed":${n % 2},"reach":${n % 4}}`);
  expect((await inferColumn('How do these compare?', cells))?.question.kind).toBe('text');
});

test.each([
  { '<EMAIL REMOVED>': 30 },
  { '[redacted]': 20, 'ask my son': 1 },
  { xxx: 9, 'someone else': 1 },
  { '***': 9 },
  { 'Name withheld': 12 },
])('what was taken out is no option: %j', async (counts) => {
  expect((await inferColumn('Who told you about it?', repeated(counts)))?.question.kind).toBe('text');
});

test('what says that something was removed is an option', async () => {
  const cells = repeated({ Removed: 20, Kept: 12 });
  expect((await inferColumn('Should the bollards be kept?', cells))?.question.kind).toBe('choice');
});
