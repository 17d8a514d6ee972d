import { expect, test } from 'vitest';
import { plainHeading } from '../../src/intake/headers/headings.ts';
import { readChannels } from '../../src/responses/respondents/channels.ts';
import { claimColumns } from '../../src/survey/columns/claims.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';

const survey = loadDefinition(
  '{ title: T, respondent: { channel: Channel }, questions: [{ id: q, kind: choice, column: A }] }',
  'survey.yaml',
);

/** An export of these channels, in a column or said of the whole file. */
function exportOf(cells: readonly string[], channel?: string) {
  const headings = [plainHeading('A'), plainHeading('Channel')];
  const table = {
    file: 'responses.csv',
    sha256: '',
    encoding: 'utf-8',
    delimiter: ',',
    layout: { platform: 'generic', recognisedBy: 'one header row', headerRows: 1, headings } as const,
    columns: new Map([[1, { values: cells, codes: Uint8Array.from(cells.keys()) }]]),
    rows: cells.length,
    lines: Uint32Array.from(cells, (_, row) => row + 2),
    blankRows: 0,
    faults: [],
  };
  const claims = claimColumns(survey, headings, 'responses.csv');
  return channel === undefined ? { table, claims } : { table, claims, channel };
}

const labelsOf = (exports: readonly ReturnType<typeof exportOf>[]) => {
  let records = 0;
  const placed = exports.map((one) => {
    const offset = records;
    records += one.table.rows;
    return { ...one, offset };
  });
  const channels = readChannels(placed, records);
  return [...(channels?.cells ?? [])].map((cell) => channels?.labels[cell]);
};

test('the channel of a file is that of all its responses, whatever its column holds', () => {
  expect(labelsOf([exportOf(['Online', 'email', '']), exportOf(['Online', ''], 'Paper')])).toEqual([
    'Online',
    'email',
    undefined,
    'Paper',
    'Paper',
  ]);
});

test('spellings of one channel are one, in whatever order the files come', () => {
  const [first, second] = [exportOf(['online']), exportOf(['Online'])];
  expect(labelsOf([first, second])).toEqual(['Online', 'Online']);
  expect(labelsOf([second, first])).toEqual(['Online', 'Online']);
});
