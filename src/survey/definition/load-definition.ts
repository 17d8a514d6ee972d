import { definitionError, place } from './definition-errors.ts';
import { readDefinition } from './read-definition.ts';
import { resolveSurvey } from '../resolve/resolve-survey.ts';
import { wordIssues } from './schema-words.ts';
import { definitionSchema } from './schema.ts';
import type { Survey } from '../survey.ts';

/**
 * The survey that a definition describes: its text (YAML, or JSON, which is read as the same), checked, with every
 * default filled in. `file` is what messages call it.
 *
 * Throws a `UserError` with one line a problem (`survey.yaml:12:5: unknown key "colum" …`), at most five of them.
 */
export function loadDefinition(text: string, file: string): Survey {
  const { value, locate } = readDefinition(text, file);
  const parsed = definitionSchema.safeParse(value, { jitless: true });
  if (!parsed.success) {
    throw definitionError(file, place(wordIssues(definitionSchema, value, parsed.error.issues), locate));
  }
  return resolveSurvey(parsed.data, file, locate);
}
