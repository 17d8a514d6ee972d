import { UserError } from '../../intake/user-error.ts';
import { type RowChanges, type Rows, compareRows } from '../../responses/respondents/compare-rows.ts';
import { type ComparedFigures, compareFigureSets } from './compare.ts';
import { hasMoved } from './compared-figure.ts';
import {
  type DefinitionChange,
  type RuleChange,
  compareDefinitions,
  compareRules,
} from './compare-definitions.ts';
import { type SettingChange, compareCodes, compareSettings } from './compare-settings.ts';
import type { Comparable } from './comparable.ts';
import { pairQuestions } from './match-questions.ts';

/** One side of a comparison. */
export interface Run {
  /** What the user called it. */
  readonly name: string;
  readonly analysis: Comparable;
  /** What its exports hold; none where it was read from an analysis. */
  readonly rows?: Rows;
  /** The SHA-256 of its definition, where somebody wrote one. */
  readonly definition?: string;
}

/** What moved from A to B, and what there is to know of why. */
export interface Comparison extends ComparedFigures {
  readonly a: Run;
  readonly b: Run;
  readonly definition: readonly (DefinitionChange | SettingChange)[];
  readonly rules: readonly RuleChange[];
  /** Where both are exports with ids. */
  readonly rows?: RowChanges;
}

/** Compares two runs. Throws a `UserError` where they have no question in common. */
export function compareRuns(a: Run, b: Run): Comparison {
  const pairs = pairQuestions(a.analysis.questions, b.analysis.questions);
  if (!pairs.some((pair) => pair.a !== undefined && pair.b !== undefined)) {
    const ids = ({ name, analysis }: Run) => `${name}: ${analysis.questions.map(({ id }) => id).join(', ')}`;
    throw new UserError(
      'The two have no question in common, neither by its id nor by its text.',
      `Questions of ${ids(a)}; of ${ids(b)}.`,
    );
  }
  const rows = a.rows && b.rows ? compareRows(a.rows, b.rows) : undefined;
  const asked = { a: a.analysis.questions, b: b.analysis.questions };
  const settings =
    a.rows && b.rows ? compareSettings(a.rows.survey, b.rows.survey, asked) : compareCodes(asked.a, asked.b);
  return {
    a,
    b,
    ...compareFigureSets(a.analysis, b.analysis),
    definition: [...compareDefinitions(a.analysis, b.analysis), ...settings],
    rules: compareRules(a.analysis, b.analysis),
    ...(rows ? { rows } : {}),
  };
}

/** How many figures moved. */
export interface MovementCounts {
  /** Figures that both runs have, and of these those that moved. */
  readonly both: number;
  readonly moved: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** The most by which one moved, in percentage points, up or down; 0 where none did. */
  readonly most: number;
}

/** How many figures of all respondents moved, or of groups of them. */
export function countMovements({ items }: ComparedFigures, of: 'all' | 'groups'): MovementCounts {
  const figures = items.flatMap((item) =>
    (item.group === undefined) === (of === 'all') ? item.figures : [],
  );
  const both = figures.filter(({ a, b }) => a !== undefined && b !== undefined);
  return {
    both: both.length,
    moved: both.filter(hasMoved).length,
    onlyA: figures.filter(({ b }) => b === undefined).length,
    onlyB: figures.filter(({ a }) => a === undefined).length,
    most: both.reduce((most, { points }) => Math.max(most, Math.abs(points ?? 0)), 0),
  };
}
