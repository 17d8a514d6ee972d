import { answersIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
import type { Divided } from './stems.ts';

/** A header as what its cells repeat, and the rest of it with the mark between the two. */
interface Ticked {
  readonly rest: string;
  readonly isBehind: boolean;
}

/** No question is shorter. */
const SHORTEST = 2;

/**
 * Divides headers at whatever mark stands between a question and an option, as far as the cells show it: those of two columns
 * side by side or more repeat the end of their header, or its beginning, and the rest is the same. An option that nobody
 * ticked belongs to those beside it where its header has that rest too.
 */
export function tickedStems(headers: readonly string[], below: Rows): Divided[] {
  const cells = headers.map((_, column) => answersIn(below, column));
  const ticks = headers.map((header, column) => tickedIn(header, cells[column] ?? []));
  const isEmpty = (column: number): boolean => cells[column]?.length === 0;
  const before = lastHeld(ticks, isEmpty);
  const after = lastHeld(ticks.toReversed(), (column) => isEmpty(ticks.length - 1 - column)).toReversed();
  return headers.map((header, column): Divided => {
    const own = ticks[column];
    const others = [before[column], after[column]].filter((other) => other !== undefined);
    if (own !== undefined)
      return others.some((other) => isSame(own, other)) ? cut(header, own) : [header, ''];
    const ways = isEmpty(column) ? others.map((other) => cut(header, other)) : [];
    return ways.find(([, part]) => part !== '') ?? [header, ''];
  });
}

/**
 * Headers as they were divided, but where the cells show that an option begins sooner: "Which? - Bus - daytime" beside
 * "Which? - Bus - evening", of a question with other options too. The number of a question is none.
 */
export function soonerDivided(divided: readonly Divided[], ticked: readonly Divided[]): readonly Divided[] {
  return divided.map((way, column) => {
    const [own = way, [, part]] = [ticked[column], way];
    const isSooner = part !== '' && own[1].length > part.length && own[1].endsWith(part);
    return isSooner && /\p{L}{2}/u.test(own[0]) ? own : way;
  });
}

/** What the last column in front of each is that holds something. */
function lastHeld(
  ticks: readonly (Ticked | undefined)[],
  isEmpty: (column: number) => boolean,
): (Ticked | undefined)[] {
  let last: Ticked | undefined;
  return ticks.map((tick, column) => {
    const before = last;
    if (!isEmpty(column)) last = tick;
    return before;
  });
}

function isSame(a: Ticked, b: Ticked): boolean {
  return a.rest === b.rest && a.isBehind === b.isBehind;
}

function tickedIn(header: string, cells: readonly string[]): Ticked | undefined {
  const [option = ''] = cells;
  if (option === '' || cells.some((cell) => cell !== option)) return undefined;
  const isBehind = header.endsWith(option);
  if (!isBehind && !header.startsWith(option)) return undefined;
  const rest = isBehind ? header.slice(0, -option.length) : header.slice(option.length);
  const isMarked = isBehind ? /[^\p{L}\p{N}]$/u.test(rest) : /^[^\p{L}\p{N}]/u.test(rest);
  return isMarked && question(rest).length >= SHORTEST ? { rest, isBehind } : undefined;
}

function cut(header: string, { rest, isBehind }: Ticked): Divided {
  const isOfIt = isBehind ? header.startsWith(rest) : header.endsWith(rest);
  const option = isBehind ? header.slice(rest.length) : header.slice(0, -rest.length);
  return isOfIt && option.trim() !== '' ? [question(rest), option.trim()] : [header, ''];
}

/** A mark of its own, in front of which a sentence may end. */
const dash = / (?:[-–—|]|>>?) $/u;

/** The rest of a header without the mark: what ends a sentence is none. */
function question(rest: string): string {
  if (dash.test(rest)) return rest.replace(dash, '');
  return rest
    .replace(/^[^\p{L}\p{N}(“‘£]+/u, '')
    .replace(/(?<![^\p{L}\p{N}?!)”’%])[^\p{L}\p{N}?!)”’%]+$/u, '');
}
