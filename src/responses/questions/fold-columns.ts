import { tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import type { Column } from '../../intake/table.ts';
import type { Claims } from '../../survey/columns/claims.ts';
import { twoTicked } from '../../survey/joined/how-many.ts';
import { fold } from '../../survey/labels/labels.ts';
import type {
  ChoiceQuestion,
  MultipleQuestion,
  Question,
  ScaleQuestion,
  Survey,
} from '../../survey/survey.ts';
import { codingOf, interpretTick, optionLabels } from './interpret-tick.ts';
import { misplacedText } from './misplaced.ts';
import { type Export, respondentColumn } from '../respondents/exports.ts';
import { readCount } from '../respondents/respondent-values.ts';
import type { Tally } from './labels-seen.ts';
import { BLANK, INVALID } from '../responses.ts';

type Splittable = ScaleQuestion | ChoiceQuestion | MultipleQuestion;

/**
 * The exports, where one column an option holds a question with one answer, with one column of its answers in
 * place of those, so that two ticks are two answers in a cell. The same for a question with several answers
 * that another export has in one column. The options of a choice are then those of the columns, ticked or
 * not.
 */
export function foldColumns(
  survey: Survey,
  exports: readonly Export[],
): { readonly survey: Survey; readonly exports: readonly Export[] } {
  const toFold = survey.questions.filter((question): question is Splittable => {
    const split = exports.filter(({ claims }) => claims.split.has(question.id));
    return split.length > 0 && (question.kind !== 'multiple' || split.length < exports.length);
  });
  if (toFold.length === 0) return { survey, exports };
  const labels = new Map(toFold.map((question) => [question.id, labelsOf(question, exports)]));
  const folded = exports.map((one) =>
    toFold.reduce((before, question) => foldQuestion(before, question, labels.get(question.id) ?? []), one),
  );
  const questions = survey.questions.map((question): Question => {
    const found = labels.get(question.id);
    const takes = question.kind === 'choice' || question.kind === 'multiple';
    return takes && found !== undefined && question.options === undefined
      ? { ...question, options: [...new Set(found)] }
      : question;
  });
  return { survey: { ...survey, questions }, exports: folded };
}

/**
 * The label of each option column of an item: as the definition lists them, else as the first export that has
 * the columns calls them.
 */
function labelsOf(question: Splittable, exports: readonly Export[]): readonly string[] {
  const listed = (question.optionColumns ?? []).flatMap(({ label }) => label ?? []);
  if (listed.length > 0) return listed.slice(0, listed.length / question.items.length);
  const first = exports.find(({ claims }) => claims.split.has(question.id));
  if (first === undefined) return [];
  const columns = first.claims.questions.get(question.id) ?? [];
  return optionLabels(
    columns,
    columns.map((column) => tallyOf(first, column)),
    first.claims,
  );
}

/** How often each value of a column occurs, in responses, whichever are removed later. */
function tallyOf(one: Export, column: number): Tally {
  const { values, codes } = one.table.columns.get(column) ?? { values: [], codes: [] };
  const count = respondentColumn(one, 'count');
  const counted = count?.values.map((value) => readCount(value) ?? 1);
  const tally = values.map(() => 0);
  for (const [row, code] of codes.entries())
    tally[code] = (tally[code] ?? 0) + (counted?.[count?.codes[row] ?? 0] ?? 1);
  return addUp(values.map((value, code) => [value, tally[code] ?? 0]));
}

function foldQuestion(one: Export, question: Splittable, labels: readonly string[]): Export {
  const { table, claims } = one;
  if (!claims.split.has(question.id)) return one;
  const columns = claims.questions.get(question.id) ?? [];
  const separator = question.kind === 'multiple' ? question.separator : twoTicked;
  const width = columns.length / question.items.length;
  const folded = question.items.map((_, nth) =>
    foldedColumn(one, columns.slice(nth * width, (nth + 1) * width), labels, separator),
  );
  const added = folded.map((column, nth) => [claims.names.length + nth, column] as const);
  return {
    ...one,
    table: { ...table, columns: new Map([...table.columns, ...added]) },
    claims: withColumns(claims, question),
  };
}

/** The claims on an export to which a column has been added for each item of a question. */
function withColumns(claims: Claims, { id, text, items }: Splittable): Claims {
  const names = items.map(({ label }) => (items.length > 1 ? `${text} - ${label}` : text));
  return {
    ...claims,
    questions: new Map([...claims.questions, [id, names.map((_, nth) => claims.names.length + nth)]]),
    split: new Set([...claims.split].filter((other) => other !== id)),
    names: [...claims.names, ...names],
    headings: [...claims.headings, ...names.map((name) => ({ name, question: name, aliases: [] }))],
  };
}

/** What was ticked in each row, by the labels of the options; cells that hold anything else as they are. */
function foldedColumn(
  one: Export,
  columns: readonly number[],
  labels: readonly string[],
  separator: string,
): Column {
  const { table } = one;
  const tallies = columns.map((column) => tallyOf(one, column));
  const coding = codingOf(tallies, labels);
  const codeOf = new Map([['', 0]]);
  const values = [''];
  const codes = new Uint32Array(table.rows);
  const codeFor = (value: string): number => {
    const known = codeOf.get(value);
    if (known !== undefined) return known;
    codeOf.set(value, values.length);
    return values.push(value) - 1;
  };
  const options = new Set(labels.map(fold));
  // Where an option stands in the column of another, nobody can say what the row ticks.
  const misplaced = new Set<string>();
  for (const [nth, column] of columns.entries()) {
    const label = labels[nth] ?? '';
    const { meanings } = interpretTick(label, tallies[nth] ?? new Map<string, number>(), coding, options);
    const { values: cells = [], codes: cellOf = [] } = table.columns.get(column) ?? {};
    const answers = cells.map((cell) => {
      const meaning = meanings.get(cell) ?? BLANK;
      if (meaning !== INVALID) return meaning === BLANK ? '' : label;
      if (!options.has(fold(cell)) || fold(cell) === fold(label)) return tidy(cell);
      const text = misplacedText(tidy(cell), label);
      misplaced.add(text);
      return text;
    });
    for (let row = 0; row < codes.length; row++) {
      const answer = answers[cellOf[row] ?? 0] ?? '';
      const before = values[codes[row] ?? 0] ?? '';
      if (answer === '' || answer === before || misplaced.has(before)) continue;
      const isWhole = before === '' || misplaced.has(answer);
      codes[row] = codeFor(isWhole ? answer : `${before}${separator}${answer}`);
    }
  }
  return { values, codes };
}
