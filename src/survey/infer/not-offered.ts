import { isSpreadsheetError } from '../labels/spreadsheet-errors.ts';
import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { type LabelCount, countOf } from './facts.ts';
import { matchScale } from './scale-match.ts';

/** A figure comes once or twice, of questions side by side: what comes more often is the code of an option. */
const MOST_ALIKE = 2;

/** A figure without a word: 12, 9/20, 9 (45%). */
const bare = /^(?=.*\d)\P{L}+$/u;

/** A count or a share before or behind the answer that it is of: "60% yes", "12 agree", "Agree: 3". */
const before = /^\d[\d.,]*\s*%?\s+(?:(?:said|answered) )?(\p{L}.*)$/u;
const behind = /^(\p{L}.*?)\s*[:=(–-]\s*\d[\d.,]*\s*%?\)?$/u;

/** Several of these: "Y: 12, N: 8". */
const tally = /^(?:\p{L}[^,;:=]*[:=]\s*\d+%?\s*(?:[,;/]\s*|$)){2,}$/u;

/**
 * What stands among answers and no form offers: the errors of a spreadsheet, and, among few others that are all of a scale, figures
 * that somebody worked out of them.
 */
export function notOffered(labels: readonly LabelCount[]): readonly LabelCount[] {
  const errors = labels.filter(({ folded }) => isSpreadsheetError(folded));
  const answers = labels.filter((label) => !errors.includes(label));
  const figures = answers.filter((label) => label.count <= MOST_ALIKE && isFigure(label.folded, answers));
  const others = answers.filter((label) => !figures.includes(label));
  const areFew = figures.length > 0 && countOf(figures) <= countOf(answers) * MOST_BY_MISTAKE;
  return areFew && matchScale(others, '') !== undefined ? [...errors, ...figures] : errors;
}

function isFigure(folded: string, answers: readonly LabelCount[]): boolean {
  const label = (before.exec(folded) ?? behind.exec(folded))?.[1];
  const isOf = ({ folded: own }: LabelCount): boolean => own === label || own.endsWith(` ${label}`);
  return bare.test(folded) || tally.test(folded) || (label !== undefined && answers.some(isOf));
}
