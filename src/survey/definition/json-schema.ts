import * as z from 'zod';
import { definitionSchema } from './schema.ts';

/** The JSON Schema (draft 7, which editors know best) of survey.yaml, with a description on every key. */
export function definitionJsonSchema(): object {
  const schema = z.toJSONSchema(definitionSchema, { io: 'input', target: 'draft-07' });
  return { ...schema, title: 'A soundings survey definition' };
}
