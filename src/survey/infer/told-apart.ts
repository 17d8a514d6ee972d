import { groupBy } from '../../intake/group-by.ts';
import { fold } from '../labels/labels.ts';
import type { ColumnFacts } from './facts.ts';
import type { QuestionGuess } from './question-guess.ts';

/**
 * Questions of the same words, told apart: by what the file has above each, such as the name of a round; else, where all comes again
 * in the same order, as “Do you agree? (round 2)”; else as “Do you agree? (2)”. “Why not?” is asked often.
 */
export function toldApart(guesses: readonly QuestionGuess[], facts: readonly ColumnFacts[]): QuestionGuess[] {
  const over = new Map(facts.map(({ name, heading }) => [name, heading.question]));
  const alike = groupBy(guesses, keyOf);
  const rounds = roundsIn(guesses);
  return guesses.map((guess, place) => {
    const same = alike.get(keyOf(guess)) ?? [guess];
    if (same.length === 1 || wordsOf(guess) === '') return guess;
    const isText = guess.question.kind === 'text';
    const above = same.map(({ columns: [first = ''] }) => over.get(first) ?? '');
    const areNames = new Set([...above, '', wordsOf(guess)].map(fold)).size === same.length + 2;
    const nth = same.indexOf(guess);
    if (areNames && !isText) return named(guess, above[nth] ?? '');
    const round = rounds?.[place] ?? 1;
    if (round > 1) return again(guess, `round ${round}`, 'in a round');
    return nth === 0 || isText ? guess : again(guess, String(nth + 1), 'in these words');
  });
}

function wordsOf({ question }: QuestionGuess): string {
  return String(question.text ?? question.column ?? '');
}

function keyOf(guess: QuestionGuess): string {
  return fold(wordsOf(guess));
}

/** The same guess with something behind the words of its question. */
function named(guess: QuestionGuess, by: string): QuestionGuess {
  const { question, instead, several } = guess;
  const text = { text: `${wordsOf(guess)} (${by})` };
  return {
    ...guess,
    question: { ...question, ...text },
    ...(instead && { instead: { ...instead, question: { ...instead.question, ...text } } }),
    ...(several && { several: { ...several, ...text } }),
  };
}

const grounds = {
  'in a round': 'all comes again in the same order, as in rounds of a survey side by side',
  'in these words': 'asked before in the same words',
} as const;

/** The same guess as that of a question which came before. */
function again(guess: QuestionGuess, by: string, how: keyof typeof grounds): QuestionGuess {
  return { ...named(guess, by), ground: `${guess.ground}; ${grounds[how]}`, again: how };
}

/** So much of a round, but for words, comes again in the next; fewer questions may be asked of each child, or of each plan. */
const [MOST, FEWEST] = [0.75, 4];

/**
 * In which round each question stands, where the file holds rounds of a survey side by side: nearly all that is asked comes again in
 * the same order, and not all of it is about the person, as it is of each member of a household.
 */
function roundsIn(guesses: readonly QuestionGuess[]): readonly number[] | undefined {
  const keys = guesses.map(keyOf);
  const asked = [...guesses.keys()].filter((place) => guesses[place]?.question.kind !== 'text');
  const areAsked = asked.map((place) => keys[place]);
  const anchor = areAsked.find((key, at) => areAsked.indexOf(key) < at);
  if (anchor === undefined) return undefined;
  const starts = asked.filter((place) => keys[place] === anchor);
  // Words may be asked for before.
  let before = 0;
  const wordsAt = (start = 0): string | undefined => keys[start - before - 1];
  while (starts.every((start) => wordsAt(start) !== undefined && wordsAt(start) === wordsAt(starts[0])))
    before++;
  const roundOf = (place: number): number => starts.filter((start) => start - before <= place).length || 1;
  const [first = [], ...others] = [...groupBy(asked, roundOf).values()];
  const order = first.map((place) => keys[place]);
  const comesAgain = (round: readonly number[]): boolean => {
    const places = round.map((place) => order.indexOf(keys[place])).filter((place) => place !== -1);
    const isInOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
    return isInOrder && places.length >= Math.max(order.length * MOST, round.length * MOST, FEWEST);
  };
  const isAboutPerson = first.every((place) => guesses[place]?.question.profile === true);
  if (isAboutPerson || !others.every(comesAgain)) return undefined;
  return [...guesses.keys()].map(roundOf);
}
