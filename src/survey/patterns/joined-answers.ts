import { isBlank } from '../../intake/blank.ts';
import { blanks, characters, escaped, expressionOf, spaces } from './expressions.ts';
import type { Joined } from './columns.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** What encloses an answer that is an option while a cell is looked through; a cell that has either is left as it is. */
const [OPEN, CLOSE] = ['⟦', '⟧'];

/** What may stand between two options in one answer, as `divide` has it, besides white space and the word for it. */
const joints = ';,|/&';

/**
 * A cell with several answers, in which `given` stands in place of every answer that is none of the options: the reader counts
 * that as “Other” too. Options stay as they are written, as does a cell that the reader may take apart otherwise: a list as
 * programs write it, HTML, or options with another mark between them. As the branches of a case.
 */
export function joinedAnswers(
  cell: string,
  { options, mark }: Joined,
  given: string,
  dialect: SqlDialect,
): readonly (readonly [string, string] | readonly [string])[] {
  const { literal, matches, replaced, group } = dialect;
  const [space, end] = [`[${characters(spaces, dialect)}]*`, escaped(mark)];
  const known = optionsOf(options, mark, `${space}${end}(${space}${end})+${space}`);
  const joint = `([${characters(`${spaces} ${blanks}`, dialect)}${joints}]|[aA][nN][dD])`;
  const isOdd = `^${space}\\[|[<${OPEN}${CLOSE}]|&[#a-zA-Z0-9]+;|[(]under `;
  // Each answer has marks of its own, so that one can be taken after the other: ";Bus;; my bike;".
  const apart = `concat(${literal(mark)}, ${replaced(cell, literal(end), literal(mark + mark))}, ${literal(mark)})`;
  const isSeveral = `${end}${joint}*(${known})(${joint}+(${known}))+${joint}*${end}`;
  const enclosed = replaced(
    apart,
    literal(`${end}(${space}(${known})${space})${end}`),
    literal(`${OPEN}${group}${CLOSE}`),
  );
  const [within, ink] = [
    `[^${mark}${OPEN}${CLOSE}]*`,
    `[^${mark}${OPEN}${CLOSE}${characters(blanks, dialect)}]`,
  ];
  const told = replaced(
    enclosed,
    literal(`${end}${within}${ink}${within}${end}`),
    literal(OPEN + given + CLOSE),
  );
  const bare = replaced(told, literal(`^[${OPEN}${mark}]|[${CLOSE}${mark}]$`), "''");
  const whole = replaced(bare, literal(`[${CLOSE}${mark}][${OPEN}${mark}]`), literal(mark));
  return [[`${matches(cell, literal(isOdd))} OR ${matches(enclosed, literal(isSeveral))}`, cell], [whole]];
}

/** Any of the options, as a regular expression; an option that holds the mark has `between` in place of it. */
function optionsOf(options: readonly string[], mark: string, between: string): string {
  return options
    .map((option) => option.split(mark).filter((piece) => !isBlank(piece)))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length)
    .map((pieces) => pieces.map((piece) => `(${expressionOf(piece, true)})`).join(between))
    .join('|');
}
