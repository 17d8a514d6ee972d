import { fold } from '../../survey/labels/labels.ts';
import type { MultipleQuestion } from '../../survey/survey.ts';
import { type Source, tallyOf, translate } from './column-cells.ts';
import { optionsFrom } from './interpret.ts';
import { codingOf, interpretTick, optionLabels } from './interpret-tick.ts';
import { NOTHING, newPaths, newSets } from './option-sets.ts';
import type { OptionTwice, QuestionReading } from './question-reading.ts';
import { BLANK, INVALID } from '../responses.ts';

/**
 * One column an option: the columns of a record are folded, two by two, into the set of options ticked. Columns whose
 * options have the same label are of one option.
 */
export function readSplit(
  question: MultipleQuestion,
  positions: readonly (readonly number[])[],
  source: Source,
): QuestionReading {
  const tallies = positions.map((columns) => tallyOf(columns, source));
  const [first] = source.exports;
  const labels =
    question.options ??
    (first
      ? optionLabels(
          positions.map(([column = -1]) => column),
          tallies,
          first.claims,
        )
      : []);
  const keys = labels.map(fold);
  const optionAt = new Map<string, number>();
  const firsts: string[] = [];
  for (const [nth, key] of keys.entries())
    if (!optionAt.has(key)) optionAt.set(key, firsts.push(labels[nth] ?? '') - 1);
  const distinct = new Set(keys);
  const options = optionsFrom(firsts.map((label) => ({ label, side: null })));
  const coding = codingOf(tallies, labels);
  const paths = newPaths();
  const combined = new Int32Array(source.records.size).fill(NOTHING);
  const columnsOf = firsts.map((): (readonly number[])[] => []);
  const columns = positions.map((position, nth) => {
    const option = optionAt.get(keys[nth] ?? '') ?? 0;
    columnsOf[option]?.push(position);
    const tally = tallies[nth] ?? new Map<string, number>();
    const { meanings, findings } = interpretTick(labels[nth] ?? '', tally, coding, distinct);
    const cells = translate(position, meanings, source);
    const withOption = new Map<number, number>();
    for (let row = 0; row < cells.length; row++) {
      const before = combined[row] ?? NOTHING;
      if (cells[row] === INVALID) combined[row] = INVALID;
      else if (cells[row] !== BLANK && before !== INVALID) {
        const after = withOption.get(before) ?? paths.goOn(before, option);
        withOption.set(before, after);
        combined[row] = after;
      }
    }
    return { findings, positions: position, item: 0 };
  });
  const { sets, add } = newSets();
  const setAt = new Map<number, number>([
    [NOTHING, BLANK],
    [INVALID, INVALID],
  ]);
  for (let row = 0; row < combined.length; row++) {
    const end = combined[row] ?? NOTHING;
    const set = setAt.get(end) ?? add(paths.optionsTo(end));
    setAt.set(end, set);
    combined[row] = set;
  }
  const [item] = question.items;
  const twice = options.flatMap(({ label }, option): OptionTwice[] => {
    const own = columnsOf[option] ?? [];
    return own.length > 1 ? [{ label, positions: own.map(([column = -1]) => column) }] : [];
  });
  return { answers: [{ item, answers: { kind: 'sets', options, sets, cells: combined } }], columns, twice };
}
