import { codeOf, controls } from '../intake/bytes/controls.ts';
import type { Analysis, Distribution, OptionFigure } from '../analysis/analysis.ts';
import type { Sensitivity } from '../analysis/campaigns.ts';
import type { Combination } from '../analysis/combinations.ts';
import type { Count, Figure } from '../analysis/figures.ts';
import type { Issue } from '../responses/issues/issues.ts';
import type { Ledger, LedgerPart, LedgerParts } from '../responses/responses.ts';
import { groupIssues, occurrences } from '../report/issues/issue-groups.ts';
import { notesAbove, notesInWords, standingNotes } from '../report/words/note-words.ts';
import { sentenceText } from './inline.ts';
import { showPercent } from './numbers.ts';

/** The version of the JSON contract: it changes when a key changes its meaning or goes. */
export const schemaVersion = 1;

/** How many examples an issue shows. */
const examples = 5;

/** The definition that somebody wrote, and what tells whether another run was of the same. */
interface DefinitionFile {
  readonly file: string;
  readonly sha256: string;
}

/**
 * The analysis as JSON, the public contract: exact percentages out of 100 and `shown` as a reader sees them. What is
 * undefined is left out.
 */
export function renderJson(analysis: Analysis, version: string, definition?: DefinitionFile): string {
  const { inputs, selection, ledger, ledgerParts, questions, breakdowns, sample } = analysis;
  const { decimals } = analysis.settings;
  return toJson({
    schemaVersion,
    tool: { name: 'soundings', version },
    survey: analysis.survey,
    inputs,
    definition,
    where: selection,
    ledger: { ...ledgerOf(ledger), ...partsOf(ledgerParts) },
    channels: unlessEmpty(channelsOf(ledgerParts.byChannel)),
    kinds: unlessEmpty(analysis.kinds),
    questions: questions.map(({ id, kind, scale, codes, text, items }) => ({
      id,
      kind,
      scale,
      text,
      codes: codes && Object.fromEntries(codes),
      items: items.map((item) => ({
        id: item.id,
        label: item.label,
        reversed: item.reversed,
        ...distribution(item, decimals),
      })),
    })),
    combinations:
      analysis.combinations.length > 0 || areViewsWithheld(analysis.notes)
        ? analysis.combinations.map((one) => combinationOf(one, decimals))
        : undefined,
    breakdowns: breakdowns.map(({ by, question, item, total, groups, ungrouped, tests, untested }) => ({
      by,
      question,
      item,
      total: distribution(total, decimals),
      groups: groups.map((group) => ({ id: group.id, label: group.label, ...distribution(group, decimals) })),
      ungrouped,
      tests,
      untested,
    })),
    campaigns: analysis.campaigns ?? undefined,
    repeats: analysis.repeats ?? undefined,
    sensitivity: unlessEmpty(analysis.sensitivity.map((one) => sensitivityOf(one, decimals))),
    weighting: analysis.weighting,
    sample: sample && { kind: 'probability', ...sample },
    disclosure: analysis.disclosure,
    issues: issueGroupsOf(analysis.issues, examples),
    notes: [...standingNotes(analysis), ...notesAbove(analysis), ...notesInWords(analysis)].map((note) =>
      sentenceText(note, decimals),
    ),
  });
}

function unlessEmpty<One>(list: readonly One[]): readonly One[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Whether nothing can be shown of some views beside clarity: then there is a list of them, if an empty one. */
function areViewsWithheld(notes: Analysis['notes']): boolean {
  return notes.some((note) => note.code === 'withheld-tables' && note.views.length > 0);
}

/** Issues by kind as the contract has them, each kind with at most so many examples. */
export function issueGroupsOf(issues: readonly Issue[], limit: number) {
  return groupIssues(issues).map((group) => ({
    code: group.code,
    severity: group.severity,
    count: group.count,
    responses: group.responses,
    message: `${group.title}${group.effect}`,
    examples: occurrences(group, limit),
  }));
}

/** The ledger as the contract has it. */
export function ledgerOf({ received, removed, analysed }: Ledger) {
  return { received, removed: removed.map(({ reason, count }) => ({ reason, count })), analysed };
}

function partsOf({ byFile, byChannel }: LedgerParts) {
  const part = ({ label, ...ledger }: LedgerPart) => ({ label, ...ledgerOf(ledger) });
  return { byFile: byFile.map(part), byChannel: byChannel.map(part) };
}

/** How the responses that are analysed came. */
function channelsOf(byChannel: readonly LedgerPart[]) {
  return byChannel
    .filter(({ analysed }) => analysed > 0)
    .map(({ label, analysed }) => ({ label, count: analysed }));
}

/** JSON text that is safe to print: control characters that a terminal obeys are escaped, beyond what JSON asks for. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Of those that are left in the text the line breaks are its own.
  const escaped = text
    .replace(/\ufeff/gu, '\\ufeff')
    .replace(controls, (character) => (character === '\n' ? character : `\\u${codeOf(character)}`));
  return `${escaped}\n`;
}

function distribution({ states, base, options, nets, numbers, scores }: Distribution, decimals: number) {
  return {
    states,
    base,
    options: options.map((option) => optionOf(option, decimals)),
    nets: nets.map((net) => optionOf(net, decimals)),
    numbers: numbers && statisticsOf(numbers),
    scores: scores && statisticsOf(scores),
  };
}

function statisticsOf({ withheld: _reason, ...statistics }: NonNullable<Distribution['numbers' | 'scores']>) {
  return statistics;
}

function optionOf({ id, label, side, figure, difference, population }: OptionFigure, decimals: number) {
  return {
    id,
    label,
    side,
    ...figureOf(figure, decimals),
    difference: difference && {
      points: difference.points,
      count: difference.others.count,
      base: difference.others.base,
      effective: difference.effective,
      interval: difference.interval,
    },
    population,
  };
}

function figureOf(figure: Figure, decimals: number) {
  const { count, percent, weighted, interval } = figure;
  return { count, percent, shown: showPercent(figure, decimals), weighted, interval };
}

/** Views beside clarity of one item. */
function combinationOf(
  { question, item, clarity, base, weightedBase, figures }: Combination,
  decimals: number,
) {
  return {
    question,
    item,
    with: clarity,
    base: { rule: 'answered', count: base, ...weightedBase },
    figures: figures.map(({ label, figure }) => ({ id: figure.id, label, ...figureOf(figure, decimals) })),
  };
}

/** One headline figure with and without a campaign. */
function sensitivityOf(sensitivity: Sensitivity, decimals: number) {
  const shown = (figure: Figure, of: Count | undefined) => ({
    ...figure,
    effective: of,
    shown: showPercent(figure, decimals),
  });
  const { question, item, label, campaign, responses, effective, majorityChanges } = sensitivity;
  return {
    question,
    item,
    label,
    campaign: campaign ?? 'all',
    responses,
    with: shown(sensitivity.with, effective?.with),
    without: shown(sensitivity.without, effective?.without),
    majorityChanges,
  };
}
