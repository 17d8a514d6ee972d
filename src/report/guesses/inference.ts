import type { Inference } from '../../survey/infer/infer.ts';
import { shortened } from '../../survey/labels/labels.ts';
import type { QuestionDefinition } from '../../survey/definition/schema.ts';
import type { Document } from '../document.ts';

const roles = {
  id: 'response id',
  submitted: 'date sent',
  status: 'status',
  preview: 'test or not',
  channel: 'channel',
  personal: 'personal data',
  technical: 'platform’s own',
  embedded: 'embedded data',
} as const;

/** What an inferred definition makes of each column, in a table: its kind, the question it belongs to, and how sure that is. */
export function columnsDocument({ columns, questions, others }: Inference): Document {
  const taken = new Map<string, readonly [kind: string, question: string, sure: string]>([
    ...questions.flatMap(({ question, columns: own, certainty }) =>
      own.map((column) => [column, [kindOf(question), String(question.id), certainty]] as const),
    ),
    ...others.map(
      ({ column, role, isNamed }) => [column, [roles[role], '', isNamed ? 'likely' : 'not used']] as const,
    ),
  ]);
  return {
    title: 'What each column was taken for',
    decimals: 0,
    blocks: [
      {
        kind: 'table',
        caption: 'What each column was taken for',
        columns: [
          { heading: 'Column', kind: 'label' },
          { heading: 'Taken for', kind: 'word' },
          { heading: 'Question', kind: 'word' },
          { heading: 'Sure?', kind: 'word' },
        ],
        rows: columns.map((column) => [
          shortened(column, 120),
          ...(taken.get(column) ?? ['nothing in it', '', 'not used']),
        ]),
        notes: questions.some(({ question }) => question.profile === true) ? [[personNote]] : [],
      },
    ],
  };
}

const personNote = '* about the person (profile)';

/** In few letters, since the table also has long headers and has to fit a terminal. */
function kindOf(question: QuestionDefinition): string {
  const mark = question.profile === true ? '*' : '';
  if (question.kind === 'scale') return `scale ${question.scale}${mark}`;
  return `${question.kind === 'multiple' && question.columns ? 'multiple (tick)' : question.kind}${mark}`;
}
