import { describe, expect, test } from 'vitest';
import { cellsOf, read } from '../source.ts';
import { columnsOf } from './fixtures.ts';

describe('Typeform', () => {
  const token = 'r2w0retelulfeavbz8nkr2w04hf2b6nx';

  test('has a row of questions above its own where a publisher put one there', async () => {
    const lines = [
      ',Which do you use?,,,,How good are they?,',
      '#,Bus,Tram,Ferry,Other,Stops,*Seats*,Your **age**?',
      `${token},Bus,,,,Good,Good,30`,
      `${token},,Tram,,,Fair,Fair,40`,
      `${token},Bus,,,A canoe,Poor,Fair,50`,
    ];
    expect(await columnsOf(lines)).toEqual([
      '(id)',
      'Which do you use? | Bus',
      'Which do you use? | Tram',
      'Which do you use? | Ferry',
      'Which do you use? | Other',
      'How good are they? | Stops',
      'How good are they? | Seats',
      'Your age?',
    ]);
  });

  test('takes an option that nobody ticked for one between others, and a question that nobody answered for none', async () => {
    const lines = ['#,Bus,Tram,Car,*Why?*,Tea', `${token},Bus,,,,Tea`, `${token},,,Car,,`];
    expect(await columnsOf(lines)).toEqual(['(id)', ' | Bus', ' | Tram', ' | Car', 'Why?', ' | Tea']);
  });

  test('gives "Other" to the question before it', async () => {
    const lines = ['#,Your job?,Other,Why?', `${token},Cook,,Because`, `${token},,Diver,So`];
    expect(await columnsOf(lines)).toEqual(['(id)', 'Your job?', 'Your job? | Other', 'Why?']);
    const options = ['#,Your job?,Other,Bus,Tram', `${token},Cook,,Bus,`, `${token},,Diver,,Tram`];
    expect((await columnsOf(options)).slice(2)).toEqual(['Your job? | Other', ' | Bus', ' | Tram']);
  });

  describe('what was written under "Other" in place of one answer', () => {
    const answersOf = async (...rows: string[]) => {
      const lines = [`#,Your job?,Other,Why?`, ...rows.map((row) => `${token},${row}`)];
      return cellsOf(await read(lines.join('\n'))).map(([, job = '']) => job);
    };
    const cooks = ['Cook,,So', 'Cook,,No', 'Baker,,So', 'Baker,,No'];

    test('is the answer Other', async () => {
      const answers = await answersOf(...cooks, ',Diver,So', ',,No', ',Pilot,');
      expect(answers).toEqual(['Cook', 'Cook', 'Baker', 'Baker', 'Other', '', 'Other']);
    });

    test('is so where only the answers are asked for', async () => {
      const lines = ['#,Your job?,Other', ...cooks.map((row) => `${token},${row}`), `${token},,Diver`];
      const { columns } = await read(lines.join('\n'), { keep: () => new Map([[1, 'values']]) });
      expect(columns.get(1)?.values).toContain('Other');
    });

    test('is none where it stands beside an answer, or where no two answers are alike', async () => {
      expect(await answersOf(...cooks, 'Cook,Diver,So', ',Pilot,')).not.toContain('Other');
      expect(await answersOf('I cook,,So', 'I bake,,No', ',Diver,')).not.toContain('Other');
    });
  });

  test.each([
    ['*Bold* and _slanted_', 'Bold and slanted'],
    ['See [our page](https://example.org/a_b)', 'See our page'],
    ['<strong>Are you</strong> well?', 'Are you well?'],
    ['You said {{field:01-ab}}.', 'You said ….'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
  ])('is read without its formatting: %s', async (header, question) => {
    expect(await columnsOf([`#,${header}`, `${token},x`])).toEqual(['(id)', question]);
  });
});
