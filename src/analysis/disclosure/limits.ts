import { UserError } from '../../intake/user-error.ts';
import { fold } from '../../survey/labels/labels.ts';
import { declines } from '../../survey/labels/scale-spellings.ts';
import type { Analysis, Distribution } from '../analysis.ts';

/** What is small enough to tell something about a person. */
export interface Limits {
  /** The largest count that is hidden. */
  readonly count: number;
  /** Groups with fewer responses than this are hidden whole. */
  readonly group: number;
}

const levels = { standard: { count: 4, group: 10 }, strict: { count: 9, group: 10 } } as const;

/** The largest count that is hidden; 0 where none is. */
export function largestHidden(level: Analysis['settings']['disclosure']): number {
  return level === 'none' ? 0 : levels[level].count;
}

/** The limits that an analysis is published by; nothing where it is to be published as it is. */
export function limitsOf({ settings }: Pick<Analysis, 'settings'>): Limits | undefined {
  return settings.disclosure === 'none' ? undefined : levels[settings.disclosure];
}

/**
 * An answer that tells nothing of a person, such as “Prefer not to say”. In the results of all to a profile it is shown however few
 * gave it, and it is hidden for the sake of another only where nothing else would do: it is no characteristic, says as blank does how
 * complete the profile is, and equality profiles keep it as a row of its own that is no partner in suppression. Of a group it is
 * hidden as any other answer: who is in a small group may be known, and so who would not say.
 */
export function isDeclined(label: string): boolean {
  return declines.test(fold(label));
}

export function isSmallCount(count: number, limits: Limits): boolean {
  return count > 0 && count <= limits.count;
}

export function isSmallGroup({ base }: Pick<Distribution<number>, 'base'>, limits: Limits): boolean {
  return base.count > 0 && base.count < limits.group;
}

/** How many gave an answer, whether it takes a side or not. */
export function answeredOf({ states }: Pick<Distribution<number>, 'states'>): number {
  return states.option + states.outside;
}

/** How many responses a distribution is of, whatever they answered. */
export function sizeOf({ states }: Distribution<number>): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}

/**
 * Throws a `UserError` where a run looks at a small group alone, or at all but a few. Of a small group every result would be hidden,
 * and all that the run could say, and would in its bases and its ledger, is how few they are; what a few others said is what is left
 * of a run of all responses without those of this one.
 */
export function refuseSmallSelection(
  { selection, ledger }: Pick<Analysis, 'selection' | 'ledger'>,
  limits: Limits,
): void {
  if (selection === undefined || ledger.analysed === 0) return;
  const { question, option } = selection;
  if (ledger.analysed < limits.group) {
    throw new UserError(
      `Fewer than ${limits.group} responses answered “${option}” to question ${question}: every result about so few would be hidden, so that nobody can be recognised.`,
      `Look at a larger group, or put answers together with "merge" in the definition. ${withoutControl}`,
    );
  }
  const others = ledger.removed.find(
    ({ reason, answer }) => answer === undefined && reason.startsWith('not '),
  );
  if (others === undefined || others.count === 0 || others.count >= limits.group) return;
  throw new UserError(
    `All but fewer than ${limits.group} responses answered “${option}” to question ${question}: beside the results of all, these would tell what the few others said.`,
    `Show the results of all responses, without --where. ${withoutControl}`,
  );
}

const withoutControl =
  'To see the results all the same, and not to publish them, write "disclosure: none" under "report" in the definition.';
