import { tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { jsonList } from '../labels/json-list.ts';
import { type LabelCount, countOf } from '../infer/facts.ts';
import { type Judgement, asText } from '../infer/judgement.ts';
import { sumOf } from '../../intake/sum.ts';

/** More options than a form offers. */
const MOST_OPTIONS = 60;

/**
 * What cells are taken for in which a program wrote lists and objects (JSON): several answers where all are lists of
 * texts, `["a","b"]`, and else words, of which nothing is counted. Undefined for any others.
 */
export function judgeJson(labels: readonly LabelCount[]): Judgement | undefined {
  const filled = countOf(labels);
  if (filled === 0 || countOf(labels.filter(({ label }) => isJson(label))) < filled * 0.9) return undefined;
  const lists = labels.map(({ raw, count }) => ({ pieces: jsonList(raw), count }));
  const options = addUp(
    lists.flatMap(({ pieces = [], count }) =>
      [...new Set(pieces.map(tidy))].map((piece) => [piece, count] as const),
    ),
  );
  const areLists = lists.every(({ pieces }) => pieces !== undefined);
  const areOptions = options.size > 0 && options.size <= MOST_OPTIONS && options.size * 2 <= filled;
  if (!areLists || !areOptions)
    return asText('what a program wrote for another (JSON), of which nothing is counted', 'doubtful');
  const inOrder = [...options].toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const several = sumOf(lists, ({ pieces = [], count }) => (pieces.length > 1 ? count : 0));
  return {
    kind: 'multiple',
    joined: {
      separator: ',',
      options: inOrder.map(([option]) => option),
      writeIns: 0,
      severals: several,
      isRanking: false,
      isTyped: false,
    },
    ground: 'cells hold lists of answers as a program writes them',
    certainty: 'likely',
  };
}

function isJson(label: string): boolean {
  if (!/^(?:\[.*\]|\{.*\})$/su.test(label)) return false;
  if (jsonList(label) !== undefined) return true;
  try {
    JSON.parse(label);
    return true;
  } catch {
    return false;
  }
}
