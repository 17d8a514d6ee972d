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
  const { question, columns, ground, instead, several } = guess;
  const [first = ''] = columns;
  const named = `“${shortened(first, longestHeader)}”${columns.length > 1 ? ` and ${columns.length - 1} more` : ''}`;
  const isOne = !('items' in question && question.items !== undefined && question.items.length > 1);
  const choices = [
    { value: question.kind, label: kindWords(question, guess) },
    ...(instead === undefined ? [] : [{ value: 'instead', label: insteadWords(instead) }]),
    ...(several === undefined ? [] : [{ value: 'several', label: kindWords(several, guess) }]),
    ...(isOne ? [] : [{ value: 'apart', label: `${columns.length} questions of their own, one a column` }]),
    ...alternatives(question).map((kind) => ({
      value: kind,
      label: kindWords(asKind(question, kind), guess),
    })),
    { value: 'leave out', label: 'nothing: leave it out' },
  ];
  const kind = answered(await asker.choose(`${nth}. ${named}: ${ground}. What is it?`, choices));
  if (kind === 'leave out') return [];
  const isInstead = kind === 'instead' && instead !== undefined;
  const isSame = kind === 'apart' || kind === question.kind;
  const { instead: _instead, several: _several, uncounted = [], ...rest } = guess;
  const settled = {
    ...rest,
    uncounted: isInstead ? uncountedOn(instead, uncounted) : isSame ? uncounted : [],
    certainty: 'sure',
    ground: 'decided by you',
  } as const;
  if (kind === 'apart') return apart(settled, taken);
  const isSeveral = kind === 'several' && several !== undefined;
  const decided = isInstead ? instead.question : isSeveral ? several : asKind(question, kind);
  const text = ground.startsWith('the file does not say what was asked')
    ? answered(await asker.write(`What was asked above ${named}?`, String(question.text ?? '')))
    : question.text;
  return [
    {
      ...settled,
      ...(isInstead ? { synonyms: instead.synonyms } : {}),
      question: text === undefined ? decided : { ...decided, text },
    },
  ];
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
