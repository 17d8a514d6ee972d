import type { Inference } from '../../survey/infer/infer.ts';
import { insteadWords, kindWords } from '../../report/guesses.ts';
import type { Instead, QuestionGuess } from '../../survey/infer/question-guess.ts';
import { type TakenIds, shortened, takenIds, uniqueId } from '../../survey/labels/labels.ts';
import type { QuestionDefinition } from '../../survey/definition/schema.ts';
import { UserError } from '../../intake/user-error.ts';

/** Somebody at the terminal who can be asked. Each answer is undefined where they broke off. */
export interface Asker {
  /** One of several answers, by its value. */
  choose(
    question: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ): Promise<string | undefined>;
  /** Words of their own; what stands there already is taken where they only confirm it. */
  write(question: string, proposal: string): Promise<string | undefined>;
}

/** Asks about everything doubtful in an inference, one after another, and returns it as it was settled. */
export async function settleDoubts(inference: Inference, asker: Asker): Promise<Inference> {
  const questions: QuestionGuess[] = [];
  const doubtful = inference.questions.filter(({ certainty }) => certainty === 'doubtful');
  const taken = takenIds(inference.questions.map(({ question }) => String(question.id)));
  for (const guess of inference.questions) {
    const nth = `${doubtful.indexOf(guess) + 1} of ${doubtful.length}`;
    questions.push(
      ...(guess.certainty === 'doubtful' ? await settleQuestion(guess, nth, asker, taken) : [guess]),
    );
  }
  const { exclude, breakdowns } = inference.proposals;
  const leaveOut = exclude.length > 0 && (await confirm(`Leave out ${exclude.join(', ')} responses?`, asker));
  const ids = new Set(questions.map(({ question }) => String(question.id)));
  const groups = breakdowns.filter((id) => ids.has(id));
  const breakDown =
    groups.length > 0 && (await confirm(`Break every question down by ${groups.join(', ')}?`, asker));
  return {
    ...inference,
    questions,
    decided: { exclude: leaveOut ? exclude : [], breakdowns: breakDown ? groups : [] },
  };
}

async function confirm(question: string, asker: Asker): Promise<boolean> {
  const choices = [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ];
  return answered(await asker.choose(question, choices)) === 'yes';
}

/** As much of a header as a question at the terminal has room for. */
const longestHeader = 100;

async function settleQuestion(
  guess: QuestionGuess,
  nth: string,
  asker: Asker,
  taken: TakenIds,
): Promise<readonly QuestionGuess[]> {
  const { question, columns, ground } = guess;
  const [first = ''] = columns;
  const named = `“${shortened(first, longestHeader)}”${columns.length > 1 ? ` and ${columns.length - 1} more` : ''}`;
  const ways = waysOf(guess, taken);
  const choices = ways.map(({ value, label }) => ({ value, label }));
  const chosen = answered(await asker.choose(`${nth}. ${named}: ${ground}. What is it?`, choices));
  const settled = ways.find(({ value }) => value === chosen)?.settle() ?? [];
  const [only, ...others] = settled;
  if (only === undefined || others.length > 0) return settled;
  const text = ground.startsWith('the file does not say what was asked')
    ? answered(await asker.write(`What was asked above ${named}?`, String(question.text ?? '')))
    : question.text;
  return text === undefined ? [only] : [{ ...only, question: { ...only.question, text } }];
}

/** What a doubtful question may be, in words, and what it then comes to. */
interface Way {
  readonly value: string;
  readonly label: string;
  readonly settle: () => readonly QuestionGuess[];
}

function waysOf(guess: QuestionGuess, taken: TakenIds): readonly Way[] {
  const { instead, several, uncounted = [], ...rest } = guess;
  const { question, columns } = rest;
  const settled = { ...rest, certainty: 'sure', ground: 'decided by you' } as const;
  const as = (
    value: string,
    label: string,
    decided: QuestionDefinition,
    more: Pick<QuestionGuess, 'uncounted' | 'synonyms'> = {},
  ): Way => ({ value, label, settle: () => [{ ...settled, uncounted: [], ...more, question: decided }] });
  const ways = [as(question.kind, kindWords(question, guess), question, { uncounted })];
  if (instead !== undefined) {
    const left = { uncounted: uncountedOn(instead, uncounted), synonyms: instead.synonyms };
    ways.push(as('instead', insteadWords(instead), instead.question, left));
  }
  if (several !== undefined) ways.push(as('several', kindWords(several, guess), several));
  if ('items' in question && question.items !== undefined && question.items.length > 1) {
    const label = `${columns.length} questions of their own, one a column`;
    ways.push({ value: 'apart', label, settle: () => apart({ ...settled, uncounted }, taken) });
  }
  for (const kind of alternatives(question)) {
    const other = asKind(question, kind);
    ways.push(as(kind, kindWords(other, guess), other));
  }
  return [...ways, { value: 'leave out', label: 'nothing: leave it out', settle: () => [] }];
}

/** What is no answer once the misspelt ones mean what they seem to. */
function uncountedOn({ unknown }: Instead, uncounted: readonly string[]): string[] {
  return [
    ...uncounted,
    ...unknown.flatMap(({ label, suggestion }) => (suggestion === undefined ? label : [])),
  ];
}

/** The statements of a question as questions of their own, each under its header. */
function apart(guess: QuestionGuess, taken: TakenIds): QuestionGuess[] {
  const { question } = guess;
  if (!('items' in question) || question.items === undefined) return [guess];
  const { items, text: _, ...shared } = question;
  return items.map(({ id, column }) => ({
    ...guess,
    question: { ...shared, id: uniqueId(`${question.id}-${id}`, taken), column } as QuestionDefinition,
    columns: [String(column)],
  }));
}

type Alternative = 'choice' | 'number' | 'text';

/** The other kinds that the columns of a question may be of; a number only where its answers are numbers. */
function alternatives(question: QuestionDefinition): Alternative[] {
  if ('columns' in question && question.columns !== undefined) return [];
  const items = 'items' in question ? (question.items ?? []) : [];
  if (items.some(({ column }) => column === undefined)) return [];
  if (question.kind === 'scale') return ['choice'];
  const options = question.kind === 'choice' ? (question.options ?? []) : [];
  const areNumbers = options.length > 0 && options.every((option) => /^-?\d+$/u.test(String(option)));
  const kinds: readonly Alternative[] = areNumbers ? ['choice', 'number', 'text'] : ['choice', 'text'];
  return kinds.filter((other) => other !== question.kind);
}

/** A question as one of another kind, of the same columns. */
function asKind(question: QuestionDefinition, kind: string): QuestionDefinition {
  if (kind === question.kind) return question;
  const { id, text, profile } = question;
  const columns =
    'items' in question && question.items !== undefined
      ? { items: question.items.map(({ id: item, label, column = '' }) => ({ id: item, label, column })) }
      : { column: question.column };
  return {
    id,
    kind: kind as Alternative,
    ...(text === undefined ? {} : { text }),
    ...columns,
    ...(profile === undefined ? {} : { profile }),
  };
}

function answered(answer: string | undefined): string {
  if (answer !== undefined) return answer;
  throw new UserError('You broke off, and nothing was written.', 'With --yes it asks nothing.');
}
