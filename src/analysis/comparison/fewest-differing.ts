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

/** The answers of which so few more or fewer gave one in B, at least 1 and at most `most`, in all and in groups. */
export function movedByFew({ items }: Pick<Comparison, 'items'>, most: number): boolean {
  return items.some(({ figures }) =>
    countsIn(figures).some(([before, after]) => {
      const by = Math.abs(after - before);
      return by > 0 && by <= most;
    }),
  );
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
  const sum = (sign: 1 | -1) => sumOf(counts, ([before, after]) => Math.max(0, sign * (after - before)));
  return Math.max(sum(1), sum(-1));
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
