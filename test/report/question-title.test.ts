import { expect, test } from 'vitest';
import { sandbox } from '../cli/sandbox.ts';

test('a question of one item says what was asked about, above its table and its sentence', async () => {
  const box = sandbox();
  box.write('r.csv', 'Close the High Street\nAgree\nDisagree\n');
  box.write(
    'survey.yaml',
    `{ title: T, questions: [{ id: p, kind: choice, text: Do you agree?, items: [{ id: a, column: Close the High Street }] }] }`,
  );
  const title = 'Do you agree? – Close the High Street';
  expect((await box.run('soundings analyse r.csv')).stdout).toContain(`\n${title}\n`);
  expect((await box.run('soundings report r.csv')).stdout).toContain(`\n## ${title}\n`);
  box.remove();
});

test('items of one label under two questions are told apart wherever they stand away from their question', async () => {
  const box = sandbox();
  const grid = (id: string, text: string) =>
    `{ id: ${id}, kind: scale, scale: agreement, text: ${text}, items: [{ id: a, column: ${id} - Parks, label: Parks }, { id: b, column: ${id} - 2, label: '2' }] }`;
  box.write(
    'survey.yaml',
    `{ title: T, report: { disclosure: none }, breakdowns: [area], questions: [${grid('care', 'They matter')}, ${grid('kept', 'They are kept well')}, { id: area, kind: choice, column: Area }] }`,
  );
  const rows = (agreed: number) =>
    Array.from({ length: 48 }, (_, nth) => {
      const kept = nth >= 30 ? '' : nth < agreed ? 'Agree' : 'Disagree';
      return `Agree,Agree,${kept},${kept},${nth % 3 === 0 ? 'South' : 'North'}`;
    });
  const save = (name: string, agreed: number) =>
    box.write(name, ['care - Parks,care - 2,kept - Parks,kept - 2,Area', ...rows(agreed)].join('\n') + '\n');
  save('before.csv', 20);
  save('after.csv', 10);

  const tables = (await box.run('soundings analyse before.csv')).stdout;
  expect(tables).toContain('\nThey matter – Parks, by “Area”\n');
  expect(tables).toContain('\nThey are kept well – Parks, by “Area”\n');
  expect(tables.replaceAll(/\n */gu, ' ')).toContain(
    '“agree” to “2” of “They are kept well” (67%, 20 of 30, ',
  );
  const report = (await box.run('soundings report before.csv')).stdout;
  expect(report).toContain('On “Parks” of “They are kept well”, of “South”');
  const moved = (await box.run('soundings compare before.csv after.csv')).stdout;
  expect(moved).toContain('\n- They are kept well – Parks – “Agree (net)”: from 67%');
  box.remove();
});
