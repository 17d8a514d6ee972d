import type { Distribution, QuestionAnalysis } from '../../analysis/analysis.ts';
import type { Cell, Sentence, Table } from '../document.ts';
import { selectionWords } from '../words/ledger-words.ts';
import { listed } from '../words/phrases.ts';
import type { Surroundings } from './table-notes.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** Mean and median of the codes of each item, where the definition gives codes, with the code of every option. */
export function scoreTables(question: QuestionAnalysis, caption: string, analysis: Surroundings): Table[] {
  const { codes, items } = question;
  if (codes === undefined || items.every(({ scores }) => scores === undefined)) return [];
  const options = items[0]?.options.filter(({ label }) => codes.has(label)) ?? [];
  const spelt = (codeOf: (code: number) => number) =>
    listed(options.map(({ label }) => [`“${label}” `, { value: codeOf(codes.get(label) ?? 0) }]));
  const turn = Math.min(...codes.values()) + Math.max(...codes.values());
  const reversed = items.filter((item) => item.reversed).map(({ label }): Sentence => [`“${label}”`]);
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
        ['Of the codes of those who answered on the scale: ', ...spelt((code) => code), '.'],
        ...(reversed.length > 0
          ? [
              [
                'Worded the other way round: ',
                ...listed(reversed),
                '. There the codes are ',
                ...spelt((code) => turn - code),
                '; the percentages are of the answers as they were given.',
              ],
            ]
          : []),
        ...(selection === undefined ? [] : [[`${selection}.`]]),
      ],
    },
  ];
}

function statistic(scores: Distribution['scores'], name: 'mean' | 'median'): Cell {
  const value = scores?.[name] ?? null;
  return value === null ? { withheld: scores?.withheld ?? 'empty-base' } : { value };
}
