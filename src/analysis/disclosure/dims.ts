import type { Cells, Responses } from '../../responses/responses.ts';
import type { Analysis, Breakdown } from '../analysis.ts';
import { campaignId, groupingByCampaign } from '../campaigns.ts';
import type { Grouping } from '../groupings.ts';
import { groupingByKind, kindId } from '../kinds.ts';
import type { Column } from './one-column.ts';
import { type Limits, sizeOf } from './limits.ts';
import { type Field, type Other, type Value, valueOf } from './fields.ts';

/** One way in which the responses are divided: by the answers to a question, by campaign, by kind, or by what they weigh. */
export interface Dim {
  readonly by: string;
  /** The items of which the answers decide; none where something else does. */
  readonly fields: readonly Field[];
  /** The part of each record; below 0 where it is in none. Records of one part are in the same groups. */
  readonly cells: Cells;
  /** The groups, by name, that a record is in or would be; nothing where there is no such class of weight. */
  readonly namesOf: (record: number, other?: Other) => readonly string[] | undefined;
}

/** The groups of a breakdown, or the classes of responses that weigh the same. */
export interface Split {
  readonly by: string;
  readonly dims: readonly Dim[];
  /** Whether its groups are groups within groups. */
  readonly isNested: boolean;
  /** The items of which the answers make the groups. */
  readonly makers: readonly Field[];
  readonly names: readonly string[];
  /** How many of these are groups of the breakdown; after them come those who are in none, of all or of each group around them. */
  readonly groups: number;
  /** Whether a record is in any group, or would be. */
  readonly isGrouped: (record: number, other?: Other) => boolean;
  /** The groups that a record is in or would be, by position; nothing where there is no such class of weight. */
  readonly groupsOf: (record: number, other?: Other) => readonly number[] | undefined;
}

/** The divisions that the breakdowns of an analysis are made of, each once. */
export function dimsOf(
  { breakdowns }: Analysis<number>,
  fields: readonly Field[],
  responses: Responses,
  columns: readonly Column[],
): Dim[] {
  const kind = columns.flatMap((column) => column.kind ?? [])[0];
  const ids = [...new Set(breakdowns.flatMap(({ byQuestions }) => byQuestions.map(({ id }) => id)))];
  return ids.flatMap((id): Dim[] => {
    if (id === campaignId) return groupingByCampaign(responses).map(dimOfGrouping);
    if (id === kindId && kind === undefined) return groupingByKind(responses).map(dimOfGrouping);
    const field =
      id === kindId ? kind : fields.find(({ question, item }) => question.id === id && item.id === id);
    return field ? [dimOfField(field)] : [];
  });
}

function dimOfGrouping({ by, groups, members, cells }: Grouping): Dim {
  const names = members.map((member) => member.flatMap((group) => groups[group]?.id ?? []));
  return { by, fields: [], cells, namesOf: (record) => names[cells[record] ?? -1] ?? [] };
}

function dimOfField(field: Field): Dim {
  const namesFor = (value: Value) => value.map((option) => field.ids[option] ?? '');
  const names = field.values.map(namesFor);
  return {
    by: field.item.id,
    fields: [field],
    cells: field.cells,
    namesOf: (record, other) => {
      if (other?.has(field)) return namesFor(valueOf(field, record, other) ?? []);
      return names[field.cells[record] ?? -1] ?? [];
    },
  };
}

/**
 * The groups of one breakdown, as its divisions make them. Whoever is in a group within a group that is too small to be listed is
 * among those in none too: what they say together is what the listed ones leave of the group around them.
 */
export function splitOf(
  { by, byQuestions, groups }: Breakdown<number>,
  all: readonly Dim[],
  { group: fewest }: Limits,
): Split {
  const dims = byQuestions.flatMap(({ id }) => all.find((dim) => dim.by === id) ?? []);
  const isNested = dims.length > 1;
  const ids = groups.map(({ id }) => id);
  const restOf = (id: string) => (isNested ? `${id.slice(0, id.lastIndexOf('+'))}+` : NO_GROUP);
  const names = [...ids, ...new Set([...(isNested ? ids.map(restOf) : []), NO_GROUP])];
  const positions = new Map(names.map((name, index) => [name, [index]]));
  for (const one of isNested ? groups : [])
    if (sizeOf(one) < fewest) positions.get(one.id)?.push(names.indexOf(restOf(one.id)));
  const isInAny = (record: number, other?: Other) =>
    dims.every((dim) => (dim.namesOf(record, other) ?? []).length > 0);
  const find = (record: number, other?: Other): readonly number[] => {
    const paths = dims.reduce<readonly string[]>(
      (within, dim, depth) => {
        const own = dim.namesOf(record, other) ?? [];
        const parts = own.length === 0 && depth === dims.length - 1 ? [NO_GROUP] : own;
        return within.flatMap((path) => parts.map((name) => (path ? `${path}+${name}` : name)));
      },
      [''],
    );
    // Whoever would enter a group within a group that nobody is in would be in one that is too small to be listed.
    const placeOf = (path: string) =>
      positions.get(path) ?? positions.get(isNested ? restOf(path) : path) ?? [];
    const found = [...new Set(paths.flatMap(placeOf))];
    return isNested && !isInAny(record, other) ? [...found, names.length - 1] : found;
  };
  const known = new Map<number, Place>();
  const parts = dims.map(
    ({ cells, fields: [field] }) => Math.max(mostOf(cells) + 1, field?.ids.length ?? 0) + MOST_STATES,
  );
  // Responses of the same parts are in the same groups, which are looked up once.
  const placeOf = (record: number, other?: Other): Place => {
    let key = 0;
    for (const [at, dim] of dims.entries())
      key = key * (parts[at] ?? 1) + partOf(dim, record, other) + MOST_STATES;
    const place = known.get(key) ?? { groups: find(record, other), isGrouped: isInAny(record, other) };
    if (!known.has(key) && !Number.isNaN(key)) known.set(key, place);
    return place;
  };
  return {
    by,
    dims,
    isNested,
    makers: dims.flatMap(({ fields }) => fields),
    names,
    groups: groups.length,
    isGrouped: (record, other) => placeOf(record, other).isGrouped,
    groupsOf: (record, other) => placeOf(record, other).groups,
  };
}

/** The groups that a record is in, and whether it is in any but those who are in none. */
export interface Place {
  readonly groups: readonly number[];
  readonly isGrouped: boolean;
}

/** What stands for a group where somebody is in none. */
const NO_GROUP = '';

/** The part of a division that a record is in or would be; not a number where several answers may be given, which are in no part alone. */
function partOf({ fields: [field], cells }: Dim, record: number, other: Other | undefined): number {
  const said = field && other?.get(field);
  if (said === undefined) return cells[record] ?? 0;
  if (typeof said === 'number') return said;
  return field?.isSeveral ? Number.NaN : (said[0] ?? Number.NaN);
}

function mostOf(cells: Cells): number {
  let most = 0;
  for (let record = 0; record < cells.length; record++) most = Math.max(most, cells[record] ?? 0);
  return most;
}

/** More than the states of a cell that is no answer, which are below 0. */
const MOST_STATES = 4;
