import type { Heading } from '../../intake/headers/layout.ts';
import type { Keep, Table } from '../../intake/table.ts';
import { type Inference, definitionOf, inferDefinition } from './infer.ts';
import { keptUnder } from './header-words.ts';
import { roleOfHeading } from './roles.ts';
import { pooledTable } from '../columns/pooled-table.ts';
import { joinedAlike } from '../joined/joined-alike.ts';
import { resolveSurvey } from '../resolve/resolve-survey.ts';
import type { Survey } from '../survey.ts';

/** What messages call the definition of a survey that has none. */
const FILE = 'the columns of the export';

/** A survey made from an export alone, and what it was made from. */
export interface InferredSurvey {
  readonly survey: Survey;
  readonly inference: Inference;
}

/** The columns from which a definition can be inferred, and how they are to be read: all but what the platform keeps for itself. */
export function columnsToInfer(headings: readonly Heading[]): ReadonlyMap<number, Keep> {
  return new Map(
    headings.flatMap((heading, position): [number, Keep][] => {
      const role = roleOfHeading(heading);
      // What only its header calls personal may be an option of that name, ticked or not.
      if (heading.role === 'personal' || role === 'embedded') return [];
      // And under what only its header calls technical there may be answers.
      if (role === 'technical' && heading.role === role) return [];
      if (role === 'technical' && keptUnder(heading.question) === 'times') return [[position, 'days']];
      if (role === 'technical') return [[position, 'answers']];
      if (role === undefined || role === 'personal') return [[position, 'answers']];
      return [[position, role === 'submitted' ? 'days' : role === 'id' ? 'ids' : 'values']];
    }),
  );
}

/**
 * The survey of an export that has no definition, or of several, under the columns of the first; tables hold the columns that
 * `columnsToInfer` names.
 */
export function inferSurvey(table: Table, others: readonly Table[]): InferredSurvey {
  const [first = table, ...more] = joinedAlike([table, ...others]);
  const inference = inferDefinition(pooledTable(first, more));
  const survey = resolveSurvey(definitionOf(inference), FILE, () => ({ line: 1, column: 1 }));
  return { survey: { ...survey, places: new Map(), guessed: true }, inference };
}
