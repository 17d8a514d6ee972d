import { isDeepStrictEqual } from 'node:util';
import { run } from './measure.js';

/* Whether the scripts count what we count: otherwise how long they take says nothing. */

/** What was counted, each with its number last: the answer, before it the role where it is by role. @typedef {(string | number | null)[][]} Rows */

const noOption = 'no option';

/**
 * An error unless each of these scripts has the counts that a command of `analyse` has.
 * @param {import('./measure.js').Command} analysis @param {readonly import('./measure.js').Command[]} scripts
 */
export function checkCounts(analysis, scripts) {
  const ours = tablesOf(JSON.parse(run([...analysis, '--format', 'json']).stdout));
  for (const script of scripts) {
    const theirs = run(script)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (let nth = 0; nth < Math.max(ours.length, theirs.length); nth++)
      checkTable(script.join(' '), theirs[nth] ?? [], ours[nth] ?? []);
  }
}

/** @param {string} script @param {Rows} theirs @param {Rows} ours */
function checkTable(script, theirs, ours) {
  const options = new Set(ours.map((row) => row.at(-2)));
  const [found, expected] = [theirs, ours].map((rows) => countsOf(rows, options));
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${script} counts ${JSON.stringify(found)}, analyse ${JSON.stringify(expected)}`);
}

/** Answers that are none of the options as one, and without those who gave no role: they are in no group. @param {Rows} rows */
function countsOf(rows, options) {
  const counts = {};
  for (const row of rows) {
    const [count, answer, role] = row.map((cell) => cell ?? '').toReversed();
    if (role === '') continue;
    const name = [role, options.has(answer) ? answer : noOption].join(' ').trim();
    counts[name] = (counts[name] ?? 0) + Number(count);
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** What the scripts count, in the same order. @returns {Rows[]} */
function tablesOf({ ledger, questions, breakdowns }) {
  const items = (/** @type {string} */ id) => questions.find((question) => question.id === id)?.items ?? [];
  const incomplete = ledger.removed.find(({ reason }) => reason === 'incomplete').count;
  const byRole = breakdowns.filter(({ by, question }) => by === 'role' && question === 'priorities');
  return [
    [
      ['Completed', ledger.received - incomplete],
      [noOption, incomplete],
    ],
    [[ledger.analysed]],
    ...[...items('priorities'), ...items('clarity')].map(rowsOf),
    ...byRole.map(({ groups }) =>
      groups.flatMap((group) => rowsOf(group).map((row) => [group.label, ...row])),
    ),
    ...items('comments').map(({ states }) => [[states.option]]),
  ];
}

/** @returns {Rows} */
function rowsOf({ options, states }) {
  return [
    ...options.map(({ label, count }) => [label, count]),
    ['', states.blank],
    [noOption, states.invalid],
  ];
}
