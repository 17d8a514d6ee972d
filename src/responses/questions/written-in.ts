import { fold } from '../../survey/labels/labels.ts';
import type { ChoiceQuestion } from '../../survey/survey.ts';
import type { Interpretation } from './interpret.ts';
import { isOther } from '../../survey/labels/own-words.ts';
import type { Export } from '../respondents/exports.ts';

/** What a platform offered beside the options that a definition lists, and the question that has it too. */
export interface WithWriteIns {
  readonly question: ChoiceQuestion;
  /**
   * The answer that stands for what was written in; undefined where the definition lists it, or nobody wrote
   * anything.
   */
  readonly written: string | undefined;
}

/**
 * A question with one answer of which the platform keeps what was written under “Other” in a column of its
 * own: whoever wrote something chose “Other”, as where several may be chosen, though the definition does not
 * list it. An option such as “Other (please specify)” is the same.
 */
export function withWriteIns(
  question: ChoiceQuestion,
  positions: readonly (readonly number[])[],
  exports: readonly Export[],
): WithWriteIns {
  const { options, merged } = question;
  const written = positions.flatMap((columns) =>
    exports.flatMap(({ table }, nth) => {
      const position = columns[nth] ?? -1;
      const { isWriteIn, part } = table.layout.headings[position + 1] ?? {};
      const isGiven = part !== undefined && table.columns.get(position)?.values.includes(part) === true;
      return isWriteIn === true && isGiven ? [part] : [];
    }),
  )[0];
  const isListed = (label: string): boolean =>
    merged?.has(fold(label)) === true || options?.some((one) => fold(one) === fold(label)) === true;
  if (options === undefined || written === undefined || isListed(written))
    return { question, written: undefined };
  const other = options.find(isOther);
  if (other !== undefined)
    return {
      question: { ...question, merged: new Map([...(merged ?? []), [fold(written), other]]) },
      written,
    };
  return { question: { ...question, options: [...options, written] }, written };
}

/** An interpretation with a note that this answer was written in. */
export function sayWritten<Read extends Interpretation>(read: Read, written: string | undefined): Read {
  if (written === undefined) return read;
  return { ...read, findings: new Map([...read.findings, [written, [{ code: 'write-in' }]]]) };
}
