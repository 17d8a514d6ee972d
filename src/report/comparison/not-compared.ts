import type { Comparison } from '../../analysis/comparison/comparison.ts';
import type { Sentence } from '../document.ts';
import { MOST_TOGETHER } from '../words/phrases.ts';
import { groupedWords } from '../words/question-name.ts';
import { type NamedResult, resultNames, resultsByGroups } from '../words/withheld-words.ts';
import { itemName } from './comparison-tables.ts';

/** Results that are not compared, since something in their tables is hidden in one of two runs; many by what they are results by. */
export function notComparedNotes({ hidden, items: compared, a, b }: Comparison): Sentence[] {
  if (hidden.length === 0) return [];
  const questions = [...b.analysis.questions, ...a.analysis.questions];
  const nameOf = ({ question: id, item: itemId, by, beside }: Comparison['hidden'][number]): NamedResult => {
    const question = questions.find((one) => one.id === id);
    const { text = id, items = [] } = question ?? {};
    const label = items.find((one) => one.id === itemId)?.label ?? itemId;
    const name = `“${itemName({ text, question: id, item: itemId, label }, questions)}”`;
    const how = beside === undefined ? by && groupedWords(by, questions) : `beside “${beside}”`;
    return { name, ...(how !== undefined && { how }) };
  };
  const results = hidden.map(nameOf);
  const why = 'since something in their tables is hidden for disclosure in A or in B';
  return results.length > MOST_TOGETHER
    ? [
        [{ count: results.length }, ` results are not compared, ${why}. The next notes name them.`],
        ...resultsByGroups('compared', results, [...results, ...compared.map(nameOf)]),
      ]
    : [[`Not compared, ${why}: ${resultNames(results)}.`]];
}
