import { groupBy } from '../group-by.ts';
import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, hasHeaders, roleOf, rolesBy } from '../headers/headings.ts';
import type { Platform, Role, Rows } from '../headers/layout.ts';

const roles = rolesBy({
  id: '_id | key',
  submitted: '_submission_time | submissiondate',
  personal: '_geolocation | phonenumber | username | _submitted_by | submittername',
  technical: [
    '_uuid | uuid | instanceid | meta/instanceid | meta-instanceid | meta/instancename',
    'formhub/uuid | rootuuid | meta/rootuuid | _xform_id_string | _attachments | start',
    'end | today | deviceid | subscriberid | simserial | submitterid | attachmentspresent',
    'attachmentsexpected | reviewstate | edits | formversion | formdef_version',
  ],
});

/** What a form keeps of itself where it is asked to: when it was filled in, and on which device. */
const times = /^(?:start|end|today)$/iu;
const devices = /^(?:deviceid|subscriberid|simserial|instanceid)$/iu;
const time = /\d[-/.:]\d|\d{4}/u;

/** What its servers add, and where somebody was. */
const technical = /^_+(?:version|status|validation_status|notes|tags|index|parent_\w+|submission_\w+)_*$/iu;
const place = /(?:(?:^|[/:-])_[^/]*_|[/.:-])(?:latitude|longitude|altitude|precision|accuracy)$/iu;

const tick = /^(?:0|1|true|false|n\/?a)$/iu;
const missing = /^n\/?a$/iu;
const xmlName = /^[\w.]+(?:[/:-][\w.]+)+$/u;

/**
 * The column that holds all answers of a question, joined, for each that holds one option of it as 0 or 1:
 * both are written where the export was asked for both. Behind a point there are several, and some of them
 * among the joined answers: a question that only follows another may be called so, q5.1 after q5.
 */
function joinedColumns([headers = [], ...below]: Rows): ReadonlyMap<number, string> {
  const names = labelsIn(headers);
  const boxes = names.flatMap((name, column) => {
    const cuts = [...name.matchAll(/[/.:-]/gu)].map(({ index }) => name.slice(0, index));
    const question = cuts.findLast((cut) => names.includes(cut));
    const isBox = question !== undefined && answersIn(below, column).every((cell) => tick.test(cell));
    return isBox ? [{ column, question, option: name.slice(question.length) }] : [];
  });
  const joined = [...groupBy(boxes, ({ question }) => question)].filter(([question, options]) => {
    const given = answersIn(below, names.indexOf(question))
      .filter((cell) => !missing.test(cell))
      .map(wordsOf);
    const isGiven = options.some(({ option }) => given.some((answer) => answer.includes(wordsOf(option))));
    const isSure = !options[0].option.startsWith('.');
    return isSure || (options.length > 1 && (isGiven || given.length === 0));
  });
  return new Map(joined.flatMap(([question, options]) => options.map(({ column }) => [column, question])));
}

/** The headers of what a form keeps of itself, over no answers: a question may be called “Start” as well. */
function keptIn([headers = [], ...below]: Rows): string[] {
  return labelsIn(headers).filter((name, column) => {
    const cell = times.test(name) ? time : devices.test(name) ? /\d/u : undefined;
    if (cell === undefined) return false;
    const cells = answersIn(below, column);
    return cells.filter((one) => cell.test(one)).length * 2 >= cells.length;
  });
}

/** A name or an answer by its letters and figures alone, between spaces: R writes a point for anything else. */
function wordsOf(text: string): string {
  return ` ${text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()} `;
}

/** A name as it was before R, in which none begins with a line: X_uuid. */
function withoutR(name: string): string {
  return name.replace(/^X(?=_)/u, '');
}

/** The last name of a path of groups, "household/travel/mode"; a label is no path, whatever its slashes. */
function lastOf(name: string): string {
  return xmlName.test(name)
    ? name.slice(Math.max(...['/', ':', '-'].map((mark) => name.lastIndexOf(mark))) + 1)
    : name;
}

/** KoboToolbox and ODK: one row of names with their groups before them; several answers joined by a space. */
export const kobo: Platform = {
  title: 'Kobo/ODK',
  recognise(rows) {
    const [headers = []] = rows;
    const own = ['_uuid', '_submission_time', 'meta/instanceid', 'meta-instanceid', 'formhub/uuid'];
    const found = labelsIn(headers).find((header) => own.includes(withoutR(header).toLowerCase()));
    if (found !== undefined) return `the column ${found}`;
    // Who publishes an export takes ids away, but not always what a form keeps of itself.
    const kept = keptIn(rows);
    if (kept.length > 2) return `the columns ${kept.slice(0, 2).join(', ')} and ${kept[2]}`;
    return hasHeaders(headers, ['submissiondate', 'key']) ? 'the columns SubmissionDate and KEY' : undefined;
  },
  layOut(rows) {
    const [headers = []] = rows;
    const joined = joinedColumns(rows);
    const asked = new Set(joined.values());
    const isCentral = hasHeaders(headers, ['submissiondate', 'status']);
    const headings = dividedHeadings(headers, roleIn, (name, column) => {
      const question = joined.get(column);
      if (question === undefined) return [lastOf(name), ''];
      return [lastOf(question), name.slice(question.length + 1), question];
    });
    return { headerRows: 1, headings, separator: ' ', noReply: ['n/a'] };

    function roleIn(header: string, column: number): Role | undefined {
      if (joined.has(column)) return undefined;
      const name = withoutR(header);
      const role = roleOf(name, roles);
      if (role !== undefined || place.test(name)) return role ?? 'personal';
      const isServers = technical.test(name) || (isCentral && name === 'Status');
      return isServers || asked.has(name) ? 'technical' : undefined;
    }
  },
};
