import { fold, nearest } from '../labels/labels.ts';

/** A header as the text of its question and the item behind it: "Question - Item", "Question [Item]". */
const behindQuestion = /^(.*\S)(?:\s+[-–—:>]+\s+|\s*\[)([^[\]]*\S)\]?$/su;

/** The number of a question, and what Qualtrics writes behind one that has words of one's own beside its options. */
const around = /^q?\d+(?:\.?[a-z])?[.):]\s+(?=\S)|\s+-\s+selected choice$/giu;

/**
 * The header that was probably meant by one that an export lacks, whatever number is in front: one spelt nearly so; or the same item with the question in
 * front in one of the two and without in the other; or one of which all words are in the other, as "Ward" and "Which ward?".
 */
export function nearestHeader(wanted: string, headers: readonly string[]): string | undefined {
  const bare = headers.map(bareOf);
  const own = bareOf(wanted);
  const same = bare.filter((one) => fold(one) === fold(own));
  if (same.length === 1) return headers[bare.indexOf(same[0] ?? '')];
  const near = nearest(wanted, headers);
  if (near !== undefined) return near;
  const other = nearest(own, bare) ?? sameItem(own, bare) ?? sharingWords(own, bare);
  // Where two differ in nothing but their numbers, neither is nearest.
  const isOnly = other !== undefined && bare.indexOf(other) === bare.lastIndexOf(other);
  return isOnly ? headers[bare.indexOf(other)] : undefined;
}

function bareOf(header: string): string {
  return header.replaceAll(around, '');
}

/** Whether a header is that of the whole question to which an item belongs: an export may have all items in one column. */
export function isQuestionOf(header: string, item: string): boolean {
  const question = behindQuestion.exec(item)?.[1];
  return question !== undefined && fold(bareOf(question)) === fold(bareOf(header));
}

function sameItem(wanted: string, headers: readonly string[]): string | undefined {
  const itemOf = (header: string): string | undefined => behindQuestion.exec(header)?.[2];
  const item = itemOf(wanted);
  if (item !== undefined)
    return nearest(
      item,
      headers.filter((header) => itemOf(header) === undefined),
    );
  const items = new Map(headers.map((header) => [itemOf(header), header]));
  const near = nearest(
    wanted,
    [...items.keys()].filter((text) => text !== undefined),
  );
  return near === undefined ? undefined : items.get(near);
}

function sharingWords(wanted: string, headers: readonly string[]): string | undefined {
  const own = wordsOf(wanted);
  const shared = headers.map((header) => {
    const words = wordsOf(header);
    const [few, many] = words.size < own.size ? [words, own] : [own, words];
    return few.size > 0 && [...few].every((word) => many.has(word)) ? [...few].join('').length : 0;
  });
  const most = Math.max(0, ...shared);
  // Where two have as much in common with it, neither is nearest.
  const only = shared.indexOf(most) === shared.lastIndexOf(most);
  return most > 0 && only ? headers[shared.indexOf(most)] : undefined;
}

/** The words of a header, one or many of a thing alike, and without those that are too short to say anything. */
function wordsOf(header: string): ReadonlySet<string> {
  const words = fold(header).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.replace(/s$/u, '')));
}
