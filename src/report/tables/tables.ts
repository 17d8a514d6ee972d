import type { Analysis, QuestionAnalysis } from '../../analysis/analysis.ts';
import type { States } from '../../analysis/figures.ts';
import { breakdownTable, shownBreakdowns } from './breakdowns.ts';
import { campaignTable } from './campaign-table.ts';
import { combinationTables } from './combinations.ts';
import type { Block, Document } from '../document.ts';
import { gridTable } from './grid-table.ts';
import { issueBlocks } from '../issues/issue-blocks.ts';
import { itemLabel, questionTitle } from '../words/item-label.ts';
import { ledgerTables } from './ledger-tables.ts';
import { ledgerSentence, selectionWords } from '../words/ledger-words.ts';
import { notesInWords, standingNotes } from '../words/note-words.ts';
import { numberTable } from './number-table.ts';
import { optionTable } from './option-table.ts';
import { populationNotes, populationSentence } from '../words/population-words.ts';
import { scoreTables } from './score-table.ts';
import { type Surroundings, tableNotes } from './table-notes.ts';

/** The result tables of an analysis: every question, every breakdown, and what must be known to read them. */
export function tablesDocument(analysis: Analysis): Document {
  const { survey, settings, ledger, questions } = analysis;
  const selection = selectionWords(analysis);
  const notes = [...standingNotes(analysis), ...notesInWords(analysis)];
  return {
    title: survey.title,
    decimals: settings.decimals,
    blocks: [
      { kind: 'heading', level: 1, text: survey.title },
      { kind: 'paragraph', text: ledgerSentence(ledger) },
      ...(selection === undefined ? [] : [{ kind: 'paragraph', text: [`${selection}.`] } as const]),
      ...ledgerTables(analysis),
      ...campaignTable(analysis),
      ...questions.flatMap((question) => questionBlocks(question, analysis, true)),
      ...combinationTables(analysis),
      ...shownBreakdowns(analysis).map((breakdown) => breakdownTable(breakdown, analysis)),
      ...issueBlocks(analysis),
      ...(notes.length > 0 ? [{ kind: 'list', items: notes } as const] : []),
    ],
  };
}

/** The table of a question; for free text, how many wrote something. Untitled where a heading says the question already. */
export function questionBlocks(question: QuestionAnalysis, analysis: Surroundings, titled: boolean): Block[] {
  const { kind, items } = question;
  const rows = items.map((item) => ({
    label: itemLabel(item),
    distribution: item,
  }));
  const caption = titled ? questionTitle(question) : '';
  const scores = scoreTables(question, caption, analysis);
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
        return [{ ...gridTable(caption, 'Item', rows), notes: tableNotes(kind, rows, analysis) }, ...scores];
      const notes = [
        ...tableNotes(kind, rows, analysis, question.profile),
        // Under a heading a paragraph says it.
        ...(titled
          ? rows.map(({ distribution }) => populationSentence(distribution, analysis.settings.decimals))
          : []),
        ...rows.flatMap(({ distribution }) => populationNotes(distribution, analysis.sample)),
      ].filter(({ length }) => length > 0);
      const tables = rows.map(({ distribution }) =>
        optionTable(caption, distribution, question.profile, analysis.settings.minimumBase),
      );
      return [...tables.map((table) => ({ ...table, notes })), ...scores];
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
      { count: option === null || blank === null ? null : option + blank },
      ` wrote an answer.${selection === undefined ? '' : ` ${selection}.`}`,
    ],
  };
}
