import { fold } from '../survey/labels.ts';
import type { MultipleQuestion } from '../survey/survey.ts';
import { type Source, tallyOf, translate } from './column-cells.ts';
import { optionsFrom } from './interpret.ts';
import { codingOf, interpretTick } from './interpret-tick.ts';
import { optionLabels } from './option-labels.ts';
import { newSets } from './option-sets.ts';
import type { OptionTwice, QuestionReading } from './question-reading.ts';
import { BLANK, INVALID } from './responses.ts';

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
  const distinct = new Set(keys);
  const firsts = [...distinct].map((key) => keys.indexOf(key));
  const optionOf = keys.map((key) => firsts.indexOf(keys.indexOf(key)));
  const options = optionsFrom(firsts.map((nth) => ({ label: labels[nth] ?? '', side: null })));
  const coding = codingOf(tallies);
  const { sets, add } = newSets();
  const none = add([]);
  const combined = new Int32Array(source.records.size).fill(none);
  const columns = positions.map((position, nth) => {
    const option = optionOf[nth] ?? 0;
    const tally = tallies[nth] ?? new Map<string, number>();
    const { meanings, findings } = interpretTick(labels[nth] ?? '', tally, coding, distinct);
    const cells = translate(position, meanings, source);
    const withOption = new Map<number, number>();
    for (let row = 0; row < cells.length; row++) {
      const before = combined[row] ?? none;
      if (cells[row] === INVALID) combined[row] = INVALID;
      else if (cells[row] !== BLANK && before !== INVALID) {
        const after = withOption.get(before) ?? add([...(sets[before] ?? []), option]);
        withOption.set(before, after);
        combined[row] = after;
      }
    }
    return { findings, positions: position, item: 0 };
  });
  for (let row = 0; row < combined.length; row++) if (combined[row] === none) combined[row] = BLANK;
  const [item] = question.items;
  const twice = options.flatMap(({ label }, option): OptionTwice[] => {
    const columnsOf = positions.filter((_, nth) => optionOf[nth] === option);
    return columnsOf.length > 1 ? [{ label, positions: columnsOf.map(([column = -1]) => column) }] : [];
  });
  return { answers: [{ item, answers: { kind: 'sets', options, sets, cells: combined } }], columns, twice };
}
