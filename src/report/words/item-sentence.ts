import type {
  Analysis,
  Distribution,
  ItemAnalysis,
  NetFigure,
  OptionFigure,
  QuestionAnalysis,
} from '../../analysis/analysis.ts';
import { sumOf } from '../../intake/sum.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import type { Sentence } from '../document.ts';
import { listed, outsidePhrase, quotedPhrase, sidePhrase, subjectOf } from './phrases.ts';
import { shareClause, withoutWho } from './share-words.ts';

/**
 * What an item came to, in a sentence; nothing for free text. All sides of a scale are said, and how many answers could
 * not be counted.
 */
export function itemSentence(
  question: QuestionAnalysis,
  item: ItemAnalysis,
  settings: Analysis['settings'],
): Sentence {
  if (question.kind === 'text') return [];
  const { option, outside } = item.states;
  if (item.base.count === null) return [`How many ${inBase[item.base.rule]} “${item.label}” is not shown.`];
  if (option === 0 && (outside === 0 || item.base.rule === 'gave-view')) return emptySentence(item);
  return [...answerSentence(question, item, isSmall(item, settings)), ...uncounted(item)];
}

/** What those did who are in a base. */
const inBase = { answered: 'answered', all: 'were asked', 'gave-view': 'gave a view on' } as const;

function answerSentence(question: QuestionAnalysis, item: ItemAnalysis, small: boolean): Sentence {
  const about: Sentence = question.items.length > 1 ? [`On “${item.label}”, `] : [];
  if (question.kind === 'number') return [...about, ...numberSentence(item)];
  if (question.kind === 'scale') return scaleSentence(question, item, small, about);
  return choiceSentence(question, item, small, about);
}

/** Why there is nothing to say of an item: nobody was asked, nobody replied, nobody had a view, or no answer counts. */
function emptySentence(item: ItemAnalysis): Sentence {
  const { label, states, options } = item;
  const { outside, blank, notAsked, invalid } = states;
  if (outside !== 0) {
    const given = options.filter(({ figure }) => figure.count !== 0);
    const clauses = given.map((one): Sentence => [
      { count: one.figure.count },
      ` ${outsidePhrase(one.label)}`,
    ]);
    return [`Nobody gave a view on “${label}”: `, ...listed(clauses), '.', ...uncounted(item)];
  }
  if (invalid === 1) return [`The only answer to “${label}” could not be counted.`];
  if (invalid !== 0) return ['None of the ', { count: invalid }, ` answers to “${label}” could be counted.`];
  return [blank === 0 && notAsked !== 0 ? `Nobody was asked “${label}”.` : `Nobody answered “${label}”.`];
}

/** Answers that are in no figure: without them the others could look as if they were all. */
function uncounted({ states: { invalid } }: ItemAnalysis): Sentence {
  if (invalid === 0) return [];
  return [
    ' ',
    { count: invalid },
    invalid === 1 ? ' answer could not be counted.' : ' answers could not be counted.',
  ];
}

/**
 * All sides of a scale, the neutral one when anybody is on it: "88% either strongly agreed or agreed with …
 * (67 of 76), 7% neither agreed nor disagreed (5) and …"; `about` says on what, where no clause does.
 */
function scaleSentence(
  question: QuestionAnalysis,
  item: ItemAnalysis,
  small: boolean,
  about: Sentence,
): Sentence {
  const scale = question.scale ?? '';
  const subject = subjectOf(scale, item);
  const phrase = ({ side, options }: NetFigure) =>
    subject === undefined ? undefined : sidePhrase(scale, side, options, subject);
  const order = ['positive', 'negative', 'neutral'] as const;
  const nets = order.flatMap((side) =>
    item.nets.filter((net) => net.side === side && (side !== 'neutral' || net.figure.count !== 0)),
  );
  const named = nets[0]?.side === 'positive' && phrase(nets[0]) !== undefined;
  const outside = item.options.filter(({ side, figure }) => side === 'outside' && figure.count !== 0);
  const said = [
    ...nets.map((net) => ({
      figure: net.figure,
      did: (named ? phrase(net) : undefined) ?? quotedPhrase(net.options),
    })),
    ...outside.map(({ label, figure }) => ({ figure, did: outsidePhrase(label) })),
  ];
  const shown = said.filter(({ figure }) => figure.count !== null);
  // A sentence in which all are hidden says nothing.
  if (shown.length === 0) return [];
  const hidden = said.filter(({ figure }) => figure.count === null).map(({ did }) => withoutWho(did));
  const start = named && subject !== '' ? [] : about;
  const shares = listed(shown.map(({ figure, did }, at) => shareClause(figure, did, small, at === 0)));
  if (hidden.length === 0) return [...start, ...shares, '.'];
  const notShown = `how many ${hidden.join(', and how many ')}${hidden.length > 1 ? ',' : ''} is not shown`;
  if (said[0]?.figure.count !== null) return [...start, ...shares, `; ${notShown}.`];
  return [...start, `${start.length > 0 ? notShown : capitalise(notShown)}; `, ...shares, '.'];
}

/**
 * The answers, the most frequent first; of more than six at most five, none of which is as frequent as one
 * that is left out, and the table has the others. Where one that is hidden may be more frequent than all that are shown, that comes first.
 */
function choiceSentence(
  { profile, kind }: QuestionAnalysis,
  item: ItemAnalysis,
  small: boolean,
  about: Sentence,
): Sentence {
  const given = item.options
    .filter(({ figure: { count } }) => count !== null && count > 0)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const isHiding = item.options.some(({ figure }) => figure.count === null);
  const clause = ({ label, figure }: OptionFigure, index: number): Sentence => {
    const did = `answered “${label}”`;
    return shareClause(figure, did, small, index === 0, profile && figure.weighted !== undefined);
  };
  const [first, sixth] = [given[0], given[5]];
  const howMany = about.length > 0 ? 'how many' : 'How many';
  if (first === undefined) return isHiding ? [...about, `${howMany} gave each answer is not shown.`] : [];
  const mayBeMore = isHiding && mayHiddenBeMore(item, sizeOf(first), kind === 'multiple');
  const start: Sentence = mayBeMore
    ? [...about, `${howMany} gave some answers is not shown, and one of these may be the most frequent. `]
    : about;
  const hidden = isHiding && !mayBeMore ? ' How many gave the other answers is not shown.' : '';
  if (given.length <= 6 || sixth === undefined) return [...start, ...listed(given.map(clause)), `.${hidden}`];
  const above = given.slice(0, 5).filter((one) => sizeOf(one) > sizeOf(sixth));
  if (above.length > 0)
    return [...start, ...listed(above.map(clause)), `. The table has the other answers.${hidden}`];
  const alike = given.filter((one) => sizeOf(one) === sizeOf(first));
  return [
    ...start,
    ...shareClause(first.figure, `gave each of ${alike.length} answers`, small, true),
    `. The table has them all.${hidden}`,
  ];
}

/** By what answers are put in order: the percentage, or the count where there is none. */
function sizeOf({ figure }: OptionFigure): number {
  return figure.percent ?? figure.count ?? 0;
}

/**
 * Whether, for all that is shown, a hidden answer may have been given by as many as the most frequent shown one, whose size is `most`:
 * what the shown ones leave of the base is that much, or `isSeveral` could be chosen.
 */
function mayHiddenBeMore({ base, states, options }: ItemAnalysis, most: number, isSeveral: boolean): boolean {
  if (isSeveral) return true;
  const isOfPercent = options.some(({ figure }) => figure.percent !== null);
  const whole = isOfPercent ? 100 : (base.count ?? 0);
  // Those in the base who gave none of the answers.
  const without = base.rule === 'all' ? (states.blank ?? 0) + (states.invalid ?? 0) : 0;
  const other = base.weighted === undefined && base.count ? (without * whole) / base.count : 0;
  return whole - other - sumOf(options, sizeOf) > most + 1e-9;
}

function numberSentence({ numbers, base }: Distribution): Sentence {
  if (numbers?.withheld === 'disclosive') return ['How many gave a number is not shown.'];
  if (!numbers || numbers.mean === null || numbers.median === null)
    return [{ count: numbers?.n ?? 0 }, ' gave a number: too few for a mean or a median.'];
  const { n, mean, median, lowerQuartile, upperQuartile } = numbers;
  const [low, high] = [...new Set([lowerQuartile, upperQuartile])].filter((one) => one !== null);
  const upTo: Sentence = high === undefined ? [] : [' to ', { value: high }];
  const middle = low === undefined ? [] : ['; the middle half of them gave ', { value: low }, ...upTo];
  const weighted = base.weighted === undefined ? '' : 'weighted ';
  return [
    { count: n },
    ` gave a number: the ${weighted}mean is `,
    { value: mean },
    ` and the ${weighted}median `,
    { value: median },
    ...middle,
    '.',
  ];
}

function isSmall({ base }: Distribution, { smallBase }: Analysis['settings']): boolean {
  return base.count === null || base.count < smallBase;
}
