import { expect, test } from 'vitest';
import { compareRows } from '../../src/responses/respondents/compare-rows.ts';
import { type Rows as Table, exportsOf } from '../support/survey.ts';

const definition = `
title: T
respondent: { id: Id, status: { column: Status, complete: [Done] } }
questions:
  - { id: view, kind: choice, column: View }
  - { id: more, kind: text, column: More }`;

const head = ['Id', 'Status', 'View', 'More'];
const compare = async (a: Table, b: Table, survey = definition) =>
  compareRows(await exportsOf(survey, [[head, ...a]]), await exportsOf(survey, [[head, ...b]]));

test('rows are found again by their ids, wherever they stand', async () => {
  const changes = await compare(
    [
      ['1', 'Done', 'Agree', ''],
      ['2', 'Done', 'Agree', ''],
      ['3', 'Done', 'Disagree', ''],
    ],
    [
      ['3', 'Done', 'Agree', ''],
      ['4', 'Done', 'Agree', ''],
      [' 1', 'Done', 'agree ', ''],
    ],
  );
  expect(changes).toEqual({
    added: 1,
    removed: 1,
    changed: 1,
    same: 1,
    withoutId: { a: 0, b: 0 },
    reordered: 0,
    parts: [{ kind: 'question', name: 'view', rows: 1 }],
  });
});

test('a row may be changed in several things, of a text in its words', async () => {
  const changes = await compare(
    [
      ['1', 'Partial', '', ''],
      ['2', 'Done', 'Agree', 'some words'],
    ],
    [
      ['1', 'Done', 'Agree', 'now'],
      ['2', 'Done', 'Agree', 'Some words!'],
    ],
  );
  expect(changes).toMatchObject({ changed: 1, same: 1 });
  expect(changes?.parts).toEqual([
    { kind: 'question', name: 'view', rows: 1 },
    { kind: 'question', name: 'more', rows: 1 },
    { kind: 'respondent', name: 'status', rows: 1 },
  ]);
});

test('a repeated id is one more row, and rows without an id are counted apart', async () => {
  const changes = await compare(
    [
      ['1', 'Done', 'Agree', ''],
      ['', 'Done', 'Agree', ''],
    ],
    [
      ['1', 'Done', 'Agree', ''],
      ['1', 'Done', 'Agree', ''],
    ],
  );
  expect(changes).toMatchObject({ added: 1, removed: 0, changed: 0, same: 1, withoutId: { a: 1, b: 0 } });
});

test('without a column of ids nobody can tell', async () => {
  const survey = '{ title: T, questions: [{ id: view, kind: choice, column: View }] }';
  expect(await compare([['1', 'Done', 'Agree', '']], [['1', 'Done', 'Agree', '']], survey)).toBeUndefined();
});

test('rows of a repeated id in another order are the same rows, and where the first counts that is said', async () => {
  const rows = [
    ['1', 'Done', 'Agree', ''],
    ['2', 'Done', 'Agree', ''],
    ['1', 'Done', 'Disagree', ''],
  ];
  const sorted = rows.toReversed();
  const once = definition.replace('title: T', 'title: T\nexclude: [duplicate]');
  expect(await compare(rows, sorted, once)).toMatchObject({ changed: 0, same: 3, reordered: 1, parts: [] });
  expect(await compare(rows, sorted)).toMatchObject({ changed: 0, same: 3, reordered: 0 });
});
