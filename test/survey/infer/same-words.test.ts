import { expect, test } from 'vitest';
import { read } from '../../intake/source.ts';
import { inferDefinition } from '../../../src/survey/infer/infer.ts';

test('two rounds of a survey side by side have questions that a reader can tell apart', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, n) => `${n % 2 ? 'Yes' : 'No'},16-24,${n % 3 ? 'Yes' : 'No'},25+`,
  );
  const table = await read(`Do you agree?,Age,Do you agree?,Age\n${rows.join('\n')}\n`);
  const { questions } = inferDefinition(table);
  expect(questions.map(({ question: { text, column } }) => text ?? column)).toEqual([
    'Do you agree?',
    'Age',
    'Do you agree? (2)',
    'Age (2)',
  ]);
});
