import type { Finding } from './interpret.ts';

/** What a cell of a made-up column holds where an option stands in the column of another. */
export function misplacedText(answer: string, column: string): string {
  return `${answer} (under ${column})`;
}

/** What is to be said of such a cell; undefined of any other. `isLabel` tells what is the label of an option. */
export function misplacedIn(value: string, isLabel: (text: string) => boolean): Finding | undefined {
  const [, answer = '', column = ''] = /^(.+) \(under (.+)\)$/su.exec(value) ?? [];
  return isLabel(answer) && isLabel(column)
    ? { code: 'misplaced-answer', value: answer, suggestion: column }
    : undefined;
}
