import { codeOf, controls } from '../intake/bytes/controls.ts';
import type { Analysis, Distribution, OptionFigure } from '../analysis/analysis.ts';
import type { Issue } from '../responses/issues/issues.ts';
import type { Ledger, LedgerPart, LedgerParts } from '../responses/responses.ts';
import { groupIssues, occurrences } from '../report/issues/issue-groups.ts';
import { notesInWords, standingNotes } from '../report/words/note-words.ts';
import { combinationOf, sensitivityOf } from './beside-json.ts';
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

/** The analysis as JSON, the public contract: exact percentages out of 100 and `shown` as a reader sees them. */
export function renderJson(analysis: Analysis, version: string, definition?: DefinitionFile): string {
  const {
    survey,
    inputs,
    selection,
    ledger,
    ledgerParts,
    kinds,
    questions,
    combinations,
    breakdowns,
    campaigns,
    repeats,
    sensitivity,
    weighting,
    sample,
    disclosure,
    issues,
  } = analysis;
  const { byChannel } = ledgerParts;
  const { decimals } = analysis.settings;
  return toJson({
    schemaVersion,
    tool: { name: 'soundings', version },
    survey,
    inputs,
    ...(definition ? { definition } : {}),
    ...(selection ? { where: selection } : {}),
    ledger: { ...ledgerOf(ledger), ...partsOf(ledgerParts) },
    ...(byChannel.length > 0 ? { channels: channelsOf(byChannel) } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    questions: questions.map(({ id, kind, scale, codes, text, items }) => ({
      id,
      kind,
      ...(scale === undefined ? {} : { scale }),
      text,
      ...(codes === undefined ? {} : { codes: Object.fromEntries(codes) }),
      items: items.map((item) => ({
        id: item.id,
        label: item.label,
        ...(item.reversed && { reversed: true }),
        ...distribution(item, decimals),
      })),
    })),
    ...(combinations.length > 0
      ? { combinations: combinations.map((one) => combinationOf(one, decimals)) }
      : {}),
    breakdowns: breakdowns.map(({ by, question, item, total, groups, ungrouped, tests, untested }) => ({
      by,
      question,
      item,
      total: distribution(total, decimals),
      groups: groups.map((group) => ({ id: group.id, label: group.label, ...distribution(group, decimals) })),
      ungrouped,
      ...(tests && { tests }),
      ...(untested && { untested }),
    })),
    ...(campaigns === null ? {} : { campaigns }),
    ...(repeats === null ? {} : { repeats }),
    ...(sensitivity.length > 0
      ? { sensitivity: sensitivity.map((one) => sensitivityOf(one, decimals)) }
      : {}),
    ...(weighting ? { weighting } : {}),
    ...(sample ? { sample: { kind: 'probability', ...sample } } : {}),
    ...(disclosure ? { disclosure } : {}),
    issues: issueGroupsOf(issues, examples),
    notes: [...standingNotes(analysis), ...notesInWords(analysis)].map((note) =>
      sentenceText(note, decimals),
    ),
  });
}

/** Issues by kind as the contract has them, each kind with at most so many examples. */
export function issueGroupsOf(issues: readonly Issue[], limit: number) {
  return groupIssues(issues).map((group) => ({
    code: group.code,
    severity: group.severity,
    count: group.count,
    ...(group.responses === undefined ? {} : { responses: group.responses }),
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
    options: options.map((option) => figureOf(option, decimals)),
    nets: nets.map((net) => figureOf(net, decimals)),
    ...(numbers ? { numbers: statisticsOf(numbers) } : {}),
    ...(scores ? { scores: statisticsOf(scores) } : {}),
  };
}

function statisticsOf({ withheld: _reason, ...statistics }: NonNullable<Distribution['numbers' | 'scores']>) {
  return statistics;
}

function figureOf({ id, label, side, figure, difference, population }: OptionFigure, decimals: number) {
  return {
    id,
    label,
    side,
    count: figure.count,
    percent: figure.percent,
    shown: showPercent(figure, decimals),
    ...(figure.weighted === undefined ? {} : { weighted: figure.weighted }),
    ...(figure.interval && { interval: figure.interval }),
    ...(difference && {
      difference: {
        points: difference.points,
        count: difference.others.count,
        base: difference.others.base,
        ...(difference.effective === undefined ? {} : { effective: difference.effective }),
        ...(difference.interval && { interval: difference.interval }),
      },
    }),
    ...(population && { population }),
  };
}
