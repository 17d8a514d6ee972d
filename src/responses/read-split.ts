import { tidy } from '../intake/blank.ts';
import type { MultipleQuestion } from '../survey/survey.ts';
import { type Source, tallyOf, translate } from './column-cells.ts';
import { optionsFrom } from './interpret.ts';
import { interpretTick } from './interpret-tick.ts';
import { newSets } from './option-sets.ts';
import type { QuestionReading } from './question-reading.ts';
import { BLANK, INVALID } from './responses.ts';

/** One column an option: the columns of a record are folded, two by two, into the set of options ticked. */
export function readSplit(
  question: MultipleQuestion,
  positions: readonly (readonly number[])[],
  source: Source,
): QuestionReading {
  const [first] = source.exports;
  const labels = positions.map(
    (columns, nth) => question.options?.[nth] ?? tidy(first?.claims.names[columns[0] ?? -1] ?? ''),
  );
  const options = optionsFrom(labels.map((label) => ({ label, side: null })));
  const { sets, add } = newSets();
  const none = add([]);
  const combined = new Int32Array(source.records.size).fill(none);
  const columns = options.map((option, nth) => {
    const { meanings, findings } = interpretTick(option, tallyOf(positions[nth] ?? [], source));
    const cells = translate(positions[nth] ?? [], meanings, source);
    const withOption = new Map<number, number>();
    for (let row = 0; row < cells.length; row++) {
      const before = combined[row] ?? none;
      if (cells[row] === INVALID) combined[row] = INVALID;
      else if (cells[row] !== BLANK && before !== INVALID) {
        const after = withOption.get(before) ?? add([...(sets[before] ?? []), nth]);
        withOption.set(before, after);
        combined[row] = after;
      }
    }
    return { findings, positions: positions[nth] ?? [], item: 0 };
  });
  for (let row = 0; row < combined.length; row++) if (combined[row] === none) combined[row] = BLANK;
  const [item] = question.items;
  return { answers: [{ item, answers: { kind: 'sets', options, sets, cells: combined } }], columns };
}
