/**
 * The answers in a cell that is a list of texts as programs write them, `["a","b"]` in JSON or `['a', "b's"]`
 * in Python, or such a one with semicolons, as from a file that has commas between its cells; undefined for
 * any other cell.
 */
export function jsonList(cell: string): readonly string[] | undefined {
  const text = cell.trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
  } catch {
    return pythonList(text);
  }
}

/** One text of a list, in quotation marks of either kind, and what follows it. */
const element = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*([,;]|\])/su;

function pythonList(text: string): readonly string[] | undefined {
  const list: string[] = [];
  const next = new RegExp(element, 'suy');
  next.lastIndex = 1;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [, single, double = '', end] = found;
    list.push(unescaped(single ?? double));
    if (end === ']') return next.lastIndex === text.length ? list : undefined;
  }
  return undefined;
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/giu,
    (_, short?: string, long?: string, mark = '') => {
      const code = short ?? long;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return mark === 'n' ? '\n' : mark === 't' ? '\t' : String(mark);
    },
  );
}
