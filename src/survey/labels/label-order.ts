import { fold } from './labels.ts';

/**
 * Labels in an order with which every one of `lists` agrees: one stands before another where some list, or several by
 * way of labels between them, has it so. Where none says, the labels stay as they were given.
 */
export function mergeOrders(
  labels: readonly string[],
  lists: readonly (readonly string[])[],
): readonly string[] {
  const next = new Map<string, string[]>();
  for (const list of lists) {
    for (const [index, label] of list.slice(1).entries()) {
      const before = fold(list[index] ?? '');
      next.set(before, [...(next.get(before) ?? []), fold(label)]);
    }
  }
  const after = new Map(labels.map((label) => [label, allAfter(fold(label), next)]));
  const ordered: string[] = [];
  const left = [...labels];
  while (left.length > 0) {
    const free = left.findIndex((label) => !left.some((other) => after.get(other)?.has(fold(label))));
    ordered.push(...left.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

function allAfter(label: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const met = new Set<string>();
  const visit = (one: string) => {
    for (const other of next.get(one) ?? []) {
      if (met.has(other)) continue;
      met.add(other);
      visit(other);
    }
  };
  visit(label);
  return met;
}
