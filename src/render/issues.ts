import { Chalk } from 'chalk';
import type { Input, Ledger, Selection } from '../responses/responses.ts';
import type { Issue, Severity } from '../responses/issues/issues.ts';
import { platformNotes } from '../report/provenance.ts';
import { ledgerSentence, selectionNotes } from '../report/words/ledger-words.ts';
import type { Questions } from '../report/words/question-name.ts';
import { type IssueGroup, type Occurrence, groupIssues, occurrences } from '../report/issues/issue-groups.ts';
import { shortened } from '../survey/labels/labels.ts';
import { toCsv, whereText } from './csv.ts';
import { sentenceText } from './inline.ts';
import { issueGroupsOf, ledgerOf, schemaVersion, toJson } from './json.ts';
import { showCount } from './numbers.ts';
import { printable } from './printable.ts';
import type { TerminalSettings } from './terminal.ts';
import { wrapText } from './wrap.ts';
import { sumOf } from '../intake/sum.ts';

/** The outcome of a validation, to be shown in any of the formats below. */
export interface Findings {
  readonly issues: readonly Issue[];
  readonly ledger: Ledger;
  readonly inputs: readonly Input[];
  /** The group that was looked at, where it was one, and the questions of which one makes it. */
  readonly selection?: Selection;
  readonly questions?: Questions;
  /** How many places to show of each kind of issue. */
  readonly limit: number;
}

/** Issues grouped by kind, the worst first, each with examples and a total. */
export function renderIssueTable(findings: Findings, { width, colour }: TerminalSettings): string {
  const { issues, limit } = findings;
  const chalk = new Chalk({ level: colour });
  const paint = { error: chalk.red, warning: chalk.yellow, note: chalk.cyan } satisfies Record<
    Severity,
    unknown
  >;
  const wrap = (text: string, indent: string, hanging = indent) =>
    indent + wrapText(text, width - hanging.length).replaceAll('\n', `\n${hanging}`);
  const groups = groupIssues(issues).map((group) => {
    const shown = occurrences(group, limit);
    const hidden = linesOf(group) - shown.length;
    return [
      wrap(
        `${paint[group.severity].bold(group.severity)} ${group.title}: ${showHowMany(group)}${group.effect} ${chalk.dim(`[${group.code}]`)}`,
        '',
      ),
      ...shown.map((one) => wrap(printable(`${placeText(one)}: ${one.message}`), '  ', '    ')),
      ...(hidden > 0 ? [wrap(chalk.dim(`and ${showCount(hidden)} more (--all shows every one)`), '  ')] : []),
    ].join('\n');
  });
  const summary = `${sentenceText(ledgerSentence(findings), 0)} ${totals(issues)}`;
  const about = selectionNotes(findings).map(([note]) => wrap(printable(note), ''));
  const platforms = platformNotes(findings).map((note) => wrap(printable(sentenceText(note, 0)), ''));
  return `${[...about, ...groups, ...platforms, wrap(summary, '')].join('\n\n')}\n`;
}

/** How often something is wrong, and with how many responses where a record may stand for several. */
export function showHowMany({ count, responses }: IssueGroup): string {
  const standing = responses === undefined ? '' : `, which stand for ${showCount(responses)} responses`;
  return `${showCount(count)}${standing}`;
}

/** The place of an issue in words: its file, row, line and column. */
export function placeText({ file, row, line, column, responses }: Occurrence): string {
  const at = line === undefined ? '' : `, line ${line}`;
  const many = responses === undefined ? '' : `, ${showCount(responses)} responses`;
  const place = row === undefined ? at : `, row ${row} (line ${line})${many}`;
  return `${file}${place}${column === undefined ? '' : `, ${shortened(column, 120)}`}`;
}

/** Every issue shown, as JSON. */
export function renderIssueJson({ issues, ledger, selection, limit }: Findings): string {
  return toJson({
    schemaVersion,
    ...(selection ? { where: selection } : {}),
    ledger: ledgerOf(ledger),
    issues: issueGroupsOf(issues, limit),
  });
}

const csvColumns = [
  'severity',
  'code',
  'file',
  'row',
  'line',
  'column',
  'value',
  'suggestion',
  'message',
  'where',
] as const;

/** One row a place, as CSV. */
export function renderIssueCsv({ issues, selection, limit }: Findings): string {
  const where = whereText(selection);
  const rows = groupIssues(issues).flatMap((group) => {
    const { severity, code } = group;
    return occurrences(group, limit).map((place) => {
      const row = { ...place, severity, code, where };
      return csvColumns.map((column) => row[column] ?? '');
    });
  });
  return toCsv(csvColumns, rows);
}

/** GitHub's workflow commands, which mark the line of the file: "::error file=…,line=…::…". */
export function renderIssueAnnotations(findings: Findings): string {
  const { issues, limit } = findings;
  const command = { error: 'error', warning: 'warning', note: 'notice' } satisfies Record<Severity, string>;
  const about = selectionNotes(findings).map(([note]) => `::notice title=where::${escapeData(note)}\n`);
  const annotations = groupIssues(issues).flatMap((group) => {
    const shown = occurrences(group, limit).map(({ file, line, column, message }) => {
      const where = `file=${escapeProperty(file)}${line === undefined ? '' : `,line=${line}`}`;
      const text = `${column === undefined ? '' : `${column}: `}${message}`;
      return `::${command[group.severity]} ${where},title=${group.code}::${escapeData(text)}\n`;
    });
    const hidden = linesOf(group) - shown.length;
    const rest = `${group.title}: ${showHowMany(group)}, ${showCount(hidden)} of them not marked here (--all marks every one)`;
    return hidden > 0 ? [...shown, `::notice title=${group.code}::${escapeData(rest)}\n`] : shown;
  });
  return [...about, ...annotations].join('');
}

/** The escapes of GitHub's workflow commands (actions/toolkit, command.ts), and nothing in it that a terminal obeys. */
export function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

/** The same escapes where a property of a command stands, which ends at a colon or a comma. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function totals(issues: readonly Issue[]): string {
  const groups = groupIssues(issues);
  const count = (severity: Severity) => {
    const total = sumOf(
      groups.filter((group) => group.severity === severity),
      (group) => group.count,
    );
    return `${showCount(total)} ${severity}${total === 1 ? '' : 's'}`;
  };
  return `${count('error')}, ${count('warning')}, ${count('note')}.`;
}

/** How many lines all of a group would take: one a place, one for what is about a whole file. */
function linesOf({ issues }: IssueGroup): number {
  return sumOf(issues, ({ places, count }) => (places.length === 0 ? 1 : count));
}
