import { fold } from '../../survey/labels/labels.ts';
import { nearestLabel } from '../../survey/labels/near-label.ts';
import type { ChoiceQuestion, Question, ScaleQuestion } from '../../survey/survey.ts';
import { interpretChoice, interpretScale } from './interpret.ts';
import { type Source, mergeTallies, tallyOf, translate } from './column-cells.ts';
import type { Interpretation } from './interpret.ts';
import { type Tally, labelsSeen } from './labels-seen.ts';
import { interpretJoined } from './interpret-multiple.ts';
import { interpretNumbers } from './interpret-number.ts';
import { unchosenMiddle } from './middle.ts';
import { refuseCodes } from './number-codes.ts';
import type { QuestionReading, UnseenPart } from './question-reading.ts';
import { readSplit } from './read-split.ts';
import { readText } from './read-text.ts';
import type { Answers, Cells } from '../responses.ts';
import { sayWritten, withWriteIns } from './written-in.ts';

/**
 * Reads a question for every record that is not removed, whether asked or not: each distinct value is judged once, then
 * the records are translated by table look-up. Throws a UserError where a scale has a column of codes.
 */
export function readQuestion(question: Question, source: Source): QuestionReading {
  const { exports } = source;
  const width = exports[0]?.claims.questions.get(question.id)?.length ?? 0;
  const positions = Array.from({ length: width }, (_, nth) =>
    exports.map(({ claims }) => claims.questions.get(question.id)?.[nth] ?? -1),
  );
  if (question.kind === 'multiple' && exports.some(({ claims }) => claims.split.has(question.id)))
    return readSplit(question, positions, source);
  if (question.kind === 'text') return readText(question, positions, source);
  if (question.kind === 'scale') refuseCodes(question, positions, exports);
  const tallies = positions.map((columns) => tallyOf(columns, source));
  const interpret = interpreter(question, tallies, { positions, exports });
  const readings = question.items.map((item, nth) => {
    const tally = tallies[nth] ?? new Map<string, number>();
    const { meanings, findings, answers } = interpret(tally);
    const cells = translate(positions[nth] ?? [], meanings, source);
    return { item, answers: answers(cells), findings, meanings };
  });
  return {
    answers: readings.map(({ item, answers }) => ({ item, answers })),
    ...(question.kind === 'scale' ? { middle: middleOf(question, readings) } : {}),
    ...(question.kind === 'choice' ? { unseenParts: unseenParts(question, tallies) } : {}),
    columns: readings.map(({ findings }, nth) => ({ findings, positions: positions[nth] ?? [], item: nth })),
  };
}

function middleOf(
  question: ScaleQuestion,
  readings: readonly (Interpretation & { readonly answers: Answers })[],
): readonly string[] {
  const [first] = readings;
  if (first === undefined || !('options' in first.answers)) return [];
  const chosen = new Set(readings.flatMap(({ meanings }) => [...meanings.values()]));
  return unchosenMiddle(question, first.answers.options, chosen);
}

function unseenParts({ parts = [] }: ChoiceQuestion, tallies: readonly Tally[]): UnseenPart[] {
  if (parts.length === 0) return [];
  const seen = labelsSeen(mergeTallies(tallies));
  const known = new Set(seen.map(fold));
  const named = new Set(parts.map(fold));
  const others = seen.filter((label) => !named.has(fold(label)));
  return parts
    .filter((part) => !known.has(fold(part)))
    .map((value) => {
      const suggestion = nearestLabel(value, others);
      return suggestion === undefined ? { value } : { value, suggestion };
    });
}

type Interpreter = (tally: Tally) => Interpretation & { readonly answers: (cells: Cells) => Answers };

/** How the values of a question are read; the options of a grid are found over all its items together. */
function interpreter(
  question: Exclude<Question, { kind: 'text' }>,
  tallies: readonly Tally[],
  { positions, exports }: { positions: readonly (readonly number[])[] } & Pick<Source, 'exports'>,
): Interpreter {
  switch (question.kind) {
    case 'scale': {
      const { options, ...rest } = interpretScale(question, mergeTallies(tallies));
      return () => ({ ...rest, answers: (cells) => ({ kind: 'options', options, cells }) });
    }
    case 'choice': {
      const offered = withWriteIns(question, positions, exports);
      const read = interpretChoice(offered.question, mergeTallies(tallies));
      const { options, ...rest } = sayWritten(read, offered.written);
      return () => ({ ...rest, answers: (cells) => ({ kind: 'options', options, cells }) });
    }
    case 'multiple': {
      return (tally) => {
        const { options, sets, ...rest } = interpretJoined(question.options, question.separator, tally);
        return { ...rest, answers: (cells) => ({ kind: 'sets', options, sets, cells }) };
      };
    }
    case 'number':
      return (tally) => {
        const { values, ...rest } = interpretNumbers(tally);
        return { ...rest, answers: (cells) => ({ kind: 'numbers', values, cells }) };
      };
  }
}
