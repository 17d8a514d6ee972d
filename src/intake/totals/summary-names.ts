/**
 * What a row under the responses holds: figures that somebody worked out, or a note; or it may be the former,
 * and is a response.
 */
export type SummaryKind = 'summary-row' | 'note-row' | 'maybe-summary';

/** The names of a figure that may stand for an id: what no respondent is called. */
export const figureNames: readonly string[] = [
  ...['average', 'averages', 'average score', 'avg', 'avg score', 'ave', 'mean', 'mean score', 'median'],
  ...['totals', 'total', 'grand total', 'overall total', 'subtotal', 'sub total', 'sub-total', 'page total'],
  ...['total so far', 'totals so far', 'carried forward', 'brought forward', 'sum', 'count', 'std dev'],
  ...['standard deviation', 'cyfartaledd', 'cymedr', 'canolrif', 'cyfanswm', 'is-gyfanswm'],
];

/** What an average, a total and the like are called, in English or Welsh. */
export const summaryWord = new RegExp(
  `^(?:(?:grand |sub|overall |weighted )?-?(?:${figureNames.join('|')}|count(?:a|ifs?)|percent(?:age)?s?|%|st(?:andar)?d\\.? ?dev(?:iation)?|(?:is-?)?gyfanswm|swm|canran(?:nau)?)(?=\\P{L}|$)|(?:n|base|s\\.?d\\.?|mode|variance|min(?:imum)?|max(?:imum)?|(?:number of |no\\. of )?(?:respondents|responses|replies)|nifer(?: yr? (?:ymatebwyr|ymatebion))?)\\s*(?:[=:]|$))`,
  'iu',
);

/** The same with nothing behind it but what it is of, or its figure: no opinion that begins with such a word. */
const summaryLabel =
  /^\S+(?: dev\w*\.?| of| number| no\.| count| totals?| averages?| score| rating| forward| respondents| responses| replies| answers| yr? \p{L}+)*\s*(?:[=:(–-]?\s*[\d£$€%(].*)?[:=]?$/iu;

/** What nobody begins an answer with: the percentage of those who gave one, “% Yes”, “% who agree”. */
const percentageOf = /^% ?\p{L}/u;

/** Whether a cell is the label of a figure, and no answer that begins with the same word. */
export function isSummaryLabel(cell: string): boolean {
  return percentageOf.test(cell) || (summaryWord.test(cell) && summaryLabel.test(cell));
}

/**
 * Whether a label is an answer that forms offer too: Average, between good and poor; or, of a row with a
 * figure beside it, which may be another answer, also the name of a total or a mean: "all of it", "unkind",
 * or a name.
 */
export function mayBeAnswer(label: string, how: 'alone' | 'with a figure'): boolean {
  const figures =
    how === 'alone' ? '' : '|(?:grand )?total|mean|ave|(?:carried|brought) forward|cyfanswm|max|min|n|base';
  return new RegExp(`^(?:average|cyfartaledd${figures})$`, 'iu').test(label);
}
