import type { Analysis, Distribution, QuestionAnalysis } from '../../analysis/analysis.ts';
import { isDeclined } from '../../analysis/disclosure/limits.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { BaseRule } from '../../survey/survey.ts';
import type { Sentence } from '../document.ts';
import { listed, quotedNames } from './phrases.ts';

/** Who is in the base, in short. */
export const shortBaseWords: Readonly<Record<BaseRule, string>> = {
  answered: 'those who answered',
  all: 'everybody who was asked',
  'gave-view': 'those who gave a view',
};

/**
 * Who is in the base, as a clause after "Percentages are of"; `outside` are the answers outside the scale
 * that were given.
 */
export function baseWords(rule: BaseRule, outside: readonly string[]): string {
  const quoted = quotedNames(outside);
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
 * one that most of them have comes last, for the others. First are profiles that are based on all to hide how many gave no answer.
 */
export function baseNotes({ questions, disclosure }: Pick<Analysis, 'questions' | 'disclosure'>): Sentence[] {
  const isBasedOnAll = ({ id }: QuestionAnalysis) => disclosure?.basedOnAll?.includes(id) === true;
  const basedOnAll = questions.filter(isBasedOnAll);
  const ruled = questions.flatMap((question) => {
    if (isBasedOnAll(question)) return [];
    const rule = question.items[0]?.base.rule;
    return rule === undefined || question.kind === 'number' || question.kind === 'text'
      ? []
      : [{ rule, question }];
  });
  const rules = [...groupBy(ruled, ({ rule }) => rule)].toSorted(([, a], [, b]) => a.length - b.length);
  const isOneRule = rules.length === 1 && basedOnAll.length === 0;
  const notes = rules.map(([rule, its], index) => {
    const texts = listed(its.map(({ question }) => [`“${question.text}”`]));
    const which = isOneRule
      ? []
      : index < rules.length - 1
        ? [' for ', ...texts]
        : [' for all other questions'];
    const outside = outsideLabels(
      rule,
      its.flatMap(({ question }) => question.items),
    );
    return [
      'Percentages',
      ...which,
      ` are of ${baseWords(rule, outside)}; each is rounded once, from its count and base.`,
    ];
  });
  return [...(basedOnAll.length > 0 ? [basedOnAllWords(basedOnAll)] : []), ...notes];
}

/** Why the percentages of some profiles are of all who were asked although the definition does not say so. */
export function basedOnAllWords(profiles: Analysis['questions']): Sentence {
  return [
    'Percentages of ',
    ...listed(profiles.map(({ text }) => [`“${text}”`])),
    ' are of everybody who was asked, not only of those who answered: how many did not is hidden, so that no large group has to be.',
  ];
}

/**
 * The answers outside a scale that these distributions hold, each once; of those who answered also those
 * without a scale of who would not say.
 */
export function outsideLabels(
  rule: BaseRule,
  distributions: readonly Pick<Distribution, 'options'>[],
): string[] {
  const labels = distributions.flatMap(({ options }) =>
    options.filter(
      ({ side, label, figure }) =>
        side === 'outside' ||
        (side === null && rule === 'answered' && isDeclined(label) && figure.count !== 0),
    ),
  );
  return [...new Set(labels.map(({ label }) => label))];
}
