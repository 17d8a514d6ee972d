import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../cli/sandbox.ts';
import { absent, exportsFolder, why } from './folder.ts';

interface Result {
  readonly questions: readonly {
    readonly items: readonly {
      readonly options: readonly { readonly label: string; readonly count: number }[];
      readonly states: Readonly<Record<string, number>>;
    }[];
  }[];
  readonly issues: readonly {
    readonly code: string;
    readonly count: number;
    readonly examples: readonly Readonly<Record<string, string | number>>[];
  }[];
}

/** How often a text stands between commas, or at the ends of a line, in a file. */
function cellsHolding(file: string, encoding: string, text: string): number {
  const content = new TextDecoder(encoding).decode(readFileSync(path.join(exportsFolder, file)));
  return content.split(/[,\r\n]/u).filter((cell) => cell.trim() === text).length;
}

describe.skipIf(absent)(`traps in real exports${why}`, () => {
  let place: Sandbox;
  beforeAll(() => {
    place = sandbox();
  });
  afterAll(() => place.remove());

  async function run(file: string, definition: string, options = '') {
    place.write('real.yaml', `title: T\n${definition}\n`);
    const name = path.join(exportsFolder, file);
    return place.run(`soundings analyse '${name}' -s real.yaml -f json ${options}`);
  }

  async function analyse(file: string, definition: string, options = '') {
    const { stdout, stderr, exitCode } = await run(file, definition, options);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const { questions, issues } = JSON.parse(stdout) as Result;
    const items = questions.flatMap((question) => question.items);
    return {
      counts: items.map((item) => item.options.map(({ label, count }): [string, number] => [label, count])),
      states: items.map((item) => item.states),
      issue: (code: string) => issues.find((issue) => issue.code === code),
    };
  }

  describe('the numbers and the words of one Qualtrics survey', () => {
    const numbers = 'qualtrics--carinahausladen-LegitimacyVotingMethod--numeric-codes.csv';
    const words = 'qualtrics--carinahausladen-LegitimacyVotingMethod--choice-text.csv';
    const items = [1, 2, 3, 4].map((nth) => `{ id: i${nth}, column: legitimacy_1_${nth} }`).join(', ');
    const grid = `questions: [{ id: q, kind: scale, scale: agreement, items: [${items}] }]`;
    const scale = (synonyms: string) => `${grid}\nscales: { agreement: { synonyms: { ${synonyms} } } }`;

    test('are refused as numbers without a code book', async () => {
      const { exitCode, stderr } = await run(numbers, grid);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(
        'and 3 more hold numbers (1, 2, 3, 4, 6) and no answers of the scale "agreement"',
      );
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    });

    test('give the same figures once the code book and the misspelling are in the definition', async () => {
      const text = await analyse(words, scale('Strongly disagree: [stronlgy disagree]'));
      const book =
        'Strongly disagree: [1], Neither agree nor disagree: [2], Somewhat agree: [3], Strongly agree: [4], Somewhat disagree: [6]';
      const codes = await analyse(numbers, scale(book));
      expect(text.counts[0]).toContainEqual(['Strongly disagree', 17]);
      expect(codes.counts).toEqual(text.counts);
      expect(codes.states).toEqual(text.states);
      expect(text.issue('unknown-answer')).toBeUndefined();
    });

    test('name the misspelt answer and the one that was meant', async () => {
      const { issue } = await analyse(words, grid);
      expect(issue('unknown-answer')?.examples[0]).toMatchObject({
        value: 'stronlgy disagree',
        suggestion: 'Strongly disagree',
      });
    });
  });

  test('two stray bytes in a header of the Star Wars survey are said with their line', async () => {
    const { issue } = await analyse(
      'surveymonkey--fivethirtyeight-data--star-wars.csv',
      'questions: [{ id: seen, kind: choice, column: Have you seen any of the 6 films in the Star Wars franchise? }]',
    );
    expect(issue('bad-bytes')).toMatchObject({ examples: [{ line: 1 }] });
    expect(issue('bad-bytes')?.examples[0]).not.toHaveProperty('row');
  });

  describe('the food survey from an old Macintosh', () => {
    const file = 'surveymonkey--fivethirtyeight-data--food-world-cup-macroman.csv';
    const question = 'questions: [{ id: interest, kind: choice, column: "#3" }]';

    test('is read with a warning', async () => {
      const { issue, counts } = await analyse(file, question);
      expect(issue('mac-roman')).toMatchObject({ count: 1 });
      expect(counts[0]).toContainEqual(['Not muchÊ', 200]);
    });

    test('is read rightly with its encoding', async () => {
      const { issue, counts } = await analyse(file, question, '--encoding macintosh');
      expect(issue('mac-roman')).toBeUndefined();
      expect(counts[0]).toContainEqual(['Not much', 200]);
      expect(cellsHolding(file, 'macintosh', 'Not much')).toBe(200);
    });
  });

  test('columns with codes for headers are called what their ticks repeat', async () => {
    const file = 'surveymonkey--fivethirtyeight-data--masculinity-raw-weighted.csv';
    const columns = [1, 2, 3, 4, 5, 6].map((nth) => `q0004_000${nth}`).join(', ');
    const { counts, states } = await analyse(
      file,
      `questions: [{ id: q, kind: multiple, columns: [${columns}] }]`,
    );
    // Counted with Python's csv module.
    expect(counts[0]).toEqual([
      ['Father or father figure(s)', 1109],
      ['Mother or mother figure(s)', 655],
      ['Other family members', 564],
      ['Pop culture', 303],
      ['Friends', 559],
      ['Other (please specify)', 329],
    ]);
    expect(states[0]).toMatchObject({ invalid: 0 });
  });

  test('columns with codes for ticks count each code as a tick, 0 too', async () => {
    const positions = [34, 35, 36, 37].map((nth) => `"#${nth}"`).join(', ');
    const { counts, states, issue } = await analyse(
      'surveymonkey--cncf-surveys--cloud-native-2022-raw-crcrlf.csv',
      `questions: [{ id: q, kind: multiple, columns: [${positions}] }]`,
    );
    expect(counts[0]?.map(([, count]) => count)).toEqual([57, 961, 1062, 1049]);
    expect(states[0]).toMatchObject({ invalid: 0 });
    expect(issue('tick-value')).toMatchObject({ count: 57 + 1062 + 1049 });
  });
});
