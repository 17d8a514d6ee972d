import { isBlank, tidy } from '../../intake/blank.ts';
import { UserError } from '../../intake/user-error.ts';
import type { Scale, ScaleQuestion } from '../../survey/survey.ts';
import type { Export } from '../respondents/exports.ts';

const wholeNumber = /^-?\d+$/u;
const mostNumbers = 10;

/**
 * Refuses the columns of a scale that hold nothing but whole numbers, unless the scale knows numbers: a platform's codes
 * are not in the order of the answers, so that nobody may guess which is which. `positions` are those of each item in
 * each export. Throws a UserError.
 */
export function refuseCodes(
  { scale }: ScaleQuestion,
  positions: readonly (readonly number[])[],
  exports: readonly Export[],
): void {
  if (knowsNumbers(scale)) return;
  for (const [index, { table, claims }] of exports.entries()) {
    const coded = positions.flatMap((columns) => {
      const position = columns[index] ?? -1;
      const values = (table.columns.get(position)?.values ?? []).filter((value) => !isBlank(value)).map(tidy);
      const isCoded = values.length > 0 && values.every((value) => wholeNumber.test(value));
      return isCoded ? [{ name: claims.names[position] ?? '', values }] : [];
    });
    if (coded.length > 0) throw codesOnly(table.file, scale, coded);
  }
}

function knowsNumbers({ variants, synonyms }: Scale): boolean {
  const all = variants.flatMap((labels) => Object.values(labels).flat());
  return [...all, ...synonyms.keys()].some((label) => wholeNumber.test(label));
}

function codesOnly(
  file: string,
  { name, variants }: Scale,
  coded: readonly { readonly name: string; readonly values: readonly string[] }[],
): UserError {
  const numbers = [...new Set(coded.flatMap(({ values }) => values))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  const listed = numbers.slice(0, mostNumbers).join(', ') + (numbers.length > mostNumbers ? ', …' : '');
  const [first] = coded;
  const others = coded.length > 1 ? ` and ${coded.length - 1} more hold` : ' holds';
  const [label = 'Agree'] = variants[0]?.positive ?? [];
  return new UserError(
    `${file}: column "${first?.name ?? ''}"${others} numbers (${listed}) and no answers of the scale "${name}".`,
    `Export the responses again with the answers as text, or say under "scales" what each number means: ${name}: { synonyms: { ${label}: [${numbers[0] ?? 1}] } }`,
  );
}
