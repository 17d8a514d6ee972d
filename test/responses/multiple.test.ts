import { expect, test } from 'vitest';
import { analyseColumn, analyseTables, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

const heard = 'kind: multiple, options: [Email, "Letter, leaflet", Letter, "Email, work"], separator: ","';

test('where options hold the separator the longest option wins', async () => {
  const item = await analyseColumn(heard, ['Letter, leaflet', 'Letter, Email, work', 'Email,Letter']);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter, leaflet', 1],
    ['Letter', 2],
    ['Email, work', 1],
  ]);
});

test('an option that is twice in a cell is counted once', async () => {
  const item = await analyseColumn('kind: multiple', ['Email;email ; Email;', 'Email']);
  expect(countsOf(item)).toEqual([['Email', 2]]);
  expect(item.states.option).toBe(2);
});

test('separators at the ends and next to each other are no answer', async () => {
  const item = await analyseColumn('kind: multiple', ['Email;', ';;Letter;;', ';', ' ; ', '']);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter', 1],
  ]);
  expect(item.states).toEqual({ option: 2, outside: 0, blank: 3, notAsked: 0, invalid: 0 });
});

test('what is no option is a write-in, counted once a respondent as Other', async () => {
  const item = await analyseColumn('kind: multiple, options: [Email, Letter]', [
    'Email;a bus;a poster',
    'a bus',
  ]);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter', 0],
    ['Other', 2],
  ]);
  expect(item.base.count).toBe(2);
});

test('write-ins are counted as the option that asks for them', async () => {
  for (const other of [
    'Other',
    'Other (please specify)',
    'Other - please state',
    'Other, specify:',
    'OTHER…',
  ]) {
    const question = `kind: multiple, options: [Email, "${other}"]`;
    const item = await analyseColumn(question, ['Email;a bus', `${other};a poster`, 'a train']);
    expect(countsOf(item)).toEqual([
      ['Email', 1],
      [other, 3],
    ]);
  }
});

test('an option that only begins with "other" takes no write-ins', async () => {
  const question = 'kind: multiple, options: [Parent, Other family member, Other]';
  const item = await analyseColumn(question, ['Parent;a neighbour', 'Other family member']);
  expect(countsOf(item)).toEqual([
    ['Parent', 1],
    ['Other family member', 1],
    ['Other', 1],
  ]);
});

test('a write-in that is nearly an option is said to be', async () => {
  const { issues } = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, options: [Newspaper, Email] }] }',
    [[['A'], ['Newspapr; on the bus']]],
  );
  expect(issuesOf({ issues }, 'near-option')).toMatchObject([{ value: 'Newspapr', suggestion: 'Newspaper' }]);
  expect(issuesOf({ issues }, 'write-in')).toMatchObject([{ value: 'on the bus' }]);
});

test('answers may be joined by a line break, by several characters or by words', async () => {
  for (const separator of ['\n', ' / ', ' and ', '|', '::', ' ']) {
    const question = `kind: multiple, separator: ${JSON.stringify(separator)}`;
    const item = await analyseColumn(question, [`Email${separator}Letter`, 'Letter']);
    expect(countsOf(item)).toEqual([
      ['Letter', 2],
      ['Email', 1],
    ]);
  }
});

const columns =
  'title: T\nquestions: [{ id: q, kind: multiple, columns: [Email, No, "Other (please say)"] }]';

test('a column an option: repeating the option, a tick or a yes chooses it, no or blank does not', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', 'No', ''],
      ['yes', '', '0'],
      ['1', '', 'on a bus'],
      ['✓', '', 'Not selected'],
      ['0', '', ''],
      ['', '', ''],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q'))).toEqual([
    ['Email', 4],
    ['No', 1],
    ['Other (please say)', 1],
  ]);
  expect(itemOf(analysis, 'q').states).toMatchObject({ option: 4, blank: 1 });
});

test('in a column named No that also says yes, no is no tick', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Yes', 'No', 'No'],
      ['No', 'Yes', 'No'],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([1, 1, 0]);
});

test('a cell that is neither tick nor blank makes the whole answer invalid', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', 'Letter', ''],
      ['Email', '', ''],
    ],
  ]);
  expect(itemOf(analysis, 'q').states).toMatchObject({ option: 1, invalid: 1 });
  expect(issuesOf(analysis, 'unknown-answer')).toMatchObject([{ column: 'No', value: 'Letter', count: 1 }]);
});

test('a separator without its white space, or at the end, parts options all the same', async () => {
  const options = '["Walking, wheeling or cycling", Car or van, None of these]';
  const item = await analyseColumn(`kind: multiple, separator: ", ", options: ${options}`, [
    'Walking,wheeling or cycling, Car or van',
    'walking, wheeling or cycling,  Car or van, ',
    'Car or van,',
    'Car or van,Walking , wheeling or cycling',
    ', ,',
  ]);
  expect(countsOf(item)).toEqual([
    ['Walking, wheeling or cycling', 3],
    ['Car or van', 4],
    ['None of these', 0],
  ]);
  expect(item.states).toMatchObject({ option: 4, blank: 1 });
});

test('words of one’s own are not cut at a comma without white space', async () => {
  const responses = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, separator: ", ", options: [Bus, Train] }] }',
    [[['A'], ['Bus, 1,000 steps a day,Train']]],
  );
  expect(issuesOf(responses, 'write-in').map(({ value }) => value)).toEqual(['1,000 steps a day']);
});

test('options that are not listed keep their commas, unless they are others that lack a space between them', async () => {
  const item = await analyseColumn('kind: multiple, separator: ", "', [
    'Under 1,000, Bus,',
    'Bus,Train',
    'Train, Bus',
  ]);
  expect(countsOf(item)).toEqual([
    ['Bus', 3],
    ['Train', 2],
    ['Under 1,000', 1],
  ]);
});
