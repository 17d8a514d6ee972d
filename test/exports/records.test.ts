import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../intake/source.ts';
import { absent, exportsFolder, resultsFiles, why } from './folder.ts';

interface Group {
  readonly platform: string;
  readonly by: string;
  readonly headerRows: number;
  /** How many rows under the responses are none, but averages. */
  readonly sums?: number;
  readonly files: readonly string[];
}

/** The platform of each file, what it is recognised by, and its header rows. */
const groups: readonly Group[] = [
  {
    platform: 'alchemer',
    by: 'the columns Time Started and Date Submitted',
    headerRows: 1,
    files: ['alchemer--jupyter-surveys--2015-notebook-ux'],
  },
  {
    platform: 'googleforms',
    by: 'the column Timestamp with a time in every row',
    headerRows: 1,
    sums: 1,
    files: [
      'googleforms--cncf-surveys--maintainers-2017-h1-average-row-no-gap',
      'googleforms--cncf-surveys--maintainers-2017-h2-average-row-at-end',
    ],
  },
  {
    platform: 'googleforms',
    by: 'the column Timestamp with a time in every row',
    headerRows: 1,
    files: ['googleforms--jupyter-surveys--2016-education'],
  },
  {
    platform: 'generic',
    by: 'two header rows',
    headerRows: 2,
    files: ['limesurvey--dfuchss-expert-survey--translated-semicolon-2row'],
  },
  {
    platform: 'limesurvey',
    by: 'the column Answer ID and headers such as “Question [Item]”',
    headerRows: 1,
    files: ['limesurvey--jerome-pfeiffer1-digital-twins--english-semicolon'],
  },
  {
    platform: 'limesurvey',
    by: 'headers such as tool5_can[multi]',
    headerRows: 1,
    files: ['limesurvey--softwaresaved-international-survey--can-2017-embedded-newlines'],
  },
  {
    platform: 'limesurvey',
    by: 'headers such as rse3[SQ001]',
    headerRows: 1,
    files: ['limesurvey--softwaresaved-international-survey--de-2017-bom-in-cells'],
  },
  {
    platform: 'qualtrics',
    by: 'its header row of import ids',
    headerRows: 3,
    files: [
      'qualtrics--carinahausladen-LegitimacyVotingMethod--choice-text',
      'qualtrics--carinahausladen-LegitimacyVotingMethod--numeric-codes',
      'qualtrics--ropensci-qualtRics--sample-german-3row',
    ],
  },
  {
    platform: 'qualtrics',
    by: 'its two header rows, the first of which begins V1',
    headerRows: 2,
    files: ['qualtrics--ropensci-qualtRics--sample-legacy-2row'],
  },
  {
    platform: 'redcap',
    by: 'the column form_1_complete',
    headerRows: 1,
    files: ['redcap--OuhscBbmc-REDCapR--checkboxes-1'],
  },
  {
    platform: 'surveymonkey',
    by: 'the header row with “Response”',
    headerRows: 3,
    files: ['surveymonkey--cncf-surveys--cloud-native-2022-raw-crcrlf'],
  },
  {
    platform: 'surveymonkey',
    by: 'the header row with “Response”',
    headerRows: 2,
    files: [
      'surveymonkey--cncf-surveys--cnswp-security-full-metadata',
      'surveymonkey--cncf-surveys--toc-2020-h1',
      'surveymonkey--cncf-surveys--training-microsurvey-2023',
      'surveymonkey--fivethirtyeight-data--star-wars',
      'surveymonkey--fivethirtyeight-data--steak-risk',
      'derived/DERIVED-cp1252-semicolon-crlf--toc-2020-h1',
      'derived/DERIVED-utf8bom-sep-line-trailing-blank-rows--toc-2020-h1',
    ],
  },
  {
    platform: 'surveymonkey',
    by: 'the header row with “Open-Ended Response”',
    headerRows: 2,
    files: ['surveymonkey--cncf-surveys--maintainers-2022-h1-two-rounds-joined'],
  },
  {
    platform: 'surveymonkey',
    by: 'the column of respondent ids',
    headerRows: 1,
    files: [
      'surveymonkey--fivethirtyeight-data--food-world-cup-macroman',
      'surveymonkey--fivethirtyeight-data--thanksgiving-2015-dup-headers',
    ],
  },
  {
    platform: 'surveymonkey',
    by: 'headers such as q0004_0001',
    headerRows: 1,
    files: ['surveymonkey--fivethirtyeight-data--masculinity-raw-weighted'],
  },
  {
    platform: 'typeform',
    by: 'the column # with a token in every row',
    headerRows: 2,
    files: ['typeform--Cantera-user-surveys--responses'],
  },
  {
    platform: 'generic',
    by: 'one header row',
    headerRows: 1,
    files: ['unknown-platform--carpentries-assessment--instructor-training-post'],
  },
];

/** Counts the rows of a file that are not blank: its line ends outside quotation marks, and nothing else of it. */
function rowsIn(bytes: Buffer): number {
  let [rows, isQuoted, isBlank] = [0, false, true];
  for (const character of `${bytes.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?sep=.\r?\n/u, '')}\n`) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === '\n' && !isQuoted) {
      if (!isBlank) rows++;
      isBlank = true;
    } else if (!/[\s",;]/u.test(character)) isBlank = false;
  }
  return rows;
}

describe.skipIf(absent)(`the platforms of real exports${why}`, () => {
  const files = groups.flatMap((group) => group.files.map((file) => ({ ...group, file })));

  test.each(files)('$file', async ({ file, platform, by, headerRows, sums = 0 }) => {
    const bytes = readFileSync(path.join(exportsFolder, `${file}.csv`));
    const { layout, rows } = await read(bytes);
    expect([layout.platform, layout.recognisedBy, layout.headerRows]).toEqual([platform, by, headerRows]);
    expect(rows).toBe(rowsIn(bytes) - headerRows - sums);
  });

  test('a file of UTF-16 and tabs is of the platform that it was saved from', async () => {
    const bytes = readFileSync(path.join(exportsFolder, 'derived/DERIVED-utf16le-bom-tab--toc-2020-h1.tsv'));
    const { layout, rows } = await read(bytes);
    expect([layout.platform, layout.headerRows, rows]).toEqual(['surveymonkey', 2, 28]);
  });

  test.each(resultsFiles)('%s is refused', async (file, what) => {
    const refusal = read(readFileSync(path.join(exportsFolder, file)));
    await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining(what) as string });
  });
});
