import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { builtInScales } from '../../src/survey/labels/scales.ts';
import { welshSpellings } from '../../src/survey/labels/welsh-spellings.ts';
import { collect, countsOf, issuesOf, itemOf, netsOf } from '../support/survey.ts';

async function scaleOf(question: string, cells: readonly string[], scales = '') {
  const responses = await collect(
    `title: T\n${scales}\nquestions: [{ id: q, kind: scale, column: A, ${question} }]`,
    [[['A', 'Row'], ...cells.map((cell) => [cell, 'x'])]],
  );
  const item = itemOf(analyse(responses), 'q');
  return { responses, item, counts: countsOf(item).filter(([, count]) => count > 0) };
}

const agreement = 'scale: agreement';

test('answers in Welsh and in English are the same options', async () => {
  const cells = [
    'Cytuno’n gryf',
    'Strongly agree',
    'Cytuno',
    'Ddim yn cytuno nac yn anghytuno',
    "anghytuno'n gryf",
  ];
  const { item, responses } = await scaleOf(agreement, [...cells, 'Anghytuno', 'Ddim yn gwybod', 'Ansicr']);
  expect(countsOf(item)).toEqual([
    ['Strongly agree', 2],
    ['Agree', 1],
    ['Neither agree nor disagree', 1],
    ['Disagree', 1],
    ['Strongly disagree', 1],
    ["Don't know", 1],
    ['Not sure', 1],
  ]);
  expect(issuesOf(responses, 'label-variant')).toHaveLength(7);
  expect(issuesOf(responses, 'unknown-answer')).toEqual([]);
});

test('a label in both languages is the option that each half is, whichever comes first and whatever divides them', async () => {
  const pairs = [
    'Agree / Cytuno',
    'Cytuno/Agree',
    'Agree | Cytuno',
    'Cytuno|Agree',
    'Agree - Cytuno',
    'Agree – Cytuno',
    'cytuno-agree',
    'Agree (Cytuno)',
    'Cytuno (Agree)',
    'Agree\nCytuno',
    'CYTUNO\r\nAGREE',
  ];
  const { counts, responses } = await scaleOf(agreement, pairs);
  expect(counts).toEqual([['Agree', 11]]);
  expect(issuesOf(responses, 'label-variant')).toHaveLength(11);
});

test('a pair may have halves that hold what divides them', async () => {
  const cells = [
    "Don't know / not sure / Ddim yn gwybod",
    "Don't know / Ddim yn gwybod",
    'Not applicable (N/A) / Ddim yn berthnasol',
  ];
  const { responses, counts } = await scaleOf(agreement, ['Agree', ...cells]);
  expect(counts).toEqual([
    ['Agree', 1],
    ["Don't know", 1],
    ["Don't know / not sure", 1],
    ['Not applicable', 1],
  ]);
  expect(issuesOf(responses, 'several-answers')).toEqual([]);
});

test('a half in brackets or on another line is the longest label that it may be', async () => {
  const cells = ['Anfodlon iawn (Very dissatisfied)', 'Very satisfied\nBodlon iawn', 'Bodlon\nSatisfied'];
  const { counts, responses } = await scaleOf('scale: satisfaction', cells);
  expect(counts).toEqual([
    ['Very satisfied', 1],
    ['Satisfied', 1],
    ['Very dissatisfied', 1],
  ]);
  expect(issuesOf(responses, 'unknown-answer')).toEqual([]);
});

test('halves that are different options are two answers, and none', async () => {
  const { responses, item } = await scaleOf(agreement, [
    'Agree / Anghytuno',
    'Cytuno / Strongly agree',
    'Agree / Da',
    'Agree (Anghytuno)',
  ]);
  expect(item.states).toMatchObject({ option: 0, invalid: 4 });
  expect(issuesOf(responses, 'several-answers')).toHaveLength(2);
  expect(issuesOf(responses, 'unknown-answer')).toMatchObject([
    { value: 'Agree / Da' },
    { value: 'Agree (Anghytuno)' },
  ]);
});

test('the options of the definition may be in both languages', async () => {
  const options = ["Cytuno'n gryf / Strongly agree", 'Cytuno / Agree', 'Anghytuno / Disagree'];
  const { item } = await scaleOf(`${agreement}, options: ${JSON.stringify(options)}`, [
    ...options,
    'Agree',
    'Cytuno',
    'Strongly agree | Cytuno’n gryf',
  ]);
  expect(countsOf(item)).toEqual([
    [options[0], 2],
    [options[1], 3],
    [options[2], 1],
  ]);
  expect(netsOf(item)).toEqual([
    ['agree', 5],
    ['disagree', 1],
  ]);
});

describe('yes and no', () => {
  test('are the Welsh answers of every tense that asks for them', async () => {
    const cells = [
      'Ydw',
      'Ydy',
      'Ydyn',
      'Oes',
      'Ie',
      'Nac ydw',
      'Nac ydy',
      'Nac ydyn',
      'Nac oes',
      'Yes / Ydw',
      'Na / No',
      'Ansicr',
    ];
    for (const scale of ['yes-no', 'clarity']) {
      // oxlint-disable-next-line no-await-in-loop -- two small tables
      const { counts } = await scaleOf(`scale: ${scale}`, cells);
      expect(counts).toEqual([
        ['Yes', 6],
        ['Not sure', 1],
        ['No', 5],
      ]);
    }
  });

  test('are not NA, which is a missing answer, until the definition says so', async () => {
    const { counts, responses } = await scaleOf('scale: yes-no', ['NA', 'Na', 'Ydw']);
    expect(counts).toEqual([['Yes', 1]]);
    expect(issuesOf(responses, 'unknown-answer')).toHaveLength(2);
    const own = await scaleOf(
      'scale: yes-no',
      ['Na', 'Ydw'],
      'scales: { yes-no: { synonyms: { No: [Na] } } }',
    );
    expect(own.counts).toEqual([
      ['Yes', 1],
      ['No', 1],
    ]);
  });
});

test('a scale of the definition’s own has bilingual labels by its synonyms', async () => {
  const scales =
    'scales: { ease: { positive: Easy, negative: Hard, synonyms: { Easy: [Hawdd], Hard: [Anodd] } } }';
  const { counts } = await scaleOf('scale: ease', ['Easy / Hawdd', 'Anodd | Hard', 'Hawdd'], scales);
  expect(counts).toEqual([
    ['Easy', 2],
    ['Hard', 1],
  ]);
});

test('every table of Welsh words is of a built-in scale and of labels that it has', () => {
  for (const [name, spellings] of Object.entries(welshSpellings)) {
    const scale = builtInScales.get(name);
    const labels = scale?.variants.flatMap((variant) => Object.values(variant).flat());
    expect(labels).toEqual(expect.arrayContaining(Object.keys(spellings)));
  }
});
