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
