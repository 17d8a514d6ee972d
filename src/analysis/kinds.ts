import { type RespondentKind, respondentKinds } from '../responses/respondents/kinds.ts';
import type { Responses } from '../responses/responses.ts';
import type { Grouping } from './groupings.ts';

/** How many responses are from one kind of respondent. */
export interface KindCount {
  /** Null for those of which nothing says it. */
  readonly kind: RespondentKind | null;
  readonly count: number;
  /** Of petitions: how many people signed them, who are in no base; none where nothing says it of any. */
  readonly signatories?: number;
  /** Of how many petitions nothing says how many people signed them. */
  readonly signatoriesUnknown?: number;
}

/** The id of the breakdown by kind; no question can have it. */
export const kindId = 'respondent.kind';
/** What it is called. */
export const kindText = 'Kind of respondent';

/** What those of each kind are called together. */
export const kindLabels = {
  individual: 'Individuals',
  organisation: 'Organisations',
  petition: 'Petitions',
} as const;

/** Responses by kind of respondent, those of unknown kind last; none where the survey names no column for it. */
export function countKinds({ kinds, counts, size }: Responses): KindCount[] {
  if (kinds === null) return [];
  const tally = [...respondentKinds, null].map(() => 0);
  let [signatories, unknown] = [0, 0];
  for (let record = 0; record < size; record++) {
    const cell = kinds.cells[record] ?? -1;
    const at = cell < 0 ? respondentKinds.length : cell;
    const responses = counts?.[record] ?? 1;
    tally[at] = (tally[at] ?? 0) + responses;
    if (respondentKinds[cell] !== 'petition') continue;
    const signed = kinds.signatories[record] ?? NaN;
    if (Number.isNaN(signed)) unknown += responses;
    else signatories += signed * responses;
  }
  return [...respondentKinds, null].flatMap((kind, index): KindCount[] => {
    const count = tally[index] ?? 0;
    if (count === 0) return [];
    if (kind !== 'petition') return [{ kind, count }];
    const known = count > unknown ? { signatories } : {};
    return [{ kind, count, ...known, ...(unknown > 0 && { signatoriesUnknown: unknown }) }];
  });
}

/** The groups that the kinds of respondent make, of which a petition is one response: those that somebody is in. */
export function groupingByKind({ kinds }: Responses): Grouping[] {
  if (kinds === null) return [];
  const present = respondentKinds.flatMap((kind, index) =>
    kinds.cells.includes(index) ? [{ kind, index }] : [],
  );
  if (present.length === 0) return [];
  return [
    {
      by: kindId,
      questions: [{ id: kindId, text: kindText }],
      groups: present.map(({ kind }) => ({ id: kind, label: kindLabels[kind] })),
      members: respondentKinds.map((_, cell) => {
        const group = present.findIndex(({ index }) => index === cell);
        return group < 0 ? [] : [group];
      }),
      cells: kinds.cells,
      overlapping: false,
    },
  ];
}
