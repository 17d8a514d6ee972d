import type { Distribution, QuestionAnalysis } from '../../analysis/analysis.ts';
import type { Cell, Table } from '../document.ts';
import { codeNotes } from '../words/code-words.ts';
import { selectionWords } from '../words/ledger-words.ts';
import type { Surroundings } from './table-notes.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** Mean and median of the codes of each item, where the definition gives codes, with the code of every option. */
export function scoreTables(question: QuestionAnalysis, caption: string, analysis: Surroundings): Table[] {
  const { codes, items } = question;
  if (codes === undefined || items.every(({ scores }) => scores === undefined)) return [];
  const selection = selectionWords(analysis);
  return [
    {
      kind: 'table',
      caption: caption === '' ? 'Mean and median' : `${caption}: mean and median`,
      columns: [
        { heading: 'Item', kind: 'label' },
        { heading: 'Mean', kind: 'figure' },
        { heading: 'Median', kind: 'figure' },
        { heading: 'Base', kind: 'figure' },
      ],
      rows: items.map(({ label, scores }): Cell[] => [
        label,
        statistic(scores, 'mean'),
        statistic(scores, 'median'),
        scores ? { count: scores.n } : null,
      ]),
      notes: [
        ...effectiveNotes(
          'Mean and median',
          items.map(({ label, scores }) => ({ label, base: scores ?? {} })),
        ),
        ...codeNotes(question, 'Of'),
        ...(selection === undefined ? [] : [[`${selection}.`]]),
      ],
    },
  ];
}

function statistic(scores: Distribution['scores'], name: 'mean' | 'median'): Cell {
  const value = scores?.[name] ?? null;
  return value === null ? { withheld: scores?.withheld ?? 'empty-base' } : { value };
}
