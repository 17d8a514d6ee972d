import type * as z from 'zod';
import { type Problem, didYouMean, either, quote } from './definition-errors.ts';
import { isBlank } from '../../intake/blank.ts';
import { nearest } from '../labels/labels.ts';
import type { Path } from './locate.ts';
import { choicesOf, formsOf, keysOf, partAt, wordsOf } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** What validation found wrong with a value: what stands there, what may, and what was probably meant. */
export function wordIssues(schema: z.core.$ZodType, value: unknown, issues: readonly Issue[]): Problem[] {
  const flat = issues.flatMap(innermost);
  const misspelt = flat.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(schema, value, issue) : [],
  );
  const meant = new Set(misspelt.map((problem) => problem.meant));
  const others = flat.filter(({ code, path }) => code !== 'unrecognized_keys' && !meant.has(path.join('\n')));
  return [...misspelt, ...others.map((issue) => wordIssue(schema, value, issue))];
}

/** Where a value fits none of several forms: what is wrong inside the form that it comes nearest to. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.find(
    (errors) => errors.length > 0 && errors.every(({ path }) => path.length > 0),
  );
  if (near === undefined) return [issue];
  return near.flatMap((inside) => innermost({ ...inside, path: [...issue.path, ...inside.path] }));
}

/** One problem a key; `meant` is the path of the key that it is probably a misspelling of. */
function unknownKeys(root: z.core.$ZodType, value: unknown, issue: z.core.$ZodIssueUnrecognizedKeys) {
  const path = issue.path as Path;
  const group = partAt(root, value, path);
  const free = keysOf(group.schema).filter((key) => !Object.hasOwn(group.value as object, key));
  return issue.keys.map((key) => {
    const near = nearest(key, free);
    return {
      path: [...path, key],
      at: 'key' as const,
      message: `unknown key ${quote(key)} in ${wordsOf(group.schema)}${near === undefined ? whatIsFree(free) : didYouMean(key, free)}`,
      meant: near === undefined ? undefined : [...path, near].join('\n'),
    };
  });
}

/** `; it can have text, base or profile`: the keys that may still stand there. */
function whatIsFree(keys: readonly string[]): string {
  return keys.length === 0
    ? '; every key that it can have is there already'
    : `; it can have ${either(keys)}`;
}

function wordIssue(root: z.core.$ZodType, value: unknown, issue: Issue): Problem {
  const path = issue.path as Path;
  const { schema, value: found } = partAt(root, value, path);
  const name = nameOf(path);
  const kinds = path.at(-1) === 'kind' ? formsOf(schema) : [];
  const choices = kinds.length > 0 ? kinds : choicesOf(schema);
  const allowed = kinds.length > 0 ? either(kinds) : wordsOf(schema);
  const [key] = kinds.length > 0 ? [] : keysOf(schema);
  const must = key === undefined ? `must be ${allowed}` : `must hold keys such as ${quote(key)}`;
  const problem = (message: string): Problem => ({ path, at: 'value', message });

  if (found === undefined) {
    const around = partAt(root, value, path.slice(0, -1));
    const misspelt = nearest(String(path.at(-1)), Object.keys(around.value as object));
    const meant = misspelt === undefined ? '' : `; did you mean that by ${quote(misspelt)}?`;
    return problem(
      `${wordsOf(around.schema)} needs ${name}${choices.length > 0 ? `: ${allowed}` : ''}${meant}`,
    );
  }
  if (found === null || (typeof found === 'string' && isBlank(found)))
    return problem(`${name} is empty; it ${must}`);
  if (choices.length > 0 && typeof found !== 'object') {
    return problem(`${name} is ${quote(found)}; it can be ${allowed}${didYouMean(String(found), choices)}`);
  }
  return problem(`${name} ${must}, not ${describe(found)}`);
}

/** What stands at a path: its key, or that it is in the list of that key. */
function nameOf(path: Path): string {
  const key = quote(path.findLast((step) => typeof step === 'string') ?? '');
  return typeof path.at(-1) === 'number' ? `an entry of ${key}` : key;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'a group of keys' : quote(value);
}
