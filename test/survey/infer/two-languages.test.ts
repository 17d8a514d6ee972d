import { describe, expect, test } from 'vitest';
import type { RecognisedLayout } from '../../../src/intake/headers/recognise.ts';
import type { ColumnFacts } from '../../../src/survey/infer/facts.ts';
import { ticksIn } from '../../../src/survey/infer/two-languages.ts';
import { infer } from '../../support/infer.ts';

/** The kinds and options of what is inferred from columns of one question in the layout of SurveyMonkey. */
async function inferQuestion(parts: readonly string[], rows: readonly (readonly string[])[]) {
  const { questions } = await infer([
    ['Respondent ID', 'What should the park have?', ...parts.slice(1).map(() => ''), 'Your ward'],
    ['', ...parts, 'Response'],
    ...rows.map((row, nth) => [`${nth + 1000}`, ...row, nth % 2 === 0 ? 'North' : 'South']),
  ]);
  return questions
    .map(({ question }) =>
      'options' in question ? [question.kind, ...(question.options ?? [])] : [question.kind],
    )
    .slice(0, -1);
}

describe('columns called as the options of a scale are options, ticked or not, whatever wrote them', () => {
  const scale = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'];
  const rows = Array.from({ length: 12 }, (_, row) =>
    scale.map((_one, nth) => (row % 4 === nth ? '1' : '0')),
  );
  const kindsOf = async (question: string, parts: readonly string[]) => {
    const headers = ['Sent', 'Code', question, ...parts.slice(1).map(() => ''), 'Your ward'];
    const below = ['', '', ...parts, ''];
    const cells = rows.map((row, nth) => ['1 May', `C${nth}`, ...row, nth % 2 === 0 ? 'North' : 'South']);
    const { questions } = await infer([headers, below, ...cells]);
    return questions.map(({ question: { kind }, columns }) => [kind, columns.length]);
  };

  test('where only the options have an order', async () => {
    expect(await kindsOf('I can speak up.', scale)).toContainEqual(['scale', 4]);
    expect(await kindsOf('I have been here', ['Never', 'Rarely', 'Sometimes', 'Often'])).toContainEqual([
      'choice',
      4,
    ]);
  });

  test('but where somebody said yes to two they are rows of a grid, each with its own base', async () => {
    const headers = ['Morning', 'Afternoon', 'Evening'].map((part) => `Was a visit good? [${part}]`);
    const cells = Array.from({ length: 12 }, (_, row) => ['1', row % 2 ? '1' : '0', row % 3 ? '0' : '']);
    const { questions } = await infer([headers, ...cells]);
    expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([
      ['choice', 3],
    ]);
  });

  test('but statements that 1 and 0 answer are rows of a grid', async () => {
    expect(
      await kindsOf('I can speak up', ['At home', 'At work', 'At school', 'Elsewhere']),
    ).not.toContainEqual(['multiple', 4]);
  });
});

describe('columns of options that are named in two languages are one question', () => {
  const english = [
    ['Paths', '', ''],
    ['Paths', 'Benches', ''],
    ['', 'Benches', 'Toilets'],
    ['Paths', '', ''],
  ];
  const both = [...english, ['Llwybrau', '', 'Toiledau'], ['', 'Meinciau', '']];
  const options = ['Paths', 'Benches', 'Toilets'];

  test('where every one is', async () => {
    expect(await inferQuestion(options, both)).toEqual([['multiple', ...options]]);
  });

  test('where only one is, and where only those who answer in the other language ticked one', async () => {
    expect(await inferQuestion(options, [...english, ['Llwybrau', '', '']])).toEqual([
      ['multiple', ...options],
    ]);
    const rows = both.map(([a = '', b = '', c = '']) => [a, b, c === 'Toilets' ? '' : c]);
    expect(await inferQuestion(options, rows)).toEqual([['multiple', ...options]]);
  });

  test('where the headers have both names', async () => {
    const headers = ['Paths / Llwybrau', 'Benches / Meinciau', 'Toilets / Toiledau'];
    expect(await inferQuestion(headers, both)).toEqual([['multiple', ...headers]]);
  });

  test('but not which of two is liked better, which everybody answers', async () => {
    const rows = [
      ['Tea', 'Cats'],
      ['Coffee', 'Dogs'],
      ['Tea', 'Dogs'],
      ['Tea', 'Cats'],
    ];
    expect(await inferQuestion(['Tea / Coffee', 'Cats / Dogs'], rows)).not.toContainEqual(
      expect.arrayContaining(['multiple']),
    );
  });
});

test('20,000 options with a text of their own each are told apart in no time', { timeout: 10_000 }, () => {
  const columns = Array.from({ length: 20_000 }, (_, position) => ({
    heading: { part: `Option ${position}`, question: 'Which?' },
    labels: [{ folded: `dewis ${position}` }],
    filled: 4,
    known: true,
  }));
  const layout = { platform: 'generic' } as RecognisedLayout;
  expect(ticksIn(columns as unknown as readonly ColumnFacts[], layout).size).toBe(0);
});

describe('columns of options without their question, under headers in two languages,', () => {
  const inferColumns = async (headers: readonly string[], rows: readonly (readonly string[])[]) => {
    const { questions } = await infer([
      ['Response ID', ...headers],
      ...rows.map((row, nth) => [`R${nth}`, ...row]),
    ]);
    return questions.map(({ question }) => question.kind);
  };

  test('are one question, in whichever language each was ticked', async () => {
    const headers = ['Parks / Parciau', 'Roads / Ffyrdd'];
    const english = [
      ['Parks', ''],
      ['', 'Roads'],
      ['Parks', 'Roads'],
      ['', ''],
    ];
    expect(await inferColumns(headers, english)).toEqual(['multiple']);
    expect(await inferColumns(headers, [...english, ['Parciau', ''], ['', 'Ffyrdd']])).toEqual(['multiple']);
  });

  test('but not which of two is liked better, which everybody answers', async () => {
    const rows = [
      ['Tea', 'Cats'],
      ['Coffee', 'Dogs'],
      ['Tea', 'Dogs'],
      ['Coffee', 'Cats'],
    ];
    expect(await inferColumns(['Tea / Coffee', 'Cats / Dogs'], rows)).not.toContain('multiple');
  });
});
