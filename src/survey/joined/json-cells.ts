import { tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { jsonList } from '../labels/json-list.ts';
import { type LabelCount, countOf } from '../infer/facts.ts';
import { type Judgement, asText } from '../infer/judgement.ts';

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
  const several = lists.reduce((sum, { pieces = [], count }) => sum + (pieces.length > 1 ? count : 0), 0);
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

const marked =
  /^(?:[[<({*#"]+ ?)(?:[\p{L}' -]+ )?(?:redacted|removed|deleted|withheld|anonymi[sz]ed|masked|hidden)(?: [\p{L}' -]+)?[\])>}*#"]+\.?$|^(?:x{3,}|\*{3,}|█+|#{3,})$/iu;
const bare = /^(?:[\p{L}-]+ ){0,2}(?:redacted|withheld|anonymi[sz]ed)$/iu;

/**
 * Whether what stood in these cells was taken out: half of them at least say so, “[removed]” or “xxx”. “Anonymised” beside
 * “Published in full” may be what somebody chose.
 */
export function areTakenOut(labels: readonly LabelCount[]): boolean {
  const others = labels.filter((label) => !isTakenOut(label));
  const how = others.some(({ count }) => count > 1) ? 'surely' : 'perhaps';
  const out = labels.filter((label) => isTakenOut(label, how));
  return out.length > 0 && countOf(out) * 2 >= countOf(labels);
}

/** Whether a label says that something else stood in its cells; surely so in brackets, and where it can be no option: “Anonymised” may. */
export function isTakenOut(
  { label }: Pick<LabelCount, 'label'>,
  how: 'surely' | 'perhaps' = 'perhaps',
): boolean {
  return marked.test(label) || (how === 'surely' ? /^redacted$/iu.test(label) : bare.test(label));
}
