import { UserError } from '../../intake/user-error.ts';
import type { Analysis, Breakdown, Distribution, Group, OptionFigure } from '../analysis.ts';
import { type Hiding, alternativesTo } from './alternatives.ts';
import { type Alternative, type CountTable, changeOf } from './count-table.ts';
import { type Places, type Tables, itemKey } from './places.ts';

/** A distribution as it is and as it is published. */
interface Pair {
  readonly name: string;
  readonly own: Distribution<number>;
  readonly published: Distribution;
  readonly places: Places;
  /** In the order of the places. */
  readonly order: readonly OptionFigure[];
}

/**
 * Checks that nothing hidden can be worked out: every alternative has counts from 0 that add up, everything that is published
 * would be the same of it, and each count that is hidden has one in which it is another. Throws a `UserError` where that does
 * not hold: then nothing must be published.
 */
export function audit(published: Analysis, analysis: Analysis<number>, tables: Tables, hiding: Hiding): void {
  for (const alternative of hiding.alternatives) {
    for (const [table, changes] of alternative) {
      if (!addsUp(table, changes, alternative)) fail('sums');
    }
  }
  for (const pair of pairsOf(published, analysis, tables)) {
    const { places, order } = pair;
    const alternatives = [...alternativesTo([...places.options, ...places.base], hiding)];
    for (const alternative of alternatives) {
      if (pair.published.base.count !== null && changeOf(places.base, alternative) !== 0) fail(pair.name);
      const counts = new Map(
        order.map(({ id }, index) => {
          const place = places.options[index];
          return [id, countOf(pair.own, id) + (place ? changeOf([place], alternative) : 0)];
        }),
      );
      if (!looksTheSame(pair, counts)) fail(pair.name);
    }
    for (const [index, { id }] of order.entries()) {
      const place = places.options[index];
      if (place === undefined || hiding.withheld.has(place.table)) continue;
      const isHidden = pair.published.options.find((option) => option.id === id)?.figure.count === null;
      const isOpen = alternatives.some((alternative) => changeOf([place], alternative) !== 0);
      if (isHidden && !isOpen) fail(`${pair.name}.${id}`);
    }
  }
  for (const [nth, breakdown] of analysis.breakdowns.entries()) {
    const places = tables.groups.get(breakdown) ?? [];
    for (const [index, group] of (published.breakdowns[nth]?.groups ?? []).entries()) {
      // Of groups that overlap the others have what the group has less, which has been looked at.
      const others = places.filter((_, other) => other !== index && other < breakdown.groups.length);
      const isTold = breakdown.overlapping || othersLookTheSame(group, others, breakdown, hiding);
      if (!isTold) fail(`${breakdown.by}=${group.id}`);
    }
  }
}

/** Whether what is said of all other groups beside one would be the same in every alternative. */
function othersLookTheSame(
  { options, nets }: Group,
  others: readonly Places[],
  { total }: Breakdown<number>,
  hiding: Hiding,
): boolean {
  const columnsOf = (labels: readonly string[]) =>
    total.options.flatMap(({ label }, column) => (labels.includes(label) ? [column] : []));
  const said = [
    ...options.map((option) => ({ option, columns: columnsOf([option.label]) })),
    ...nets.map((net) => ({ option: net, columns: columnsOf(net.options) })),
  ].filter(({ option }) => option.difference !== undefined);
  return said.every(({ columns }) => {
    const cells = others.flatMap((places) => columns.flatMap((column) => places.options[column] ?? []));
    return [...alternativesTo(cells, hiding)].every((one) => changeOf(cells, one) === 0);
  });
}

function fail(what: string): never {
  throw new UserError(
    `A count that is to be hidden could be worked out from what is shown (${what}), so nothing is shown.`,
    'Leave out a breakdown; only where nobody else will see the tables, have disclosure: none under report.',
  );
}

function addsUp(table: CountTable, changes: ReadonlyMap<number, number>, alternative: Alternative): boolean {
  const width = table.columns.length;
  const all = [...changes];
  const isPossible = all.every(([at, more]) => (table.counts[at] ?? 0) + more >= 0);
  const rows = table.rows.every((_, row) => {
    const sum = all.reduce((total, [at, more]) => total + (Math.floor(at / width) === row ? more : 0), 0);
    const cell = table.rowSum(row);
    // A row that nobody sees, of which no sum is known, may change as it likes.
    return table.counts[row * width] === Infinity || sum === (cell ? changeOf([cell], alternative) : 0);
  });
  const blocks = [...new Set(table.rows.map(({ block }) => block))];
  const columns = blocks.every((block) =>
    table.columns.every((_, column) => {
      const sum = all.reduce((total, [at, more]) => {
        const isHere = at % width === column && table.rows[Math.floor(at / width)]?.block === block;
        return total + (isHere ? more : 0);
      }, 0);
      const cell = table.columnSum(block, column);
      return sum === (cell ? changeOf([cell], alternative) : 0);
    }),
  );
  return isPossible && rows && columns;
}

function countOf({ options }: Distribution<number>, id: string): number {
  return options.find((option) => option.id === id)?.figure.count ?? 0;
}

/** Whether everything shown of a distribution would be the same if its options had other counts. */
function looksTheSame({ own, published }: Pair, counts: ReadonlyMap<string, number>): boolean {
  const more = (options: readonly OptionFigure[]) =>
    options.reduce((sum, { id }) => sum + (counts.get(id) ?? 0) - countOf(own, id), 0);
  const options = published.options.every((option) => option.figure.count === null || more([option]) === 0);
  const nets = published.nets.every(
    (net) =>
      net.figure.count === null ||
      more(published.options.filter(({ label }) => net.options.includes(label))) === 0,
  );
  const isPercentShown = [...published.options, ...published.nets].some(
    ({ figure }) => figure.percent !== null,
  );
  const isScored = published.scores !== undefined && published.scores.mean !== null;
  const nothing = published.options.every((option) => more([option]) === 0);
  return options && nets && (!isScored || nothing) && (!isPercentShown || published.base.count !== null);
}

function pairsOf(published: Analysis, analysis: Analysis<number>, tables: Tables): Pair[] {
  const items = analysis.questions.flatMap((question, nth) =>
    question.items.flatMap((own, index): Pair[] => {
      const places = tables.items.get(itemKey(question.id, own.id));
      const after = published.questions[nth]?.items[index];
      if (places === undefined || after === undefined) return [];
      return [{ name: itemKey(question.id, own.id), own, published: after, places, order: own.options }];
    }),
  );
  const groups = analysis.breakdowns.flatMap((breakdown, nth) =>
    (tables.groups.get(breakdown) ?? []).flatMap((places, index): Pair[] => {
      const [own, after] = [breakdown.groups[index], published.breakdowns[nth]?.groups[index]];
      if (own === undefined || after === undefined) return [];
      const name = `${breakdown.by}=${own.id}`;
      return [{ name, own, published: after, places, order: breakdown.total.options }];
    }),
  );
  return [...items, ...groups];
}
