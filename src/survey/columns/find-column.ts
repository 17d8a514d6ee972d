import type { Heading } from '../../intake/headers/layout.ts';
import { isBlank, tidy } from '../../intake/blank.ts';
import { groupBy } from '../../intake/group-by.ts';
import { fold } from '../labels/labels.ts';

/**
 * The columns as a definition may name them: tidied, a repeated name as `Header (2)`, a blank one as `#12`.
 * No two have one name. Of headers that are alike the first has no number: the first without needless spaces,
 * if there is one.
 */
export function nameColumns(headings: readonly Heading[]): string[] {
  const keys = headings.map(({ name }) => fold(name));
  const tidyKeys = headings.map(({ name }, index) => (tidy(name) === name ? keys[index] : undefined));
  const unnumbered = new Map([...firstPositions(keys), ...firstPositions(tidyKeys)]);
  const headers = new Set(keys);
  const seen = new Map<string, number>();
  return headings.map(({ name }, index) => {
    if (isBlank(name)) return `#${index + 1}`;
    const key = fold(name);
    if (unnumbered.get(key) === index) return tidy(name);
    let times = (seen.get(key) ?? 1) + 1;
    while (headers.has(`${key} (${times})`)) times++;
    seen.set(key, times);
    return `${tidy(name)} (${times})`;
  });
}

/**
 * Finds the columns of an export, as positions, that have one of several names: exactly, else as labels match, else as
 * `Header (2)`, by an alias that no other column has, or as `#12`. More than one is found where the export has columns of
 * several of the names, or several whose headers differ only in case or spacing, none of them written as wanted.
 */
export function columnFinder(
  headings: readonly Heading[],
  names: readonly string[],
): (wanted: readonly string[]) => readonly number[] {
  const headers = headings.map(({ name }) => name);
  const exact = firstPositions(headers);
  const tidied = firstPositions(headers.map(tidy));
  const named = firstPositions(names.map(fold));
  const folded = differentPositions(headers);
  const also = onlyPositions(headings);
  const positionsOf = (name: string): readonly number[] => {
    const key = fold(name);
    const same = exact.get(name) ?? tidied.get(tidy(name));
    if (same !== undefined) return [same];
    const alike = folded.get(key);
    if (alike !== undefined) return alike;
    const other = named.get(key) ?? also.get(key);
    if (other !== undefined) return [other];
    const position = Number(/^#([1-9]\d*)$/.exec(name)?.[1]);
    return position <= headers.length ? [position - 1] : [];
  };
  return (wanted) => [...new Set(wanted.flatMap(positionsOf))];
}

/** Where each header is, by its folded form: the first of those that are written the same. */
function differentPositions(headers: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = groupBy(firstPositions(headers.map(tidy)), ([header]) => fold(header));
  return new Map([...groups].map(([key, alike]) => [key, alike.map(([, position]) => position)]));
}

function firstPositions(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, key] of keys.entries())
    if (key !== undefined && !positions.has(key)) positions.set(key, index);
  return positions;
}

/** Where each alias is that belongs to one column alone. */
function onlyPositions(headings: readonly Heading[]): ReadonlyMap<string, number> {
  const named = headings.flatMap(({ aliases }, position) =>
    [...new Set(aliases.map(fold))].map((key) => ({ key, position })),
  );
  const groups = [...groupBy(named, ({ key }) => key)];
  return new Map(
    groups.flatMap(([key, [{ position }, ...others]]) => (others.length > 0 ? [] : [[key, position]])),
  );
}
