import type { ComparedItem } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { pairReasons } from './match-questions.ts';
import { sumOf } from '../../intake/sum.ts';

/** A count in A and in B. */
type Counts = readonly [a: number, b: number];

/**
 * The fewest responses in which A and B can differ, by all counts of them side by side: of the answers to one
 * question those that more gave, or those that fewer did. 0 where no count differs.
 */
export function fewestDiffering({ a, b, items }: Pick<Comparison, 'a' | 'b' | 'items'>): number {
  const [before, after] = [a.analysis.ledger, b.analysis.ledger];
  const ledger: Counts[] = [
    [before.analysed, after.analysed],
    ...pairReasons(before, after).map((one): Counts => [one.a?.count ?? 0, one.b?.count ?? 0]),
  ];
  return Math.max(...[ledger, ...items.flatMap(countsOf)].map(moved));
}

/** The items of which a count differs by at least 1 and at most `most`, of all or of a group. */
export function movedByFew({ items }: Pick<Comparison, 'items'>, most: number): ComparedItem[] {
  return items.filter(({ figures }) =>
    countsIn(figures).some(([before, after]) => {
      const by = Math.abs(after - before);
      return by > 0 && by <= most;
    }),
  );
}

/**
 * In how many responses each run has other answers to an item than the other run, at least: those that it alone has, and those whose
 * answer changed. By the rows, where they are known by their ids, else by all counts. Where they are few in one of the runs a count
 * moves by as much as of those in the other gave an answer; else it moves by what more gave than did not.
 */
export function alone(
  { question, by }: ComparedItem,
  { a, b, items, rows }: Pick<Comparison, 'a' | 'b' | 'items' | 'rows'>,
): Record<'a' | 'b', number> {
  if (rows && rows.added + rows.removed + rows.changed > 0) {
    const own = new Set([question, ...(by?.split('+') ?? [])]);
    const changed = rows.parts.filter(({ kind, name }) => kind === 'question' && own.has(name));
    const most = Math.max(0, ...changed.map((part) => part.rows));
    return { a: rows.removed + most, b: rows.added + most };
  }
  const counts = [
    [[a.analysis.ledger.analysed, b.analysis.ledger.analysed] as const],
    ...items.flatMap(countsOf),
  ];
  return {
    a: Math.max(...counts.map((one) => movedOneWay(one, -1))),
    b: Math.max(...counts.map((one) => movedOneWay(one, 1))),
  };
}

/** Whether one of the runs may be a part of the other, by all counts of them: none is more where others are fewer. */
export function mayBePart({ a, b, items }: Pick<Comparison, 'a' | 'b' | 'items'>): boolean {
  const analysed: Counts = [a.analysis.ledger.analysed, b.analysis.ledger.analysed];
  const signs = [analysed, ...items.flatMap(({ figures }) => countsIn(figures))].map(([before, after]) =>
    Math.sign(after - before),
  );
  return !signs.includes(1) || !signs.includes(-1);
}

/** The counts of figures that both runs have. */
function countsIn(figures: ComparedItem['figures']): Counts[] {
  return figures.flatMap((one): Counts[] => (one.a && one.b ? [[one.a.count ?? 0, one.b.count ?? 0]] : []));
}

/** How many must have come or gone where each of some responses is in one of these counts, or in none. */
function moved(counts: readonly Counts[]): number {
  return Math.max(movedOneWay(counts, 1), movedOneWay(counts, -1));
}

function movedOneWay(counts: readonly Counts[], sign: 1 | -1): number {
  return sumOf(counts, ([before, after]) => Math.max(0, sign * (after - before)));
}

/** The counts of an item that both runs have: its states; and its answers, where both have the same ones. */
function countsOf({ kind, states, figures }: ComparedItem): (readonly Counts[])[] {
  const [a, b] = [states.a, states.b];
  const ofStates =
    a && b
      ? (Object.keys(a) as (keyof typeof a)[]).map((state): Counts => [a[state] ?? 0, b[state] ?? 0])
      : [];
  const options = figures.filter((one) => one.kind === 'option');
  const answers = countsIn(options);
  if (answers.length < options.length) return [ofStates];
  // Somebody may give several answers at once.
  return kind === 'multiple' ? [ofStates, ...answers.map((one) => [one])] : [ofStates, answers];
}
