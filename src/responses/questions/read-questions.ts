import type { Question, Survey } from '../../survey/survey.ts';
import type { Source } from './column-cells.ts';
import { choosers } from '../exclusions.ts';
import type { QuestionReading, Readings } from './question-reading.ts';
import { readQuestion } from './read-question.ts';
import { type Answers, NOT_ASKED } from '../responses.ts';

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
