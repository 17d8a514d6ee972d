import type { ComparedItem } from '../analysis/comparison/compare.ts';
import type { ComparedFigure } from '../analysis/comparison/compared-figure.ts';
import type { Pair } from '../analysis/comparison/match-questions.ts';
import { type Comparison, type Run, countMovements } from '../analysis/comparison/comparison.ts';
import { figurePrefix } from '../analysis/analysis.ts';
import type { Count, Figure } from '../analysis/figures.ts';
import { fewSentences, runNotes } from '../report/comparison/compared-notes.ts';
import type { Sentence } from '../report/document.ts';
import { sentenceText } from './inline.ts';
import { ledgerOf, schemaVersion, toJson } from './json.ts';
import { showPercent } from './numbers.ts';

/** A comparison as JSON: every figure that one of the runs has, those that are not compared aside. */
export function renderComparisonJson(comparison: Comparison, version: string): string {
  const { a, b, rows, definition, rules, items, hidden } = comparison;
  const notes = runNotes(comparison);
  return toJson({
    schemaVersion,
    tool: { name: 'soundings', version },
    a: runOf(a, notes.a),
    b: runOf(b, notes.b),
    moved: countMovements(comparison, 'all'),
    movedInGroups: countMovements(comparison, 'groups'),
    rows,
    definition,
    rules: rules.map(({ a: before = null, b: after = null, ...rule }) => ({ ...rule, a: before, b: after })),
    figures: items.flatMap((item) => item.figures.map((figure) => figureOf(figure, item, comparison))),
    bases: sides(items, ({ base }) => base),
    numbers: sides(items, ({ numbers }) => numbers),
    scores: sides(items, ({ scores }) => scores),
    states: sides(items, ({ states }) => states),
    notCompared: hidden,
    notes: fewSentences(comparison).map((note) => sentenceText(note, 0)),
  });
}

/** Something of every item that A or B has, side by side. */
function sides<T>(items: readonly ComparedItem[], of: (item: ComparedItem) => Pair<T>) {
  return items.flatMap((item) => {
    const { a = null, b = null } = of(item);
    if (a === null && b === null) return [];
    const id = `${figurePrefix(item.question, item.item)}${suffixOf(item)}`;
    return [{ id, ...placeOf(item), a, b }];
  });
}

function runOf({ name, analysis }: Run, notes: readonly Sentence[]) {
  const { survey, inputs, selection, ledger, weighting, settings } = analysis;
  return {
    name,
    survey,
    inputs: inputs.map(({ file, sha256, records }) => ({ file, sha256, records })),
    where: selection,
    ledger: ledgerOf(ledger),
    weighting,
    notes: notes.map((note) => sentenceText(note, settings.decimals)),
  };
}

function suffixOf({ by, group }: ComparedItem): string {
  return by === undefined || group === undefined ? '' : `@${by}=${group.id}`;
}

function placeOf({ question, item, beside, by, group }: ComparedItem) {
  return {
    question,
    item,
    beside,
    by,
    group: group?.id,
  };
}

function figureOf(figure: ComparedFigure, item: ComparedItem, { a, b }: Comparison) {
  const { kind, label, a: before, b: after, points } = figure;
  return {
    id: after?.id ?? before?.id,
    ...placeOf(item),
    kind,
    label,
    a: before ? sideOf(before, a) : null,
    b: after ? sideOf(after, b) : null,
    change:
      before && after
        ? { count: less(after.count, before.count), base: less(after.base, before.base), points }
        : null,
  };
}

/** Nothing hidden is compared; were it, there would be no difference to see it by. */
function less(after: Count, before: Count): Count {
  return after === null || before === null ? null : after - before;
}

function sideOf(figure: Figure, { analysis }: Run) {
  const { count, base, weighted, percent } = figure;
  return {
    count,
    base,
    weighted,
    percent,
    shown: showPercent(figure, analysis.settings.decimals),
  };
}
