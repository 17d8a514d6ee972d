import type { Comparable, ComparableItem, ComparableQuestion } from './comparable.ts';
import { kindId } from '../kinds.ts';
import { type Pair, pairById, pairItems, pairQuestions } from './match-questions.ts';

/** What two runs say differently of one thing: a wording, a rule. `undefined` where one of them says nothing. */
interface Said {
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** How what was asked differs between two runs. `question` is the id that B has, or A where B has it not. */
export type DefinitionChange =
  /** "hidden": the other has these results too, and hides them. */
  | { readonly code: 'breakdown'; readonly only: 'a' | 'b'; readonly by: string; readonly hidden?: true }
  | { readonly code: 'question'; readonly only: 'a' | 'b'; readonly question: string; readonly text: string }
  | {
      readonly code: 'item' | 'option';
      readonly only: 'a' | 'b';
      readonly question: string;
      readonly label: string;
    }
  | ({ readonly code: 'id' | 'text' | 'kind' | 'scale'; readonly question: string } & Said)
  | ({ readonly code: 'item-label' | 'option-label'; readonly question: string } & Said);

/** How the rules by which figures are counted differ. `base` is a rule of one question. */
export interface RuleChange extends Said {
  readonly rule: 'exclude' | 'where' | 'opened' | 'closed' | 'base' | 'weight' | 'minimumBase' | 'disclosure';
  readonly question?: string;
  /** The run that has the base for the sake of disclosure control, and not because its definition says so. */
  readonly basedOnAll?: 'a' | 'b';
}

/** What was asked in one run and not in the other, or in other words, question by question. */
export function compareDefinitions(a: Comparable, b: Comparable): DefinitionChange[] {
  return [
    ...pairQuestions(a.questions, b.questions).flatMap(compareQuestion),
    ...breakdownsOnlyIn('a', a, b),
    ...breakdownsOnlyIn('b', b, a),
  ];
}

function compareQuestion(pair: Pair<ComparableQuestion>): DefinitionChange[] {
  const { a: before, b: after } = pair;
  if (before === undefined || after === undefined) {
    const { id: question = '', text = '' } = after ?? before ?? {};
    return [{ code: 'question', only: before === undefined ? 'b' : 'a', question, text }];
  }
  const question = after.id;
  const said = (['id', 'text', 'kind', 'scale'] as const).flatMap((code) =>
    before[code] === after[code] ? [] : [{ code, question, a: before[code], b: after[code] }],
  );
  return [
    ...said,
    ...labelled('item', question, itemsByLabel(pair)),
    ...labelled('option', question, pairById(optionsOf(before), optionsOf(after))),
  ];
}

function breakdownsOnlyIn(
  only: 'a' | 'b',
  { breakdowns }: Comparable,
  other: Comparable,
): DefinitionChange[] {
  const known = new Set(other.breakdowns.map(({ by }) => by));
  const lone = new Set(breakdowns.map(({ by }) => by).filter((by) => !known.has(by)));
  const isHidden = (by: string) => by === kindId && other.disclosure?.withheld?.includes('kind');
  return [...lone].map((by) => ({ code: 'breakdown', only, by, ...(isHidden(by) && { hidden: true }) }));
}

/** Items that carry a label of their own: that of a question held in one column may be called as the question is. */
function itemsByLabel(pair: Pair<ComparableQuestion>): Pair<{ label: string }>[] {
  const isWhole = ({ text, items: [item, ...others] }: ComparableQuestion) =>
    others.length === 0 && item?.label === text;
  if (pair.a && pair.b && isWhole(pair.a) && isWhole(pair.b)) return [];
  return pairItems(pair);
}

function optionsOf({ items }: ComparableQuestion): ComparableItem['options'] {
  const first = new Map<string, ComparableItem['options'][number]>();
  for (const option of items.flatMap(({ options }) => options))
    if (!first.has(option.id)) first.set(option.id, option);
  return [...first.values()];
}

function labelled(
  code: 'item' | 'option',
  question: string,
  pairs: readonly Pair<{ readonly label: string }>[],
): DefinitionChange[] {
  return pairs.flatMap(({ a, b }): DefinitionChange[] => {
    if (a && b)
      return a.label === b.label ? [] : [{ code: `${code}-label`, question, a: a.label, b: b.label }];
    const label = a?.label ?? b?.label ?? '';
    return [{ code, only: a ? 'a' : 'b', question, label }];
  });
}

/** The rules that both runs are known to have and that differ. */
export function compareRules(a: Comparable, b: Comparable): RuleChange[] {
  const rules = (
    ['exclude', 'where', 'opened', 'closed', 'weight', 'minimumBase', 'disclosure'] as const
  ).flatMap((rule): RuleChange[] => {
    const [before, after] = [ruleOf(a, rule), ruleOf(b, rule)];
    const isKnown = before !== unknown && after !== unknown;
    return isKnown && before !== after ? [{ rule, a: before, b: after }] : [];
  });
  const bases = pairQuestions(a.questions, b.questions).flatMap((pair): RuleChange[] => {
    const [before, after] = [pair.a?.items[0]?.base.rule, pair.b?.items[0]?.base.rule];
    if (
      pair.b === undefined ||
      pair.b.kind === 'text' ||
      before === undefined ||
      after === undefined ||
      before === after
    )
      return [];
    const isOf = (run: 'a' | 'b') => ({ a, b })[run].disclosure?.basedOnAll?.includes(pair[run]?.id ?? '');
    const basedOnAll = (['a', 'b'] as const).find(isOf);
    return [{ rule: 'base', question: pair.b.id, a: before, b: after, ...(basedOnAll && { basedOnAll }) }];
  });
  return [...rules, ...bases];
}

const unknown = 'unknown';

/** What a run says of a rule, as one line of text; undefined where it has none. */
function ruleOf(
  { survey, selection, ledger, settings, weighting }: Comparable,
  rule: Exclude<RuleChange['rule'], 'base'>,
): string | undefined {
  switch (rule) {
    case 'exclude': {
      const named = ledger.removed.map(({ reason }) => reason);
      const rules = named.filter((reason) => reason !== 'bad-count' && !reason.startsWith('not '));
      return rules.length > 0 ? rules.join(', ') : undefined;
    }
    case 'where':
      return selection && `${selection.question}=${selection.option}`;
    case 'opened':
    case 'closed':
      return survey[rule];
    case 'weight':
      return weightOf(weighting);
    case 'minimumBase':
      return settings.minimumBase === undefined ? unknown : String(settings.minimumBase);
    case 'disclosure':
      return settings.disclosure ?? unknown;
  }
}

/** "column", or "raked to age, area", and whether groups are not weighted; undefined where nothing is weighted. */
function weightOf(weighting: Comparable['weighting']): string | undefined {
  if (weighting === undefined) return undefined;
  const by = weighting.raked.length === 0 ? 'column' : `raked to ${weighting.raked.join(', ')}`;
  return weighting.ofAllOnly ? `${by} (groups are not weighted)` : by;
}
