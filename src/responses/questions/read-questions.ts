import { isBlank } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import { suggest } from '../../survey/labels/near-label.ts';
import type { ChoiceQuestion, Option, Question, ScaleQuestion, Survey } from '../../survey/survey.ts';
import { choosers } from '../exclusions.ts';
import { type Interpretation, interpretChoice, interpretScale } from './interpret.ts';
import { type Source, mergeTallies, positionsOf, tallyOf, translate, translateBy } from './column-cells.ts';
import { type Tally, labelsSeen } from './labels-seen.ts';
import { interpretJoined } from './interpret-multiple.ts';
import { interpretNumbers } from './interpret-number.ts';
import { refuseCodes } from './number-codes.ts';
import type { QuestionReading, Readings, UnseenPart } from './question-reading.ts';
import { readSplit } from './read-split.ts';
import { type Answers, type Cells, BLANK, NOT_ASKED } from '../responses.ts';
import { sayWritten, withWriteIns } from './written-in.ts';

/**
 * What every question holds, by its id. A question that depends on another is read after it: who was not asked says
 * nothing of what could be answered, and whatever their cells hold is no answer.
 */
export function readQuestions(survey: Survey, source: Source): Readings {
  const readings = new Map<string, QuestionReading>();
  const read = (question: Question): QuestionReading => {
    const known = readings.get(question.id);
    if (known) return known;
    const wasAsked = askedOf(question);
    const reading = readQuestion(question, wasAsked ? without(source, wasAsked) : source);
    if (wasAsked) for (const { answers } of reading.answers) markNotAsked(answers, wasAsked);
    readings.set(question.id, reading);
    return reading;
  };
  const askedOf = ({ asked }: Question) => {
    const gate = asked && survey.questions.find(({ id }) => id === asked.question);
    return gate && choosers(read(gate).answers[0]?.answers, asked?.options ?? []);
  };
  for (const question of survey.questions) read(question);
  return readings;
}

function without(source: Source, wasAsked: (row: number) => boolean): Source {
  const removed = source.removed.map((isRemoved, row) => (isRemoved === 1 || !wasAsked(row) ? 1 : 0));
  return { ...source, removed };
}

function markNotAsked({ cells }: Answers, wasAsked: (row: number) => boolean): void {
  for (let row = 0; row < cells.length; row++) if (!wasAsked(row)) cells[row] = NOT_ASKED;
}

/**
 * Reads a question for every record that is not removed, whether asked or not: each distinct value is judged once, then
 * the records are translated by table look-up. Throws a UserError where a scale has a column of codes.
 */
function readQuestion(question: Question, source: Source): QuestionReading {
  const { exports } = source;
  const positions = positionsOf(question, exports);
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
    ...(question.kind === 'scale' ? { middle: unchosenMiddle(question, readings) } : {}),
    ...(question.kind === 'choice' ? { unseenParts: unseenParts(question, tallies) } : {}),
    columns: readings.map(({ findings }, nth) => ({ findings, positions: positions[nth] ?? [], item: nth })),
  };
}

/**
 * The middle options of a scale question that nobody chose, where nobody wrote down which options were offered: each
 * may have been offered or not. Of a set of four points or six without a middle one it is the
 * middle of the usual set: the set was taken only because nobody chose it.
 */
function unchosenMiddle(
  { scale }: ScaleQuestion,
  readings: readonly (Interpretation & { readonly answers: Answers })[],
): readonly string[] {
  const [first] = readings;
  if (first === undefined || !('options' in first.answers)) return [];
  const { options } = first.answers;
  const chosen = new Set(readings.flatMap(({ meanings }) => [...meanings.values()]));
  if (scale.outsideOffered || !options.some((_, position) => chosen.has(position))) return [];
  const labelsOn = (side: Option['side']) => options.filter((option) => option.side === side);
  const middle = options.flatMap(({ side }, position) => (side === 'neutral' ? [position] : []));
  if (middle.length === 0) {
    const points = labelsOn('positive').length;
    const isBalanced = points > 1 && points === labelsOn('negative').length;
    return isBalanced ? (scale.variants[0]?.neutral ?? []) : [];
  }
  return middle.some((position) => chosen.has(position)) ? [] : labelsOn('neutral').map(({ label }) => label);
}

/**
 * Reads a question of free text: of each cell, whether anything is written in it. There may be millions of
 * different texts, so they are not listed once more, as other answers are.
 */
function readText(
  { items }: Question,
  positions: readonly (readonly number[])[],
  source: Source,
): QuestionReading {
  const meaningOf = (value: string) => (isBlank(value) ? BLANK : 0);
  return {
    answers: items.map((item, nth) => ({
      item,
      answers: { kind: 'text', cells: translateBy(positions[nth] ?? [], meaningOf, 1, source) },
    })),
    columns: items.map((_, item) => ({ findings: new Map(), positions: positions[item] ?? [], item })),
  };
}

function unseenParts({ parts = [] }: ChoiceQuestion, tallies: readonly Tally[]): UnseenPart[] {
  if (parts.length === 0) return [];
  const seen = labelsSeen(mergeTallies(tallies));
  const known = new Set(seen.map(fold));
  const named = new Set(parts.map(fold));
  const others = seen.filter((label) => !named.has(fold(label)));
  return parts
    .filter((part) => !known.has(fold(part)))
    .map((value) => ({ value, ...suggest(value, others) }));
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
