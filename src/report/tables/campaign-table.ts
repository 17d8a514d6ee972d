import { campaignLabel } from '../../analysis/campaigns.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Cell, Table } from '../document.ts';
import { placeWords } from '../words/campaign-words.ts';
import { selectionNotes } from '../words/ledger-words.ts';

/** The campaigns, how large each is, and where to look for its text; the text itself is the respondents' own. */
export function campaignTable(analysis: Pick<Analysis, 'campaigns' | 'inputs' | 'selection'>): Table[] {
  const { campaigns, inputs } = analysis;
  if (campaigns === null || campaigns.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Responses with the same free text, or nearly',
      columns: [
        { heading: 'Campaign', kind: 'label' },
        { heading: 'Responses', kind: 'figure', strong: true },
        { heading: 'Word for word', kind: 'figure' },
        { heading: 'Different texts', kind: 'figure' },
        { heading: 'First in', kind: 'word' },
      ],
      rows: campaigns.map((campaign): Cell[] => {
        const { responses, identical, texts, first } = campaign;
        return [
          campaignLabel(campaign),
          { count: responses },
          { count: identical },
          { count: texts },
          placeWords(first, inputs),
        ];
      }),
      notes: [
        [
          'A campaign is at least 5 responses whose free text, of 8 words or more, is word for word the same or mostly so. “Word for word” is how many gave its most frequent text.',
        ],
        ['The text is not shown here, since it may name people: look at the row.'],
        ...selectionNotes(analysis),
      ],
    },
  ];
}
