import type { Distribution, QuestionAnalysis } from '../../analysis/analysis.ts';
import type { BaseAlarm } from '../../analysis/base-alarms.ts';
import type { ComparableQuestion } from '../../analysis/comparison/comparable.ts';
import type { BaseRule } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { listed } from './phrases.ts';
import { weightedWord } from './weighting-words.ts';

/** Who is in the base, in short. */
export const shortBaseWords: Readonly<Record<BaseRule, string>> = {
  answered: 'those who answered',
  all: 'everybody who was asked',
  'gave-view': 'those who gave a view',
};

/** Who is in the base, as a clause after "Percentages are of"; `outside` are the answers outside the scale that were given. */
export function baseWords(rule: BaseRule, outside: readonly string[]): string {
  const quoted = listed(outside.map((label) => [`“${label}”`])).join('');
  switch (rule) {
    case 'answered':
      return quoted === '' ? shortBaseWords.answered : `those who answered, ${quoted} included`;
    case 'all':
      return 'everybody who was asked, whether they answered or not';
    case 'gave-view':
      return `those who gave a view: blank${quoted === '' ? '' : ` and ${quoted}`} left out`;
  }
}

/**
 * Whom the percentages are of: a sentence a base rule. Where there are several rules each names its questions, and the
 * one that most of them have comes last, for the others.
 */
export function baseNotes(questions: readonly QuestionAnalysis[]): Sentence[] {
  const byRule = new Map<BaseRule, QuestionAnalysis[]>();
  for (const question of questions) {
    const rule = question.items[0]?.base.rule;
    if (rule === undefined || question.kind === 'number' || question.kind === 'text') continue;
    byRule.set(rule, [...(byRule.get(rule) ?? []), question]);
  }
  const rules = [...byRule].toSorted(([, a], [, b]) => a.length - b.length);
  return rules.map(([rule, its], index) => {
    const texts = listed(its.map(({ text }) => [`“${text}”`]));
    const which =
      rules.length === 1 ? [] : index < rules.length - 1 ? [' for ', ...texts] : [' for all other questions'];
    const outside = outsideLabels(its.flatMap(({ items }) => items));
    return [
      'Percentages',
      ...which,
      ` are of ${baseWords(rule, outside)}; each is rounded once, from its count and base.`,
    ];
  });
}

/** The answers outside a scale that these distributions hold, each once. */
export function outsideLabels(distributions: readonly Pick<Distribution, 'options'>[]): string[] {
  const labels = distributions.flatMap(({ options }) => options.filter(({ side }) => side === 'outside'));
  return [...new Set(labels.map(({ label }) => label))];
}

/** That a majority there is on one base rule is none on another, with the figure on each: both may round to 50%. */
export function baseAlarmWords(
  { question: id, item: itemId, group, net, shares }: BaseAlarm,
  questions: readonly ComparableQuestion[],
): Sentence {
  const item = questions.find((one) => one.id === id)?.items.find((one) => one.id === itemId);
  const within = group === undefined ? '' : `, in the group “${group.label}”`;
  const told = (wanted: boolean, and: string) =>
    shares
      .filter(({ isMajority }) => isMajority === wanted)
      .flatMap(({ rule, figure }, index): Sentence => [
        `${index === 0 ? '' : and}of ${shortBaseWords[rule]} (${weightedWord(figure, '', ' ')}`,
        { percent: figure },
        ', ',
        { count: figure.count },
        ' of ',
        { count: figure.base },
        ')',
      ]);
  return [
    `“${item?.label ?? itemId}”${within}: whether a majority answered “${net}” depends on the base: more than half `,
    ...told(true, ' and '),
    ', not ',
    ...told(false, ' nor '),
    '.',
  ];
}
