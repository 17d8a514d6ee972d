import { fold } from '../labels.ts';
import type { LabelCount } from './facts.ts';
import type { Judgement } from './judge.ts';
import { orderLabels } from './ordering.ts';

/** The most different labels that a form offers to choose one of, and that people may have written into it. */
const MOST_CHOICES = 30;
const MOST_LABELS = 100;

/** A longer answer is in somebody's own words. */
const LONGEST = 300;

/** Questions that ask for the respondents' own words. */
const asksForWords =
  /\bcomments?\b|\breasons?\b|\btell us\b|\bexplain\b|\bwhy\b|\bideas?\b|\bsuggest|\bfeedback\b|\bdescribe\b|\banything else\b|\bspecify\b|\bdetails?\b/iu;

/** What may stand between two answers and within one: such a label is an option, as far as anybody can tell. */
const joint = /,|\/|&|\sand\s/iu;

/** Answers that many gave alike, as a choice; undefined where they are in the respondents' own words. */
export function judgeChoice(labels: readonly LabelCount[], question: string): Judgement | undefined {
  if (labels.some(({ label }) => label.length > LONGEST)) return undefined;
  const options = orderLabels(labels.map(({ label }) => label));
  if (options !== undefined)
    return { kind: 'choice', options, ground: 'its answers have an order of their own', certainty: 'likely' };
  const ground = repetition(labels, question);
  if (ground === undefined) return undefined;
  const several = labels.find(({ label }) => isOfOthers(label, labels));
  if (several === undefined) return { kind: 'choice', ...ground };
  return {
    kind: 'choice',
    options: labels.map(({ label }) => label),
    ground: `“${several.label}” may be one answer or two`,
    certainty: 'doubtful',
  };
}

/** How often answers are given again, where that is often enough for a choice. */
function repetition(
  labels: readonly LabelCount[],
  question: string,
): Pick<Judgement, 'ground' | 'certainty'> | undefined {
  const filled = labels.reduce((sum, { count }) => sum + count, 0);
  const again = labels.filter(({ count }) => count > 1);
  const repeated = again.reduce((sum, { count }) => sum + count, 0);
  if (labels.length <= MOST_CHOICES && repeated >= filled * 0.5) {
    return repeated >= filled * 0.9 || again.length === labels.length
      ? { ground: 'the same few answers again and again', certainty: 'likely' }
      : { ground: 'some answers again and again, others only once', certainty: 'doubtful' };
  }
  if (labels.length <= MOST_LABELS && repeated >= filled * 0.8)
    return { ground: `${labels.length} different answers, most of them often`, certainty: 'doubtful' };
  if (labels.length <= 2 && labels.every(({ label }) => isBrief(label)) && !asksForWords.test(question))
    return { ground: 'very few answers', certainty: 'doubtful' };
  return undefined;
}

/** Whether a label is as short as that of an option is, and no sentence. */
function isBrief(label: string): boolean {
  return label.length <= 40 && label.split(' ').length <= 3;
}

/** Whether a label is made of other labels, as "Zenodo, figshare" is beside "Zenodo" and "figshare". */
function isOfOthers(label: string, labels: readonly LabelCount[]): boolean {
  const parts = label.split(joint).map(fold);
  return parts.length > 1 && parts.every((part) => labels.some(({ folded }) => folded === part));
}
