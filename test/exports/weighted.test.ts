import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../cli/sandbox.ts';
import { absent, exportsFolder, why } from './folder.ts';

describe.skipIf(absent)(`weighted results as they were published${why}`, () => {
  let place: Sandbox;
  beforeAll(() => {
    place = sandbox();
  });
  afterAll(() => place.remove());

  test('how masculine men feel (FiveThirtyEight and WNYC, 2018): of all, and by age', async () => {
    place.write(
      'men.yaml',
      `title: Masculinity
respondent: { weight: weight }
questions:
  - id: feel
    kind: choice
    column: q0001
    options: [Very masculine, Somewhat masculine, Not very masculine, Not at all masculine, No answer]
  - { id: age, kind: choice, column: age3, options: [18 - 34, 35 - 64, 65 and up] }
breakdowns: [age]
`,
    );
    const file = path.join(exportsFolder, 'surveymonkey--fivethirtyeight-data--masculinity-raw-weighted.csv');
    const { stdout } = await place.run(`soundings analyse '${file}' -s men.yaml -f json`);
    interface Shown {
      readonly options: readonly { readonly shown: string }[];
    }
    const analysis = JSON.parse(stdout) as {
      questions: readonly { items: readonly Shown[] }[];
      breakdowns: readonly { question: string; groups: readonly Shown[] }[];
    };
    const shown = (one: Shown | undefined) => one?.options.map((option) => option.shown);
    expect(shown(analysis.questions[0]?.items[0])).toEqual(['37%', '46%', '11%', '5%', '1%']);
    const groups = analysis.breakdowns.find(({ question }) => question === 'feel')?.groups;
    expect(groups?.map(shown)).toEqual([
      ['29%', '47%', '13%', '10%', '0%'],
      ['42%', '46%', '9%', '2%', '1%'],
      ['37%', '47%', '13%', '3%', '1%'],
    ]);
  });
});
