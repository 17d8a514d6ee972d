import { extentOf } from '../../intake/extent.ts';
import { asksOfEach } from './amounts.ts';
import { judgeChoice } from './choice.ts';
import { isConsent } from './consent.ts';
import { type ColumnFacts, type LabelCount, countOf } from './facts.ts';
import { judgeScale } from './judge-scale.ts';
import { type Judgement, asText, isOrAre, quoted } from './judgement.ts';
import { notOffered } from './not-offered.ts';
import { MOST_BY_MISTAKE } from '../joined/how-many.ts';
import { readNumber } from '../labels/read-number.ts';
import { runTogether } from '../labels/several-answers.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { asksAmount, asksForView, asksToCount, namesQuantity, offersBands } from './question-words.ts';

/** Fewer numbers are names, of sites or rooms, as well as points. */
const FEWEST_NUMBERS = 3;
/** A word that more people gave beside numbers was offered, as “4 or more” is. */
const MOST_STRAY = 2;

/** What the answers to one question are taken for, whether they stand in one column or in the columns of a grid. */
export function judge(
  labels: readonly LabelCount[],
  question: string,
  { known }: Pick<ColumnFacts, 'known'>,
): Judgement {
  if (!known) return asText('nearly every answer is different');
  if (labels.length === 0) return asText('nobody answered');
  const strange = notOffered(labels);
  const offered = labels.filter((label) => !strange.includes(label));
  if (strange.length === 0 || offered.length === 0) return judgeOffered(labels, question);
  const judgement = judgeOffered(offered, question);
  if (judgement.kind === 'text') return judgement;
  const ground = `${judgement.ground}; ${quoted(strange)} ${isOrAre(strange)} no answer and not counted`;
  const uncounted = [...(judgement.uncounted ?? []), ...strange];
  return { ...judgement, ground, certainty: 'doubtful', uncounted };
}

/** What answers are taken for, if a form may have offered all of them. */
function judgeOffered(labels: readonly LabelCount[], question: string): Judgement {
  return (
    asConsent(labels, question) ??
    judgeScale(labels, question) ??
    asNumbers(labels, question) ??
    mostlyNumbers(labels, question) ??
    numbersFirst(judgeChoice(labels, question), labels) ??
    (areRunTogether(labels) ? asText(unmarked, 'doubtful') : asText('answers in the respondents’ own words'))
  );
}

const unmarked =
  'many cells are nothing but others of the answers, one behind the other with no mark between them, which are not counted';

/** Whether many cells hold several answers that nothing but a space divides, as where commas were taken out of the file. */
function areRunTogether(labels: readonly LabelCount[]): boolean {
  const partsOf = runTogether(new Map(labels.map(({ folded, count }) => [folded, count])));
  const several = labels.filter(({ raw }) => partsOf(raw).length > 0);
  return several.length > 1 && countOf(several) > countOf(labels) * MOST_BY_MISTAKE;
}

/**
 * A choice of numbers beside which a few gave words: the numbers in their order, then the words, in doubt where hardly anybody did.
 * Words that may be points, at either end, have no place.
 */
function numbersFirst(choice: Judgement | undefined, labels: readonly LabelCount[]): Judgement | undefined {
  if (choice?.kind !== 'choice' || choice.options !== undefined) return choice;
  const counted = labels.filter((label) => choice.uncounted?.includes(label) !== true);
  const words = counted.filter(({ label }) => readNumber(label) === undefined);
  const numbers = counted.filter((label) => !words.includes(label)).map(({ label }) => label);
  if (numbers.length < FEWEST_NUMBERS || countOf(words) > countOf(counted) * MOST_BY_MISTAKE) return choice;
  const inOrder = numbers.toSorted((a, b) => (readNumber(a) ?? 0) - (readNumber(b) ?? 0));
  const options = [...inOrder, ...words.map(({ label }) => label)];
  const stray = words.filter(({ count }) => count <= MOST_STRAY);
  const lacksFirst = (readNumber(inOrder[0] ?? '') ?? 0) > 1;
  if (words.length > 1 && (lacksFirst || stray.length < words.length)) return choice;
  if (stray.length === 0) return { ...choice, options };
  const ground = `${quoted(stray)} ${isOrAre(stray)} no number, as the other answers are`;
  return { ...choice, options, ground, certainty: 'doubtful' };
}

/** Agree and Disagree, or Yes and No, under a question about consent are no opinion. */
function asConsent(labels: readonly LabelCount[], question: string): Judgement | undefined {
  if (!isConsent(labels, question)) return undefined;
  const options = orderLabels(labels.map(({ label }) => label));
  const ground = 'asks for consent, which is no opinion';
  return { kind: 'choice', ...(options && { options }), ground, certainty: 'likely' };
}

const postal = /\b(?:zip|postal|post)[ -]?codes?\b/iu;
const country =
  /^\W*(?:(?:in |from )?(?:which|what) country\b|(?:\w+[ _])?country(?:[ _](?:code|of[ _]\w+))?\W*$)/iu;

/** Answers all of which are numbers: amounts, codes or points to choose from, or what only names something. */
function asNumbers(labels: readonly LabelCount[], question: string): Judgement | undefined {
  const values = labels.flatMap(({ label }) => readNumber(label) ?? []);
  if (values.length < labels.length) return undefined;
  // Codes such as 7E-1 look like numbers with an exponent, which only stand among others.
  if (/\bversions?\b/iu.test(question) || labels.every(({ label }) => /e/iu.test(label))) return undefined;
  // Numbers that name places: there is no mean of them, and they are in the way where most stand once.
  if (country.test(question) && values.every(isShortCode)) return numbersAsChoice(labels);
  if (postal.test(question))
    return labels.length * 2 > countOf(labels)
      ? asText('postal codes, of which only the number is counted')
      : undefined;
  if (!namesQuantity(question) && areReferences(labels))
    return asText('long numbers, each of one respondent');
  const areClose = mayBeCodes(values);
  if (areClose && !asksQuantity(question, values)) return numbersAsChoice(labels);
  if (mayBeLongCodes(labels, values) && !namesQuantity(question)) return numbersAsChoice(labels);
  const [least, most] = extentOf(values);
  if (areClose && most <= 10 && !asksAmount(question)) return numbersAsChoice(labels);
  // From 1 without a gap they may be bands of what was asked, numbered.
  const areSteps = areClose && least === 1 && most < 10 && values.length === most;
  return { kind: 'number', ground: 'every answer is a number', certainty: areSteps ? 'doubtful' : 'likely' };
}

/**
 * Whether nearly all have a number of their own, and a long one: of a telephone, a property, an account. There is no mean of them.
 * Somebody who answers for others gives theirs again, as no amounts are: all with as many digits.
 */
function areReferences(labels: readonly LabelCount[]): boolean {
  const filled = countOf(labels);
  const long = labels.filter(({ label }) => /^\+?\d{7,}$/u.test(label));
  const areAlike = long.length === labels.length && new Set(long.map(({ label }) => label.length)).size === 1;
  return labels.length >= filled * (areAlike ? 0.5 : 0.9) && long.length >= labels.length * 0.9;
}

/** More different numbers than a form offers to choose from, beside which a word may be one more option. */
const MANY_NUMBERS = 12;

/**
 * Amounts that were asked for, but for a few that are written otherwise, each by one or two people, as “about 30” is: those are
 * issues. What more people wrote may stand for something.
 */
function mostlyNumbers(labels: readonly LabelCount[], question: string): Judgement | undefined {
  if (!namesQuantity(question)) return undefined;
  const others = labels.filter(({ label }) => readNumber(label) === undefined);
  const numbers = labels.filter((label) => !others.includes(label));
  const areFew = countOf(others) <= countOf(labels) * MOST_BY_MISTAKE;
  if (!areFew || numbers.length <= MANY_NUMBERS || others.some(({ count }) => count > MOST_STRAY))
    return undefined;
  const judgement = asNumbers(numbers, question);
  if (judgement?.kind !== 'number') return undefined;
  const ground = `the answers are numbers, but for ${quoted(others)}: an issue, and not counted`;
  return { ...judgement, ground, uncounted: others };
}

/** Numbers of which the file does not say whether they are amounts, points or codes. */
function numbersAsChoice(labels: readonly LabelCount[]): Judgement {
  return {
    kind: 'choice',
    options: labels.map(({ label }) => label).toSorted((a, b) => Number(a) - Number(b)),
    ground: 'a few whole numbers: what each stands for is not in the file',
    certainty: 'doubtful',
  };
}

/** Whether numbers that might be codes are amounts by what was asked. Nobody is twelve years old or younger. */
function asksQuantity(question: string, values: readonly number[]): boolean {
  if (asksOfEach(question)) return true;
  if (offersBands(question) || (asksForView(question) && !asksToCount(question))) return false;
  return /\bage\b|\bhow old\b/iu.test(question) ? extentOf(values)[1] > 12 : namesQuantity(question);
}

/** Whether a number may be a code of three digits at most. */
function isShortCode(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

/** Whole numbers of three digits at most that nearly all stand more than once, as the codes of a long list do. */
function mayBeLongCodes(labels: readonly LabelCount[], values: readonly number[]): boolean {
  const filled = countOf(labels);
  return values.every(isShortCode) && labels.length <= 60 && labels.length * 4 <= filled;
}

/** Whole numbers that lie so close together that each may stand for an option, or for a point on a scale. */
function mayBeCodes(values: readonly number[]): boolean {
  const [least, most] = extentOf(values);
  const isClose = values.length > (most - least) / 2;
  return values.every(Number.isInteger) && least >= -10 && most <= 60 && isClose;
}
