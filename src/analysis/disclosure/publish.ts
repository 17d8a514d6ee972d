import type {
  Analysis,
  Breakdown,
  Distribution,
  Group,
  OptionFigure,
  QuestionAnalysis,
} from '../analysis.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Note } from '../note.ts';
import { campaignId, compareWithout } from '../campaigns.ts';
import { isOpen } from '../comparison/comparable.ts';
import { kindId } from '../kinds.ts';
import { audit } from './audit.ts';
import { fewAsked, hideFew, withoutFew } from './few-asked.ts';
import { hideTexts, withoutFewUncounted, withoutTelling } from './hide-text.ts';
import { hideCombination, hideDifferences, hideDistribution, withholdSmallViews } from './hide.ts';
import { type Limits, limitsOf, refuseSmallSelection } from './limits.ts';
import { hideNumberGroups, hideNumbers } from './number-groups.ts';
import { areAlikeHidden, countHidden, withoutAlike, withoutEmptied } from './hidden.ts';
import { hideParts, withoutHiddenKinds } from './parts.ts';
import { type GoesOn, protectedTables } from './protect.ts';
import { publishedNotes } from './published-notes.ts';
import { withRounded } from './rounded.ts';
import { areGroupsTold } from './sizes.ts';
import type { Tables } from './tables.ts';

/** What it takes to publish an analysis. */
interface Plan {
  readonly analysis: Analysis<number>;
  readonly limits: Limits;
  readonly tables: Tables;
}

/**
 * An analysis of some responses as it may be seen: small counts in profiles and breakdowns are hidden, and as many others as it
 * takes that nobody can work them out. Throws a `UserError` where the audit finds a count that can be, and where the run looks at
 * few alone.
 */
export function publish(
  whole: Analysis<number>,
  responses: Responses,
  limits = limitsOf(whole),
  goesOn?: GoesOn,
): Analysis {
  if (limits === undefined) return whole;
  refuseSmallSelection(whole, limits);
  const { parts, hidden } = hideParts(whole, limits);
  const few = fewAsked(whole, responses, limits);
  const analysis = withoutFew(withoutHiddenKinds(whole, hidden), few);
  const { tables, alternatives } = protectedTables(analysis, responses, limits, goesOn);
  if (analysis.selection) withholdSmallViews(analysis.selection.question, tables);
  hideNumberGroups(analysis, tables, responses);
  const plan = { analysis, limits, tables };
  const counted = analysis.questions.map((question) => hideQuestion(question, plan));
  const questions = hideTexts(hideFew(counted, whole, few, responses), analysis, responses, limits);
  const breakdowns = hideBreakdowns(questions, plan);
  const combinations = [...tables.pairings].map(hideCombination);
  const sensitivity = compareWithout(breakdowns, analysis.campaigns ?? []);
  const told = withoutTelling(
    analysis,
    withoutFewUncounted({ questions, breakdowns }, limits).questions,
    limits,
  );
  const figures = { questions, breakdowns, combinations, sensitivity };
  const all: Analysis = { ...analysis, ...parts, ...figures, issues: told.issues };
  const published = areAlikeHidden(all) ? withoutAlike(all) : all;
  audit(published, analysis, tables, alternatives);
  const { rounding } = tables;
  const exact = rounding ? withRounded(published, rounding.decimals) : published;
  const seen = withoutFewUncounted(exact, limits);
  const disclosure = {
    level: analysis.settings.disclosure,
    ...countHidden(withoutEmptied(published)),
    ...(hidden.length > 0 && { withheld: hidden }),
  };
  const notes = publishedNotes({ ...seen, disclosure }, plan, few);
  const isByKindToo = analysis.breakdowns.length < whole.breakdowns.length;
  const ofParts: Note[] = hidden.length > 0 ? [{ code: 'hidden-parts', tables: hidden, isByKindToo }] : [];
  return { ...seen, disclosure, notes: [...notes, ...ofParts, ...told.hidden] };
}

function hideQuestion(question: QuestionAnalysis<number>, plan: Plan): QuestionAnalysis {
  const items = question.items.map((item) => hideWhole(item, { question: question.id, item: item.id }, plan));
  return { ...question, items };
}

/** Results of all responses to an item as they may be seen. */
function hideWhole<Kind extends Distribution<number>>(
  whole: Kind,
  place: { readonly question: string; readonly item: string },
  { analysis, tables }: Plan,
): Omit<Kind, keyof Distribution> & Distribution {
  const field = tables.fieldOf(place);
  const row = tables.wholeOf(field)?.rows[0];
  if (field === undefined || row === undefined) return whole;
  const { question } = field;
  const isAboutPeople = question.profile || analysis.selection !== undefined;
  if (question.kind === 'number') return hideNumbers(whole, row, isAboutPeople);
  const shown = hideDistribution(whole, row, whole.options);
  if (!field.isByFrequency || shown.options.every(({ figure }) => figure.count !== null)) return shown;
  return { ...shown, options: hiddenLast(shown.options), areHiddenLast: true };
}

function hideBreakdowns(questions: readonly QuestionAnalysis[], plan: Plan): Breakdown[] {
  return plan.analysis.breakdowns.map((breakdown) => {
    const total = hideWhole(breakdown.total, breakdown, plan);
    const groups = groupsOf(breakdown, total, plan);
    const { split } = plan.tables.byBreakdown.get(breakdown) ?? {};
    const isTold = split === undefined || !plan.tables.ungrouped.has(split);
    const ungrouped = isTold ? breakdown.ungrouped : null;
    return listed({ ...breakdown, total, groups, ungrouped }, breakdown, questions, plan);
  });
}

/** The groups of a breakdown as they may be seen. `shown` is what is shown of the total. */
function groupsOf(breakdown: Breakdown<number>, shown: Distribution, { limits, tables }: Plan): Group[] {
  const { by, groups, total, ungrouped } = breakdown;
  const table = tables.byBreakdown.get(breakdown);
  // Where everybody is in a group, the total less a group says what the others did, unless it is rounded.
  const isTold = ungrouped === 0 && isOpen(shown) && !tables.rounding?.areGroupsWeighted;
  // Beside individuals the others are organisations and petitions, whose answers are no secret.
  const isBesidePeople = ({ id }: Group<number>) =>
    !isTold && (tables.isOfGroup || (by !== campaignId && (by !== kindId || id !== 'individual')));
  if (groups.some(({ numbers }) => numbers !== undefined)) {
    if (by === campaignId && table?.isWithheld !== true) return [...groups];
    return groups.map((group, index) => {
      const row = table?.rows[index];
      return row ? hideNumbers(group, row, true) : group;
    });
  }
  return groups.map((group, index): Group => {
    const row = table?.rows[index];
    if (row === undefined) return group;
    return hideDifferences(
      hideDistribution(group, row, inOrderOf(shown.options, total.options)),
      row,
      isBesidePeople(group),
      limits,
    );
  });
}

/** Hidden options after the others and by name: how often they were chosen puts them in no order that could be seen. */
function hiddenLast(options: readonly OptionFigure[]): OptionFigure[] {
  const [shown, hidden] = [true, false].map((isShown) =>
    options.filter(({ figure }) => (figure.count !== null) === isShown),
  ) as [OptionFigure[], OptionFigure[]];
  return [...shown, ...hidden.toSorted((a, b) => (a.label < b.label ? -1 : 1))];
}

function inOrderOf<One extends { readonly id: string }>(
  order: readonly { readonly id: string }[],
  all: readonly One[],
): One[] {
  const place = new Map(order.map(({ id }, index) => [id, index]));
  return all.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** The groups that readers see: those within other groups only where they are not small, since their being there says something. */
function listed(
  breakdown: Breakdown,
  own: Breakdown<number>,
  questions: readonly QuestionAnalysis[],
  { tables }: Plan,
): Breakdown {
  const table = tables.byBreakdown.get(own);
  const isTold = table === undefined || areGroupsTold(table, tables);
  const groups = isTold ? breakdown.groups.filter((_, index) => table?.rows[index]?.isListed !== false) : [];
  const [by, ...within] = breakdown.byQuestions;
  const options = questions.find(({ id }) => id === by?.id)?.items[0]?.options;
  return { ...breakdown, groups: within.length === 0 && options ? inOrderOf(options, groups) : groups };
}
