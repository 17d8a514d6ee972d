import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

async function readColumn(question: string, cells: readonly string[], scales = '') {
  const definition = `title: T\n${scales}\nquestions: [{ id: q, column: A, ${question} }]`;
  const responses = await collect(definition, [[['A', 'Row'], ...cells.map((cell) => [cell, 'x'])]]);
  const item = itemOf(analyse(responses), 'q');
  return {
    counts: countsOf(item).filter(([, count]) => count > 0),
    labels: countsOf(item).map(([label]) => label),
    invalid: item.states.invalid,
    base: item.base.count,
    several: issuesOf(responses, 'several-answers').map(({ value }) => value),
    unknown: issuesOf(responses, 'unknown-answer').map(({ value }) => value),
  };
}

describe('two options ticked where one was allowed', () => {
  const both = [
    'Bus;Train',
    'Bus, Train',
    'bus | train',
    'Train/Bus',
    'Bus\nTrain',
    'Bus and train',
    'Bus & Train',
  ];

  test('are an error and no answer, whatever joins them', async () => {
    const { counts, several, unknown, invalid } = await readColumn('kind: choice, options: [Bus, Train]', [
      'Bus',
      ...both,
    ]);
    expect(counts).toEqual([['Bus', 1]]);
    expect(several).toEqual(both);
    expect({ unknown, invalid }).toEqual({ unknown: [], invalid: both.length });
  });

  test('are an error on a scale, in any spelling, and where nobody chose one of them alone', async () => {
    const cells = [
      'Agree',
      'agree; Strongly agree',
      'Neutral/disagree',
      'Agree, N/A',
      'Tend to agree and Agree',
    ];
    const { counts, labels, several } = await readColumn('kind: scale, scale: agreement', cells);
    expect(counts).toEqual([['Agree', 1]]);
    expect(labels).toHaveLength(5);
    expect(several).toEqual(cells.slice(1));
  });

  test('are an error on a scale of numbers', async () => {
    const scales = 'scales: { stars: { positive: [4, 5], neutral: 3, negative: [1, 2] } }';
    const { several, counts } = await readColumn('kind: scale, scale: stars', ['4', '4/5', '1, 2'], scales);
    expect({ several, counts }).toEqual({ several: ['4/5', '1, 2'], counts: [['4', 1]] });
  });

  test('are no option of a choice that lists none, where each was given alone too', async () => {
    const { labels, several } = await readColumn('kind: choice', [
      'Bus',
      'Train',
      'Walk',
      'Bus; Train',
      'Walk, train, and bus',
    ]);
    expect(labels).toEqual(['Bus', 'Train', 'Walk']);
    expect(several).toEqual(['Bus; Train', 'Walk, train, and bus']);
  });

  test('are an option of a choice that lists none, where one of them was never given alone', async () => {
    const { labels, several } = await readColumn('kind: choice', ['Bus', 'Bus and train', 'Health & care']);
    expect({ labels, several }).toEqual({ labels: ['Bus', 'Bus and train', 'Health & care'], several: [] });
  });

  test('are not an answer with a separator at its end, though others left the question blank', async () => {
    const cells = ['No vendor', 'No vendor', '', 'No vendor,', '-'];
    const { counts, several, invalid } = await readColumn('kind: choice', cells);
    expect({ several, invalid }).toEqual({ several: [], invalid: 0 });
    expect(counts).toContainEqual(['No vendor,', 1]);
  });

  test('are an option of a choice that lists none, where it is commoner than one of them', async () => {
    const cells = ['Online', 'Online', 'Paper', 'Online and paper', 'Online and paper'];
    const { counts, several } = await readColumn('kind: choice', cells);
    expect(counts).toEqual([
      ['Online', 2],
      ['Online and paper', 2],
      ['Paper', 1],
    ]);
    expect(several).toEqual([]);
  });

  test('are not one option twice, nor an option with words of one’s own', async () => {
    const { several, unknown } = await readColumn('kind: choice, options: [Bus, Train]', [
      'Bus',
      'Bus; bus',
      'Bus; on foot',
      'Train,',
    ]);
    expect(several).toEqual([]);
    expect(unknown).toEqual(['Bus; bus', 'Bus; on foot', 'Train,']);
  });
});

describe('an option that joins answers of which none takes a side', () => {
  const agreement = 'kind: scale, scale: agreement';
  const yesNo = 'kind: scale, scale: yes-no';

  test.each([
    [agreement, "Neither agree nor disagree / Don't know"],
    [agreement, 'Neutral/No opinion'],
    [yesNo, "I don't know/ Maybe"],
    [yesNo, "Don't know, not sure"],
    [yesNo, 'Not sure or prefer not to say'],
    [yesNo, "Don't know & not applicable"],
  ])('is one answer outside the scale (%s: %s)', async (question, joint) => {
    const side = question === agreement ? 'Agree' : 'Yes';
    const { counts, invalid } = await readColumn(question, [side, joint, joint]);
    expect(counts.map(([, count]) => count)).toEqual([1, 2]);
    expect(invalid).toBe(0);
    const views = await readColumn(`${question}, base: gave-view`, [side, joint]);
    expect(views.base).toBe(1);
  });

  test('is a mid-point where all that it joins are mid-points', async () => {
    const { labels, counts, base } = await readColumn(`${yesNo}, base: gave-view`, [
      'Yes',
      'Maybe / Not sure',
      'No',
    ]);
    expect(counts).toContainEqual(['Maybe / Not sure', 1]);
    expect(labels.indexOf('Maybe / Not sure')).toBeLessThan(labels.indexOf('No'));
    expect(base).toBe(3);
  });

  test('is the same in another order and with another stroke', async () => {
    const { counts } = await readColumn(agreement, ["Neutral / Don't know", "Don't know/neutral", 'Agree']);
    expect(counts).toEqual([
      ['Agree', 1],
      ["Neutral / Don't know", 2],
    ]);
  });

  test('is two ticks where each half was given alone, or a semicolon stands between', async () => {
    const alone = ['Agree', 'Neutral', "Don't know"];
    const { several } = await readColumn(agreement, [...alone, "Neutral / Don't know"]);
    expect(several).toEqual(["Neutral / Don't know"]);
    const parted = await readColumn(agreement, ['Agree', "Neutral; Don't know"]);
    expect(parted.several).toEqual(["Neutral; Don't know"]);
  });

  test('is two ticks where a side is among what it joins', async () => {
    const cells = ['Agree / Disagree', "Agree / Don't know", 'Agree / Strongly agree'];
    const { several } = await readColumn(agreement, ['Neutral', ...cells]);
    expect(several).toEqual(cells);
  });

  test('can be listed, and is then in its place', async () => {
    const joint = "Neither agree nor disagree / Don't know";
    const { labels, counts, invalid } = await readColumn(
      `${agreement}, options: [Agree, ${joint}, Disagree]`,
      ['Agree', joint, "Don't know / Neither agree nor disagree"],
    );
    expect(labels).toEqual(['Agree', joint, 'Disagree']);
    expect({ counts, invalid }).toEqual({
      counts: [
        ['Agree', 1],
        [joint, 2],
      ],
      invalid: 0,
    });
  });

  test('is shown without how its words looked on the form', async () => {
    const cells = ['Agree', "<b>Neutral</b> /&nbsp;Don't know"];
    const { labels } = await readColumn(agreement, cells);
    expect(labels).toContain("Neutral / Don't know");
  });

  test('is no option of a question that lists others, nor two of them', async () => {
    const { several, unknown } = await readColumn(`${yesNo}, options: [Yes, Not sure, No]`, [
      'Yes',
      'Maybe / Not sure',
    ]);
    expect({ several, unknown }).toEqual({ several: [], unknown: ['Maybe / Not sure'] });
  });
});

test('an option that holds a separator stays an option, and may be one of two that were ticked', async () => {
  const options = '["Bus, tram or train", Bus, "Car / van", "Walking and cycling"]';
  const { counts, several } = await readColumn(`kind: choice, options: ${options}`, [
    'Bus, tram or train',
    'Car / van',
    'Walking and cycling',
    'Car / van; Bus, tram or train',
    'Walking and cycling and bus',
  ]);
  expect(counts).toEqual([
    ['Bus, tram or train', 1],
    ['Car / van', 1],
    ['Walking and cycling', 1],
  ]);
  expect(several).toEqual(['Car / van; Bus, tram or train', 'Walking and cycling and bus']);
});

test('a long answer with many commas is looked at as fast as any', async () => {
  const long = 'Bus, '.repeat(20_000);
  const { unknown } = await readColumn('kind: choice, options: [Bus, Train]', [`${long}x`, `${long}y`]);
  expect(unknown).toHaveLength(2);
});
