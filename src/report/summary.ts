import type { Analysis, QuestionAnalysis } from '../analysis/analysis.ts';
import { breakdownSections, shownGroupings } from './tables/breakdown-sections.ts';
import { differenceSentences } from './tables/breakdowns.ts';
import { questionTitle } from './words/question-name.ts';
import { campaignTable } from './tables/campaign-table.ts';
import { combinationSection } from './tables/combinations.ts';
import { dateRange, longDate } from './words/dates.ts';
import { type Block, type Document, heading, list, paragraph } from './document.ts';
import { issueBlocks } from './issues/issue-groups.ts';
import { ledgerTables } from './tables/ledger-tables.ts';
import { groupWords, ledgerSentence, selectionNotes } from './words/ledger-words.ts';
import { baseNotes } from './words/base-words.ts';
import { notesAbove, notesInWords, standingNotes } from './words/note-words.ts';
import { type Provenance, provenanceBlocks } from './provenance.ts';
import { itemSentence } from './words/item-sentence.ts';
import { populationSentence } from './words/population-words.ts';
import { questionBlocks } from './tables/tables.ts';

/**
 * The committee summary: how many responded, then a paragraph and a table for each question, all sides of a scale and
 * not only the favourable one, the base beside every figure, the notes, and where the figures come from.
 */
export function summaryDocument(analysis: Analysis, provenance: Provenance): Document {
  const { survey, settings, questions } = analysis;
  const dates = consultationDates(survey);
  return {
    title: survey.title,
    decimals: settings.decimals,
    blocks: [
      heading(1, survey.title),
      ...(dates === undefined ? [] : [paragraph([dates])]),
      paragraph(ledgerSentence(analysis)),
      ...[...selectionNotes(analysis), ...notesAbove(analysis)].map(paragraph),
      ...ledgerTables(analysis),
      ...campaignTable(analysis),
      ...issueBlocks(analysis),
      ...whoResponded(analysis),
      ...questions.filter(({ profile }) => !profile).flatMap((one) => questionSection(one, 2, analysis)),
      ...combinationSection(analysis),
      ...breakdownSections(analysis, (breakdown) => differenceSentences(breakdown, analysis)),
      heading(2, 'Notes'),
      ...list([
        ...standingNotes(analysis),
        ...baseNotes(analysis),
        ...notesInWords(withoutBases(analysis), shownGroupings(analysis)),
      ]),
      ...provenanceBlocks(analysis, provenance),
    ],
  };
}

/** Not the note on profiles that are based on all, which stands with the other bases. */
function withoutBases(analysis: Analysis): Analysis {
  return { ...analysis, notes: analysis.notes.filter(({ code }) => code !== 'based-on-all') };
}

/** Questions about the respondents come first, together. */
function whoResponded(analysis: Analysis): Block[] {
  const profile = analysis.questions.filter((question) => question.profile);
  if (profile.length === 0) return [];
  return [
    heading(2, 'Who responded'),
    ...profile.flatMap((question) => questionSection(question, 3, analysis)),
  ];
}

function questionSection(question: QuestionAnalysis, level: 2 | 3, analysis: Analysis): Block[] {
  return [
    heading(level, `${questionTitle(question)}${groupWords(analysis)}`),
    ...question.items.flatMap((item): Block[] => {
      const text = itemSentence(question, item, analysis.settings);
      const beside = populationSentence(item, analysis.settings.decimals);
      return [text, beside].filter(({ length }) => length > 0).map(paragraph);
    }),
    ...questionBlocks(question, analysis, false),
  ];
}

/** "The consultation was open from 24 July to 11 August 2023." */
function consultationDates({ opened, closed }: Analysis['survey']): string | undefined {
  if (opened !== undefined && closed !== undefined)
    return `The consultation was open from ${dateRange(opened, closed)}.`;
  if (opened !== undefined) return `The consultation opened on ${longDate(opened)}.`;
  return closed === undefined ? undefined : `The consultation closed on ${longDate(closed)}.`;
}
