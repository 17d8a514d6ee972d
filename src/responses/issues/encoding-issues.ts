import { type Column, MOST_IN_DICTIONARY, type Table } from '../../intake/table.ts';
import type { StrayBytes } from '../../intake/bytes/weigh-bytes.ts';
import type { Claims } from '../../survey/columns/claims.ts';
import type { Issue, Place } from './issues.ts';

/**
 * What letters come to that were UTF-8 and were once taken for Windows-1252 or Latin-1: “donâ€™t”, “Â£5”,
 * “cafÃ©”, “tÅ·”. In no language do these follow one another.
 */
const twice = /â[€\u0080]\S|Â[£©°¼½¾]|Ã[¡¢¤§¨©ª®¯±³´¶¸º¼Ÿ\u009f]|Å[µ·]/u;

const wordWith = new RegExp(`\\S{0,30}(?:${twice.source})\\S{0,30}`, 'u');

/**
 * Where the letters of an export may be wrong, because of how it was read or of how it was written. What
 * stands in no column of a question may be somebody's name, and is passed over.
 */
export function encodingIssues(table: Table, { questions }: Claims): Issue[] {
  const { file, encoding, strayBytes, undecoded, macLine, lines } = table;
  const issues = encodedTwice(table, new Set([...questions.values()].flat()));
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

/** What stands in a column that was not kept. */
const nothing: Column = { values: [], codes: new Uint8Array(0) };

/** The headers, and the columns with answers, of which the letters were encoded twice before the export was written. */
function encodedTwice({ file, layout, columns, lines }: Table, answers: ReadonlySet<number>): Issue[] {
  const code = 'encoded-twice';
  return layout.headings.flatMap(({ name }, position): Issue[] => {
    const header = twice.test(name) ? [{ code, file, value: name, count: 1, places: [] } as const] : [];
    const { values, codes } = (answers.has(position) ? columns.get(position) : undefined) ?? nothing;
    if (values.length > MOST_IN_DICTIONARY) return header;
    const isTwice = values.map((value) => twice.test(value));
    if (!isTwice.includes(true)) return header;
    let [row, count] = [-1, 0];
    for (const [at, of] of codes.subarray(0, lines.length).entries()) {
      if (isTwice[of] !== true) continue;
      if (row === -1) row = at;
      count++;
    }
    if (row === -1) return header;
    // No more of it than the word: it may be what somebody wrote.
    const [value = ''] = wordWith.exec(values[codes[row] ?? 0] ?? '') ?? [];
    const places = [{ row: row + 1, line: lines[row] ?? 0 }];
    return [...header, { code, file, column: name, value, count, places }];
  });
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
