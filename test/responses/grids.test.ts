import { expect, test } from 'vitest';
import { analyseTables, countsOf, itemOf } from '../support/survey.ts';

const often = `{ title: T, questions: [{ id: often, kind: choice, text: How often?, items: [
  { id: bus, column: Bus }, { id: bike, column: Bike, label: Bicycle } ] }] }`;

test('the items of a choice share their options, in one order over all of them', async () => {
  const analysis = await analyseTables(often, [
    [
      ['Bus', 'Bike'],
      ['Never', 'Daily'],
      ['Never', 'Daily'],
      ['Weekly', 'Daily'],
      ['', 'daily'],
    ],
  ]);
  expect(analysis.questions[0]).toMatchObject({
    text: 'How often?',
    items: [{ label: 'Bus' }, { label: 'Bicycle' }],
  });
  expect(countsOf(itemOf(analysis, 'often', 'bus'))).toEqual([
    ['Daily', 0],
    ['Never', 2],
    ['Weekly', 1],
  ]);
  expect(countsOf(itemOf(analysis, 'often', 'bike'))).toEqual([
    ['Daily', 4],
    ['Never', 0],
    ['Weekly', 0],
  ]);
  expect(itemOf(analysis, 'often', 'bus').options[1]?.figure).toMatchObject({
    id: 'often.bus.never',
    base: 3,
  });
});

test('the items of a number question and of free text are each answered or blank by themselves', async () => {
  const analysis = await analyseTables(
    `{ title: T, questions: [
      { id: visits, kind: number, items: [{ id: parks, column: Parks }, { id: pools, column: Pools }] },
      { id: why, kind: text, items: [{ id: one, column: First reason }, { id: two, column: Second reason }] } ] }`,
    [
      [
        ['Parks', 'Pools', 'First reason', 'Second reason'],
        ['2', '10', 'Near', ''],
        ['4', '', 'Free', 'Quiet'],
      ],
    ],
  );
  expect(itemOf(analysis, 'visits', 'parks').numbers).toMatchObject({ n: 2, mean: 3 });
  expect(itemOf(analysis, 'visits', 'pools').numbers).toMatchObject({ n: 1, mean: 10 });
  expect(itemOf(analysis, 'why', 'two').states).toMatchObject({ option: 1, blank: 1 });
});
