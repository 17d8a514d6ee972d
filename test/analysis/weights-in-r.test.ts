import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { type Rows, analyseTables } from '../support/survey.ts';

/*
 * Weighted results beside those of the survey package of R (Lumley, Journal of Statistical Software 2004), from the same rows.
 * The package is asked for alone, since R itself comes without it.
 */
const isThere = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;

const header = ['Weight', 'Age', 'Area', 'View'];

/** How many gave the same answers, with what weight: 200 responses. */
const groups: readonly (readonly [times: number, weight: number, age: string, area: string, view: string])[] =
  [
    [40, 1, 'Young', 'Town', 'Agree'],
    [13, 0.8, 'Young', 'Town', 'Disagree'],
    [9, 1.5, 'Young', 'Village', 'Agree'],
    [11, 1, 'Young', 'Village', 'Disagree'],
    [31, 1.2, 'Old', 'Town', 'Agree'],
    [52, 1, 'Old', 'Town', 'Disagree'],
    [3, 2.5, 'Old', 'Village', 'Agree'],
    [12, 1, 'Old', 'Village', 'Disagree'],
    [8, 0.5, 'Middle', 'Village', 'Agree'],
    [21, 1, 'Middle', 'Town', 'Disagree'],
  ];

const rows: Rows = groups.flatMap(([times, ...cells]) =>
  Array.from({ length: times }, () => cells.map(String)),
);

/** The same rows in R, and the shares that two questions are to have. */
const inR = `
suppressPackageStartupMessages(library(survey))
times <- c(${groups.map(([times]) => times).join(', ')})
column <- function(...) rep(c(...), times)
d <- data.frame(
  weight = column(${groups.map(([, weight]) => weight).join(', ')}),
  age = column(${groups.map(([, , age]) => `"${age}"`).join(', ')}),
  area = column(${groups.map(([, , , area]) => `"${area}"`).join(', ')}),
  view = column(${groups.map(([, , , , view]) => `"${view}"`).join(', ')}))
margins <- function(sum) list(
  data.frame(age = c("Young", "Middle", "Old"), Freq = sum * c(0.25, 0.35, 0.4)),
  data.frame(area = c("Town", "Village"), Freq = sum * c(0.55, 0.45)))
raked <- function(w) weights(rake(svydesign(ids = ~1, weights = w, data = d), list(~age, ~area), margins(sum(w)),
  control = list(maxit = 500, epsilon = 1e-11)))
told <- function(w) {
  design <- svydesign(ids = ~1, weights = w, data = d)
  inTown <- subset(design, area == "Town")
  cat(format(c(100 * svymean(~view, design)[["viewAgree"]], 100 * svymean(~view, inTown)[["viewAgree"]],
    sum(w)^2 / sum(w^2), nrow(d) * sum(w^2) / sum(w)^2), digits = 15), sep = "\\n")
}
`;

/** Brings weights down to so many times their mean, what they lose going to the others in proportion, and rakes again, in turn. */
const trimmedInR = `
trimmed <- function(w, most) {
  w <- raked(w)
  while (any(w > most * mean(w) * (1 + 1e-9))) {
    while (any(w > most * mean(w) * (1 + 1e-9))) {
      sum <- sum(w); large <- w >= most * mean(w)
      w[large] <- most * sum / length(w)
      w[!large] <- w[!large] * (sum - sum(w[large])) / sum(w[!large])
    }
    w <- raked(w)
  }
  w
}
`;

const definition = (respondent: string, weight: string) => `
title: T
${respondent}
${weight}
questions:
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
  - { id: age, kind: choice, column: Age }
  - { id: area, kind: choice, column: Area, options: [Town, Village] }
breakdowns: [area]
report: { disclosure: none }
`;

const margins = 'age: { Young: 25, Middle: 35, Old: 40 }, area: { Town: 55, Village: 45 }';
const column = 'respondent: { weight: Weight }';

/** The share that agreed, in all and in town; the effective base and the design effect. */
function told({ questions, breakdowns, weighting }: Analysis<number>): (number | null | undefined)[] {
  const inTown = breakdowns.find(({ question }) => question === 'view')?.groups[0];
  return [
    questions[0]?.items[0]?.options[0]?.figure.percent,
    inTown?.options[0]?.figure.percent,
    weighting?.effective,
    weighting?.designEffect,
  ];
}

const cases: readonly (readonly [command: string, respondent: string, weight: string])[] = [
  ['told(d$weight)', column, ''],
  ['told(raked(rep(1, nrow(d))))', '', `weight: { rake: { ${margins} } }`],
  ['told(raked(d$weight))', column, `weight: { rake: { ${margins} } }`],
  ['told(trimmed(rep(1, nrow(d)), 3))', '', `weight: { rake: { ${margins} }, trim: 3 }`],
  ['told(trimmed(d$weight, 2.9))', column, `weight: { rake: { ${margins} }, trim: 2.9 }`],
];

describe(isThere ? 'R on this machine' : 'R with its package survey, not on this machine: skipped', () => {
  // One process for all of them: the package takes seconds to load.
  const { stdout } = isThere
    ? spawnSync('Rscript', ['-e', inR + trimmedInR + cases.map(([command]) => command).join('\n')], {
        encoding: 'utf8',
        timeout: 60_000,
      })
    : { stdout: '' };
  const theirs = stdout.trim().split(/\s+/u).map(Number);

  test.skipIf(!isThere).each(cases)('weighs the same: %s', async (command, respondent, weight) => {
    const ours = told(await analyseTables(definition(respondent, weight), [[header, ...rows]]));
    const at = cases.findIndex(([one]) => one === command) * ours.length;
    for (const [nth, value] of ours.entries())
      expect((theirs[at + nth] ?? Number.NaN) / Number(value)).toBeCloseTo(1, 7);
  });
});
