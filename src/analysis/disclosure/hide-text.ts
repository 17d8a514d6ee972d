import { type Issue, type IssueCode, LISTED, severities } from '../../responses/issues/issues.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Analysis, Distribution, ItemAnalysis, QuestionAnalysis } from '../analysis.ts';
import type { Note } from '../note.ts';
import { isProfile } from '../../survey/infer/profile.ts';
import { asksForWords } from '../../survey/labels/own-words.ts';
import { withoutWeighedStates } from './hide.ts';
import { type Limits, isSmallCount } from './limits.ts';

/**
 * Whether how many wrote an answer may tell what is hidden: in a profile, or beside a question of one, whose words it begins with or
 * after which it asks for others; of a group beside any question.
 */
export function isPersonalText(
  question: QuestionAnalysis,
  { questions, isOfGroup }: { readonly questions: readonly QuestionAnalysis[]; readonly isOfGroup: boolean },
): boolean {
  const { kind, profile, text } = question;
  if (kind !== 'text') return false;
  if (profile) return true;
  const isBeside = (other: string): boolean => {
    const ends = [other.at(-1) ?? '', text.at(other.length) ?? ''];
    return text.startsWith(other) && !ends.every((letter) => /[\p{L}\p{N}]/u.test(letter));
  };
  const before = questions.slice(0, questions.indexOf(question)).findLast((one) => one.kind !== 'text');
  return questions.some(
    (one) =>
      one.kind !== 'text' &&
      ((one.profile && one === before && asksForWords(text)) ||
        ((one.profile || isOfGroup) && isBeside(one.text))),
  );
}

/**
 * Questions without how many wrote an answer, where they are few, or where a count is hidden: whoever chose “Other” says what, so
 * that as many wrote something as chose it. Where only its words ask about the person, wherever it stands, it is few alone who are
 * hidden. That nobody did is shown. Where anything is hidden of what decides who is asked a text,
 * nothing is shown of how many were.
 */
export function hideTexts(
  shown: readonly QuestionAnalysis[],
  analysis: Analysis<number>,
  { survey }: Pick<Responses, 'survey'>,
  limits: Limits,
): QuestionAnalysis[] {
  const isOfGroup = analysis.selection !== undefined;
  const isHiding = shown.filter(({ profile }) => profile || isOfGroup).some(({ items }) => items.some(hides));
  const hiding = new Set(shown.filter(({ items }) => items.some(hides)).map(({ id }) => id));
  const routed = survey.questions.filter((one) => one.asked && hiding.has(one.asked.question));
  const asked = new Set(routed.map(({ id }) => id));
  return shown.map((question) => {
    if (question.kind !== 'text') return question;
    if (asked.has(question.id)) return { ...question, items: question.items.map(withoutAsked) };
    const isPersonal = isPersonalText(question, { questions: shown, isOfGroup });
    if (!isPersonal && !isProfile(question.text)) return question;
    const isTold = (wrote: number) =>
      wrote === 0 || !((isPersonal && isHiding) || isSmallCount(wrote, limits));
    return {
      ...question,
      items: question.items.map((item) => (isTold(item.states.option ?? 0) ? item : withoutWriters(item))),
    };
  });
}

/** Whether anything is hidden of how an item was answered. */
export function hides({ options, nets, states }: Pick<Distribution, 'options' | 'nets' | 'states'>): boolean {
  const isHidden = [...options, ...nets].some(({ figure }) => figure.withheld === 'disclosive');
  return isHidden || Object.values(states).includes(null);
}

/** Issues with what somebody wrote in place of an option. */
const written: readonly IssueCode[] = ['write-in', 'near-option'];

/**
 * Issues without those about answers to a question of which anything is hidden, since how many there are may tell it, without those of
 * which few wrote something of themselves, and without how many answered no question where it is hidden how many answered one; and a
 * note on those left out that are more than notes, where there are any.
 */
export function withoutTelling(
  { issues, selection }: Pick<Analysis<number>, 'issues' | 'selection'>,
  shown: readonly QuestionAnalysis[],
  limits: Limits,
): { readonly issues: readonly Issue[]; readonly hidden: readonly Note[] } {
  const isReplyHidden = shown.some(({ items }) => items.some(({ states }) => states.blank === null));
  const hiding = new Set(shown.filter(({ items }) => items.some(hides)).map(({ id }) => id));
  const people = new Set(
    shown.filter(({ profile }) => profile || selection !== undefined).map(({ id }) => id),
  );
  const isTelling = ({ code, question = '', count, responses = count }: Issue): boolean =>
    hiding.has(question) ||
    (code === 'unanswered' && isReplyHidden) ||
    (written.includes(code) && isSmallCount(responses, limits) && people.has(question));
  const keyOf = ({ code, question }: Issue) => `${code} ${question}`;
  const telling = new Set(issues.filter(isTelling).map(keyOf));
  const problems = issues.filter((one) => severities[one.code] !== 'note' && telling.has(keyOf(one)));
  const isError = problems.some(({ code, detail }) => severities[code] === 'error' && detail !== LISTED);
  const kinds = [...new Set(problems.map(({ code }) => code))].map((code) => ({
    code,
    questions: shown.filter(({ id }) => problems.some((one) => one.code === code && one.question === id)),
  }));
  return {
    issues: issues.filter((one) => !telling.has(keyOf(one))),
    hidden: kinds.length > 0 ? [{ code: 'hidden-issues', kinds, isError }] : [],
  };
}

/**
 * Without how many answers to a profile could not be counted, where these are few of all or of a group: they are what people said of
 * themselves in other words. Nor is it said there how many gave no answer, which with the base leaves these of all.
 */
export function withoutFewUncounted<Some extends Pick<Analysis, 'questions' | 'breakdowns'>>(
  analysis: Some,
  limits: Limits,
): Some {
  const areFew = ({ states }: Distribution) => isSmallCount(states.invalid ?? 0, limits);
  const hide = <One extends Distribution>(one: One): One => ({
    ...withoutWeighedStates(one),
    states: { ...one.states, blank: null, invalid: null },
  });
  const hideIf = <One extends Distribution>(one: One): One => (areFew(one) ? hide(one) : one);
  const profiles = new Set(analysis.questions.flatMap(({ id, profile }) => (profile ? [id] : [])));
  return {
    ...analysis,
    questions: analysis.questions.map((one) =>
      one.profile ? { ...one, items: one.items.map(hideIf) } : one,
    ),
    breakdowns: analysis.breakdowns.map((one) => {
      if (!profiles.has(one.question)) return one;
      const groups = one.groups.some(areFew) ? one.groups.map(hide) : one.groups;
      return { ...one, total: hideIf(one.total), groups };
    }),
  };
}

function withoutWriters(item: ItemAnalysis): ItemAnalysis {
  const { base, states } = item;
  return {
    ...withoutWeighedStates(item),
    base: { rule: base.rule, count: null },
    states: { ...states, option: null, blank: null },
  };
}

function withoutAsked(item: ItemAnalysis): ItemAnalysis {
  const shown = withoutWriters(item);
  return { ...shown, states: { ...shown.states, notAsked: null, invalid: null } };
}
