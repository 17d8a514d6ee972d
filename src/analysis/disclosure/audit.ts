import { UserError } from '../../intake/user-error.ts';
import type { Analysis, Distribution, Group, OptionFigure } from '../analysis.ts';
import { type Bounds, addBounds, isOpen } from './bounds.ts';
import { type RowChanges, changesOf, isBaseOther, pairChanges } from './changes.ts';
import { type Effects, effectsOf } from './effects.ts';
import { placed, states } from './fields.ts';
import { askedOtherwise } from './routes.ts';
import type { Alternative } from './search.ts';
import type { Row, Tables } from './tables.ts';
import { areFew } from './withhold.ts';

/**
 * Checks that nothing hidden can be worked out: everything that is published would be the same of each alternative, and the lowest
 * and the highest that each hidden count and base is in any of them differ, of tables of which hardly anything is shown too, and
 * where nobody is counted. Throws a `UserError` where that does not hold: then nothing must be published. Not so for the statistics of
 * numbers, nor, where all responses are few, for tables of which nothing is shown.
 */
export function audit(
  published: Analysis,
  analysis: Analysis<number>,
  tables: Tables,
  alternatives: readonly Alternative[],
): void {
  const shown = shownBy(published, analysis, tables);
  const all = alternatives.map((edits) => effectsOf(edits, tables) ?? fail('groups'));
  for (const effects of all) {
    for (const [row, changes] of changesOf(effects)) {
      const distribution = shown.get(row);
      if (distribution && !looksTheSame(distribution, changes, row)) fail(nameOf(row));
    }
    if (!isTheSameBeside(effects, published, tables)) fail('views beside clarity');
  }
  const texts = new Map(published.questions.flatMap((one) => (one.kind === 'text' ? [[one.id, one]] : [])));
  for (const { to: id } of alternatives.flatMap((edits) => [...askedOtherwise(edits).keys()])) {
    if (texts.get(id)?.items.some((item) => item.states.notAsked !== null)) fail(id);
  }
  if (!areViewsOpen(all, published, tables)) fail('views beside clarity');
  if (!areUngroupedOpen(all, published, analysis, tables)) fail('those in no group');
  const bounds = new Map<Row, Bounds>();
  for (const effects of all) addBounds(bounds, effects);
  for (const row of tables.all.flatMap(({ rows }) => rows)) {
    if (row.table.isWithheld && areFew(tables)) continue;
    const seen = shown.get(row);
    if (!areGuardsOpen(row, seen, bounds.get(row)) || !isEachOpen(row, seen, bounds.get(row)))
      fail(nameOf(row));
  }
}

/** Whether each guarded count of somebody has two values, whether readers see the row or can work it out. */
function areGuardsOpen(
  { guard, figures, counts }: Row,
  seen: Distribution | Group | undefined,
  bounds: Bounds | undefined,
): boolean {
  const isOfAny = (options: readonly number[]) => options.some((option) => (counts[option] ?? 0) > 0);
  return (
    [...guard.figures].every((at) => !isOfAny(figures[at] ?? []) || isOpen(bounds?.figures.get(at))) &&
    (!guard.isBaseToo || (isOpen(bounds?.base) && (seen === undefined || seen.base.count === null)))
  );
}

/**
 * Whether the base and each count of a row that readers see hidden has two values; but for how many of a group gave no answer where that
 * is hidden with whatever else is.
 */
function isEachOpen(
  { table: { field, split } }: Row,
  seen: Distribution | Group | undefined,
  bounds: Bounds | undefined,
): boolean {
  if (seen === undefined || field.question.kind === 'number') return true;
  return (
    (seen.base.count !== null || isOpen(bounds?.base)) &&
    ((split !== undefined && seen.base.rule !== 'answered') ||
      states.every((state, at) => seen.states[state] !== null || isOpen(bounds?.states.get(at)))) &&
    placed(field, seen).every(([at, { figure }]) => figure.count !== null || isOpen(bounds?.figures.get(at)))
  );
}

/** What is published of each row. */
function shownBy(
  published: Analysis,
  analysis: Analysis<number>,
  tables: Tables,
): Map<Row, Distribution | Group> {
  const { fieldOf, byBreakdown } = tables;
  const shown = new Map<Row, Distribution | Group>();
  const items = published.questions.flatMap((question) => question.items.map((item) => ({ question, item })));
  for (const { question, item } of items) {
    const row = tables.wholeOf(fieldOf({ question: question.id, item: item.id }))?.rows[0];
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
  const { options, base, numbers } = shown;
  const figures = new Map(placed(table.field, shown));
  const all = [...figures.values()];
  const isHidden = ({ figure }: OptionFigure) => figure.count === null && figure.percent === null;
  const isUnweighed = ({ figure }: OptionFigure) =>
    figure.percent === null && typeof figure.weighted !== 'number';
  const isApart = ({ difference }: OptionFigure) => difference === undefined;
  const areEach = (is: (one: OptionFigure) => boolean, those: readonly number[]) =>
    those.flatMap((at) => figures.get(at) ?? []).every(is);
  const isAllHidden = all.every(({ figure }) => figure.base === null && figure.percent === null);
  const isUnweighedAll = all.every(isUnweighed);
  return (
    areEach(isHidden, changes.figures) &&
    areEach(isUnweighed, changes.shifted) &&
    changes.states.every((state) => shown.states[states[state] ?? 'option'] === null) &&
    (!changes.base || (base.count === null && isAllHidden)) &&
    (!changes.shiftedBase || (typeof base.weighted !== 'number' && isUnweighedAll)) &&
    (!changes.shiftedStates || shown.weightedStates === undefined) &&
    areEach(isApart, changes.others) &&
    (!changes.otherBase || all.every(isApart)) &&
    (!changes.compared || options.every(({ population }) => !population || population.compared === null)) &&
    (!changes.numbers || numbers?.withheld === 'disclosive')
  );
}

/** Whether views beside clarity would look the same. */
function isTheSameBeside(effects: Effects, { combinations }: Analysis, { pairings }: Tables): boolean {
  const shown = new Map([...pairings].map((pairing, index) => [pairing, combinations[index]?.figures]));
  return [...effects.pairings].every(([pairing, effect]) => {
    const figures = shown.get(pairing) ?? [];
    const changes = pairChanges(pairing, effect, effects.rounding);
    return (
      !isBaseOther(effect, effects.rounding) &&
      changes.figures.every((at) => figures[at]?.figure.count === null) &&
      [...changes.figures, ...changes.shifted].every((at) => figures[at]?.figure.percent === null)
    );
  });
}

/** Whether each hidden count of views beside clarity would be another in some responses of which the same would be published. */
function areViewsOpen(all: readonly Effects[], { combinations }: Analysis, { pairings }: Tables): boolean {
  return [...pairings].every((pairing, index) =>
    (combinations[index]?.figures ?? []).every(
      ({ figure }, at) =>
        figure.count !== null ||
        all.some(({ pairings: effects }) => (effects.get(pairing)?.options.get(at) ?? 0) !== 0),
    ),
  );
}

/** Whether how many are in no group is hidden where it would be another number, and there alone. */
function areUngroupedOpen(
  all: readonly Effects[],
  published: Analysis,
  analysis: Analysis<number>,
  tables: Tables,
): boolean {
  return analysis.breakdowns.every((breakdown, nth) => {
    const { split, isWithheld } = tables.byBreakdown.get(breakdown) ?? {};
    const isHidden = published.breakdowns[nth]?.ungrouped === null;
    const isOther = split !== undefined && all.some(({ grouped }) => (grouped.get(split) ?? 0) !== 0);
    return isOther === isHidden || (isHidden && isWithheld === true && areFew(tables));
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
    'Put small groups together with “merge” in the definition, or leave out a breakdown; only where nobody else will see the tables, have disclosure: none under report.',
  );
}
