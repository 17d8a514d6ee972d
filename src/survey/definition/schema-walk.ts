import type * as z from 'zod';
import { either } from './definition-errors.ts';
import type { Path } from './locate.ts';
import { wording } from './schema-parts.ts';

type Schema = z.core.$ZodTypes;

/** A value of a definition with the schema that it should fit. */
export interface Part {
  readonly schema: Schema;
  readonly value: unknown;
}

/** The part at the end of a path. What no schema knows has that of the group around it. */
export function partAt(root: z.core.$ZodType, value: unknown, path: Path): Part {
  let part: Part = { schema: formOf(root as Schema, value), value };
  for (const step of path) {
    const inner = own(part.value, step);
    const schema = child(part.schema, step);
    part = { schema: schema === undefined ? part.schema : formOf(schema, inner), value: inner };
  }
  return part;
}

/** The kinds of a group that has several forms. */
export function formsOf(schema: Schema): string[] {
  const def = defOf(schema);
  if (def.type !== 'union' || !isDiscriminated(def)) return [];
  return def.options.flatMap((option) => kindsOf(option as Schema, def.discriminator)).map(String);
}

/** What the value must be, in words; for a choice of words, those words. */
export function wordsOf(schema: Schema): string {
  return wording.get(schema)?.is ?? either(choicesOf(schema));
}

function defOf(schema: Schema): Schema['_zod']['def'] {
  return (schema as unknown as { readonly def: Schema['_zod']['def'] }).def;
}

/** The keys of a group; of the first form of it where there are several. */
export function keysOf(schema: Schema): string[] {
  const def = defOf(schema);
  if (def.type === 'object') return Object.keys(def.shape);
  return def.type === 'union' && isDiscriminated(def) ? keysOf(def.options[0] as Schema) : [];
}

/** The words of which the value must be one, where it is such a choice. */
export function choicesOf(schema: Schema): string[] {
  const def = defOf(schema);
  if (def.type === 'enum') return Object.values(def.entries).map(String);
  if (def.type !== 'union' || isDiscriminated(def)) return [];
  return def.options.flatMap((option) => choicesOf(option as Schema));
}

/** The schema without its wrapping; of the forms of a group, the one whose kind the value has. */
function formOf(schema: Schema, value: unknown): Schema {
  const def = defOf(schema);
  if (def.type === 'optional') return formOf(def.innerType as Schema, value);
  if (def.type !== 'union' || !isDiscriminated(def)) return schema;
  const kind = own(value, def.discriminator);
  const form = def.options.find((option) => kindsOf(option as Schema, def.discriminator).includes(kind));
  return (form as Schema | undefined) ?? schema;
}

/** The values of a group's discriminating key. */
function kindsOf(group: Schema, discriminator: string): readonly unknown[] {
  const def = defOf(group);
  if (def.type !== 'object') return [];
  const kind = own(def.shape, discriminator);
  const inner = kind === undefined ? undefined : defOf(kind as Schema);
  return inner?.type === 'literal' ? inner.values : [];
}

/** The schema of what stands in a value under a key or a position. */
function child(schema: Schema, step: string | number): Schema | undefined {
  const def = defOf(schema);
  if (def.type === 'object') return own(def.shape, step) as Schema | undefined;
  if (def.type === 'array') return def.element as Schema;
  if (def.type === 'record') return def.valueType as Schema;
  if (def.type !== 'union' || isDiscriminated(def)) return undefined;
  return def.options.map((option) => child(option as Schema, step)).find((form) => form !== undefined);
}

function isDiscriminated(def: z.core.$ZodUnionDef): def is z.core.$ZodDiscriminatedUnionDef {
  return 'discriminator' in def;
}

function own(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
