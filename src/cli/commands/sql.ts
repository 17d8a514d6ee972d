import type { PlatformName } from '../../intake/platforms/registry.ts';
import { namedPlatform, recogniseLayout } from '../../intake/headers/recognise.ts';
import { type PatternColumn, patternColumns } from '../../survey/patterns/columns.ts';
import { patternQuery } from '../../survey/patterns/query.ts';
import type { SqlDialectName } from '../../survey/patterns/sql-dialects.ts';
import { readDefinitionFile } from '../definition.ts';
import type { Io } from '../io.ts';
import { type ExitCode, type OutputOptions, deliver } from '../outcome.ts';
import { refuseOutput } from '../write-files.ts';

export interface SqlOptions extends OutputOptions {
  readonly dialect: SqlDialectName;
  readonly platform?: string;
}

/** The query that makes answer patterns of a table of responses, for the engine that holds it. */
export async function runSql(definition: string, options: SqlOptions, io: Io): Promise<ExitCode> {
  refuseOutput(options, [definition], io);
  const { survey } = readDefinitionFile(definition, io);
  const platform = options.platform === undefined ? undefined : namedPlatform(options.platform);
  const columns = patternColumns(survey);
  const noReply = platform === undefined ? [] : noReplyOf(platform, columns);
  await deliver(patternQuery(survey, options.dialect, noReply), options, io);
  return 0;
}

/** What a platform writes where nobody replied, in exports with one row of headers such as these. */
function noReplyOf(platform: PlatformName, columns: readonly PatternColumn[]): readonly string[] {
  return recogniseLayout([columns.map(({ header }) => header)], platform).noReply ?? [];
}
