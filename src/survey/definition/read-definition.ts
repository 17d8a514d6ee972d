import {
  Composer,
  type Document,
  LineCounter,
  type Node,
  Parser,
  type Range,
  isMap,
  isPair,
  isScalar,
  visit,
} from 'yaml';
import type { PlacedProblem } from './definition-errors.ts';
import { definitionError, quote } from './definition-errors.ts';
import { withoutEntities } from '../../intake/columns/entities.ts';
import { phrasesIn } from '../../intake/phrases.ts';
import { UserError } from '../../intake/user-error.ts';
import { type Locate, locator } from './locate.ts';
import { type PlaceAt, syntaxProblems, yamlSentence } from './yaml-words.ts';

/** The settings that are numbers or truth values, or groups of numbers; everywhere else a scalar is a label. */
const settings = new Set(
  phrasesIn('profile | decimals | smallBase | minimumBase | population | codes | reversed | rake | trim'),
);

/** Far deeper than a definition can be. The parser exhausts the stack, fatally, on some ten thousand. */
const deepest = 100;

/** The same list may stand for the options of many questions; nobody shares one this often. */
const mostAliases = 1000;

/**
 * The plain value that YAML or JSON text holds, and where each part of it is written.
 *
 * Labels that look like numbers or truth values keep the text in which they are written: `010`, `1.20`, `True`.
 * Throws a `UserError` where the text is not YAML.
 */
export function readDefinition(
  text: string,
  file: string,
): { readonly value: unknown; readonly locate: Locate } {
  const source = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const lines = new LineCounter();
  const document = compose(source, file, lines);
  const placed = (offset: number, message: string): PlacedProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const wrong = syntaxProblems(document, source, placed);
  const problems = wrong.length > 0 ? wrong : findLost(document, placed);
  if (problems.length > 0) throw definitionError(file, problems);
  keepLabelText(document);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    throw new UserError(`${file}: the definition is empty`, startHint);
  }
  if (!isMap(document.contents)) {
    const found = isScalar(document.contents) ? 'plain text' : 'a list';
    const { line, column } = locator(document, lines)([], 'value');
    const message = `a definition must begin with keys such as "title:" and "questions:", not with ${found}`;
    throw definitionError(file, [{ line, column, message }], startHint);
  }
  return { value: plainValue(document, file), locate: locator(document, lines) };
}

const startHint = 'The README shows a definition to start from.';

function compose(source: string, file: string, lines: LineCounter): Document {
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  if (depthOf(tokens) > deepest)
    throw new UserError(`${file}: lists and groups stand inside one another too deeply`);
  const directive = tokens.find(({ type }) => type === 'directive');
  if (directive !== undefined) {
    const { line, col } = lines.linePos('offset' in directive ? directive.offset : 0);
    const message = 'a line that begins with "%" is not needed here; remove it';
    throw definitionError(file, [{ line, column: col, message }]);
  }
  const options = { prettyErrors: false, logLevel: 'error' } as const;
  const [document, second] = new Composer(options).compose(tokens, true, source.length);
  if (document === undefined) throw new UserError(`${file}: the definition is empty`, startHint);
  if (second !== undefined) {
    const { line, col } = lines.linePos(second.range[0]);
    throw definitionError(file, [{ line, column: col, message: yamlSentence('MULTIPLE_DOCS') }]);
  }
  return document as Document;
}

/** How deep tokens stand inside one another, found without calling itself. */
function depthOf(tokens: readonly unknown[]): number {
  const open = tokens.map((token) => ({ token, depth: 1 }));
  let depth = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token } = next;
    depth = Math.max(depth, next.depth);
    if (typeof token !== 'object' || token === null) continue;
    const { items = [], key, value } = token as { items?: unknown[]; key?: unknown; value?: unknown };
    const inner = 'items' in token || 'type' in token ? next.depth + 1 : next.depth;
    for (const part of [...items, key, value]) open.push({ token: part, depth: inner });
  }
  return depth;
}

/** The parser can merge groups, but on a bad merge it fails without a place. */
const noMerging =
  '"<<" cannot copy the keys of another group here; write them out (a "*" reference may stand for the whole of a list or group)';

/** Finds what of a definition would be lost without a word, or cannot be meant. */
function findLost(document: Document, placed: PlaceAt): PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  const anchors = new Set<string>();
  const refuse = (range: Range | null | undefined, message: string) => {
    problems.push(placed(range?.[0] ?? 0, message));
  };
  visit(document, {
    Value(_, node) {
      const { anchor } = node;
      if (anchor !== undefined) anchors.add(anchor);
      const comment = isScalar(node) && node.value === null ? (node.comment ?? '') : '';
      if (!/^\S/u.test(comment)) return;
      const text = quote(`#${comment.split('\n', 1)[0]}`);
      refuse(node.range, `what follows "#" is a comment; put ${text} in quotes`);
    },
    Alias(_, { source, range }) {
      if (anchors.has(source)) return;
      refuse(range, `nothing is called ${quote(`&${source}`)}; text that begins with "*" must be in quotes`);
    },
    Pair(_, { key }) {
      if (!isScalar(key)) {
        refuse((key as Node | null)?.range, 'a key must be plain text; use quotes');
        return visit.SKIP;
      }
      if (key.type === 'PLAIN' && key.value === '<<') refuse(key.range, noMerging);
      if (key.value !== '__proto__') return undefined;
      refuse(key.range, '"__proto__" cannot be a key');
      return visit.SKIP;
    },
  });
  return problems;
}

/** Gives labels back the text in which they are written: `010`, `1.20`, `True`. */
function keepLabelText(document: Document): void {
  visit(document, {
    Scalar(part, scalar, ancestors) {
      const { value, source } = scalar;
      const isSetting =
        part === 'value' &&
        ancestors.some((one) => isPair(one) && isScalar(one.key) && settings.has(String(one.key.value)));
      // As in exports, so that a label copied from one is cut where its cells are.
      if (typeof value === 'string') scalar.value = withoutEntities(value);
      if (typeof value !== 'number' && typeof value !== 'boolean') return;
      if (!isSetting && source !== undefined && String(value) !== source) scalar.value = source;
    },
  });
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UserError(`${file}: too many "*" references to the same list or group`);
  }
}
