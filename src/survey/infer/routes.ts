import { isBlank, tidy } from '../../intake/blank.ts';
import type { Table } from '../../intake/table.ts';
import { nameColumns } from '../columns/find-column.ts';
import { fold } from '../labels/labels.ts';
import type { QuestionGuess } from './question-guess.ts';

/** Whom a question asks by its own words: those who gave an option of another, or one of a side. */
export interface Route {
  readonly question: string;
  readonly options: readonly string[];
  /** How many answered it who did not give such an option. */
  readonly others: number;
}

/** So far back a question may be that another one goes on from. */
const FURTHEST = 5;

/** Nearly all answers, and so many for somebody to decide, are of those whom a question asks, */
const [ENOUGH, NEARLY_ALL] = [5, 0.8];

/** who answer it so many times as often as others. */
const MORE_OFTEN = 3;

const opening = String.raw`^(?:\W|\d+[a-z]?\W+)*if\s+`;
const said = String.raw`you(?:['\u2019]ve| have)?\s+(?:said|say|answered|answer|selected|select|ticked|chose|responded)\s+`;
const goesOn = String.raw`(?=\s*[,:;.?()\u2026]|\s+[\u2013\u2014-]|\s*$|\s+(?:please|to|how|what|why|which|when|where|who|do|did|does|is|are|was|would|could|can|have|has|tell|give|state)\b)`;
const briefly = new RegExp(`${opening}(?:${said})?(?:(yes|so)|no|not)${goesOn}`, 'iu');
const quoted = new RegExp(`${opening}${said}["“'‘]([^"”’]+?)["”'’]${goesOn}`, 'iu');

const side = new RegExp(
  `${opening}you\\s+(agree|disagree|support|oppose|object)(?:\\s+(?:with|to)\\s+[^,?]{1,60})?${goesOn}`,
  'iu',
);

/** What takes no side, or the other one: “Neither agree nor disagree”, “Do not support”. */
const otherwise = /\b(?:neither|not)\b|n't\b/u;

/** Whether the words of a question go on from an option, folded: “If yes, how often?”, “If you said ‘No’ …”, “If you disagree, why?” */
function optionAsked(text: string): ((folded: string) => boolean) | undefined {
  const [, named] = quoted.exec(text) ?? [];
  const [, taken] = side.exec(text) ?? [];
  if (taken !== undefined) {
    const word = new RegExp(`\\b${taken}\\b`, 'iu');
    return (folded) => word.test(folded) && !otherwise.test(folded);
  }
  const brief = briefly.exec(text);
  if (named === undefined && brief === null) return undefined;
  const wanted = named === undefined ? (brief?.[1] === undefined ? 'no' : 'yes') : fold(named);
  return (folded) => folded === wanted;
}

/**
 * The same guesses, with whom they ask where their words say that they go on from an answer to a question before, and nearly
 * all who answered gave that: what goes on from a question about the person, but for views, is about the person too. `blank` is
 * what cells hold where nobody replied.
 */
export function withRoutes(
  guesses: readonly QuestionGuess[],
  table: Table,
  blank: readonly string[],
): QuestionGuess[] {
  const names = nameColumns(table.layout.headings);
  const noReply = new Set(blank.map(fold));
  const isReply = (value: string): boolean => !isBlank(value) && !noReply.has(fold(value));
  const routed: QuestionGuess[] = [];
  for (const guess of guesses) routed.push(routedFrom(routed.slice(-FURTHEST).toReversed(), guess));
  return routed;

  function routedFrom(before: readonly QuestionGuess[], guess: QuestionGuess): QuestionGuess {
    const { question, columns } = guess;
    const isWanted = optionAsked(tidy(String(question.text ?? question.column ?? '')));
    if (isWanted === undefined) return guess;
    const answered = rowsWhere(columns, isReply);
    for (const { question: from } of before) {
      const labels = 'options' in from ? (from.options ?? []).map(String) : [];
      const options = labels.filter((label) => isWanted(fold(label)));
      if (options.length === 0 || typeof from.column !== 'string' || from.kind === 'multiple') continue;
      const asked = rowsWhere([from.column], (value) => isWanted(fold(value)));
      const { inside, others } = countsAmong(answered, asked);
      if (!areAsked(inside, others, asked)) continue;
      const isAbout = from.profile === true && (question.kind !== 'scale' || question.scale === 'yes-no');
      return {
        ...guess,
        ...(isAbout && { question: { ...question, profile: true } }),
        ...(inside >= ENOUGH && { route: { question: String(from.id), options, others } }),
      };
    }
    return guess;
  }

  /** In which rows one of these columns holds such a value. */
  function rowsWhere(columns: readonly string[], isSuch: (value: string) => boolean): readonly boolean[] {
    const rows = Array.from({ length: table.rows }, () => false);
    for (const name of columns) {
      const { values = [], codes = [] } = table.columns.get(names.indexOf(name)) ?? {};
      const such = values.map(isSuch);
      for (const [row, code] of codes.entries()) if (such[code] === true) rows[row] = true;
    }
    return rows;
  }
}

/** How many answered of those who were `asked`, and of the others. */
function countsAmong(answered: readonly boolean[], asked: readonly boolean[]) {
  const inside = asked.filter((isAsked, row) => isAsked && answered[row]).length;
  return { inside, others: answered.filter(Boolean).length - inside };
}

/** Whether nearly all who answered are of those `asked`, and these answered far more often than others. */
function areAsked(inside: number, others: number, asked: readonly boolean[]): boolean {
  const all = asked.filter(Boolean).length;
  const areNearlyAll = inside > 0 && inside >= (inside + others) * NEARLY_ALL;
  return areNearlyAll && inside * (asked.length - all) >= others * all * MORE_OFTEN;
}
