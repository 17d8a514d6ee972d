import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';

/** Rows of a file as text, read without anything of the program's or of its libraries'. */
export function rowsOf(file: string, encoding: string, delimiter: string): string[][] {
  const text = new TextDecoder(encoding).decode(readFileSync(file));
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (const character of `${text}\n`) {
    if (character === '"') quoted = !quoted;
    else if (quoted) cell += character;
    else if (character === delimiter || character === '\n') {
      rows.at(-1)?.push(cell.replace(/\r+$/u, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}

/** How often each answer of a column occurs below the header, with its spaces and capitals evened out. */
export function tally(rows: readonly (readonly string[])[], column: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows.slice(1)) {
    const answer = (row[column] ?? '').replaceAll('\u00a0', ' ').trim().toLowerCase();
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}
