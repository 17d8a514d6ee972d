import { isBlank } from '../../intake/blank.ts';
import { UserError } from '../../intake/user-error.ts';
import { questionColumns, respondentColumns } from '../columns/claims.ts';
import { ownLabels } from '../labels/label-pairs.ts';
import { asksForWords } from '../labels/own-words.ts';
import type { ChoiceQuestion, MultipleQuestion, Question, Survey } from '../survey.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';

/**
 * What of a cell is in an answer pattern: all of it; only that something was written, but for words that are known; the day;
 * an id that several responses have; or how many responses it stands for, which are added up.
 */
type Kept = 'answer' | 'known-words' | 'day' | 'repeated-id' | 'count';

/** A column of a table of responses: in queries `a3` is its cell as text, `p3` what of that is in a pattern. */
export interface PatternColumn {
  readonly nth: number;
  readonly header: string;
  /** What else the definition calls it. */
  readonly also: readonly string[];
  readonly kept: Kept;
  /** The words, and whether the numbers, that are kept where others are not. */
  readonly words: readonly string[];
  readonly digits?: 'codes' | 'numbers';
  /** The options of several answers in one cell, and the mark between them: of others there is only that there are some. */
  readonly joined?: Joined;
  /** Whether nobody knows its options, so that what people wrote in their own words leaves with the answers. */
  readonly isOpen?: boolean;
}

export interface Joined {
  readonly options: readonly string[];
  readonly mark: string;
}

type Wanted = Omit<PatternColumn, 'nth' | 'header' | 'also'>;

const whole: Wanted = { kept: 'answer', words: [] };
const unlisted: Wanted = { ...whole, isOpen: true };
const text: Wanted = { kept: 'known-words', words: [] };
const keptOf: Readonly<Record<string, Kept>> = { id: 'repeated-id', submitted: 'day', count: 'count' };

/**
 * Every column that the figures need, each once, in the order of the definition. Throws a UserError where a table cannot
 * have such a column, or one column is asked for what a pattern cannot hold together.
 */
export function patternColumns(survey: Survey): readonly PatternColumn[] {
  const found = new Map<string, Wanted & Pick<PatternColumn, 'also'>>();
  const add = ([header = '', ...also]: readonly string[], wanted: Wanted) => {
    const where = survey.places.get(header) ?? survey.file;
    if (/^#\d+$/u.test(header))
      throw new UserError(
        `${where}: column ${header} has a number for a name, which a table does not know.`,
        'Write the name that the column has in the table.',
      );
    const before = found.get(header);
    if (before !== undefined && before.kept !== wanted.kept && [before.kept, wanted.kept].includes('count'))
      throw new UserError(
        `${where}: column "${header}" is how many responses there are, and asked for something else too.`,
        'Give the table a copy of the column under another name for that.',
      );
    found.set(header, { ...(before === undefined ? wanted : both(before, wanted)), also });
  };
  for (const [field, wanted] of respondentColumns(survey))
    add(wanted, { ...whole, kept: keptOf[field] ?? 'answer' });
  for (const question of survey.questions)
    for (const [nth, wanted] of questionColumns(question).entries())
      add(wanted, wantedOf(question, nth, wanted[0] ?? ''));
  return [...found].map(([header, wanted], nth) => ({ nth, header, ...wanted }));
}

/** What to know of columns of which the definition lists no options that a query can look for, if there are any. */
export function ownWordsLeaving(columns: readonly PatternColumn[]): readonly string[] {
  const open = columns.flatMap(({ header, isOpen }) => (isOpen === true ? [`"${header}"`] : []));
  if (open.length === 0) return [];
  return [
    `What people wrote in ${open.join(', ')} in their own words, as under Other, leaves with the answers: list the options in the definition, or look before you pass the result on.`,
  ];
}

/** What is wanted of the cells of a question in one of its columns. */
function wantedOf(question: Question, nth: number, header: string): Wanted {
  if (question.kind === 'text') return text;
  if (question.kind === 'number') return { ...text, digits: 'numbers' };
  if (question.kind === 'multiple' && question.optionColumns === undefined) return joinedOf(question);
  if (question.kind === 'choice' && question.optionColumns === undefined) return choiceOf(question);
  const option = 'optionColumns' in question ? question.optionColumns?.[nth] : undefined;
  if (option === undefined || !labelsOf(option.label, header).every(asksForWords)) return whole;
  // Under such an option any text is a tick, but for what says no; by numbers it is told what the other columns hold.
  const words = [...tickWords, ...untickedWords, ...ownLabels(option.label ?? header)];
  return { ...text, words, digits: 'codes' };
}

/** Where a listed option asks for words, those that are no option are what somebody wrote; no figure counts them as an answer. */
function choiceOf({ options, merged }: ChoiceQuestion): Wanted {
  if (options === undefined) return unlisted;
  const listed = [...options, ...(merged?.keys() ?? [])];
  return listed.some(asksForWords) ? { ...text, words: listed } : whole;
}

/** The marks that may stand between several answers for their options to be told apart in SQL. */
const plainMarks = [';', ',', '|', '/'];

function joinedOf({ options, separator }: MultipleQuestion): Wanted {
  const mark = separator.trim();
  return options === undefined || !plainMarks.includes(mark)
    ? unlisted
    : { ...whole, joined: { options, mark } };
}

/** What an option may be called by whoever reads its column: by the definition, else by its header or a part of that. */
function labelsOf(label: string | undefined, header: string): readonly string[] {
  if (label !== undefined) return [label];
  const parts = [...header.matchAll(/ [-–—|>] |[?.] |[:[_]/gu)].map(({ index, 0: mark }) =>
    header.slice(index + mark.length),
  );
  return [header, ...parts.filter((part) => !isBlank(part))];
}

/** What is enough for both: whether anything was written can be told of whatever else is kept. */
function both(one: Wanted, other: Wanted): Wanted {
  const isText = ({ kept, words, digits }: Wanted) =>
    kept === 'known-words' && words.length === 0 && digits === undefined;
  if (isText(one)) return other;
  return isText(other) ? one : whole;
}
