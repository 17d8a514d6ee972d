import { UserError } from '../../intake/user-error.ts';
import type { Analysis, Distribution, Group, OptionFigure } from '../analysis.ts';
import { type Bounds, addBounds, isOpen } from './bounds.ts';
import { addChanges, changesOf, isBaseOther, pairChanges } from './changes.ts';
import type { Split } from './dims.ts';
import { entry } from './effect.ts';
import { effectsOf } from './effects.ts';
import { placed, states } from './fields.ts';
import { askedOtherwise } from './routes.ts';
import type { Alternative } from './search.ts';
import { nothingHidden } from './rows.ts';
import type { Hidden, Pairing, Row, Tables } from './tables.ts';
import { areBlanksHidden } from './sizes.ts';
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
  const { changed, views, ungrouped, bounds } = otherwise(alternatives, tables);
  for (const [row, changes] of changed) {
    const distribution = shown.get(row);
    if (distribution && !looksTheSame(distribution, changes, row)) fail(nameOf(row));
  }
  if (!areViewsOpen(views, published, tables)) fail('views beside clarity');
  const texts = new Map(published.questions.flatMap((one) => (one.kind === 'text' ? [[one.id, one]] : [])));
  for (const { to: id } of alternatives.flatMap((edits) => [...askedOtherwise(edits).keys()])) {
    if (texts.get(id)?.items.some((item) => item.states.notAsked !== null)) fail(id);
  }
  if (!areUngroupedOpen(ungrouped, published, analysis, tables)) fail('those in no group');
  for (const row of tables.all.flatMap(({ rows }) => rows)) {
    if (row.table.isWithheld && areFew(tables)) continue;
    const seen = shown.get(row);
    if (!areGuardsOpen(row, seen, bounds.get(row)) || !isEachOpen(row, seen, bounds.get(row)))
      fail(nameOf(row));
  }
}

/** What would be otherwise in any of some alternatives. */
interface Otherwise {
  readonly changed: ReadonlyMap<Row, Hidden>;
  /** The figures of views beside clarity, and those of which only the percentage would be. */
  readonly views: ReadonlyMap<Pairing, Pick<Pairing, 'hidden' | 'shifted'>>;
  /** What makes groups of which more or fewer would be in none. */
  readonly ungrouped: ReadonlySet<Split>;
  readonly bounds: ReadonlyMap<Row, Bounds>;
}

function otherwise(alternatives: readonly Alternative[], tables: Tables): Otherwise {
  const changed = new Map<Row, Hidden>();
  const views = new Map<Pairing, Pick<Pairing, 'hidden' | 'shifted'>>();
  const ungrouped = new Set<Split>();
  const bounds = new Map<Row, Bounds>();
  for (const edits of alternatives) {
    const effects = effectsOf(edits, tables) ?? fail('groups');
    for (const [row, changes] of changesOf(effects)) addChanges(entry(changed, row, nothingHidden), changes);
    for (const [pairing, effect] of effects.pairings) {
      if (isBaseOther(effect, effects.rounding)) fail('views beside clarity');
      const { figures, shifted } = pairChanges(pairing, effect, effects.rounding);
      const own = entry(views, pairing, () => ({ hidden: new Set<number>(), shifted: new Set<number>() }));
      for (const at of figures) own.hidden.add(at);
      for (const at of shifted) own.shifted.add(at);
    }
    for (const [split, more] of effects.grouped) if (more !== 0) ungrouped.add(split);
    addBounds(bounds, effects);
  }
  return { changed, views, ungrouped, bounds };
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
function looksTheSame(shown: Distribution | Group, changes: Hidden, { table }: Row): boolean {
  const { options, base, numbers } = shown;
  const figures = new Map(placed(table.field, shown));
  const all = [...figures.values()];
  const isHidden = ({ figure }: OptionFigure) => figure.count === null && figure.percent === null;
  const isUnweighed = ({ figure }: OptionFigure) =>
    figure.percent === null && typeof figure.weighted !== 'number';
  const isApart = ({ difference }: OptionFigure) => difference === undefined;
  const areEach = (is: (one: OptionFigure) => boolean, those: ReadonlySet<number>) =>
    [...those].flatMap((at) => figures.get(at) ?? []).every(is);
  const isAllHidden = all.every(({ figure }) => figure.base === null && figure.percent === null);
  const isUnweighedAll = all.every(isUnweighed);
  return (
    areEach(isHidden, changes.figures) &&
    areEach(isUnweighed, changes.shifted) &&
    [...changes.states].every((state) => shown.states[states[state] ?? 'option'] === null) &&
    (!changes.base || (base.count === null && isAllHidden)) &&
    (!changes.shiftedBase || (typeof base.weighted !== 'number' && isUnweighedAll)) &&
    (!changes.shiftedStates || shown.weightedStates === undefined) &&
    areEach(isApart, changes.others) &&
    (!changes.otherBase || all.every(isApart)) &&
    (!changes.compared || options.every(({ population }) => !population || population.compared === null)) &&
    (!changes.numbers || numbers?.withheld === 'disclosive')
  );
}

/** Whether those counts of views beside clarity are hidden that would be others, and no more, and no percentage is shown that would. */
function areViewsOpen(views: Otherwise['views'], { combinations }: Analysis, { pairings }: Tables): boolean {
  return [...pairings].every((pairing, index) => {
    const { hidden, shifted } = views.get(pairing) ?? {};
    return (combinations[index]?.figures ?? []).every(({ figure }, at) => {
      const isOther = hidden?.has(at) === true;
      const isShownAlike = !isOther && shifted?.has(at) !== true;
      return (figure.count === null) === isOther && (isShownAlike || figure.percent === null);
    });
  });
}

/** Whether how many are in no group is hidden where it would be another number, and elsewhere only with how many gave no answer. */
function areUngroupedOpen(
  ungrouped: Otherwise['ungrouped'],
  published: Analysis,
  analysis: Analysis<number>,
  tables: Tables,
): boolean {
  return analysis.breakdowns.every((breakdown, nth) => {
    const { split, isWithheld } = tables.byBreakdown.get(breakdown) ?? {};
    const isHidden = published.breakdowns[nth]?.ungrouped === null;
    const isOther = split !== undefined && ungrouped.has(split);
    if (isOther === isHidden) return true;
    return isHidden && ((isWithheld && areFew(tables)) || (split && areBlanksHidden(split, tables))) === true;
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
