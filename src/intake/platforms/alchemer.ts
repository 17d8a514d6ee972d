import { tidy } from '../blank.ts';
import { labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, hasHeaders, roleOf, rolesBy } from '../headers/headings.ts';
import type { Platform } from '../headers/layout.ts';
import type { Divided } from '../headers/stems.ts';

const roles = rolesBy({
  id: 'response id',
  submitted: 'date submitted',
  status: 'status',
  preview: 'test data',
  personal: 'ip address | longitude | latitude | city | postal',
  technical: [
    'time started | contact id | legacy comments | comments | language | referer',
    'extended referer | sessionid | session id | user agent | country | state/region',
    'global unique id / respondent identifier | tags | link name',
  ],
});

/** What it calls columns of its own that stand before the first question; further on, somebody asks for that. */
const leading = new Set(['comments', 'language', 'country', 'city', 'state/region', 'postal', 'tags']);

/** Its columns before the first question are its own, whatever else has such a header. */
function isAsked(headers: readonly string[]): (column: number) => boolean {
  const first = headers.findIndex((header) => roleOf(header, roles) === undefined);
  return (column) => first !== -1 && column > first && leading.has(tidy(headers[column] ?? '').toLowerCase());
}

/** What follows each colon of a header: the question, where the row or the option stands before it. */
function endings(header: string): string[] {
  const ends: string[] = [];
  for (let at = header.indexOf(':', 1); at !== -1; at = header.indexOf(':', at + 1))
    ends.push(header.slice(at + 1));
  return ends.filter((end) => tidy(end) !== '');
}

/** Divides "Row:Question" where the question is a header too, or follows a colon in the header beside it. */
function divider(headers: readonly string[]): (header: string, column: number) => Divided {
  const whole = new Set(headers.map(tidy));
  const ends = headers.map((header) => endings(tidy(header)));
  return (header, column) => {
    const beside = new Set([...(ends[column - 1] ?? []), ...(ends[column + 1] ?? [])]);
    if (beside.has(header)) return [header, ''];
    const question = (ends[column] ?? []).find((end) => beside.has(end) || whole.has(tidy(end)));
    return question === undefined ? [header, ''] : [question, header.slice(0, -question.length - 1)];
  };
}

/** Alchemer, once SurveyGizmo: one row, "Row:Question" or "Option:Question"; partial responses are kept. */
export const alchemer: Platform = {
  title: 'Alchemer',
  recognise([headers = []]) {
    if (hasHeaders(headers, ['time started', 'date submitted']))
      return 'the columns Time Started and Date Submitted';
    if (hasHeaders(headers, ['response id', 'legacy comments']))
      return 'the columns Response ID and Legacy Comments';
    const written = labelsIn(headers).find((header) => /^Other - Write In(?: \(Required\))?:/u.test(header));
    return written === undefined ? undefined : 'a header that begins “Other - Write In:”';
  },
  layOut([headers = []]) {
    const asked = isAsked(headers);
    const roleIn = (header: string, column: number) => (asked(column) ? undefined : roleOf(header, roles));
    return {
      headerRows: 1,
      headings: dividedHeadings(headers, roleIn, divider(headers)),
      separator: ';',
      writeInsApart: true,
      complete: ['Complete'],
      preview: ['Yes', 'True', '1'],
    };
  },
};
