import {
  type Setup,
  headers,
  heardOptions,
  isBlankRow,
  roles,
  scaleOptions,
  scaleSides,
} from './random-surveys.ts';

/**
 * The figures of a random survey worked out the slow and plain way: row by row, on strings, with none of the code under
 * test. Labels are kept in lower case.
 */
export interface Expected {
  readonly ledger: {
    readonly received: number;
    readonly removed: readonly { readonly reason: string; readonly count: number }[];
    readonly analysed: number;
  };
  readonly people: readonly Person[];
  /** The rows of those who are left. */
  readonly left: readonly (readonly string[])[];
}

export type State = 'option' | 'outside' | 'blank' | 'notAsked' | 'invalid';
export type ItemName = 'role' | 'one' | 'two' | 'heard' | 'places' | 'years';

interface Answer {
  readonly state: State;
  /** Options in lower case, or the number given. */
  readonly given: readonly (string | number)[];
}

/** One record, standing for `times` people. */
interface Person {
  readonly times: number;
  /** What each of them weighs. */
  readonly weight: number;
  readonly answers: Readonly<Record<ItemName, Answer>>;
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

const blank: Answer = { state: 'blank', given: [] };
const invalid: Answer = { state: 'invalid', given: [] };
const notAsked: Answer = { state: 'notAsked', given: [] };

function oneOf(cell: string, options: readonly string[] | undefined): Answer {
  const text = plain(cell);
  if (text === '') return blank;
  if (options !== undefined && !options.map(plain).includes(text)) return invalid;
  const isOutside = options === scaleOptions && scaleSides.outside.some((label) => plain(label) === text);
  return { state: isOutside ? 'outside' : 'option', given: [text] };
}

/** From the left: the longest stretch up to a separator or the end that is an option, else up to the first separator. */
function severalOf(cell: string, separator: string): Answer {
  const given = new Set<string>();
  let rest: string | undefined = cell;
  while (rest !== undefined) {
    const ends: number[] = [rest.length];
    for (let at = rest.indexOf(separator); at !== -1; at = rest.indexOf(separator, at + 1)) ends.push(at);
    ends.sort((a, b) => a - b);
    const text: string = rest;
    const known = ends.findLast((end) => heardOptions.map(plain).includes(plain(text.slice(0, end))));
    const end = known ?? ends[0] ?? 0;
    const part = plain(text.slice(0, end));
    if (part !== '') given.add(known === undefined ? 'other' : part);
    rest = end < text.length ? text.slice(end + separator.length) : undefined;
  }
  return given.size === 0 ? blank : { state: 'option', given: [...given] };
}

/** Whether all that stands in a column, but for blanks and noes, is the same word that is neither yes nor no. */
function holdsOnlyPerhaps(rows: readonly (readonly string[])[], header: 'Home' | 'Work'): boolean {
  const cells = new Set(rows.map((row) => row[headers.indexOf(header)] ?? ''));
  return cells.has('perhaps') && !cells.has('1') && !cells.has('Yes');
}

function ticked(
  cells: Readonly<Record<'home' | 'work', string>>,
  perhaps: Readonly<Record<'home' | 'work', boolean>>,
): Answer {
  const given: string[] = [];
  for (const option of ['home', 'work'] as const) {
    const cell = cells[option];
    if (cell === 'perhaps' && !perhaps[option]) return invalid;
    if (cell === '1' || cell === 'Yes' || cell === 'perhaps') given.push(option);
  }
  return given.length === 0 ? blank : { state: 'option', given };
}

function numberIn(cell: string): Answer {
  if (cell === '') return blank;
  const values: Record<string, number> = {
    '0': 0,
    '1': 1,
    '2': 2,
    '10': 10,
    '1,200': 1200,
    '-3': -3,
    '2.5': 2.5,
  };
  const value = values[cell];
  return value === undefined ? invalid : { state: 'option', given: [value] };
}

/** What each row answers, who is removed and why. */
export function expectedOf(setup: Setup, rows: readonly (readonly string[])[]): Expected {
  const kept: Person[] = [];
  const removed = new Map<string, number>();
  const countAt = headers.indexOf('How many');
  const isNobody = (row: readonly string[]) => setup.counted && plain(row[countAt] ?? '') === '0';
  const given = rows.filter((row) => !isBlankRow(row) && !isNobody(row));
  const perhapsIn = (some: readonly (readonly string[])[]) => ({
    home: holdsOnlyPerhaps(some, 'Home'),
    work: holdsOnlyPerhaps(some, 'Work'),
  });
  const read = (row: readonly string[], perhaps: ReturnType<typeof perhapsIn>) => {
    const cell = (header: (typeof headers)[number]): string => row[headers.indexOf(header)] ?? '';
    const count = plain(cell('How many'));
    const badCount = setup.counted && !['1', '2', '3', '4', '7'].includes(count);
    const places = ticked({ home: cell('Home'), work: cell('Work') }, perhaps);
    const role = oneOf(cell('Role'), setup.declared ? roles : undefined);
    const askedView = !setup.asked || ['parent', 'tostring'].includes(String(role.given[0]));
    const askedHeard = !setup.asked || places.given.includes('home');
    const view = (header: 'View 1' | 'View 2') => (askedView ? oneOf(cell(header), scaleOptions) : notAsked);
    const person: Person = {
      times: setup.counted && !badCount ? Number(count) : 1,
      weight: setup.weighted ? Math.max(0, Number(plain(cell('Weight'))) || 0) : 1,
      answers: {
        role,
        one: view('View 1'),
        two: view('View 2'),
        heard: askedHeard ? severalOf(cell('Heard'), setup.separator) : notAsked,
        places,
        years: numberIn(cell('Years')),
      },
    };
    return { row, person, badCount, id: cell('Ref').trim(), status: plain(cell('State')) };
  };
  const perhapsOfAll = perhapsIn(given);
  const everyone = given.map((row) => read(row, perhapsOfAll));

  const left = new Set(everyone);
  const remove = (reason: string, applies: (one: (typeof everyone)[number]) => boolean) => {
    let count = 0;
    for (const one of left) {
      if (!applies(one)) continue;
      left.delete(one);
      count += one.person.times;
    }
    removed.set(reason, count);
  };
  if (everyone.some(({ badCount }) => badCount)) remove('bad-count', ({ badCount }) => badCount);
  for (const rule of setup.exclude) {
    const seen = new Set<string>();
    if (rule === 'incomplete') remove(rule, ({ status }) => status !== 'done' && status !== 'trial');
    else if (rule === 'test') remove(rule, ({ status }) => status === 'trial');
    else if (rule === 'duplicate') {
      remove(rule, ({ id }) => {
        if (id === '') return false;
        const before = seen.has(id);
        seen.add(id);
        return before;
      });
    } else if (rule.startsWith('{ role')) {
      remove('role=Staff|constructor', ({ person }) =>
        ['staff', 'constructor'].includes(String(person.answers.role.given[0])),
      );
    } else remove('heard=Email', ({ person }) => person.answers.heard.given.includes('email'));
  }
  // What a tick looks like is judged by those who are left.
  const perhapsOfLeft = perhapsIn([...left].map(({ row }) => row));
  for (const { row } of left) kept.push(read(row, perhapsOfLeft).person);

  let received = 0;
  for (const { person } of everyone) received += person.times;
  let analysed = 0;
  for (const { times } of kept) analysed += times;
  return {
    ledger: { received, removed: [...removed].map(([reason, count]) => ({ reason, count })), analysed },
    people: kept,
    left: [...left].map(({ row }) => row),
  };
}

export function statesOf(people: readonly Person[], item: ItemName): Record<State, number> {
  const states = { option: 0, outside: 0, blank: 0, notAsked: 0, invalid: 0 };
  for (const { times, answers } of people) states[answers[item].state] += times;
  return states;
}

type Weigh = (person: Person) => number;

/** People as they are counted, and as they are weighed. */
export const counted: Weigh = ({ times }) => times;
export const weighed: Weigh = ({ times, weight }) => times * weight;

/** How many gave each option, without those that nobody gave; or what these weigh. */
export function optionsOf(people: readonly Person[], item: ItemName, weigh = counted): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    for (const option of person.answers[item].given) {
      counts.set(String(option), (counts.get(String(option)) ?? 0) + weigh(person));
    }
  }
  return counts;
}

/** How many a percentage is of; or what these weigh. */
export function baseOf(
  people: readonly Person[],
  item: ItemName,
  rule: Setup['rule'],
  weigh = counted,
): number {
  let base = 0;
  for (const person of people) {
    const { state } = person.answers[item];
    if (state === 'option') base += weigh(person);
    if (state === 'outside' && rule !== 'gave-view') base += weigh(person);
    if ((state === 'blank' || state === 'invalid') && rule === 'all') base += weigh(person);
  }
  return base;
}

/** Every number given, as often as it was, in ascending order. */
export function numbersOf(people: readonly Person[]): number[] {
  const numbers: number[] = [];
  for (const { times, answers } of people) {
    for (const value of answers.years.given) for (let n = 0; n < times; n++) numbers.push(Number(value));
  }
  return numbers.toSorted((a, b) => a - b);
}
