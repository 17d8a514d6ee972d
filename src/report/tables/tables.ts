import type { Analysis, QuestionAnalysis } from '../../analysis/analysis.ts';
import type { States } from '../../analysis/figures.ts';
import { breakdownSections, shownGroupings } from './breakdown-sections.ts';
import { campaignTable } from './campaign-table.ts';
import { combinationTables } from './combinations.ts';
import {
  type Block,
  type Document,
  type Cell,
  type Sentence,
  type Table,
  heading,
  list,
  paragraph,
} from '../document.ts';
import { gridTable } from './grid-table.ts';
import { issueBlocks } from '../issues/issue-groups.ts';
import { itemLabel, questionTitle } from '../words/question-name.ts';
import { ledgerTables } from './ledger-tables.ts';
import { ledgerSentence, selectionNotes } from '../words/ledger-words.ts';
import { notesAbove, notesInWords, standingNotes } from '../words/note-words.ts';
import { numberTable, statisticCell } from './number-table.ts';
import { optionTable } from './option-table.ts';
import { platformNotes } from '../provenance.ts';
import { populationNotes, populationSentence } from '../words/population-words.ts';
import { type Surroundings, tableNotes } from './table-notes.ts';
import { codeNotes } from '../words/code-words.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** The result tables of an analysis: every question, every breakdown, and what must be known to read them. */
export function tablesDocument(analysis: Analysis): Document {
  const { survey, settings, questions } = analysis;
  const notes = [
    ...standingNotes(analysis),
    ...notesInWords(analysis, shownGroupings(analysis)),
    ...platformNotes(analysis),
  ];
  return {
    title: survey.title,
    decimals: settings.decimals,
    blocks: [
      heading(1, survey.title),
      paragraph(ledgerSentence(analysis)),
      ...[...selectionNotes(analysis), ...notesAbove(analysis)].map(paragraph),
      ...ledgerTables(analysis),
      ...campaignTable(analysis),
      ...questions.flatMap((question) => questionBlocks(question, analysis, true)),
      ...combinationTables(analysis),
      ...breakdownSections(analysis, () => []),
      ...issueBlocks(analysis),
      ...list(notes),
    ],
  };
}

/**
 * The table of a question; for free text, how many wrote something. Untitled where a heading says the
 * question already.
 */
export function questionBlocks(question: QuestionAnalysis, analysis: Surroundings, titled: boolean): Block[] {
  const { kind, items } = question;
  const rows = items.map((item) => ({ ...item, label: itemLabel(item) }));
  const caption = titled ? questionTitle(question) : '';
  const scores = scoreTables(question, caption, analysis);
  switch (kind) {
    case 'text':
      return rows.map(({ label, states }) =>
        textBlock([caption, rows.length > 1 ? label : ''], states, analysis),
      );
    case 'number':
      return [
        {
          ...numberTable(caption, rows.length > 1 ? 'Item' : '', rows),
          notes: tableNotes({ kind, rows, analysis }),
        },
      ];
    case 'scale':
    case 'choice':
    case 'multiple': {
      if (rows.length > 1)
        return [
          { ...gridTable(caption, 'Item', rows), notes: tableNotes({ kind, rows, analysis }) },
          ...scores,
        ];
      const notes = [
        ...tableNotes({ kind, rows, analysis, showsNoReply: question.profile, hasCountColumn: true }),
        // Under a heading a paragraph says it.
        ...(titled ? rows.map((row) => populationSentence(row, analysis.settings.decimals)) : []),
        ...rows.flatMap((row) => populationNotes(row, analysis.sample)),
      ].filter(({ length }) => length > 0);
      const tables = rows.map((row) =>
        optionTable(caption, row, question.profile, analysis.settings.minimumBase),
      );
      return [...tables.map((table) => ({ ...table, notes })), ...scores];
    }
  }
}

/**
 * How many wrote something: under the question as the notes of a table are, or in a paragraph where a heading
 * says it.
 */
function textBlock(captions: readonly string[], { option, blank }: States, analysis: Surroundings): Block {
  const caption = captions.filter((part) => part !== '').join(': ');
  const said: Sentence =
    option === null || blank === null
      ? ['How many wrote an answer is hidden, so that nobody can be recognised.']
      : [{ count: option }, ' of ', { count: option + blank }, ' wrote an answer.'];
  const about = selectionNotes(analysis);
  return caption === ''
    ? paragraph([...said, ...about.flatMap(([note]) => [' ', note])])
    : { kind: 'table', caption, columns: [], rows: [], notes: [said, ...about] };
}

/** Mean and median of the codes of each item, where the definition gives codes, with the code of every option. */
function scoreTables(question: QuestionAnalysis, caption: string, analysis: Surroundings): Table[] {
  const { codes, items } = question;
  if (codes === undefined || items.every(({ scores }) => scores === undefined)) return [];
  return [
    {
      kind: 'table',
      caption: caption === '' ? 'Mean and median' : `${caption.replace(/:$/u, '')}: mean and median`,
      columns: [
        { heading: 'Item', kind: 'label' },
        { heading: 'Mean', kind: 'figure' },
        { heading: 'Median', kind: 'figure' },
        { heading: 'Base', kind: 'figure' },
      ],
      rows: items.map(({ label, scores }): Cell[] => [
        label,
        statisticCell(scores, 'mean'),
        statisticCell(scores, 'median'),
        scores ? { count: scores.n } : null,
      ]),
      notes: [
        ...effectiveNotes(
          'Mean and median',
          items.map(({ label, scores }) => ({ label, base: scores ?? {} })),
        ),
        ...codeNotes(question, 'Of'),
        ...selectionNotes(analysis),
      ],
    },
  ];
}
