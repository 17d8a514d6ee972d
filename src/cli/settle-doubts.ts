import type { Inference } from '../survey/infer/infer.ts';
import type { QuestionGuess } from '../survey/infer/question-guess.ts';
import type { QuestionDefinition } from '../survey/schema.ts';
import { UserError } from '../intake/user-error.ts';

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
  for (const guess of inference.questions) {
    const settled = guess.certainty === 'doubtful' ? await settleQuestion(guess, asker) : guess;
    if (settled !== undefined) questions.push(settled);
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

async function settleQuestion(guess: QuestionGuess, asker: Asker): Promise<QuestionGuess | undefined> {
  const { question, columns, ground } = guess;
  const named = columns.length > 1 ? `“${columns[0]}” and ${columns.length - 1} more` : `“${columns[0]}”`;
  const kinds = alternatives(question);
  const choices = [
    { value: question.kind, label: `${question.kind}, as it was guessed` },
    ...kinds.map((kind) => ({ value: kind, label: kind })),
    { value: 'leave out', label: 'leave it out' },
  ];
  const kind = answered(await asker.choose(`${named}: ${ground}. What is it?`, choices));
  if (kind === 'leave out') return undefined;
  const settled = kind === question.kind ? question : asKind(question, kind as Alternative);
  const text = ground.startsWith('the file does not say what was asked')
    ? answered(await asker.write(`What was asked above ${named}?`, String(question.text ?? '')))
    : question.text;
  return {
    ...guess,
    question: text === undefined ? settled : { ...settled, text },
    certainty: 'sure',
    ground: 'decided by you',
  };
}

type Alternative = 'choice' | 'number' | 'text';

/** The other kinds that the columns of a question may be of: those that need nothing but the columns. */
function alternatives({ kind, ...question }: QuestionDefinition): Alternative[] {
  if ('columns' in question && question.columns !== undefined) return [];
  return (['choice', 'number', 'text'] as const).filter((other) => other !== kind);
}

function asKind(question: QuestionDefinition, kind: Alternative): QuestionDefinition {
  const { id, text, profile } = question;
  const columns =
    'items' in question && question.items !== undefined
      ? { items: question.items }
      : { column: question.column };
  return {
    id,
    kind,
    ...(text === undefined ? {} : { text }),
    ...columns,
    ...(profile === undefined ? {} : { profile }),
  };
}

function answered(answer: string | undefined): string {
  if (answer !== undefined) return answer;
  throw new UserError('You broke off, and nothing was written.', 'With --yes it asks nothing.');
}
