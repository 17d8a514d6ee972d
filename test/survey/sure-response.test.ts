import { expect, test } from 'vitest';
import { sandbox } from '../cli/sandbox.ts';

const questions = `
title: T
questions:
  - { id: view, kind: choice, column: View, options: [Good, Base, Poor] }
  - { id: age, kind: number, column: Age }
`;

/** How many responses these rows hold, by a definition. */
async function received(rows: readonly string[], definition: string): Promise<number> {
  const box = sandbox();
  box.write('survey.yaml', definition);
  box.write('r.csv', `${rows.join('\n')}\n`);
  const { stdout } = await box.run('soundings analyse r.csv -s survey.yaml -f json');
  box.remove();
  return (JSON.parse(stdout) as { readonly ledger: { readonly received: number } }).ledger.received;
}

test('a last row with an option of the definition is a response, though totals are called that too', async () => {
  const rows = ['View,Age', 'Good,20', 'Poor,31', 'Good,25', 'Good,40', 'Base,116'];
  expect(await received(rows, questions)).toBe(5);
  expect(await received([...rows.slice(0, -1), 'Total,116'], questions)).toBe(4);
});

test('a last row with an id and a time of its own is a response', async () => {
  const rows = Array.from({ length: 8 }, (_, n) => `Good,20,R${n},2024-01-0${n + 1}`);
  const definition = `respondent: { id: Id, submitted: Sent }${questions.replace(', options: [Good, Base, Poor]', '')}`;
  expect(await received(['View,Age,Id,Sent', ...rows, 'Total,44,R9,2024-01-09'], definition)).toBe(9);
  expect(await received(['View,Age,Id,Sent', ...rows, 'Total,160,,'], definition)).toBe(8);
});

const under = ['Q1,Q2', 'View,Age', 'Good,20', 'Poor,31', 'Good,25'];

test('a row under the headers that names columns as the definition does is no response', async () => {
  expect(await received(under, questions)).toBe(3);
  expect(await received(['x,y', ...under], questions)).toBe(3);
});

test.each(['Parks,Roads', 'Used? - Parks,Used? - Roads'])(
  'a response that ticks options by the names of their columns is one: %s',
  async (headers) => {
    const columns = headers.split(',').map((header) => JSON.stringify(header));
    const definition = `
title: T
questions:
  - { id: used, kind: multiple, columns: [${columns.join(', ')}], options: [Parks, Roads] }
`;
    expect(await received([headers, 'Parks,Roads', 'Parks,', ',Roads'], definition)).toBe(3);
  },
);

test('a response is none though columns of another file are called what it answers', async () => {
  const box = sandbox();
  const online = ['Yes', 'No'].map((option) => `Do you live here? - ${option}`);
  box.write(
    'online.csv',
    `${online.join(',')},Agree? - Agree,Agree? - Disagree\nYes,,Agree,\n,No,,Disagree\n`,
  );
  box.write('paper.csv', 'Lives here,View,Notes\nYes,Agree,\nNo,Disagree,more\n');
  box.write(
    'survey.yaml',
    `title: T
questions:
  - { id: live, kind: choice, text: Lives, column: Lives here, columns: ['${online.join("', '")}'] }
  - { id: view, kind: choice, text: View, column: View, columns: ['Agree? - Agree', 'Agree? - Disagree'] }
`,
  );
  const { stdout } = await box.run('soundings analyse online.csv paper.csv -f json');
  box.remove();
  expect(JSON.parse(stdout)).toMatchObject({ ledger: { received: 4 } });
});

test('a definition made with --header-rows is used without it', async () => {
  const box = sandbox();
  box.write('r.csv', 'Q1,Q2,Q3\nArea,Clear,Notes\nNorth,Agree,words\nSouth,Disagree,\n');
  const warned = await box.run('soundings init r.csv -o other.yaml');
  expect(warned.stderr).toContain('first rows that may be headers and no response: 1');
  await box.run('soundings init r.csv --header-rows 2');
  const { stdout, stderr } = await box.run('soundings analyse r.csv -f json');
  box.remove();
  expect(stderr).toContain(
    '“Area, Clear, Notes” was taken for headers: it is among the rows that were named as headers',
  );
  expect(JSON.parse(stdout)).toMatchObject({ ledger: { received: 2 } });
});

test('words under codes that nobody else says are a warning, since they may be a response', async () => {
  const box = sandbox();
  const responses = Array.from({ length: 12 }, (_, n) => (n % 3 ? 'Yes,No,Agree,Yes' : 'No,Yes,Disagree,No'));
  box.write('r.csv', ['Q1,Q2,Q3,Q4', 'It depends,Not sure,Too vague,No idea', ...responses].join('\n'));
  const { stderr } = await box.run('soundings analyse r.csv');
  const told = await box.run('soundings analyse r.csv --header-rows 1 -f json');
  box.remove();
  expect(stderr).toContain('warning: further rows of headers: 1');
  expect(stderr).toContain('“It depends, Not sure, Too vague, No idea” was taken for headers');
  expect(stderr).toContain('--header-rows');
  expect(JSON.parse(told.stdout)).toMatchObject({ ledger: { received: 13 } });
});

test.each([
  [
    'Ref,Q1,Q2',
    'Ref,Which area?,Do you agree?',
    'it repeats a header where every other row has an id or a time',
  ],
  ['Ref,Area,View', 'text,radio,dropdown', 'it says of what sort each question is'],
  [
    'Ref,How far do you agree?,',
    ',It is clear,It is fair',
    'it names what belongs to the questions above it',
  ],
])('a row that was taken for headers is said, and by what: %s over %s', async (first, second, ground) => {
  const box = sandbox();
  const responses = Array.from(
    { length: 9 },
    (_, n) => `${n},${n % 2 ? 'Good' : 'Bad'},${n % 3 ? 'Good' : 'Bad'}`,
  );
  box.write('r.csv', `${[first, second, ...responses].join('\n')}\n`);
  const { stdout } = await box.run('soundings validate r.csv', { columns: 300 });
  box.remove();
  const shown = second.split(',').filter((cell) => cell !== '');
  expect(stdout).toContain(`“${shown.join(', ')}” was taken for headers: ${ground}`);
});
