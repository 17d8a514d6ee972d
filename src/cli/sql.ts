import { patternQuery } from '../survey/pattern-query.ts';
import type { SqlDialectName } from '../survey/sql-dialects.ts';
import { readDefinitionFile } from './definition.ts';
import type { Io } from './io.ts';
import { type ExitCode, type OutputOptions, deliver } from './outcome.ts';
import { refuseOutput } from './write-files.ts';

export interface SqlOptions extends OutputOptions {
  readonly dialect: SqlDialectName;
}

/** The query that makes answer patterns of a table of responses, for the engine that holds it. */
export async function runSql(definition: string, options: SqlOptions, io: Io): Promise<ExitCode> {
  refuseOutput(options, [definition], io);
  await deliver(patternQuery(readDefinitionFile(definition, io).survey, options.dialect), options, io);
  return 0;
}
