/** The words and phrases of lists, with strokes between them: “yes | not sure | no”. */
export function phrasesIn(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(' | '));
}
