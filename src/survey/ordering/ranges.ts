import { phrasesIn } from '../../intake/phrases.ts';
import { type Unit, inFigures, unitCalled } from './quantities.ts';
import { areTimes } from './times-of-day.ts';

/** A range of numbers as an option says it: "Under 18", "18-24", "£1,000 to £1,999", "65+". */
interface NumberRange {
  readonly from: number;
  /** Where it says a second number. */
  readonly to?: number;
  /** Whether it has no end on one side. */
  readonly open?: 'below' | 'above';
  /** What stands after the numbers, but for words that open the range: "years old". */
  readonly unit: string;
}

/** Words that may stand before the numbers: those that open the range to one side, and others. */
const leading = {
  below: phrasesIn(
    'under | less than | fewer than | younger than | below | before | up to | within | last | past | next',
    'o dan | dan | hyd at | llai na | menos de | menor de | menor a | menor que | moins de | unter | weniger als',
  ),
  above: phrasesIn(
    'over | more than | greater than | longer than | older than | above | after | since | at least',
    'dros | mwy na | más de | mas de | mayor de | mayor a | mayor que | plus de | über | mehr als',
  ),
  other: phrasesIn('in | the | just | only | between | from | about | age | aged | rhwng | oed'),
};
const anyWord = Object.values(leading).flat().join('|');
/** "aged 18-24", "in the last 3 years", "£500": the words, and the rest from the first number on. */
const before = new RegExp(`^(?<words>(?:(?:${anyWord})(?![a-z])|[<>=≤≥~£$€+-]|\\s)*)(?<rest>\\d.*)$`, 'u');

const numeral = '\\d[\\d,]*(?:\\.\\d+)?';
/** What stands right behind a number: a word of its own, or a unit without a space, "10k", "3pm". */
const behind =
  '(?![\\w:/]).*|(?:k|m|km|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|yrs?|s|st|nd|rd|th|am|pm|p)\\b.*';
/** "18-24 years", "£1,000 to £1,999", "65+". */
const numbers = new RegExp(
  `^(?<from>${numeral})(?:\\s*(?:[-~]|(?:to|or|i|and|a)\\b)\\s*[£$€]?(?<to>${numeral}))?(?<after>${behind})$`,
  'u',
);
const opens = {
  below: {
    before: new RegExp([...leading.below, '[<≤]'].join('|'), 'u'),
    /** "18 or under", "5 years or less". */
    after:
      /^(?<unit>\W*(?:\p{L}+ ){0,2}?)(?:or|and|neu|a) (?:under|less|below|fewer|younger|iau|lai)(?![a-z])/u,
  },
  above: {
    before: new RegExp([...leading.above, '[>≥]'].join('|'), 'u'),
    /** "65+", "10 years or more". */
    after:
      /^(?<unit>\W*(?:\p{L}+ ){0,2}?)(?:\+|plus\b|(?:or|and|&|neu|a) ?(?:more|longer|over|above|older|up|drosodd|throsodd|hŷn|fwy)(?!\p{L}))/u,
  },
};

/** A longer label is no range. */
const longest = 40;

/** What is none of something. */
const none =
  /^(?:none|nothing|nil|zero|never|free|not at all|dim|no (?:previous |prior )?experience(?: at all)?)$/u;

/**
 * The place of folded labels that say ranges, by the first number of each in one unit; a range that goes on without end
 * comes before or after one that begins at the same. Of none of them where their units cannot be compared.
 */
export function rangeRank(labels: readonly string[]): (folded: string) => number | undefined {
  const ranges = new Map(labels.map((label) => [label, rangeIn(label)]));
  const units = [...ranges].flatMap(([label, range]) => (range && unitOf(label, range)) ?? []);
  // "3pm" comes after "9am".
  if (new Set(units.map(({ of }) => of)).size > 1 || areTimes(labels)) return () => undefined;
  const worths = new Set(units[0]?.of === 'number' ? [1] : units.map(({ worth }) => worth));
  const [only = 1] = worths;
  const things = new Set([...ranges.values()].flatMap((range) => range?.unit.slice(0, 4) ?? []));
  const isAgo = labels.some((label) => ago.test(label));
  return (label) => {
    const range = ranges.get(label);
    if (range === undefined) return placeOfWords(label, isAgo, things);
    const unit = unitOf(label, range);
    // "1-2" beside "3-5 years" is of years; beside months and years nobody can tell.
    return unit === undefined && worths.size > 1 ? undefined : placeOf(range, unit?.worth ?? only);
  };
}

const leans = { below: -1e-6, above: 1e-6 };

/** The place of a range in a unit that is worth so much. */
function placeOf({ from, to, open }: NumberRange, worth: number): number {
  // "£500-£10k" begins in pounds.
  const start = to !== undefined && to < from ? from : from * worth;
  return open === undefined ? start : start + leans[open];
}

/** The place, beside ranges, of what says none: "Never", "None", "No children" beside "2 children", "Just me". */
function placeOfWords(label: string, isAgo: boolean, things: ReadonlySet<string>): number | undefined {
  if ((isAgo ? longAgo : throughout).test(label)) return Infinity;
  if (isAgo && label === 'today') return 0;
  if (none.test(label) || isNoneOf(label, things)) return -1;
  return myself.test(label) ? 1 : undefined;
}

/** Times that count back from now: there never is longest ago. */
const ago = /\bago$|^(?:with)?in the (?:last|past)\b/u;
const longAgo = /^(?:never|longer ago|longer)$/u;
const throughout = /^(?:all (?:my life|day)|since birth|always)$/u;
const myself = /^(?:(?:just|only) (?:me|myself)|self-employed(?: .*)?)$/u;

/** "No children", beside "2 children". */
function isNoneOf(label: string, things: ReadonlySet<string>): boolean {
  const [, thing] = /^no (\p{L}+)$/u.exec(label) ?? [];
  return thing !== undefined && things.has(thing.slice(0, 4));
}

function unitOf(label: string, { unit }: NumberRange): Unit | undefined {
  const [word] = /\p{L}+/u.exec(unit) ?? [];
  return word === undefined ? undefined : unitCalled(word, /[£$€]/u.test(label));
}

/**
 * The range that a folded label says, in English, in Welsh, or in both with a stroke between; undefined where
 * it says none.
 */
function rangeIn(folded: string): NumberRange | undefined {
  const halves = folded.split(/\s+[/|]\s+/u).map(oneRange);
  const [first, second] = halves;
  if (halves.length !== 2 || first === undefined || second === undefined) return oneRange(folded);
  return first.from === second.from && first.to === second.to ? first : undefined;
}

function oneRange(folded: string): NumberRange | undefined {
  if (folded.length > longest) return undefined;
  const { words = '', rest = '' } = before.exec(inFigures(folded))?.groups ?? {};
  const { from, to, after = '' } = numbers.exec(rest)?.groups ?? {};
  if (from === undefined || /^-\d/u.test(after)) return undefined;
  const isOpen = (side: 'below' | 'above'): boolean =>
    opens[side].before.test(words) || opens[side].after.test(after);
  const open = isOpen('below') ? 'below' : isOpen('above') ? 'above' : undefined;
  const unit = after.replace(opens.below.after, '$<unit>').replace(opens.above.after, '$<unit>').trim();
  const number = (digits: string): number => Number(digits.replaceAll(',', ''));
  return {
    from: number(from),
    ...(to === undefined ? {} : { to: number(to) }),
    ...(open === undefined ? {} : { open }),
    unit,
  };
}

const yearsOfAge = /^(?:s|(?:years?|yrs?)(?: old| of age)?|oed|(?:m?lwydd|o) oed)?$/u;

/** Whether these folded labels are age groups, whatever was asked: some adults, up to old age. */
export function areAges(labels: readonly string[]): boolean {
  const groups = labels.flatMap((label): NumberRange[] => {
    const range = rangeIn(label);
    const isGroup =
      range !== undefined &&
      (range.to !== undefined || range.open !== undefined) &&
      yearsOfAge.test(range.unit) &&
      range.from < 100;
    return isGroup ? [range] : [];
  });
  const bounds = groups.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  return groups.length > 3 && Math.max(...bounds) >= 60 && bounds.some((years) => years >= 16 && years <= 30);
}
