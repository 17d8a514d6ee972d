import { tidy } from '../../intake/blank.ts';
import { type TakenIds, kebab, uniqueId } from '../labels/labels.ts';
import { inWords } from './question-words.ts';

/** Words that say little of what a question is about. */
const filler = new Set(
  [
    'a an and any are as at be been by can could did do does each for from had has have how i if in is it',
    'its may me my no of on one or our please select say should so some tell that the their them there',
    'these they this those to us was we were what when where which who why will with would you your',
    'following extent much many strongly agree disagree apply all',
  ].flatMap((words) => words.split(' ')),
);

const LONGEST = 24;
/** The words that say most are among the first so many letters. */
const FIRST = 1000;

/**
 * A short id for a question or an item, from the words of its text that say most: "strengthening-quality-assurance".
 * Numbering before the text, and whatever is in brackets, falls away. `taken` remembers the ids given out.
 */
export function shortId(text: string, taken: TakenIds): string {
  const plain = tidy(text)
    .slice(0, FIRST)
    .replace(/^(?:q(?:uestion)?\s*)?\d+(?:\.\d+)*[.):]?\s+|^[a-z][.)]\s+/iu, '')
    .replace(/\([^)]*\)/gu, ' ');
  const words = kebab(inWords(plain)).split('-');
  const telling = words.filter((word) => !filler.has(word));
  const chosen: string[] = [];
  for (const word of telling.length > 0 ? telling : words) {
    if (chosen.length === 4 || [...chosen, word].join('-').length > LONGEST) break;
    chosen.push(word);
  }
  return uniqueId(chosen.join('-') || words[0]?.slice(0, LONGEST) || 'question', taken);
}
