import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Survey } from '../../survey/survey.ts';
import { readNumber } from '../../survey/labels/read-number.ts';

/**
 * What a value of the status column says of its response. Without a list of complete states, whatever it
 * holds is one.
 */
export function statusReader({
  respondent: { status },
}: Survey): (value: string) => 'complete' | 'incomplete' | 'test' {
  const complete = status?.complete && new Set(status.complete.map(fold));
  const test = new Set(status?.test.map(fold));
  return (value) => {
    if (test.has(fold(value))) return 'test';
    const isComplete = complete ? complete.has(fold(value)) : !isBlank(value);
    return isComplete ? 'complete' : 'incomplete';
  };
}

/** Whether a value of the test column says that its response is a test. */
export function testReader({ respondent: { test } }: Survey): (value: string) => boolean {
  const values = new Set(test?.values.map(fold));
  return (value) => values.has(fold(value));
}

/** A number as R and spreadsheets write very large and very small ones: 1e+05, 2.5E-4. */
const exponent = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/iu;

/** A weight above 0; null for anything else, nothing among it. */
export function readWeight(value: string): number | null {
  const text = tidy(value);
  const weight = exponent.test(text) ? Number(text) : readNumber(value);
  return weight !== undefined && weight > 0 && Number.isFinite(weight) ? weight : null;
}

/** A whole number of responses, in any way in which a number may be written; null for anything else. */
export function readCount(value: string): number | null {
  const count = readNumber(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 && count <= 0xffffffff ? count : null;
}
