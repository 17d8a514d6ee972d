import * as z from 'zod';

/** What each part of a definition must be, in the words of an error message: "a date such as 2023-07-24". */
export const wording = z.registry<{ is: string }>();

/** A schema with its words. They stay with copies of it, such as `.meta()` makes. */
export function worded<Schema extends z.ZodType>(is: string, schema: Schema): Schema {
  wording.add(schema, { is });
  return schema;
}

/** A group of keys, of which no others are allowed; `noun` is what a message calls it. */
export function group<Shape extends z.ZodRawShape>(noun: string, shape: Shape) {
  return worded(noun, z.strictObject(shape));
}

/** A key that may be left out, with what an editor shows of it. */
export function optional<Schema extends z.ZodType>(schema: Schema, description: string, more: object = {}) {
  return schema.optional().meta({ description, ...more });
}

/** Text that is not blank. A label may look like a number or a truth value to YAML; it is read as it is written. */
const plain = [z.string().regex(/\S/u), z.number(), z.boolean()] as const;

export const label = worded('text', z.union(plain));

export const labels = worded('a list of options', z.array(label));

export const oneOrMoreLabels = worded(
  'an option or a list of options',
  z.union([...plain, z.array(label).min(1)]),
);

/** The header of a column, or the several headers under which different exports hold the same thing. */
export const headers = worded(
  'a column header or a list of them',
  z.union([...plain, z.array(label).min(1)]),
);

/** The labels of one side of a scale, of which there may be none. */
export const side = worded('an option or a list of options', z.union([...plain, labels]));

/**
 * Nearly every id is in ASCII, and what is a letter elsewhere takes longer to look up than a definition takes
 * to check.
 */
const asciiId = /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/u;
const anyId = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/**
 * The same for editors, but that it takes every character beyond ASCII for a letter: the regular expressions of many
 * validators do not know `\p`.
 */
const idForEditors =
  /^[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f][^\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]*$/u;

const idText = z
  .string()
  .refine((text) => asciiId.test(text) || anyId.test(text))
  .meta({ pattern: idForEditors.source });

export const id = worded(
  'made of letters, digits, hyphens and underscores, a letter or digit first, such as age-group',
  z.union([idText, z.int().nonnegative()]),
);

/** One question, or several of which each is looked at within the groups of the one before. */
export const idOrIds = worded(
  'the id of a question, or a list of them',
  z.union([idText, z.int().nonnegative(), z.array(id).min(1)]),
);

/** What share of a population would give each option, in percent, or how many people. */
export const population = worded(
  'options with their percentages of the population, such as { Under 25: 28.5, 25 and over: 71.5 }',
  z.record(z.string(), worded('a number, 0 or more', z.number().nonnegative())),
);

/** The number that stands for each option of a scale. */
export const codes = worded(
  'options with their numbers, such as { Agree: 2, Disagree: 1 }',
  z.record(z.string(), worded('a number', z.number())),
);

export const date = worded('a date such as 2023-07-24', z.iso.date());

export const yesOrNo = worded('true or false', z.boolean());

export const baseRule = z.enum(['answered', 'all', 'gave-view']);

/** A question and one or more of its options: { role: Parent }. */
export const answerRule = worded(
  'one question with its option, such as { role: Parent }',
  z.record(z.string(), oneOrMoreLabels).refine((rule) => Object.keys(rule).length === 1),
);

/** A whole number of at least `from` and, where that is said, at most `to`. */
export function wholeNumber(from: number, to?: number) {
  return to === undefined
    ? worded(`a whole number, ${from} or more`, z.int().min(from))
    : worded(`a whole number from ${from} to ${to}`, z.int().min(from).max(to));
}

/** A list of at least so many entries; `is` names it in messages. */
export function list<Entry extends z.ZodType>(is: string, entry: Entry, atLeast = 1) {
  return worded(is, z.array(entry).min(atLeast));
}

export const separator = worded('text such as ";"', z.string().min(1));
