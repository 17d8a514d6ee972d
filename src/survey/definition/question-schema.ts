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
  optional,
  population,
  separator,
  worded,
  yesOrNo,
} from './schema-parts.ts';
import { builtInScales } from '../labels/scales.ts';

const common = {
  id: id.describe('A short name for the question. It begins the name of each of its figures.'),
  text: optional(label, 'The question as it was asked. Without it, the column header.'),
  asked: optional(
    answerRule,
    'Who was asked: those who gave this option (or one of these) to another question.',
    { minProperties: 1, maxProperties: 1 },
  ),
  profile: optional(
    yesOrNo,
    'true where the question is about the person, not their view. Small counts in its tables are hidden, as report.disclosure says.',
  ),
  base: optional(
    baseRule,
    'Which responses the percentages of this question are out of, where it differs from report.base.',
  ),
  uncounted: optional(
    oneOrMoreLabels,
    'Cells that are no answer, such as two ticked boxes: ["Yes; No"]. They count as little as without this, but are a warning instead of an error.',
  ),
};

const column = headers.describe(
  'The header of the column that holds the answers, or a list of the headers that different exports use.',
);

/** A question of some kind, with what stands in every question. */
function ofKind<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  const sort = z.literal(kind).describe('What sort of question it is.');
  return group(`a question of kind ${kind}`, { kind: sort, ...common, ...shape });
}

const item = group('an item', {
  id: id.describe('A short name for the item, unlike that of any other item of the question.'),
  column,
  label: optional(label, 'What tables and charts call the item. Without it, the header.'),
  sentence: optional(label, 'Completes "88% either strongly agreed or agreed with …". Only for a scale.'),
});

const reversed = optional(
  yesOrNo,
  'true where the statement is worded the other way round, so that its codes are reversed. Needs "codes".',
);

const columns = optional(
  list('a list of column headers', headers),
  'The headers of the columns, where each option has one.',
);

/** An item of which each option may have a column. */
const optionItem = group('an item', {
  ...item.shape,
  column: column.optional(),
  columns: optional(
    list('a list of column headers', headers),
    'The headers of the columns, where each option of the item has one, in the order of the options of the question.',
  ),
});

/** An item of a scale may be worded the other way round. */
const scaleItem = group('an item', { ...optionItem.shape, reversed });

function oneOrMoreItems<Item extends z.ZodType>(one: Item) {
  return {
    items: optional(
      list('a list of items', one),
      'The statements or rows that were answered, each in a column of its own.',
    ),
    column: optional(column, 'The header of the column, where there is only one.'),
  };
}

const scale = ofKind('scale', {
  scale: label.meta({
    description: 'A built-in scale, or one of those under "scales".',
    examples: [...builtInScales.keys()],
  }),
  options: optional(
    labels.min(1),
    'The options of the scale that were offered, in order. Without it, the usual set that fits the answers.',
  ),
  ...oneOrMoreItems(scaleItem),
  columns,
  codes: optional(
    codes,
    'The number that stands for each option, where a mean and a median are wanted. Without it none is given.',
  ),
  reversed,
  label: optional(label, 'What tables and charts call it. Only with "column".'),
  sentence: optional(label, 'Completes "59% of respondents felt that … was clear". Only with "column".'),
});

const choice = ofKind('choice', {
  ...oneOrMoreItems(optionItem),
  columns,
  options: optional(
    labels.min(1),
    'The options that were offered, in order. Without it, those found, most frequent first.',
  ),
  merge: optional(
    worded(
      'options with the answers that are counted as each, such as { Other groups: [Business, Visitor] }',
      z.record(z.string(), oneOrMoreLabels),
    ),
    'Answers that are counted as one option, so that groups are not too small to be shown: { Other groups: [Business, Visitor] }.',
  ),
  population: optional(
    population,
    'What the population would answer, to set beside the respondents: percentages or numbers of people. Options that are no answer, such as Prefer not to say, are left out of it. Only with "options".',
  ),
});

const multiple = ofKind('multiple', {
  column: optional(column, 'The header of the column, where one holds all the answers.'),
  separator: optional(separator, 'What stands between two answers in the column.', { default: ';' }),
  columns,
  options: optional(
    labels.min(1),
    'The options that were offered, in order; with "columns", one for each column.',
  ),
});

const number = ofKind('number', oneOrMoreItems(item));
const text = ofKind('text', oneOrMoreItems(item));

export const question = worded(
  'a question',
  z.discriminatedUnion('kind', [scale, choice, multiple, number, text]),
);
