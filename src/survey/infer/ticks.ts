import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { ownLabels } from '../labels/label-pairs.ts';
import { fold } from '../labels/labels.ts';
import { tickWords, untickedWords, withoutMark } from '../labels/tick-words.ts';
import { isBeside } from './beside.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';

/** Platforms that write every option of a question with several answers as yes or no, or as 1 or 0. */
const saysNo = new Set<string>(['limesurvey', 'redcap', 'kobo', 'surveymonkey', 'jisc', 'smartsurvey']);

/** What nobody can answer with yes or no: such words under it say whether an option was ticked. */
const asksWhich =
  /^[^\p{L}]*(?:\S+\s+){0,3}?(?:what|which|who|where|how|select|tick|choose|indicate|pa|beth|sut|ble|pwy|ticiwch|dewiswch|quel(?:le)?s?|qui|où|comment|cochez|welche[rsnm]?|wer|wo|woher|wie|wählen|qué|cuál(?:es)?|quién|dónde|cómo|marque)(?!\p{L})/iu;

/** What says yes in any column, and does not repeat its option where that is the first of several that have only numbers. */
const YES = '1';

/** Marks that nobody writes but into a box. */
const marks =
  /^(?:x|✓|✔|☑|☒|✅|☐|ticked|unticked|(?:un)?checked|(?:not |un)?selected|not (?:ticked|checked))$/u;

function isMark(folded: string): boolean {
  return marks.test(withoutMark(folded));
}

/** What a spreadsheet puts behind a header that others have too. */
const numberBehind = /(?<=\D)\d{1,3}$/u;

/**
 * Whether a column holds one option, ticked or not: its cells repeat the option, or say yes; on some platforms, no too.
 * Elsewhere Yes and No side by side are two answers.
 */
export function isTick(column: ColumnFacts, { platform }: RecognisedLayout): boolean {
  const { labels, heading, known } = column;
  if (!known || labels.length === 0) return false;
  if (isHalfOfHeader(column)) return true;
  const { question, part = '' } = heading;
  const own = new Set([part, part.replace(numberBehind, ''), question, unnumbered(question)].map(fold));
  own.delete(YES);
  const others = withoutRepeats(labels, own);
  const repeats = others.length < labels.length;
  const positive = others.filter(({ folded }) => tickWords.has(withoutMark(folded)));
  const negative = others.filter(({ folded }) => untickedWords.has(withoutMark(folded)));
  if (repeats) return others.every((other) => negative.includes(other) || isMark(other.folded));
  if (heading.part === undefined)
    return (
      !heading.question.endsWith('?') &&
      (labels.every(({ folded }) => isMark(folded)) || isYesOrBlank(column))
    );
  // An option asks nothing: yes and no are the answers.
  if (heading.part.endsWith('?') && positive.length > 0 && negative.length > 0) return false;
  if (positive.length + negative.length === labels.length)
    return (
      negative.length === 0 ||
      saysNo.has(platform) ||
      asksWhich.test(heading.question) ||
      negative.every(({ folded }) => folded.startsWith('not '))
    );
  // A code, or the text of an option under a header that has only its number.
  return others.length - negative.length === 1 && (negative.length > 0 || /^\d+$/u.test(heading.part));
}

/** What a column holds but for its option; where another cell says yes, an option called “0” or “No” is not ticked by these. */
function withoutRepeats(labels: readonly LabelCount[], own: ReadonlySet<string>): LabelCount[] {
  const others = labels.filter(({ folded }) => !own.has(withoutMark(folded)));
  const saysYes = others.some(({ folded }) => tickWords.has(withoutMark(folded)));
  return saysYes
    ? labels.filter((label) => others.includes(label) || untickedWords.has(withoutMark(label.folded)))
    : others;
}

/** Where nearly everybody answered, "Tea / Coffee" is a question, and its halves are answers. */
const NEARLY_ALL = 0.8;

/** Whether a column without a question holds one sort of yes and nothing else, and not nearly everybody gave it: nobody answers no with nothing. */
function isYesOrBlank({ labels, heading, filled, records }: ColumnFacts): boolean {
  const [only, ...others] = labels;
  const isYes = only !== undefined && others.length === 0 && /^(?:yes|y|true|1|ie|ydw)$/u.test(only.folded);
  return isYes && filled <= records * NEARLY_ALL && !asksWhich.test(heading.question);
}

/** Whether a column without a question holds what its header says, in either of two languages: "Parks / Parciau". */
function isHalfOfHeader({ labels, heading, filled, records }: ColumnFacts): boolean {
  if (heading.part !== undefined || filled > records * NEARLY_ALL) return false;
  const own = ownLabels(unnumbered(heading.question));
  return own.size > 1 && labels.length > 0 && labels.every(({ folded }) => own.has(folded));
}

/** Whether a column of a question says the name of its option, or its number. */
export function saysOption({ labels, heading }: ColumnFacts): boolean {
  return labels.some(({ folded }) => folded !== YES && folded === fold(heading.part ?? ''));
}

/** Whether a column of a run of ticks has one option, or the words beside them. */
export function isOneOption(column: ColumnFacts): boolean {
  const own = fold(unnumbered(column.heading.question));
  const isOwn = ({ folded }: { readonly folded: string }): boolean =>
    isMark(folded) || withoutMark(folded) === own;
  return (
    column.labels.length <= 1 ||
    isHalfOfHeader(column) ||
    /^other\b/iu.test(column.name) ||
    column.labels.every(isOwn)
  );
}

/**
 * Columns of ticks without the few that say both yes and no, where most are blank instead of saying no: these few are questions
 * of their own.
 */
export function withoutYesOrNo(ticks: ReadonlySet<ColumnFacts>): Set<ColumnFacts> {
  const answer = /^(?:no|n|false|nac (?:ydw|ydy|ydyn|oes)|naddo)$/u;
  const isDenied = (column: ColumnFacts): boolean => column.labels.some(({ folded }) => answer.test(folded));
  const isSaid = ({ labels }: ColumnFacts): boolean => labels.some(({ folded }) => tickWords.has(folded));
  const others = [...ticks].filter((column) => !isDenied(column));
  const areBlank = others.length > 1 && others.every(({ filled, records }) => filled < records);
  const isFew = areBlank && others.length * 2 > ticks.size;
  return new Set([...ticks].filter((column) => !isFew || !isDenied(column) || !isSaid(column)));
}

/**
 * The columns that hold one thing or nothing each, as the number of its option, where all do but for words beside them: ticks,
 * whatever they look like, where two have ticked one, or they are in order.
 */
export function codesIn(stem: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const own = stem.filter((column) => !isBeside(column));
  const codes = new Set(own.flatMap(({ labels }) => labels.map(({ folded }) => folded)));
  const areAlike = own.every(({ labels, known }) => known && labels.length <= 1);
  const areSure = own.some(({ filled }) => filled > 1) || areInOrder(own);
  if (own.length < 3 || codes.size < 2 || !areAlike || !areSure) return [];
  const isNumber = (folded: string): boolean => /^\d{1,3}$/u.test(folded);
  const areNumbers = [...codes].every(isNumber);
  const isAlike = ({ labels }: ColumnFacts): boolean =>
    labels.length === 1 &&
    labels.every(({ folded }) => codes.has(folded) || (areNumbers && isNumber(folded)));
  return stem.filter((column) => own.includes(column) || isAlike(column));
}

/**
 * Whether columns have the codes of options in their order: from 0 or 1, 10 or 11, or “a”, each one or two above that before it,
 * but for what stands last, as 99.
 */
function areInOrder(columns: readonly ColumnFacts[]): boolean {
  const given = columns.flatMap(({ labels: [code] }, place) =>
    code === undefined ? [] : [{ place, code: code.folded, number: orderOf(code.folded) }],
  );
  return given.every(({ place, code, number }, index) => {
    const before = given[index - 1];
    if (before === undefined) return [0, 1].includes((number - place) % 10);
    const step = (number - before.number) / (place - before.place);
    return (step > 0 && step <= 2) || (place === columns.length - 1 && /^9{1,2}[5-9]$/u.test(code));
  });
}

function orderOf(code: string): number {
  return /^[a-z]$/u.test(code) ? parseInt(code, 36) - 9 : /^\d{1,3}$/u.test(code) ? Number(code) : NaN;
}

/** The number of a question in front of an option: "3." of "3. Python", "Q1" of "Q1 Agree". */
const number = /^(?:\d+[.)]|q\d+[a-z]?[.):]?)(?=\s)/iu;

/** The number in front of the header of an option, or ''. */
export function numberOf({ heading }: ColumnFacts): string {
  return number.exec(heading.question)?.[0].toLowerCase() ?? '';
}

function unnumbered(header: string): string {
  return header.replace(number, '').trimStart();
}

/**
 * The label of an option: its header, but for a mere number in place of what the cells say, or behind it, as spreadsheets tell
 * headers apart.
 */
export function tickLabel({ heading, labels, name }: ColumnFacts): string {
  const header = heading.part ?? (unnumbered(heading.question) || name);
  const said = labels.find(({ folded }) => !tickWords.has(folded) && !untickedWords.has(folded));
  if (said === undefined) return header;
  return /^\d+$/u.test(header) || fold(header.replace(numberBehind, '')) === said.folded
    ? said.label
    : header;
}
