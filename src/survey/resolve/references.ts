import { type Report, didYouMean, isNotOf, itCanBe, quote } from '../definition/definition-errors.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import { labelsAt } from './resolve-scale.ts';
import type { AnswerRule } from '../definition/schema.ts';
import type { Asked, Question, Scale } from '../survey.ts';

/** The labels of a scale, folded, each with the one label of the option that it names. */
export function optionsOf(scale: Scale): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  const labels = scale.variants.flatMap(({ positive, neutral, negative, outside }) => [
    ...positive,
    ...neutral,
    ...negative,
    ...outside,
  ]);
  for (const label of labels) options.set(fold(label), label);
  for (const [spelling, label] of scale.synonyms) {
    if (!options.has(fold(spelling))) options.set(fold(spelling), label);
  }
  return options;
}

/** The question that an id names, which must have options and one column; reports what is wrong with it. */
export function findQuestion(
  id: string,
  questions: ReadonlyMap<string, Question>,
  where: { readonly path: Path; readonly at: 'key' | 'value'; readonly report: Report },
): Question | undefined {
  const question = questions.get(id);
  const fitting = [...questions.values()].filter(isOneChoice).map((one) => one.id);
  const fail = (message: string): undefined => where.report(where.path, message, where.at) as undefined;
  if (question === undefined)
    return fail(`no question has the id ${quote(id)}${itCanBe(fitting)}${didYouMean(id, fitting)}`);
  if (question.kind === 'number' || question.kind === 'text') {
    return fail(
      `${quote(id)} is a question of kind ${question.kind}; only scale, choice and multiple have options`,
    );
  }
  if (!isOneChoice(question)) {
    return fail(`${quote(id)} has several items; only a question held in one column can be named here`);
  }
  return question;
}

function isOneChoice({ kind, items }: Question): boolean {
  return items.length === 1 && kind !== 'number' && kind !== 'text';
}

/** A question and options of it, in the words of that question. */
export function resolveRule(
  rule: AnswerRule,
  path: Path,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): Asked | undefined {
  const [id, value] = Object.entries(rule)[0] ?? ['', undefined];
  const question = findQuestion(id, questions, { path: [...path, id], at: 'key', report });
  if (question === undefined) return undefined;
  const known = fixedOptions(question);
  const options = labelsAt(value, [...path, id]).map(({ label, path: where }) => {
    const option = known === undefined ? label : known.get(fold(label));
    if (option !== undefined) return option;
    report(where, isNotOf(label, `an option of ${quote(id)}`, [...new Set(known?.values())]));
    return label;
  });
  return { question: id, options };
}

/** The options of a question where the definition fixes them, folded, each with its label. */
function fixedOptions(question: Question): ReadonlyMap<string, string> | undefined {
  if (question.kind === 'number' || question.kind === 'text') return undefined;
  const listed = question.options?.map((option) => [fold(option), option] as const);
  // What respondents wrote in place of several options counts as one more.
  if (question.kind === 'multiple') return listed && new Map([[fold('Other'), 'Other'], ...listed]);
  if (question.kind === 'choice') return listed && new Map(listed);
  const all = optionsOf(question.scale);
  if (listed === undefined) return all;
  const offered = new Map(listed.map(([folded, option]) => [fold(all.get(folded) ?? option), option]));
  const spelt = [...all].flatMap(([folded, label]) => {
    const option = offered.get(fold(label));
    return option === undefined ? [] : [[folded, option] as const];
  });
  return new Map([...spelt, ...listed]);
}

/** Reports questions whose `asked` leads back to themselves. */
export function checkCircles(
  questions: readonly Question[],
  path: (index: number) => Path,
  report: Report,
): void {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const told = new Set<string>();
  for (const [index, { id }] of questions.entries()) {
    const way = [id];
    for (
      let next = byId.get(id)?.asked?.question;
      next !== undefined;
      next = byId.get(next)?.asked?.question
    ) {
      way.push(next);
      if (way.indexOf(next) < way.length - 1) break;
    }
    if (way.length < 2 || way.at(-1) !== id || told.has(id)) continue;
    for (const one of way) told.add(one);
    report(path(index), `"asked" leads back to its own question: ${way.join(' → ')}`, 'key');
  }
}
