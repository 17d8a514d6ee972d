import type { Role } from '../../intake/headers/layout.ts';
import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import type { Table } from '../../intake/table.ts';
import { fold, takenIds } from '../labels/labels.ts';
import type { Definition } from '../definition/schema.ts';
import { findBlocks } from './blocks.ts';
import { type ColumnFacts, columnFacts, withoutLabels } from './facts.ts';
import { joinedAsElsewhere } from '../joined/elsewhere.ts';
import { refuseOthers } from './no-responses.ts';
import { noReplyIn } from './no-reply.ts';
import { asOneAnswer } from './one-answer.ts';
import { withNthAnswers } from './nth-answers.ts';
import { type QuestionGuess, guessQuestion, withOthersOfProfiles } from './question-guess.ts';
import { withRoutes } from './routes.ts';
import { asksCapacity } from './question-words.ts';
import { rolesOf, statusWords } from './roles.ts';
import { toldApart } from './told-apart.ts';

/** A column that is no question: what it is for, and whether the definition names it. */
interface OtherColumn {
  readonly column: string;
  readonly role: Role;
  readonly isNamed: boolean;
}

/** Responses that a definition leaves out, and questions by which it breaks the others down. */
interface Choices {
  readonly exclude: readonly ('test' | 'incomplete' | 'duplicate')[];
  readonly breakdowns: readonly string[];
}

/** A definition made from an export alone. */
export interface Inference {
  readonly title: string;
  /** Every column, in the order of the file. */
  readonly columns: readonly string[];
  /** What cells hold where nobody replied. */
  readonly blank: readonly string[];
  readonly respondent: NonNullable<Definition['respondent']>;
  readonly questions: readonly QuestionGuess[];
  readonly others: readonly OtherColumn[];
  /** What the definition might leave out, and break down by: for a person to decide. */
  readonly proposals: Choices;
  /** What of it a person took up. */
  readonly decided: Choices;
}

/**
 * Makes a definition from an export: what each column is for, which of them are one question, and of what kind. `table`
 * must hold every column. What cannot be told without guessing is left as a choice and marked doubtful; nothing is left
 * out of the analysis. Throws a `UserError` where a row of the table is no response.
 */
export function inferDefinition(table: Table): Inference {
  const { layout } = table;
  const all = columnFacts(table);
  refuseOthers(table.file, all);
  const roles = rolesOf(all);
  const asked = all.filter(({ position }) => !roles.has(position));
  const blank = noReplyIn(asked, table);
  const facts = all.map((column) => (roles.has(column.position) ? column : withoutLabels(column, blank)));
  const respondent = respondentOf(facts, roles, layout);
  const named = new Set(namesIn(respondent));
  // A column without a header and without an answer is the edge of a spreadsheet.
  const answers = facts.filter(
    ({ position, heading, filled }) => !roles.has(position) && (filled > 0 || heading.name.trim() !== ''),
  );
  const taken = takenIds();
  const guesses = joinedAsElsewhere(findBlocks(answers, layout), layout)
    .flatMap((block) => asOneAnswer(block, table))
    .map((block) => guessQuestion(block, taken));
  const counted = withNthAnswers(guesses, facts, table);
  const questions = toldApart(withOthersOfProfiles(withRoutes(counted, table, blank)), facts);
  const ids = questions.flatMap(({ question }) =>
    (question.kind === 'multiple' || (question.kind === 'choice' && question.items === undefined)) &&
    question.profile !== true &&
    asksCapacity(String(question.text ?? question.column))
      ? [String(question.id)]
      : [],
  );
  return {
    title: titleOf(table.file),
    columns: facts.map(({ name }) => name),
    blank,
    respondent,
    questions,
    others: facts.flatMap(({ position, name }) => {
      const role = roles.get(position);
      return role === undefined ? [] : [{ column: name, role, isNamed: named.has(name) }];
    }),
    proposals: { exclude: exclusionsOf(respondent, facts, layout), breakdowns: ids },
    decided: { exclude: [], breakdowns: [] },
  };
}

/** The definition that an inference comes to. It leaves out and breaks down by what was decided, and no more. */
export function definitionOf({ title, blank, respondent, questions, decided }: Inference): Definition {
  const { exclude, breakdowns } = decided;
  const scales = scalesOf(questions);
  return {
    title,
    ...(blank.length > 0 ? { blank: [...blank] } : {}),
    ...(Object.keys(respondent).length > 0 ? { respondent } : {}),
    ...(exclude.length > 0 ? { exclude: [...exclude] } : {}),
    questions: questions.map(({ question, uncounted = [] }) =>
      uncounted.length > 0 ? { ...question, uncounted: [...uncounted] } : question,
    ),
    ...(Object.keys(scales).length > 0 ? { scales } : {}),
    ...(breakdowns.length > 0 ? { breakdowns: [...breakdowns] } : {}),
  };
}

/** The other spellings that the questions need of their scales, taken together. */
function scalesOf(questions: readonly QuestionGuess[]): NonNullable<Definition['scales']> {
  const scales: Record<string, { synonyms: Record<string, string[]> }> = {};
  for (const { question, synonyms = {} } of questions) {
    if (question.kind !== 'scale' || Object.keys(synonyms).length === 0) continue;
    const all = (scales[String(question.scale)] ??= { synonyms: {} }).synonyms;
    for (const [option, spellings] of Object.entries(synonyms))
      all[option] = [...new Set([...(all[option] ?? []), ...spellings])];
  }
  return scales;
}

/** The name of the file without its ending, in words. */
function titleOf(file: string): string {
  const name = file
    .replace(/^.*[\\/]/u, '')
    .replace(/(?:\.(?:[a-z]{1,4}|parquet))?(?:\.(?:gz|zst))?$/iu, '')
    .replace(/[_-]+/gu, ' ')
    .trim();
  return name === '' ? 'Consultation' : name.charAt(0).toUpperCase() + name.slice(1);
}

function respondentOf(
  facts: readonly ColumnFacts[],
  roles: ReadonlyMap<number, Role>,
  layout: RecognisedLayout,
): Inference['respondent'] {
  const first = (role: Role): ColumnFacts | undefined =>
    facts.find(({ position, filled }) => roles.get(position) === role && filled > 0);
  const [id, submitted, channel] = [first('id'), first('submitted'), first('channel')];
  const [status, preview] = [first('status'), first('preview')];
  const tests = preview && (layout.preview ?? statusWords(preview).test);
  return {
    ...(id ? { id: id.name } : {}),
    ...(submitted ? { submitted: submitted.name } : {}),
    ...(status ? statusOf(status, layout) : {}),
    ...(preview && tests && tests.length > 0 ? { test: { column: preview.name, values: [...tests] } } : {}),
    ...(channel ? { channel: channel.name } : {}),
  };
}

/** What stands for a response that was not finished. */
const unfinished = /^(?:false|0|no|incomplete|partial|started|disqualified)$/u;

/** How the status column says that a response was finished: as the platform does, else in words that mean it. */
function statusOf(status: ColumnFacts, layout: RecognisedLayout): Pick<Inference['respondent'], 'status'> {
  const words = statusWords(status);
  const isOfPlatform = status.heading.role === 'status' && layout.complete === undefined;
  const said = (layout.complete ?? []).filter((word) =>
    status.labels.some(({ folded }) => folded === fold(word)),
  );
  const isUnfinished = status.labels.every(({ folded }) => unfinished.test(folded));
  const platform = said.length > 0 || !isUnfinished ? said : (layout.complete ?? []);
  const complete = platform.length > 0 ? platform : isOfPlatform ? [] : words.complete;
  if (complete.length === 0 && !isOfPlatform) return {};
  return {
    status: {
      column: status.name,
      ...(complete.length > 0 ? { complete: [...complete] } : {}),
      ...(words.test.length > 0 ? { test: words.test } : {}),
    },
  };
}

function namesIn({ id, submitted, channel, status, test }: Inference['respondent']): string[] {
  return [id, submitted, channel, status?.column, test?.column].map(String);
}

function exclusionsOf(
  { id, status, test }: Inference['respondent'],
  facts: readonly ColumnFacts[],
  { rowsBy }: RecognisedLayout,
): ('test' | 'incomplete' | 'duplicate')[] {
  const ids = facts.find(({ name }) => name === id);
  const areRepeated = ids !== undefined && ids.distinct < ids.filled && rowsBy === undefined;
  return [
    ...(status?.test === undefined && test === undefined ? [] : (['test'] as const)),
    ...(status === undefined ? [] : (['incomplete'] as const)),
    ...(areRepeated ? (['duplicate'] as const) : []),
  ];
}
