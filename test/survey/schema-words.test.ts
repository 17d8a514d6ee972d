import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { questions, refusal, role, userError } from './refusal.ts';

describe('keys and values', () => {
  test.each([
    [
      'an unknown key names the nearest that is free',
      'title: T\nquestions:\n  - id: a\n    kind: scale\n    scale: agreement\n    items:\n      - id: b\n        colum: X',
      'survey.yaml:8:9: unknown key "colum" in an item; did you mean "column"?',
    ],
    [
      'an unknown key that is like no other comes with those that may stand there',
      questions([role], 'colour: red'),
      'survey.yaml:4:1: unknown key "colour" in the definition; it can have opened, closed, respondent, exclude, blank, scales, breakdowns, weight, sample, population or report',
    ],
    [
      'a key in capitals',
      'Title: T\nquestions:\n  - { id: a, kind: text, column: A }',
      'survey.yaml:1:1: unknown key "Title" in the definition; did you mean "title"?',
    ],
    [
      'a key that some other kind of question has',
      questions(['{ id: a, kind: choice, column: A, scale: agreement }']),
      'survey.yaml:3:39: unknown key "scale" in a question of kind choice; it can have text, asked, profile, base, uncounted, items, columns, options, merge or population',
    ],
    [
      'an unknown key in a group of the respondent',
      questions([role], 'respondent:\n  status: { column: S, complete: Yes, tests: No }'),
      'survey.yaml:5:39: unknown key "tests" in "status"; did you mean "test"?',
    ],
    [
      'an unknown key in a scale',
      questions([role], 'scales:\n  mine: { posative: [A], negative: [B] }'),
      'survey.yaml:5:11: unknown key "posative" in a scale; did you mean "positive"?',
    ],
    [
      'an unknown kind',
      'title: T\nquestions:\n  - id: a\n    kind: scal\n    column: A',
      'survey.yaml:4:11: "kind" is "scal"; it can be scale, choice, multiple, number or text; did you mean "scale"?',
    ],
    [
      'a kind that is a list',
      questions(['{ id: a, kind: [scale], column: A }']),
      'survey.yaml:3:20: "kind" must be scale, choice, multiple, number or text, not a list',
    ],
    [
      'a missing kind',
      questions(['{ id: a, column: A }']),
      'survey.yaml:3:5: a question needs "kind": scale, choice, multiple, number or text',
    ],
    [
      'a missing kind beside a key that is nearly that',
      questions(['{ id: a, knd: choice, column: A }']),
      'survey.yaml:3:5: a question needs "kind": scale, choice, multiple, number or text; did you mean that by "knd"?',
    ],
    [
      'a missing scale',
      'title: T\nquestions:\n  - id: a\n    kind: scale\n    column: A',
      'survey.yaml:3:5: a question of kind scale needs "scale"',
    ],
    [
      'a missing column',
      questions(['{ id: a, kind: number }']),
      'survey.yaml:3:5: a question of kind number needs "column" or "items"',
    ],
    [
      'a missing title',
      'questions:\n  - { id: a, kind: text, column: A }',
      'survey.yaml:1:1: the definition needs "title"',
    ],
    ['missing questions', 'title: T', 'survey.yaml:1:1: the definition needs "questions"'],
    [
      'what a group lacks',
      questions([role], 'respondent:\n  test: { column: S }'),
      'survey.yaml:5:3: "test" needs "values"',
    ],
    [
      'no questions',
      'title: T\nquestions: []',
      'survey.yaml:2:12: "questions" must be a list of questions, not an empty list',
    ],
    [
      'a question that is plain text',
      questions(['Which best describes you?']),
      'survey.yaml:3:5: an entry of "questions" must hold keys such as "kind", not "Which best describes you?"',
    ],
    [
      'questions by name',
      'title: T\nquestions: { role: 1 }',
      'survey.yaml:2:12: "questions" must be a list of questions, not a group of keys',
    ],
    [
      'nothing after a key',
      'title:\nquestions:\n  - { id: a, kind: text, column: A }',
      'survey.yaml:1:7: "title" is empty; it must be text',
    ],
    [
      'a blank title',
      `title: " "\n${questions([role]).slice(9)}`,
      'survey.yaml:1:8: "title" is empty; it must be text',
    ],
    [
      'a column that is a group',
      questions(['{ id: a, kind: text, column: { header: A } }']),
      'survey.yaml:3:34: "column" must be a column header or a list of them, not a group of keys',
    ],
    [
      'an option that is a list',
      questions(['{ id: a, kind: choice, column: A, options: [Yes, [No]] }']),
      'survey.yaml:3:54: an entry of "options" must be text, not a list',
    ],
    [
      'an option that is missing',
      questions(['{ id: a, kind: choice, column: A, options: [Yes, ~] }']),
      'survey.yaml:3:54: an entry of "options" is empty; it must be text',
    ],
    [
      'no options',
      questions(['{ id: a, kind: choice, column: A, options: [] }']),
      'survey.yaml:3:48: "options" must be a list of options, not an empty list',
    ],
    [
      'an id with a space',
      questions(['{ id: age group, kind: text, column: A }']),
      'survey.yaml:3:11: "id" must be made of letters, digits, hyphens and underscores, a letter or digit first, such as age-group, not "age group"',
    ],
    [
      'an id with underscores first',
      questions(['{ id: __proto__, kind: text, column: A }']),
      'survey.yaml:3:11: "id" must be made of letters, digits, hyphens and underscores, a letter or digit first, such as age-group, not "__proto__"',
    ],
    [
      'an id with a full stop',
      questions(['{ id: 1.5, kind: text, column: A }']),
      'survey.yaml:3:11: "id" must be made of letters, digits, hyphens and underscores, a letter or digit first, such as age-group, not "1.5"',
    ],
    [
      'yes for true',
      questions(['{ id: a, kind: text, column: A, profile: yes }']),
      'survey.yaml:3:46: "profile" must be true or false, not "yes"',
    ],
    [
      'an unknown base',
      questions(['{ id: a, kind: text, column: A, base: answerd }']),
      'survey.yaml:3:43: "base" is "answerd"; it can be answered, all or gave-view; did you mean "answered"?',
    ],
    [
      'too many decimals',
      questions([role], 'report: { decimals: 3 }'),
      'survey.yaml:4:21: "decimals" must be a whole number from 0 to 2, not "3"',
    ],
    [
      'a base that is no whole number',
      questions([role], 'report: { smallBase: 1.5 }'),
      'survey.yaml:4:22: "smallBase" must be a whole number, 0 or more, not "1.5"',
    ],
    [
      'an unknown way of disclosure control',
      questions([role], 'report: { disclosure: sensitive }'),
      'survey.yaml:4:23: "disclosure" is "sensitive"; it can be none, standard or strict',
    ],
    [
      'a separator that is empty',
      questions(['{ id: a, kind: multiple, column: A, separator: "" }']),
      'survey.yaml:3:52: "separator" is empty; it must be text such as ";"',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toEqual([message]);
  });
});

describe('dates', () => {
  test.each([
    ['opened: 24/07/2023', 'survey.yaml:4:9: "opened" must be a date such as 2023-07-24, not "24/07/2023"'],
    ['closed: 2023-02-30', 'survey.yaml:4:9: "closed" must be a date such as 2023-07-24, not "2023-02-30"'],
    ['closed: 2023-8-1', 'survey.yaml:4:9: "closed" must be a date such as 2023-07-24, not "2023-8-1"'],
    ['opened: 20230724', 'survey.yaml:4:9: "opened" must be a date such as 2023-07-24, not "20230724"'],
    [
      'opened: 2023-08-11\nclosed: 2023-07-24',
      'survey.yaml:5:9: "closed" is 2023-07-24, which is before "opened", 2023-08-11',
    ],
  ])('%s', (dates, message) => {
    expect(refusal(questions([role], dates))).toEqual([message]);
  });

  test('a consultation may be open for one day', () => {
    const survey = loadDefinition(questions([role], 'opened: 2024-02-29\nclosed: 2024-02-29'), 'survey.yaml');
    expect(survey.closed).toBe('2024-02-29');
  });
});

describe('several problems', () => {
  test('are told in the order of the file, at most five', () => {
    const many = Array.from({ length: 7 }, (_, index) => `{ id: "?${index}", kind: text, column: A }`);
    expect(refusal(questions(many, 'colour: red')).map((line) => line.split(': ')[0])).toEqual([
      'survey.yaml:3:11',
      'survey.yaml:4:11',
      'survey.yaml:5:11',
      'survey.yaml:6:11',
      'survey.yaml:7:11',
      'and 3 more',
    ]);
  });

  test('do not include what is missing only because its key is misspelt', () => {
    expect(refusal(questions(['{ id: a, kind: text, colum: A }']))).toHaveLength(1);
  });

  test('quote a value on one line, cut short and without control characters', () => {
    const [line = ''] = refusal(`title: T\nquestions: "\\e[31m\\n\\u202e${'x'.repeat(100)}"`);
    expect(line).toBe(
      `survey.yaml:2:12: "questions" must be a list of questions, not " [31m ${'x'.repeat(53)}…"`,
    );
  });

  test('never speak in the words of the validator', () => {
    const odd = ['~', '1', 'true', '[]', '{}', '[[]]', '{ a: { b: 1 } }', '" "', '.nan'];
    const keys = ['title', 'opened', 'respondent', 'exclude', 'questions', 'scales', 'breakdowns', 'report'];
    const parts = [
      'id',
      'kind',
      'text',
      'asked',
      'profile',
      'base',
      'scale',
      'items',
      'options',
      'columns',
      'separator',
    ];
    const texts = odd.flatMap((value) =>
      keys
        .map((key) => `${key}: ${value}`)
        .concat(
          parts.map((key) => questions([`{ ${key}: ${value}, kind${key === 'kind' ? '2' : ''}: multiple }`])),
        ),
    );
    for (const text of texts) {
      expect(userError(text).message).not.toMatch(
        /invalid|expected|received|undefined|null|unrecognized|object|string/iu,
      );
    }
  });
});
