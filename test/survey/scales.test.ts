import { describe, expect, test } from 'vitest';
import { fold } from '../../src/survey/labels/labels.ts';
import { builtInScales } from '../../src/survey/labels/scales.ts';
import type { SideLabels } from '../../src/survey/survey.ts';

function labelsOf({ positive, neutral, negative, outside }: SideLabels): string[] {
  return [...positive, ...neutral, ...negative, ...outside];
}

function scaleNamed(name: string) {
  const scale = builtInScales.get(name);
  if (scale === undefined) throw new Error(`no scale ${name}`);
  return scale;
}

test('the built-in scales are those that the documents name, with their nets', () => {
  const nets = [...builtInScales].map(([name, { words }]) => [name].concat(Object.values(words)));
  expect(nets).toEqual([
    ['agreement', 'agree', 'neither', 'disagree'],
    ['clarity', 'clear', 'neither', 'unclear'],
    ['support', 'support', 'neither', 'oppose'],
    ['satisfaction', 'satisfied', 'neither', 'dissatisfied'],
    ['importance', 'important', 'neither', 'unimportant'],
    ['likelihood', 'likely', 'neither', 'unlikely'],
    ['yes-no', 'yes', 'unsure', 'no'],
  ]);
});

describe.each([...builtInScales.keys()])('the scale %s', (name) => {
  const scale = scaleNamed(name);

  test('has no label twice in one set of options', () => {
    for (const variant of scale.variants) {
      const labels = labelsOf(variant).map(fold);
      expect(new Set(labels).size, labels.join(' | ')).toBe(labels.length);
    }
  });

  test('has no set of options twice', () => {
    const sets = scale.variants.map((variant) => labelsOf(variant).map(fold).join('|'));
    expect(new Set(sets).size).toBe(sets.length);
  });

  test('has as many positive as negative options, save where "no" or "not" stands alone or the middle one is a degree', () => {
    for (const { positive, negative } of scale.variants) {
      const [first = '', ...others] = negative;
      const isAlone = first === 'No' || (/^(?:Not|Do not) \S+$/u.test(first) && others.length === 0);
      if (!isAlone) expect(positive.length - (first.startsWith('Not so') ? 1 : 0)).toBe(negative.length);
    }
  });

  test('never puts a label on two rated sides, whatever the set', () => {
    const side = new Map<string, string>();
    for (const variant of scale.variants) {
      for (const rated of ['positive', 'neutral', 'negative'] as const) {
        for (const label of variant[rated]) {
          expect(side.get(fold(label)) ?? rated, label).toBe(rated);
          side.set(fold(label), rated);
        }
      }
    }
  });

  test('gives other spellings only of labels that it has, each spelling once', () => {
    const labels = new Set(scale.variants.flatMap(labelsOf));
    for (const label of scale.synonyms.values()) expect(labels).toContain(label);
    const spellings = [...scale.synonyms.keys()].map(fold);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  test('never lets a spelling lead to another side than the label of that name', () => {
    for (const [spelling, label] of scale.synonyms) {
      for (const variant of scale.variants) {
        const sideOf = (text: string) =>
          (['positive', 'neutral', 'negative', 'outside'] as const).find((side) =>
            variant[side].some((one) => fold(one) === fold(text)),
          );
        const sides = [sideOf(spelling), sideOf(label)].filter((side) => side !== undefined);
        expect(new Set(sides).size, `${spelling} → ${label}`).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('agreement', () => {
  const { variants, synonyms } = scaleNamed('agreement');

  test('begins with the five points that are asked most', () => {
    const [first] = variants;
    expect([first?.positive, first?.neutral, first?.negative]).toEqual([
      ['Strongly agree', 'Agree'],
      ['Neither agree nor disagree'],
      ['Disagree', 'Strongly disagree'],
    ]);
  });

  test.each(['Neutral', 'Neither', 'Neither agree or disagree', 'Neither agree/disagree'])(
    'takes %j for its mid-point',
    (spelling) => {
      expect(synonyms.get(spelling)).toBe('Neither agree nor disagree');
    },
  );

  test.each([
    ['N/A', 'Not applicable'],
    ['Do not know', "Don't know"],
  ])('takes %j for %j', (spelling, label) => {
    expect(synonyms.get(spelling)).toBe(label);
  });

  test('knows no misspelling', () => {
    expect([...synonyms.keys()].map(fold)).not.toContain('stronlgy disagree');
  });
});

test('clarity takes Yes, Not sure and No, and then the words for clear', () => {
  const { variants, synonyms } = scaleNamed('clarity');
  expect(variants[0]).toMatchObject({ positive: ['Yes'], neutral: ['Not sure'], negative: ['No'] });
  expect(variants[0]?.outside).not.toContain('Not sure');
  expect(variants.some(({ positive }) => positive.join() === 'Clear')).toBe(true);
  expect(synonyms.get('Unsure')).toBe('Not sure');
});
