import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { type Rows, analyseTables } from '../support/survey.ts';

const provenance = { version: '0', definition: { file: 'survey.yaml', sha256: '' } };

/** What a committee reads of one question, "Q", whose answers are given: the paragraph above its table. */
async function paragraph(question: string, cells: readonly string[], more = ''): Promise<string> {
  const rows: Rows = [['Q'], ...cells.map((cell) => [cell])].map((row, index) => [...row, `${index}`]);
  const analysis = await analyseTables(
    `{ title: T, questions: [{ id: q, column: Q, ${question} }] ${more} }`,
    [rows],
  );
  const lines = renderMarkdown(summaryDocument(analysis, provenance)).split('\n');
  return lines[lines.indexOf('## Q') + 2] ?? '';
}

const view = 'kind: scale, scale: agreement, base: gave-view';

test('where nobody has a view the report says what they said instead', async () => {
  expect(await paragraph(view, ["Don't know", 'Prefer not to say', "Don't know"])).toBe(
    'Nobody gave a view on “Q”: 2 did not know and 1 preferred not to say.',
  );
  expect(await paragraph(view, ["Don't know", 'Agre'])).toBe(
    'Nobody gave a view on “Q”: 1 did not know. 1 answer could not be counted.',
  );
});

test('answers that could not be counted are not called no answers', async () => {
  expect(await paragraph(view, ['Agre', 'Disagre', ''])).toBe(
    'None of the 2 answers to “Q” could be counted.',
  );
  expect(await paragraph('kind: number', ['many'])).toBe('The only answer to “Q” could not be counted.');
  expect(await paragraph('kind: choice, options: [A], base: all', ['B', 'C', ''])).toBe(
    'None of the 2 answers to “Q” could be counted.',
  );
});

test('where nobody replied the report says so', async () => {
  expect(await paragraph('kind: scale, scale: agreement, base: all', ['', ' '])).toBe('Nobody answered “Q”.');
  expect(await paragraph('kind: number', [''])).toBe('Nobody answered “Q”.');
});

test('where nobody was asked the report says so', async () => {
  const analysis = await analyseTables(
    '{ title: T, questions: [{ id: a, kind: choice, column: A, options: [Yes, No] }, { id: q, kind: choice, column: Q, asked: { a: Yes } }] }',
    [
      [
        ['A', 'Q'],
        ['No', ''],
      ],
    ],
  );
  expect(renderMarkdown(summaryDocument(analysis, provenance))).toContain('\nNobody was asked “Q”.\n');
});

test('a paragraph says how many answers are not in its figures', async () => {
  expect(
    await paragraph('kind: scale, scale: importance', ['Very important', 'Slightly important', 'Meh']),
  ).toBe(
    '1 of 1 (100%) answered “Very important” or “Important” and none answered “Unimportant” or “Very unimportant”. 2 answers could not be counted.',
  );
  expect(await paragraph('kind: choice, options: [A]', ['A', 'B'])).toBe(
    '1 of 1 (100%) answered “A”. 1 answer could not be counted.',
  );
  expect(await paragraph('kind: number', ['2', 'two'])).toMatch(
    /^1 gave a number: .* 1 answer could not be counted\.$/u,
  );
});

test('on a small base the share of respondents who found something clear is said in plain words', async () => {
  const cells = ['Yes', 'Yes', 'No', 'No', 'Not sure'];
  expect(await paragraph('kind: scale, scale: clarity, sentence: the plan', cells)).toBe(
    '2 of 5 respondents (40%) felt that the plan was clear, 2 (40%) felt that it was unclear and 1 (20%) said that they were not sure.',
  );
  expect(
    await paragraph(
      'kind: scale, scale: clarity, sentence: the plan',
      ['No'],
      ', report: { minimumBase: 3 }',
    ),
  ).toBe('0 of 1 respondents felt that the plan was clear and 1 felt that it was unclear.');
});

test('a side that nobody is on is said without a percentage', async () => {
  expect(await paragraph('kind: scale, scale: agreement, sentence: the plan', ['Disagree', 'Disagree'])).toBe(
    '0 of 2 either strongly agreed or agreed with the plan and 2 (100%) disagreed or strongly disagreed.',
  );
  expect(await paragraph('kind: scale, scale: satisfaction, sentence: it', ['Very satisfied'])).toBe(
    '1 of 1 (100%) were either very satisfied or fairly satisfied with it and none were fairly dissatisfied or very dissatisfied.',
  );
});

test('the middle half of the numbers is one where its ends are', async () => {
  expect(await paragraph('kind: number', ['2', '2', '2', '2', '9'])).toBe(
    '5 gave a number: the mean is 3.4 and the median 2; the middle half of them gave 2.',
  );
  expect(await paragraph('kind: number', ['1', '2', '3', '4', '5'])).toMatch(/gave 2 to 4\.$/u);
});

test('up to six answers are all said; of more, those that are more frequent than any left out', async () => {
  const six = ['A', 'B', 'C', 'D', 'E', 'F'];
  expect(await paragraph('kind: choice', six)).toMatch(/ and 1 \(17%\) answered “F”\.$/u);
  expect(await paragraph('kind: choice', [...six, 'G', 'D', 'F'])).toBe(
    '2 of 9 (22%) answered “D” and 2 (22%) answered “F”. The table has the other answers.',
  );
  expect(await paragraph('kind: choice', [...six, ...six, ...six, 'G', 'F', 'H'])).toBe(
    '4 of 21 (19%) answered “F”. The table has the other answers.',
  );
  expect(await paragraph('kind: choice', [...six, 'G'])).toBe(
    '1 of 7 (14%) gave each of 7 answers. The table has them all.',
  );
});
