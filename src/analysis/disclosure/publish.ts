import type {
  Analysis,
  Breakdown,
  Distribution,
  Group,
  OptionFigure,
  QuestionAnalysis,
} from '../analysis.ts';
import { isOpen } from '../comparable.ts';
import type { Note } from '../note.ts';
import { campaignId, compareWithout } from '../campaigns.ts';
import { type Hiding, findAlternatives } from './alternatives.ts';
import { audit } from './audit.ts';
import { outerFirst, outerGroup, outerOf, sizesOf } from './related-groups.ts';
import { hideCombination } from './hide-combination.ts';
import { hideDistribution, isKnown, withholdDistribution, withoutDifference } from './hide.ts';
import { type Limits, isSmallCount, isSmallGroup, limitsOf } from './limits.ts';
import { hideGroupNumbers, hideNumbers } from './number-groups.ts';
import { countHidden, hiddenIds, smallGroups } from './hidden.ts';
import { type Tables, itemKey } from './places.ts';
import { tabulate } from './tables.ts';

/** What it takes to publish an analysis. */
export interface Plan {
  readonly analysis: Analysis<number>;
  readonly limits: Limits;
  readonly tables: Tables;
  readonly hiding: Hiding;
}

/**
 * An analysis as it may be seen: small counts in profiles and breakdowns are hidden, and as many others as it takes that
 * nobody can work them out. Throws a `UserError` where the audit finds a count that can be.
 */
export function publish(analysis: Analysis<number>): Analysis {
  const limits = limitsOf(analysis);
  if (limits === undefined) return analysis;
  const tables = tabulate(analysis, limits);
  const hiding = findAlternatives(tables.tables);
  const plan = { analysis, limits, tables, hiding };
  const questions = analysis.questions.map((question) => hideQuestion(question, plan));
  const breakdowns = hideBreakdowns(questions, plan);
  const combinations = analysis.combinations.map((one) => hideCombination(one, plan));
  const sensitivity = compareWithout(breakdowns, analysis.campaigns ?? []);
  const published: Analysis = { ...analysis, questions, breakdowns, combinations, sensitivity };
  audit(published, analysis, tables, hiding);
  const disclosure = { level: analysis.settings.disclosure, ...countHidden(published) };
  return { ...published, disclosure, notes: notesOf({ ...published, disclosure }, plan) };
}

function hideQuestion(question: QuestionAnalysis<number>, plan: Plan): QuestionAnalysis {
  const { analysis, limits, tables, hiding } = plan;
  const isAboutPeople = question.profile || analysis.selection !== undefined;
  const items = question.items.map((item) => {
    if (question.kind === 'number') return isAboutPeople ? hideNumbers(item, limits) : item;
    const places = tables.items.get(itemKey(question.id, item.id));
    return places === undefined ? item : hideDistribution(item, places, item.options, hiding);
  });
  return { ...question, items };
}

function hideBreakdowns(questions: readonly QuestionAnalysis[], plan: Plan): Breakdown[] {
  const done = new Map<Breakdown<number>, Breakdown>();
  for (const breakdown of outerFirst(plan.analysis.breakdowns)) {
    const outer = outerOf(breakdown, plan.analysis);
    const question = questions.find(({ id }) => id === breakdown.question);
    const total = question?.items.find(({ id }) => id === breakdown.item) ?? breakdown.total;
    const groups = groupsOf(breakdown, outer && done.get(outer), total, plan);
    done.set(breakdown, { ...breakdown, total, groups });
  }
  return plan.analysis.breakdowns.flatMap((breakdown) => done.get(breakdown) ?? []);
}

/** The groups of a breakdown as they may be seen. `outer` is what is shown of the breakdown that it is within, `shown` of the total. */
function groupsOf(
  breakdown: Breakdown<number>,
  outer: Breakdown | undefined,
  shown: Distribution,
  plan: Plan,
): Group[] {
  const { analysis, limits, tables, hiding } = plan;
  const { by, groups, total } = breakdown;
  const around = (group: Group<number>) => outer?.groups[outerGroup(group, outer)] ?? shown;
  if (groups.some(({ numbers }) => numbers !== undefined)) {
    if (by === campaignId) return [...groups];
    const sizes = sizesOf(breakdown, analysis, tables);
    const isSizeKnown = (group: number) => {
      const size = sizes[group];
      return size === undefined || isKnown([size], hiding);
    };
    const outerOne = (group: Group<number>) => (outer ? around(group) : undefined);
    return hideGroupNumbers(breakdown, isSizeKnown, outerOne, limits);
  }
  const places = tables.groups.get(breakdown);
  if (places === undefined) {
    // Its counts may be part of anything that is hidden: it is shown only where nothing is.
    const isHiding = hiding.alternatives.length > 0 || hiding.withheld.size > 0;
    const isSafe = !isHiding && !groups.some((group) => isGuarded(group, limits));
    return isSafe ? [...groups] : groups.map((group) => withholdDistribution(group, around(group)));
  }
  return groups.map((group, index): Group => {
    const own = places[index];
    if (own === undefined) return group;
    const isWithheld = own.options.length > 0 && own.options.every(({ table }) => hiding.withheld.has(table));
    if (isWithheld) return withholdDistribution(group, around(group));
    const hidden = hideDistribution(group, own, total.options, hiding);
    const others = breakdown.overlapping
      ? []
      : places.filter((_, other) => other !== index && other < groups.length);
    const compare = <Kind extends OptionFigure>(option: Kind, ids: readonly string[]) => {
      if (option.difference === undefined) return option;
      const columns = total.options.flatMap(({ id }, column) => (ids.includes(id) ? [column] : []));
      const cells = others.flatMap(({ options }) => columns.flatMap((column) => options[column] ?? []));
      const bases = others.flatMap(({ base }) => base);
      return isKnown(cells, hiding) && isKnown(bases, hiding) ? option : withoutDifference(option);
    };
    const members = (labels: readonly string[]) =>
      total.options.flatMap(({ id, label }) => (labels.includes(label) ? [id] : []));
    return {
      ...hidden,
      options: hidden.options.map((option) => compare(option, [option.id])),
      nets: hidden.nets.map((net) => compare(net, members(net.options))),
    };
  });
}

function isGuarded(group: Group<number>, limits: Limits): boolean {
  return (
    isSmallGroup(group, limits) || group.options.some(({ figure }) => isSmallCount(figure.count, limits))
  );
}

/** Whether nothing is hidden of the group that a note is about: its bases say how many gave which sort of answer. */
function isAllShown(
  note: Extract<Note, { code: 'base-alarm' }>,
  breakdowns: Analysis['breakdowns'],
): boolean {
  if (note.group === undefined) return true;
  const { by, id } = note.group;
  const group = breakdowns
    .find((one) => one.by === by && one.question === note.question && one.item === note.item)
    ?.groups.find((one) => one.id === id);
  return group !== undefined && isOpen(group);
}

/** What must be said still, and what is hidden. */
function notesOf(published: Analysis, { analysis, limits }: Plan): Note[] {
  const { questions, breakdowns, sensitivity, disclosure } = published;
  const hidden = hiddenIds(questions, breakdowns);
  const isSaid = (note: Note): boolean => {
    if (note.code === 'base-alarm')
      return isAllShown(note, breakdowns) && note.shares.every(({ figure }) => !hidden.has(figure.id));
    if (note.code !== 'campaign-majority') return true;
    const { change } = note;
    return sensitivity.some(
      ({ with: one, campaign }) => one.id === change.with.id && campaign === change.campaign,
    );
  };
  const small = smallGroups(analysis, limits);
  return [
    ...published.notes.filter(isSaid),
    ...(disclosure && disclosure.of > 0 ? [{ code: 'disclosure', disclosure } as const] : []),
    ...small.map((groups) => ({ code: 'small-groups', ...groups, limit: limits.group }) as const),
  ];
}
