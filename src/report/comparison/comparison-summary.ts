import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { ComparedFigures } from '../../analysis/comparison/compare.ts';
import type { ComparedFigure } from '../../analysis/comparison/compared-figure.ts';
import {
  type Comparison,
  type MovementCounts,
  type Run,
  countMovements,
} from '../../analysis/comparison/comparison.ts';
import { pairReasons } from '../../analysis/comparison/match-questions.ts';
import { changeColumns } from './compared-numbers.ts';
import { comparedParts } from './compared-parts.ts';
import { answerName, itemName, shownOf } from './comparison-tables.ts';
import type { Sentence, Table } from '../document.ts';
import { roundPoints } from '../../analysis/rounding.ts';
import { dateRange, longDate } from '../words/dates.ts';
import { reasonWords, selectedWords } from '../words/ledger-words.ts';
import { shareWords } from '../words/share-words.ts';
import { sumOf } from '../../intake/sum.ts';

/** How many movements are named before the tables. */
const named = 5;

/** What a side is: what the user called it, its files, the consultation and its dates, the group it is narrowed to. */
export function runWords(side: string, { name, analysis, rows, definition }: Run): Sentence {
  const { survey, inputs, selection } = analysis;
  const { title, opened, closed } = survey;
  const dates =
    opened !== undefined && closed !== undefined
      ? dateRange(opened, closed)
      : [opened, closed].flatMap((date) => (date === undefined ? [] : [longDate(date)])).join('');
  const files = inputs.map(({ file }) => file).filter((file) => !name.endsWith(file));
  return [
    `${side}: ${name}${files.length > 0 ? ` (${files.join(', ')})` : ''}: ${title}`,
    dates === '' ? '' : `, ${dates}`,
    rows !== undefined && definition === undefined
      ? '; without a definition: its questions were made from its columns'
      : '',
    selection === undefined ? '' : `; only ${selectedWords(analysis)}`,
  ];
}

/** How many figures moved, of all respondents and of groups: small groups move far. */
export function countSentences(comparison: Comparison): Sentence {
  const [all, groups] = [countMovements(comparison, 'all'), countMovements(comparison, 'groups')];
  const both = `that A and B both ${comparison.hidden.length > 0 ? 'show' : 'have'}`;
  return [
    ...countWords(all, `figures of all respondents ${both}`),
    ...(groups.both + groups.onlyA + groups.onlyB > 0
      ? [' ', ...countWords(groups, `figures of groups ${both}`)]
      : []),
  ];
}

function countWords({ both, moved, onlyA, onlyB, most }: MovementCounts, what: string): Sentence {
  const farthest: Sentence =
    most > 0 ? [', by ', { apart: most }, ' at most.'] : [', in their counts or bases alone.'];
  return [
    'Of ',
    { count: both },
    ` ${what}, `,
    ...(moved === 0 ? ['none moved.'] : [{ count: moved }, ' moved', ...farthest]),
    ...(onlyA > 0 ? [' In A only: ', { count: onlyA }, '.'] : []),
    ...(onlyB > 0 ? [' In B only: ', { count: onlyB }, '.'] : []),
  ];
}

/** How many responses were received, removed and analysed. */
export function responsesTable(a: Comparable, b: Comparable, { items, hidden }: ComparedFigures): Table {
  const whole = items.filter(({ group }) => group === undefined);
  const invalid = (side: 'a' | 'b') => sumOf(whole, ({ states }) => states[side]?.invalid ?? 0);
  const row = (label: string, before: number, after: number) => [
    label,
    { count: before },
    { count: after },
    { change: after - before },
  ];
  const uncounted = [invalid('a'), invalid('b')] as const;
  // How many there are in a table of which something is hidden is not said.
  const where = hidden.some(({ by, beside }) => by === undefined && beside === undefined)
    ? ', where nothing is hidden'
    : '';
  return {
    kind: 'table',
    caption: 'Responses',
    columns: [{ heading: 'Responses', kind: 'label' }, ...changeColumns],
    rows: [
      row('Received', a.ledger.received, b.ledger.received),
      ...pairReasons(a.ledger, b.ledger).flatMap((pair) => {
        const [before, after, why] = [pair.a?.count ?? 0, pair.b?.count ?? 0, pair.b ?? pair.a];
        return why && before + after > 0 ? [row(`Removed: ${reasonWords(why)}`, before, after)] : [];
      }),
      row('Analysed', a.ledger.analysed, b.ledger.analysed),
      ...comparedParts(a, b),
      ...(uncounted[0] + uncounted[1] > 0
        ? [row(`Answers that could not be counted${where}`, ...uncounted)]
        : []),
    ],
    notes: [],
  };
}

/**
 * The figures that moved most among all respondents, none that rounds to nothing. An answer with the counts of a net, as nobody gave
 * another that the net takes together, is not named beside it.
 */
export function largestMovements({ b: { analysis }, items }: Comparison, decimals: number): Sentence[] {
  const whole = items.filter(({ group }) => group === undefined);
  const figures = whole.flatMap((item) => {
    const shown = shownOf(item.figures);
    return shown.filter((one) => !hasCountsOfNet(one, shown)).map((figure) => ({ item, figure }));
  });
  const size = ({ figure }: { figure: ComparedFigure }) => Math.abs(figure.points ?? 0);
  return figures
    .filter((one) => roundPoints(size(one), decimals) !== 0)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, named)
    .flatMap(({ item, figure }): Sentence[] => {
      const { a, b, points } = figure;
      if (a === undefined || b === undefined || points === null) return [];
      const beside = item.beside === undefined ? '' : `, beside “${item.beside}”`;
      return [
        [
          `${itemName(item, analysis.questions)}${beside} – “${answerName(figure)}”: from `,
          ...shareWords(a),
          ' to ',
          ...shareWords(b),
          ', ',
          { apart: points },
          points > 0 ? ' more' : ' fewer',
        ],
      ];
    });
}

function hasCountsOfNet({ kind, side, a, b }: ComparedFigure, figures: readonly ComparedFigure[]): boolean {
  const nets = figures.filter((one) => one.kind === 'net' && one.side === side);
  return kind === 'option' && nets.some((net) => net.a?.count === a?.count && net.b?.count === b?.count);
}
