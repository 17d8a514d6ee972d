import * as z from 'zod';
import {
  answerRule,
  baseRule,
  codes,
  group,
  headers,
  id,
  label,
  labels,
  list,
  oneOrMoreLabels,
  population,
  separator,
  worded,
  yesOrNo,
} from './schema-parts.ts';
import { builtInScales } from '../labels/scales.ts';

const common = {
  id: id.meta({ description: 'A short name for the question. It begins the name of each of its figures.' }),
  text: label
    .optional()
    .meta({ description: 'The question as it was asked. Without it, the column header.' }),
  asked: answerRule.optional().meta({
    description: 'Who was asked: those who gave this option (or one of these) to another question.',
    minProperties: 1,
    maxProperties: 1,
  }),
  profile: yesOrNo.optional().meta({
    description:
      'true where the question is about the person, not their view. Small counts in its tables are hidden, as report.disclosure says.',
  }),
  base: baseRule.optional().meta({
    description:
      'Which responses the percentages of this question are out of, where it differs from report.base.',
  }),
  uncounted: oneOrMoreLabels.optional().meta({
    description:
      'Cells that somebody has looked at and that are no answer, such as two ticked boxes: ["Yes; No"]. They count as little as without this, but are a warning instead of an error.',
  }),
};

const column = headers.meta({
  description:
    'The header of the column that holds the answers, or a list of the headers that different exports use.',
});

const kindOf = 'What sort of question it is.';

const item = group('an item', {
  id: id.meta({ description: 'A short name for the item, unlike that of any other item of the question.' }),
  column,
  label: label
    .optional()
    .meta({ description: 'What tables and charts call the item. Without it, the header.' }),
  sentence: label.optional().meta({
    description: 'Completes "88% either strongly agreed or agreed with …". Only for a scale.',
  }),
});

const reversed = yesOrNo.optional().meta({
  description:
    'true where the statement is worded the other way round, so that its codes are reversed. Needs "codes".',
});

const columns = list('a list of column headers', headers)
  .optional()
  .meta({ description: 'The headers of the columns, where each option has one.' });

/** An item of which each option may have a column. */
const optionItem = group('an item', {
  ...item.shape,
  column: column.optional(),
  columns: list('a list of column headers', headers).optional().meta({
    description:
      'The headers of the columns, where each option of the item has one, in the order of the options of the question.',
  }),
});

/** An item of a scale may be worded the other way round. */
const scaleItem = group('an item', { ...optionItem.shape, reversed });

const oneOrMoreItems = {
  items: list('a list of items', item)
    .optional()
    .meta({ description: 'The statements or rows that were answered, each in a column of its own.' }),
  column: column.optional().meta({ description: 'The header of the column, where there is only one.' }),
};

const scale = group('a question of kind scale', {
  kind: z.literal('scale').meta({ description: kindOf }),
  ...common,
  scale: label.meta({
    description: 'A built-in scale, or one of those under "scales".',
    examples: [...builtInScales.keys()],
  }),
  options: labels.min(1).optional().meta({
    description:
      'The options of the scale that were offered, in order. Without it, the usual set that fits the answers.',
  }),
  ...oneOrMoreItems,
  columns,
  items: list('a list of items', scaleItem)
    .optional()
    .meta({ description: 'The statements or rows that were answered, each in a column of its own.' }),
  codes: codes.optional().meta({
    description:
      'The number that stands for each option, where a mean and a median are wanted. Without it none is given.',
  }),
  reversed,
  label: label.optional().meta({ description: 'What tables and charts call it. Only with "column".' }),
  sentence: label.optional().meta({
    description: 'Completes "59% of respondents felt that … was clear". Only with "column".',
  }),
});

const choice = group('a question of kind choice', {
  kind: z.literal('choice').meta({ description: kindOf }),
  ...common,
  ...oneOrMoreItems,
  columns,
  items: list('a list of items', optionItem)
    .optional()
    .meta({ description: 'The statements or rows that were answered, each in a column of its own.' }),
  options: labels.min(1).optional().meta({
    description: 'The options that were offered, in order. Without it, those found, most frequent first.',
  }),
  merge: worded(
    'options with the answers that are counted as each, such as { Other groups: [Business, Visitor] }',
    z.record(z.string(), oneOrMoreLabels),
  )
    .optional()
    .meta({
      description:
        'Answers that are counted as one option, so that groups are not too small to be shown: { Other groups: [Business, Visitor] }.',
    }),
  population: population.optional().meta({
    description:
      'What the population would answer, to set beside the respondents: percentages or numbers of people. Options that are no answer, such as Prefer not to say, are left out of it. Only with "options".',
  }),
});

const multiple = group('a question of kind multiple', {
  kind: z.literal('multiple').meta({ description: kindOf }),
  ...common,
  column: column
    .optional()
    .meta({ description: 'The header of the column, where one holds all the answers.' }),
  separator: separator
    .optional()
    .meta({ description: 'What stands between two answers in the column.', default: ';' }),
  columns,
  options: labels.min(1).optional().meta({
    description: 'The options that were offered, in order; with "columns", one for each column.',
  }),
});

const number = group('a question of kind number', {
  kind: z.literal('number').meta({ description: kindOf }),
  ...common,
  ...oneOrMoreItems,
});

const text = group('a question of kind text', {
  kind: z.literal('text').meta({ description: kindOf }),
  ...common,
  ...oneOrMoreItems,
});

export const question = worded(
  'a question',
  z.discriminatedUnion('kind', [scale, choice, multiple, number, text]),
);
