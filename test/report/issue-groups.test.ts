import { expect, test } from 'vitest';
import {
  bearsOnFigures,
  groupIssues,
  issueBlocks,
  occurrences,
} from '../../src/report/issues/issue-groups.ts';
import { describeIssue, issueTitle } from '../../src/report/issues/issue-words.ts';
import { type Issue, type IssueCode, severities } from '../../src/responses/issues/issues.ts';

const issue = (code: IssueCode, value: string, rows: readonly number[], file = 'a.csv'): Issue => ({
  code,
  file,
  column: 'Role',
  value,
  count: rows.length,
  places: rows.map((row) => ({ row, line: row + 1 })),
});

test('errors come first, then warnings, then notes, each kind once with its total', () => {
  const groups = groupIssues([
    issue('label-variant', 'parent', [1]),
    issue('duplicate-id', '', [2, 3]),
    issue('unknown-answer', 'Parnt', [4]),
    issue('label-variant', 'PARENT', [5, 6]),
    issue('not-a-number', 'x', [7]),
  ]);
  expect(groups.map(({ code, severity, count }) => [severity, code, count])).toEqual([
    ['error', 'unknown-answer', 1],
    ['error', 'not-a-number', 1],
    ['warning', 'duplicate-id', 2],
    ['note', 'label-variant', 3],
  ]);
});

test('what became of repeats is said to readers of the figures, and nothing is left to them to decide', () => {
  const said = (...details: (string | undefined)[]) =>
    issueBlocks({
      issues: details.map((detail, at) => ({
        ...issue('duplicate-id', '', [at + 1]),
        ...(detail !== undefined && { detail }),
      })),
    });
  const textOf = (blocks: ReturnType<typeof said>) => JSON.stringify(blocks);
  expect(textOf(said(undefined, 'in another file'))).toContain('all of them are counted');
  expect(textOf(said('left out', 'left out'))).toContain('left out, and the first with each id is counted');
  expect(textOf(said('left out', 'in another file'))).toContain('of them left out, the others counted');
  expect(textOf(said('left out', undefined))).not.toContain('decide');
});

test('few examples show as many different values as they can', () => {
  const [group] = groupIssues([issue('unknown-answer', 'x', [1, 2, 3]), issue('unknown-answer', 'y', [9])]);
  if (group === undefined) throw new Error('no group');
  const values = (limit?: number) => occurrences(group, limit).map(({ value, row }) => `${value}${row}`);
  expect(values(1)).toEqual(['x1']);
  expect(values(2)).toEqual(['x1', 'y9']);
  expect(values(3)).toEqual(['x1', 'x2', 'y9']);
  expect(values()).toEqual(['x1', 'x2', 'x3', 'y9']);
});

test('an issue of a whole file has no row', () => {
  const [group] = groupIssues([{ code: 'blank-rows', file: 'a.csv', count: 3, places: [] }]);
  if (group === undefined) throw new Error('no group');
  expect(group.count).toBe(3);
  expect(occurrences(group)).toEqual([{ file: 'a.csv', message: describeIssue({ ...group.issues[0]! }) }]);
});

test('every kind of issue has words, and every error and warning bears on the figures', () => {
  for (const code of Object.keys(severities) as IssueCode[]) {
    expect(issueTitle(code).title).not.toBe('');
    const detail = code.endsWith('-headers') ? 'parts' : '1 instead of 2';
    const [group] = groupIssues([{ ...issue(code, 'value', [1]), suggestion: 'option', detail }]);
    if (group === undefined) throw new Error(code);
    expect(describeIssue(group.issues[0]!)).not.toMatch(/undefined|\[object/u);
    if (severities[code] !== 'note') expect(bearsOnFigures(group)).toBe(true);
  }
});
