import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { definitionJsonSchema, definitionSchema } from '../../src/survey/definition/schema.ts';

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

const schema = definitionJsonSchema() as Node & { $schema?: string; title?: string };
const everyKey: unknown = parse(readFileSync(new URL('every-key.yaml', import.meta.url), 'utf8'));

/** Every schema inside a schema, with the way to it. */
function nodesOf(node: Node, path: string): (readonly [path: string, node: Node])[] {
  const parts: (readonly [string, Node])[] = [
    ...Object.entries(node.properties ?? {}).map(([key, inner]) => [`${path}.${key}`, inner] as const),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].map((inner) => [path, inner] as const),
    ...(node.items ? [[`${path}[]`, node.items] as const] : []),
    ...(typeof node.additionalProperties === 'object'
      ? [[`${path}{}`, node.additionalProperties] as const]
      : []),
  ];
  return [[path, node], ...parts.flatMap(([where, inner]) => nodesOf(inner, where))];
}

/** What of a value the schema has no place for: keys that it lacks, and values of another type. */
function misfits(value: unknown, node: Node, path: string): string[] {
  const forms = node.anyOf ?? node.oneOf;
  if (forms !== undefined) {
    const each = forms.map((form) => misfits(value, form, path));
    return each.find((found) => found.length === 0) ?? each.flat();
  }
  if (node.const !== undefined) return value === node.const ? [] : [`${path} is not ${String(node.const)}`];
  if (node.enum !== undefined) return node.enum.includes(value) ? [] : [`${path} is none of its words`];
  if (Array.isArray(value)) {
    if (node.type !== 'array') return [`${path} is a list`];
    return value.flatMap((entry, index) => misfits(entry, node.items ?? {}, `${path}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    if (node.type !== 'object') return [`${path} is a group`];
    const missing = (node.required ?? []).filter((key) => !Object.hasOwn(value, key));
    return [
      ...missing.map((key) => `${path} needs ${key}`),
      ...Object.entries(value).flatMap(([key, inner]) => {
        const next = node.properties?.[key] ?? node.additionalProperties;
        return typeof next === 'object'
          ? misfits(inner, next, `${path}.${key}`)
          : [`${path}.${key} is unknown`];
      }),
    ];
  }
  if (typeof value === 'string' && node.pattern !== undefined && !new RegExp(node.pattern).test(value))
    return [`${path} has not the form ${node.pattern}`];
  const type = Number.isInteger(value) && node.type === 'integer' ? 'integer' : typeof value;
  return node.type === type ? [] : [`${path} is a ${typeof value}`];
}

test('the JSON Schema is one that editors know', () => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(schema.title).toBe('A soundings survey definition');
  expect(schema.required).toEqual(['title', 'questions']);
});

test('every key has a description', () => {
  const bare = nodesOf(schema, 'survey')
    .flatMap(([path, node]) =>
      Object.entries(node.properties ?? {}).map(([key, inner]) => [`${path}.${key}`, inner] as const),
    )
    .filter(([, { description = '' }]) => !/^\p{Lu}|^true/u.test(description) || !description.endsWith('.'))
    .map(([path]) => path);
  expect(bare).toEqual([]);
});

test('no group takes an unknown key', () => {
  const open = nodesOf(schema, 'survey').filter(
    ([, node]) => node.properties && node.additionalProperties !== false,
  );
  expect(open).toEqual([]);
});

test('the kind of a question decides which keys it has', () => {
  const forms = schema.properties?.['questions']?.items?.oneOf ?? [];
  const keys = forms.map(({ properties = {} }) => [
    properties['kind']?.const,
    'columns' in properties,
    'scale' in properties,
  ]);
  expect(keys).toEqual([
    ['scale', true, true],
    ['choice', true, false],
    ['multiple', true, false],
    ['number', false, false],
    ['text', false, false],
  ]);
});

test('a definition that has every key fits', () => {
  expect(misfits(everyKey, schema, 'survey')).toEqual([]);
});

const fixtures = new URL('../../fixtures/', import.meta.url);
const definitions = readdirSync(fixtures)
  .map((name) => new URL(`${name}/survey.yaml`, fixtures))
  .filter((file) => existsSync(file));

test.each(definitions.map((file) => [file.pathname.split('/').at(-2), file]))(
  'the definition of the fixture %s fits',
  (_, file) => {
    expect(misfits(parse(readFileSync(file, 'utf8')), schema, 'survey')).toEqual([]);
  },
);

test('the patterns are such as the regular expressions of every language know', () => {
  const patterns = new Set(nodesOf(schema, 'survey').flatMap(([, { pattern }]) => pattern ?? []));
  expect(patterns.size).toBe(3);
  for (const pattern of patterns) expect(pattern).not.toMatch(/\\[pPuk]|\(\?[^:]/u);
});

test('editors take every id that loading takes, and refuse the marks of ASCII that it refuses', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const ids = [...ascii, ...ascii.map((character) => `a${character}`), 'oedran-tŷ', 'été', '年齢', '𝒜b', '٣'];
  const isLoaded = (id: string) =>
    definitionSchema.safeParse({ title: 'T', questions: [{ id, kind: 'text', column: 'A' }] }).success;
  const isTaken = (id: string) =>
    misfits({ title: 'T', questions: [{ id, kind: 'text', column: 'A' }] }, schema, 'survey').length === 0;
  expect(ids.filter(isTaken)).toEqual(ids.filter(isLoaded));
});

test('a definition that has an unknown key does not', () => {
  expect(misfits({ title: 'T', questions: [], colour: 'red' }, schema, 'survey')).toEqual([
    'survey.colour is unknown',
  ]);
});

test('defaults are those that loading fills in', () => {
  const report = schema.properties?.['report']?.properties ?? {};
  const defaults = Object.entries(report).map(([key, node]) => [key, node.default]);
  expect(Object.fromEntries(defaults)).toEqual({
    base: 'answered',
    disclosure: 'standard',
    decimals: 0,
    smallBase: 50,
    minimumBase: 0,
  });
});
