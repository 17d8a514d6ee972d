import { isSpreadsheetError, saysNoReply } from '../labels/no-reply.ts';
import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { type LabelCount, countOf } from './facts.ts';
import { matchScale } from './scale-match.ts';

/** A figure comes once or twice, of questions side by side: what comes more often is the code of an option. */
const MOST_ALIKE = 2;

/** A figure without a word, that is not “50/50”: 12, 45%, 3.4, 9/20, 9 (45%). */
const bare = /^(?!(\d+)\/\1$)(?=.*\d)\P{L}+$/u;

/** A figure that may be a point of a scale of which the ends alone have words. */
const point = /^(?:\d|1[01])$/u;

/** A count or a share before or behind the answer that it is of: "60% yes", "12 agree", "Agree: 3". */
const before = /^(\d[\d.,]*)\s*%?\s+(?:(?:said|answered) )?(\p{L}.*)$/u;
const behind = /^(\p{L}.*?)\s*[:=]\s*(\d[\d.,]*)\s*%?$/u;

/** Several of these: "Y: 12, N: 8". */
const tally = /^(?:\p{L}[^,;:=]*[:=]\s*\d+%?\s*(?:[,;/]\s*|$)){2,}$/u;

/**
 * What stands among answers and no form offers: the errors of a spreadsheet; and, among others that are all of a scale, words for no
 * reply, which may be answers to another question, and a few figures that somebody worked out of them.
 */
export function notOffered(labels: readonly LabelCount[]): readonly LabelCount[] {
  const errors = labels.filter(({ folded }) => isSpreadsheetError(folded));
  const answers = labels.filter((label) => !errors.includes(label));
  if (matchScale(answers, '') !== undefined) return errors;
  const words = answers.filter(({ folded }) => saysNoReply(folded, 'beside a scale'));
  const figures = answers.filter((label) => label.count <= MOST_ALIKE && isFigure(label, answers));
  const areFew = countOf(figures) <= countOf(answers) * MOST_BY_MISTAKE;
  const strange = areFew ? [...words, ...figures] : words;
  const others = answers.filter((label) => !strange.includes(label));
  return matchScale(others, '') === undefined ? errors : [...errors, ...strange];
}

function isFigure(label: LabelCount, answers: readonly LabelCount[]): boolean {
  const { folded } = label;
  const [, ahead, of = ''] = before.exec(folded) ?? [];
  const [, name = of, count = ahead] = behind.exec(folded) ?? [];
  const isOf = (one: LabelCount): boolean =>
    one !== label && (one.folded === name || one.folded.endsWith(` ${name}`));
  // No more people can have said it than answered, nor more than all of a hundred.
  const isPossible = Number(count) <= Math.max(100, countOf(answers));
  const mayBePoint = point.test(folded) && answers.filter((one) => /\p{L}/u.test(one.folded)).length < 3;
  return (bare.test(folded) && !mayBePoint) || tally.test(folded) || (isPossible && answers.some(isOf));
}
