import { type Problem, type Report, definitionError, place, quote } from '../definition/definition-errors.ts';
import { tidy } from '../../intake/blank.ts';
import type { Locate, Path } from '../definition/locate.ts';
import { checkCircles, findQuestion, resolveRule } from './references.ts';
import { resolveQuestion } from './resolve-question.ts';
import { weightingOf } from './resolve-weight.ts';
import { respondentOf } from './resolve-respondent.ts';
import { labelTexts, resolveScale } from './resolve-scale.ts';
import { builtInScales } from '../labels/scales.ts';
import type { Definition } from '../definition/schema.ts';
import type { ExcludeRule, Question, Sample, Survey } from '../survey.ts';

/** A survey from a definition of the right shape: defaults filled in, and every reference checked. */
export function resolveSurvey(definition: Definition, file: string, locate: Locate): Survey {
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  const report: Report = (path, message, at = 'value') => void problems.push({ path, at, message });
  const placeHeader = (header: string, path: Path) => {
    const { line, column } = locate(path, 'value');
    if (!places.has(header)) places.set(header, `${file}:${line}:${column}`);
  };

  checkDates(definition, report);
  const own = Object.entries(definition.scales ?? {}).map(
    ([name, scale]) => [name, resolveScale(name, scale, builtInScales.get(name), report)] as const,
  );
  const around = {
    scales: new Map([...builtInScales, ...own]),
    base: definition.report?.base ?? 'answered',
    isBaseGiven: definition.report?.base !== undefined,
    report,
    placeHeader,
  };
  const resolved = definition.questions.map((question, index) =>
    resolveQuestion(question, ['questions', index], around),
  );
  checkIds(definition, report);
  checkSample(definition, report);
  // A question of an unknown scale is left out: only its own mistake is reported, not what refers to it.
  const known = resolved.filter((question) => question !== undefined);
  const questions = known.length === resolved.length ? askedOf(definition, known, report) : known;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const whole = known.length === resolved.length;

  const survey: Survey = {
    file,
    places,
    title: tidy(String(definition.title)),
    ...(definition.opened !== undefined && { opened: definition.opened }),
    ...(definition.closed !== undefined && { closed: definition.closed }),
    respondent: respondentOf(definition, placeHeader),
    exclude: whole ? excludeOf(definition, byId, report) : [],
    blank: labelTexts(definition.blank),
    questions,
    breakdowns: whole ? breakdownsOf(definition, byId, report) : [],
    ...(whole && definition.weight && { weighting: weightingOf(definition.weight, byId, report) }),
    ...(definition.sample && { sample: sampleOf(definition) }),
    report: {
      disclosure: definition.report?.disclosure ?? 'standard',
      decimals: definition.report?.decimals ?? 0,
      smallBase: definition.report?.smallBase ?? 50,
      minimumBase: definition.report?.minimumBase ?? 0,
    },
  };
  if (problems.length > 0) throw definitionError(file, place(problems, locate));
  return survey;
}

type ById = ReadonlyMap<string, Question>;

function checkDates({ opened, closed }: Definition, report: Report): void {
  if (opened !== undefined && closed !== undefined && closed < opened) {
    report(['closed'], `"closed" is ${closed}, which is before "opened", ${opened}`);
  }
}

function checkIds({ questions }: Definition, report: Report): void {
  const seen = new Set<string>();
  for (const [index, question] of questions.entries()) {
    const id = String(question.id);
    if (seen.has(id)) report(['questions', index, 'id'], `two questions have the id ${quote(id)}`);
    seen.add(id);
  }
}

/** A population is of a sample only: that of a question stands in the question. */
function checkSample({ sample, population }: Definition, report: Report): void {
  if (population !== undefined && sample === undefined)
    report(
      ['population'],
      '"population" needs "sample: probability", which says that people were drawn from it',
      'key',
    );
}

function sampleOf({ population }: Definition): Sample {
  return population === undefined ? {} : { population: population.size };
}

function askedPath(index: number): Path {
  return ['questions', index, 'asked'];
}

function askedOf(
  definition: Definition,
  questions: readonly Question[],
  report: Report,
): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const routed = questions.map((question, index) => {
    const rule = definition.questions[index]?.asked;
    const asked = rule && resolveRule(rule, askedPath(index), byId, report);
    return asked === undefined ? question : { ...question, asked };
  });
  checkCircles(routed, askedPath, report);
  return routed;
}

function excludeOf(definition: Definition, questions: ById, report: Report): readonly ExcludeRule[] {
  const seen = new Set<string>();
  return (definition.exclude ?? []).flatMap((rule, index): ExcludeRule[] => {
    const path = ['exclude', index];
    if (typeof rule !== 'string') {
      const asked = resolveRule(rule, path, questions, report);
      return asked === undefined ? [] : [{ reason: 'answer', ...asked }];
    }
    const lacking = whatIsLacking(rule, definition);
    if (seen.has(rule)) report(path, `${quote(rule)} stands twice in "exclude"`);
    else if (lacking !== undefined) report(path, `${quote(rule)} needs ${lacking}`);
    seen.add(rule);
    return [{ reason: rule }];
  });
}

/** What a definition must say before responses can be left out for a reason. */
function whatIsLacking(
  reason: Exclude<ExcludeRule['reason'], 'answer'>,
  { respondent = {}, opened, closed, questions }: Definition,
): string | undefined {
  const { id, status, test, submitted } = respondent;
  switch (reason) {
    case 'incomplete':
      return status
        ? undefined
        : '"status" in "respondent", such as status: { column: Status, complete: [Completed] }';
    case 'test':
      return (test ?? status?.test)
        ? undefined
        : '"test" in "respondent", such as test: { column: Status, values: [Preview] }, or in its "status"';
    case 'duplicate':
      return id ? undefined : '"id" in "respondent", the column of response ids';
    case 'campaign':
      return questions.some(({ kind }) => kind === 'text')
        ? undefined
        : 'a question of kind text, since a campaign is known by its text';
    case 'late':
      if (submitted === undefined)
        return '"submitted" in "respondent", the column that says when a response was sent';
      return (opened ?? closed) ? undefined : '"opened" or "closed", such as closed: 2023-08-11';
  }
}

function breakdownsOf(
  { breakdowns = [] }: Definition,
  questions: ById,
  report: Report,
): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return breakdowns.map((entry, index) => {
    const path = ['breakdowns', index];
    const ids = (Array.isArray(entry) ? entry : [entry]).map(String);
    for (const [nth, id] of ids.entries()) {
      const where = Array.isArray(entry) ? [...path, nth] : path;
      findQuestion(id, questions, { path: where, at: 'value', report });
      if (ids.indexOf(id) < nth) report(where, `${quote(id)} cannot be within itself`);
    }
    const name = ids.join(' within ');
    if (seen.has(name)) report(path, `${quote(ids.join(', '))} stands twice in "breakdowns"`);
    seen.add(name);
    return ids;
  });
}
