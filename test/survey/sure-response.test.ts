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
