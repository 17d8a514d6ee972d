import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
import { UserError } from '../user-error.ts';

/** A file in which a platform lists its questions. */
interface Questionnaire {
  readonly headers: readonly string[];
  /** What only the cells of such a file say, under the first of its headers; without it, the headers are enough. */
  readonly cells?: RegExp;
  /** What the file is; to complete "the file is …". */
  readonly what: string;
  readonly hint: string;
}

const questionnaires: readonly Questionnaire[] = [
  {
    headers: ['variable / field name', 'form name', 'field type'],
    what: 'REDCap’s data dictionary',
    hint: 'Data Exports, Reports, and Stats, then "CSV / Microsoft Excel (labels)".',
  },
  {
    headers: ['type', 'name'],
    cells: /^(?:select_(?:one|multiple) \S+|begin[ _](?:group|repeat))/u,
    what: 'the form of a Kobo or ODK project',
    hint: 'Data, Downloads, as CSV with labels.',
  },
  {
    headers: ['class', 'type/scale', 'name', 'relevance'],
    what: 'the structure of a LimeSurvey survey',
    hint: 'Responses, Export, Export responses, as CSV.',
  },
];

/** Refuses a file that lists the questions of a survey and holds nobody's answers. `rows` are the first ones of the file. */
export function refuseQuestionnaires(file: string, rows: Rows): void {
  const [first = [], ...below] = rows;
  const headers = labelsIn(first).map((label) => label.toLowerCase());
  const found = questionnaires.find(({ headers: own, cells }) => {
    const column = headers.indexOf(own[0] ?? '');
    const isListed =
      cells === undefined || answersIn(below, column).some((label) => cells.test(label.toLowerCase()));
    return own.every((header) => headers.includes(header)) && isListed;
  });
  if (found === undefined) return;
  throw new UserError(
    `${file} is ${found.what}: it lists the questions, not the responses.`,
    `Export the responses: ${found.hint}`,
  );
}
