/** The last bytes of a file that is read chunk by chunk, as they came: none is copied before it is asked for. */
export interface RecentBytes {
  add(bytes: Buffer): void;
  /** The bytes from one place in the file to another, or to the last that came; they must not have been forgotten. */
  between(start: number, end?: number): Buffer;
  /** Forgets what came before a place in the file. */
  forgetBefore(start: number): void;
}

/** No bytes yet, those of the start of a file to come first. */
export function recentBytes(): RecentBytes {
  const chunks: Buffer[] = [];
  let from = 0;
  return {
    add(bytes) {
      chunks.push(bytes);
    },
    between(start, end = Infinity) {
      const parts: Buffer[] = [];
      let at = from;
      for (const chunk of chunks) {
        const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
        if (part.length > 0) parts.push(part);
        at += chunk.length;
      }
      const [only, ...others] = parts;
      return only !== undefined && others.length === 0 ? only : Buffer.concat(parts);
    },
    forgetBefore(start) {
      for (let [first] = chunks; first !== undefined && from + first.length <= start; [first] = chunks) {
        from += first.length;
        chunks.shift();
      }
    },
  };
}
