import { UserError } from '../../intake/user-error.ts';
import type { Analysis, Distribution, Group, OptionFigure } from '../analysis.ts';
import { type RowChanges, changesOf, isBaseOther, pairChanges } from './changes.ts';
import { type Effects, effectsOf } from './effects.ts';
import { states } from './fields.ts';
import type { Alternative } from './protect.ts';
import type { Hidden, Row, Tables } from './tables.ts';

/**
 * Checks that nothing hidden can be worked out: everything that is published would be the same of each alternative, and each
 * guarded count is another in one of them. Throws a `UserError` where that does not hold: then nothing must be published.
 */
export function audit(
  published: Analysis,
  analysis: Analysis<number>,
  tables: Tables,
  alternatives: readonly Alternative[],
): void {
  const shown = shownBy(published, analysis, tables);
  const open = new Map<Row, Pick<Hidden, keyof Open>>();
  for (const edits of alternatives) {
    const effects = effectsOf(edits, tables);
    if (effects === undefined) fail('groups');
    for (const [row, changes] of changesOf(effects)) {
      const distribution = shown.get(row);
      if (row.isListed && !(distribution && looksTheSame(distribution, changes, row))) fail(nameOf(row));
      const own = open.get(row) ?? {
        options: new Set(),
        nets: new Set(),
        shifted: new Set(),
        shiftedNets: new Set(),
      };
      open.set(row, own);
      for (const option of changes.options) own.options.add(option);
      for (const net of changes.nets) own.nets.add(net);
      for (const option of changes.shifted) own.shifted.add(option);
      for (const net of changes.shiftedNets) own.shiftedNets.add(net);
    }
    if (!isTheSameBeside(effects, published, tables)) fail('views beside clarity');
  }
  for (const row of [...tables.byField.values()].flat().flatMap(({ rows }) => rows)) {
    const seen = shown.get(row);
    const figures = [...(seen?.options ?? []), ...(seen?.nets ?? [])];
    if (row.table.isWithheld) {
      if (figures.some(({ figure }) => figure.percent !== null)) fail(nameOf(row));
      continue;
    }
    const own = open.get(row);
    for (const option of row.guard.options) if (!own?.options.has(option)) fail(nameOf(row));
    for (const net of row.guard.nets) if (!own?.nets.has(net)) fail(nameOf(row));
    if (row.guard.isBaseToo && seen?.base.count !== null) fail(nameOf(row));
    if (seen && seen.base.count !== null && !isEachOpen(seen, row, own)) fail(nameOf(row));
  }
}

interface Open {
  readonly options: ReadonlySet<number>;
  readonly nets: ReadonlySet<number>;
  /** Of which the percentage alone is another. */
  readonly shifted: ReadonlySet<number>;
  readonly shiftedNets: ReadonlySet<number>;
}

/** Whether each count that is hidden is another in some alternative; without a base even counts are hidden that the totals give away. */
function isEachOpen(
  { options, nets }: Distribution | Group,
  { table }: Row,
  open: Open | undefined,
): boolean {
  const { positions } = table.field;
  const isOpenAt = (at: number, ...sets: (ReadonlySet<number> | undefined)[]) =>
    sets.some((set) => set?.has(at) === true);
  return (
    options.every(
      ({ id, figure }) =>
        figure.count !== null || isOpenAt(positions.get(id) ?? -1, open?.options, open?.shifted),
    ) &&
    nets.every(({ figure }, net) => figure.count !== null || isOpenAt(net, open?.nets, open?.shiftedNets))
  );
}

/** What is published of each row. */
function shownBy(
  published: Analysis,
  analysis: Analysis<number>,
  { fieldOf, byField, byBreakdown }: Tables,
): Map<Row, Distribution | Group> {
  const shown = new Map<Row, Distribution | Group>();
  const items = published.questions.flatMap((question) => question.items.map((item) => ({ question, item })));
  for (const { question, item } of items) {
    const field = fieldOf({ question: question.id, item: item.id });
    const row = field && byField.get(field)?.[0]?.rows[0];
    if (row) shown.set(row, item);
  }
  for (const [nth, breakdown] of analysis.breakdowns.entries()) {
    const groups = new Map(published.breakdowns[nth]?.groups.map((group) => [group.id, group]));
    for (const [index, row] of byBreakdown.get(breakdown)?.rows.entries() ?? []) {
      const group = groups.get(breakdown.groups[index]?.id ?? '');
      if (group) shown.set(row, group);
      if (group && !row.isListed) fail(nameOf(row));
    }
  }
  return shown;
}

/** Whether nothing is shown of what would be otherwise. */
function looksTheSame(shown: Distribution | Group, changes: RowChanges, { table }: Row): boolean {
  const { options, nets, base, numbers } = shown;
  const { ids } = table.field;
  const isHidden = ({ figure }: OptionFigure) => figure.count === null && figure.percent === null;
  const optionOf = (position: number) => options.find(({ id }) => id === ids[position]);
  const isApart = (one: OptionFigure | undefined) => one?.difference === undefined;
  const isAllHidden = [...options, ...nets].every(
    ({ figure }) => figure.base === null && figure.percent === null,
  );
  return (
    [...changes.options, ...changes.shifted].every((option) => isNoneOr(isHidden, optionOf(option))) &&
    [...changes.nets, ...changes.shiftedNets].every((net) => isNoneOr(isHidden, nets[net])) &&
    changes.states.every((state) => shown.states[states[state] ?? 'option'] === null) &&
    (!changes.base || (base.count === null && isAllHidden)) &&
    changes.others.every((option) => isApart(optionOf(option))) &&
    changes.otherNets.every((net) => isApart(nets[net])) &&
    (!changes.otherBase || [...options, ...nets].every(isApart)) &&
    (!changes.compared || options.every(({ population }) => !population || population.compared === null)) &&
    (!changes.numbers || numbers?.withheld === 'disclosive')
  );
}

function isNoneOr<One>(is: (one: One) => boolean, one: One | undefined): boolean {
  return one === undefined || is(one);
}

/** Whether views beside clarity would be the same. */
function isTheSameBeside(effects: Effects, { combinations }: Analysis, { pairings }: Tables): boolean {
  const shown = new Map([...pairings].map((pairing, index) => [pairing, combinations[index]?.figures]));
  return [...effects.pairings].every(([pairing, effect]) => {
    const figures = shown.get(pairing) ?? [];
    return (
      !isBaseOther(effect, effects.rounding) &&
      pairChanges(pairing, effect, effects.rounding).every((figure) => figures[figure]?.figure.count === null)
    );
  });
}

function nameOf(row: Row): string {
  const { field, split, rows } = row.table;
  const item = field.item.id === field.question.id ? field.item.id : `${field.question.id}.${field.item.id}`;
  return split ? `${item}@${split.by}=${split.names[rows.indexOf(row)] ?? ''}` : item;
}

function fail(what: string): never {
  throw new UserError(
    `A count that is to be hidden could be worked out from what is shown (${what}), so nothing is shown.`,
    'Leave out a breakdown; only where nobody else will see the tables, have disclosure: none under report.',
  );
}
