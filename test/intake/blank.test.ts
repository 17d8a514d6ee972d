import { expect, test } from 'vitest';
import { cellsOf, read } from './source.ts';
import { tidy } from '../../src/intake/blank.ts';

test('HTML for how words look is no part of a label, unless there is nothing else', () => {
  expect(['<b>Bus</b>', 'Bus<br>or tram', '<b>', ' <i> '].map(tidy)).toEqual([
    'Bus',
    'Bus or tram',
    '<b>',
    '<i>',
  ]);
});

test('a field with formatting that nobody wrote in is no reply', async () => {
  const empty = ['<p></p>', '<p><br></p>', '<div class="x">&nbsp;</div>', '&nbsp;', '<BR/>'];
  const table = await read(
    ['Id|More', ...[...empty, '<p>Fine</p>', '<b>', '<none>'].map((cell, nth) => `${nth}|${cell}`)].join(
      '\n',
    ),
  );
  expect(cellsOf(table).map(([, cell]) => cell)).toEqual([
    ...empty.map(() => ''),
    '<p>Fine</p>',
    '<b>',
    '<none>',
  ]);
});
