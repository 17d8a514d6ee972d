import { UserError } from '../intake/user-error.ts';
import type { Answers, Cells, Responses } from '../responses/responses.ts';
import { nearest } from '../survey/labels/labels.ts';
import type { Question } from '../survey/survey.ts';
import { isOrderKnown, optionCounts } from './distribution.ts';
import { type AnswerTally, addTallies, tallyAnswers } from './tally.ts';

/** The groups that the answers to one question make, or to several, each within the groups of the one before. */
export interface Grouping {
  /** `role`, or `role+age` for age within role: its name everywhere. */
  readonly by: string;
  readonly questions: readonly Pick<Question, 'id' | 'text'>[];
  /** In the order of the definition; of nested groups only those that somebody is in. */
  readonly groups: readonly GroupName[];
  /** The distinct combinations of answers, each with the groups that it puts a response in, as positions in `groups`. */
  readonly members: readonly (readonly number[])[];
  /** One combination a record; below 0 where the record is in no group. */
  readonly cells: Cells;
  /** Whether a response may be in several groups. */
  readonly overlapping: boolean;
  /** Which questions are broken down by it; every other one where it does not say. */
  readonly isAbout?: (question: Question) => boolean;
}

interface GroupName {
  readonly id: string;
  readonly label: string;
}

/**
 * The groupings that a survey and a command line ask for, each once: a nested one after the ones that it is within.
 * Throws a `UserError` where `by`, what the command line says, names a question that does not exist or has no options.
 */
export function groupingsOf(responses: Responses, by: readonly string[]): Grouping[] {
  for (const id of by) assertGroups(responses, id);
  const asked = [...responses.survey.breakdowns, [...new Set(by)]];
  const paths = asked.flatMap((path) => path.map((_, index) => path.slice(0, index + 1)));
  const distinct = new Map(paths.map((path) => [path.join('+'), path]));
  const single = new Map([...new Set(paths.flat())].map((id) => [id, groupingOf(id, responses)]));
  return [...distinct.values()].flatMap((path) => {
    const parts = path.flatMap((id) => single.get(id) ?? []);
    const [first, ...within] = parts;
    return first === undefined || parts.length < path.length ? [] : [within.reduce(nest, first)];
  });
}

function assertGroups({ survey, answers }: Responses, id: string): void {
  const first = answers.get(id)?.[0]?.answers;
  if (first !== undefined && 'options' in first && answers.get(id)?.length === 1) return;
  const usable = survey.questions.filter(
    ({ kind, items }) => kind !== 'number' && kind !== 'text' && items.length === 1,
  );
  const ids = usable.map((question) => question.id);
  const near = nearest(id, ids);
  throw new UserError(
    first === undefined
      ? `--by: no question "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`
      : `--by: the answers to question "${id}" do not make groups.`,
    ids.length > 0 ? `Questions that make groups are ${ids.join(', ')}.` : undefined,
  );
}

function groupingOf(id: string, { survey, answers, counts }: Responses): Grouping | undefined {
  const question = survey.questions.find((one) => one.id === id);
  const own = answers.get(id)?.[0]?.answers;
  if (question === undefined || own === undefined || !('options' in own)) return undefined;
  const sets = own.kind === 'sets' ? own.sets : own.options.map((_, option) => [option]);
  const order = isOrderKnown(question) ? own.options.map((_, option) => option) : byFrequency(own, counts);
  const position = new Map(order.map((option, index) => [option, index]));
  return {
    by: id,
    questions: [question],
    groups: order.flatMap((option) => own.options[option] ?? []),
    members: sets.map((set) => set.flatMap((option) => position.get(option) ?? [])),
    cells: own.cells,
    overlapping: own.kind === 'sets',
  };
}

/** Positions of options, most frequent first; they come sorted by label, which settles ties. */
function byFrequency(own: Extract<Answers, { options: unknown }>, counts: Uint32Array | null): number[] {
  const sizes = optionCounts(own, tallyAnswers(own, counts)[0] as AnswerTally);
  return own.options.map((_, option) => option).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
}

/** The groups of one grouping within each group of another. */
function nest(outer: Grouping, inner: Grouping): Grouping {
  const combinations = new Map<number, number>();
  const cells = Int32Array.from(outer.cells, (cell, record) => {
    const within = inner.cells[record] ?? -1;
    if (cell < 0 || within < 0) return -1;
    const pair = cell * inner.members.length + within;
    const combination = combinations.get(pair) ?? combinations.size;
    combinations.set(pair, combination);
    return combination;
  });
  const pairs = [...combinations.keys()].map((pair) => {
    const within = inner.members[pair % inner.members.length] ?? [];
    const around = outer.members[Math.floor(pair / inner.members.length)] ?? [];
    return around.flatMap((group) => within.map((part) => group * inner.groups.length + part));
  });
  const occurring = [...new Set(pairs.flat())].toSorted((a, b) => a - b);
  const position = new Map(occurring.map((pair, index) => [pair, index]));
  return {
    by: `${outer.by}+${inner.by}`,
    questions: [...outer.questions, ...inner.questions],
    groups: occurring.map((pair) => {
      const group = outer.groups[Math.floor(pair / inner.groups.length)];
      const part = inner.groups[pair % inner.groups.length];
      return { id: `${group?.id}+${part?.id}`, label: `${group?.label}, ${part?.label}` };
    }),
    members: pairs.map((set) => set.flatMap((pair) => position.get(pair) ?? [])),
    cells,
    overlapping: outer.overlapping || inner.overlapping,
  };
}

/** The tallies of some answers in each group of a grouping, and in all of its groups together, each response once. */
export function tallyGroups(
  answers: Answers,
  { groups, members, cells }: Grouping,
  counts: ArrayLike<number> | null,
): { readonly each: readonly AnswerTally[]; readonly together: AnswerTally } {
  const tallies = tallyAnswers(answers, counts, members.length, cells);
  const parts: AnswerTally[][] = groups.map(() => []);
  for (const [combination, tally] of tallies.entries()) {
    for (const group of members[combination] ?? []) parts[group]?.push(tally);
  }
  return { each: parts.map((part) => addTallies(part, answers)), together: addTallies(tallies, answers) };
}
