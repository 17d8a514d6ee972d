import { UserError } from '../../intake/user-error.ts';
import { nearest } from '../labels/labels.ts';
import type { Locate, Path, Position } from './locate.ts';

/** Something wrong in a definition, in words, and what it is about. */
export interface Problem {
  readonly path: Path;
  /** Whether it is the key or the value at the path that is wrong. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

export type PlacedProblem = Position & { readonly message: string };

const mostShown = 5;

/** The error of a definition in which something is wrong: one line a problem, in the order of the file. */
export function definitionError(file: string, problems: readonly PlacedProblem[], hint?: string): UserError {
  const lines = problems
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const distinct = [...new Set(lines)];
  const more = distinct.length - mostShown;
  return new UserError(
    [...distinct.slice(0, mostShown), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    hint,
  );
}

/** Problems with where each stands in the file. */
export function place(problems: readonly Problem[], locate: Locate): PlacedProblem[] {
  return problems.map(({ path, at, message }) => ({ ...locate(path, at), message }));
}

/** A value as a message quotes it: short, and on one line. */
export function quote(value: unknown): string {
  const text = String(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

/** `; did you mean "column"?`, or nothing when no candidate is near. */
export function didYouMean(value: string, candidates: Iterable<string>): string {
  const near = nearest(value, candidates);
  return near === undefined ? '' : `; did you mean ${quote(near)}?`;
}

/** "scale, choice or text" */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Takes note of something wrong, where the rest can still be looked at. */
export type Report = (path: Path, message: string, at?: Problem['at']) => void;

/** `"Agre" is not an option of "q"; it can be … ; did you mean "Agree"?` of a label that is none of these. */
export function isNotOf(label: string, what: string, labels: readonly string[]): string {
  return `${quote(label)} is not ${what}${itCanBe(labels.map(quote))}${didYouMean(label, labels)}`;
}

/** `; it can be role, age or area`, or nothing where there are too many to read. */
export function itCanBe(words: readonly string[]): string {
  return words.length > 8 || words.length === 0 ? '' : `; it can be ${either(words)}`;
}
