const [LF, CR] = [0x0a, 0x0d];

/** The byte with which DOS ends a text, and fills up what is left of its last block. */
export const CTRL_Z = 0x1a;

const mark = /^\u001a+$/u;

/** Whether a row holds nothing but that mark. */
export function isDosEnd(cells: readonly string[]): boolean {
  return cells.length === 1 && mark.test(cells[0] ?? '');
}

/** Text of which the mark that ends it, if it has one, stands on a line of its own and not in the last answer. */
export async function* withDosEndApart(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  let marks = 0;
  let last = LF;
  for await (const chunk of chunks) {
    let end = chunk.length;
    while (chunk[end - 1] === CTRL_Z) end--;
    if (end > 0) {
      if (marks > 0) yield Buffer.alloc(marks, CTRL_Z);
      yield chunk.subarray(0, end);
      marks = 0;
      last = chunk[end - 1] ?? LF;
    }
    marks += chunk.length - end;
  }
  if (marks === 0) return;
  yield Buffer.concat([Buffer.from(last === LF || last === CR ? '' : '\n'), Buffer.alloc(marks, CTRL_Z)]);
}
