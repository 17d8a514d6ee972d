import type { Analysis } from '../analysis/analysis.ts';
import type { Block } from './document.ts';
import { selectionWords } from './ledger-words.ts';

/** How the responses that are analysed came, as a table; nothing where nothing says so. */
export function channelBlocks(analysis: Pick<Analysis, 'channels' | 'selection'>): Block[] {
  const { channels } = analysis;
  const selection = selectionWords(analysis);
  if (channels.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'How the responses came',
      columns: [
        { heading: 'Channel', kind: 'label' },
        { heading: 'Responses', kind: 'figure' },
      ],
      rows: channels.map(({ label, count }) => [label, { count }]),
      notes: selection === undefined ? [] : [[`${selection}.`]],
    },
  ];
}
