import type { Analysis, Breakdown, Difference, OptionFigure } from '../../analysis/analysis.ts';
import { NO_CAMPAIGN, campaignId } from '../../analysis/campaigns.ts';
import type { Interval } from '../../analysis/inference/intervals.ts';
import { groupedBy, findItem, itemTitle, questionOf, quotedItem } from '../words/question-name.ts';
import type { Cell, FromOthers, Sentence, Table, TableColumn } from '../document.ts';
import { gridTable } from './grid-table.ts';
import { numberTable } from './number-table.ts';
import { quotedPhrase, sidePhrase, subjectOf } from '../words/phrases.ts';
import { roundPoints } from '../../analysis/rounding.ts';
import { testNotes } from '../words/sample-words.ts';
import { type FigureTable, type LabelledDistribution, markNotes, ownNotes } from './table-notes.ts';
import { peopleWords } from '../words/share-words.ts';

/** One item by the groups of another question. */
export function breakdownTable(breakdown: Breakdown, analysis: Analysis): Table {
  const { byQuestions } = breakdown;
  const figures = figureTable(breakdown, analysis);
  const { kind, rows } = figures;
  const caption = `${itemTitle(breakdown, analysis.questions)}, ${groupedBy(byQuestions)}`;
  const heading = byQuestions.map(({ text }) => text).join(', ');
  const table =
    kind === 'number'
      ? numberTable(caption, heading, rows)
      : withDifferences(gridTable(caption, heading, rows), rows);
  return { ...table, notes: [...ownNotes(figures), ...testNotes(breakdown)] };
}

/** What the marks in the table of a breakdown mean. */
export function breakdownMarks(breakdown: Breakdown, analysis: Analysis): Sentence[] {
  return markNotes(figureTable(breakdown, analysis));
}

function figureTable({ question, total, groups }: Breakdown, analysis: Analysis): FigureTable {
  const kind = analysis.questions.find(({ id }) => id === question)?.kind ?? 'choice';
  return { kind, rows: [{ ...total, label: 'All respondents' }, ...groups], analysis, isOfGroups: true };
}

/**
 * With how far each group is from all the others: of a scale in a column of its own, for the first net; else
 * in the cell of each answer.
 */
function withDifferences(table: Table, rows: readonly LabelledDistribution[]): Table {
  if (!rows.some(({ nets: [net] }) => net?.difference !== undefined)) return withCellDifferences(table, rows);
  const at = table.columns.length - 1;
  const insert = <Entry>(entries: readonly Entry[], entry: Entry) => [
    ...entries.slice(0, at),
    entry,
    ...entries.slice(at),
  ];
  return {
    ...table,
    columns: insert<TableColumn>(table.columns, { heading: 'From others', kind: 'figure' }),
    rows: table.rows.map((row, index) =>
      insert<Cell>(row, fromOthers(rows[index]?.nets[0]?.difference) ?? null),
    ),
  };
}

function withCellDifferences(table: Table, rows: readonly LabelledDistribution[]): Table {
  const differences = new Map(
    rows.flatMap(({ options }) =>
      options.map(({ figure, difference }) => [figure, fromOthers(difference)] as const),
    ),
  );
  const withOthers = (cell: Cell): Cell => {
    if (cell === null || typeof cell === 'string' || !('figure' in cell)) return cell;
    const own = differences.get(cell.figure);
    return own ? { ...cell, fromOthers: own } : cell;
  };
  return { ...table, rows: table.rows.map((row) => row.map(withOthers)) };
}

function fromOthers(difference: Difference | undefined): FromOthers | undefined {
  const { points, interval } = difference ?? {};
  return points === undefined ? undefined : { points, ...(interval && { interval }) };
}

/**
 * What the differences in the tables of breakdowns by the same groups are: of scales those of a net, else
 * those of each answer.
 */
export function differenceNotes(breakdowns: readonly Breakdown[]): Sentence[] {
  const isKnown = ({ difference }: OptionFigure) => difference !== undefined;
  const nets = breakdowns.flatMap(({ groups }) =>
    groups.flatMap((group) => group.nets.slice(0, 1).filter(isKnown)),
  );
  const options = breakdowns
    .filter(({ groups }) => !groups.some((group) => group.nets.slice(0, 1).some(isKnown)))
    .flatMap(({ groups }) => groups.flatMap((group) => group.options.filter(isKnown)));
  const shown = [...nets, ...options];
  if (shown.length === 0) return [];
  const labels = [...new Set(nets.map(({ label }) => `“${label}”`))];
  const what = [
    ...(labels.length > 0 ? [`From others (${labels.join(', ')})`] : []),
    ...(options.length > 0 ? [`${labels.length > 0 ? 'with' : 'With'} + or - in a cell`] : []),
  ].join(', and ');
  const others = breakdowns.some(({ overlapping }) => overlapping)
    ? 'from all who are in some other group but not in it (CSV and JSON have their base)'
    : 'from all the other groups together (their bases added up)';
  const isEstimated = shown.some(({ difference }) => difference?.interval !== undefined);
  const interval = isEstimated ? `, with its 95% interval (Newcombe’s method). ${oneByOne}` : '.';
  return [
    [
      `${what}: by how many percentage points the answer in the group differs ${others}, worked out before rounding${interval}`,
    ],
  ];
}

/** Intervals are not corrected for how many there are, as p is: one may leave out 0 where the answers do not differ. */
const oneByOne =
  'Each of these intervals is for one comparison alone: of many, a few lie wholly above or below 0 by chance.';

/** Below this many a group is too small for a sentence of its own. */
const fewest = 10;

/**
 * Which groups are furthest above and below all the others, of those with at least ten on both sides: "Of “Young people”,
 * 18 of 19 (95%) agreed with …, against 49 of 57 (86%) of all the others: a difference of 9 percentage points." Of two
 * groups that are each other's others only the one above.
 */
export function differenceSentences(breakdown: Breakdown, { questions, settings }: Analysis): Sentence[] {
  const question = questions.find(({ id }) => id === breakdown.question);
  const item = findItem(breakdown, questions);
  const quoted = quotedItem(breakdown, questions);
  const isUnclear = item?.sentence === undefined && questionOf(breakdown, questions) !== undefined;
  const told = breakdown.groups.flatMap(({ nets: [net], ...group }) => {
    const { difference, figure } = net ?? {};
    if (!net || !figure || !difference || Math.min(figure.base ?? 0, difference.others.base ?? 0) < fewest)
      return [];
    return roundPoints(difference.points, settings.decimals) === 0
      ? []
      : [{ ...groupWords(group, breakdown), net, figure, difference }];
  });
  const sorted = told.toSorted((a, b) => b.difference.points - a.difference.points);
  const above = sorted.filter(({ difference }) => difference.points > 0).slice(0, 1);
  const below = sorted.filter(({ difference }) => difference.points < 0).slice(-1);
  const isPair = breakdown.groups.length === 2 && !breakdown.overlapping;
  return [...above, ...(isPair ? [] : below)].map(({ group, rest, net, figure, difference }): Sentence => {
    const scale = question?.scale ?? '';
    const named = item && subjectOf(scale, item);
    const subject = named && isUnclear ? '' : named;
    const phrase = subject === undefined ? undefined : sidePhrase(scale, 'positive', net.options, subject);
    const { others, points, interval } = difference;
    return [
      ...(phrase === undefined || subject === '' ? [`On ${quoted}, of ${group}, `] : [`Of ${group}, `]),
      ...peopleWords(figure),
      ` ${(phrase ?? quotedPhrase(net.options)).replace(/^of respondents /u, '')}, against `,
      ...peopleWords(others),
      ` of ${rest}: a difference of `,
      { apart: points },
      ...(interval
        ? [' (95% interval ', { pointsInterval: points < 0 ? turned(interval) : interval }, ')']
        : []),
      '.',
    ];
  });
}

/** A group in a sentence, and all the others; a campaign is no answer that somebody gave. */
function groupWords(
  { id, label }: Pick<Breakdown['groups'][number], 'id' | 'label'>,
  { by }: Breakdown,
): { readonly group: string; readonly rest: string } {
  if (by !== campaignId) return { group: `“${label}”`, rest: 'all the others' };
  return id === NO_CAMPAIGN
    ? { group: 'those in no campaign', rest: 'those in a campaign' }
    : {
        group: `those in ${label.replace(/^[A-Z]/u, (first) => first.toLowerCase())}`,
        rest: 'all the others',
      };
}

/** The interval of a difference that is said without its sign. */
function turned({ lower, upper }: Interval): Interval {
  return { lower: -upper, upper: -lower };
}
