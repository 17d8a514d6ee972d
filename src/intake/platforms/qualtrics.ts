import { isSaidOnce, reordered, widthOf } from '../headers/first-rows.ts';
import { divideOtherwise, heading, renamed, roleOf, rolesBy } from '../headers/headings.ts';
import type { Layout, Platform, Role, Rows } from '../headers/layout.ts';
import { codeStems } from './generic.ts';
import { dividedByCodes, groupOf, isWritten, withoutTag } from './qualtrics-codes.ts';

/** By the first row: the second one is translated into the language of whoever exported it. */
const roles = rolesBy({
  id: 'responseid | _recordid',
  submitted: 'recordeddate',
  status: 'finished',
  preview: 'status | responsetype',
  personal: [
    'ipaddress | recipientlastname | recipientfirstname | recipientemail | externalreference',
    'externaldatareference | emailaddress | name | locationlatitude | locationlongitude',
  ],
  technical: [
    'enddate | startdate | progress | duration (in seconds) | duration__in_seconds_ | duration..in.seconds.',
    'duration | locationaccuracy',
    'distributionchannel | userlanguage | responseset',
  ],
});

/** What says how a response came, and so which are previews, where somebody took out the column that says only that. */
const isChannel = /^distribution ?channel$/iu;

/** The role of a column by its text in English, which is its code but for spaces: "Response ID". */
function captionRole(text: string): Role | undefined {
  return roleOf(text.replaceAll(' ', ''), roles);
}

/** What it finds out about who answered, and appends: clicks, topics, whether it was a person, and once. */
const technical =
  /_(?:First Click|Last Click|Page Submit|Click Count|Browser|Version|Operating System|Resolution)$| - (?:Parent Topics|Topics|Topic .+|Sentiment.*)$|^Q_(?:RelevantID|Recaptcha|Duplicate|Fraud|BallotBox|TerminateFlag|TotalDuration|Straightlining|Unanswered|AmbiguousText)\w*$/u;
/**
 * The order in which it showed them, by its code, and by its import id or its text: a question may be called
 * WHAT_TO_DO.
 */
const order = /_DO(?:[_"'].*)?$| - Display Order$/u;
/** Questions have numbers among the import ids; what came with a link or a panel has the name of its field. */
const questionId = /["'](?:\d+_)*QID\d/u;
/** Import ids as headers, in exports with internal ids. */
const internalId = /^(?:\d+_)*QID\d/u;
/** Exports of 2016 have single quotation marks, which are not JSON. */
const importId = /^\s*\{\s*(["'])ImportId\1/u;
/** What ends the text of a question before its options, where one of them asks for words. */
const selected = / - Selected Choice$/u;

/** Where the row of import ids is: the last header row of today's exports. */
function importIdRow(rows: Rows): number {
  return rows.slice(0, 4).findIndex(isImportIds);
}

/** Whether a row is that of the import ids: somebody may have put a column of numbers before the platform's own. */
function isImportIds([first = '', second = '']: readonly string[]): boolean {
  return importId.test(first) || importId.test(second);
}

/** Codes are names such as ResponseId: that row knows more of them than the one with their texts, "Response ID". */
function countCodes(row: readonly string[]): number {
  return row.filter((cell) => roleOf(cell, roles) !== undefined).length;
}

/** The codes first, then the texts, then the import ids, where there are any. */
function inOrder(rows: Rows): Rows | undefined {
  if (isLegacy(rows)) return undefined;
  const json = importIdRow(rows);
  const [first = 0, second = 1] = json === -1 ? [0, 1] : [0, 1, 2].filter((at) => at !== json);
  const [a, b] = [countCodes(rows[first] ?? []), countCodes(rows[second] ?? [])];
  const [codes, other] = b > a ? [second, first] : [first, second];
  if (json === -1) {
    if (isLegacy([rows[1] ?? [], rows[0] ?? []])) return reordered(rows, [1, 0]);
    return Math.min(a, b) > 0 ? reordered(rows, [codes, other]) : undefined;
  }
  // Somebody may have taken the texts out.
  const hasTexts = json === 2 || isTextUnder(rows[codes] ?? [], rows[other] ?? [], rows.slice(3));
  return reordered(rows, hasTexts ? [codes, other, json] : [codes, json]);
}

/**
 * Whether a row holds texts, and no response, which has an id as others have and says what others say. Where
 * somebody took the ids out, or put others in their place, texts are known by what stands under the codes, or
 * by having no time.
 */
function isTextUnder(codes: readonly string[], row: readonly string[], below: Rows): boolean {
  const [id = -1, time = -1] = (['id', 'submitted'] as const).map((role) =>
    codes.findIndex((code) => captionRole(code) === role),
  );
  if (id === -1) return isSaidOnce(row, below);
  const isId = (cells: readonly string[]) => (cells[id] ?? '').startsWith('R_');
  if (isId(row)) return false;
  if (below.some(isId) || captionRole(row[id] ?? '') === 'id') return true;
  return !/\d/u.test(row[time] ?? '') && isSaidOnce(row, below);
}

/** Legacy exports: columns V1, V2 … above their names. */
function isLegacy([codes, names]: Rows): boolean {
  return codes?.[0] === 'V1' && /^response ?id$/iu.test(names?.[0] ?? '');
}

/** Whether the second row goes on with the headers, in a file whose row of import ids somebody took out. */
function isTextRow(rows: Rows): boolean {
  const [codes = [], row, ...below] = rows;
  if (row === undefined) return false;
  const hasIds = codes.some((code) => roleOf(code, roles) === 'id');
  return isLegacy(rows) || (hasIds && isTextUnder(codes, row, below));
}

/** The codes and the texts of headers that have both in one cell, “Q3:How old are you?”, as two rows. */
function cutHeaders([headers = [], ...below]: Rows): Rows | undefined {
  if (!headers.some((header) => header.startsWith('ResponseId:'))) return undefined;
  const cut = headers.map((header) => /^(.*?):(.*)$/su.exec(header) ?? [header, header, header]);
  return [cut.map(([, code = '']) => code), cut.map(([, , text = '']) => text), ...below];
}

/**
 * Codes, then the question with the row of a grid after a dash, then a line of JSON. The old layout has no JSON, and
 * its first columns are called V1 to V10 above their names.
 */
function layOut(rows: Rows): Layout {
  const cut = cutHeaders(rows);
  if (cut !== undefined) return { ...layOut(cut), headerRows: 1 };
  const json = importIdRow(rows);
  const headerRows = json === -1 ? (isTextRow(rows) ? 2 : 1) : json + 1;
  const [codes = [], below] = rows.slice(0, json === -1 ? headerRows : json);
  const hasInternalIds = json === -1 && codes.some((code) => internalId.test(code));
  const texts = (hasInternalIds ? below?.map(withoutTag) : below) ?? codes;
  const width = widthOf(rows.slice(0, headerRows));
  const [ids, isId] = hasInternalIds ? [codes, internalId] : [rows[json] ?? [], questionId];
  const isQuestion = ids.some((id) => isId.test(id))
    ? (column: number) => isId.test(ids[column] ?? '')
    : () => true;
  const divided = dividedByCodes(codes, texts);
  const stems = texts === codes ? codeStems(codes) : [];
  const hasStatus = [...codes, ...texts].some((cell) => captionRole(cell) === 'preview');
  const headings = Array.from({ length: width }, (_, column) => {
    const [code = '', text = code] = [codes[column], texts[column]];
    const ways = [divided[column], stems[column]];
    const [stem, part] = ways.find((way) => way !== undefined && way[1] !== '') ?? [text, ''];
    const isTechnical = technical.test(code) || (order.test(code) && order.test(ids[column] ?? text));
    const known =
      roleOf(code, roles) ??
      roleOf(text, roles) ??
      (texts === codes ? captionRole(text) : undefined) ??
      (isTechnical ? 'technical' : isQuestion(column) ? undefined : embeddedRole(ids[column]));
    const role = known !== undefined && isChannel.test(code) && !hasStatus ? 'preview' : known;
    if (role !== undefined) return heading(code, '', { aliases: [text], role });
    const own = heading(stem.replace(selected, ''), part, {
      aliases: [code, text],
      group: groupOf(code),
      isText: isText(code, ids[column] ?? ''),
    });
    return texts === codes ? renamed(own, code) : own;
  });
  return {
    headerRows,
    headings: texts === codes ? divideOtherwise(headings) : headings,
    isHeader: isImportIds,
    headerMarks: ['ImportId'],
    separator: ',',
    writeInsApart: true,
    // What it writes for a question that was seen and not answered, where whoever exported asked for that.
    noReply: ['-99'],
    complete: ['True', '1'],
    preview: hasStatus ? ['Survey Preview', 'Survey Test', '1', '2'] : ['preview'],
  };
}

/** The role of a column that holds no question: what came with a link, unless it has no import id and somebody added it. */
function embeddedRole(id = ''): Role {
  return /\p{L}/u.test(id) ? 'embedded' : 'technical';
}

/** Whether the code of a column, or its import id, says that it holds text: Q2_TEXT, {"ImportId":"QID2_TEXT"}. */
function isText(code: string, id: string): boolean {
  return isWritten(code) || /[-_]TEXT["']\s*\}/u.test(id);
}

export const qualtrics: Platform = {
  title: 'Qualtrics',
  inOrder,
  recognise(rows) {
    if (importIdRow(rows) !== -1) return 'its header row of import ids';
    if (isLegacy(rows)) return 'its two header rows, the first of which begins V1';
    if (cutHeaders(rows) !== undefined) return 'headers such as ResponseId:Response ID';
    const [codes = []] = rows;
    // Somebody may have kept the row of texts alone.
    const found = [
      ['ResponseId', 'RecordedDate'],
      ['_recordId', 'recordedDate', 'distributionChannel'],
      ['Response ID', 'Recorded Date', 'Distribution Channel'],
      ['RecordedDate', 'Finished', 'Progress'],
    ].find((wanted) => wanted.every((one) => codes.includes(one)));
    return found && `the columns ${found[0]} and ${found[1]}`;
  },
  layOut,
};
