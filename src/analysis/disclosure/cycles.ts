import type { Edit } from './effects.ts';
import { type Changes, cheapestExchange } from './exchange.ts';
import type { Target } from './exchanges.ts';
import { type Field, isExchangeable, valueOf } from './fields.ts';
import { NOT_IN_A_GROUP, costOfChange } from './loss.ts';
import { type Stratum, groupsIn } from './pool.ts';
import type { Table } from './tables.ts';

/**
 * So many rows of a group are looked at, those of which a count is cheapest to change, and fewer of a stratum of very many counts, as
 * where several answers of many make the groups.
 */
const MOST_ROWS = 24;
const FEWEST_ROWS = 2;
const MOST_COUNTS = 2_000_000;

/**
 * The cheapest exchanges within a stratum that make the count of a target one more or one less: first within the net of the
 * option, so that the net can be shown, then within the base, then any. `rows` are those of the target's group, `tables` those
 * in which the exchange shows, and `beside` the items that are shown beside this one.
 */
export function* cyclesOf(
  { row, options }: Target,
  stratum: Stratum,
  rows: ReadonlySet<number>,
  tables: readonly Table[],
  beside: readonly Field[],
): Generator<readonly Edit[]> {
  const { field } = row.table;
  const { columns: width, people } = stratum;
  const cost = costsOf(stratum, tables);
  const most = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, MOST_COUNTS / stratum.counts.length));
  const nets = row.figures.slice(row.counts.length);
  const everywhere = field.ids.map((_, option) => option);
  for (const option of options) {
    const placeOf = (own: number) => own * width + option;
    const byCost = [...rows].toSorted((one, other) => cost(placeOf(one)) - cost(placeOf(other)));
    const given = byCost.filter((own) => (people[placeOf(own)]?.length ?? 0) > 0);
    const isAlike = (other: number) => isExchangeable(field, [option], [other]);
    const net = options.length > 1 ? undefined : nets.find((members) => members.includes(option));
    const base = everywhere.filter(
      (one) => field.question.base !== 'gave-view' || field.sides[one] !== 'outside',
    );
    const choices = [net, base, everywhere].filter((among) => among?.includes(option) === true);
    // Answers on account of which other questions are asked are exchanged only after those that change nothing there.
    const alike = choices.map((among) => among?.filter(isAlike));
    for (const among of field.routes.length > 0 ? [...alike, ...choices] : choices) {
      const columns = new Set(among);
      const termsOf = (own: number) => ({
        columns,
        cost,
        except: new Set(options.map((one) => own * width + one)),
      });
      for (const own of byCost.slice(0, most)) {
        const more = cheapestExchange(stratum, { column: option }, { row: own }, termsOf(own));
        if (more) yield* editsOf(new Map(more).set(placeOf(own), 1), stratum, field, beside);
      }
      for (const own of given.slice(0, most)) {
        const less = cheapestExchange(stratum, { row: own }, { column: option }, termsOf(own));
        if (less) yield* editsOf(new Map(less).set(placeOf(own), -1), stratum, field, beside);
      }
    }
  }
}

/** So many responses are looked at as the first of an exchange, and so many of these exchanges are tried: those of the likest. */
const MOST_LEADS = 40;
const MOST_TRIED = 3;

/**
 * One response for each count that becomes one less: it gives the answer of which there is one more in its row. They are as like
 * the first as can be in what is shown beside the item, so that this stays the same too.
 */
function* editsOf(
  changes: Changes,
  { columns, people }: Stratum,
  field: Field,
  beside: readonly Field[],
): Generator<readonly Edit[]> {
  const all = [...changes];
  const [first, ...others] = all.flatMap(([at, more]) => (more < 0 ? [people[at] ?? []] : []));
  const targets = all.flatMap(([at, more]) => {
    if (more > 0) return [];
    const row = Math.floor(at / columns);
    const [to] = all.find(([other, one]) => one > 0 && Math.floor(other / columns) === row) ?? [];
    return to === undefined ? [] : [[to % columns]];
  });
  const leads = new Map<string, readonly Likeness[]>();
  for (const lead of first ?? []) {
    const traits = traitsOf(lead, beside);
    const key = traits.join(' ');
    if (leads.size === MOST_LEADS && !leads.has(key)) break;
    if (!leads.has(key))
      leads.set(key, [{ record: lead, differing: 0 }, ...others.map((some) => likest(some, traits, beside))]);
  }
  const apart = (records: readonly Likeness[]) => records.reduce((sum, { differing }) => sum + differing, 0);
  const best = [...leads.values()].toSorted((a, b) => apart(a) - apart(b)).slice(0, MOST_TRIED);
  for (const records of best)
    yield records.map(({ record }, index): Edit => ({ record, field, to: targets[index] ?? [] }));
}

/** The sides that a response takes in some items. */
export function traitsOf(record: number, fields: readonly Field[]): string[] {
  return fields.map((field) => {
    const options = valueOf(field, record) ?? [];
    return field.sides[options[0] ?? -1] ?? options.join('+');
  });
}

interface Likeness {
  readonly record: number;
  /** In how many items it takes another side. */
  readonly differing: number;
}

/** The first of some responses that differs least. */
function likest(records: readonly number[], traits: readonly string[], fields: readonly Field[]): Likeness {
  let best: Likeness = { record: records[0] ?? -1, differing: Infinity };
  for (const record of records) {
    const own = traitsOf(record, fields);
    const differing = own.filter((trait, index) => trait !== traits[index]).length;
    if (differing < best.differing) best = { record, differing };
    if (differing === 0) break;
  }
  return best;
}

/** What it costs to change each count of a stratum: that of every group that it is counted in. */
function costsOf(stratum: Stratum, tables: readonly Table[]): (at: number) => number {
  const { columns, rows } = stratum;
  const groups = tables.map(({ split }) => (split ? groupsIn(stratum, split) : []));
  const costOf = (at: number): number => {
    let [sum, isInAny] = [0, false];
    for (const [nth, table] of tables.entries())
      for (const group of groups[nth]?.[Math.floor(at / columns)] ?? []) {
        const row = table.rows[group];
        if (row === undefined) continue;
        sum += costOfChange(row, at % columns);
        isInAny = true;
      }
    return isInAny ? sum : NOT_IN_A_GROUP;
  };
  const known = new Float64Array(rows * columns).fill(-1);
  return (at) => {
    if ((known[at] ?? 0) < 0) known[at] = costOf(at);
    return known[at] ?? 0;
  };
}
