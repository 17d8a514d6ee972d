import * as z from 'zod';
import { question } from './question-schema.ts';
import {
  answerRule,
  baseRule,
  date,
  group,
  headers,
  idOrIds,
  label,
  list,
  oneOrMoreLabels,
  optional,
  population,
  side,
  wholeNumber,
  worded,
} from './schema-parts.ts';

const status = group('"status"', {
  column: headers.describe('The header of the column that says whether a response was finished.'),
  complete: optional(
    oneOrMoreLabels,
    'What the column holds for a finished response. Without it, anything but nothing.',
  ),
  test: optional(oneOrMoreLabels, 'What it holds for a test or a preview of the survey.'),
});

const test = group('"test"', {
  column: headers.describe('The header of the column that tells tests apart.'),
  values: oneOrMoreLabels.describe('What the column holds for a test or a preview of the survey.'),
});

const kind = group('"kind"', {
  column: headers.describe('The header of the column that says what kind of respondent answered.'),
  individual: optional(oneOrMoreLabels, 'What it holds for a person who answers for themselves.'),
  organisation: optional(oneOrMoreLabels, 'What it holds for an organisation.'),
  petition: optional(
    oneOrMoreLabels,
    'What it holds for a petition, which is one response however many signed it.',
  ),
  signatories: optional(headers, 'The header of the column that says how many people signed a petition.'),
});

const respondent = group('"respondent"', {
  id: optional(headers, 'The column of response ids. Repeated ids are duplicates.'),
  submitted: optional(headers, 'The column that says when a response was sent.'),
  status: optional(status, 'How finished and test responses are told apart.'),
  test: optional(
    test,
    'How test responses are told apart, where another column than that of "status" says so.',
  ),
  channel: optional(headers, 'The column that says how a response came: online, paper, email.'),
  kind: optional(
    kind,
    'How individuals, organisations and petitions are told apart. They are reported apart and together.',
  ),
  weight: optional(
    headers,
    'The column of weights. Percentages are then weighted; counts and bases stay the people counted.',
  ),
  count: optional(headers, 'The column that says how many identical responses each record stands for.'),
});

const excludeRule = worded(
  'incomplete, test, duplicate, late, campaign or { question: option }',
  z.union([z.enum(['incomplete', 'test', 'duplicate', 'late', 'campaign']), answerRule]),
);

const words = group('"words"', {
  positive: optional(label, 'For the positive options together, such as agree.'),
  neutral: optional(label, 'For the neutral options together, such as neither.'),
  negative: optional(label, 'For the negative options together, such as disagree.'),
});

const scale = group('a scale', {
  positive: optional(side, 'The positive options, strongest first.'),
  neutral: optional(side, 'The options in the middle.'),
  negative: optional(side, 'The negative options, strongest last.'),
  outside: optional(side, 'The options that give no view, such as Don’t know.'),
  synonyms: optional(
    worded(
      'options with their other spellings, such as { Support: [Tend to support] }',
      z.record(z.string(), oneOrMoreLabels),
    ),
    'Other spellings of an option: { Support: [Tend to support] }.',
  ),
  words: optional(words, 'The word for each side of the scale in tables and sentences.'),
});

const report = group('"report"', {
  base: optional(
    baseRule,
    'Which responses a percentage is out of: answered (any option, don’t know too), all (everyone asked) or gave-view (don’t know left out).',
    { default: 'answered' },
  ),
  disclosure: optional(
    z.enum(['none', 'standard', 'strict']),
    'Which small counts are hidden in profiles and breakdowns: none, 1 to 4 and groups below 10 (standard), or 1 to 9 (strict).',
    { default: 'standard' },
  ),
  decimals: optional(wholeNumber(0, 2), 'Decimal places of a percentage.', { default: 0 }),
  smallBase: optional(
    wholeNumber(0),
    'Below this many responses, sentences lead with the number of people and tables say so.',
    { default: 50 },
  ),
  minimumBase: optional(
    wholeNumber(0),
    'Below this many responses no percentage and no statistic is given. 0 withholds nothing.',
    { default: 0 },
  ),
});

const weight = group('"weight"', {
  rake: worded(
    'questions with their margins, such as { age: { Under 25: 28.5, 25 and over: 71.5 } }',
    z.record(z.string(), population),
  ).describe(
    'The questions, with the share of each option in the population, that the weights are raked to: percentages or numbers of people.',
  ),
  trim: optional(
    worded('a number above 1', z.number().gt(1)),
    'How many times the mean a weight may be at most. Without it, none is trimmed.',
  ),
});

const sampledPopulation = group('"population"', {
  size: wholeNumber(1).describe(
    'How many people the sample was drawn from. Intervals are then narrower (finite population correction).',
  ),
});

/** What may stand in survey.yaml: the validator, and the source of the JSON Schema that editors use. */
export const definitionSchema = group('the definition', {
  title: label.describe('The name of the consultation.'),
  opened: optional(date, 'The day on which the consultation opened, as 2023-07-24.'),
  closed: optional(date, 'The last day of the consultation, as 2023-08-11.'),
  respondent: optional(respondent, 'The columns that say who answered, when and how.'),
  exclude: optional(
    list('a list such as [incomplete, duplicate]', excludeRule, 0),
    'The responses to leave out, in this order. Each reason is counted in the report.',
  ),
  blank: optional(
    oneOrMoreLabels,
    'What cells hold where nobody replied, other than nothing: ["-", Not answered].',
  ),
  questions: list('a list of questions', question).describe('The questions, in the order of the report.'),
  scales: optional(
    worded('scales by their names', z.record(z.string(), scale)),
    'Scales of your own, or other words for a built-in one.',
  ),
  breakdowns: optional(
    list('a list of the ids of questions', idOrIds, 0),
    'The ids of the questions by whose answers the others are broken down. A list within it nests: [role, [role, age]].',
  ),
  weight: optional(weight, 'How responses are weighted so that they look like the population in some ways.'),
  sample: optional(
    z.enum(['probability']),
    'Write probability where those who were asked were drawn at random. Percentages then have 95% intervals, and breakdowns tests. Never for an open consultation.',
  ),
  population: optional(sampledPopulation, 'From whom the sample was drawn.'),
  report: optional(report, 'How figures are worked out and shown.'),
});

export type Definition = z.infer<typeof definitionSchema>;
export type QuestionDefinition = Definition['questions'][number];
export type QuestionOf<Kind> = Extract<QuestionDefinition, { kind: Kind }>;
export type ScaleDefinition = NonNullable<Definition['scales']>[string];
export type AnswerRule = NonNullable<QuestionDefinition['asked']>;
export type LabelText = z.infer<typeof label>;

/** The JSON Schema (draft 7, which editors know best) of survey.yaml, with a description on every key. */
export function definitionJsonSchema(): object {
  const schema = z.toJSONSchema(definitionSchema, { io: 'input', target: 'draft-07' });
  return { ...schema, title: 'A soundings survey definition' };
}
