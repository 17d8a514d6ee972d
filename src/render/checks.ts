import type { Analysis } from '../analysis/analysis.ts';
import { listFigures, listStatistics } from '../analysis/figure-list.ts';
import type { Difference, ExpectedFigure, ExpectedFigures } from '../analysis/expected.ts';
import { escapeData, escapeProperty } from './issues.ts';
import { showCount, showPercent, showStatistic } from './numbers.ts';
import { printable } from './printable.ts';

/** The outcome of re-running one fixture survey. */
export interface FixtureCheck {
  readonly folder: string;
  readonly figures: number;
  readonly differences: readonly Difference[];
  /** What stopped it, in words, where it could not be run. */
  readonly failure?: string;
}

/** Every figure of an analysis as a fixture records it. */
export function expectedFigures(analysis: Analysis): ExpectedFigures {
  const { decimals } = analysis.settings;
  const figures = listFigures(analysis).map(({ figure }): [string, ExpectedFigure] => [
    figure.id,
    { count: figure.count, base: figure.base, shown: showPercent(figure, decimals) },
  ]);
  const statistics = listStatistics(analysis).map(({ id, n, ...statistic }): [string, ExpectedFigure] => [
    id,
    { count: n, base: n, shown: showStatistic(statistic) },
  ]);
  return Object.fromEntries([...figures, ...statistics]);
}

/** Each fixture on a line, each difference under it as was → is. */
export function renderChecks(checks: readonly FixtureCheck[]): string {
  const lines = checks.flatMap(({ folder, figures, differences, failure }) => [
    failure === undefined
      ? `${differences.length === 0 ? 'ok' : 'differs'} ${folder}: ${showCount(figures)} figures${differences.length === 0 ? '' : `, ${showCount(differences.length)} not as expected`}`
      : `failed ${folder}: ${failure}`,
    ...differences.map((difference) => `  ${describeDifference(difference)}`),
  ]);
  return `${lines.map(printable).join('\n')}\n`;
}

/** JUnit XML: a test suite a fixture, a failed case a difference. */
export function renderJunit(checks: readonly FixtureCheck[]): string {
  const suites = checks.map(({ folder, figures, differences, failure }) => {
    const cases =
      failure === undefined
        ? differences.map((one) => testCase(folder, one.id, describeDifference(one)))
        : [testCase(folder, 'run', failure)];
    const passed =
      cases.length === 0 ? [`    <testcase classname="${xml(folder)}" name="${figures} figures"/>`] : cases;
    return [
      `  <testsuite name="${xml(folder)}" tests="${passed.length}" failures="${cases.length}">`,
      ...passed,
      '  </testsuite>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

/** GitHub annotations: one a difference, on the fixture's expected figures. */
export function renderCheckAnnotations(checks: readonly FixtureCheck[]): string {
  return checks
    .flatMap(({ folder, differences, failure }) => {
      const file = escapeProperty(`${folder}/expected.json`);
      const problems = failure === undefined ? differences.map(describeDifference) : [failure];
      return problems.map((problem) => `::error file=${file}::${escapeData(problem)}\n`);
    })
    .join('');
}

function describeDifference({ id, was, is }: Difference): string {
  if (was === undefined) return `${id} appeared: is ${figureText(is)}`;
  if (is === undefined) return `${id} vanished: was ${figureText(was)}`;
  return `${id}: was ${figureText(was)}, is ${figureText(is)}`;
}

function figureText(figure: ExpectedFigure | undefined): string {
  return figure ? `${figure.shown} (${showCount(figure.count)} of ${showCount(figure.base)})` : 'nothing';
}

function testCase(folder: string, name: string, message: string): string {
  return `    <testcase classname="${xml(folder)}" name="${xml(name)}"><failure message="${xml(message)}"/></testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function xml(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
