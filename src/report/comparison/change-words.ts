import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { DefinitionChange } from '../../analysis/comparison/compare-definitions.ts';
import type { Comparison, Run } from '../../analysis/comparison/comparison.ts';
import type { RowChanges } from '../../responses/respondents/compare-rows.ts';
import type { Sentence } from '../document.ts';
import { listed } from '../words/phrases.ts';
import { groupedWords, questionName } from '../words/question-name.ts';
import { fewRows, fewSentences } from './compared-notes.ts';
import { settingsWords } from './setting-words.ts';
import { ruleReasons } from './rule-words.ts';

type Questions = Comparable['questions'];

/**
 * Why figures may have moved: a sentence for each change of rows, definition and rules; what is not known is
 * said too.
 */
export function reasonsOf(comparison: Comparison): Sentence[] {
  const { a, b } = comparison;
  const questions = [...b.analysis.questions, ...a.analysis.questions];
  const isRead = a.rows === undefined || b.rows === undefined;
  return [
    ...rowReasons(comparison, questions, isRead),
    ...fewSentences(comparison),
    ...definitionReasons(comparison, questions, isRead),
    ...ruleReasons(comparison, questions, isRead),
  ];
}

/** Which rows differ; `isRead` says that one of the runs is an analysis in JSON, which holds no rows. */
function rowReasons({ a, b, rows }: Comparison, questions: Questions, isRead: boolean): Sentence[] {
  const [before, after] = [a, b].map(({ analysis }) => analysis.inputs.map(({ sha256 }) => sha256).join());
  if (before === after) return [['Rows: none differs; both were made from the same export, byte for byte.']];
  if (rows !== undefined) return rowSentences(rows, questions);
  return [[isRead ? rowsNotKnown : noIds]];
}

/** In what the definitions differ, and what of them is not known. */
function definitionReasons(
  { a, b, definition }: Comparison,
  questions: Questions,
  isRead: boolean,
): Sentence[] {
  const [before, after] = [definitionOf(a), definitionOf(b)];
  const isOne = before !== undefined && before === after;
  const areTwo = before !== undefined && after !== undefined && !isOne;
  const same = isOne ? 'the same file.' : 'no difference in questions, options, labels or wording.';
  return [
    ...(definition.length > 0
      ? definitionsWords(definition, questions).map((words): Sentence => [`Definition: ${words}.`])
      : [[`Definition: ${same}`]]),
    ...sayIf(
      isRead && !isOne,
      `Definition: ${areTwo ? 'the two files are not the same; ' : ''}${definitionNotKnown}`,
    ),
  ];
}

/** The SHA-256 of the definition of a run, where it is known. */
function definitionOf({ definition, analysis }: Run): string | undefined {
  return definition ?? analysis.definition?.sha256;
}

const rowsNotKnown =
  'Rows: which were added, removed or changed is known only where both are exports; an analysis does not hold them.';
const definitionNotKnown =
  'whether columns, who was asked, what counts as blank, the sides of options or other settings differ is not known: an analysis does not hold them.';
const noIds =
  'Rows: which were added, removed or changed cannot be told: the definition names no column of ids (respondent.id) in both.';

function rowSentences(
  { added, removed, changed, same, withoutId, reordered, parts }: RowChanges,
  questions: Questions,
): Sentence[] {
  const counts: Sentence = [
    { count: added },
    ' added, ',
    { count: removed },
    ' removed, ',
    { count: changed },
    ' changed, ',
    { count: same },
    ' the same',
  ];
  const details: Sentence[] = parts.map(({ kind, name, rows }) => [
    kind === 'respondent' ? `respondent.${name} in ` : `${questionName(name, questions)} in `,
    { count: rows },
  ]);
  return [
    changed + same === 0
      ? ['Rows, by the ids of respondents: no id of A is in B, so that A and B are of different responses.']
      : ['Rows, by the ids of respondents: ', ...counts, '.'],
    ...sayIf(details.length > 0, 'What was changed, in how many rows: ', ...listed(details), '.'),
    ...sayIf(
      reordered > 0,
      'Order of rows: of ',
      { count: reordered },
      `${reordered === 1 ? ' id that repeats' : ' ids that repeat'}, the responses stand in another order in B; where duplicates are left out the first counts, so that another response of the same id may count.`,
    ),
    ...sayIf(
      changed > same && changed >= fewRows,
      'Most rows that both have were changed: perhaps each export numbers its rows anew, and one id is not one person.',
    ),
    ...sayIf(
      withoutId.a + withoutId.b > 0,
      'Rows without an id, which cannot be found again: A ',
      { count: withoutId.a },
      ', B ',
      { count: withoutId.b },
      '.',
    ),
  ];
}

function sayIf(isSo: boolean, ...sentence: Sentence): Sentence[] {
  return isSo ? [sentence] : [];
}

function definitionsWords(changes: Comparison['definition'], questions: Questions): string[] {
  const settings = changes.filter((change) => change.code === 'setting');
  const others = changes.filter((change) => change.code !== 'setting');
  return [
    ...others.map((change) => definitionWords(change, questions)),
    ...settingsWords(settings, questions),
  ];
}

function definitionWords(change: DefinitionChange, questions: Questions): string {
  switch (change.code) {
    case 'breakdown': {
      const other = change.only === 'a' ? 'B' : 'A';
      const where = change.hidden ? `hidden in ${other}` : `in ${change.only.toUpperCase()} only`;
      return `results ${groupedWords(change.by, questions)} are ${where}, and are not compared`;
    }
    case 'question':
      return `question ${questionName(change.question, questions)} is in ${change.only.toUpperCase()} only`;
    case 'item':
    case 'option':
      return `${change.code === 'item' ? 'item' : 'answer'} “${change.label}” of ${questionName(change.question, questions)} is in ${change.only.toUpperCase()} only`;
    case 'id':
      return `${questionName(change.question, questions)} has another id: A ${change.a}, B ${change.question}`;
    case 'text':
      return `a question is worded otherwise: A “${change.a}”, B “${change.b}”`;
    case 'kind':
    case 'scale':
      return `${questionName(change.question, questions)} has another ${change.code}: A ${change.a ?? 'none'}, B ${change.b ?? 'none'}`;
    case 'item-label':
    case 'option-label':
      return `a label of ${questionName(change.question, questions)}: A “${change.a}”, B “${change.b}”`;
  }
}
