import { describe, expect, test } from 'vitest';
import { questions, refusal, role } from './refusal.ts';

const age = '{ id: age, kind: choice, column: Age, options: [Young, Old] }';

describe('questions', () => {
  test.each([
    [
      'an id twice',
      questions([role, '{ id: role, kind: text, column: B }']),
      'survey.yaml:4:11: two questions have the id "role"',
    ],
    [
      'an item’s id twice',
      questions([
        '{ id: a, kind: scale, scale: support, items: [{ id: b, column: B }, { id: b, column: C }] }',
      ]),
      'survey.yaml:3:79: two items of this question have the id "b"',
    ],
    [
      'an unknown scale',
      questions(
        ['{ id: a, kind: scale, scale: agrement, column: A }'],
        'scales: { mine: { positive: A, negative: B } }',
      ),
      'survey.yaml:3:34: "agrement" is not a scale; it can be agreement, clarity, support, satisfaction, importance, ' +
        'likelihood, yes-no or mine; did you mean "agreement"?',
    ],
    [
      'a scale without a column',
      questions(['{ id: a, kind: scale, scale: support }']),
      'survey.yaml:3:5: a question of kind scale needs "column", "columns" or "items"',
    ],
    [
      'a column beside items',
      questions(['{ id: a, kind: scale, scale: support, column: A, items: [{ id: b, column: B }] }']),
      'survey.yaml:3:43: a question has "column" or "items", not both',
    ],
    [
      'a sentence beside items',
      questions(['{ id: a, kind: scale, scale: support, sentence: it, items: [{ id: b, column: B }] }']),
      'survey.yaml:3:43: "sentence" goes with one "column"; with "items", each item has its own',
    ],
    [
      'an option that the scale lacks',
      questions(['{ id: a, kind: scale, scale: agreement, column: A, options: [Agre, Disagree] }']),
      'survey.yaml:3:66: "Agre" is not an option of the scale "agreement"; did you mean "Agree"?',
    ],
    [
      'an option that no scale is near',
      questions(['{ id: a, kind: scale, scale: agreement, column: A, options: [Purple, Disagree] }']),
      'survey.yaml:3:66: "Purple" is not an option of the scale "agreement"; others are given to it under "scales"',
    ],
    [
      'a code for what is no option',
      questions(
        ['{ id: a, kind: scale, scale: mine, column: A, codes: { Good: 2, Bda: 1 } }'],
        'scales: { mine: { positive: [Good], negative: [Bad] } }',
      ),
      'survey.yaml:3:69: "Bda" is not an option of the scale "mine"; it can be "Good" or "Bad"; did you mean "Bad"?',
    ],
    [
      'an option without a code',
      questions(
        ['{ id: a, kind: scale, scale: mine, column: A, codes: { Good: 2 } }'],
        'scales: { mine: { positive: [Good], negative: [Bad] } }',
      ),
      'survey.yaml:3:51: "codes" has none for "Bad"; every option on the scale needs one',
    ],
    [
      'reversed without codes',
      questions(['{ id: a, kind: scale, scale: agreement, column: A, reversed: true }']),
      'survey.yaml:3:5: "reversed" needs "codes", since it reverses nothing else',
    ],
    [
      'a population without options',
      questions(['{ id: a, kind: choice, column: A, population: { Young: 40, Old: 60 } }']),
      'survey.yaml:3:39: "population" needs "options", so that each of its figures belongs to an answer',
    ],
    [
      'a population of an option that is not there',
      questions([
        '{ id: a, kind: choice, column: A, options: [Young, Old], population: { Yong: 40, Old: 60 } }',
      ]),
      'survey.yaml:3:76: "Yong" is not among the options of this question; it can be "Young" or "Old"; did you mean "Young"?',
    ],
    [
      'a population that does not add up',
      questions([
        '{ id: a, kind: choice, column: A, options: [Young, Old], population: { young: 40, Old: 50.5 } }',
      ]),
      'survey.yaml:3:62: the percentages in "population" add up to 90.5, not to 100; numbers of people may stand in their place, one of them above 100',
    ],
    [
      'a share of nothing to rake to',
      questions([age], 'weight: { rake: { age: { Young: 100, Old: 0 } } }'),
      'survey.yaml:4:43: "Old" has the share 0: leave it out, and those who gave this answer keep their weight, or leave their responses out with "exclude"',
    ],
    [
      'shares to rake to that do not add up',
      questions([age], 'weight: { rake: { age: { Young: 50, Old: 60 } } }'),
      'survey.yaml:4:19: the percentages in "age" add up to 110, not to 100; numbers of people may stand in their place, one of them above 100',
    ],
    [
      'a share of an option that is not there',
      questions([age], 'weight: { rake: { age: { Yong: 50, Old: 50 } } }'),
      'survey.yaml:4:26: "Yong" is not among the options of question "age"; it can be "Young" or "Old"; did you mean "Young"?',
    ],
    [
      'an option with two shares',
      questions([age], 'weight: { rake: { age: { Young: 50, young: 0.5, Old: 49.5 } } }'),
      'survey.yaml:4:37: "young" stands twice in "age"',
    ],
    [
      'nothing to rake to',
      questions([age], 'weight: { rake: {} }'),
      'survey.yaml:4:11: "rake" needs a question',
    ],
    [
      'an option that a small scale lacks',
      questions(
        ['{ id: a, kind: scale, scale: mine, column: A, options: [Perhaps] }'],
        'scales: { mine: { positive: [Good], negative: [Bad] } }',
      ),
      'survey.yaml:3:61: "Perhaps" is not an option of the scale "mine"; it can be "Good" or "Bad"',
    ],
    [
      'an option twice under two spellings',
      questions([
        '{ id: a, kind: scale, scale: agreement, column: A, options: [Agree, Neutral, Neither, Disagree] }',
      ]),
      'survey.yaml:3:82: "Neither" is another spelling of "Neutral", which "options" has already',
    ],
    [
      'an option twice',
      questions(['{ id: a, kind: choice, column: A, options: [Don’t know, "DON\'T  KNOW"] }']),
      'survey.yaml:3:61: "DON\'T KNOW" stands twice in "options"',
    ],
    [
      'neither column nor columns',
      questions(['{ id: a, kind: multiple }']),
      'survey.yaml:3:5: a question of kind multiple needs "column" or "columns"',
    ],
    [
      'both columns and items',
      questions(['{ id: a, kind: choice, columns: [B, C], items: [{ id: b, column: B }] }']),
      'survey.yaml:3:28: a question has "columns" or "items", not both',
    ],
    [
      'an item without a column',
      questions(['{ id: a, kind: choice, items: [{ id: b }] }']),
      'survey.yaml:3:36: an item needs "column" or "columns"',
    ],
    [
      'columns of items without options',
      questions(['{ id: a, kind: choice, items: [{ id: b, columns: [B, C] }] }']),
      'survey.yaml:3:5: "options" is needed where items have "columns": each column needs its option',
    ],
    [
      'an item with another number of columns',
      questions([
        '{ id: a, kind: scale, scale: yes-no, options: ["Yes", "No"], items: [{ id: b, columns: [B] }] }',
      ]),
      'survey.yaml:3:83: "options" has 2 and "columns" has 1; each column needs its option',
    ],
    [
      'columns of one item only',
      questions([
        '{ id: a, kind: choice, options: [X, Y], items: [{ id: b, columns: [B, C] }, { id: d, column: D }] }',
      ]),
      'survey.yaml:3:81: this item needs "columns" too, since other items have them',
    ],
    [
      'a separator of columns',
      questions(['{ id: a, kind: multiple, columns: [B, C], separator: "," }']),
      'survey.yaml:3:47: "separator" goes with "column", and there is none',
    ],
    [
      'fewer options than columns',
      questions(['{ id: a, kind: multiple, columns: [B, C], options: [B] }']),
      'survey.yaml:3:47: "options" has 1 and "columns" has 2; each column needs its option',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toEqual([message]);
  });
});

describe('what names another question', () => {
  const rated =
    '{ id: rated, kind: scale, scale: support, items: [{ id: a, column: A }, { id: b, column: B }] }';
  const fixed = '{ id: fixed, kind: choice, column: F, options: [Yes, No] }';

  test.each([
    [
      'a breakdown by an unknown question',
      questions([role], 'breakdowns: [rol]'),
      'survey.yaml:4:14: no question has the id "rol"; it can be role; did you mean "role"?',
    ],
    [
      'a breakdown twice',
      questions([role], 'breakdowns: [role, role]'),
      'survey.yaml:4:20: "role" stands twice in "breakdowns"',
    ],
    [
      'a breakdown of groups within themselves',
      questions([role], 'breakdowns: [[role, role]]'),
      'survey.yaml:4:21: "role" cannot be within itself',
    ],
    [
      'a breakdown by free text',
      questions([role, '{ id: why, kind: text, column: W }'], 'breakdowns: [why]'),
      'survey.yaml:5:14: "why" is a question of kind text; only scale, choice and multiple have options',
    ],
    [
      'a breakdown by several items',
      questions([rated], 'breakdowns: [rated]'),
      'survey.yaml:4:14: "rated" has several items; only a question held in one column can be named here',
    ],
    [
      'asked of an unknown question',
      questions([role, '{ id: a, kind: text, column: A, asked: { roles: Parent } }']),
      'survey.yaml:4:46: no question has the id "roles"; it can be role; did you mean "role"?',
    ],
    [
      'asked with an unknown option',
      questions([fixed, '{ id: a, kind: text, column: A, asked: { fixed: [Yes, Noo] } }']),
      'survey.yaml:4:59: "Noo" is not an option of "fixed"; it can be "Yes" or "No"; did you mean "No"?',
    ],
    [
      'asked with an unknown option of a scale',
      questions([
        '{ id: s, kind: scale, scale: agreement, column: S }',
        '{ id: a, kind: text, column: A, asked: { s: Stronlgy agree } }',
      ]),
      'survey.yaml:4:49: "Stronlgy agree" is not an option of "s"; did you mean "Strongly agree"?',
    ],
    [
      'asked of two questions',
      questions([role, '{ id: a, kind: text, column: A, asked: { role: Parent, fixed: Yes } }']),
      'survey.yaml:4:44: "asked" must be one question with its option, such as { role: Parent }, not a group of keys',
    ],
    [
      'asked of itself',
      questions(['{ id: a, kind: choice, column: A, asked: { a: Yes } }']),
      'survey.yaml:3:39: "asked" leads back to its own question: a → a',
    ],
    [
      'asked in a circle',
      questions([
        '{ id: a, kind: choice, column: A, asked: { b: Yes } }',
        '{ id: b, kind: choice, column: B, asked: { c: Yes } }',
        '{ id: c, kind: choice, column: C, asked: { a: Yes } }',
        '{ id: d, kind: choice, column: D, asked: { a: Yes } }',
      ]),
      'survey.yaml:3:39: "asked" leads back to its own question: a → b → c → a',
    ],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toEqual([message]);
  });
});

describe('responses to leave out', () => {
  test.each([
    [
      'exclude: [incomplet]',
      'survey.yaml:4:11: an entry of "exclude" is "incomplet"; it can be incomplete, test, duplicate, late, campaign or ' +
        '{ question: option }; did you mean "incomplete"?',
    ],
    [
      'exclude: incomplete',
      'survey.yaml:4:10: "exclude" must be a list such as [incomplete, duplicate], not "incomplete"',
    ],
    [
      'exclude: [incomplete]',
      'survey.yaml:4:11: "incomplete" needs "status" in "respondent", such as ' +
        'status: { column: Status, complete: [Completed] }',
    ],
    [
      'respondent: { status: { column: S, complete: C } }\nexclude: [test]',
      'survey.yaml:5:11: "test" needs "test" in "respondent", such as test: { column: Status, values: [Preview] }, or in its "status"',
    ],
    [
      'exclude: [duplicate]',
      'survey.yaml:4:11: "duplicate" needs "id" in "respondent", the column of response ids',
    ],
    [
      'closed: 2023-08-11\nexclude: [late]',
      'survey.yaml:5:11: "late" needs "submitted" in "respondent", the column that says when a response was sent',
    ],
    [
      'respondent: { submitted: S }\nexclude: [late]',
      'survey.yaml:5:11: "late" needs "opened" or "closed", such as closed: 2023-08-11',
    ],
    [
      'respondent: { id: ID }\nexclude: [duplicate, duplicate]',
      'survey.yaml:5:22: "duplicate" stands twice in "exclude"',
    ],
    [
      'exclude: [{ role: Parent, age: 20 }]',
      'survey.yaml:4:11: an entry of "exclude" must be incomplete, test, duplicate, late, campaign or { question: option }, ' +
        'not a group of keys',
    ],
    [
      'exclude: [{ roll: Parent }]',
      'survey.yaml:4:13: no question has the id "roll"; it can be role; did you mean "role"?',
    ],
  ])('%s', (rest, message) => {
    expect(refusal(questions([role], rest))).toEqual([message]);
  });
});

describe('scales', () => {
  test.each([
    ['mine: { positive: [A] }', 'survey.yaml:5:3: the scale "mine" needs "negative", a list of options'],
    [
      'mine: { positive: [], negative: [B] }',
      'survey.yaml:5:21: the scale "mine" needs "positive", a list of options',
    ],
    [
      'agreement: { positive: [Yes] }',
      'survey.yaml:5:3: the scale "agreement" needs "negative", a list of options',
    ],
    [
      'mine: { positive: [Good], negative: [Bad, good] }',
      'survey.yaml:5:45: "good" stands twice in the scale "mine"',
    ],
    ['agreement: { outside: [Agree] }', 'survey.yaml:5:26: "Agree" stands twice in the scale "agreement"'],
    [
      'mine: { positive: Good, negative: Bad, synonyms: { God: [Great] } }',
      'survey.yaml:5:54: "God" is not an option of the scale "mine"; did you mean "Good"?',
    ],
    [
      'mine: { positive: Good, negative: Bad, synonyms: { Good: [Bad] } }',
      'survey.yaml:5:61: "Bad" is an option of the scale "mine"; it cannot stand for "Good" too',
    ],
    [
      'mine: { positive: Good, negative: Bad, synonyms: { Good: [So so], Bad: [So so] } }',
      'survey.yaml:5:75: "So so" cannot stand for both "Good" and "Bad"',
    ],
    [
      'mine: { positive: Good, negative: Bad, words: { positive: neither } }',
      'survey.yaml:5:61: "neither" is the word for "neutral" too; each side needs its own',
    ],
    [
      'mine: { positive: Good, negative: Bad, synonyms: [Good] }',
      'survey.yaml:5:52: "synonyms" must be options with their other spellings, such as { Support: [Tend to support] }, not a list',
    ],
  ])('%s', (scale, message) => {
    expect(refusal(questions([role], `scales:\n  ${scale}`))).toEqual([message]);
  });
});
