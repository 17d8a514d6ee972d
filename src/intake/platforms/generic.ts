import { tidy } from '../blank.ts';
import { answersIn, areTicks, widthOf } from '../headers/first-rows.ts';
import { heading, plainHeading, unnumbered } from '../headers/headings.ts';
import type { Layout, Platform, Rows } from '../headers/layout.ts';
import { namesParts, questionsFirst } from '../headers/parts-row.ts';
import { type Divided, bracketed, commonStems, sharedStems, withoutTwins } from '../headers/stems.ts';
import { soonerDivided, tickedStems } from '../headers/ticked-stems.ts';

/** One header row, as a spreadsheet saves it: each header as it is written, and the questions that several share. */
export function oneRow([headers = [], ...below]: Rows): Layout {
  const texts = headers.map(tidy);
  const [codes, ticked] = [codeStems(texts), tickedStems(texts, below)];
  const stems = soonerDivided(commonStems(texts), ticked);
  const bare = withoutTwins(texts);
  const headings = headers.map((header, column) => {
    const whole: Divided = [tidy(header), ''];
    const ways = [
      bracketed(bare[column] ?? ''),
      ...[codes, stems, ticked].map((way) => way[column] ?? whole),
    ];
    const [stem, rest] = ways.find(([, piece]) => piece !== '') ?? whole;
    return { ...plainHeading(header), ...heading(stem, rest), name: header };
  });
  return { headerRows: 1, headings };
}

const partCode = /^[a-z]{0,4}-?\d+[a-z]?_\d+$/iu;

/** "Q3_1" and "Q3_2": the codes of a question and of what belongs to it. */
export function codeStems(headers: readonly string[]): Divided[] {
  return sharedStems(headers, '_').map(([stem, part], column) =>
    partCode.test(headers[column] ?? '') ? [stem, part] : [headers[column] ?? '', ''],
  );
}

/** The question over the first of its columns, what belongs to each column below. */
export function twoRows(rows: Rows): Layout {
  const [named = [], parts = [], ...below] = rows;
  const questions = unnumbered(named, parts);
  let [question, first] = ['', 0];
  const headings = Array.from({ length: widthOf(rows.slice(0, 2)) }, (_, column) => {
    const own = tidy(questions[column] ?? '');
    if (own !== '' || isAnother(parts, first, column, below)) [question, first] = [own, column];
    const part = tidy(parts[column] ?? '');
    // What stands under no question is one itself.
    const aliases = [named[column] ?? ''];
    return heading(question || part, part === own || question === '' ? '' : part, { aliases });
  });
  return { headerRows: 2, headings, further: ['parts'] };
}

/** Words that stand beside options to be ticked, and belong to their question. */
const beside = /\b(?:other|specify|comments?|arall|nodwch|sylwadau)\b/iu;

/**
 * Whether a column with nothing above it is a question that follows those of another, which begin with the
 * column `first`: it asks something, as no part there does; or those are options that were ticked, each with
 * its own name, and it is none.
 */
function isAnother(parts: readonly string[], first: number, column: number, below: Rows): boolean {
  const [begins, part] = [first, column].map((at) => tidy(parts[at] ?? ''));
  if (begins === undefined || part === undefined || begins === '' || part === '') return false;
  if (part.endsWith('?') && !begins.endsWith('?')) return true;
  const answers = answersIn(below, column);
  const isOption = areTicks(answers, part) || beside.test(part);
  return areTicks(answersIn(below, first), begins) && answers.length > 0 && !isOption;
}

export const generic: Platform = {
  title: 'no platform in particular',
  inOrder: questionsFirst,
  recognise: (rows) => (namesParts(rows) ? 'two header rows' : 'one header row'),
  layOut: (rows) => (namesParts(rows) ? twoRows(rows) : oneRow(rows)),
};
