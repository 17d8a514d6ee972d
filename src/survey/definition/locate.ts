import { type Document, type LineCounter, type Node, isAlias, isMap, isScalar, isSeq } from 'yaml';

/** The way to a value from the top of a definition: keys, and positions in lists. */
export type Path = readonly (string | number)[];

/** A line and a column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds where a value of a definition, or its key, is written. */
export type Locate = (path: Path, at: 'key' | 'value') => Position;

/** Positions in a parsed document. What is not there is where the nearest thing around it begins. */
export function locator(document: Document, lines: LineCounter): Locate {
  return (path, at) => {
    const { line, col } = lines.linePos(offsetOf(document, path, at));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (pair === undefined) break;
      offset = start(pair.key) ?? offset;
      if (last && at === 'key') break;
      node = pair.value;
      if (last) offset = start(node) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = start(node) ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
