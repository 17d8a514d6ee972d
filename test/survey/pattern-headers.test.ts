import { expect, test } from 'vitest';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { patternHeaders } from '../../src/survey/patterns/headers.ts';

/** The headers of a file with one row of cells, by a definition with a question for each of these columns. */
function known(columns: readonly string[], headers: readonly string[], respondent = '{ count: Times (n) }') {
  const questions = columns.map((column, nth) => `  - { id: q${nth}, kind: choice, column: ${column} }\n`);
  const definition = `title: T\nrespondent: ${respondent}\nquestions:\n${questions.join('')}`;
  return patternHeaders(loadDefinition(definition, 'survey.yaml'))(headers, [
    ...headers.slice(1).map(() => 'Yes'),
    '12',
  ]);
}

test('answer patterns from BigQuery have the names of the definition', () => {
  expect(
    known(['"Clear, to you?"', 'Age', '"It\'s - so"'], ['Clear_ to you_', 'Age', "It's - so", 'Times _n_']),
  ).toEqual(['Clear, to you?', 'Age', "It's - so", 'Times (n)']);
});

const times = 'Times _n_';

test('a header with _ is a name of its own where the definition or the file has it', () => {
  expect(known(['Clear?', 'Clear_'], ['Clear_', times])).toEqual(['Clear_', 'Times (n)']);
  expect(known(['[Clear now, "Clear?"]'], ['Clear_', times])).toEqual(['Clear_', 'Times (n)']);
  expect(known(['["Clear?", Clear now]'], ['Clear now', 'Clear_', times])).toEqual([
    ...['Clear now', 'Clear_', 'Times (n)'],
  ]);
});

test('where two may be meant none is taken', () => {
  expect(known(['Clear?', 'Clear!'], ['Clear_', times])).toEqual(['Clear_', 'Times (n)']);
  expect(known(['Clear?'], ['Clear_', 'Clear_', times])).toEqual(['Clear_', 'Clear_', 'Times (n)']);
});

test('a file with a header that BigQuery cannot have keeps all its headers', () => {
  for (const headers of [
    ['Clear?', 'Clear_', 'Times (n)'],
    ['Clear_', 'Times (n)'],
    ['Clear_', 'Why?', 'Times (n)'],
  ])
    expect(known(['Clear?'], headers)).toEqual(headers);
});

test('_ stands for nothing that a name may hold in BigQuery', () => {
  for (const name of ["Q1's", 'Q1: a', 'Q1-a', 'Q1 a', 'R&D', 'Llwyfan tŷ'])
    expect(known([JSON.stringify(name)], [name.replaceAll(/[^a-z0-9]/giu, '_'), 'Times (n)'])?.[0]).not.toBe(
      name,
    );
});

test('a file that does not say how many responses each row stands for keeps its headers', () => {
  expect(known(['Clear?'], ['Clear_', 'Times'])).toBeUndefined();
  expect(known(['Clear?'], [times, 'Clear_'])).toBeUndefined();
  expect(known(['Clear?'], ['Clear_', 'Id'], '{ id: Id }')).toBeUndefined();
});
