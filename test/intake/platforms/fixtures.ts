import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Table } from '../../../src/intake/table.ts';
import { read } from '../source.ts';

export const fixtures = path.join(import.meta.dirname, '../../../fixtures');

/** The export in the fixture of a platform. */
export const fileOf = (name: string): string => `platform-${name}/responses.csv`;

/** The exports of fixtures that are of no platform in particular. */
export const plainFiles = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /responses.*\.csv$/u.test(name) && !name.startsWith('platform-'),
);

export async function readFixture(file: string, platform?: string): Promise<Table> {
  return read(readFileSync(path.join(fixtures, file)), platform === undefined ? {} : { platform });
}

/** The rows of a fixture as they stand in the file. */
export function rowsOf(file: string): string[][] {
  const text = readFileSync(path.join(fixtures, file), 'utf8');
  return parse(text, { bom: true, delimiter: /^.?"?[\w ]+"?;/u.test(text) ? ';' : ',' });
}

/** Each column of an export as "question | part", or as its role in brackets. */
export async function columnsOf(lines: readonly string[], platform?: string): Promise<string[]> {
  const { layout } = await read(`${lines.join('\n')}\n`, platform === undefined ? {} : { platform });
  return layout.headings.map(({ question, part, role }) =>
    role === undefined ? [question, ...(part === undefined ? [] : [part])].join(' | ') : `(${role})`,
  );
}
