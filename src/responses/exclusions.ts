import { fold } from '../survey/labels/labels.ts';
import type { ExcludeRule, Survey } from '../survey/survey.ts';
import type { Records } from './respondents/records.ts';
import type { Answers, Removed, Selection } from './responses.ts';

export interface Exclusions {
  /** The records to analyse, in order; null when none was removed. */
  readonly kept: Uint32Array | null;
  /** 1 for every kept record whose id stands on an earlier kept one. */
  readonly repeated: Uint8Array;
}

/** The campaign of every record among those that are not removed, below 0 where it is part of none. */
export type CampaignReader = (removed: Uint8Array) => Int32Array;

export type ReadAnswers = (question: string) => Answers | undefined;

/** Which records are removed so far, and how many responses for which reason. */
export interface Removal {
  /** 1 for every removed record. */
  readonly removed: Uint8Array;
  readonly reasons: readonly Removed[];
  /** Of each record the reason for which it was removed, counted from 1; 0 where there is none. */
  readonly reasonOf: Uint16Array;
}

/**
 * Applies the rules of a survey to the records in the order in which it lists them; a record is removed once, for the
 * first reason that applies. Records whose count cannot be read are always removed, as one each; those that stand for no
 * responses are left out, and nothing is removed with them.
 */
export function applyExclusions(
  survey: Survey,
  records: Records,
  answers: ReadAnswers,
  campaignOf: CampaignReader,
): Removal {
  const { counts, size } = records;
  const removed = new Uint8Array(size);
  if (counts) for (let row = 0; row < size; row++) if (counts[row] === 0) removed[row] = 1;
  let removal: Removal = { removed, reasons: [], reasonOf: new Uint16Array(size) };
  if (records.badCount.includes(1))
    removal = remove(removal, records, { reason: 'bad-count' }, (row) => records.badCount[row] === 1);
  for (const rule of survey.exclude)
    removal = remove(
      removal,
      records,
      wordOf(rule),
      predicateOf(rule, records, answers, () => campaignOf(removed)),
    );
  return removal;
}

/** Removes all who did not give the answer of a selection. */
export function keepGroup(
  removal: Removal,
  records: Records,
  answers: ReadAnswers,
  { question, option }: Selection,
): Removal {
  const chose = choosers(answers(question), [option]);
  return remove(removal, records, { reason: `not ${question}=${option}` }, (row) => !chose(row));
}

function remove(
  { removed, reasons, reasonOf }: Removal,
  { size, counts }: Records,
  why: Omit<Removed, 'count'>,
  applies: (row: number) => boolean,
): Removal {
  let count = 0;
  for (let row = 0; row < size; row++) {
    if (removed[row] === 1 || !applies(row)) continue;
    removed[row] = 1;
    reasonOf[row] = reasons.length + 1;
    count += counts?.[row] ?? 1;
  }
  return { removed, reasons: [...reasons, { ...why, count }], reasonOf };
}

/** What is left when all that is to be removed is. */
export function settle({ removed }: Removal, records: Records): Exclusions {
  const { size } = records;
  const all = new Uint32Array(size);
  let left = 0;
  for (let row = 0; row < size; row++) if (removed[row] === 0) all[left++] = row;
  const kept = left < size ? all.slice(0, left) : null;
  const repeated = new Uint8Array(size);
  const isRepeated = repeatedIds(records);
  for (let row = 0; row < size; row++) if (removed[row] === 0 && isRepeated(row)) repeated[row] = 1;
  return { kept, repeated };
}

/** How a reason is written in the ledger: a word, or `question=option`. */
function wordOf(rule: ExcludeRule): Omit<Removed, 'count'> {
  if (rule.reason !== 'answer') return { reason: rule.reason };
  const { question, options } = rule;
  return { reason: `${question}=${options.join('|')}`, answer: { question, options } };
}

function predicateOf(
  rule: ExcludeRule,
  records: Records,
  answers: ReadAnswers,
  campaigns: () => Int32Array,
): (row: number) => boolean {
  switch (rule.reason) {
    case 'incomplete':
      return (row) => records.incomplete[row] === 1;
    case 'test':
      return (row) => records.test[row] === 1;
    case 'late':
      return (row) => records.late[row] === 1;
    case 'duplicate':
      return repeatedIds(records);
    case 'campaign': {
      const campaignOf = campaigns();
      return (row) => (campaignOf[row] ?? -1) >= 0;
    }
    case 'answer':
      return choosers(answers(rule.question), rule.options);
  }
}

/**
 * Whether an id was met before, among the rows asked about, in the order of asking. A record without an id
 * never repeats.
 */
function repeatedIds({ ids, size }: Records): (row: number) => boolean {
  const met = new Uint8Array(size);
  return (row) => {
    const id = ids?.[row] ?? -1;
    if (id < 0) return false;
    const before = met[id] === 1;
    met[id] = 1;
    return before;
  };
}

/** Whether a record gave one of these options, named by label, or by id where no option has that label. */
export function choosers(answers: Answers | undefined, wanted: readonly string[]): (row: number) => boolean {
  if (answers === undefined || (answers.kind !== 'options' && answers.kind !== 'sets')) return () => false;
  const labels = new Set(answers.options.map(({ label }) => fold(label)));
  const names = new Set(wanted.map(fold));
  const ids = new Set(wanted.filter((name) => !labels.has(fold(name))));
  const isWanted = answers.options.map(({ id, label }) => names.has(fold(label)) || ids.has(id));
  const chosen =
    answers.kind === 'options' ? isWanted : answers.sets.map((set) => set.some((option) => isWanted[option]));
  return (row) => chosen[answers.cells[row] ?? -1] === true;
}
