import { isBlank, tidy } from '../blank.ts';
import { answersIn, isSaidOnce, labelsIn, placeOf, reordered, widthOf } from '../headers/first-rows.ts';
import { heading, roleOf, rolesBy, unnumbered } from '../headers/headings.ts';
import type { Heading, Layout, Platform, Rows } from '../headers/layout.ts';
import { namesPartsOfFew } from '../headers/parts-row.ts';
import { evidenceOf } from '../headers/row-evidence.ts';
import { isNumberedOption, sharedStems } from '../headers/stems.ts';
import { soonerDivided, tickedStems } from '../headers/ticked-stems.ts';

const roles = rolesBy({
  id: 'respondent id | respondentid | respondent_id',
  submitted: 'end date | enddate | date modified | date_modified',
  personal: 'ip address | email address | first name | last name | custom data 1 | custom_1',
  technical:
    'collector id | collectorid | collector_id | start date | startdate | date created | date_created | language',
});

/** Under a question with one answer; a spreadsheet tells them apart by numbers. */
const whole = /^(?:response|open-ended response)\d*$/iu;
/** What nobody answers. */
const openEnded = /^open-ended response$/iu;
const questionNumber = /^Q\d+[a-z]?\.?$/iu;
/** Before an option of a rating whose one row has no label. */
const rowless = /^ - (?=\S)/u;
const code = /^(q\d{4})(?:_(\d{4}))?$/u;

/** How many rows may be headers. */
const MOST = 4;

/** Which header row holds the options: the one with "Response" in it, or the one under the ids of respondents. */
function partRow(rows: Rows): number {
  const said = rows.slice(0, MOST).findIndex(isOptions);
  const id = idColumn(rows[0] ?? []);
  const isOne = (row: readonly string[]): boolean =>
    id === -1 ? row === rows[said] || isNumbers(row) : isBlank(row[id] ?? '');
  const isPlaced = rows.slice(1, said + 1).every((row) => isOne(row)) || idColumn(rows[1] ?? []) !== -1;
  if (said > 0) return isPlaced && !isAnswered(rows, said) ? said : 0;
  const isBlankBelow = id !== -1 && rows.length > 2 && isBlank(rows[1]?.[id] ?? '');
  return isBlankBelow && !isBlank(rows[2]?.[id] ?? '') && goesOn(rows) ? 1 : 0;
}

/**
 * Whether the second row names what the first leaves blank or says again, and is no response that somebody
 * typed up without an id.
 */
function goesOn(rows: Rows): boolean {
  const { said } = evidenceOf(rows);
  return said.some(({ isOpen }) => isOpen) && !said.some(({ answers }) => answers === 'as others');
}

/** A number, a date or a time. */
const figure = /^\d[\d\s./:-]*$/u;

/**
 * Whether a row holds answers, such as "Response" beside "Petition", and no headers: rows below have others
 * of the same sort. Left of all headers stand the numbers of rows.
 */
function isAnswered(rows: Rows, at: number): boolean {
  const [row = [], ...below] = rows.slice(at);
  if (labelsIn(row).some((cell) => openEnded.test(cell))) return false;
  const questions = labelsIn(rows[0] ?? []);
  const start = questions.findIndex((cell) => cell !== '');
  const isAnonymous = idColumn(questions) === -1;
  return labelsIn(row).some((own, column) => {
    if (column < start) return false;
    const others = answersIn(below, column);
    if (whole.test(own)) return others.some((other) => whole.test(other));
    // Under a question of one column stands “Response”, or an option that some ticked and nobody answered otherwise.
    const isAlone = questions[column] !== '' && questions[column + 1] !== '';
    const areTicks = others.length < below.length && others.every((other) => other === own);
    if (isAnonymous && isAlone && others.includes(own) && !areTicks) return true;
    return figure.test(own) && others.some((other) => figure.test(other) && other !== own);
  });
}

function isOptions(row: readonly string[]): boolean {
  return labelsIn(row).some((cell) => whole.test(cell));
}

/** Whether it holds the numbers of questions and nothing else. */
function isNumbers(row: readonly string[]): boolean {
  const filled = labelsIn(row).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => questionNumber.test(cell));
}

/** The questions first, their numbers and the options below: `undefined` where the options stand below all others. */
function inOrder(rows: Rows): Rows | undefined {
  const options = placeOf(rows, MOST, isOptions);
  if (options === undefined) return undefined;
  const numbers = placeOf(rows, MOST, isNumbers);
  const isTitle = (row: readonly string[], at: number): boolean =>
    at !== options && at !== numbers && idColumn(row) !== -1;
  const named = rows.slice(0, MOST).findIndex(isTitle);
  const [first = [], second = [], ...below] = rows;
  const isSwapped =
    options === 0 &&
    numbers === undefined &&
    isSaidOnce(second, below) &&
    (namesPartsOfFew([second, first, ...below]) || asksOver(second, [first, ...below]));
  const titles =
    named === -1 ? (isSwapped ? 1 : [0, 1, 2].find((at) => at !== options && at !== numbers)) : named;
  const isLast = options > Math.max(titles ?? 0, numbers ?? 0);
  // Without a column of ids, what stands below the options may be a response.
  const isSure = named !== -1 || isSwapped || (titles ?? MOST) < options;
  return isLast || !isSure ? undefined : reordered(rows, [titles, numbers, options]);
}

/** Whether a row asks what the first of those under it names the options of, or “Response”; no response to such headers does. */
function asksOver(row: readonly string[], [options = [], ...below]: Rows): boolean {
  const questions = labelsIn(row);
  const parts = options.map((part) => (whole.test(tidy(part)) ? '' : part));
  const isAsked = (cell: string, column: number): boolean =>
    cell === '' || questions[column + 1] !== '' || /\?|\b(?:tick|select|choose)\b/iu.test(cell);
  return questions.every(isAsked) && namesPartsOfFew([row, parts, ...below]);
}

function idColumn(row: readonly string[]): number {
  return row.findIndex((cell) => roleOf(cell, roles) === 'id');
}

/** The question over the first of its columns, and options or rows of a grid below; "Response" for one answer, whatever it is to. */
function stacked(rows: Rows, parts: number): Layout {
  const above = rows.slice(0, parts);
  const named = above.findLast((row) => !isNumbers(row)) ?? [];
  const below = (rows[parts] ?? []).map((part) => (whole.test(tidy(part)) ? '' : part));
  const questions = unnumbered(named, below);
  const numbers = above.find(isNumbers) ?? [];
  const headings: Heading[] = [];
  let [question, number] = ['', ''];
  for (let column = 0; column < widthOf(rows.slice(0, parts + 1)); column++) {
    const own = tidy(questions[column] ?? '');
    const part = tidy((rows[parts]?.[column] ?? '').replace(rowless, ''));
    // Nothing goes on to the right of a text answer, or of a column about the respondent.
    const before = rows[parts]?.[column - 1] ?? '';
    if (own !== '' || isBlank(before) || /^open-ended/iu.test(tidy(before))) question = own;
    number = tidy(numbers[column] ?? '') || (own === '' ? number : '');
    const role = /^response$/iu.test(part) ? undefined : roleOf(own || part, roles);
    const isWhole = role !== undefined || whole.test(part) || part === question;
    headings.push(
      heading(question, isWhole ? '' : part, {
        aliases: [isWhole ? number : '', named[column] ?? ''],
        role,
        isText: /^open-ended/iu.test(part),
      }),
    );
  }
  return { headerRows: parts + 1, headings };
}

/** One header row: "Question - Option", or codes such as q0004_0001. */
function flat([row = [], ...below]: Rows): Layout {
  const headers = row.map(tidy);
  const divided = soonerDivided(sharedStems(headers, ' - '), tickedStems(headers, below));
  const stems = new Set(divided.flatMap(([stem, rest]) => (rest === '' ? [] : [stem])));
  const options = new Set([...stems].filter((stem) => isNumberedOption(stem, headers)));
  const headings = headers.map((header, column) => {
    const [stem = header, rest = ''] = divided[column] ?? [];
    const [question, part] = options.has(stem) ? [header, ''] : [stem, rest];
    const role = roleOf(question, roles);
    const [, group, nth] = code.exec(question) ?? [];
    if (group === undefined || nth === undefined) return heading(question, part, { role });
    return { ...heading(group, nth), name: question };
  });
  return { headerRows: 1, headings, noReply: ['NA'] };
}

/** A row of options among the responses has no id; they all have one. */
function movedOptions([first = []]: Rows): Pick<Layout, 'isHeader' | 'headerMarks'> {
  const id = idColumn(first);
  if (id === -1) return {};
  return {
    isHeader: (cells) => isBlank(cells[id] ?? '') && isOptions(cells),
    headerMarks: [',Response', ',Open-Ended Response', '"Response"', '"Open-Ended Response"'],
  };
}

export const surveymonkey: Platform = {
  title: 'SurveyMonkey',
  inOrder,
  recognise(rows) {
    const [first = []] = rows;
    const parts = partRow(rows);
    const said = labelsIn(rows[parts] ?? []).find((cell) => whole.test(cell));
    if (parts > 0 && said !== undefined) return `the header row with “${said}”`;
    if (idColumn(first) !== -1 && labelsIn(first).some((cell) => /^collector[ _]?id$/iu.test(cell)))
      return 'the columns Respondent ID and Collector ID';
    const hasRespondents = labelsIn(first).some((cell) => /^respondent[ _]?id$/iu.test(cell));
    if (hasRespondents && namesPartsOfFew(rows))
      return 'the column Respondent ID and a header row of options';
    if (hasRespondents && answersIn(rows.slice(1), idColumn(first)).every((id) => /^\d{9,}$/u.test(id)))
      return 'the column of respondent ids';
    return labelsIn(first).filter((cell) => code.test(cell)).length > 2
      ? 'headers such as q0004_0001'
      : undefined;
  },
  layOut(rows) {
    const parts = partRow(rows);
    return { ...(parts > 0 ? stacked(rows, parts) : flat(rows)), ...movedOptions(rows) };
  },
};
