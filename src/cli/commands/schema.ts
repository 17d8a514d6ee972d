import { toJson } from '../../render/json.ts';
import { definitionJsonSchema } from '../../survey/definition/schema.ts';
import type { Io } from '../io.ts';
import { type ExitCode, type OutputOptions, deliver } from '../outcome.ts';

/** The JSON Schema of a definition, with which an editor completes it. */
export async function runSchema(options: OutputOptions, io: Io): Promise<ExitCode> {
  await deliver(toJson(definitionJsonSchema()), options, io);
  return 0;
}
