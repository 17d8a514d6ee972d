import type { Analysis } from '../../analysis/analysis.ts';
import { kindLabels } from '../../analysis/kinds.ts';
import type { LedgerPart } from '../../responses/responses.ts';
import type { Block, Cell, Sentence, Table } from '../document.ts';
import { reasonHeading, selectionNotes } from '../words/ledger-words.ts';

/**
 * What became of the responses of each file, where there are several, and of each way in which they came,
 * where it is known.
 */
export function ledgerTables(
  analysis: Pick<Analysis, 'ledger' | 'ledgerParts' | 'kinds' | 'selection'>,
): Block[] {
  const { byFile, byChannel } = analysis.ledgerParts;
  return [
    ...(byChannel.length > 0 ? [table('How the responses came', 'Channel', byChannel, analysis)] : []),
    ...(byFile.length > 1 ? [table('Responses by file', 'File', byFile, analysis)] : []),
    ...kindTable(analysis),
  ];
}

/** How many responses came from each kind of respondent. A petition is one response; who signed it stands beside it. */
function kindTable(analysis: Pick<Analysis, 'ledger' | 'kinds' | 'selection'>): Block[] {
  const { kinds, ledger } = analysis;
  if (kinds.length === 0) return [];
  const petitions = kinds.find(({ kind }) => kind === 'petition');
  const signed = petitions ? [petitionWords(petitions)] : [];
  const rows = kinds.map(({ kind, count }): Cell[] => [
    kind === null ? 'Not stated' : kindLabels[kind],
    { count },
  ]);
  return [
    {
      kind: 'table',
      caption: 'Who the responses are from',
      columns: [
        { heading: 'Kind of respondent', kind: 'label' },
        { heading: 'Responses', kind: 'figure' },
      ],
      rows: rows.length > 1 ? [...rows, ['Together', { count: ledger.analysed }]] : rows,
      notes: [...signed, ...selectionNotes(analysis)],
    },
  ];
}

/** Says that a petition is one response, and how many signed where something says it. */
function petitionWords({ count, signatories, signatoriesUnknown = 0 }: Analysis['kinds'][number]): Sentence {
  const each = count === 1 ? 'The petition counts as one response.' : 'A petition counts as one response.';
  if (signatories === undefined) return [`${each} How many signed is not known.`];
  return [
    `${each} Those who signed, `,
    { count: signatories },
    ' in all, are in no other figure.',
    ...(signatoriesUnknown > 0
      ? [' Of ', { count: signatoriesUnknown }, ' it is not known how many signed.']
      : []),
  ];
}

/**
 * Received, removed for each reason that anything was removed for, and analysed: a row a part, and one for
 * all together.
 */
function table(
  caption: string,
  heading: string,
  parts: readonly LedgerPart[],
  analysis: Pick<Analysis, 'ledger' | 'selection'>,
): Table {
  const { ledger } = analysis;
  const used = ledger.removed.flatMap(({ count }, index) => (count > 0 ? [index] : []));
  const rows = [...parts, ...(parts.length > 1 ? [{ label: 'Together', ...ledger }] : [])];
  return {
    kind: 'table',
    caption,
    columns: [
      { heading, kind: 'label' },
      { heading: 'Received', kind: 'figure' },
      ...used.map((index) => {
        const reason = ledger.removed[index];
        return { heading: reason ? reasonHeading(reason) : '', kind: 'figure' } as const;
      }),
      { heading: 'Analysed', kind: 'figure', strong: true },
    ],
    rows: rows.map(({ label, received, removed, analysed }): Cell[] => [
      label,
      { count: received },
      ...used.map((index): Cell => ({ count: removed[index]?.count ?? 0 })),
      { count: analysed },
    ]),
    notes: selectionNotes(analysis),
  };
}
