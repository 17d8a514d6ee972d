import { stringify } from 'csv-stringify/sync';
import type { Analysis } from '../analysis/analysis.ts';
import { listFigures, listStatistics } from '../analysis/figure-list.ts';
import type { Interval } from '../analysis/inference/intervals.ts';
import type { Note } from '../analysis/note.ts';
import type { Selection } from '../responses/responses.ts';
import { codeNotes } from '../report/words/code-words.ts';
import { describeNote } from '../report/words/note-words.ts';
import { populationByFigure } from '../report/words/population-words.ts';
import { sentenceText } from './inline.ts';
import { showPercent, showStatistic } from './numbers.ts';
import { printable } from './printable.ts';

const columns = [
  'id',
  'question',
  'item',
  'by',
  'group',
  'kind',
  'label',
  'side',
  'count',
  'base_rule',
  'base',
  'percent',
  'shown',
  'where',
  'difference_points',
  'others_count',
  'others_base',
];

/** What weighted analyses have besides. */
const weightColumns = ['weighted', 'base_weighted', 'base_effective'];

/** What those of a probability sample have: the bounds of 95% intervals. */
const sampleColumns = ['lower', 'upper', 'difference_lower', 'difference_upper'];

/**
 * An analysis as tidy CSV: one row a figure; a statistic of numbers has its value as `shown`. The figures of a group have
 * how many percentage points they are from those of all other groups, and the count and base of these. Last is what must be
 * known of a figure: that its majority depends on the base, or on a campaign, how far it is from the population, and of a mean of a scale the codes.
 */
export function renderCsv(analysis: Analysis): string {
  const where = whereText(analysis.selection);
  const { decimals } = analysis.settings;
  const isWeighted = analysis.weighting !== undefined;
  const isSample = analysis.sample !== undefined;
  const notes = figureNotes(analysis);
  const figures = listFigures(analysis).map(
    ({ question, item, by, group, kind, label, side, rule, figure, difference, base }) => [
      figure.id,
      question,
      item,
      by ?? '',
      group ?? '',
      kind,
      label,
      side ?? '',
      figure.count,
      rule,
      figure.base,
      figure.percent ?? '',
      showPercent(figure, decimals),
      where,
      difference?.points ?? '',
      difference?.others.count ?? '',
      difference?.others.base ?? '',
      ...(isWeighted ? [figure.weighted ?? '', base?.weighted ?? '', base?.effective ?? ''] : []),
      ...(isSample ? [...boundsOf(figure.interval), ...boundsOf(difference?.interval)] : []),
      notes.get(figure.id)?.join(' ') ?? '',
    ],
  );
  const statistics = listStatistics(analysis).map(
    ({ id, question, item, by, group, name, n, base, ...statistic }) => [
      id,
      question,
      item,
      by ?? '',
      group ?? '',
      'statistic',
      name,
      '',
      n,
      'answered',
      n,
      '',
      showStatistic(statistic),
      where,
      '',
      '',
      '',
      ...(isWeighted ? ['', base.weighted ?? '', base.effective ?? ''] : []),
      ...(isSample ? sampleColumns.map(() => '') : []),
      codesOf(question, item, analysis),
    ],
  );
  const header = [
    ...columns,
    ...(isWeighted ? weightColumns : []),
    ...(isSample ? sampleColumns : []),
    'note',
  ];
  return toCsv(header, [...figures, ...statistics]);
}

/** The notes on single figures, by the id of the figure. */
function figureNotes(analysis: Analysis): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const note of analysis.notes) {
    const id = noteFigure(note);
    if (id === undefined) continue;
    const text = sentenceText(describeNote(note, analysis), analysis.settings.decimals);
    notes.set(id, [...(notes.get(id) ?? []), text]);
  }
  const compared = analysis.questions.flatMap(({ items }) =>
    items.flatMap((one) => [...populationByFigure(one)]),
  );
  for (const [id, words] of compared)
    notes.set(id, [...(notes.get(id) ?? []), sentenceText(words, analysis.settings.decimals)]);
  return notes;
}

/** The code of each option, for a mean or a median of the codes of a scale. */
function codesOf(id: string, itemId: string, { questions, settings }: Analysis): string {
  const question = questions.find((one) => one.id === id);
  const items = question?.items.filter((one) => one.id === itemId) ?? [];
  const notes = question ? codeNotes({ ...question, items }, 'Of') : [];
  return notes.map((note) => sentenceText(note, settings.decimals)).join(' ');
}

/** The figure that a note is about, where it is about one. */
function noteFigure(note: Note): string | undefined {
  if (note.code === 'base-alarm') return note.shares[0]?.figure.id;
  return note.code === 'campaign-majority' ? note.change.with.id : undefined;
}

function boundsOf(interval: Interval | undefined): readonly (number | string)[] {
  return interval ? [interval.lower, interval.upper] : ['', ''];
}

/** The group that an output is narrowed to, as `--where` takes it; nothing where it is not. */
export function whereText(selection: Selection | undefined): string {
  return selection === undefined ? '' : `${selection.question}=${selection.option}`;
}

/** Rows as CSV in which no cell is a formula to a spreadsheet and no control character survives. */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guard(printable(cell)) : cell)),
  );
  return stringify([[...header], ...safe]);
}

/**
 * OWASP ASVS 1.2.10: an apostrophe before whatever a spreadsheet takes for a formula; it trims spaces and obeys the
 * wide forms of the signs too. A negative number is a number and stays one.
 */
function guard(cell: string): string {
  if (/^-\d[\d,]*(?:\.\d+)?$/u.test(cell)) return cell;
  return /^\s*[=+\-@|＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}
