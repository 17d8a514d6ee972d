/** Counts of groups (rows) by answers (columns). */
export type Counts = readonly (readonly number[])[];

/**
 * The fewest cells of a table of which every small count must be one, such that none of these can be worked out from the other cells
 * and the totals of rows and columns: by trying every set of cells. Undefined where no set will do.
 */
export function fewestHidden(table: Counts, isSmall: (count: number) => boolean): number | undefined {
  const width = table[0]?.length ?? 0;
  const counts = table.flat();
  const small = counts.flatMap((count, cell) => (isSmall(count) ? [cell] : []));
  const sets = Array.from({ length: 1 << counts.length }, (_, bits) => bits);
  const sizes = sets
    .filter((bits) => small.every((cell) => bits & (1 << cell)))
    .map((bits) => ({ bits, size: counts.filter((_, cell) => bits & (1 << cell)).length }))
    .toSorted((a, b) => a.size - b.size);
  return sizes.find(({ bits }) =>
    small.every((cell) => [1, -1].some((step) => canMove(counts, width, bits, cell, step))),
  )?.size;
}

/**
 * Whether one hidden count can be another by this step, others making up for it: along its row the next changes the other way, along
 * that one's column the next but one the same way, and so on until the column of the first is reached.
 */
function canMove(
  counts: readonly number[],
  width: number,
  bits: number,
  first: number,
  step: number,
): boolean {
  const isFree = (cell: number, by: number, used: number): boolean =>
    (bits & (1 << cell)) !== 0 && (used & (1 << cell)) === 0 && (counts[cell] ?? 0) + by >= 0;
  const cells = counts.map((_, cell) => cell);
  const rowOf = (cell: number): number => Math.floor(cell / width);
  const goOn = (from: number, used: number): boolean =>
    cells.some((across) => {
      if (rowOf(across) !== rowOf(from) || !isFree(across, -step, used)) return false;
      if (across % width === first % width) return true;
      return cells.some(
        (down) =>
          down % width === across % width &&
          isFree(down, step, used | (1 << across)) &&
          goOn(down, used | (1 << across) | (1 << down)),
      );
    });
  return (counts[first] ?? 0) + step >= 0 && goOn(first, 1 << first);
}
