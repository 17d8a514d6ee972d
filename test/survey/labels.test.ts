import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank } from '../../src/intake/blank.ts';
import { tidy } from '../../src/intake/blank.ts';
import { fold, kebab, nearest, shortened, takenIds, uniqueId } from '../../src/survey/labels/labels.ts';

/** The same word in capitals, with the quotes and dashes of a word processor. */
function variant(word: string): string {
  return word.toUpperCase().replaceAll("'", '’').replaceAll('"', '”').replaceAll('-', '–');
}

describe('fold', () => {
  test.each([
    ['STRONGLY Agree', 'strongly agree'],
    ['  Strongly\u00a0 agree\t', 'Strongly agree'],
    ['\ufeffStrongly agree', 'Strongly agree'],
    ['Don’t know', "Don't know"],
    ['“Other”', '"Other"'],
    ['10–49', '10-49'],
    ['<p>Strongly <span style="color:red">agree</span></p>', 'Strongly agree'],
    ['One<br/>two', 'One two'],
    ['Cafe\u0301', 'Café'],
    ['I walk there.', 'I walk there'],
    ['I walk there .', 'I walk there'],
    ['5.0.', '5'],
  ])('takes %j and %j for one label', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['Stronlgy agree', 'Strongly agree'],
    ['Dont know', "Don't know"],
    ['Neither agree or disagree', 'Neither agree nor disagree'],
    ['Cafe', 'Café'],
    ['1.20', '1.2'],
    ['<5', '5'],
    ['<under 5>', 'under 5'],
    ['Other...', 'Other'],
    ['.', ''],
  ])('keeps %j and %j apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });

  test('is the same whatever the case, the spacing and the quotes', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const word = fc.string({ unit: fc.constantFrom(...letters, "'", '"', '-'), minLength: 1, maxLength: 8 });
    const space = fc.constantFrom(' ', '  ', '\u00a0', '\t', ' \u200b', '\ufeff ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), space, (words, between) => {
        expect(fold(between + words.map(variant).join(between) + between)).toBe(fold(words.join(' ')));
      }),
    );
  });
});

test('a whole number is the same label with noughts behind its point', () => {
  expect(['5.0', '-2.00', '5.5', '5.10', 'v5.0'].map(fold)).toEqual(['5', '-2', '5.5', '5.10', 'v5.0']);
});

describe('tidy', () => {
  test('leaves one plain space between words and none around them', () => {
    expect(tidy('\ufeff  Which \u00a0best\ndescribes\u200b you? ')).toBe('Which best describes you?');
  });

  test('keeps case, quotes and dashes as they were', () => {
    expect(tidy('Don’t KNOW – yet')).toBe('Don’t KNOW – yet');
  });
});

describe('isBlank', () => {
  test.each(['', ' ', '\u00a0', '\ufeff', '\t\r\n', '\u200b'])('is so of %j', (value) => {
    expect(isBlank(value)).toBe(true);
  });

  test.each(['-', '0', 'N/A', '.'])('is not so of %j', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});

describe('kebab', () => {
  test.each([
    ['Strongly agree', 'strongly-agree'],
    ['N/A', 'n-a'],
    ['Don’t know', 'dont-know'],
    ["Don't know", 'dont-know'],
    ['Café au lait', 'cafe-au-lait'],
    ['10–49', '10-49'],
    ['£5,000 or more', '5-000-or-more'],
    ['   ', 'option'],
    ['…', 'option'],
  ])('makes %j into %j', (label, id) => {
    expect(kebab(label)).toBe(id);
  });

  test('gives an id that holds nothing but letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (label) => {
        expect(kebab(label)).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
      }),
    );
  });
});

test('uniqueId numbers an id that is taken, and remembers', () => {
  const taken = takenIds(['other']);
  expect(['other', 'other', 'none', 'other'].map((id) => uniqueId(id, taken))).toEqual([
    'other-2',
    'other-3',
    'none',
    'other-4',
  ]);
});

test('uniqueId numbers thousands of ids that are the same in no time', () => {
  const taken = takenIds(['rate-7']);
  const start = performance.now();
  const ids = Array.from({ length: 50_000 }, () => uniqueId('rate', taken));
  expect(ids.slice(0, 7)).toEqual(['rate', 'rate-2', 'rate-3', 'rate-4', 'rate-5', 'rate-6', 'rate-8']);
  expect(new Set(ids).size).toBe(ids.length);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('nearest', () => {
  const options = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'];

  test.each([
    ['Stronlgy agree', 'Strongly agree'],
    ['agre', 'Agree'],
    ['STRONGLY DISAGREE', 'Strongly disagree'],
    ['Stronglydisagree', 'Strongly disagree'],
  ])('takes %j for a misspelling of %j', (value, option) => {
    expect(nearest(value, options)).toBe(option);
  });

  test.each(['Perhaps', '', 'x'.repeat(10_000)])('finds nothing near %j', (value) => {
    expect(nearest(value, options)).toBeUndefined();
  });

  test('a word of one or two letters is near to none but itself', () => {
    expect(nearest('z', ['x', 'Z '])).toBe('Z ');
    expect(['z', 'A2', '5', 'no'].map((value) => nearest(value, ['x', 'A1', 'N', 'Not']))).toEqual(
      Array.from({ length: 4 }),
    );
    expect(nearest('yess', ['yes'])).toBe('yes');
  });

  test('two letters that changed places are one slip', () => {
    expect(nearest('titel', ['text', 'title'])).toBe('title');
    expect(nearest('yse', ['yes'])).toBe('yes');
    expect(nearest('sey', ['yes'])).toBeUndefined();
  });
});

test('a label of thousands of letters is shown by its beginning and its end', () => {
  const text = `Start ${'of a long story '.repeat(300)}end`;
  const short = shortened(text);
  expect(short.length).toBeLessThan(410);
  expect(short).toMatch(/^Start of a long story .* … .*story end$/u);
  expect(shortened('Which modes of transport would you consider for the commute in future?', 40)).toBe(
    'Which modes of transport would … in future?',
  );
  expect(shortened('Yes')).toBe('Yes');
  expect(shortened('👩‍👩‍👧'.repeat(500), 10)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
