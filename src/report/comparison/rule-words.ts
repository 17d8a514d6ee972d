import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { RuleChange } from '../../analysis/comparison/compare-definitions.ts';
import type { Comparison } from '../../analysis/comparison/comparison.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { BaseRule } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { shortBaseWords } from '../words/base-words.ts';
import { longDate } from '../words/dates.ts';
import { listed } from '../words/phrases.ts';
import { questionName } from '../words/question-name.ts';

type Questions = Comparable['questions'];

/** Which rules differ, as far as they are known; `isRead` says that one of the runs is an analysis in JSON. */
export function ruleReasons(
  { definition, rules }: Comparison,
  questions: Questions,
  isRead: boolean,
): Sentence[] {
  const others = rules.flatMap((change) => (change.rule === 'base' ? [] : [ruleWords(change.rule, change)]));
  if (rules.length > 0)
    return [...others, ...baseRuleWords(rules, questions)].map((words) => [`Rules: ${words}.`]);
  if (definition.some(({ code }) => code === 'setting')) return [];
  return [[isRead ? noKnownRule : 'Rules: none differs.']];
}

const noKnownRule =
  'Rules: none differs of those that an analysis holds: what is left out, the group looked at, dates, by what responses are weighted, bases and disclosure control.';

const ruleNames: Readonly<Record<Exclude<RuleChange['rule'], 'base'>, string>> = {
  exclude: 'what is left out (exclude)',
  where: 'the group looked at (--where)',
  opened: 'the day of opening (opened)',
  closed: 'the day of closing (closed)',
  weight: 'how responses are weighted (respondent.weight, weight)',
  minimumBase: 'the smallest base of a percentage (report.minimumBase)',
  disclosure: 'the level of disclosure control (report.disclosure)',
};

/** Whom percentages are of, the questions of which that changed alike together. */
function baseRuleWords(rules: readonly RuleChange[], questions: Questions): string[] {
  const bases = rules.filter(({ rule }) => rule === 'base');
  const wordsOf = ({ a, b, basedOnAll }: RuleChange) =>
    `A ${shortBaseWords[a as BaseRule]}, B ${shortBaseWords[b as BaseRule]}${basedOnAll ? `. ${hiddenBlankWords(basedOnAll)}` : ''}`;
  return [...groupBy(bases, wordsOf)].map(([words, same]) => {
    const which = listed(same.map(({ question = '' }) => [questionName(question, questions)])).join('');
    return `whom the percentages of ${which} are of (base): ${words}`;
  });
}

/** Why the percentages of one run are of all who were asked although its definition does not say so. */
function hiddenBlankWords(run: 'a' | 'b'): string {
  const name = run.toUpperCase();
  return `The definition of ${name} does not ask for that: how many did not answer is hidden in ${name}, so that no large group has to be, and percentages are of everybody instead`;
}

function ruleWords(rule: Exclude<RuleChange['rule'], 'base'>, { a, b }: RuleChange): string {
  const nothing: Partial<Record<typeof rule, string>> = {
    where: 'all',
    exclude: 'nothing',
    weight: 'not at all',
  };
  const none = nothing[rule] ?? 'not given';
  const isDay = rule === 'opened' || rule === 'closed';
  const say = (value: string | undefined) =>
    isDay && value !== undefined ? longDate(value) : (value ?? none);
  return `${ruleNames[rule]}: A ${say(a)}; B ${say(b)}`;
}
