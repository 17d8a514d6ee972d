import { expect, test } from 'vitest';
import { type FigureTable, markNotes } from '../../src/report/tables/table-notes.ts';
import { ledgerSentence } from '../../src/report/words/ledger-words.ts';
import type { Analysis, QuestionAnalysis } from '../../src/analysis/analysis.ts';
import type { Figure } from '../../src/analysis/figures.ts';
import type { BaseAlarm } from '../../src/analysis/base-alarms.ts';
import { baseAlarmNotes } from '../../src/report/words/alarm-words.ts';
import { baseNotes } from '../../src/report/words/base-words.ts';
import type { Issue, IssueCode } from '../../src/responses/issues/issues.ts';
import { majorityWords } from '../../src/report/words/campaign-words.ts';
import { describeNote, notesInWords } from '../../src/report/words/note-words.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { analyseTables } from '../support/survey.ts';

const ledgerText = (received: number, ...removed: readonly (readonly [string, number])[]) => {
  const analysed = received - removed.reduce((sum, [, count]) => sum + count, 0);
  const reasons = removed.map(([reason, count]) => ({ reason, count }));
  return sentenceText(ledgerSentence({ ledger: { received, removed: reasons, analysed }, issues: [] }), 0);
};

test('what was received, removed and analysed is one sentence', () => {
  expect(ledgerText(15_628)).toBe('We received 15,628 responses; all are analysed here.');
  expect(ledgerText(1)).toBe('We received 1 response; it is analysed here.');
  expect(ledgerText(1_005, ['incomplete', 1_000], ['duplicate', 1], ['late', 0], ['test', 3])).toBe(
    'We received 1,005 responses, of which 1 is analysed here: 1,000 were incomplete, 1 was a repeat of an earlier response and 3 were tests.',
  );
});

test('what is counted though it is a test, not finished or late stands beside how many were received', () => {
  const kept = (code: IssueCode, count: number) => ({ code, file: 'a.csv', count, places: [] });
  const ledger = { received: 97, removed: [], analysed: 97 };
  const words = (...issues: Issue[]) => sentenceText(ledgerSentence({ ledger, issues }), 0);
  expect(words(kept('test', 5), kept('incomplete', 6), kept('incomplete', 1))).toBe(
    'We received 97 responses; all are analysed here. Counted among those analysed: 7 incomplete responses and 5 tests.',
  );
  expect(words({ ...kept('late', 1), responses: 40 }, kept('test', 1), kept('bad-date', 3))).toContain(
    ': 1 test and 40 from outside the dates of the consultation.',
  );
});

test('an option that holds an equals sign is named whole', () => {
  expect(ledgerText(3, ['not age=<=17', 1])).toContain('outside the group age = <=17');
});

test('a rule about answers is put into words', () => {
  const removed = (options: string[], count: number, questions = [{ id: 'other', text: 'Other' }]) =>
    sentenceText(
      ledgerSentence({
        ledger: {
          received: 9,
          removed: [{ reason: '', count, answer: { question: 'role', options } }],
          analysed: 9 - count,
        },
        issues: [],
        questions,
      }),
      0,
    );
  expect(removed(['Councillor', 'Officer | staff'], 2)).toContain(
    ': 2 were left out for the answer “Councillor” or “Officer | staff” to question role.',
  );
  const role = { id: 'role', text: 'What are you?' };
  expect(removed(['Officer'], 2, [role])).toContain('for the answer “Officer” to “What are you?”.');
  expect(removed(['a = b'], 1)).toContain(': 1 was left out for the answer “a = b” to question role.');
});

test('the counts in a note have commas in thousands', async () => {
  const analysis = await analyseTables(
    `{ title: T, respondent: { count: N }, questions: [{ id: q, kind: scale, scale: agreement, column: Q }] }`,
    [
      [
        ['Q', 'N'],
        ['Agree', '6000'],
        ['Disagree', '5000'],
        ["Don't know", '3000'],
      ],
    ],
  );
  expect(analysis.notes.slice(0, 1).map((note) => sentenceText(describeNote(note, analysis), 0))).toEqual([
    '“Q”: whether a majority answered “agree” depends on the base: more than half of those who gave a view (55%, 6,000 of 11,000), not of those who answered (43%, 6,000 of 14,000) nor of all respondents (43%, 6,000 of 14,000).',
  ]);
});

test('which of two shares that are shown as 50% is a majority is said, also of exact ones that are hidden', () => {
  const share = (count: number, base: number) => ({
    id: 'q.agree',
    count,
    base,
    weighted: count,
    percent: 50,
  });
  const items = [{ id: 'q', label: 'Q', states: { notAsked: 1 } }] as unknown as QuestionAnalysis['items'];
  const questions = [{ id: 'q', items }] as unknown as Analysis['questions'];
  const place = { question: 'q', item: 'q' };
  const settings = { decimals: 0 } as Analysis['settings'];
  const alarm: BaseAlarm = {
    code: 'base-alarm',
    ...place,
    net: 'agree',
    shares: [
      { rule: 'answered', figure: share(101, 201), isMajority: true },
      { rule: 'all', figure: share(101, 203), isMajority: false },
    ],
  };
  expect(sentenceText(baseAlarmNotes([alarm], questions, 0).flat(), 0)).toContain(
    'more than half of those who answered (weighted 50%, 101 of 201), not of everybody',
  );
  expect(
    baseAlarmNotes([alarm, { ...alarm, net: 'disagree' }], questions, 0).map((note) => sentenceText(note, 0)),
  ).toEqual([
    'Whether a majority gave these answers depends on the base: more than half of those who answered, not of everybody who was asked: “agree” (weighted 50%, 101 of 201, against weighted 50%, 101 of 203) and “disagree” (weighted 50%, 101 of 201, against weighted 50%, 101 of 203) to “Q”.',
  ]);
  // Many are told item by item: a sentence of twenty lines nobody reads.
  const group = { by: 'role', id: 'staff', label: 'Staff' };
  const many = ['a', 'b', 'c', 'd'].map((net, at) => ({ ...alarm, net, ...(at > 2 && { group }) }));
  expect(baseAlarmNotes(many.slice(0, 3), questions, 0)).toHaveLength(1);
  const figures = '(weighted 50%, 101 of 201, against weighted 50%, 101 of 203)';
  expect(baseAlarmNotes(many, questions, 0).map((note) => sentenceText(note, 0))).toEqual([
    'Whether a majority gave these 4 answers depends on the base: more than half of those who answered, not of everybody who was asked. The next notes name them.',
    `“Q”: “a” ${figures}; “b” ${figures}; “c” ${figures}.`,
    `“Q”, in the group “Staff” (by “role”): “d” ${figures}.`,
  ]);
  // Then they come last, so that what else there is to know is not hidden behind them.
  const inGroups = ['a', 'b', 'c', 'd'].map((id) => ({ ...alarm, group: { by: 'role', id, label: id } }));
  const other = { code: 'no-disclosure-control' } as const;
  const startsOf = (notes: Analysis['notes']) =>
    notesInWords({ notes, questions, settings } as Analysis).map((note) => sentenceText(note, 0).slice(0, 5));
  expect(startsOf([...inGroups, other])).toEqual(['Small', 'Wheth', '“Q”, ', '“Q”, ', '“Q”, ', '“Q”, ']);
  expect(startsOf([alarm, other])).toEqual(['“Q”: ', 'Small']);
  // More than half is not shown as 50%, by a base as by a campaign, however far the other share is from it.
  const [exact, less] = [
    [101, 201],
    [101, 230],
  ].map(([count = 0, base = 0]) => ({ id: 'q.agree', count, base, percent: (100 * count) / base }));
  const shares = alarm.shares.map((one, at) => ({ ...one, figure: [exact, less][at] ?? one.figure }));
  expect(sentenceText(baseAlarmNotes([{ ...alarm, shares }], questions, 0).flat(), 0)).toContain(
    'those who answered (50.2%, 101 of 201), not of everybody who was asked (43.9%, 101 of 230)',
  );
  const change = {
    ...place,
    label: 'agree',
    side: 'positive',
    campaign: null,
    responses: 9,
    majorityChanges: true,
  } as const;
  const majority = { with: share(101, 201), without: share(92, 192), isMajority: true };
  expect(sentenceText(majorityWords({ ...change, ...majority }, { questions, settings }), 0)).toMatch(
    /to “Q”, more than half; without them .*, not more than half\./u,
  );
  // A decimal tells them apart, where it is known.
  const [most, half] = [50.2, 49.8].map((percent) => ({ ...share(101, 201), percent })) as [Figure, Figure];
  const wordsOf = (...[a, b]: [Figure, Figure]) =>
    sentenceText(
      majorityWords({ ...change, with: a, without: b, isMajority: true }, { questions, settings }),
      0,
    );
  expect(wordsOf(most, half)).toContain(
    '50.2% (weighted; 101 of 201) answered “agree” to “Q”, more than half; without them 49.8% (',
  );
  const [rounded, alike] = [most, half].map((one) => ({ ...one, weighted: null, percent: 50 })) as [
    Figure,
    Figure,
  ];
  expect(wordsOf(rounded, alike)).toContain(' 50% (weighted');
  expect(wordsOf({ ...most, percent: 52 }, half)).toContain(' 52% (weighted');
});

test('a middle option that nobody chose may not have been offered: one note for all questions that have it', async () => {
  const analysis = await analyseTables(
    `title: T
questions:
  - { id: q, kind: scale, scale: agreement, column: A }
  - { id: r, kind: scale, scale: agreement, column: B }
  - { id: s, kind: scale, scale: yes-no, column: C }`,
    [
      [
        ['A', 'B', 'C'],
        ['Agree', 'Disagree', 'Yes'],
      ],
    ],
  );
  const notes = analysis.notes.filter(({ code }) => code === 'middle-not-chosen');
  expect(notes.map((note) => sentenceText(describeNote(note, analysis), 0))).toEqual([
    '“Neither agree nor disagree”: nobody chose it in “A” and “B”, or it was not offered. The definition settles which, where it lists the options of these questions.',
    '“Not sure”: nobody chose it in “C”, or it was not offered. The definition settles which, where it lists the options of this question.',
  ]);
  const questions = Array.from({ length: 9 }, (_, at) => `q${at}`);
  const note = { code: 'middle-not-chosen', options: ['Not sure'], questions } as const;
  expect(sentenceText(describeNote(note, analysis), 0)).toBe(
    '“Not sure”: nobody chose it in 9 questions, which have 0 for it in their tables, or it was not offered. The definition settles which, where it lists the options of these questions.',
  );
});

test('where questions have different bases the notes say which has which, with the answers of those alone', async () => {
  const { questions } = await analyseTables(
    `title: T
questions:
  - { id: a, kind: scale, scale: agreement, column: A, base: gave-view }
  - { id: b, kind: scale, scale: agreement, column: B }
  - { id: c, kind: choice, column: C }
  - { id: n, kind: number, column: N }`,
    [
      [
        ['A', 'B', 'C', 'N'],
        ["Don't know", 'Not applicable', 'x', '1'],
        ['Agree', 'Agree', 'y', '2'],
      ],
    ],
  );
  expect(baseNotes({ questions }).map((note) => sentenceText(note, 0))).toEqual([
    "Percentages for “A” are of those who gave a view: blank and “Don't know” left out; each is rounded once, from its count and base.",
    'Percentages for all other questions are of those who answered, “Not applicable” included; each is rounded once, from its count and base.',
  ]);
  const same = { questions: questions.filter(({ id }) => id === 'b') };
  expect(baseNotes(same).map((note) => sentenceText(note, 0))).toEqual([
    'Percentages are of those who answered, “Not applicable” included; each is rounded once, from its count and base.',
  ]);
});

test.each([
  ['52, 49', [52, 49], 1],
  ['52, 48', [52, 48], 0],
  ['51.6, 48.4', [51.6, 48.4], 0],
  ['20.5, 20.5, 59', [20.5, 20.5, 59], 1],
  ['40, 30, the rest hidden', [40, 30, null], 0],
])(
  'weighted percentages that do not sum to 100 as they are shown are said to: %s',
  (_name, percents, notes) => {
    const options = percents.map((percent) => ({ figure: { count: 1, percent, weighted: 1 } }));
    const row = { base: { count: 3, rule: 'answered' }, options, nets: [], states: {} };
    const analysis = { settings: { decimals: 0, minimumBase: 1 } };
    const table = { kind: 'choice', rows: [row], analysis } as unknown as FigureTable;
    const said = markNotes(table).map((note) => sentenceText(note, 0));
    expect(said.filter((note) => note.includes('may not sum to 100%'))).toHaveLength(notes);
  },
);
