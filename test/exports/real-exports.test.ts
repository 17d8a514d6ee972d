import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../cli/sandbox.ts';
import { absent, exportsFolder, why } from './folder.ts';
import { rowsOf as readRows, tally } from './plain-rows.ts';

const rowsOf = (file: string, encoding: string, delimiter: string) =>
  readRows(path.join(exportsFolder, file), encoding, delimiter);

interface Analysed {
  readonly inputs: readonly Record<string, unknown>[];
  readonly ledger: Record<string, unknown>;
  readonly questions: readonly { readonly id: string; readonly items: readonly Item[] }[];
  readonly issues: readonly { readonly code: string; readonly count: number }[];
}
interface Item {
  readonly id: string;
  readonly states: Record<string, number>;
  readonly options: readonly { readonly label: string; readonly count: number }[];
  readonly nets: readonly { readonly id: string; readonly count: number }[];
}

/** The counts of an item under the names that `tally` gives them: those of its options, the blank ones under "". */
function countsOf({ options, states }: Item): Record<string, number> {
  const entries = options.map(({ label, count }): [string, number] => [label.toLowerCase(), count]);
  return Object.fromEntries(
    [...entries, ['', states['blank'] ?? 0] as const].filter(([, count]) => count > 0),
  );
}

describe.skipIf(absent)(`real exports${why}`, () => {
  let place: Sandbox;
  beforeAll(() => {
    place = sandbox();
  });
  afterAll(() => place.remove());

  async function analyse(file: string, definition: string, options = ''): Promise<Analysed> {
    place.write('real.yaml', definition);
    const name = path.join(exportsFolder, file);
    const { stdout, stderr, exitCode } = await place.run(
      `soundings analyse '${name}' -s real.yaml -f json ${options}`,
    );
    expect({ stderr, exitCode }).toMatchObject({ exitCode: 0 });
    return JSON.parse(stdout) as Analysed;
  }

  describe('the post-course survey of The Carpentries', () => {
    const file = 'unknown-platform--carpentries-assessment--instructor-training-post.csv';
    const items = [
      'InformationReasonableTime',
      'AtmosphereWelcoming',
      'LearnedSkills',
      'Material',
      'Recommend',
      'Worth',
    ];
    const definition = `title: Instructor training
questions:
  - id: training
    kind: scale
    scale: agreement
    text: To what extent do you agree?
    items:
${items.map((column) => `      - { id: ${column.toLowerCase()}, column: ${column} }`).join('\n')}
  - { id: pace, kind: choice, column: Pace }
  - { id: new, kind: choice, column: NewInformation, options: [All of it, Most of it, About half of it, Some of it, None of it] }
`;

    test('every answer to its six items is counted as an independent count has it', async () => {
      const rows = rowsOf(file, 'utf-8', ',');
      expect(rows[0]?.slice(5, 11)).toEqual(items);
      const { questions, ledger } = await analyse(file, definition);
      expect(ledger).toMatchObject({ received: 967, removed: [], analysed: 967 });
      expect(rows.length - 1).toBe(967);
      for (const [index, item] of (questions[0]?.items ?? []).entries()) {
        const counts = tally(rows, 5 + index);
        expect([item.id, countsOf(item)]).toEqual([items[index]?.toLowerCase(), counts]);
        expect(item.states).toMatchObject({ outside: 0, notAsked: 0, invalid: 0 });
        const net = (id: string) => item.nets.find((one) => one.id === id)?.count;
        expect(net('agree')).toBe((counts['strongly agree'] ?? 0) + (counts['agree'] ?? 0));
        expect(net('disagree')).toBe((counts['strongly disagree'] ?? 0) + (counts['disagree'] ?? 0));
      }
      expect(questions[0]?.items).toHaveLength(6);
    });

    test('answers with no-break spaces are the options that they look like', async () => {
      const rows = rowsOf(file, 'utf-8', ',');
      const { questions } = await analyse(file, definition);
      const fresh = questions.find(({ id }) => id === 'new')?.items[0];
      expect(rows.filter((row) => row[17]?.includes('\u00a0')).length).toBeGreaterThan(100);
      expect(fresh && countsOf(fresh)).toEqual(tally(rows, 17));
    });

    test('no answer is unknown', async () => {
      place.write('real.yaml', definition);
      const name = path.join(exportsFolder, file);
      const { stdout, exitCode } = await place.run(`soundings validate '${name}' -s real.yaml -f json`);
      const { issues } = JSON.parse(stdout) as Pick<Analysed, 'issues'>;
      expect(exitCode).toBe(0);
      expect(issues.map(({ code }) => code).toSorted()).toEqual([
        'label-variant',
        'unanswered',
        'unclaimed-columns',
      ]);
    });
  });

  describe('one survey of SurveyMonkey saved in four ways', () => {
    const definition = `title: TOC
questions:
  - { id: useful, kind: scale, scale: toc, column: Do you find public TOC meetings useful? }
  - { id: quick, kind: scale, scale: toc, column: "#20" }
  - { id: sigs, kind: scale, scale: toc, column: "Do you feel CNCF SIGs (e.g., App Delivery, Storage etc) are useful?" }
scales:
  toc:
    positive: [Strongly agree, Agree]
    neutral: [Neutral]
    negative: [Disagree, Strongly disagree]
    outside: [N/A]
`;
    const files = [
      ['surveymonkey--cncf-surveys--toc-2020-h1.csv', 'utf-8', ',', 0],
      ['derived/DERIVED-cp1252-semicolon-crlf--toc-2020-h1.csv', 'windows-1252', ';', 0],
      ['derived/DERIVED-utf16le-bom-tab--toc-2020-h1.tsv', 'utf-16le', '\t', 0],
      ['derived/DERIVED-utf8bom-sep-line-trailing-blank-rows--toc-2020-h1.csv', 'utf-8', ';', 1],
    ] as const;

    test.each(files)(
      '%s is counted as an independent count has it',
      async (file, encoding, delimiter, above) => {
        const rows = rowsOf(file, encoding, delimiter).slice(above);
        const { questions, inputs, ledger } = await analyse(file, definition);
        expect(inputs).toMatchObject([
          { file: path.basename(file), delimiter, records: 28, platform: 'surveymonkey' },
        ]);
        expect(ledger).toMatchObject({ received: 28, analysed: 28 });
        for (const [index, { items }] of questions.entries()) {
          const { response, ...counts } = tally(rows, 18 + index);
          expect(response).toBe(1);
          expect(items[0]?.states).toMatchObject({ invalid: 0, notAsked: 0, outside: counts['n/a'] ?? 0 });
          expect(items[0] && countsOf(items[0])).toEqual(counts);
        }
        expect(questions).toHaveLength(3);
      },
    );

    test('all of them give the same figures', async () => {
      const [first, ...others] = await Promise.all(
        files.map(async ([file], index) => {
          const twin = sandbox();
          twin.write(`${index}.yaml`, definition);
          const name = path.join(exportsFolder, file);
          const { stdout } = await twin.run(`soundings analyse '${name}' -s ${index}.yaml -f csv`);
          twin.remove();
          return stdout;
        }),
      );
      expect(first).toContain('quick.agree,');
      for (const other of others) expect(other).toBe(first);
    });

    test.each(files)('%s says how it was read, detected or told', async (file, encoding, delimiter) => {
      const names: Readonly<Record<string, string>> = { '\t': 'tab', ';': 'semicolon', ',': 'comma' };
      const detected = await analyse(file, definition);
      expect(detected.inputs[0]).toMatchObject({ encoding, delimiter });
      const told = await analyse(file, definition, `--encoding ${encoding} --delimiter ${names[delimiter]}`);
      expect(told).toEqual(detected);
    });
  });
});
