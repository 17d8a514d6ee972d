import { fold } from '../../survey/labels.ts';
import type { Selection } from '../../responses/responses.ts';
import type { Analysis, Distribution } from '../analysis.ts';

/** What is small enough to tell something about a person. */
export interface Limits {
  /** The largest count that is hidden. */
  readonly count: number;
  /** Groups with fewer responses than this are hidden whole. */
  readonly group: number;
}

const levels = { standard: { count: 4, group: 10 }, strict: { count: 9, group: 10 } } as const;

/** The limits that an analysis is published by; nothing where it is to be published as it is. */
export function limitsOf({ settings }: Pick<Analysis, 'settings'>): Limits | undefined {
  return settings.disclosure === 'none' ? undefined : levels[settings.disclosure];
}

const declined =
  /^(?:i would |i'd |i |would )?(?:prefer not to|rather not|(?:do not|don't) (?:wish|want) to) (?:say|answer|disclose|state)\b/u;

/** An answer that tells nothing of a person is shown however few gave it, and nothing is hidden by way of it. */
export function isDeclined(label: string): boolean {
  return declined.test(fold(label));
}

export function isSmallCount(count: number, limits: Limits): boolean {
  return count > 0 && count <= limits.count;
}

export function isSmallGroup({ base }: Pick<Distribution<number>, 'base'>, limits: Limits): boolean {
  return base.count > 0 && base.count < limits.group;
}

/** Whether few gave the answer for which a run looks at them; `item` is what they answered. */
export function isSmallSelection(
  { options }: Pick<Distribution<number>, 'options'>,
  { option }: Selection,
  limits: Limits,
): boolean {
  return options.some(
    ({ label, figure }) => label === option && figure.count > 0 && figure.count < limits.group,
  );
}
