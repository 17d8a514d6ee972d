import { UserError } from '../../src/intake/user-error.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';

/** The lines of the message with which a definition is refused. */
export function refusal(text: string): string[] {
  return userError(text).message.split('\n');
}

export function userError(text: string): UserError {
  try {
    loadDefinition(text, 'survey.yaml');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the definition was accepted');
}

/** A definition of these questions, each a flow map on a line of its own from line 3; `rest` follows them. */
export function questions(lines: readonly string[], rest = ''): string {
  return ['title: T', 'questions:', ...lines.map((line) => `  - ${line}`), rest].join('\n');
}

export const role = '{ id: role, kind: choice, column: Role }';
