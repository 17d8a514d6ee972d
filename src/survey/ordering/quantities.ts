const ones = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** What units are worth, by what they measure: of time in days, of length in metres, of numbers in ones. */
const units = {
  time: [
    [1 / 86_400, 'seconds? secs?'],
    [1 / 1440, 'minutes? mins? munud(?:au)?'],
    [1 / 24, 'hours? hrs? awr oriau'],
    [1, 'days? dydd dyddiau diwrnod niwrnod'],
    [7, 'weeks? weekends? wythnos(?:au)?'],
    [14, 'fortnights? bythefnos pythefnos'],
    [30, 'months? mis(?:oedd)?'],
    [91, 'quarters?'],
    [122, 'terms?'],
    [182, 'semesters?'],
    [365, 'years? yrs? [bf]lwyddyn [bm]lynedd blynyddoedd'],
  ],
  length: [
    [1, 'm met(?:re|er)s?'],
    [0.9, 'yards?'],
    [1000, 'km kms kilomet(?:re|er)s?'],
    [1609, 'miles? milltir(?:oedd)?'],
  ],
  number: [
    [1000, 'k thousand'],
    [1e6, 'million mn'],
    [1e9, 'billion bn'],
  ],
} as const satisfies Record<string, readonly (readonly [worth: number, names: string])[]>;

/** What a unit measures, and how much of it one is. */
export interface Unit {
  readonly of: keyof typeof units;
  readonly worth: number;
}

const allUnits = (Object.keys(units) as (keyof typeof units)[]).flatMap((of) =>
  units[of].map(([worth, names]) => ({ of, worth, names: names.replaceAll(' ', '|') })),
);
const known = allUnits.map(({ of, worth, names }) => ({
  of,
  worth,
  name: new RegExp(`^(?:${names})$`, 'u'),
}));
const periods = allUnits.flatMap(({ of, names }) => (of === 'time' ? [names] : [])).join('|');
const named = `(?:${periods}|miles?|milltir|kilomet(?:re|er))(?!\\p{L})`;

/** The unit of this name; after a currency "m" is no metre. */
export function unitCalled(name: string, isMoney: boolean): Unit | undefined {
  if (isMoney && name === 'm') return { of: 'number', worth: 1e6 };
  return known.find((unit) => unit.name.test(name));
}

const numberWord = new RegExp(`(?<![\\p{L}-])(?:${ones.join('|')})(?![\\p{L}-])`, 'gu');
const half = new RegExp(`(?<!\\p{L})half an? (?=${named})`, 'gu');
const article = new RegExp(`(?<!\\p{L})an? (?=${named})`, 'gu');
const bounds = 'last|past|under|over|less than|more than|up to|within|dros|hyd at|llai na|mwy na';
const bare = new RegExp(`((?:^|(?<!\\p{L}))(?:${bounds})) (?=${named})`, 'gu');

/** Whatever may be put in figures; most labels have nothing of it. */
const spelt = new RegExp(
  `(?<!\\p{L})(?:an?|half|${bounds}|${ones.join('|')}|once|unwaith|twice|dwywaith)(?!\\p{L})`,
  'u',
);

/**
 * A folded label with its numbers in figures: "less than a year" is "less than 1 year", "once or twice" is "1
 * or 2 times".
 */
export function inFigures(folded: string): string {
  if (!spelt.test(folded)) return folded;
  return folded
    .replace(half, '0.5 ')
    .replace(article, '1 ')
    .replace(bare, '$1 1 ')
    .replace(numberWord, (word) => `${ones.indexOf(word) + 1}`)
    .replace(/(?<!\p{L})(?:once|unwaith) or twice(?!\p{L})/gu, '1 or 2 times')
    .replace(/(?<!\p{L})(?:once|unwaith)(?!\p{L})/gu, '1 times')
    .replace(/(?<!\p{L})(?:twice|dwywaith)(?!\p{L})/gu, '2 times');
}
