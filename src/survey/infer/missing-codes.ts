import { isMissingCode } from '../labels/no-reply.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';

/** A number below nought, as programs of statistics write it where there is no answer. */
const code = /^-[1-9]\d{0,3}(?:\.0)?$/u;

/** So many cells at least hold such a code, and it stands beside so many different answers. */
const ENOUGH = 2;

/** So many times as many columns show that a code is no answer as there are in which it may be one. */
const MOST = 3;

interface Held {
  readonly codes: readonly LabelCount[];
  readonly others: readonly LabelCount[];
  readonly column: ColumnFacts;
}

/**
 * The numbers that stand for no answer in these columns: those below nought among options that are words, and the usual ones among
 * numbers of which none is below nought, or alone beside such. None that may be an answer in more than a few columns, as where a
 * scale goes below nought.
 */
export function missingCodesIn(columns: readonly ColumnFacts[]): readonly string[] {
  const held = columns.filter(({ labels }) => labels.some(isCode)).map(divided);
  const labels = [...new Set(held.flatMap(({ codes }) => codes.map(({ label }) => label)))];
  const told = labels.filter((label) => {
    const own = held.filter(({ codes }) => codes.some((one) => one.label === label));
    const showing = own.filter((one) => tells(one, label));
    const cells = showing.flatMap(({ codes }) => codes.filter((one) => one.label === label));
    const count = cells.reduce((sum, one) => sum + one.count, 0);
    return count >= ENOUGH && showing.length > own.filter(mayAnswer).length * MOST;
  });
  const isAlone = (label: string): boolean =>
    held.every(({ codes, others }) => others.length === 0 || !codes.some((one) => one.label === label));
  const alone = labels.filter((label) => !told.includes(label) && isUsual({ label }) && isAlone(label));
  return told.some((label) => isUsual({ label })) ? [...told, ...alone] : told;
}

function isCode({ label }: LabelCount): boolean {
  return code.test(label);
}

function divided(column: ColumnFacts): Held {
  const { labels } = column;
  return { codes: labels.filter(isCode), others: labels.filter((label) => !isCode(label)), column };
}

/** Whether a code is no answer by what else its column holds: several options in words, or several numbers. */
function tells({ others, column }: Held, label: string): boolean {
  if (others.length < ENOUGH) return false;
  if (others.every(isWords)) return column.distinct * 2 <= column.filled;
  return isUsual({ label }) && others.every((other) => isNumber(other) || isWords(other));
}

/** Whether numbers below nought may be answers: there are several among numbers, or others than are used as codes. */
function mayAnswer({ codes, others }: Held): boolean {
  const known = codes.filter(({ label }) => !isUsual({ label }));
  const isBelow = ({ label }: LabelCount): boolean => /^[-−]/u.test(label) && Number.isFinite(Number(label));
  const isCounted = known.length > 1 || known.some(({ label }) => !isMissingCode(Number(label), 'any'));
  return (isCounted && others.some(isNumber)) || others.some(isBelow);
}

/** Whether a code stands for nothing else where all other numbers are nought or more. */
function isUsual({ label }: Pick<LabelCount, 'label'>): boolean {
  return isMissingCode(Number(label));
}

function isNumber({ label }: LabelCount): boolean {
  return /^\d+(?:\.\d+)?$/u.test(label);
}

function isWords({ label }: LabelCount): boolean {
  return /\p{L}/u.test(label);
}
