import { isBlank, tidy } from '../intake/blank.ts';
import { fold } from '../survey/labels.ts';
import type { Survey } from '../survey/survey.ts';

/** What a value of the status column says of its response. Without a list of complete states, whatever it holds is one. */
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

/** A whole number of responses, at least one; null for anything else. */
export function readCount(value: string): number | null {
  const text = tidy(value);
  const count = Number(text);
  return /^\d+$/u.test(text) && count >= 1 && count <= 0xffffffff ? count : null;
}
