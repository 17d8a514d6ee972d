import { type TakenIds, fold } from '../labels/labels.ts';
import type { QuestionDefinition, QuestionOf } from '../definition/schema.ts';
import type { Block } from './blocks.ts';
import { type ColumnFacts, pooledLabels } from './facts.ts';
import {
  type Certainty,
  type Judgement,
  type Misspelling,
  type ScaleInstead,
  type Several,
  areViews,
} from './judgement.ts';
import { shortId } from './short-id.ts';
import { expandedQuestion, gridQuestion, itemsOf, singleQuestion, unsaidText } from './question-forms.ts';
import { areAges } from '../ordering/ranges.ts';
import { asksForWords } from '../labels/own-words.ts';
import { isProfile } from './profile.ts';
import type { Route } from './routes.ts';
import type { Synonyms } from './scale-match.ts';

/** A question of an inferred definition, with why it was made and how sure that is. */
export interface QuestionGuess {
  readonly question: QuestionDefinition;
  /** The columns that it takes. */
  readonly columns: readonly string[];
  /** What its cells hold, most frequent first: a few of them, where it is doubtful. */
  readonly answers: readonly string[];
  readonly ground: string;
  readonly certainty: Certainty;
  /** What the question needs of its scale: other spellings of its options. */
  readonly synonyms?: Synonyms;
  /** Answers that the form misspells, each with the option that it is taken for. */
  readonly misspelt?: readonly Misspelling[];
  /** Answers that are none of it, and are not counted. */
  readonly uncounted?: readonly string[];
  /** The scale that it may be of, for a person to decide. */
  readonly instead?: Instead;
  /** How many of its answers nobody else gave, which are counted as “Other”. */
  readonly writeIns?: number;
  /** Whom it asks by its own words: for a person to decide. */
  readonly route?: Route;
  /** Whether it is the first, second or a later answer of people who gave several. */
  readonly isOfSeveral?: true;
  /** How the words of its question came before, where that is all that the file says of it. */
  readonly again?: 'in a round' | 'in these words';
  /** The question as it is where several answers may be given, for a person to decide. */
  readonly several?: QuestionOf<'multiple'>;
}

/** A question as it would stand on a scale, some of whose answers need somebody's word. */
export interface Instead {
  readonly question: QuestionOf<'scale'>;
  readonly synonyms: Synonyms;
  /** Answers that the scale does not know, each with what it probably means. */
  readonly unknown: ScaleInstead['unknown'];
}

/** As many answers as somebody looks at before deciding what a question is. */
const MOST_ANSWERS = 12;

/** The question that a block comes to; `taken` remembers the ids given out. */
export function guessQuestion(block: Block, taken: TakenIds): QuestionGuess {
  const id = shortId(block.text === '' ? unsaidId(block) : block.text, taken);
  const profile = isAboutPerson(block) ? ({ profile: true } as const) : {};
  const guess = block.form === 'ticks' ? guessTicks(block, id, profile) : guessAnswers(block, id, profile);
  return block.text === ''
    ? { ...guess, ground: `the file does not say what was asked; ${guess.ground}` }
    : guess;
}

type Profile = Pick<QuestionDefinition, 'profile'>;
type TickBlock = Extract<Block, { form: 'ticks' }>;
type AnswerBlock = Exclude<Block, TickBlock>;

/** Whether a block asks about the person: by its words, where it asks for no view, or by age groups among its options. */
function isAboutPerson(block: Block): boolean {
  if (block.form === 'ticks') return isProfile(block.text);
  const { text, judgement } = block;
  const offered = judgement.kind === 'choice' ? (judgement.options ?? []) : [];
  return (isProfile(text) && !areViews(judgement)) || areAges(offered.map(fold));
}

function guessTicks(
  { text, columns, options, doubt }: TickBlock,
  id: string,
  profile: Profile,
): QuestionGuess {
  const names = columns.map(({ name }) => name);
  const areDistinct = new Set(options.map(fold)).size === options.length;
  const ground = `one column an option${areDistinct ? '' : ', one of them twice'}`;
  return {
    question: {
      id,
      kind: 'multiple',
      text: text === '' ? unsaidText(options, 'option') : text,
      columns: names,
      ...(areDistinct ? { options: [...options] } : {}),
      ...profile,
    },
    columns: names,
    answers: [],
    ground: doubt === undefined ? ground : `${ground}; ${doubt}`,
    certainty: text === '' || doubt !== undefined ? 'doubtful' : 'likely',
  };
}

function guessAnswers(block: AnswerBlock, id: string, profile: Profile): QuestionGuess {
  const { text, columns, judgement, form } = block;
  const names = columns.map(({ name }) => name);
  const certainty = text === '' ? 'doubtful' : judgement.certainty;
  const questionOf = (one: Judgement): QuestionDefinition => ({
    ...definitionOf(block, id, one),
    ...profile,
  });
  const question = questionOf(judgement);
  const synonyms = judgement.kind === 'scale' ? judgement.synonyms : {};
  const misspelt = judgement.kind === 'scale' ? judgement.misspelt : undefined;
  const instead = 'instead' in judgement ? judgement.instead : undefined;
  const several = 'several' in judgement && form === 'single' ? judgement.several : undefined;
  const writeIns = judgement.kind === 'multiple' ? judgement.joined.writeIns : 0;
  return {
    question,
    columns: names,
    answers: certainty === 'doubtful' ? answersOf(columns) : [],
    ground: judgement.ground,
    certainty,
    ...(Object.keys(synonyms).length > 0 && { synonyms }),
    ...(misspelt && { misspelt }),
    uncounted: (judgement.uncounted ?? []).map(({ label }) => label),
    ...(instead && { instead: insteadOf(instead, questionOf) }),
    ...(writeIns > 0 && { writeIns }),
    ...(several && { several: severalQuestion(question, names[0] ?? '', several) }),
  };
}

/** The question of a block as it stands in a definition, if its answers are what is supposed. */
function definitionOf(block: AnswerBlock, id: string, judgement: Judgement): QuestionDefinition {
  const { text, columns } = block;
  const names = columns.map(({ name }) => name);
  switch (block.form) {
    case 'grid':
      return gridQuestion(id, text, columns, judgement);
    case 'expanded':
      return expandedQuestion(id, text, { columns: names }, judgement);
    case 'expanded grid':
      return expandedQuestion(id, text, { items: itemsOf(block.rows) }, judgement);
    case 'single':
      return singleQuestion(id, text, names[0] ?? '', judgement);
  }
}

function severalQuestion(
  { id, text, profile }: QuestionDefinition,
  column: string,
  { separator, options }: Several,
): QuestionOf<'multiple'> {
  const asked = { ...(text === undefined ? {} : { text }), ...(profile === undefined ? {} : { profile }) };
  return { id, kind: 'multiple', ...asked, column, separator, options: [...options] };
}

function answersOf(columns: readonly ColumnFacts[]): string[] {
  return pooledLabels(columns)
    .slice(0, MOST_ANSWERS)
    .map(({ label }) => label);
}

function insteadOf(
  { judgement, unknown }: ScaleInstead,
  questionOf: (judgement: Judgement) => QuestionDefinition,
): Instead {
  return { question: questionOf(judgement) as QuestionOf<'scale'>, synonyms: judgement.synonyms, unknown };
}

/** An id for a question whose words are not in the file. */
function unsaidId(block: Block): string {
  if (block.form === 'ticks' || block.form === 'expanded') return 'options';
  return block.judgement.kind === 'scale' ? block.judgement.scale : 'statements';
}

/** What asks for words after a question about the person, “Other (please specify)”, is about the person too. */
export function withOthersOfProfiles(guesses: readonly QuestionGuess[]): QuestionGuess[] {
  let isAbout = false;
  return guesses.map((guess) => {
    const { question } = guess;
    const isBeside = isAbout && asksForWords(String(question.text ?? question.column ?? ''));
    isAbout = isBeside || question.profile === true;
    return isBeside ? { ...guess, question: { ...question, profile: true } } : guess;
  });
}
