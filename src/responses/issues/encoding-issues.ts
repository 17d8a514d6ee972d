import type { Table } from '../../intake/table.ts';
import type { StrayBytes } from '../../intake/bytes/weigh-bytes.ts';
import type { Issue, Place } from './issues.ts';

/** Where the letters of an export may be wrong because of how it was read. */
export function encodingIssues({ file, encoding, strayBytes, undecoded, macLine, lines }: Table): Issue[] {
  const issues: Issue[] = [];
  const add = ({ count, lines: on, lineCount }: StrayBytes, words: string): void => {
    const places = on.map((line) => placeOf(line, lines));
    issues.push({ code: 'bad-bytes', file, detail: `${count} ${words}`, count: lineCount, places });
  };
  if (strayBytes !== undefined) add(strayBytes, `utf-8 ${encoding}`);
  if (undecoded !== undefined) add(undecoded, `${encoding} ${encoding}`);
  if (macLine !== undefined) {
    issues.push({ code: 'mac-roman', file, count: 1, places: [placeOf(macLine, lines)] });
  }
  return issues;
}

/** A line, and the record that it belongs to, if it stands below the headers. */
function placeOf(line: number, starts: Uint32Array): Place {
  let [from, to] = [0, starts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= line) from = middle + 1;
    else to = middle;
  }
  return from === 0 ? { line } : { row: from, line };
}
