/** The answers in a cell that is a list of texts as programs write them, `["a","b"]`; undefined for any other cell. */
export function jsonList(cell: string): readonly string[] | undefined {
  const text = cell.trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
