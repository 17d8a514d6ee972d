import { anyCase, blanks, characters } from './expressions.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** White space, and that with zero-width spaces, as `tidy` of the reader has them. */
const [white, spaces] = [
  '0009-000D 0020 00A0 1680 2000-200A 2028-2029 202F 205F 3000 FEFF',
  '0009-000D 0020 00A0 1680 2000-200D 2028-2029 202F 205F-2060 3000 FEFF',
];

/** The marks of an empty paragraph, as `isEmptyField` has them; WHITE is any white space. */
const emptyMarks = anyCase('</?(p|br|div|span)(WHITE[^<>]*)?/?>|&nbsp;');

/** Those for how words looked. */
const formatting = 'b|i|u|em|strong|span|font|p|br|div|small|big|h[1-6]';

function inWhite(expression: string, dialect: SqlDialect): string {
  return expression.replaceAll('WHITE', `[${characters(white, dialect)}]`);
}

/** That a cell holds nothing that can be seen, or an empty paragraph. */
export function isNothing(cell: string, dialect: SqlDialect): string {
  const { literal, matches } = dialect;
  const ink = literal(`[^${characters(blanks, dialect)}]`);
  const empty = literal(inWhite(`^(${emptyMarks})(WHITE|${emptyMarks})*$`, dialect));
  return `NOT ${matches(cell, ink)} OR ${matches(cell, empty)}`;
}

/** A cell without HTML for how it looked; what holds `mark`, which stands between answers, is none. */
export function withoutLooks(cell: string, dialect: SqlDialect, mark = ''): string {
  const [opened, closed] = mark === '/' ? ['<', '>'] : ['</?', '/?>'];
  const expression = anyCase(`${opened}(${formatting})(WHITE[^<>${mark}]*)?${closed}`);
  return dialect.replaced(cell, dialect.literal(inWhite(expression, dialect)), "''");
}

/** A cell as `tidy` of the reader has it. */
export function tidied(cell: string, dialect: SqlDialect, mark = ''): string {
  const { literal, replaced } = dialect;
  const breaks = anyCase(mark === '/' ? '<brWHITE*>' : '<(br|/p|/div)WHITE*/?>');
  const broken = replaced(cell, literal(inWhite(breaks, dialect)), "' '");
  const space = `([${characters(spaces, dialect)}]|&(nbsp|#160|#xa0)[;${END}])+`;
  return `trim(${replaced(withoutLooks(broken, dialect, mark), literal(space), "' '")})`;
}

/** What ends an entity where “;” stands between answers. */
export const END = '\ue000';
