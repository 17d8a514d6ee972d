import { tidy } from '../blank.ts';
import { labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, roleOf, rolesBy, withRoles } from '../headers/headings.ts';
import type { Platform } from '../headers/layout.ts';
import { sharedStems } from '../headers/stems.ts';
import { oneRow } from './generic.ts';

const roles = rolesBy({
  id: 'unique response number | uniqueresponsenumber | urn',
  submitted: 'response submitted | date and time response submitted | completion date | completiondate',
  technical: 'response started | date and time response started | completion time | language',
});

/** The number of a question ("7."), of a part of it ("7.a.") or of a part of that ("9.b.ii.a."). */
const number = /^(\d+(?:\.(?:[a-z]|[ivx]+|\d+))*)\.\s+(?=\S)/u;
const partNumber = /^\d+(?:\.(?:[a-z]|[ivx]+))+\.\s/u;

/** The code of a question, of an option of it ("Q9_2") or of one in a grid ("Q11_1_a_1"). */
const code = /^Q\d+(?:_[a-z\d]+)*$/u;

/** Whether the export has codes for answers: the number of each response, and codes of questions. */
function isCoded(headers: readonly string[]): boolean {
  const others = labelsIn(headers).filter((header) => roleOf(header, roles) === undefined);
  return headers[0] === 'URN' && others.length > 1 && others.every((header) => code.test(header));
}

/**
 * Jisc Online Surveys (formerly BOS): one row, each header its number and its text; several answers joined by
 * ",". Where answers have codes, questions have them too, and each option of several is 1 or 0.
 */
export const jisc: Platform = {
  title: 'Jisc Online Surveys',
  recognise([headers = []]) {
    const id = labelsIn(headers).find((header) => /^unique ?response ?number$/iu.test(header));
    if (id !== undefined) return `the column ${id}`;
    if (isCoded(headers)) return 'the column URN and codes of questions';
    const numbered = labelsIn(headers).filter((header) => number.test(header));
    const part = numbered.find((header) => partNumber.test(header));
    return part !== undefined && numbered.length >= headers.length * 0.8
      ? `question numbers such as ${number.exec(part)?.[1] ?? ''}`
      : undefined;
  },
  layOut(rows) {
    const [headers = []] = rows;
    if (isCoded(headers)) return withRoles(oneRow(rows), roles);
    const texts = headers.map((header) => tidy(header).replace(number, ''));
    const divided = sharedStems(texts, ' - ');
    const headings = dividedHeadings(headers, roles, (header, column) => {
      const [question, part] = divided[column] ?? [header, ''];
      return [question, part, number.exec(header)?.[1] ?? ''];
    });
    return { headerRows: 1, headings, separator: ',', writeInsApart: true };
  },
};
