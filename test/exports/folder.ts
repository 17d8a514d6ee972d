import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../cli/sandbox.ts';

/** Exports that real platforms wrote are not kept with the program; SOUNDINGS_EXPORTS names their folder. */
export const exportsFolder = process.env['SOUNDINGS_EXPORTS'] ?? path.join(root, '../shared/exports');

export const absent = !existsSync(exportsFolder);

/** Why the tests are skipped, for their names. */
export const why = absent ? ` (skipped: there is no folder ${path.relative(root, exportsFolder)})` : '';

/** The two tables of results among them, and what each is said to be. */
export const resultsFiles = [
  ['published-percentages--fivethirtyeight-data--masculinity-summary.csv', 'a table of percentages'],
  [
    'surveymonkey-summary--cncf-surveys--strimzi-2020-summary.csv',
    'a summary of the answers to each question',
  ],
] as const;
