import fc from 'fast-check';

/** The columns of every random survey. */
export const headers = [
  'Ref',
  'State',
  'How many',
  'Role',
  'View 1',
  'View 2',
  'Heard',
  'Home',
  'Work',
  'Years',
  'Weight',
] as const;

const separators = [';', ', ', ' / ', '|', '\n', ' and '] as const;
const bases = ['answered', 'all', 'gave-view'] as const;

/** The settings of a random definition. */
export interface Setup {
  readonly separator: string;
  readonly rule: (typeof bases)[number];
  readonly asked: boolean;
  readonly declared: boolean;
  readonly exclude: readonly string[];
  readonly counted: boolean;
  readonly weighted: boolean;
}

/** Options of the multiple question; the second holds most of the separators, the third is the beginning of it. */
export const heardOptions = ['Email', 'Letter, leaflet / card; note|slip and more', 'Letter', 'Other'];
export const roles = ['Parent', 'Staff', 'constructor', 'toString', 'Not applicable'];
export const scaleSides = {
  positive: ['Great', 'Good'],
  neutral: ['Fair'],
  negative: ['Poor'],
  outside: ['No idea', 'Not used'],
} as const;
export const scaleOptions = Object.values(scaleSides).flat();

const role = fc.constantFrom(...roles, ...roles, '', ' ', 'PARENT', ' staff ', 'a stranger');
const view = fc.constantFrom(...scaleOptions, ...scaleOptions, '', 'great', 'Greta', 'N/A');
const heardPart = fc.constantFrom(...heardOptions, 'email', ' Letter ', 'a bus', 'a friend', '', ' ');
const tick = fc.constantFrom('', '', '1', 'Yes', '0', 'No', 'perhaps');
const years = fc.constantFrom('', '0', '1', '2', '10', '1,200', '-3', '2.5', '3,5', 'many');
const count = fc.constantFrom('1', '1', '2', '3', '7', ' 4 ', '0', '', 'x');
/** Sums of these are exact, in whatever order. */
const weight = fc.constantFrom('1', '1', '0.5', '2', '4', ' 0.25', '', '0', '-1', 'heavy');
const state = fc.constantFrom('Done', 'Done', 'done', 'Partial', '', 'Trial');

export const setup: fc.Arbitrary<Setup> = fc.record({
  separator: fc.constantFrom(...separators),
  rule: fc.constantFrom(...bases),
  asked: fc.boolean(),
  declared: fc.boolean(),
  exclude: fc.shuffledSubarray([
    'incomplete',
    'duplicate',
    'test',
    '{ role: [Staff, constructor] }',
    '{ heard: Email }',
  ]),
  counted: fc.boolean(),
  weighted: fc.boolean(),
});

/** Rows of cells for a setup; with `distinct` no id is repeated. */
export function rowsFor({ separator }: Setup, distinct: boolean): fc.Arbitrary<string[][]> {
  const id = fc.constantFrom('', '1', '2', '3', '4', 'x ', 'x', '__proto__');
  const row = fc
    .tuple(
      id,
      state,
      count,
      role,
      view,
      view,
      fc.array(heardPart, { maxLength: 4 }),
      tick,
      tick,
      years,
      weight,
    )
    .map(([ref, status, many, who, first, second, parts, home, work, number, heavy]) => [
      ref,
      status,
      many,
      who,
      first,
      second,
      parts.join(separator),
      home,
      work,
      number,
      heavy,
    ]);
  return fc
    .array(row, { minLength: 1, maxLength: 12 })
    .map((rows) => (distinct ? rows.map((cells, index) => [`id ${index}`, ...cells.slice(1)]) : rows))
    .filter((rows) => rows.some((cells) => !isBlankRow(cells)));
}

/** A row that a reader leaves out. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The definition of a setup, as YAML. */
export function definitionOf(settings: Setup): string {
  const { separator, rule, asked, declared, exclude, counted, weighted } = settings;
  const options = (list: readonly string[]) => (declared ? `, options: ${JSON.stringify(list)}` : '');
  return `
title: Random
respondent:
  id: Ref
  status: { column: State, complete: Done, test: Trial }${counted ? '\n  count: How many' : ''}${weighted ? '\n  weight: Weight' : ''}
exclude: [${exclude.join(', ')}]
scales:
  quality: ${JSON.stringify({ ...scaleSides, words: { positive: 'good', negative: 'bad' } })}
questions:
  - { id: role, kind: choice, column: Role${options(roles)} }
  - { id: view, kind: scale, scale: quality, items: [{ id: one, column: View 1 }, { id: two, column: View 2 }]${asked ? ', asked: { role: [Parent, toString] }' : ''} }
  - { id: heard, kind: multiple, column: Heard, separator: ${JSON.stringify(separator)}, options: ${JSON.stringify(heardOptions)}${asked ? ', asked: { places: Home }' : ''} }
  - { id: places, kind: multiple, columns: [Home, Work] }
  - { id: years, kind: number, column: Years }
report: { base: ${rule} }
`;
}
