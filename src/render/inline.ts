import type { Cell, FromOthers, Inline, Sentence } from '../report/document.ts';
import {
  showApart,
  showChange,
  showCount,
  showInterval,
  showPercent,
  showPoints,
  showPointsInterval,
  showProbability,
  showValue,
  showWithheld,
} from './numbers.ts';

/** A sentence as text. */
export function sentenceText(sentence: Sentence, decimals: number): string {
  return withInnerQuotes(sentence.map((part) => inlineText(part, decimals)).join(''));
}

/** Words with single quotation marks within others: “School ‘newsletter’”. As they are where one has no other half. */
function withInnerQuotes(text: string): string {
  let depth = 0;
  let isPaired = true;
  const inner = text.replaceAll(/[“”]/gu, (mark) => {
    if (mark === '“') depth += 1;
    const written = depth > 1 ? (mark === '“' ? '‘' : '’') : mark;
    if (mark === '”') depth -= 1;
    isPaired &&= depth >= 0;
    return written;
  });
  return isPaired && depth === 0 ? inner : text;
}

function inlineText(part: Inline, decimals: number): string {
  if (typeof part === 'string') return part;
  if ('percent' in part) return showPercent(part.percent, part.isFine ? decimals + 1 : decimals);
  if ('points' in part) return showPoints(part.points, decimals);
  if ('change' in part) return showChange(part.change);
  if ('apart' in part) return showApart(part.apart, decimals);
  if ('given' in part) return `${showValue(part.given)}%`;
  if ('interval' in part) return showInterval(part.interval, decimals);
  if ('pointsInterval' in part) return showPointsInterval(part.pointsInterval, decimals);
  if ('probability' in part) return showProbability(part.probability);
  return 'count' in part ? showCount(part.count) : showValue(part.value);
}

/**
 * A cell of a table as text on one line: a figure as "88% (67)", or "88% (67), +12"; "(67)" where the base
 * alone is hidden. A bar has no text.
 */
export function cellText(cell: Cell, decimals: number): string {
  if (cell === null) return 'n/a';
  if (typeof cell === 'string') return cell;
  if ('bar' in cell) return '';
  if ('figure' in cell) {
    const { figure, fromOthers } = cell;
    const share = showPercent(figure, decimals);
    if (figure.count === null) return share;
    const others = fromOthers ? `, ${fromOthersText(fromOthers, decimals)}` : '';
    const count = `(${showCount(figure.count)})${others}`;
    return figure.withheld === 'disclosive' ? count : `${share} ${count}`;
  }
  if ('withheld' in cell) return showWithheld(cell.withheld);
  if ('points' in cell) return fromOthersText(cell, decimals);
  return inlineText(cell, decimals);
}

/** "+12", or with its interval "+12 (+3 to +21)". */
export function fromOthersText({ points, interval }: FromOthers, decimals: number): string {
  const text = showPoints(points, decimals);
  return interval ? `${text} (${showPointsInterval(interval, decimals)})` : text;
}
