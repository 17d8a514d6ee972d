import { type LabelCount, countOf } from './facts.ts';
import { type Judgement, type Several, isOrAre, quoted } from './judgement.ts';
import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { saysNoReply } from '../labels/no-reply.ts';
import { once } from '../../intake/once.ts';
import { orderLabels, orderNumbered } from '../ordering/ordering.ts';
import { asksForComments, asksForOwnWords } from './question-words.ts';
import { type TwoTicks, findTwoTicks } from './two-ticks.ts';

/** The most different labels that a form offers to choose one of, and that people may have written into it. */
const MOST_CHOICES = 30;
const MOST_LABELS = 100;

/** As many options may have a number each though hardly anybody chose one that another did: “Option 1”, “Option 2”. */
const FEW_NUMBERED = 4;

/** A longer answer is in somebody's own words. */
const LONGEST = 300;

/** What people write who have nothing to say. */
const nothing = new RegExp(
  `^(?:${[
    String.raw`no(?:ne|pe|thing)?|nil|na|n ?[/.\\]? ?a|not applicable|no,? thank(?:s| you)|yes|ok|okay`,
    'not (?:really|at (?:present|the moment|this time))',
    'no (?:further |other |more )?(?:comments?|suggestions?|ideas?|views?)',
    'nothing (?:else|further|more|to add|at all)|none (?:at all|that i can think of)',
    '(?:as|see) (?:above|before|previous)|dim(?: byd)?|dim sylwadau?',
  ].join('|')})[.!]*$`,
  'u',
);

/** Answers that many gave alike, as a choice; undefined where they are in the respondents’ own words. */
export function judgeChoice(labels: readonly LabelCount[], question: string): Judgement | undefined {
  if (!areBriefEnough(labels)) return undefined;
  const answers = withoutNoReply(labels);
  const said = asksForOwnWords(question) ? answers.filter(({ folded }) => !nothing.test(folded)) : answers;
  if (said.length === 0) return undefined;
  const inOrder = orderedChoice(labels);
  if (inOrder !== undefined) return inOrder;
  const repeated = repetition(said, question);
  if (repeated === undefined || (asksForComments(question) && areComments(said))) return undefined;
  if (areCodes(labels) && !/\bpost ?code\b/iu.test(question)) return codesJudgement(labels);
  return choiceOf(labels, repeated);
}

/** Those that answer: that many wrote “No answer” does not make options of what each of the others said. */
function withoutNoReply(labels: readonly LabelCount[]): readonly LabelCount[] {
  const answers = labels.filter(({ folded }) => !saysNoReply(folded, 'perhaps'));
  return answers.length > 0 ? answers : labels;
}

/**
 * Whether answers are as short as options are, but for a few that are longer, where nearly all others were given again, some of as
 * many words as nobody else thinks of: one of those that list places may be very long, and so may what was written in.
 */
function areBriefEnough(labels: readonly LabelCount[]): boolean {
  const long = labels.filter(({ label }) => label.length > LONGEST);
  const again = labels.filter((one) => one.count > 1 && !long.includes(one));
  const areFew = countOf(labels) - countOf(again) <= countOf(labels) * MOST_BY_MISTAKE;
  return long.length === 0 || (areFew && again.length > 2 && again.some(isLong));
}

/** A choice whose labels have an order of their own, but for those that are more than one answer. */
const orderedChoice = once((labels: readonly LabelCount[]): Judgement | undefined => {
  const { mistakes } = findTwoTicks(labels);
  const single = labels.filter((label) => !mistakes.includes(label));
  const given = single.map(({ label }) => label);
  // “Flat 3” beside “Flat 12”, each given once, are words with a number, and no options.
  const isOffered = given.length <= FEW_NUMBERED || countOf(single) >= given.length * 2;
  const options = orderLabels(given) ?? (isOffered ? orderNumbered(given) : undefined);
  if (options === undefined) return undefined;
  const ground = `its answers have an order of their own${sayNotCounted(mistakes)}`;
  return { kind: 'choice', options, ground, certainty: 'likely', uncounted: mistakes };
});

function sayNotCounted(mistakes: readonly LabelCount[]): string {
  return mistakes.length === 0
    ? ''
    : `; ${quoted(mistakes)} ${isOrAre(mistakes)} more than one answer and not counted`;
}

/**
 * A choice among all labels but the few that are certainly two of the others, joined: those are a mistake, as where a
 * paper form had two boxes ticked, and no option. What is perhaps two of the others stays an option.
 */
function choiceOf(
  labels: readonly LabelCount[],
  { ground, certainty }: Pick<Judgement, 'ground' | 'certainty'>,
): Judgement {
  const ticks = findTwoTicks(labels);
  const {
    mistakes,
    unsure: [unsure],
  } = ticks;
  const notCounted = sayNotCounted(mistakes);
  const shared = { kind: 'choice', uncounted: mistakes, ...severalOf(labels, ticks) } as const;
  if (unsure === undefined) return { ...shared, ground: ground + notCounted, certainty };
  return {
    ...shared,
    options: labels.flatMap((label) => (mistakes.includes(label) ? [] : [label.label])),
    ground: `“${unsure.label}” may be one answer or two${notCounted}`,
    certainty: 'doubtful',
  };
}

/** The question with several answers that it may be instead, if some cells may hold several. */
function severalOf(labels: readonly LabelCount[], { mistakes, unsure }: TwoTicks): { several?: Several } {
  const both = [...mistakes, ...unsure];
  const cells = both.map(({ raw }) => raw.trim());
  const [separator] = cells.flatMap((cell) => /[;|\n]/u.exec(cell)?.[0] ?? /, ?/u.exec(cell)?.[0] ?? []);
  if (separator === undefined) return {};
  return {
    several: { separator, options: labels.flatMap((one) => (both.includes(one) ? [] : [one.label])) },
  };
}

/** Whether labels are codes that a platform keeps in place of answers: A1, A2, A3. */
function areCodes(labels: readonly LabelCount[]): boolean {
  const parts = labels.map(({ folded }) => /^([a-z]{1,3})\d{1,3}$/u.exec(folded)?.[1]);
  const codes = parts.filter((part) => part !== undefined);
  const others = labels.filter((_, nth) => parts[nth] === undefined);
  return codes.length > 1 && new Set(codes).size === 1 && others.every(({ folded }) => folded === '-oth-');
}

function codesJudgement(labels: readonly LabelCount[]): Judgement {
  const inOrder = ({ folded }: LabelCount): number => Number(/\d+$/u.exec(folded)?.[0] ?? Infinity);
  const byNumber = labels.toSorted((a, b) => inOrder(a) - inOrder(b)).map(({ label }) => label);
  return {
    kind: 'choice',
    options: byNumber,
    ground: `codes such as ${byNumber[0]}: what each stands for is not in the file; export the answers in full`,
    certainty: 'doubtful',
  };
}

/** How often answers are given again, where that is often enough for a choice. */
function repetition(
  labels: readonly LabelCount[],
  question: string,
): Pick<Judgement, 'ground' | 'certainty'> | undefined {
  const filled = countOf(labels);
  const again = labels.filter(({ count }) => count > 1);
  const repeated = countOf(again);
  if (again.length === 1 && areSentences(labels)) return undefined;
  const isMost = repeated >= filled * 0.9 || again.length === labels.length;
  // Who is asked for words may well say what others say, but hardly in the same few.
  const least = asksForOwnWords(question) ? 0.8 : 0.5;
  if (labels.length <= MOST_CHOICES && repeated >= filled * least) {
    return isMost
      ? { ground: 'the same few answers again and again', certainty: 'likely' }
      : { ground: 'some answers again and again, others only once', certainty: 'doubtful' };
  }
  if (labels.length <= MOST_LABELS && repeated >= filled * 0.8)
    return { ground: `${labels.length} different answers, most of them often`, certainty: 'doubtful' };
  if (labels.length <= 2 && labels.every(({ label }) => isBrief(label)) && !asksForOwnWords(question))
    return { ground: 'very few answers', certainty: 'doubtful' };
  return undefined;
}

/** So many sentences that nobody else gave are no options, whatever else many people said. */
const MANY_ALONE = 8;

/** Whether most of many answers that were given once are longer than options are. */
function areSentences(labels: readonly LabelCount[]): boolean {
  const alone = labels.filter(({ count }) => count === 1);
  const long = alone.filter(isLong);
  return alone.length >= MANY_ALONE && long.length * 2 > alone.length;
}

/** So many on average give an answer that a form offers under “comments”: “I have no comment”. */
const OFTEN = 5;

/**
 * Whether what stands under “comments” are some: sentences, though many may hold the same, and not such as "Yes, I have a
 * comment"; or too few alike for a form to have offered them.
 */
function areComments(labels: readonly LabelCount[]): boolean {
  const sentences = labels.filter((one) => isLong(one) && !/^(?:yes|no|i (?:have|do))\b/u.test(one.folded));
  const all = countOf(labels);
  return labels.length < 2 || all < labels.length * OFTEN || countOf(sentences) * 2 > all;
}

/** Whether a label has more words than an option mostly has. */
export function isLong({ label }: LabelCount): boolean {
  return label.split(' ').length > 4;
}

/** Whether a label is as short as that of an option is, and no sentence. */
function isBrief(label: string): boolean {
  return label.length <= 40 && label.split(' ').length <= 3;
}
