/** What a fixture expects of one figure: a count and its base, null where they are hidden, and how it is shown. */
export interface ExpectedFigure {
  readonly count: number | null;
  readonly base: number | null;
  readonly shown: string;
}

/** Expected figures by id. */
export type ExpectedFigures = Readonly<Record<string, ExpectedFigure>>;

/** One figure that is not as expected: it moved, appeared (no `was`) or vanished (no `is`). */
export interface Difference {
  readonly id: string;
  readonly was?: ExpectedFigure;
  readonly is?: ExpectedFigure;
}

/** Where today's figures are not the expected ones, in the order of today's figures; vanished ones last. */
export function compareFigures(expected: ExpectedFigures, today: ExpectedFigures): Difference[] {
  const was = new Map(Object.entries(expected));
  const is = new Map(Object.entries(today));
  const differences: Difference[] = [];
  for (const [id, now] of is) {
    const before = was.get(id);
    if (before === undefined) differences.push({ id, is: now });
    else if (before.count !== now.count || before.base !== now.base || before.shown !== now.shown) {
      differences.push({ id, was: before, is: now });
    }
  }
  for (const [id, before] of was) if (!is.has(id)) differences.push({ id, was: before });
  return differences;
}
