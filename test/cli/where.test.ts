import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, exportsOf, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

const group = 'Only those who answered “Yes” to “Do you use a library?”.';
const run = (command: string) =>
  place.run(`soundings ${command} ${exportsOf('messy')} --where uses=yes`).then(({ stdout }) => stdout);

test('every format of validate says to which group it is narrowed', async () => {
  expect((await run('validate')).split('\n')[0]).toBe(group);
  const json: unknown = JSON.parse(await run('validate -f json'));
  expect(json).toMatchObject({ where: { question: 'uses', option: 'Yes' } });
  const [header, ...rows] = (await run('validate -f csv')).trimEnd().split('\n');
  expect(header).toMatch(/,where$/u);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row).toMatch(/,uses=Yes$/u);
  expect((await run('validate -f github')).split('\n')[0]).toBe(`::notice title=where::${group}`);
});

test('a report says it at the top, in every heading of results and under every table', async () => {
  const report = await run('report --by branch');
  const [, ...sections] = report.split('\n## ');
  const results = sections.slice(0, -2);
  expect(results.length).toBeGreaterThan(5);
  for (const section of results)
    expect(section.split('\n')[0]).toContain('(only those who answered “Yes” to “Do you use a library?”)');
  const tables = report.split(/\n\n(?=\| )/u).slice(1);
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) expect(table.split('\n\n')[1]).toContain(`- ${group}`);
});

test('a table or a count that is cut out of an analysis says it too', async () => {
  for (const format of ['table', 'markdown']) {
    const text = (await run(`analyse -f ${format}`)).replaceAll(/\s+/gu, ' ');
    const tables = text.match(/- Base: [^-]*(?:- (?:Percentages|Mean)[^-]*)?- [^-]*/gu) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect(table).toContain(group);
    expect(text).toContain(`wrote an answer. - ${group}`);
  }
});

test('a question may be named by its words, as the tables show them', async () => {
  const named = async (by: string, where: string) => {
    const command = `soundings analyse ${exportsOf('messy')} --by '${by}' --where '${where}' -f json`;
    return (await place.run(command)).stdout;
  };
  const byId = await named('branch', 'uses=Yes');
  const { questions } = JSON.parse(byId) as { questions: { id: string; text: string }[] };
  const words = (id: string) => questions.find((question) => question.id === id)?.text ?? '';
  expect(words('branch')).not.toBe('');
  expect(await named(words('branch'), `${words('uses').toUpperCase()}=Yes`)).toBe(byId);
});
