import type { Analysis } from '../../analysis/analysis.ts';
import type { Base } from '../../analysis/figures.ts';
import { distributionsOf } from '../../analysis/disclosure/hidden.ts';
import type { MissedShare } from '../../analysis/weights/raking.ts';
import type { WeightingSummary } from '../../analysis/weights/weights.ts';
import type { Sentence } from '../document.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import { bySemicolons, listed, quotedNames } from './phrases.ts';
import { type Questions, questionName } from './question-name.ts';

/** By what responses are weighted, and how unequally; only of a random sample that says how precise the results are. */
export function weightingWords(
  {
    effective,
    designEffect,
    raked,
    scaled,
    unweighted,
    trimmed,
    missed,
    untargeted,
    ofAllOnly,
  }: WeightingSummary,
  { questions, sample }: { readonly questions: Questions; readonly sample?: object },
): Sentence {
  const names = raked.map((id) => questionName(id, questions));
  const how =
    names.length === 0
      ? 'by the column of weights'
      : `to the population by ${listed(names.map((name) => [name])).join('')}`;
  const [whose, others] = ofAllOnly ? [' of all respondents', `; ${notOfGroups}`] : ['', ''];
  return [
    `Percentages, means and quartiles${whose} are weighted ${how}${others}; counts and bases are the people who answered. Effective base (Kish) `,
    { value: effective },
    ', design effect ',
    { value: designEffect },
    sample === undefined
      ? ': they say how unequal the weights are, and not how precise the results are, which nobody can say where people chose to respond.'
      : ': the responses are as precise as so many of a simple random sample would be.',
    ...scaled.flatMap(({ question, total }): Sentence => [
      ` The percentages given for ${questionName(question, questions)} add up to `,
      { given: total },
      ' and were scaled to 100%.',
    ]),
    ...(unweighted > 0
      ? [' ', { count: unweighted }, ' without a weight weigh nothing in any percentage.']
      : []),
    ...(trimmed > 0 ? [' The weights of ', { count: trimmed }, ' were trimmed.'] : []),
    ...(missed ? [' ', ...missedWords(missed, questions)] : []),
    ...untargeted.flatMap(({ question, labels }): Sentence => {
      const of = questionName(question, questions);
      const those = `those who answered ${quotedNames(labels)}`;
      return [
        raked.length === 1
          ? ` ${capitalise(those)} to ${of} keep their weight, since no share is asked for.`
          : ` No share of ${of} is asked for ${those}: of their weight only the shares of other questions decide.`,
      ];
    }),
  ];
}

const notOfGroups =
  'what is broken down by groups is not, since from weighted results of groups hidden counts could be worked out, or much more would have to be hidden';

/** Says that only the results of all respondents are weighted, where those of groups are not. */
export function unweightedGroupsNotes({ weighting }: Pick<Analysis, 'weighting'>): Sentence[] {
  return weighting?.ofAllOnly ? [['Nothing is weighted in these tables, “All respondents” included.']] : [];
}

/** After how the run is weighted: that tables have no effective base where it is hidden. */
export function hiddenEffectiveWords(analysis: Pick<Analysis, 'questions' | 'breakdowns'>): Sentence {
  const isHidden = distributionsOf(analysis).some(({ base }) => base.effective === null);
  return isHidden ? [' The effective base of a table is not given where it could tell what is hidden.'] : [];
}

/** What of the weights must be said before anybody reads a figure. */
export function weightingWarnings({ weighting, questions }: Analysis): Sentence[] {
  const { missed } = weighting ?? {};
  if (missed === undefined || isNear(missed)) return [];
  return [['weights were trimmed. ', ...missedWords(missed, questions)]];
}

/** Whether a share is less than a percentage point from the one asked for. */
function isNear({ wanted, percent }: MissedShare): boolean {
  return Math.abs(percent - wanted) < 1;
}

function missedWords(missed: MissedShare, questions: Questions): Sentence {
  const { question, label, wanted, percent } = missed;
  const of = questionName(question, questions);
  if (isNear(missed))
    return [
      `Every share asked for still holds within 1 percentage point: furthest off is “${label}” of ${of}.`,
    ];
  return [
    `The shares asked for do not hold any more: of those who gave an answer to ${of} that has one, “${label}” comes to `,
    { given: percent },
    ' in place of ',
    { given: wanted },
    ', ',
    { apart: percent - wanted },
    ` too ${percent < wanted ? 'few' : 'many'}; no other share is further off. A higher “trim” in the definition brings them closer.`,
  ];
}

/**
 * That the statistics of a table are weighted, and how precise each row of it is: as that of so many
 * responses that were not weighted, where that is known. Nothing where they are not weighted.
 */
export function effectiveNotes(
  what: string,
  rows: readonly { readonly label: string; readonly base: Pick<Base, 'weighted' | 'effective'> }[],
): Sentence[] {
  if (rows.every(({ base }) => base.weighted === undefined)) return [];
  const weighted = `${what} are weighted, counts are not.`;
  const known = rows.flatMap(({ label, base: { effective } }) =>
    typeof effective === 'number' ? [{ label, effective }] : [],
  );
  const [first] = known;
  if (first === undefined) return [[weighted]];
  const isOne = known.length === rows.length && known.every(({ effective }) => effective === first.effective);
  if (isOne) {
    const where = rows.length > 1 ? ' in each row.' : '.';
    return [[`${weighted} Effective base: `, { value: first.effective }, where]];
  }
  const each = known.map(({ label, effective }): Sentence => [`${label} (`, { value: effective }, ')']);
  return [[`${weighted} Effective base: `, ...bySemicolons(each), '.']];
}
