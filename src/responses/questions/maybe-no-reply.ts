import { isBlank, tidy } from '../../intake/blank.ts';
import { extentOf } from '../../intake/extent.ts';
import { fold } from '../../survey/labels/labels.ts';
import { isMissingCode, saysNoReply } from '../../survey/labels/no-reply.ts';
import type { Finding } from './interpret.ts';
import type { Tally } from './labels-seen.ts';
import { readNumber } from '../../survey/labels/read-number.ts';

/** Above all else, with the highest that the other numbers may be for it to stand out. */
const above = new Map([...[97, 98, 99].map((code) => [code, 12] as const), [998, 120], [999, 120]]);

/** So many different numbers or words show what the others are like. */
const ENOUGH = 2;

/**
 * Whether a value of a question, all of whose values are given, may say that there is no answer: by its
 * words, or as a number that is like no other.
 */
export function noReplyFindings(tally: Tally): (value: string) => Finding[] {
  const values = [...tally.keys()].filter((value) => !isBlank(value));
  const numbers = values.flatMap((value) => readNumber(value) ?? []);
  const plain = numbers.filter((number) => !isMissingCode(number, 'any') && !above.has(number));
  const [least, most] = extentOf(plain);
  const areWords = numbers.length > 0 && plain.length === 0 && values.length - numbers.length >= ENOUGH;
  const isKnown = areWords || (plain.length >= ENOUGH && least >= 0);
  const isCode = (number: number | undefined): boolean => {
    if (number === undefined || !isKnown) return false;
    return isMissingCode(number, 'any') ? !isScaled(number) : most <= (above.get(number) ?? -1);
  };
  // Where a scale goes from -1 to 1, or numbers go on from it, it is one of them.
  const isScaled = (number: number): boolean => number === -1 && most <= 1;
  // What programs write where a value is missing, unless it is the code of a country or a place as others are.
  const isMissing = (value: string): boolean =>
    tidy(value) === 'NA' && !values.some((other) => /^\p{Lu}{2}$/u.test(tidy(other)) && tidy(other) !== 'NA');
  return (value) =>
    saysNoReply(fold(value), 'perhaps') || isMissing(value) || isCode(readNumber(value))
      ? [{ code: 'maybe-no-reply', value: tidy(value) }]
      : [];
}
