import { fold } from '../labels/labels.ts';
import type { LabelCount } from './facts.ts';
import { type Judgement, type ScaleInstead, isOrAre, quoted } from './judgement.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { type NearMatch, nearScale } from './near-scale.ts';
import { type ScaleMatch, matchScale } from './scale-match.ts';

/**
 * The scale of these answers, also where a few cells are misspelt or two of them joined, which are issues and not counted, or where
 * the form itself misspells an answer. A choice, marked doubtful, where it lacks more; undefined where there is none.
 */
export function judgeScale(labels: readonly LabelCount[], question: string): Judgement | undefined {
  const match = matchScale(labels, question);
  if (match !== undefined) return scaleJudgement(match, labels);
  const near = nearScale(labels, question);
  if (near === undefined) return undefined;
  const { match: known, synonyms, slipOf } = near;
  if (known !== undefined && slipOf === 'form') {
    const misspelt = near.unknown.map(({ label, suggestion = '' }) => [label, suggestion] as const);
    const taken = misspelt.map(([label, option]) => `“${label}” for “${option}”`).join(' and ');
    return {
      ...scaleJudgement({ ...known, synonyms }, labels),
      ground: `the scale ${near.scale}, taking ${taken}, misspelt`,
      certainty: 'doubtful',
      uncounted: near.several,
      misspelt,
    };
  }
  const instead = insteadOf(near, labels);
  const ground = `the scale ${near.scale}, but for ${lackingOf(near)}`;
  if (known !== undefined && slipOf === 'respondents') {
    return {
      ...scaleJudgement(known, labels),
      ground: `${ground}: an issue, and not counted`,
      certainty: 'doubtful',
      uncounted: near.several,
      ...instead,
    };
  }
  const single = labels.filter((label) => !near.several.includes(label));
  const options =
    orderLabels(single.map(({ label }) => label)) ??
    orderedAsMeant(single, near) ??
    single.map(({ label }) => label);
  return { kind: 'choice', options, ground, certainty: 'doubtful', uncounted: near.several, ...instead };
}

/** A question as it would stand on the scale, if the misspelt answers mean what they seem to. */
function insteadOf(
  { match, synonyms, unknown }: NearMatch,
  labels: readonly LabelCount[],
): { readonly instead?: ScaleInstead } {
  if (match === undefined) return {};
  return { instead: { judgement: scaleJudgement({ ...match, synonyms }, labels), unknown } };
}

/** What a scale does not have of the answers, and what that may be. */
function lackingOf({ unknown, several }: NearMatch): string {
  const strange = unknown.filter(({ suggestion }) => suggestion === undefined);
  const misspelt = unknown.flatMap(({ label, suggestion }) =>
    suggestion === undefined ? [] : [`“${label}”, perhaps “${suggestion}” misspelt`],
  );
  return [
    ...misspelt,
    ...(strange.length === 0 ? [] : [`${quoted(strange)}, which ${isOrAre(strange)} none of its answers`]),
    ...(several.length === 0 ? [] : [`${quoted(several)}, which ${isOrAre(several)} more than one`]),
  ].join('; ');
}

/** What a scale is taken for that has all of these answers. */
function scaleJudgement(
  { scale, options, areMixed, synonyms, several }: ScaleMatch,
  labels: readonly LabelCount[],
): ScaleInstead['judgement'] {
  const shared = { kind: 'scale', scale, options, synonyms, uncounted: several } as const;
  if (areMixed) {
    const ground = `the answers are of the scale ${scale}, but of several sets of its options: these are the ones that somebody gave`;
    return { ...shared, ground, certainty: 'doubtful' };
  }
  const seen = new Set([...labels.map(({ label }) => label), ...Object.keys(synonyms)]);
  const unseen = options.filter((option) => !seen.has(option)).map((option) => `“${option}”`);
  const but =
    several.length === 0 ? '' : `; ${quoted(several)} ${isOrAre(several)} more than one and not counted`;
  const ground = [
    `${several.length === 0 ? 'every answer is' : 'the answers are'} of the scale ${scale}`,
    ...(unseen.length === 0 ? [] : [`of which nobody gave ${unseen.join(', ')}`]),
    ...(Object.keys(synonyms).length === 0 ? [] : ['its answers by their names in the form']),
  ].join(', ');
  const isSure = unseen.length === 0 && several.length === 0;
  return { ...shared, ground: ground + but, certainty: isSure ? 'sure' : 'likely' };
}

/** Labels in the order of what each was meant for; undefined where some are of no order. */
function orderedAsMeant(
  labels: readonly LabelCount[],
  { unknown, match }: NearMatch,
): readonly string[] | undefined {
  const order = match?.options.map(fold);
  if (order === undefined) return undefined;
  const meant = new Map(unknown.map(({ label, suggestion }) => [label, suggestion]));
  const placeOf = ({ label }: LabelCount): number => {
    const place = order.indexOf(fold(meant.get(label) ?? label));
    return place === -1 ? order.length : place;
  };
  return labels.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ label }) => label);
}
