import { type Document, type ErrorCode, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import { type PlacedProblem, quote } from './definition-errors.ts';

/** What is wrong with the YAML (or JSON) of a definition, for people who have never read its specification. */
const sentences: Partial<Record<ErrorCode, string>> = {
  BAD_COLLECTION_TYPE: 'what begins with "!" must be in quotes',
  BAD_DQ_ESCAPE: 'a backslash (\\) inside "double quotes" must be written twice',
  BAD_SCALAR_START: 'text that begins with a special character, such as @ or %, must be in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " on a line; text with a colon in it must be in quotes',
  MULTILINE_IMPLICIT_KEY: 'a key without a value; it needs ":" and a space after it',
  MULTIPLE_DOCS: 'a second definition begins here, after "---"; a file holds one',
  TAB_AS_INDENT: 'a tab at the start of the line; use spaces',
};

const rest: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/closing "?quote/u, 'a quotation mark that is opened and never closed'],
  [/closing 'quote|closing 'single/u, 'a quotation mark that is opened and never closed'],
  [/sequence .* end with a \]/u, 'a list that begins with "[" is not closed with "]"'],
  [/map .* end with a \}/u, 'a group that begins with "{" is not closed with "}"'],
  [/start at the same column/u, 'this line begins further left or right than the lines it belongs with'],
  [/less indented/u, 'this line begins further left than the text it belongs with'],
  [/on same line with key/u, 'a list begins here; put its first "-" on the next line'],
  [
    /at node end/u,
    'more text than expected; put the whole of a value in quotes, and check how far lines are indented',
  ],
];

const misplacedList =
  'a list ("-") begins here, under a key that has a value already; check how far the lines are indented';

/** The sentence for an error of the YAML parser; `key` is the text at its place. */
export function yamlSentence(code: ErrorCode, message = '', key = ''): string {
  if (code === 'DUPLICATE_KEY') return `${quote(key.replaceAll(/["']/gu, '').trim())} stands twice here`;
  if (/block sequence/u.test(message)) return misplacedList;
  const known = sentences[code] ?? rest.find(([pattern]) => pattern.test(message))?.[1];
  return known ?? 'this cannot be read; check the quotes, colons and indentation here and on the line above';
}

/** A problem at an offset of the text. */
export type PlaceAt = (offset: number, message: string) => PlacedProblem;

/** Every repeated key, or else the first error: those that follow it are mostly its echoes. */
export function syntaxProblems(document: Document, source: string, placed: PlaceAt): PlacedProblem[] {
  const { errors, warnings } = document;
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const told = errors.filter((error) => error.code === 'DUPLICATE_KEY' || error === first);
  return [
    ...told.map(({ code, message, pos }) => {
      const mixed = mixture(document, source, pos[0]);
      if (mixed !== undefined) return placed(mixed.at, mixed.message);
      const [key = ''] = source.slice(pos[0]).split(/[:\n]/u, 1);
      return placed(openedAt(document, message, pos[0]) ?? pos[0], yamlSentence(code, message, key));
    }),
    ...warnings.map(({ pos }) => placed(pos[0], yamlSentence('BAD_COLLECTION_TYPE'))),
  ];
}

/**
 * What to say, and where, if the line at this place goes on with a list where there are keys, or with keys
 * where there is a list.
 */
function mixture(
  document: Document,
  source: string,
  start: number,
): { readonly at: number; readonly message: string } | undefined {
  const at = start + (/^(?:[ \n]|#.*\n)*/u.exec(source.slice(start))?.[0].length ?? 0);
  const isItem = /^-(?:\s|$)/u.test(source.slice(at));
  let message: string | undefined;
  const look = (value: unknown, where: string): void => {
    if (!isCollection(value)) return;
    const [first = at, , end = 0] = value.range ?? [];
    if (first >= at || end < start || columnOf(source, first) !== columnOf(source, at)) return;
    if (isMap(value) && isItem) message = `${where} there are keys and, from here on, a list ("-")`;
    if (isSeq(value) && !isItem) message = `${where} there is a list ("-") and, from here on, a key`;
  };
  look(document.contents, 'here');
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key)) look(value, `under ${quote(key.value)}`);
    },
  });
  return message === undefined ? undefined : { at, message: `${message}; it can be one or the other` };
}

function columnOf(source: string, offset: number): number {
  return offset - source.lastIndexOf('\n', offset - 1);
}

/** Where the quotation, list or group begins that is not closed at the place of an error. */
function openedAt(document: Document, message: string, end: number): number | undefined {
  const isOpen = /closing ["']quote/u.test(message)
    ? (node: unknown) => isScalar(node) && String(node.type).startsWith('QUOTE')
    : (node: unknown) =>
        (message.endsWith('end with a ]') && isSeq(node)) ||
        (message.endsWith('end with a }') && isMap(node));
  let opened: number | undefined;
  visit(document, {
    Node(_, node) {
      if (isOpen(node) && node.range?.[1] === end) opened = node.range[0];
    },
  });
  return opened;
}
