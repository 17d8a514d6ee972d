import type { Table } from '../../intake/table.ts';
import { fold } from '../labels/labels.ts';
import { saysNoReply } from '../labels/no-reply.ts';
import { type ColumnFacts, type LabelCount, countOf } from './facts.ts';
import { missingCodesIn } from './missing-codes.ts';
import { nearScale } from './near-scale.ts';
import { notShownIn } from './not-shown.ts';
import { matchScale } from './scale-match.ts';

/** No scale of numbers has more points: 0 to 10. */
const MOST_POINTS = 11;

/** In how many columns, answered in quite different ways, NA must stand before it can be what R writes where there is nothing. */
const FEWEST_COLUMNS = 3;

/** In so many of them, as a share, some cells may be blank all the same: R writes a text of no letters so. */
const MOST_BLANK = 0.1;

/**
 * Whether the file is one that R wrote: “NA” is bare in it where texts are in quotation marks; or it stands in columns that have no
 * other answer in common, where no cell is blank: neither in nearly all of those, if in one of them all others are numbers, nor
 * anywhere. Where the whole file is numbers, it is of codes, and only a program writes NA among them. And where it stands nowhere but
 * among amounts, it is no amount, whoever wrote it; nor is it a code where codes and amounts have it in place of every blank cell, and
 * words do not. Where a header says what it stands for, as “1 to 5 (NA = do not use it)” does, amounts show nothing.
 */
function missingInR(columns: readonly ColumnFacts[], { hasBareMissing = false }: Table): boolean {
  const held = columns.filter(({ labels }) => labels.some(isMissing));
  if (hasBareMissing && held.length > 0) return true;
  const amounts = held.filter(areAmounts);
  if (amounts.length > 0 && amounts.length === held.length) return true;
  const isFull = ({ filled, records }: ColumnFacts): boolean => filled === records;
  const isFilled = (column: ColumnFacts): boolean =>
    isFull(column) && haveNoWords(column) && !/\bN\/?A\b/u.test(column.name);
  if (amounts.length >= FEWEST_COLUMNS && held.every(isFilled)) return true;
  if (held.length > 0 && columns.every((column) => isFull(column) && areNumbers(column))) return true;
  const blank = held.filter((column) => !isFull(column));
  const areFull = blank.length <= held.length * MOST_BLANK;
  if (!columns.every(isFull) && !(areFull && held.some(areNumbers))) return false;
  const seen = new Set<string>();
  const different = held.filter(({ labels }) => {
    const others = labels.filter((label) => !isMissing(label));
    const isNew = others.every(({ folded }) => !seen.has(folded));
    if (isNew) for (const { folded } of others) seen.add(folded);
    return isNew;
  });
  return different.length >= FEWEST_COLUMNS;
}

function isMissing({ label }: LabelCount): boolean {
  return label === 'NA';
}

/** Whether a column holds several numbers, and nothing else but what is missing. */
function areNumbers(column: ColumnFacts): boolean {
  return haveNoWords(column) && column.labels.filter((label) => !isMissing(label)).length > 1;
}

/** Whether it holds nothing else, numbers as R writes them: 1e+05. */
function haveNoWords({ labels }: ColumnFacts): boolean {
  return labels.every((label) => isMissing(label) || /^-?\d+(?:\.\d+)?(?:e[-+]\d+)?$/u.test(label.label));
}

/** Whether those are so many different ones that they are no points of a scale, beside which NA is an option. */
function areAmounts(column: ColumnFacts): boolean {
  return areNumbers(column) && column.labels.length > MOST_POINTS + 1;
}

/** “[redacted]”, “*** name removed ***”, “xxx”: in brackets or in marks that nobody offers. */
const marked =
  /^(?:[[<({*#"]+ ?)(?:[\p{L}' -]+ )?(?:redacted|removed|deleted|withheld|anonymi[sz]ed|masked|hidden)(?: [\p{L}' -]+)?[\])>}*#"]+\.?$|^(?:x{3,}|\*{3,}|█+|#{3,})$/iu;
/** “Redacted”, “name withheld”: what an option may be called too. */
const bare = /^(?:[\p{L}-]+ ){0,2}(?:redacted|withheld|anonymi[sz]ed)$/iu;

/**
 * Whether what stood in these cells was taken out: half of them at least say so, “[removed]” or “xxx”. “Anonymised” beside
 * “Published in full” may be what somebody chose.
 */
export function areTakenOut(labels: readonly LabelCount[]): boolean {
  const others = labels.filter((label) => !isTakenOut(label));
  const how = others.some(({ count }) => count > 1) ? 'surely' : 'perhaps';
  const out = labels.filter((label) => isTakenOut(label, how));
  return out.length > 0 && countOf(out) * 2 >= countOf(labels);
}

/** Whether a label says that something else stood in its cells; surely so in brackets, and where it can be no option: “Anonymised” may. */
function isTakenOut({ label }: Pick<LabelCount, 'label'>, how: 'surely' | 'perhaps' = 'perhaps'): boolean {
  return marked.test(label) || (how === 'surely' ? /^redacted$/iu.test(label) : bare.test(label));
}

/**
 * What says that an answer was taken out of the file, as “[redacted]”, where it stands among options in every column that has it:
 * somebody's own words are words still once they are taken out.
 */
function takenOutIn(columns: readonly ColumnFacts[]): LabelCount[] {
  const isOut = (label: LabelCount): boolean => isTakenOut(label, 'surely');
  const areOptions = ({ labels, filled }: ColumnFacts): boolean => {
    const again = labels.filter((label) => label.count > 1 || isOut(label));
    return !areTakenOut(labels) && countOf(again) >= filled * 0.9;
  };
  const holding = columns.filter(({ labels }) => labels.some(isOut));
  const others = holding.filter((column) => !areOptions(column));
  const among = new Set(others.flatMap(({ labels }) => labels.map(({ folded }) => folded)));
  return holding.flatMap(({ labels }) => labels.filter((label) => isOut(label) && !among.has(label.folded)));
}

/** Answers beside which “Missing” is one: what state a thing is in. */
const state =
  /^(?:good|fair|poor|bad|ok(?:ay)?|new|worn|present|found|in place|intact|damaged|broken|faulty)\b/u;

/** Whether a word for no reply is an answer where these are the others: NR is a place among IP and PE, and a sign may be missing. */
function isAmongItsLike(folded: string, others: readonly LabelCount[]): boolean {
  if (folded === 'missing') return others.some((other) => state.test(other.folded));
  const areShort = others.every(({ label }) => /^\p{Lu}\p{L}{0,3}$/u.test(label));
  return folded === 'nr' && areShort && others.some(({ label }) => /^\p{Lu}{2,}$/u.test(label));
}

/**
 * The words that may be answers, but stand beside those of a scale, and in no column among their like: what is no reply is none in
 * any column.
 */
function besideScalesIn(columns: readonly ColumnFacts[]): LabelCount[] {
  const isDoubtful = ({ folded }: LabelCount): boolean => saysNoReply(folded, 'beside a scale');
  const held = columns.flatMap(({ labels }) => {
    const words = labels.filter(isDoubtful);
    const others = labels.filter((label) => !isDoubtful(label) && !saysNoReply(label.folded, 'always'));
    return words.length === 0 ? [] : [{ words, others }];
  });
  const answers = held.flatMap(({ words, others }) =>
    words.flatMap(({ folded }) => (isAmongItsLike(folded, others) ? [folded] : [])),
  );
  return held
    .filter(({ others }) => (matchScale(others, '') ?? nearScale(others, '')) !== undefined)
    .flatMap(({ words }) => words.filter(({ folded }) => !answers.includes(folded)));
}

/**
 * What the cells of these columns hold where nobody replied, other than nothing, in its most frequent spelling.
 */
export function noReplyIn(columns: readonly ColumnFacts[], table: Table): readonly string[] {
  const fillers = [
    ...(missingInR(columns, table) ? ['NA'] : []),
    ...notShownIn(columns, table),
    ...takenOutIn(columns).map(({ label }) => label),
    ...missingCodesIn(columns),
  ];
  const found = new Map(fillers.toReversed().map((label) => [fold(label), label]));
  const sure = columns.flatMap(({ labels }) => labels.filter(({ folded }) => saysNoReply(folded, 'always')));
  for (const { folded, label } of [...sure, ...besideScalesIn(columns)])
    if (!found.has(folded)) found.set(folded, label);
  return [...found.values()];
}
