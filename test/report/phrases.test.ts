import { expect, test } from 'vitest';
import {
  listed,
  outsidePhrase,
  quotedPhrase,
  sidePhrase,
  subjectOf,
} from '../../src/report/words/phrases.ts';

test('agreement is put as published reports put it', () => {
  expect(sidePhrase('agreement', 'positive', ['Strongly agree', 'Agree'], 'the aims')).toBe(
    'either strongly agreed or agreed with the aims',
  );
  expect(sidePhrase('agreement', 'negative', ['Disagree', 'Strongly disagree'], 'the aims')).toBe(
    'disagreed or strongly disagreed',
  );
  expect(sidePhrase('agreement', 'neutral', ['Neither agree nor disagree'], 'the aims')).toBe(
    'neither agreed nor disagreed',
  );
  expect(sidePhrase('agreement', 'positive', ['Agree strongly', 'Tend to agree'], 'the aims')).toBe(
    'either agreed strongly or tended to agree with the aims',
  );
  expect(sidePhrase('agreement', 'positive', ['Agree'], 'the aims')).toBe('agreed with the aims');
});

test('one supports something, not with something', () => {
  expect(sidePhrase('support', 'positive', ['Strongly support', 'Tend to support'], 'the plan')).toBe(
    'either strongly supported or tended to support the plan',
  );
  expect(sidePhrase('support', 'neutral', ['Neither support nor oppose'], 'the plan')).toBe(
    'neither supported nor opposed',
  );
});

test('clarity is felt, and not being sure is not being neither', () => {
  expect(sidePhrase('clarity', 'positive', ['Yes'], 'what we want to achieve')).toBe(
    'of respondents felt that what we want to achieve was clear',
  );
  expect(sidePhrase('clarity', 'negative', ['No'], 'it')).toBe('felt that it was unclear');
  expect(sidePhrase('clarity', 'neutral', ['Not sure'], 'it')).toBe('said that they were not sure');
  expect(sidePhrase('clarity', 'neutral', ['Neither clear nor unclear'], 'it')).toBe(
    'felt that it was neither clear nor unclear',
  );
});

test('a label that does not fit the phrase of its scale has none', () => {
  expect(sidePhrase('support', 'negative', ['Object'], 'the plan')).toBeUndefined();
  expect(sidePhrase('agreement', 'positive', ['Agree', 'Yes'], 'the plan')).toBeUndefined();
});

test('of a label in two languages the half in English is said, and a label that has none is quoted', () => {
  const strongly = "Cytuno'n gryf / Strongly agree";
  expect(sidePhrase('agreement', 'positive', [strongly, 'Agree | Cytuno'], 'the plan')).toBe(
    'either strongly agreed or agreed with the plan',
  );
  expect(sidePhrase('satisfaction', 'negative', ['Anfodlon / Dissatisfied'], 'the plan')).toBe(
    'were dissatisfied',
  );
  expect(sidePhrase('agreement', 'positive', ['Cytuno’n gryf (Strongly agree)'], 'the plan')).toBe(
    'strongly agreed with the plan',
  );
  expect(sidePhrase('satisfaction', 'negative', ['Anfodlon'], 'the plan')).toBeUndefined();
  expect(sidePhrase('agreement', 'positive', ['Cytuno'], 'the plan')).toBeUndefined();
  expect(outsidePhrase("Ddim yn gwybod / Don't know")).toBe('did not know');
});

test('nobody agrees with a question: a clause names a statement, or the words that the definition gives', () => {
  expect(subjectOf('agreement', { label: 'Libraries should open on Sundays' })).toBe(
    '“Libraries should open on Sundays”',
  );
  expect(subjectOf('agreement', { label: 'To what extent do you agree with the plan?' })).toBe('');
  expect(subjectOf('support', { label: 'Do you support it?', sentence: 'the plan' })).toBe('the plan');
  expect(subjectOf('clarity', { label: 'Is it clear?' })).toBeUndefined();
  expect(sidePhrase('agreement', 'positive', ['Strongly agree', 'Agree'], '')).toBe(
    'either strongly agreed or agreed',
  );
});

test('a scale without phrases has none, even one that is called what every object has', () => {
  for (const scale of ['stars', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(sidePhrase(scale, 'positive', ['Good'], 'the plan')).toBeUndefined();
});

test('answers without a phrase are quoted', () => {
  expect(quotedPhrase(['Five', 'Four', 'Three'])).toBe('answered “Five”, “Four” or “Three”');
});

test('who chose an option outside the scale is said plainly', () => {
  const labels = ['Don’t know', 'NOT SURE', 'Not applicable', 'Prefer not to say', 'No opinion', 'Pass'];
  expect(labels.map(outsidePhrase)).toEqual([
    'did not know',
    'did not know',
    'said that it did not apply to them',
    'preferred not to say',
    'had no opinion',
    'answered “Pass”',
  ]);
});

test('parts are joined with commas and a last "and"', () => {
  const join = (...parts: string[]) => listed(parts.map((part) => [part])).join('');
  expect([join(), join('a'), join('a', 'b'), join('a', 'b', 'c')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test.each(["I'd rather not say", 'I would prefer not to answer', 'Do not wish to say'])(
  'who gave “%s” preferred not to say',
  (label) => {
    expect(outsidePhrase(label)).toBe('preferred not to say');
  },
);
