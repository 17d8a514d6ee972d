import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { severities } from '../../src/responses/issues/issues.ts';
import { type Sandbox, exportsOf, root, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

const folders = readdirSync(path.join(root, 'fixtures')).map((name) => `fixtures/${name}`);

test('the figures of every fixture are as expected', async () => {
  expect(folders.length).toBeGreaterThan(2);
  const { stdout, stderr, exitCode } = await place.run(`soundings check ${folders.join(' ')}`);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(stdout.match(/^ok .*: \d+ figures$/gmu)).toHaveLength(folders.length);
});

/** The headers of the messy fixture, and the short names under those of one of its files. */
const headers = readFileSync(path.join(root, 'fixtures/messy/responses-14-names-again.csv'), 'utf8')
  .split('\n', 1)[0]!
  .split(',');
const names = ['poster', 'email', 'poster', 'library', 'purpose', 'visits', 'known'];

/** What fixtures/messy/README.md says is wrong: code, row, line, column, value and the option meant; no row: the file. */
const wrong: Readonly<Record<string, readonly (readonly [string, ...(string | number)[]])[]>> = {
  'fixtures/messy/survey.yaml': [['option-not-seen', '', '', '', 'Mobile libary', 'Mobile library']],
  'responses-01-utf8.csv': [
    ['unclaimed-columns'],
    ['option-twice', '', '', '', 'Poster'],
    ['other-separator', 1, 2, 'What do you use it for?', 'Books and audiobooks, Study space'],
    ['tick-value', 2, 3, 'How did you hear? - Email', '8', 'Email'],
    ['label-variant', 2, 3, 'Open until 7pm on two weekdays', 'Strongly Agree', 'Strongly agree'],
    ['unknown-answer', 3, 4, 'Open until 7pm on two weekdays', 'Agre', 'Agree'],
    ['unknown-answer', 4, 5, 'Open until 7pm on two weekdays', 'See my letter'],
    ['label-variant', 5, 6, 'Close on Wednesday afternoons', 'Strongly\u00a0disagree', 'Strongly disagree'],
    ['misplaced-answer', 6, 7, 'How did you hear? - Poster', 'Email', 'Poster'],
    ['label-variant', 6, 7, 'Open until 7pm on two weekdays', 'Don\u2019t know', "Don't know"],
    ['label-variant', 7, 8, 'Open until 7pm on two weekdays', '\ufeffAgree', 'Agree'],
    ['answer-not-asked', 8, 9, 'How many times did you visit last month?', '4'],
    ['late', 9, 10],
    ['bad-date', 10, 11, 'Submitted', '2025-02-30T10:00:00'],
    ['label-variant', 11, 12, 'What do you use it for?', 'Computers and wi\u2011fi', 'Computers and wi-fi'],
    ['near-option', 11, 12, 'What do you use it for?', 'Studdy space', 'Study space'],
    ['write-in', 11, 12, 'What do you use it for?', 'Toilets'],
    ['unanswered', 13, 14],
  ],
  'responses-02-utf8-bom-sep.csv': [
    ['blank-rows'],
    ['incomplete', 2, 5],
    ['test', 3, 6],
    ['bad-count', 4, 8, 'Responses', 'two'],
    ['not-a-number', 5, 9, 'How many times did you visit last month?', 'about 3'],
    ['duplicate-id', 7, 11, 'Response ID'],
  ],
  'responses-03-utf16le-tab.csv': [
    ['blank-rows'],
    ['missing-id', 2, 3, 'Response ID', ''],
    ['missing-id', 3, 4, 'Response ID', '\u00a0'],
    ['unknown-answer', 4, 5, 'Open until 7pm on two weekdays', '\u001b[31mAgree\u001b[0m'],
    ['write-in', 5, 6, 'What do you use it for?', '=HYPERLINK("https://example.invalid","Agree")'],
    ['bad-date', 7, 8, 'Submitted', 'yesterday'],
  ],
  'responses-04-utf16be.csv': [
    ['ambiguous-dates', '', '', 'Submitted'],
    ['unknown-answer', 2, 3, 'Do you use a library?', 'Yep', 'Yes'],
    ['unknown-answer', 3, 4, 'Do you use a library?', 'Sometimes'],
    ['label-variant', 4, 5, 'Do you use a library?', 'yes', 'Yes'],
    ['unknown-answer', 6, 7, 'Is it clear why we propose this?', 'See attached'],
  ],
  'responses-05-windows-1252-pipe.csv': [
    ['unclaimed-columns'],
    ['bad-bytes', 1, 2],
    ['bad-bytes', 2, 3],
    ['bad-bytes', 3, 4],
    ['bad-bytes', 5, 6],
    ['label-variant', 2, 3, 'Stay open until 7pm on two weekdays', 'Don\u2019t know', "Don't know"],
    ['label-variant', 3, 4, 'What do you use it for?', 'Children\u2019s activities', "Children's activities"],
    ['duplicate-id', 5, 6, 'Response ID'],
    ['late', 6, 7],
    ['answer-not-asked', 7, 8, 'Where does the mobile library stop for you?', 'Church green, Tuesdays'],
  ],
  'responses-06-cr.csv': [
    ['missing-column', '', '', 'Channel'],
    ['label-variant', 1, 2, 'Open until 7pm on two weekdays', 'Agree ', 'Agree'],
    ['label-variant', 2, 3, 'Is it clear why we propose this?', 'yes', 'Yes'],
    ['not-a-number', 3, 5, 'How many times did you visit last month?', '=1+2'],
  ],
  'responses-07-crcrlf.csv': [
    ['nul-character', 2, 3],
    ['late', 3, 4],
    ['near-option', 4, 5, 'What do you use it for?', 'Childrens activities', "Children's activities"],
    ['answer-not-asked', 5, 6, 'What do you use it for?', 'Computers and wi-fi'],
  ],
  'responses-08-quotes.csv': [
    ['blank-rows'],
    ['stray-quote', 2, 3],
    ['stray-quote', 4, 8],
    ['short-row', 5, 9],
    ['long-row', 6, 11],
    ['long-row', 7, 12],
  ],
  'responses-09-mixed-dates.csv': [
    ['ambiguous-dates', '', '', 'Submitted'],
    ['late', 5, 6],
  ],
  'responses-10-by-hand.csv': [
    ['excel-date', 3, 4, 'Which library do you know best?', '5-Feb', '2–5'],
    ['maybe-no-reply', 4, 5, 'Which library do you know best?', 'Not asked'],
    ['several-answers', 5, 6, 'Do you use a library?', 'Yes, No'],
    ['several-answers', 5, 6, 'Close on Wednesday afternoons', 'Agree and Strongly agree'],
    ['encoded-twice', 6, 7, 'Which library do you know best?', 'Mary\u00e2\u20ac\u2122s'],
    ['no-responses', 6, 7, 'Responses', '0'],
    ['maybe-summary', 7, 8, '', 'Last year, 1.1, 2.5'],
    ['bad-count', 7, 8, 'Responses', ''],
    ['blank-rows'],
    ['summary-row', 8, 10, '', '3'],
    ['note-row', 9, 11, '', 'Typed in by: SB'],
  ],
  'responses-11-damaged.csv': [
    ['bad-bytes', 2, 3],
    ['bad-bytes', 2, 4],
  ],
  'responses-12-mac-roman.csv': [
    ['mac-roman', 2, 3],
    ['header-row', '', 4],
  ],
  'responses-13-utf16be-bom-codes.csv': [
    ['second-headers', '', 2, '', headers.join(', ')],
    ['unknown-kind', 3, 5, 'Capacity', 'Orgnisation', 'Organisation'],
    ['bad-weight', 4, 6, 'Weight', ''],
    ['bad-weight', 5, 7, 'Weight', '-1'],
    ['unknown-kind', 6, 8, 'Capacity', 'Reading group'],
  ],
  'responses-14-names-again.csv': [
    ['maybe-headers', 1, 2, '', [...names, 'evenings, wednesdays, clear'].join(', ')],
    ['missing-id', 1, 2, 'Response ID', ''],
    ['bad-count', 1, 2, 'Responses', ''],
    ['bad-weight', 1, 2, 'Weight', ''],
  ],
  'responses-15-swallowed.csv': [['swallowed-rows', 1, 2]],
  'responses-16-twice.csv': Array.from({ length: 12 }, (_, nth) => ['rows-again', 13 + nth, 14 + nth]),
};

interface Found {
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly count: number;
    readonly examples: readonly Readonly<Record<string, string | number>>[];
  }[];
}

async function validateMessy(): Promise<Found> {
  const command = `soundings validate ${exportsOf('messy')} --all --format json`;
  const { stdout, stderr, exitCode } = await place.run(command);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
  return JSON.parse(stdout) as Found;
}

const line = (file: string, cells: readonly (string | number | undefined)[]) =>
  JSON.stringify([file, ...Array.from({ length: 6 }, (_, index) => cells[index] ?? '')]);

test('what is wrong in the messy fixture is found, in its place, and nothing else', async () => {
  const { issues } = await validateMessy();
  const found = issues.flatMap(({ code, examples }) =>
    examples.map(({ file, row, line: at, column, value, suggestion }) =>
      line(String(file), [code, row, at, column, value, suggestion]),
    ),
  );
  const expected = Object.entries(wrong).flatMap(([file, rows]) => rows.map((row) => line(file, row)));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('the messy fixture counts rows, columns and dates that are wrong as its README does', async () => {
  const { issues } = await validateMessy();
  const counts = Object.fromEntries(issues.map(({ code, count }) => [code, count]));
  expect(counts).toMatchObject({ 'blank-rows': 5, 'unclaimed-columns': 3, 'ambiguous-dates': 6 + 3 });
  const places = ['late', 'label-variant', 'unknown-answer', 'write-in', 'duplicate-id', 'long-row'];
  for (const code of places) {
    const listed = Object.values(wrong)
      .flat()
      .filter(([one]) => one === code);
    expect([code, counts[code]]).toEqual([code, listed.length]);
  }
});

test('every kind of issue occurs in the messy fixture, as bad as it is', async () => {
  const { issues } = await validateMessy();
  expect(Object.fromEntries(issues.map(({ code, severity }) => [code, severity]))).toEqual(severities);
});

test('weights that cannot be used are found in the fixture of the library', async () => {
  const { stdout } = await place.run('soundings validate fixtures/library-hours/responses.csv -f json');
  expect((JSON.parse(stdout) as Found).issues).toMatchObject([{ code: 'bad-weight', count: 2 }]);
});

test('every state of a cell occurs in the messy fixture, as often as its README says', async () => {
  const { stdout } = await place.run(`soundings analyse ${exportsOf('messy')} -f json`);
  const { questions } = JSON.parse(stdout) as {
    questions: { id: string; items: { id: string; states: Record<string, number> }[] }[];
  };
  const states = questions.flatMap(({ id, items }) =>
    items.map((item) => [item.id === id ? id : `${id}.${item.id}`, ...Object.values(item.states)]),
  );
  expect(Object.keys(questions[0]?.items[0]?.states ?? {})).toEqual([
    ...['option', 'outside', 'blank', 'notAsked', 'invalid'],
  ]);
  expect(states).toEqual([
    ['uses', 104, 0, 2, 0, 5],
    ['heard', 3, 0, 105, 0, 3],
    ['purposes', 91, 0, 1, 19, 0],
    ['visits', 88, 0, 2, 19, 2],
    ['branch', 105, 0, 4, 0, 2],
    ['stop', 0, 0, 0, 111, 0],
    ['hours.evenings', 97, 7, 2, 0, 5],
    ['hours.wednesdays', 99, 4, 5, 0, 3],
    ['clarity', 103, 0, 5, 0, 3],
    ['comments', 18, 0, 91, 0, 2],
  ]);
});

test('a pattern that the shell left as it is stands for the folders that it fits', async () => {
  const { stdout, exitCode } = await place.run(`soundings check 'fixtures/send-strategy-*'`);
  expect(stdout).toMatch(/^ok fixtures\/send-strategy-2023: \d+ figures\nok fixtures\/send-strategy-2025: /u);
  expect(exitCode).toBe(0);
  const none = await place.run(`soundings check 'nothing/*'`);
  expect([none.exitCode, none.stderr]).toEqual([
    2,
    'soundings: nothing/*: there is no such folder, and none that this stands for.\n',
  ]);
});
