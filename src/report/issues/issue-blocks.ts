import type { Analysis } from '../../analysis/analysis.ts';
import type { Block } from '../document.ts';
import { bearsOnFigures, groupIssues } from './issue-groups.ts';

/** What was wrong with the data, as a list that a reader of the figures sees; nothing where all is well. */
export function issueBlocks({ issues }: Pick<Analysis, 'issues'>): Block[] {
  const groups = groupIssues(issues).filter(bearsOnFigures);
  if (groups.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: ['What to know about the data:'],
    },
    {
      kind: 'list',
      items: groups.map(({ count, responses, title, effect }) => [
        `${title.charAt(0).toUpperCase()}${title.slice(1)}: `,
        { count },
        ...(responses === undefined ? [] : [', which stand for ', { count: responses }, ' responses']),
        `${effect}.`,
      ]),
    },
  ];
}
