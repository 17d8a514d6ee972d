import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../cli/sandbox.ts';
import { absent, exportsFolder, resultsFiles, why } from './folder.ts';
import { rowsOf, tally } from './plain-rows.ts';

interface Case {
  readonly file: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerRows?: number;
  /** How many questions of each kind it holds; a grid has several items. */
  readonly kinds: Readonly<Record<string, number>>;
  /** What the form misspells, and what that means. */
  readonly misspelt?: Readonly<Record<string, string>>;
  /** A question that is counted in full: how its text begins, and its columns, counted from 0. */
  readonly text: string;
  readonly columns: readonly [from: number, to: number];
  /** One answer in each column; or an option in each, with the words that say no; or several in one, joined. */
  readonly form: 'answers' | { readonly noes: readonly string[] } | { readonly separator: string };
}

const ticks = { noes: [] };

const cases: readonly Case[] = [
  {
    file: 'alchemer--jupyter-surveys--2015-notebook-ux',
    kinds: { choice: 5, multiple: 1, text: 4, 'text grid': 8 },
    text: 'How often do you use Jupyter Notebook?',
    columns: [3, 3],
    form: 'answers',
  },
  {
    file: 'googleforms--cncf-surveys--maintainers-2017-h1-average-row-no-gap',
    kinds: { choice: 4, scale: 2, text: 1 },
    text: '3. Were there explicit requests',
    columns: [4, 4],
    form: 'answers',
  },
  {
    file: 'googleforms--cncf-surveys--maintainers-2017-h2-average-row-at-end',
    kinds: { choice: 3, multiple: 1, scale: 2, text: 1 },
    text: '2. Collaboration',
    columns: [3, 3],
    form: 'answers',
  },
  {
    file: 'googleforms--jupyter-surveys--2016-education',
    kinds: { choice: 4, multiple: 9, text: 11 },
    text: 'What language(s) will your students be using?',
    columns: [15, 15],
    form: { separator: ', ' },
  },
  {
    file: 'limesurvey--dfuchss-expert-survey--translated-semicolon-2row',
    delimiter: ';',
    headerRows: 2,
    kinds: { 'choice grid': 4, multiple: 2, text: 3 },
    text: 'Which of the following statements regarding the (re)use',
    columns: [30, 36],
    form: 'answers',
  },
  {
    file: 'limesurvey--jerome-pfeiffer1-digital-twins--english-semicolon',
    delimiter: ';',
    kinds: { multiple: 26, scale: 1, 'scale grid': 14, text: 4 },
    text: 'What characteristics do you think digital twins have?',
    columns: [8, 19],
    form: 'answers',
  },
  {
    file: 'limesurvey--softwaresaved-international-survey--can-2017-embedded-newlines',
    kinds: { choice: 20, multiple: 2, number: 3, scale: 17, text: 8 },
    text: 'What platform(s) are your research',
    columns: [42, 48],
    form: { noes: ['no'] },
  },
  {
    file: 'limesurvey--softwaresaved-international-survey--de-2017-bom-in-cells',
    kinds: { choice: 18, 'choice grid': 4, multiple: 7, number: 4, scale: 19, 'scale grid': 1, text: 6 },
    text: '',
    columns: [177, 196],
    form: 'answers',
  },
  {
    file: 'qualtrics--carinahausladen-LegitimacyVotingMethod--choice-text',
    headerRows: 3,
    kinds: {
      choice: 6,
      'choice grid': 3,
      multiple: 1,
      number: 1,
      'number grid': 1,
      scale: 3,
      'scale grid': 2,
      text: 2,
    },
    misspelt: { 'stronlgy disagree': 'strongly disagree' },
    text: 'You voted in four different ways.',
    columns: [94, 97],
    form: 'answers',
  },
  {
    file: 'qualtrics--carinahausladen-LegitimacyVotingMethod--numeric-codes',
    headerRows: 3,
    kinds: { choice: 9, 'choice grid': 5, multiple: 1, number: 1, 'number grid': 1, text: 2 },
    text: 'You voted in four different ways.',
    columns: [94, 97],
    form: 'answers',
  },
  {
    file: 'qualtrics--ropensci-qualtRics--sample-german-3row',
    headerRows: 3,
    kinds: { choice: 1, text: 1 },
    text: 'This is a multiple choice question.',
    columns: [17, 17],
    form: 'answers',
  },
  {
    file: 'qualtrics--ropensci-qualtRics--sample-legacy-2row',
    headerRows: 2,
    kinds: { choice: 2 },
    text: 'This is a multiple choice question.',
    columns: [10, 10],
    form: 'answers',
  },
  {
    file: 'redcap--OuhscBbmc-REDCapR--checkboxes-1',
    kinds: { multiple: 2, text: 1 },
    text: 'check_one',
    columns: [2, 5],
    form: { noes: ['0'] },
  },
  {
    file: 'surveymonkey--cncf-surveys--cloud-native-2022-raw-crcrlf',
    encoding: 'windows-1252',
    headerRows: 3,
    kinds: { choice: 25, 'choice grid': 7, multiple: 9, text: 1 },
    text: 'What is your job function?',
    columns: [11, 29],
    form: ticks,
  },
  {
    file: 'surveymonkey--cncf-surveys--cnswp-security-full-metadata',
    headerRows: 2,
    kinds: { choice: 4, multiple: 6, text: 2 },
    text: 'What is the topmost cloud native security concern',
    columns: [14, 18],
    form: ticks,
  },
  {
    file: 'surveymonkey--cncf-surveys--maintainers-2022-h1-two-rounds-joined',
    headerRows: 2,
    kinds: { choice: 27, multiple: 1, text: 32 },
    text: 'Do you feel that CNCF reached out',
    columns: [3, 3],
    form: 'answers',
  },
  {
    file: 'surveymonkey--cncf-surveys--toc-2020-h1',
    headerRows: 2,
    kinds: { choice: 1, 'choice grid': 1, multiple: 2, scale: 3, 'scale grid': 1, text: 4 },
    text: 'To what extent do you agree with the following statements?',
    columns: [27, 36],
    form: 'answers',
  },
  {
    file: 'surveymonkey--cncf-surveys--training-microsurvey-2023',
    headerRows: 2,
    kinds: { choice: 6, multiple: 7, scale: 6, 'scale grid': 1, text: 9 },
    text: 'How do you react to the following statements?',
    columns: [37, 41],
    form: 'answers',
  },
  {
    file: 'surveymonkey--fivethirtyeight-data--food-world-cup-macroman',
    encoding: 'windows-1252',
    kinds: { choice: 7, 'choice grid': 1 },
    text: 'Generally speaking',
    columns: [1, 1],
    form: 'answers',
  },
  {
    file: 'surveymonkey--fivethirtyeight-data--masculinity-raw-weighted',
    kinds: { choice: 21, 'choice grid': 1, multiple: 9, scale: 4 },
    text: 'q0004',
    columns: [5, 10],
    form: { noes: ['not selected', 'na'] },
  },
  {
    file: 'surveymonkey--fivethirtyeight-data--star-wars',
    encoding: 'windows-1252',
    headerRows: 2,
    kinds: { choice: 6, 'choice grid': 2, multiple: 1, scale: 5 },
    text: 'Which of the following Star Wars films have you seen?',
    columns: [3, 8],
    form: ticks,
  },
  {
    file: 'surveymonkey--fivethirtyeight-data--steak-risk',
    headerRows: 2,
    kinds: { choice: 7, scale: 7 },
    text: 'How do you like your steak prepared?',
    columns: [9, 9],
    form: 'answers',
  },
  {
    file: 'surveymonkey--fivethirtyeight-data--thanksgiving-2015-dup-headers',
    kinds: { choice: 11, multiple: 4, scale: 8, text: 7 },
    text: 'Which type of pie is typically served',
    columns: [26, 37],
    form: ticks,
  },
  {
    file: 'typeform--Cantera-user-surveys--responses',
    headerRows: 2,
    kinds: { choice: 17, 'choice grid': 1, multiple: 10, scale: 1, text: 10 },
    text: 'Which interface(s) do you use',
    columns: [8, 12],
    form: ticks,
  },
  {
    file: 'unknown-platform--carpentries-assessment--instructor-training-post',
    kinds: { choice: 8, 'choice grid': 4, 'scale grid': 1, text: 2 },
    text: '“InformationReasonableTime” and 5 more statements',
    columns: [5, 10],
    form: 'answers',
  },
];

interface Item {
  readonly options: readonly { readonly label: string; readonly count: number }[];
}
interface Question {
  readonly kind: string;
  readonly text: string;
  readonly items: readonly Item[];
}

/** The counts of an item by option, none aside, with spaces and capitals evened out as `tally` does. */
function given({ options }: Item): Record<string, number> {
  const counts = options.filter(({ count }) => count > 0);
  return Object.fromEntries(counts.map(({ label, count }) => [label.toLowerCase(), count]));
}

/** What a plain look at the cells gives: for each item, or for the options of the one item, how often. */
function counted({ columns: [from, to], form }: Case, rows: readonly (readonly string[])[], item: Item) {
  const columns = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  if (form === 'answers')
    return columns.map((column) => {
      const { '': _blank, ...answers } = tally(rows, column);
      return answers;
    });
  if ('separator' in form) {
    const cells = rows
      .slice(1)
      .map((row) => (row[from] ?? '').split(form.separator).map((part) => part.trim()));
    const offered = item.options.filter(({ label }) => label !== 'Other');
    return offered.map(({ label }) => cells.filter((parts) => parts.includes(label)).length);
  }
  return columns.map((column) => {
    const cells = rows.slice(1).map((row) => (row[column] ?? '').trim().toLowerCase());
    return cells.filter((cell) => cell !== '' && !form.noes.includes(cell)).length;
  });
}

describe.skipIf(absent)(`a real export without a definition${why}`, () => {
  let place: Sandbox;
  beforeAll(() => {
    place = sandbox();
  });
  afterAll(() => place.remove());

  test.each(cases)(
    '$file has its questions, counted as an independent count has one of them',
    async (one) => {
      const {
        file,
        encoding = 'utf-8',
        delimiter = ',',
        headerRows = 1,
        misspelt = {},
        text,
        columns,
        form,
      } = one;
      const name = path.join(exportsFolder, `${file}.csv`);
      const { stdout } = await place.run(`soundings analyse '${name}' -f json`);
      const { questions } = JSON.parse(stdout) as { questions: Question[] };
      const kinds = questions.map(({ kind, items }) => (items.length > 1 ? `${kind} grid` : kind));
      const tallied = Object.fromEntries(
        [...new Set(kinds)].map((kind) => [kind, kinds.filter((k) => k === kind).length]),
      );
      expect(tallied).toEqual(one.kinds);

      const width = form === 'answers' ? columns[1] - columns[0] + 1 : 1;
      const question = questions.find(
        (q) => q.text.startsWith(text) && q.items.length === width && q.kind !== 'text',
      );
      const rows = rowsOf(name, encoding, delimiter)
        .slice(headerRows - 1)
        .map((row) => row.map((cell) => misspelt[cell] ?? cell));
      const [item = { options: [] }] = question?.items ?? [];
      const found = form === 'answers' ? question?.items.map(given) : item.options.map(({ count }) => count);
      const expected = counted(one, rows, item);
      expect(found?.slice(0, expected.length)).toEqual(expected);
      expect(JSON.stringify(expected)).toMatch(/[1-9]/u);
    },
  );

  test.each(cases)(
    '$file has a definition from init that it satisfies, with the same figures',
    async ({ file }) => {
      const name = path.join(exportsFolder, `${file}.csv`);
      const yaml = `${file}.yaml`;
      expect(await place.run(`soundings init '${name}' --yes -o ${yaml}`)).toMatchObject({ exitCode: 0 });
      expect(await place.run(`soundings validate '${name}' -s ${yaml}`)).toMatchObject({ exitCode: 0 });
      const [defined, made] = await Promise.all(
        [`-s ${yaml}`, ''].map(async (option) => {
          const { stdout } = await place.run(`soundings analyse '${name}' ${option} -f json`);
          return (JSON.parse(stdout) as { questions: Question[] }).questions;
        }),
      );
      expect(defined).toEqual(made);
    },
  );

  test('one survey saved in four ways has the same questions in each, and a definition that each satisfies', async () => {
    const files = [
      'surveymonkey--cncf-surveys--toc-2020-h1.csv',
      'derived/DERIVED-cp1252-semicolon-crlf--toc-2020-h1.csv',
      'derived/DERIVED-utf16le-bom-tab--toc-2020-h1.tsv',
      'derived/DERIVED-utf8bom-sep-line-trailing-blank-rows--toc-2020-h1.csv',
    ].map((file) => path.join(exportsFolder, file));
    const made: Question[][] = [];
    for (const [nth, name] of files.entries()) {
      const { stdout } = await place.run(`soundings analyse '${name}' -f json`);
      made.push((JSON.parse(stdout) as { questions: Question[] }).questions);
      expect(await place.run(`soundings init '${name}' --yes -o ${nth}.yaml`)).toMatchObject({ exitCode: 0 });
      expect(await place.run(`soundings validate '${name}' -s ${nth}.yaml`)).toMatchObject({ exitCode: 0 });
    }
    expect(made[0]?.length).toBeGreaterThan(10);
    for (const questions of made) expect(questions).toEqual(made[0]);
  });

  describe.each(['analyse', 'report', 'validate', 'init'])('%s', (command) => {
    test.each(resultsFiles)('refuses %s in a sentence that says what it is', async (file, what) => {
      const name = path.join(exportsFolder, file);
      const { stdout, stderr, exitCode } = await place.run(`soundings ${command} '${name}'`);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr.split('\n')[0]).toContain(what);
    });
  });
});
