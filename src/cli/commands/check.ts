import path from 'node:path';
import * as z from 'zod';
import { type ExpectedFigures, compareFigures } from '../../analysis/expected.ts';
import { UserError } from '../../intake/user-error.ts';
import {
  type FixtureCheck,
  expectedFigures,
  renderCheckAnnotations,
  renderChecks,
  renderJunit,
} from '../../render/checks.ts';
import { toJson } from '../../render/json.ts';
import { look, readText } from '../exports/files.ts';
import { fixtureExports, foldersOf } from '../exports/find-exports.ts';
import type { ReadingOptions } from '../exports/read-export.ts';
import { chooseFormat } from '../formats.ts';
import type { Io } from '../io.ts';
import { type ExitCode, type OutputOptions, deliver, say } from '../outcome.ts';
import { analyseExports } from '../run-survey.ts';
import { refuseOutput, writeWhole } from '../write-files.ts';

export interface CheckOptions extends OutputOptions, ReadingOptions {
  readonly format?: string;
  readonly update?: boolean;
}

/**
 * Re-runs fixture surveys and compares every figure with `expected.json`: 1 when one moved, appeared or vanished, 2 when
 * a fixture could not be run. With `update` the expected figures are rewritten instead.
 */
export async function runCheck(names: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = chooseFormat('check', options);
  refuseOutput(options, [], io);
  const checks: FixtureCheck[] = [];
  for (const folder of await foldersOf(names, io)) checks.push(await checkFixture(folder, options, io));
  const render = { table: renderChecks, junit: renderJunit, github: renderCheckAnnotations } satisfies Record<
    typeof format,
    unknown
  >;
  await deliver(render[format](checks), options, io);
  if (checks.some(({ failure }) => failure !== undefined)) return 2;
  return checks.some(({ differences }) => differences.length > 0) ? 1 : 0;
}

async function checkFixture(folder: string, options: CheckOptions, io: Io): Promise<FixtureCheck> {
  const file = path.join(folder, 'expected.json');
  try {
    const exports = fixtureExports(folder, io);
    const { analysis, definition } = await analyseExports(exports, options, io);
    if (definition === undefined) throw new UserError('there is no survey.yaml in it.');
    const today = expectedFigures(analysis);
    const figures = Object.keys(today).length;
    if (options.update === true) {
      await writeWhole(file, toJson(today), io, true);
      say(`${file}: ${figures} figures written`, io);
      return { folder, figures, differences: [] };
    }
    if (look(file, io) === undefined)
      throw new UserError('there is no expected.json in it; --update writes one.');
    const expected = readExpected(readText(file, io), file);
    return { folder, figures, differences: compareFigures(expected, today) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { folder, figures: 0, differences: [], failure: error.message };
  }
}

const expectedSchema = z.record(
  z.string(),
  z.strictObject({ count: z.number().nullable(), base: z.number().nullable(), shown: z.string() }),
);

function readExpected(text: string, file: string): ExpectedFigures {
  try {
    return expectedSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(
      `${file} does not hold expected figures (a count, a base and shown for each id); --update writes it anew.`,
    );
  }
}
