import { expect, test } from 'vitest';
import { inferColumn, repeated } from '../../support/infer.ts';

test.each([
  { '["Parks","Roads, paths"]': 6, '["Roads, paths"]': 4, '[]': 3 },
  { "['Parks', \"Children's centres\"]": 6, "['Roads, paths']": 4, '[]': 3 },
])('lists that a program wrote are no options, and it is doubtful what they are: %j', async (counts) => {
  const guess = await inferColumn('Which do you use?', repeated(counts));
  expect(guess?.question.kind).toBe('text');
  expect(guess?.ground).toContain('JSON');
  expect(guess?.certainty).toBe('doubtful');
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
