import { notComparedNotes } from './not-compared.ts';
import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import { isKnownRounded } from '../../analysis/comparison/compared-figure.ts';
import type { Comparison } from '../../analysis/comparison/comparison.ts';
import { groupBy } from '../../intake/group-by.ts';
import { runNotes } from './compared-notes.ts';
import { reasonsOf } from './change-words.ts';
import { countSentences, largestMovements, responsesTable, runWords } from './comparison-summary.ts';
import { comparedBlocks, isChanged, figureCells, figureColumns } from './comparison-tables.ts';
import {
  type Block,
  type Document,
  type Sentence,
  type Cell,
  heading,
  list,
  paragraph,
  type Table,
} from '../document.ts';
import type { Withheld } from '../../analysis/figures.ts';
import { weightedNotes } from './compared-bases.ts';

/** What a small base is where no definition says: the default of report.smallBase. */
const usualSmallBase = 50;

/**
 * What moved between two runs. First in short: how much moved, how many responded, why figures may have moved and the
 * largest movements, which is what somebody who checks a run looks for. Then every figure that moved, in the order of the
 * questionnaire, which is the order of the report that somebody writes of it.
 */
export function comparisonDocument(comparison: Comparison): Document {
  const { a, b, items } = comparison;
  const decimals = Math.max(a.analysis.settings.decimals, b.analysis.settings.decimals);
  const changed = items.filter(isChanged);
  const smallBase = b.analysis.settings.smallBase ?? a.analysis.settings.smallBase ?? usualSmallBase;
  const largest = largestMovements(comparison, decimals);
  const notes = runNotes(comparison);
  const isAllCompared = comparison.hidden.every(({ by }) => by !== undefined);
  const title = `What moved: ${b.analysis.survey.title}`;
  const blocks: Block[] = [
    heading(1, title),
    ...list([runWords('A', a), runWords('B', b)]),
    paragraph(countSentences(comparison)),
    responsesTable(a.analysis, b.analysis, comparison),
    heading(2, 'Why figures may have moved'),
    ...list(reasonsOf(comparison)),
    ...(largest.length > 0
      ? [heading(2, `The largest movements${isAllCompared ? '' : ' of what is compared'}`), ...list(largest)]
      : []),
    ...(changed.length > 0
      ? [
          heading(2, 'Every figure that moved'),
          ...comparedBlocks(changed, b.analysis),
          ...combinationTables(changed.filter(({ beside }) => beside !== undefined)),
        ]
      : []),
  ];
  return {
    title,
    decimals,
    blocks: [
      ...blocks,
      heading(2, 'Notes'),
      ...list([
        [
          'Points are percentage points: the percentage in B less that in A, rounded once from the exact percentages. It may differ by one from the difference of the percentages that are shown.',
        ],
        ...roundedNotes(comparison),
        ...markNotes(blocks),
        ...smallBaseNotes(changed, smallBase),
        ...notComparedNotes(comparison),
        ...sideNotes(notes),
        [standingNote(comparison)],
      ]),
    ],
  };
}

function standingNote({ a, b }: Comparison): string {
  const chosen = [a.analysis.sample ? [] : ['in A'], b.analysis.sample ? [] : ['in B']].flat().join(' and ');
  const untested = 'No test of significance is made of';
  return chosen === ''
    ? `${untested} a difference between A and B.`
    : `Those who responded chose to do so, ${chosen}: a difference describes who responded and what they answered, not what others think. ${untested} it.`;
}

/** Says that movements of weighted percentages are of rounded ones, where the exact ones are not known. */
function roundedNotes({ items }: Comparison): Sentence[] {
  const figures = items.flatMap((item) => item.figures);
  const runs = (['a', 'b'] as const).filter((run) => figures.some((one) => isKnownRounded(one[run])));
  return runs.length > 0
    ? [
        [
          `Weighted percentages of ${runs.map((run) => run.toUpperCase()).join(' and ')} are given as rounded: points of these are of rounded percentages, and may be off by one.`,
        ],
      ]
    : [];
}

/** What a small base does to a movement, where one of the tables has one. */
function smallBaseNotes(changed: readonly ComparedItem[], smallBase: number): Sentence[] {
  const bases = changed.flatMap(({ base }) => [base.a?.count ?? 0, base.b?.count ?? 0]);
  return bases.some((count) => count < smallBase)
    ? [[`Where a base is below ${smallBase}, one respondent makes a large movement.`]]
    : [];
}

/** The notes on each of the two, as sentences that say on which; those on both once. */
function sideNotes({ a, b }: ReturnType<typeof runNotes>): Sentence[] {
  const isIn = (notes: readonly Sentence[], note: Sentence) =>
    notes.some((one) => JSON.stringify(one) === JSON.stringify(note));
  return [
    ...a.map((note) => noteOf(isIn(b, note) ? 'A and B' : 'A', note)),
    ...b.filter((note) => !isIn(a, note)).map((note) => noteOf('B', note)),
  ];
}

/** A note, as a sentence that says of which of the two it is. */
function noteOf(name: string, [first, ...rest]: Sentence): Sentence {
  const start = typeof first === 'string' ? `${first.charAt(0).toLowerCase()}${first.slice(1)}` : '';
  return [`In ${name}, ${start}`, ...rest];
}

/** What the marks in the tables of a comparison mean, as far as there are any. */
function markNotes(blocks: readonly Block[]): Sentence[] {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const marks = new Set(cells.map(markOf));
  return [
    ...(marks.has('disclosive') ? [['[c]: hidden, so that nobody can be recognised.']] : []),
    ...(marks.has('small-base') ? [['[u]: too few responses for a percentage or a statistic.']] : []),
    ...(marks.has('none') ? [['–: A or B has nothing here from which a difference could be taken.']] : []),
  ];
}

function markOf(cell: Cell): Withheld | 'none' | undefined {
  if (cell === '–') return 'none';
  if (cell === null || typeof cell === 'string') return undefined;
  if ('percent' in cell) return cell.percent.withheld;
  if ('count' in cell) return cell.count === null ? 'disclosive' : undefined;
  return 'withheld' in cell ? cell.withheld : undefined;
}

/**
 * Views beside clarity in both runs: a table for each pair of questions, its rows the items with each pair of
 * answers.
 */
function combinationTables(combined: readonly ComparedItem[]): Table[] {
  const keyOf = ({ question, beside }: ComparedItem) => JSON.stringify([question, beside]);
  return [...groupBy(combined, keyOf).values()].map((items) => {
    const [first] = items;
    return {
      kind: 'table',
      caption: `${first.text}, beside “${first.beside ?? ''}”`,
      columns: [{ heading: 'Item: answers', kind: 'label' }, ...figureColumns],
      rows: items.flatMap(({ label, figures }) =>
        figures.map((figure) => [`${label}: ${figure.label}`, ...figureCells(figure)]),
      ),
      notes: [...baseNotes(items), ...weightedNotes('Percentages', items)],
    };
  });
}

/** One note where all items have the same bases. */
function baseNotes(items: readonly ComparedItem[]): Sentence[] {
  const isSame = new Set(items.map(({ base }) => JSON.stringify(base))).size === 1;
  return items
    .slice(0, isSame ? 1 : undefined)
    .map(({ label, base: { a, b } }) => [
      `Base${isSame ? '' : ` of “${label}”`}: A `,
      { count: a?.count ?? 0 },
      ', B ',
      { count: b?.count ?? 0 },
      ', those who answered both questions.',
    ]);
}
