import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Finding } from './interpret.ts';
import type { Tally } from './labels-seen.ts';
import { readNumber } from '../../survey/labels/read-number.ts';

/** What no form offers. */
const words = /^[[(]?(?:not (?:asked|shown|displayed)|no (?:answer|reply|response))[\])]?$/u;

/** Below nought: what programs write where there is no answer. */
const below = new Set([-1, -7, -8, -9, -66, -77, -88, -97, -98, -99, -999, -9999]);

/** Above all else, with the highest that the other numbers may be for it to stand out. */
const above = new Map([...[97, 98, 99].map((code) => [code, 12] as const), [998, 120], [999, 120]]);

/** So many different numbers show what the others are like. */
const ENOUGH = 2;

/**
 * Whether a value of a question, all of whose values are given, may say that there is no answer: by its words, or as a number that
 * is like no other.
 */
export function noReplyFindings(tally: Tally): (value: string) => Finding[] {
  const values = [...tally.keys()].filter((value) => !isBlank(value));
  const numbers = values.flatMap((value) => readNumber(value) ?? []);
  const plain = numbers.filter((number) => !below.has(number) && !above.has(number));
  const [least, most] = [Math.min(...plain), Math.max(...plain)];
  const isKnown = plain.length >= ENOUGH && least >= 0;
  const isCode = (number: number | undefined): boolean => {
    if (number === undefined || !isKnown) return false;
    return below.has(number) ? !isScaled(number) : most <= (above.get(number) ?? -1);
  };
  // Where a scale goes from -1 to 1, or numbers go on from it, it is one of them.
  const isScaled = (number: number): boolean => number === -1 && most <= 1;
  return (value) =>
    words.test(fold(value)) || isCode(readNumber(value))
      ? [{ code: 'maybe-no-reply', value: tidy(value) }]
      : [];
}
