import { expect, test } from 'vitest';
import { UserError } from '../../src/intake/user-error.ts';
import { renderJson } from '../../src/render/json.ts';
import { readJsonAnalysis } from '../../src/render/read-json.ts';
import { analyseTables } from '../support/survey.ts';

const json = async (report = '') =>
  renderJson(
    await analyseTables(
      `{ title: T, closed: 2025-01-31, ${report} questions: [{ id: q, kind: scale, scale: agreement, base: gave-view, column: A }, { id: n, kind: number, column: N }] }`,
      [
        [
          ['A', 'N'],
          ['Agree', '4'],
          ['Disagree', '8'],
          ['Agree', ''],
          ["Don't know", ''],
        ],
      ],
      { where: { question: 'q', option: 'Agree' }, by: ['q'] },
    ),
    '0',
  );

test('an analysis comes back as it was written', async () => {
  const analysis = readJsonAnalysis(await json('report: { decimals: 1 },'), 'a.json');
  expect(analysis).toMatchObject({
    survey: { title: 'T', closed: '2025-01-31' },
    selection: { question: 'q', option: 'Agree' },
    ledger: { received: 4, analysed: 2 },
    settings: { decimals: 1 },
  });
  const [q, n] = analysis.questions;
  expect(q?.items[0]?.nets[0]?.figure).toEqual({ id: 'q.agree', count: 2, base: 2, percent: 100 });
  expect(q?.items[0]?.options.at(-1)?.figure).toMatchObject({ percent: null, withheld: 'outside-base' });
  expect(n?.items[0]?.numbers).toMatchObject({ n: 1, mean: 4 });
  expect(analysis.breakdowns[0]?.groups.map(({ numbers }) => numbers?.mean)).toContain(4);
});

const refusal = (text: string): UserError => {
  try {
    readJsonAnalysis(text, 'a.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error('it was read');
};

test('what is no analysis, or one of another version, is refused in a line', async () => {
  const text = await json();
  expect(refusal('{').message).toBe('a.json is not JSON, or only part of it.');
  expect(refusal(text.slice(0, 200)).message).toBe('a.json is not JSON, or only part of it.');
  for (const other of ['[]', '3', 'null', '{"uses.yes": { "count": 1, "base": 2, "shown": "50%" }}'])
    expect(refusal(other).message).toBe('a.json is JSON, but not an analysis that soundings wrote.');
  expect(refusal(text.replace('"schemaVersion": 1', '"schemaVersion": 9')).message).toBe(
    'a.json is an analysis of version 9 of the JSON; this program reads version 1.',
  );
  expect(refusal(text.replaceAll('"nets"', '"net"')).message).toBe(
    'a.json is an analysis that something was taken out of, or added to.',
  );
});
