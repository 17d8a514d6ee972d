import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import { type ComparedFigure, hasMoved } from '../../analysis/comparison/compared-figure.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import { groupBy } from '../../intake/group-by.ts';
import {
  type Block,
  type Cell,
  type Sentence,
  type Table,
  type TableColumn,
  heading,
  paragraph,
} from '../document.ts';
import { groupedWords, itemTitle } from '../words/question-name.ts';
import { baseNote, weightedNotes } from './compared-bases.ts';
import { statisticsOf, statisticsTable } from './compared-numbers.ts';
import { stateWords } from '../tables/state-notes.ts';
import { capitalise } from '../../survey/labels/labels.ts';

/** Whether anything of an item that both runs have is not the same in both. */
export function isChanged({ kind, states, base, numbers, scores, figures }: ComparedItem): boolean {
  if (base.a === undefined || base.b === undefined) return false;
  const isSame = (one: object | undefined, other: object | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  if (kind === 'text') return states.a?.option !== states.b?.option || base.a.count !== base.b.count;
  if (kind === 'number') return statisticsOf(numbers).some(({ a, b }) => a !== null && b !== null && a !== b);
  if (!isSame(scores.a, scores.b)) return true;
  return figures.some((figure) => hasMoved(figure) || figure.a === undefined || figure.b === undefined);
}

/** What an item is called where its question is not named beside it; where it is, no questions are given. */
export function itemName(place: Place, questions: Comparable['questions'] = []): string {
  const { text, question, item, label } = place;
  if (item === question) return text;
  return questions.some(({ id }) => id === question) ? itemTitle(place, questions) : label;
}

type Place = Pick<ComparedItem, 'text' | 'question' | 'item' | 'label'>;

/**
 * The items that changed: a table each, under the question where that has several; then those of breakdowns, a table an
 * item, its rows the groups.
 */
export function comparedBlocks(changed: readonly ComparedItem[], { questions }: Comparable): Block[] {
  const whole = changed.filter(({ by, beside }) => by === undefined && beside === undefined);
  const groups = changed.filter(({ by }) => by !== undefined);
  const tables = groupBy(groups, (one) => `${one.by} ${one.question} ${one.item}`);
  return [
    ...whole.flatMap((item, index): Block[] => {
      const isFirst = whole[index - 1]?.question !== item.question;
      const isGrid = item.item !== item.question;
      return [...(isFirst && isGrid ? [heading(3, item.text)] : []), comparedBlock(item)];
    }),
    ...[...tables.values()].flatMap((same): Block[] => {
      const [first] = same;
      const byWords = groupedWords(first.by ?? '', questions);
      return first.kind === 'number' || first.kind === 'text'
        ? same.map((one) => comparedBlock(one, questions))
        : [groupsTable(`${itemName(first, questions)}, ${byWords}`, same)];
    }),
  ];
}

/** An item of both runs side by side: a table of its figures or statistics; for free text a sentence. */
function comparedBlock(item: ComparedItem, questions?: Comparable['questions']): Block {
  const { kind, states, group } = item;
  const name = group === undefined ? itemName(item) : `${itemName(item, questions)}: ${group.label}`;
  if (kind === 'text') {
    const wrote = (one: typeof states.a): Sentence => [
      { count: one?.option ?? 0 },
      ' of ',
      { count: (one?.option ?? 0) + (one?.blank ?? 0) },
    ];
    return paragraph([
      `${name}: in A `,
      ...wrote(states.a),
      ' wrote an answer, in B ',
      ...wrote(states.b),
      '.',
    ]);
  }
  return kind === 'number' ? statisticsTable(name, item) : figuresTable(name, item);
}

/** The columns of figures of both runs. */
export const figureColumns: readonly TableColumn[] = [
  { heading: 'A %', kind: 'figure', strong: true },
  { heading: 'A', kind: 'figure' },
  { heading: 'B %', kind: 'figure', strong: true },
  { heading: 'B', kind: 'figure' },
  { heading: 'Points', kind: 'figure' },
];

/** The groups of a breakdown as rows, each with all its figures. */
function groupsTable(caption: string, groups: readonly ComparedItem[]): Table {
  const rows = groups.flatMap(({ group, figures }) =>
    shownOf(figures).map((figure) => ({ group: group?.label ?? '', figure })),
  );
  return {
    kind: 'table',
    caption,
    columns: [{ heading: 'Group: answer', kind: 'label' }, ...figureColumns],
    rows: rows.map(({ group, figure }) => [`${group}: ${answerName(figure)}`, ...figureCells(figure)]),
    notes: [
      ...groups.map(({ group, base }) => baseNote(base, ` of “${group?.label ?? ''}”`)),
      ...weightedNotes('Percentages', groups),
    ],
  };
}

function figuresTable(caption: string, item: ComparedItem): Table {
  const { figures, base, states, scores } = item;
  const hasScores = scores.a !== undefined || scores.b !== undefined;
  return {
    kind: 'table',
    caption,
    columns: [{ heading: 'Answer', kind: 'label' }, ...figureColumns],
    rows: shownOf(figures).map((figure) => [answerName(figure), ...figureCells(figure)]),
    notes: [
      baseNote(base),
      ...weightedNotes(hasScores ? 'Percentages, mean and median' : 'Percentages', [item]),
      ...scoreNotes(scores),
      ...stateNotes(states),
    ],
  };
}

/** A figure of both runs, in these columns. */
export function figureCells({ a, b, points }: ComparedFigure): Cell[] {
  return [...sideCells(a), ...sideCells(b), points === null ? '–' : { points }];
}

function sideCells(figure: ComparedFigure['a']): Cell[] {
  return figure === undefined ? ['not there', '–'] : [{ percent: figure }, { count: figure.count }];
}

/** All figures but the nets that only repeat one option, so that none that moved is missing. */
export function shownOf(figures: readonly ComparedFigure[]): ComparedFigure[] {
  const repeats = (net: ComparedFigure) => {
    const options = figures.filter(({ kind, side }) => kind === 'option' && side === net.side);
    return options.length === 1 && options[0]?.points === net.points;
  };
  return figures.filter((figure) => figure.kind === 'option' || !repeats(figure));
}

/** What a figure is called among the answers to an item. */
export function answerName({ kind, label }: ComparedFigure): string {
  return kind === 'net' ? `${capitalise(label)} (net)` : label;
}

/** The mean and the median of a scale in both runs, where the definition gives its options codes. */
function scoreNotes({ a, b }: ComparedItem['scores']): Sentence[] {
  if (a === undefined && b === undefined) return [];
  const of = (value: number | null | undefined): Sentence => [
    value === null || value === undefined ? 'not given' : { value },
  ];
  return [
    [
      'Mean: A ',
      ...of(a?.mean),
      ', B ',
      ...of(b?.mean),
      '; median: A ',
      ...of(a?.median),
      ', B ',
      ...of(b?.median),
      '.',
    ],
  ];
}

function stateNotes({ a, b }: ComparedItem['states']): Sentence[] {
  return stateWords.flatMap(([state, what]) => {
    const [before, after] = [a?.[state] ?? 0, b?.[state] ?? 0];
    return before === 0 && after === 0
      ? []
      : [[`${what}: A `, { count: before }, ', B ', { count: after }, '.']];
  });
}
