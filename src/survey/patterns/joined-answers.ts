import { isBlank } from '../../intake/blank.ts';
import { blanks, characters, entity, escaped, expressionOf } from './expressions.ts';
import type { Branch } from './parts.ts';
import type { SqlDialect } from './sql-dialects.ts';
import { END, tidied, withoutLooks } from './tidy.ts';

/** Several answers in a cell of this column, with a mark or words between them. */
interface Joined {
  readonly nth: number;
  readonly header: string;
  readonly options: readonly string[];
  readonly separator: string;
}

/** The marks that may stand between several answers for those that are no option to be told apart in SQL. */
const plainMarks = [';', ',', '|', '/'];

/**
 * What stands in a cell while it is looked through: for the whole of what is between answers; around an
 * answer; around an option; after it.
 */
const [BETWEEN, AROUND, OPEN, CLOSE, SEEN] = ['\ue001', '\ue002', '\ue003', '\ue004', '\ue005'];

/** What stands there for line breaks, which are white space within an option and may stand between two. */
const BREAK = '\ue006';

/** What a spreadsheet shows where an answer is lost, as `isSpreadsheetError` has it, and a list of no answers. */
const lost =
  '#([rR][eE][fF]|[nN][aA][mM][eE]|[vV][aA][lL][uU][eE]|[dD][iI][vV]/0|[nN][uU][mM]|[sS][pP][iI][lL][lL]|[cC][aA][lL][cC])[!?]|\\[ *\\]';

/**
 * A cell with several answers, in which `given` stands in place of every answer that is none of the options:
 * the reader counts that as “Other” too. Options stay as they are written. With something else between them
 * than one of the plain marks all have to be options, or the query ends. As the branches of a case.
 */
export function joinedAnswers(
  { nth, header, options, separator }: Joined,
  given: string,
  dialect: SqlDialect,
): readonly Branch[] {
  const { literal, matches, fail } = dialect;
  const [raw, cell] = [`a${nth}`, `t${nth}`];
  const mark = plainMarkOf(separator);
  const joint = jointOf('', dialect);
  const whole = optionsOf(
    options,
    mark,
    `(${entity}|[\\\\].|[\\\\]u[0-9a-fA-F]{4})`,
    ` *(${escaped(mark)} *)+`,
  );
  const several = severalOf(whole, joint);
  const isMisplaced = matches(cell, literal(`^(${whole}) [(]under (${whole})[)]$`));
  const alone = [
    [matches(cell, literal(`^(${lost})$`)), cell],
    [`${isMisplaced} AND ${matches(raw, literal('[)]$'))}`, cell],
    [matches(cell, literal(list)), listWithGiven(cell, several, given, dialect)],
  ] as const;
  if (mark !== '') return [...alone, [withGiven(raw, { options, separator, mark }, given, dialect)]];
  const all = severalOf(whole, `(${joint}|${escaped(separator)})`);
  const message = `In "${header}" is an answer that is none of its options, and cannot be cut out: list it, or put one of ${plainMarks.join(' ')} between the answers.`;
  return [...alone, [matches(cell, literal(`^${all}$`)), cell], [fail(literal(message), raw)]];
}

/** The mark in what stands between answers, if it is that and perhaps white space; else nothing. */
function plainMarkOf(separator: string): string {
  return plainMarks.find((mark) => mark === separator.trim()) ?? '';
}

/** What may stand between two options in one answer, as `divide` has it, but for the mark between answers. */
function jointOf(mark: string, dialect: SqlDialect): string {
  const marks = [';', ',', '|', '/', '&', '+'].filter((one) => one !== mark).join('');
  return `([${marks}${BREAK}${characters(blanks, dialect)}]|&amp[;${END}]|[aA][nN][dD]|[oO][rR])`;
}

function severalOf(known: string, joint: string): string {
  return `${joint}*(${known})(${joint}+(${known}))*${joint}*`;
}

/** A text in quotation marks, and a list of such texts as programs write it. */
const text = `"([^"\\\\]|[\\\\].)*"|'([^'\\\\]|[\\\\].)*'`;
const list = `^\\[ *(${text}) *(, *(${text}) *)*\\]$`;

/** Such a list in which `given` stands for the texts that are no options. */
function listWithGiven(
  cell: string,
  several: string,
  given: string,
  { literal, replaced, group }: SqlDialect,
): string {
  const plain = replaced(cell, literal(`[${OPEN}${CLOSE}]`), "'?'");
  // What stands before a text tells where one begins.
  const begin = '(?:\\[|,) *';
  const enclosed = replaced(
    plain,
    literal(`${begin}(["'](${several}| *)["'])`),
    literal(OPEN + group + CLOSE),
  );
  const told = replaced(enclosed, literal(`${begin}(${text})`), literal(`${OPEN}"${given}"${CLOSE}`));
  const bare = replaced(told, literal(`^${OPEN}|${CLOSE} *\\]$`), "''");
  return `concat('[', ${replaced(bare, literal(`${CLOSE} *${OPEN}`), literal(','))}, ']')`;
}

/** The same of answers with a mark between them, of which the white space may be missing, as `answerSplitter` has it. */
function withGiven(
  raw: string,
  { options, separator, mark }: Pick<Joined, 'options' | 'separator'> & { readonly mark: string },
  given: string,
  dialect: SqlDialect,
): string {
  const { literal, replaced, group } = dialect;
  const plain = replaced(raw, literal(`[${END}-${BREAK}]`), "'?'");
  const broken = replaced(plain, literal('[\\r\\n]+'), literal(BREAK));
  const encoded = replaced(broken, literal('&([#a-zA-Z0-9]{2,8});'), literal(`&${group}${END}`));
  const between =
    mark === separator ? encoded : replaced(encoded, literal(escaped(separator)), literal(BETWEEN));
  const tidy = tidied(between, dialect, mark);
  // What has become the same only now that it is tidy lacks a plain space.
  const loose = literal(separator.replaceAll(' ', '\u00a0'));
  const answers = replaced(
    mark === separator ? tidy : replaced(tidy, literal(escaped(separator)), loose),
    literal(`([${mark}${BETWEEN}])`),
    literal(AROUND + group + AROUND),
  );
  const apart = `concat(${literal(AROUND)}, ${answers}, ${literal(AROUND)})`;
  const known = optionsOf(
    options,
    mark,
    `&[#a-zA-Z0-9]{2,8}[;${END}]`,
    `([ \u00a0]*${AROUND}[${mark}${BETWEEN}]${AROUND}[ \u00a0]*)+`,
  );
  const joint = jointOf(mark, dialect);
  const enclosed = replaced(
    apart,
    // What joins answers and stands alone may belong to the one before it.
    literal(`${AROUND}(${severalOf(known, joint)}|${joint}*)${AROUND}`),
    literal(OPEN + group + CLOSE),
  );
  const any = `[^${mark}${BETWEEN}${AROUND}${OPEN}${CLOSE}]*`;
  const ink = `[^${mark}${BETWEEN}${AROUND}${OPEN}${CLOSE}${BREAK}${characters(blanks, dialect)}]`;
  // An option that holds the mark has answers within it to all appearance.
  const seen = replaced(
    enclosed,
    literal(`(${OPEN}[^${CLOSE}]*${CLOSE})|${AROUND}${any}${ink}${any}${AROUND}`),
    literal(group + SEEN),
  );
  const told = replaced(replaced(seen, literal(CLOSE + SEEN), "''"), literal(SEEN), literal(given));
  const bare = replaced(told, literal(`[${AROUND}${OPEN}]`), "''");
  const marked = replaced(replaced(bare, literal(BETWEEN), literal(separator)), literal(END), "';'");
  return replaced(marked, literal(BREAK), literal('\n'));
}

/** Any of the options, as a regular expression; an option that holds the mark has `between` in place of it. */
function optionsOf(options: readonly string[], mark: string, encoded: string, between: string): string {
  return options
    .map((option) => (mark === '' ? [option] : option.split(mark)).filter((piece) => !isBlank(piece)))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length)
    .map((pieces) =>
      pieces
        .map((piece) => `(${expressionOf(piece, true, encoded).replaceAll(' ', `[ ${BREAK}]+`)})`)
        .join(between),
    )
    .join('|');
}

/** A cell of several answers as `tidy` of the reader has it, with the line breaks that may stand between them. */
export function tidiedAnswers(cell: string, separator: string, dialect: SqlDialect): string {
  return /[^\S ]/u.test(separator) && plainMarkOf(separator) === ''
    ? `trim(${withoutLooks(cell, dialect)})`
    : tidied(cell, dialect);
}
