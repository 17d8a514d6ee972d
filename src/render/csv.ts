import { stringify } from 'csv-stringify/sync';
import type { Analysis } from '../analysis/analysis.ts';
import {
  type PlacedFigure,
  type PlacedStatistic,
  listFigures,
  listStatistics,
} from '../analysis/figure-list.ts';
import type { Note } from '../analysis/note.ts';
import { groupBy } from '../intake/group-by.ts';
import type { Selection } from '../responses/responses.ts';
import type { Sentence } from '../report/document.ts';
import { codeNotes } from '../report/words/code-words.ts';
import { basedOnAllWords } from '../report/words/base-words.ts';
import { describeNote } from '../report/words/note-words.ts';
import { populationByFigure } from '../report/words/population-words.ts';
import { sentenceText } from './inline.ts';
import { showPercent, showStatistic } from './numbers.ts';
import { printable } from './printable.ts';

type Value = string | number | null;

/** A column: its header, and what stands in it in the row of a figure and in that of a statistic. */
type Column = readonly [
  header: string,
  of: (figure: PlacedFigure) => Value | undefined,
  ofStatistic: (statistic: PlacedStatistic) => Value | undefined,
];

/**
 * An analysis as tidy CSV: one row a figure; a statistic of numbers has its value as `shown`. The figures of
 * a group have how many percentage points they are from those of all other groups, and the count and base of
 * these. Last is what must be known of a figure: that its majority depends on the base, or on a campaign, how
 * far it is from the population, why it is of all who were asked, and of a mean of a scale the codes.
 */
export function renderCsv(analysis: Analysis): string {
  const columns = columnsOf(analysis);
  return toCsv(
    columns.map(([header]) => header),
    [
      ...listFigures(analysis).map((figure) => columns.map(([, of]) => of(figure) ?? '')),
      ...listStatistics(analysis).map((one) => columns.map(([, , ofStatistic]) => ofStatistic(one) ?? '')),
    ],
  );
}

function columnsOf(analysis: Analysis): Column[] {
  const where = whereText(analysis.selection);
  const { decimals } = analysis.settings;
  const notes = figureNotes(analysis);
  const questionNotes = basedOnAllNotes(analysis);
  const noteOf = ({ figure, question }: PlacedFigure) =>
    [notes.get(figure.id) ?? [], questionNotes.get(question) ?? []].flat().join(' ');
  const none = () => '';
  const weighted: Column[] = [
    ['weighted', ({ figure }) => figure.weighted, none],
    ['base_weighted', ({ base }) => base?.weighted, ({ base }) => base.weighted],
    ['base_effective', ({ base }) => base?.effective, ({ base }) => base.effective],
    [
      'weighting',
      weightingOf,
      ({ base, value }) => (value === null ? '' : base.weighted === undefined ? 'none' : 'exact'),
    ],
  ];
  const bounds: Column[] = [
    ['lower', ({ figure }) => figure.interval?.lower, none],
    ['upper', ({ figure }) => figure.interval?.upper, none],
    ['difference_lower', ({ difference }) => difference?.interval?.lower, none],
    ['difference_upper', ({ difference }) => difference?.interval?.upper, none],
  ];
  return [
    ['id', ({ figure }) => figure.id, ({ id }) => id],
    ['question', ({ question }) => question, ({ question }) => question],
    ['item', ({ item }) => item, ({ item }) => item],
    ['by', ({ by }) => by, ({ by }) => by],
    ['group', ({ group }) => group, ({ group }) => group],
    ['kind', ({ kind }) => kind, () => 'statistic'],
    ['label', ({ label }) => label, ({ name }) => name],
    ['side', ({ side }) => side, none],
    ['count', ({ figure }) => figure.count, ({ n }) => n],
    ['base_rule', ({ rule }) => rule, () => 'answered'],
    ['base', ({ figure }) => figure.base, ({ n }) => n],
    ['percent', ({ figure }) => figure.percent, none],
    ['shown', ({ figure }) => showPercent(figure, decimals), showStatistic],
    ['where', () => where, () => where],
    ['difference_points', ({ difference }) => difference?.points, none],
    ['others_count', ({ difference }) => difference?.others.count, none],
    ['others_base', ({ difference }) => difference?.others.base, none],
    ...(analysis.weighting === undefined ? [] : weighted),
    ...(analysis.sample === undefined ? [] : bounds),
    ['note', noteOf, ({ question, item }) => codesOf(question, item, analysis)],
  ];
}

/** Whether a percentage is weighted: exactly, as rounded or not at all. */
function weightingOf({ figure: { percent, weighted } }: PlacedFigure): string {
  if (percent === null) return '';
  if (weighted === undefined) return 'none';
  return weighted === null ? 'rounded' : 'exact';
}

/** The notes on single figures, by the id of the figure. */
function figureNotes(analysis: Analysis): ReadonlyMap<string, string> {
  const noted = analysis.notes.flatMap((note): [string, Sentence][] => {
    const id = noteFigure(note);
    return id === undefined ? [] : [[id, describeNote(note, analysis)]];
  });
  const compared = analysis.questions.flatMap(({ items }) =>
    items.flatMap((one) => [...populationByFigure(one)]),
  );
  const notes = groupBy([...noted, ...compared], ([id]) => id);
  const text = ([, words]: [string, Sentence]) => sentenceText(words, analysis.settings.decimals);
  return new Map([...notes].map(([id, own]) => [id, own.map(text).join(' ')]));
}

/** Why the percentages of some questions are of all who were asked although the definition does not say so, by their ids. */
function basedOnAllNotes({ questions, disclosure }: Analysis): ReadonlyMap<string, string> {
  const based = questions.filter(({ id }) => disclosure?.basedOnAll?.includes(id));
  return new Map(based.map((question) => [question.id, sentenceText(basedOnAllWords([question]), 0)]));
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
  if (note.code === 'campaign-lead') return note.positive.with.id;
  return note.code === 'campaign-majority' ? note.change.with.id : undefined;
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
