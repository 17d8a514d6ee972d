import { addUp } from '../../intake/group-by.ts';
import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import type { Block } from '../infer/blocks.ts';
import { type ColumnFacts, type LabelCount, countOf } from '../infer/facts.ts';
import { judgeColumn } from '../infer/judge-column.ts';
import { fold } from '../labels/labels.ts';
import { mayBeInOption } from './cut-cells.ts';
import { MOST_BY_MISTAKE, answersAllowed } from './how-many.ts';
import { isMadeOf } from './parts-alone.ts';

/** So many questions show what a file puts between several answers. */
const ENOUGH = 2;

/** Fewer people than this may have written two of the answers as one of their own. */
const FEWEST = 3;

/** In fewer cells than this share two answers of another question are a slip where the form allowed one. */
const MOST_SLIPS = 0.02;

/**
 * The same questions, of which a choice may have several answers where the file joins those of other
 * questions: most of its cells that hold what stands between these are nothing but others of its answers,
 * joined; or of the answers of one of them. A form that allows one joins none.
 */
export function joinedAsElsewhere(blocks: readonly Block[], layout: RecognisedLayout): Block[] {
  const separators = separatorsIn(blocks, layout.separator);
  const several = blocks.flatMap((block) =>
    block.form === 'single' && block.judgement.kind === 'multiple'
      ? [{ ...block.judgement.joined, known: new Set(block.judgement.joined.options.map(fold)) }]
      : [],
  );
  return blocks.map((block) => {
    const [column] = block.columns;
    if (block.form !== 'single' || block.judgement.kind !== 'choice' || column === undefined) return block;
    if (answersAllowed(block.text) === 'one') return block;
    const mark = separators.find((separator) => areMostlyWhole(column, separator));
    const elsewhere =
      several.find((question) => areAnswersOf(question, column)) ??
      (mark === undefined ? undefined : { separator: mark, options: [] });
    if (elsewhere === undefined) return block;
    const judgement = judgeColumn(column, block.text, layout, elsewhere);
    return judgement.kind === 'multiple' ? { ...block, judgement } : block;
  });
}

/**
 * What stands between the answers of enough questions that have several, in so many cells that it is no
 * mistake; what the platform itself puts there, between those of one.
 */
function separatorsIn(blocks: readonly Block[], own: string | undefined): string[] {
  const used = blocks.flatMap((block): [string, number][] => {
    if (block.form !== 'single' || block.judgement.kind !== 'multiple') return [];
    const { separator, severals } = block.judgement.joined;
    const filled = countOf(block.columns.flatMap(({ labels }) => labels));
    if (separator === own) return [[separator, ENOUGH]];
    return severals >= filled * MOST_BY_MISTAKE ? [[separator, 1]] : [];
  });
  return [...addUp(used)].filter(([, count]) => count >= ENOUGH).map(([separator]) => separator);
}

/** Whether most cells that hold a separator are nothing but answers which stand alone in others. */
function areMostlyWhole({ labels }: ColumnFacts, separator: string): boolean {
  const holding = labels.filter(({ raw }) => raw.includes(separator));
  const whole = holding.filter(isMadeOf(new Set(labels.map(({ folded }) => folded)), separator));
  return countOf(whole) >= FEWEST && countOf(whole) * 2 > countOf(holding);
}

/**
 * Whether a column has no answers but these, and joins them in some cells, in several ways. At a comma, which
 * an option may hold, none that is joined is as frequent as each of its parts alone.
 */
function areAnswersOf(
  { separator, known }: { readonly separator: string; readonly known: ReadonlySet<string> },
  { labels }: ColumnFacts,
): boolean {
  const joining = labels.filter(({ folded }) => !known.has(folded));
  const alone = new Map(labels.map(({ folded, count }) => [folded, count]));
  const isUsual = ({ raw, count }: LabelCount): boolean =>
    mayBeInOption(separator) && raw.split(separator).every((part) => count >= (alone.get(fold(part)) ?? 0));
  const areEnough = joining.length >= FEWEST && countOf(joining) >= countOf(labels) * MOST_SLIPS;
  return areEnough && joining.every(isMadeOf(known, separator)) && !joining.some(isUsual);
}
