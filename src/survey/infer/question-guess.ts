import { fold } from '../labels.ts';
import type { QuestionDefinition } from '../schema.ts';
import type { Block } from './blocks.ts';
import type { ColumnFacts } from './facts.ts';
import type { Certainty, Judgement } from './judge.ts';
import { shortId } from './names.ts';
import { isProfile } from './roles.ts';

/** A question of an inferred definition, with why it was made and how sure that is. */
export interface QuestionGuess {
  readonly question: QuestionDefinition;
  /** The columns that it takes. */
  readonly columns: readonly string[];
  readonly ground: string;
  readonly certainty: Certainty;
}

/** The question that a block comes to; `taken` remembers the ids given out. */
export function guessQuestion(block: Block, taken: Set<string>): QuestionGuess {
  const { text, columns } = block;
  const id = shortId(text === '' ? unsaidId(block) : text, taken);
  const names = columns.map(({ name }) => name);
  const unsaid = text === '' ? 'the file does not say what was asked; ' : '';
  const profile = isProfile(text) ? { profile: true } : {};
  if (block.form === 'ticks') {
    const options = block.options.map(fold);
    const areDistinct = new Set(options).size === options.length;
    return {
      question: {
        id,
        kind: 'multiple',
        text: text === '' ? `${columns.length} options` : text,
        columns: names,
        ...(areDistinct ? { options: [...block.options] } : {}),
        ...profile,
      },
      columns: names,
      ground: `${unsaid}one column an option${areDistinct ? '' : ', one of them twice'}`,
      certainty: text === '' ? 'doubtful' : 'likely',
    };
  }
  const { judgement } = block;
  const question =
    block.form === 'grid'
      ? gridQuestion(id, text, columns, judgement)
      : singleQuestion(id, text, names[0] ?? '', judgement);
  return {
    question: { ...question, ...profile },
    columns: names,
    ground: `${unsaid}${judgement.ground}`,
    certainty: text === '' ? 'doubtful' : judgement.certainty,
  };
}

/** An id for a question whose words are not in the file. */
function unsaidId(block: Block): string {
  if (block.form === 'ticks') return 'options';
  return block.judgement.kind === 'scale' ? block.judgement.scale : 'statements';
}

function gridQuestion(
  id: string,
  text: string,
  columns: readonly ColumnFacts[],
  judgement: Judgement,
): QuestionDefinition {
  const taken = new Set<string>();
  const items = columns.map(({ name, heading }) => {
    const label = heading.part ?? heading.question;
    return {
      id: shortId(label || name, taken),
      column: name,
      ...(label !== '' && label !== name ? { label } : {}),
    };
  });
  const shared = { id, text: text === '' ? `${columns.length} statements answered alike` : text };
  switch (judgement.kind) {
    case 'scale':
      return { ...shared, kind: 'scale', scale: judgement.scale, ...optionsOf(judgement), items };
    case 'choice':
      return { ...shared, kind: 'choice', ...optionsOf(judgement), items };
    case 'number':
      return { ...shared, kind: 'number', items };
    case 'multiple':
    case 'text':
      return { ...shared, kind: 'text', items };
  }
}

function singleQuestion(id: string, text: string, column: string, judgement: Judgement): QuestionDefinition {
  const shared = { id, ...(text !== '' && text !== column ? { text } : {}) };
  switch (judgement.kind) {
    case 'scale':
      return { ...shared, kind: 'scale', scale: judgement.scale, column, ...optionsOf(judgement) };
    case 'choice':
      return { ...shared, kind: 'choice', column, ...optionsOf(judgement) };
    case 'multiple': {
      const { separator, options } = judgement.joined;
      return { ...shared, kind: 'multiple', column, separator, options: [...options] };
    }
    case 'number':
    case 'text':
      return { ...shared, kind: judgement.kind, column };
  }
}

function optionsOf({ options }: { readonly options?: readonly string[] }): { options?: string[] } {
  return options === undefined ? {} : { options: [...options] };
}
