import {
  type Answers,
  type Cells,
  BLANK,
  INVALID,
  NOT_ASKED,
  type Responses,
} from '../../responses/responses.ts';
import type { Question, Side } from '../../survey/survey.ts';
import type { Analysis, Distribution, ItemAnalysis, OptionFigure } from '../analysis.ts';
import type { Count, States } from '../figures.ts';
import { isOrderKnown } from '../distribution.ts';
import { inOrder } from './in-order.ts';
import { isDeclined } from './limits.ts';
import { isListed, openOptions } from './open-options.ts';

/** What one response says of an item: options, by position in the item's answers, or the position of its number. */
export type Value = readonly number[];

/** The answers to one item as disclosure control sees them. */
export interface Field {
  readonly question: Question;
  readonly item: ItemAnalysis<number>;
  readonly cells: Cells;
  /** What each answer of `cells` says. */
  readonly values: readonly Value[];
  readonly isSeveral: boolean;
  /** The ids of the options, by position; none for numbers. */
  readonly ids: readonly string[];
  /** The position of each id. */
  readonly positions: ReadonlyMap<string, number>;
  /** The side of each option, by position; none for numbers. */
  readonly sides: readonly (Side | null)[];
  /** Whether the results of all responses may be hidden too: a profile, or a run about one group only. */
  readonly isPersonal: boolean;
  /** Whether the results of all say of which options nobody gave them, whatever else is hidden: those hidden somebody gave. */
  readonly areZerosShown: boolean;
  /** The options that somebody may have given, for all that the results of all responses say. */
  readonly open: ReadonlySet<number>;
  /** The options that tell nothing of a person. */
  readonly declined: ReadonlySet<number>;
  /** Whether its options stand in the order of how many gave them. */
  readonly isByFrequency: boolean;
  /** Whether its answers make the groups of a breakdown. */
  readonly makesGroups: boolean;
  /** The questions that are asked by way of this one, each with the options that it takes. */
  readonly routes: readonly Route[];
}

/** A question that is asked only of those who gave one of some options, by position. */
export interface Route {
  readonly to: string;
  readonly options: Value;
  /** How many are asked it. */
  readonly asked: number;
}

/** The states of an answer, in the order in which an effect counts them. */
export const states = ['option', 'outside', 'blank', 'notAsked', 'invalid'] as const;

/** How many are in each state, from a list in that order. */
export function statesFrom([
  option = 0,
  outside = 0,
  blank = 0,
  notAsked = 0,
  invalid = 0,
]: readonly number[]): States<number> {
  return { option, outside, blank, notAsked, invalid };
}

/** Every item whose answers are counted. */
export function fieldsOf(analysis: Analysis<number>, responses: Responses): Field[] {
  const { survey, answers } = responses;
  const questions = new Map(survey.questions.map((question) => [question.id, question]));
  const routed = survey.questions.filter(({ asked }) => asked !== undefined);
  return analysis.questions.flatMap((analysed) => {
    const question = questions.get(analysed.id);
    const byItem = new Map(answers.get(analysed.id)?.map((one) => [one.item.id, one.answers]));
    return analysed.items.flatMap((item): Field[] => {
      const read = byItem.get(item.id);
      if (question === undefined || read === undefined) return [];
      const own = inOrder(read, isListed(question));
      if (own.kind === 'text') return [];
      const options = 'options' in own ? own.options : [];
      const positions = new Map(options.map(({ id }, position) => [id, position]));
      const open = openOptions(item, { question, isSeveral: own.kind === 'sets' }, { analysis, survey });
      return [
        {
          question,
          item,
          cells: own.cells,
          values: valuesOf(own),
          isSeveral: own.kind === 'sets',
          ids: options.map(({ id }) => id),
          positions,
          sides: options.map(({ side }) => side),
          ...open,
          open: new Set(open.open.map(({ id }) => positions.get(id) ?? -1)),
          declined: new Set(options.flatMap(({ label }, at) => (isDeclined(label) ? [at] : []))),
          isByFrequency: !isOrderKnown(question),
          makesGroups: analysis.breakdowns.some(({ byQuestions }) =>
            byQuestions.some(({ id }) => id === analysed.id),
          ),
          routes: routed.flatMap(({ id, asked }) => {
            if (asked?.question !== question.id) return [];
            const taken = asked.options.map((name) => options.findIndex(({ label }) => label === name));
            return [{ to: id, options: taken, asked: howManyAsked(id, responses) }];
          }),
        },
      ];
    });
  });
}

/** The figures of an item's results, each with its position: that of its option, and after all options those of nets. */
export function placed<N extends Count>(
  { ids, positions }: Field,
  { options, nets }: Pick<Distribution<N>, 'options' | 'nets'>,
): (readonly [at: number, one: OptionFigure<N>])[] {
  return [
    ...options.map((one) => [positions.get(one.id) ?? -1, one] as const),
    ...nets.map((one, net) => [ids.length + net, one] as const),
  ];
}

/** How many were asked a question. */
function howManyAsked(id: string, { answers, size, counts }: Responses): number {
  const [first] = answers.get(id) ?? [];
  let asked = 0;
  for (let record = 0; record < size; record++)
    if (first?.answers.cells[record] !== NOT_ASKED) asked += counts?.[record] ?? 1;
  return asked;
}

function valuesOf(answers: Exclude<Answers, { kind: 'text' }>): readonly Value[] {
  switch (answers.kind) {
    case 'sets':
      return answers.sets;
    case 'options':
      return answers.options.map((_, option) => [option]);
    case 'numbers':
      return answers.values.map((_, value) => [value]);
  }
}

/** What a response says of an item, or why it says nothing: blank, not asked or invalid, as in `cells`. */
export type Said = Value | number;

/** What is other than the record's own, by field. */
export type Other = ReadonlyMap<Field, Said>;

/** What a record says of an item, or why nothing; or what it would. */
export function saidOf(field: Field, record: number, other?: Other): Said {
  const cell = field.cells[record] ?? BLANK;
  return other?.get(field) ?? (cell < 0 ? cell : (field.values[cell] ?? BLANK));
}

/** What a record says of an item, or would; nothing where it gave no answer. */
export function valueOf(field: Field, record: number, other?: Other): Value | undefined {
  const said = saidOf(field, record, other);
  return typeof said === 'number' ? undefined : said;
}

/** The state of a record's answer, as a position in `states`. */
export function stateOf(field: Field, record: number, other?: Other): number {
  const said = saidOf(field, record, other);
  if (typeof said === 'number') return said === NOT_ASKED ? 3 : said === INVALID ? 4 : 2;
  return field.sides[said[0] ?? -1] === 'outside' && !field.isSeveral ? 1 : 0;
}

/** Whether an answer may stand in for another: who is asked other questions on account of it stays the same. */
export function isExchangeable({ routes }: Field, one: Value, other: Value): boolean {
  return routes.every((route) => isAsked(route, one) === isAsked(route, other));
}

/** Whether those who gave an answer are asked the question to which a route leads. */
export function isAsked({ options }: Route, value: Value | undefined): boolean {
  return value !== undefined && options.some((option) => value.includes(option));
}
