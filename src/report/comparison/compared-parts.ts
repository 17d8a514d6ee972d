import type { PartTable } from '../../analysis/analysis.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import { type KindCount, kindLabels } from '../../analysis/kinds.ts';
import { type RespondentKind, respondentKinds } from '../../responses/respondents/kinds.ts';
import type { Cell } from '../document.ts';
import { sumOf } from '../../intake/sum.ts';

/** How many of a part there are in one run: hidden where null, and undefined where nothing says it. */
type PartCount = number | null | undefined;

type Row = [label: string, a: Cell, b: Cell, change: Cell];

/**
 * Rows of how those analysed came, what kind of respondent they are from, and how many of them are part of
 * campaigns. What one run hides or does not know is no 0 there, and nothing is said to have changed.
 */
export function comparedParts(a: Comparable, b: Comparable): Row[] {
  const both = (label: string, countIn: (run: Comparable) => PartCount): Row[] => {
    const [before, after] = [countIn(a), countIn(b)];
    if ((before ?? 0) + (after ?? 0) === 0) return [];
    const change = typeof before === 'number' && typeof after === 'number' ? { change: after - before } : '–';
    return [[label, cellOf(before), cellOf(after), change]];
  };
  const eachOf = (table: PartTable, parts: (run: Comparable) => Parts) => {
    const labels = new Set([...parts(b), ...parts(a)].map(({ label }) => label));
    return [...labels].flatMap((label) => {
      const find = (run: Comparable) => parts(run).find((part) => part.label === label)?.analysed;
      return both(`Analysed: ${label}`, (run) => known(run, table, parts(run), find(run) ?? 0));
    });
  };
  const kind = (run: Comparable, count: PartCount) => known(run, 'kind', run.kinds, count);
  // What a single file comes to is the whole.
  const areFiles = a.ledgerParts.byFile.length > 1 || b.ledgerParts.byFile.length > 1;
  return [
    ...(areFiles ? eachOf('file', ({ ledgerParts }) => ledgerParts.byFile.map(inAnyFolder)) : []),
    ...eachOf('channel', ({ ledgerParts }) => ledgerParts.byChannel),
    ...respondentKinds.flatMap((one) =>
      both(`Analysed: ${kindLabels[one].toLowerCase()}`, (run) => kind(run, countOf(run.kinds, one))),
    ),
    ...both('Signatures of petitions', (run) => kind(run, signaturesIn(run.kinds))),
    ...both('Analysed: in campaigns', ({ campaigns }) =>
      campaigns === null ? undefined : sumOf(campaigns, ({ responses }) => responses),
    ),
  ];
}

/** A count of one of the parts of a run, if it has such parts and they may be seen. */
function known(
  { disclosure, ledger }: Comparable,
  table: PartTable,
  parts: readonly unknown[],
  count: PartCount,
): PartCount {
  if (disclosure?.withheld?.includes(table)) return null;
  return parts.length > 0 || ledger.analysed === 0 ? count : undefined;
}

function countOf(kinds: readonly KindCount[], wanted: RespondentKind): number {
  return kinds.find(({ kind }) => kind === wanted)?.count ?? 0;
}

/** How many people signed the petitions; of some petitions nothing says it. */
function signaturesIn(kinds: readonly KindCount[]): number | undefined {
  const petitions = kinds.find(({ kind }) => kind === 'petition');
  return petitions === undefined ? 0 : petitions.signatories;
}

function cellOf(count: PartCount): Cell {
  return count === undefined ? 'not known' : { count };
}

type Parts = Comparable['ledgerParts']['byFile'];

/** The files of two runs may lie in two folders. */
function inAnyFolder({ label, analysed }: Parts[number]): Parts[number] {
  return { label: label.replace(/^.*[\\/]/u, ''), analysed };
}
