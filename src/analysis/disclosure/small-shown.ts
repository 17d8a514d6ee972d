import type { Analysis, OptionFigure } from '../analysis.ts';
import { NO_CAMPAIGN, campaignId } from '../campaigns.ts';
import { kindId } from '../kinds.ts';
import type { Note } from '../note.ts';
import { isDeclined, isSmallCount } from './limits.ts';
import { toldByKind } from './one-column.ts';
import type { Tables } from './tables.ts';

/** The small counts that are shown since they tell nothing of anybody. */
export function smallButShown(
  { questions, breakdowns, kinds, selection, ledger, ledgerParts }: Analysis,
  tables: Tables,
): Extract<Note, { code: 'disclosure' }>['shown'] {
  const { limits, columns, isOfGroup } = tables;
  const isSmall = ({ figure }: OptionFigure) => isSmallCount(figure.count ?? 0, limits);
  const profiles = questions.filter(({ profile }) => profile);
  const isDeclinedShown = profiles
    .flatMap(({ items }) => items)
    .some(({ options }) => options.some((option) => isDeclined(option.label) && isSmall(option)));
  const leftOut = [ledger, ...ledgerParts.byFile, ...ledgerParts.byChannel].flatMap(({ removed }) => removed);
  const isLeftOutShown = leftOut.some(
    ({ answer, count }) => isSmallCount(count, limits) && profiles.some(({ id }) => id === answer?.question),
  );
  /** Of groups, or of options, those that organisations and petitions make. */
  const othersIn = <One extends { readonly id: string }>(id: string, all: readonly One[]): readonly One[] => {
    const field = tables.fieldOf({ question: id, item: id });
    const { noPersons } = field ? toldByKind(field, columns, isOfGroup) : {};
    return all.filter((one) => noPersons?.has(field?.positions.get(one.id) ?? -1));
  };
  const others = breakdowns.flatMap(({ by, groups }) => {
    if (by === campaignId) return groups.filter(({ id }) => id !== NO_CAMPAIGN);
    return by === kindId ? groups.filter(({ id }) => id !== 'individual') : othersIn(by, groups);
  });
  const ofOthers = profiles.flatMap(({ id, items }) => items.flatMap(({ options }) => othersIn(id, options)));
  const areNoPersonsShown =
    selection === undefined &&
    (kinds.some(({ kind, count }) => kind !== 'individual' && isSmallCount(count, limits)) ||
      [...ofOthers, ...others.flatMap(({ options }) => options)].some(isSmall));
  const isNoCampaignShown = breakdowns.some(({ groups }) =>
    groups.some(({ id, options }) => id === NO_CAMPAIGN && options.some(isSmall)),
  );
  return [
    ...(isDeclinedShown ? (['declined'] as const) : []),
    ...(areNoPersonsShown ? (['no-persons'] as const) : []),
    ...(isNoCampaignShown ? (['no-campaign'] as const) : []),
    ...(isLeftOutShown ? (['left-out'] as const) : []),
  ];
}
