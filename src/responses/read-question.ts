import { isBlank, tidy } from '../intake/blank.ts';
import type { Question } from '../survey/survey.ts';
import { interpretChoice, interpretScale, optionsFrom } from './interpret.ts';
import { type Source, mergeTallies, tallyOf, translate } from './column-cells.ts';
import type { Finding, Interpretation, Tally } from './interpret.ts';
import { interpretJoined, interpretTick, newSets } from './interpret-multiple.ts';
import { interpretNumbers } from './interpret-number.ts';
import { type Answers, BLANK, type Cells, INVALID, type ItemAnswers } from './responses.ts';

/** What was found in one column of the question: by distinct raw value, for every export in order. */
interface ColumnFindings {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The position of the column in each export. */
  readonly positions: readonly number[];
  /** Which item the column belongs to. */
  readonly item: number;
}

export interface QuestionReading {
  readonly answers: readonly ItemAnswers[];
  readonly columns: readonly ColumnFindings[];
}

/**
 * Reads a question for every record that is not removed, whether asked or not: each distinct value is judged once, then
 * the records are translated by table look-up.
 */
export function readQuestion(question: Question, source: Source): QuestionReading {
  const { exports } = source;
  const width = exports[0]?.claims.questions.get(question.id)?.length ?? 0;
  const positions = Array.from({ length: width }, (_, nth) =>
    exports.map(({ claims }) => claims.questions.get(question.id)?.[nth] ?? -1),
  );
  if (question.kind === 'multiple' && question.layout.kind === 'split')
    return readSplit(question, positions, source);

  const tallies = positions.map((columns) => tallyOf(columns, source));
  const interpret = interpreter(question, tallies);
  const readings = question.items.map((item, nth) => {
    const tally = tallies[nth] ?? new Map<string, number>();
    const { meanings, findings, answers } = interpret(tally);
    const cells = translate(positions[nth] ?? [], meanings, source);
    return { item, answers: answers(cells), findings };
  });
  return {
    answers: readings.map(({ item, answers }) => ({ item, answers })),
    columns: readings.map(({ findings }, nth) => ({ findings, positions: positions[nth] ?? [], item: nth })),
  };
}

type Interpreter = (tally: Tally) => Interpretation & { readonly answers: (cells: Cells) => Answers };

/** How the values of a question are read; the options of a grid are found over all its items together. */
function interpreter(question: Question, tallies: readonly Tally[]): Interpreter {
  switch (question.kind) {
    case 'scale': {
      const { options, ...rest } = interpretScale(question, mergeTallies(tallies));
      return () => ({ ...rest, answers: (cells) => ({ kind: 'options', options, cells }) });
    }
    case 'choice': {
      const { options, ...rest } = interpretChoice(question, mergeTallies(tallies));
      return () => ({ ...rest, answers: (cells) => ({ kind: 'options', options, cells }) });
    }
    case 'multiple': {
      const separator = question.layout.kind === 'joined' ? question.layout.separator : ';';
      return (tally) => {
        const { options, sets, ...rest } = interpretJoined(question.options, separator, tally);
        return { ...rest, answers: (cells) => ({ kind: 'sets', options, sets, cells }) };
      };
    }
    case 'number':
      return (tally) => {
        const { values, ...rest } = interpretNumbers(tally);
        return { ...rest, answers: (cells) => ({ kind: 'numbers', values, cells }) };
      };
    case 'text':
      return (tally) => ({
        meanings: new Map([...tally.keys()].map((value) => [value, isBlank(value) ? BLANK : 0])),
        findings: new Map(),
        answers: (cells) => ({ kind: 'text', cells }),
      });
  }
}

/** One column an option: the columns of a record are folded, two by two, into the set of options ticked. */
function readSplit(
  question: Extract<Question, { kind: 'multiple' }>,
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
