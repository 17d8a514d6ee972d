import { describe, expect, test } from 'vitest';
import { refusal, userError } from './refusal.ts';

/** A list that holds the same thing sixty times. */
function sixtyOf(entry: string): string {
  return `[${Array.from({ length: 60 }, () => entry).join(', ')}]`;
}

describe('text that is no definition', () => {
  test.each(['', ' \n\n', '# only a comment\n', '---\n', '~'])('is empty: %j', (text) => {
    const { message, hint } = userError(text);
    expect(message).toBe('survey.yaml: the definition is empty');
    expect(hint).toBe('The README shows a definition to start from.');
  });

  test.each([
    ['- a\n- b', '1:1: a definition must begin with keys such as "title:" and "questions:", not with a list'],
    [
      '\nHello.',
      '2:1: a definition must begin with keys such as "title:" and "questions:", not with plain text',
    ],
    ['title: T\n\tquestions: x', '2:1: a tab at the start of the line; use spaces'],
    ['title: A\nquestions: []\ntitle: B', '3:1: "title" stands twice here'],
    ['{"title": "A",\n "title": "B"}', '2:2: "title" stands twice here'],
    ['title: T\n---\ntitle: U', '2:1: a second definition begins here, after "---"; a file holds one'],
    ['title: SEND: the strategy', '1:8: a second ": " on a line; text with a colon in it must be in quotes'],
    ['title: "T\nquestions: 1', '1:8: a quotation mark that is opened and never closed'],
    ['title: T\nquestions: [1, [2], 3', '2:12: a list that begins with "[" is not closed with "]"'],
    [
      'title: T\nreport: { base: all\nquestions: 1',
      '2:9: a group that begins with "{" is not closed with "}"',
    ],
    ['title: @home', '1:8: text that begins with a special character, such as @ or %, must be in quotes'],
    ['title: *all', '1:8: nothing is called "&all"; text that begins with "*" must be in quotes'],
    ['title: !important news', '1:8: what begins with "!" must be in quotes'],
    ['title: #12', '1:8: what follows "#" is a comment; put "#12" in quotes'],
    ['title: T\n__proto__: { polluted: 1 }', '2:1: "__proto__" cannot be a key'],
    [
      'title: T\nquestions:\n  - &a { id: a, kind: text, column: A }\n  - <<: *a\n    id: b',
      '4:5: "<<" cannot copy the keys of another group here; write them out (a "*" reference may stand for the whole of a list or group)',
    ],
    ['{{ title }}: T', '1:1: a key must be plain text; use quotes'],
    [
      'questions:\n  foo: bar\n\n  # q\n  - id: x',
      '5:3: under "questions" there are keys and, from here on, a list ("-"); it can be one or the other',
    ],
    [
      'questions:\n  - id: x\n  foo: bar',
      '3:3: under "questions" there is a list ("-") and, from here on, a key; it can be one or the other',
    ],
    [
      'title: T\n- id: x',
      '2:1: here there are keys and, from here on, a list ("-"); it can be one or the other',
    ],
    [
      'questions:\n  - id: x\n    - id: y',
      '3:1: a list ("-") begins here, under a key that has a value already; check how far the lines are indented',
    ],
    ['%YAML 1.1\n---\ntitle: T', '1:1: a line that begins with "%" is not needed here; remove it'],
  ])('is refused: %j', (text, message) => {
    expect(refusal(text)).toEqual([`survey.yaml:${message}`]);
  });

  test.each([
    ['lists', '['.repeat(20_000)],
    ['dashes', `${'- '.repeat(20_000)}a`],
    ['groups', '{a: '.repeat(20_000)],
  ])('is refused without exhausting the stack: %s', (_, text) => {
    expect(refusal(text)).toEqual(['survey.yaml: lists and groups stand inside one another too deeply']);
  });

  test('is refused when it refers to itself', () => {
    expect(refusal('title: T\nquestions: &q [*q]')).toEqual([
      'survey.yaml:2:16: an entry of "questions" must hold keys such as "kind", not a list',
    ]);
  });

  test('is refused when lists stand for one another beyond counting', () => {
    const text = `a: &a ${sixtyOf('x')}\nb: &b ${sixtyOf('*a')}\nc: &c ${sixtyOf('*b')}\nd: ${sixtyOf('*c')}`;
    expect(refusal(text)).toEqual(['survey.yaml: too many "*" references to the same list or group']);
  });

  test('does not change what every object has', () => {
    refusal('title: T\n__proto__: { polluted: 1 }');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
