import type { Analysis, PartTable } from '../analysis.ts';
import { kindId } from '../kinds.ts';
import { type Limits, isSmallCount } from './limits.ts';

type Parts = Pick<Analysis, 'ledgerParts' | 'kinds'>;

/** Its base would say how many responses are of a kind: where that is hidden, results by kind are not given either. */
export function withoutHiddenKinds(
  analysis: Analysis<number>,
  hidden: readonly PartTable[],
): Analysis<number> {
  if (!hidden.includes('kind')) return analysis;
  return { ...analysis, breakdowns: analysis.breakdowns.filter(({ by }) => by !== kindId) };
}

/**
 * How many responses of a group came by each channel, in each file and from each kind of respondent. Of a table with a small
 * count nothing is given: with the size of the group the others would tell it.
 */
export function hideParts(
  { ledgerParts, kinds, selection }: Parts & Pick<Analysis, 'selection'>,
  limits: Limits,
): { readonly parts: Parts; readonly hidden: readonly PartTable[] } {
  if (selection === undefined) return { parts: { ledgerParts, kinds }, hidden: [] };
  const hasSmall = (counts: readonly number[]) => counts.some((count) => isSmallCount(count, limits));
  const { byChannel, byFile } = ledgerParts;
  const analysed = (parts: typeof byFile) => parts.map((part) => part.analysed);
  const [channel, file] = [hasSmall(analysed(byChannel)), hasSmall(analysed(byFile)) && byFile.length > 1];
  const kind = hasSmall(kinds.map(({ count }) => count));
  return {
    parts: {
      ledgerParts: { byChannel: channel ? [] : byChannel, byFile: file ? [] : byFile },
      kinds: kind ? [] : kinds,
    },
    hidden: (['channel', 'file', 'kind'] as const).filter((one) => ({ channel, file, kind })[one]),
  };
}
