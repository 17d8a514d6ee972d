import { isBlank } from '../../intake/blank.ts';
import type { Table } from '../../intake/table.ts';
import { fold } from '../labels.ts';
import { untickedWords } from '../tick-words.ts';
import type { Block } from './blocks.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';
import { orderLabels } from './ordering.ts';
import { matchScale } from './scale-match.ts';

/** Fewer responses than this may have ticked one option each by chance. */
const FEWEST = 5;

/** As many may not, whatever the options are: of so many, somebody ticks two where two may be ticked. */
const MANY = 100;

/** What tells respondents that they may tick several options. */
const severalAllowed =
  /\ball (?:that|which) apply\b|\ball applicable\b|\bas many as\b|\bmore than one\b|\bup to (?:two|three|four|five|\d)\b|\bany of (?:these|the following)\b/iu;

/**
 * The same columns as a question with one answer, where each option has a column, nobody ticked two, and the options are
 * such that one excludes the others: those of a scale, or of a family that has an order, such as ages. Other options need
 * many responses for that. Anything else stays a question with several answers, of which the percentages are the same.
 */
export function asOneAnswer(block: Block, table: Table): Block {
  if (block.form !== 'ticks') return block;
  const { text, columns, options } = block;
  const labels = options.map((label, nth): LabelCount => {
    return { label, raw: label, folded: fold(label), count: columns[nth]?.filled ?? 0 };
  });
  const isDistinct = new Set(labels.map(({ folded }) => folded)).size === labels.length;
  const match = isDistinct ? matchScale(labels, text) : undefined;
  const isScale = match !== undefined && Object.keys(match.synonyms).length === 0;
  const isFree = isDistinct && !severalAllowed.test(text);
  const known = isScale ? match.options : isDistinct ? orderLabels(options) : undefined;
  const order = known ?? (isFree ? options : undefined);
  const places = order?.map((label) => options.findIndex((option) => fold(option) === fold(label))) ?? [];
  const isWhole = places.length === options.length && !places.includes(-1);
  const fewest = known === undefined ? MANY : FEWEST;
  if (!isWhole || !isExclusive(columns, options, table, fewest)) return block;
  const ground = 'one column an option, and nobody ticked two';
  const ordered = places.map((place) => options[place] ?? '');
  return {
    form: 'expanded',
    text,
    columns: places.flatMap((place) => columns.slice(place, place + 1)),
    judgement: isScale
      ? { kind: 'scale', scale: match.scale, options: ordered, synonyms: {}, ground, certainty: 'likely' }
      : { kind: 'choice', options: ordered, ground, certainty: 'likely' },
  };
}

/** Whether so many responses at least ticked one of the options, and none two. */
function isExclusive(
  columns: readonly ColumnFacts[],
  options: readonly string[],
  table: Table,
  fewest: number,
): boolean {
  const ticks = new Uint8Array(table.rows);
  for (const [nth, { position }] of columns.entries()) {
    const { values = [], codes = [] } = table.columns.get(position) ?? {};
    const option = fold(options[nth] ?? '');
    const isTicked = values.map((value) => {
      const folded = fold(value);
      return !isBlank(value) && (folded === option || !untickedWords.has(folded));
    });
    for (let row = 0; row < ticks.length; row++) {
      if (isTicked[codes[row] ?? 0] !== true) continue;
      if (ticks[row] === 1) return false;
      ticks[row] = 1;
    }
  }
  return ticks.reduce((sum, one) => sum + one, 0) >= fewest;
}
