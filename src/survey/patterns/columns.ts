import { UserError } from '../../intake/user-error.ts';
import { type RespondentColumn, questionColumns, respondentColumns } from '../columns/claims.ts';
import { ownLabels } from '../labels/label-pairs.ts';
import { asksForWords } from '../labels/own-words.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import { welshInPairs } from '../labels/welsh-spellings.ts';
import { optionsOf } from '../resolve/references.ts';
import type { Question, Survey } from '../survey.ts';

/** What of a cell is in an answer pattern. */
export type Kept =
  /** All of it: how a response came. */
  | { readonly what: 'whole' }
  /** The day; which response has the id, by a number; how many responses it stands for, which are added up. */
  | { readonly what: 'day' | 'id' | 'count' }
  | Listed
  /**
   * The same of the column of an option. Other words are told apart, since those that all ticks repeat are
   * another name of it; where it asks for words, there is only that there are some, but for such names.
   */
  | { readonly what: 'tick'; readonly words: readonly string[]; readonly isOpen: boolean }
  /** Those of several answers that are options, with what stands between them, and that there are others. */
  | { readonly what: 'joined'; readonly options: readonly string[]; readonly separator: string };

/** These words, also several of them, and numbers; of anything else, that there is something. */
interface Listed {
  readonly what: 'listed';
  readonly words: readonly string[];
  readonly numbers?: 'codes' | 'any';
}

/** A column of a table of responses: in queries `a3` is its cell as text, `p3` what of that is in a pattern. */
export interface PatternColumn {
  readonly nth: number;
  readonly header: string;
  /** What else the definition calls it. */
  readonly also: readonly string[];
  readonly kept: Kept;
}

/**
 * Every column that the figures need, each once, in the order of the definition. Throws a UserError where a
 * table cannot have such a column, where one column is asked for what a pattern cannot hold together, and
 * where nobody can tell the answers to a question from people's own words.
 */
export function patternColumns(survey: Survey): readonly PatternColumn[] {
  refuseOpen(survey);
  const found = new Map<string, Pick<PatternColumn, 'kept' | 'also'>>();
  const add = ([header = '', ...also]: readonly string[], kept: Kept) => {
    const where = survey.places.get(header) ?? survey.file;
    if (/^#\d+$/u.test(header))
      throw new UserError(
        `${where}: column ${header} has a number for a name, which a table does not know.`,
        'Write the name that the column has in the table.',
      );
    const before = found.get(header)?.kept;
    const all = before === undefined ? kept : both(before, kept);
    if (all === undefined)
      throw new UserError(
        `${where}: column "${header}" is asked for two things that a pattern cannot hold together.`,
        'Give the table a copy of the column under another name for one of them.',
      );
    found.set(header, { kept: all, also });
  };
  for (const [field, names] of respondentColumns(survey)) add(names, keptOf(field, survey));
  for (const question of survey.questions)
    for (const [nth, names] of questionColumns(question).entries()) add(names, answersOf(question, nth));
  return [...found].map(([header, one], nth) => ({ nth, header, ...one }));
}

/** Whether the definition does not say what can be answered, so that an answer may be what somebody wrote. */
function isOpen(question: Question): boolean {
  const isChosen = question.kind === 'choice' || question.kind === 'multiple';
  const isSplit = 'optionColumns' in question && question.optionColumns !== undefined;
  return (isChosen || (question.kind === 'scale' && isSplit)) && question.options === undefined;
}

function refuseOpen({ questions, places, file }: Survey): void {
  const [first, ...others] = questions.filter(isOpen);
  if (first === undefined) return;
  const [[header = ''] = []] = questionColumns(first);
  const more = others.map(({ id }) => `"${id}"`).join(', ');
  throw new UserError(
    `${places.get(header) ?? file}: question "${first.id}" lists no options${more === '' ? '' : ` (nor does ${more})`}: what people wrote in their own words cannot be told from them.`,
    'List them under options in the definition, as the form has them.',
  );
}

const number: Kept = { what: 'listed', words: [], numbers: 'any' };

function keptOf(field: RespondentColumn, { respondent: { status, test, kind } }: Survey): Kept {
  const listed = (words: readonly string[] = []): Kept => ({ what: 'listed', words });
  switch (field) {
    case 'id':
    case 'count':
      return { what: field };
    case 'submitted':
      return { what: 'day' };
    case 'channel':
      return { what: 'whole' };
    case 'weight':
    case 'signatories':
      return number;
    case 'status':
      return listed([...(status?.complete ?? []), ...(status?.test ?? [])]);
    case 'test':
      return listed(test?.values);
    case 'kind':
      return listed(kind && [...kind.individual, ...kind.organisation, ...kind.petition]);
  }
}

/** What is kept of the answers to a question in one of its columns. */
function answersOf(question: Question, nth: number): Kept {
  if (question.kind === 'text') return { what: 'listed', words: [] };
  if (question.kind === 'number') return number;
  const { options = [], optionColumns } = question;
  const label = optionColumns?.[nth]?.label;
  if (label !== undefined) {
    const words = [...tickWords, ...untickedWords, ...options.flatMap((option) => [...ownLabels(option)])];
    return { what: 'tick', words, isOpen: asksForWords(label) };
  }
  if (question.kind === 'multiple') return { what: 'joined', options, separator: question.separator };
  if (question.kind === 'choice')
    return { what: 'listed', words: [...options, ...(question.merged?.keys() ?? [])] };
  // By numbers it is told that there are codes in place of the answers.
  const spellings = [...optionsOf(question.scale).keys(), ...welshInPairs.keys()];
  return { what: 'listed', words: [...options, ...spellings], numbers: 'codes' };
}

/** What is enough for both; undefined where there is no such thing. */
function both(one: Kept, other: Kept): Kept | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  if (one.what === 'count' || other.what === 'count' || one.what === 'whole' || other.what === 'whole')
    return undefined;
  // Whether anything was written can be told of whatever else is kept.
  if (isText(one)) return other;
  if (isText(other)) return one;
  if (one.what !== 'listed' || other.what !== 'listed') return undefined;
  const numbers = one.numbers === 'any' ? one.numbers : (other.numbers ?? one.numbers);
  return {
    what: 'listed',
    words: [...one.words, ...other.words],
    ...(numbers === undefined ? {} : { numbers }),
  };
}

/** Whether nothing is kept but that something was written. */
export function isText(kept: Kept): boolean {
  return kept.what === 'listed' && kept.words.length === 0 && kept.numbers === undefined;
}
