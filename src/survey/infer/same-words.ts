import { fold } from '../labels/labels.ts';
import type { QuestionGuess } from './question-guess.ts';

/** Questions of the same words, as of two rounds of a survey side by side: the second is called “Do you agree? (2)”. “Why not?” is asked often. */
export function toldApart(guesses: readonly QuestionGuess[]): QuestionGuess[] {
  const times = new Map<string, number>();
  return guesses.map((guess) => {
    const { question, instead } = guess;
    const text = String(question.text ?? question.column ?? '');
    const time = (times.get(fold(text)) ?? 0) + 1;
    times.set(fold(text), time);
    if (time === 1 || text === '' || question.kind === 'text') return guess;
    const named = { text: `${text} (${time})` };
    return {
      ...guess,
      question: { ...question, ...named },
      ...(instead && { instead: { ...instead, question: { ...instead.question, ...named } } }),
    };
  });
}
