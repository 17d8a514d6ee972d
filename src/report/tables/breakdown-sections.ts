import type { Analysis, Breakdown, QuestionAnalysis } from '../../analysis/analysis.ts';
import { isBreakdownEmptied } from '../../analysis/disclosure/hidden.ts';
import { kindId } from '../../analysis/kinds.ts';
import { groupBy } from '../../intake/group-by.ts';
import { type Block, type Sentence, heading, list, paragraph } from '../document.ts';
import { mergeNotesBy } from '../words/note-words.ts';
import { groupWords } from '../words/ledger-words.ts';
import { listed } from '../words/phrases.ts';
import { findItem, groupedBy, quotedItem } from '../words/question-name.ts';
import { unweightedGroupsNotes } from '../words/weighting-words.ts';
import { breakdownMarks, breakdownTable, differenceNotes } from './breakdowns.ts';

/**
 * The breakdowns by the same groups together: sentences of each first, what holds for all of their tables once, and the
 * tables.
 */
export function breakdownSections(
  analysis: Analysis,
  sentencesOf: (breakdown: Breakdown) => readonly Sentence[],
): Block[] {
  const groupings = groupBy(analysis.breakdowns.filter(isShown), ({ by }) => by);
  return [...groupings.values()].flatMap((breakdowns): Block[] => {
    const ofOneGroup = groupBy(
      breakdowns.filter((one) => !isOfNobody(one)),
      onlyGroup,
    );
    const compared = ofOneGroup.get(undefined) ?? [];
    const title = `Results ${groupedBy(breakdowns[0].byQuestions)}${groupWords(analysis)}`;
    const general = [
      ...generalNotes(compared, analysis),
      ...oneGroupNotes(ofOneGroup, analysis),
      ...nobodyNotes(breakdowns.filter(isOfNobody), analysis),
    ];
    return [
      heading(2, title),
      ...list(breakdowns.flatMap(sentencesOf)),
      ...(general.length > 0 ? [paragraph(['To read these tables:'])] : []),
      ...list(general),
      ...compared.map((one) => breakdownTable(one, analysis)),
    ];
  });
}

/** By what groups results are shown. */
export function shownGroupings({ breakdowns }: Pick<Analysis, 'breakdowns'>): ReadonlySet<string> {
  return new Set(breakdowns.filter(isShown).map(({ by }) => by));
}

/** Not those of which nothing is shown, nor those by groups within groups none of which is listed. */
function isShown(breakdown: Breakdown): boolean {
  return (breakdown.byQuestions.length < 2 || breakdown.groups.length > 0) && !isBreakdownEmptied(breakdown);
}

/**
 * The group that everybody who answered is in, where it is known that there is only one: its results are
 * those of all.
 */
function onlyGroup({ total, groups }: Breakdown): string | undefined {
  const [only, ...others] = groups.filter(({ base }) => base.count !== 0);
  const isOnly = only !== undefined && others.length === 0 && groups.length > 1;
  return isOnly && only.base.count !== null && only.base.count === total.base.count ? only.label : undefined;
}

/** Which items have no table because one group alone answered them. */
function oneGroupNotes(
  ofOneGroup: ReadonlyMap<string | undefined, readonly Breakdown[]>,
  { questions }: Analysis,
): Sentence[] {
  return [...ofOneGroup].flatMap(([label, its]) => {
    if (label === undefined) return [];
    const items = listed(its.map((one) => [quotedItem(one, questions)]));
    return [['No table: everybody who answered ', ...items, ` is in the group “${label}”.`]];
  });
}

/** Whether nobody gave any answer to an item, as where nobody was asked. */
function isOfNobody({ total: { base, states, options } }: Breakdown): boolean {
  return base.count === 0 && states.invalid === 0 && options.every(({ figure }) => figure.count === 0);
}

/** Which items have no table because nobody answered them. */
function nobodyNotes(breakdowns: readonly Breakdown[], { questions }: Analysis): Sentence[] {
  const items = breakdowns.map((one): Sentence => [quotedItem(one, questions)]);
  return items.length > 0 ? [['No table: nobody answered ', ...listed(items), '.']] : [];
}

/** What marks and differences mean, and who is in no group, each once. */
function generalNotes(breakdowns: readonly Breakdown[], analysis: Analysis): Sentence[] {
  const all = [
    ...mergeNotesBy(breakdowns[0]?.by ?? '', analysis),
    ...unweightedGroupsNotes(analysis),
    ...breakdowns.flatMap((one) => breakdownMarks(one, analysis)),
    ...differenceNotes(breakdowns),
    ...(breakdowns.some(({ overlapping }) => overlapping)
      ? [['A respondent may be in more than one group.']]
      : []),
    ...breakdowns.flatMap((one) => ungroupedNotes(one, analysis)),
  ];
  return [...groupBy(all, (sentence) => JSON.stringify(sentence)).values()].map(([sentence]) => sentence);
}

/** How many are in no group, and that groups may have no row. */
function ungroupedNotes(breakdown: Breakdown, { notes, questions }: Analysis): Sentence[] {
  const { by, ungrouped } = breakdown;
  const others = notes.flatMap((note) =>
    note.code === 'unlisted-groups' && note.byQuestions.map(({ id }) => id).join('+') === by
      ? [[`Groups of fewer than ${note.limit}, if there are any, have no row.`]]
      : [],
  );
  if (ungrouped === 0) return others;
  const own: Sentence =
    ungrouped === null
      ? ['How many are under “All respondents” but in no group is hidden, as in the profile.']
      : [
          { count: ungrouped },
          ` under “All respondents” but in no group: ${whyUngrouped(breakdown, questions)}.`,
        ];
  return [own, ...others];
}

function whyUngrouped({ byQuestions, ungrouped }: Breakdown, questions: readonly QuestionAnalysis[]): string {
  if (byQuestions[0]?.id === kindId) return 'nothing says what kind of respondent';
  const names = byQuestions.map(({ text }) => `“${text}”`).join(' or to ');
  const states = byQuestions.flatMap(
    ({ id }) => findItem({ question: id, item: id }, questions)?.states ?? [],
  );
  if (states.length === 1 && states[0]?.notAsked === ungrouped) return `not asked ${names}`;
  const [before, after] = [
    states.some(({ notAsked }) => notAsked !== 0) ? 'not asked, or ' : '',
    states.some(({ invalid }) => invalid !== 0) ? ' that could be counted' : '',
  ];
  return `${before}no answer to ${names}${after}`;
}
