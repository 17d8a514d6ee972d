import { sumOf } from '../../intake/sum.ts';
import { states } from './fields.ts';
import type { Row, Table, Tables } from './tables.ts';

/** What is not known of groups: how many are in some states. */
type Untold = ReadonlyMap<Row, Set<State>>;

type State = (typeof states)[number];

/**
 * Hides how many of a group answered and how many did not with whatever else is hidden of it, where neither its base nor the counts that
 * are shown, of it and of the others, say so: which of these are hidden would tell something.
 */
export function hideStates(tables: Tables): void {
  for (const table of tables.all) {
    if (table.split === undefined || table.field.item.base.rule === 'answered') continue;
    const given = states.filter((state) => table.field.item.states[state] > 0);
    const groups = given.length < 2 ? [] : table.rows.filter(({ isRest }) => !isRest);
    const untold = new Map(groups.map((row) => [row, new Set(untoldStates(row, given))]));
    const isAny = [...untold.values()].some(({ size }) => size > 0);
    leaveOutTold(untold, table);
    for (const [{ hidden }, own] of untold) for (const state of own) hidden.states.add(states.indexOf(state));
    if (isAny) hideRests(table, tables);
  }
}

/** The states of which neither the base of a group nor its counts, those of nets included, say how many are in them. */
function untoldStates(
  { counts, distribution, figures, hidden, table: { field } }: Row,
  given: readonly State[],
): readonly State[] {
  const shownNets = figures.filter((_, at) => at >= counts.length && !hidden.figures.has(at));
  const untold = [...hidden.figures].filter(
    (at) => at < counts.length && !shownNets.some((options) => options.includes(at)),
  );
  const isOutside = (option: number) => field.sides[option] === 'outside';
  const isUntold = {
    option: distribution.base.rule !== 'gave-view' && untold.some((option) => !isOutside(option)),
    outside: untold.some(isOutside),
  };
  if (!isUntold.option && !isUntold.outside) return [];
  return given.filter((state) => (state !== 'option' && state !== 'outside') || isUntold[state]);
}

/** Leaves out what follows from the rest of a group, by its size, or from the other groups, by the results of all, until nothing does. */
function leaveOutTold(untold: Untold, table: Table): void {
  const { rows, field, split } = table;
  const isOpen = (row: Row, state: State) =>
    untold.get(row)?.has(state) === true || row.hidden.states.has(states.indexOf(state));
  const isToldByGroup = (row: Row): boolean => {
    const open = states.filter((state) => isOpen(row, state));
    const areNone = open.every((state) => row.distribution.states[state] === 0);
    return !row.hidden.base && (open.length === 1 || areNone);
  };
  const groups = rows.filter(({ isRest }) => !isRest);
  const areAllGrouped = rows.every(({ isRest, size }) => !isRest || size === 0);
  const isToldByAll = (state: State): boolean => {
    const known = groups.filter((row) => !isOpen(row, state));
    const left = field.item.states[state] - sumOf(known, ({ distribution }) => distribution.states[state]);
    return left === 0 || (known.length === groups.length - 1 && areAllGrouped);
  };
  const areApart = split?.isNested === false && split.makers.every(({ isSeveral }) => !isSeveral);
  const toldByAll = new Set(areApart ? states.filter(isToldByAll) : []);
  let isAnyTold = false;
  for (const [row, own] of untold) {
    const isToldWhole = isToldByGroup(row);
    for (const state of own) if (isToldWhole || toldByAll.has(state)) isAnyTold = own.delete(state);
  }
  if (isAnyTold) leaveOutTold(untold, table);
}

/**
 * How far groups are from all others says what those in none answered: where these groups are the answers to an item, and the answers the
 * groups of a table, that is how many of the table's groups did not answer.
 */
function hideRests({ field, split }: Table, { all }: Tables): void {
  for (const other of all)
    if (split?.makers.includes(other.field) && other.split?.makers.includes(field))
      for (const { hidden } of other.rows) hidden.otherBase = true;
}
