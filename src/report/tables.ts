import {
  type Analysis,
  type Breakdown,
  type OptionFigure,
  type QuestionAnalysis,
} from '../analysis/analysis.ts';
import { kindId } from '../analysis/kinds.ts';
import type { States } from '../analysis/figures.ts';
import { combinationTables } from './combinations.ts';
import type { Block, Cell, Document, Sentence, Table, TableColumn } from './document.ts';
import { issueBlocks } from './issue-blocks.ts';
import { ledgerTables } from './ledger-tables.ts';
import { ledgerSentence, selectionWords } from './ledger-words.ts';
import { describeNote } from './note-words.ts';
import { numberTable } from './number-table.ts';
import { optionTable } from './option-table.ts';
import { populationNotes } from './population-words.ts';
import { capitalise } from './phrases.ts';
import { type LabelledDistribution, type Surroundings, tableNotes } from './table-notes.ts';

/** The result tables of an analysis: every question, every breakdown, and what must be known to read them. */
export function tablesDocument(analysis: Analysis): Document {
  const { survey, settings, ledger, questions, breakdowns } = analysis;
  const selection = selectionWords(analysis);
  const notes = analysis.notes.map((note) => describeNote(note, analysis));
  return {
    title: survey.title,
    decimals: settings.decimals,
    blocks: [
      { kind: 'heading', level: 1, text: survey.title },
      { kind: 'paragraph', text: ledgerSentence(ledger) },
      ...(selection === undefined ? [] : [{ kind: 'paragraph', text: [`${selection}.`] } as const]),
      ...ledgerTables(analysis),
      ...questions.flatMap((question) => questionBlocks(question, analysis, true)),
      ...combinationTables(analysis),
      ...breakdowns.map((breakdown) => breakdownTable(breakdown, analysis)),
      ...issueBlocks(analysis),
      ...(notes.length > 0 ? [{ kind: 'list', items: notes } as const] : []),
    ],
  };
}

/** The table of a question; for free text, how many wrote something. Untitled where a heading says the question already. */
export function questionBlocks(question: QuestionAnalysis, analysis: Surroundings, titled: boolean): Block[] {
  const { kind, text, items } = question;
  const rows = items.map((item) => ({ label: item.label, distribution: item }));
  const caption = titled ? text : '';
  switch (kind) {
    case 'text':
      return rows.map(({ label, distribution }) =>
        textParagraph([caption, rows.length > 1 ? label : ''], distribution.states, analysis),
      );
    case 'number':
      return [
        {
          ...numberTable(caption, rows.length > 1 ? 'Item' : '', rows),
          notes: tableNotes(kind, rows, analysis),
        },
      ];
    case 'scale':
    case 'choice':
    case 'multiple': {
      if (rows.length > 1)
        return [{ ...gridTable(caption, 'Item', rows), notes: tableNotes(kind, rows, analysis) }];
      const notes = [
        ...tableNotes(kind, rows, analysis, question.profile),
        ...rows.flatMap(({ distribution }) => populationNotes(distribution)),
      ];
      return rows.map(({ distribution }) => ({
        ...optionTable(caption, distribution, question.profile),
        notes,
      }));
    }
  }
}

function textParagraph(
  captions: readonly string[],
  { option, blank }: States,
  analysis: Surroundings,
): Block {
  const selection = selectionWords(analysis);
  const title = captions.flatMap((caption) => (caption === '' ? [] : [`${caption}: `])).join('');
  return {
    kind: 'paragraph',
    text: [
      title,
      { count: option },
      ' of ',
      { count: option + blank },
      ` wrote an answer.${selection === undefined ? '' : ` ${selection}.`}`,
    ],
  };
}

/** One item by the groups of another question. */
export function breakdownTable(
  { byQuestions, question: id, item: itemId, total, groups, ungrouped, overlapping }: Breakdown,
  analysis: Analysis,
): Table {
  const { questions } = analysis;
  const question = questions.find((one) => one.id === id);
  const item = question?.items.find((one) => one.id === itemId);
  const rows = [
    { label: 'All respondents', distribution: total },
    ...groups.map((group) => ({ label: group.label, distribution: group })),
  ];
  const caption = `${item?.label ?? itemId}, ${groupedBy(byQuestions)}`;
  const heading = byQuestions.map(({ text }) => text).join(', ');
  const kind = question?.kind ?? 'choice';
  const table = kind === 'number' ? numberTable(caption, heading, rows) : gridTable(caption, heading, rows);
  const extra: Sentence[] = [
    ...(overlapping ? [['A respondent may be in more than one group.']] : []),
    ...(ungrouped > 0
      ? [[{ count: ungrouped }, ` under “All respondents” but in no group: ${whyUngrouped(byQuestions)}.`]]
      : []),
  ];
  return { ...table, notes: [...tableNotes(kind, rows, analysis), ...extra] };
}

function whyUngrouped(byQuestions: Breakdown['byQuestions']): string {
  if (byQuestions[0]?.id === kindId) return 'nothing says what kind of respondent';
  return `no answer to question ${byQuestions.map(({ id }) => id).join(' or to question ')}`;
}

/** By which questions results are broken down: by “Role” and, within that, by “Age”. */
export function groupedBy([first, ...within]: Breakdown['byQuestions']): string {
  return [`by “${first?.text}”`, ...within.map(({ text }) => ` and, within that, by “${text}”`)].join('');
}

/** Items or groups as rows; the nets, every option and the base as columns. */
function gridTable(caption: string, heading: string, rows: readonly LabelledDistribution[]): Table {
  const [first] = rows;
  const options = first?.distribution.options ?? [];
  const nets = (first?.distribution.nets ?? []).filter((net) => net.options.length > 1);
  const [positive] = first?.distribution.nets ?? [];
  const before = nets.filter(({ side }) => side === 'positive');
  const after = nets.filter(({ side }) => side !== 'positive');
  const netColumn = ({ label }: { label: string }): TableColumn => ({
    heading: `${capitalise(label)} (net)`,
    kind: 'figure',
    strong: true,
  });
  const column = ({ label }: { label: string }): TableColumn => ({ heading: label, kind: 'figure' });
  return {
    kind: 'table',
    caption,
    columns: [
      { heading, kind: 'label' },
      ...(positive ? [{ heading: `% ${positive.label}`, kind: 'bar' } as const] : []),
      ...before.map(netColumn),
      ...options.map(column),
      ...after.map(netColumn),
      { heading: 'Base', kind: 'figure' },
    ],
    rows: rows.map(({ label, distribution }) => {
      const named = (wanted: readonly { readonly id: string }[], among: readonly OptionFigure[]): Cell[] =>
        wanted.map(({ id }) => {
          const found = among.find((one) => one.id === id);
          return found ? { figure: found.figure } : null;
        });
      const bar = distribution.nets.find(({ side }) => side === positive?.side);
      return [
        label,
        ...(positive ? [bar ? { bar: bar.figure } : null] : []),
        ...named(before, distribution.nets),
        ...named(options, distribution.options),
        ...named(after, distribution.nets),
        { count: distribution.base.count },
      ];
    }),
    notes: [],
  };
}
