import type {
  Analysis,
  Distribution,
  ItemAnalysis,
  NetFigure,
  OptionFigure,
  QuestionAnalysis,
} from '../analysis/analysis.ts';
import type { Figure } from '../analysis/figures.ts';
import type { Block, Document, Inline, Sentence } from './document.ts';
import { issueBlocks } from './issue-blocks.ts';
import { ledgerSentence, selectionWords } from './ledger-words.ts';
import { baseWords, describeNote, standingNote } from './note-words.ts';
import { listed, outsidePhrase, quotedPhrase, sidePhrase } from './phrases.ts';
import { type Provenance, provenanceBlocks } from './provenance.ts';
import { outsideLabels } from './table-notes.ts';
import { breakdownTable, questionBlocks } from './tables.ts';

/**
 * The committee summary: how many responded, then a paragraph and a table for each question, all sides of a scale and
 * not only the favourable one, the base beside every figure, the notes, and where the figures come from.
 */
export function summaryDocument(analysis: Analysis, provenance: Provenance): Document {
  const { survey, settings, questions, breakdowns, channels } = analysis;
  const selection = selectionWords(analysis);
  const dates = consultationDates(survey);
  const rules = [...new Set(questions.flatMap(({ items }) => items.map(({ base }) => base.rule)))];
  return {
    title: survey.title,
    decimals: settings.decimals,
    blocks: [
      { kind: 'heading', level: 1, text: survey.title },
      ...(dates === undefined ? [] : [paragraph([dates])]),
      paragraph(ledgerSentence(analysis.ledger)),
      ...(selection === undefined ? [] : [paragraph([`${selection}.`])]),
      ...(channels.length > 0 ? [paragraph(channelSentence(channels))] : []),
      ...issueBlocks(analysis),
      ...questions.flatMap((question) => questionSection(question, settings)),
      ...breakdowns.flatMap((breakdown, index): Block[] => [
        ...(breakdowns[index - 1]?.by === breakdown.by
          ? []
          : [{ kind: 'heading', level: 2, text: `Results by “${breakdown.byText}”` } as const]),
        breakdownTable(breakdown, analysis),
      ]),
      { kind: 'heading', level: 2, text: 'Notes' },
      {
        kind: 'list',
        items: [
          [standingNote],
          ...rules.map((rule) => [
            `Percentages are of ${baseWords(rule, outsideLabels(questions.flatMap(({ items }) => items)))}; each is rounded once, from its count and base.`,
          ]),
          ...analysis.notes.map((note) => describeNote(note, analysis)),
        ],
      },
      ...provenanceBlocks(analysis, provenance),
    ],
  };
}

function questionSection(question: QuestionAnalysis, settings: Analysis['settings']): Block[] {
  return [
    { kind: 'heading', level: 2, text: question.text },
    ...question.items.flatMap((item): Block[] => {
      const text = itemSentence(question, item, settings);
      return text.length > 0 ? [paragraph(text)] : [];
    }),
    ...questionBlocks(question, settings, false),
  ];
}

function itemSentence(
  question: QuestionAnalysis,
  item: ItemAnalysis,
  settings: Analysis['settings'],
): Sentence {
  if (question.kind === 'text') return [];
  const about: Sentence = question.items.length > 1 ? [`On “${item.label}”, `] : [];
  if (question.kind === 'number') return [...about, ...numberSentence(item, about.length === 0)];
  if (item.base.count === 0) return [`Nobody answered “${item.label}”.`];
  if (question.kind === 'scale') return scaleSentence(question, item, settings);
  return [...about, ...choiceSentence(question, item, settings)];
}

/** All sides of a scale, the neutral one when anybody is on it: "88% either strongly agreed or agreed with … (67 of 76), 7% neither agreed nor disagreed (5) and …" */
function scaleSentence(
  question: QuestionAnalysis,
  item: ItemAnalysis,
  settings: Analysis['settings'],
): Sentence {
  const scale = question.scale ?? '';
  const quotesLabel = scale === 'agreement' || scale === 'support';
  const subject = item.sentence ?? (quotesLabel ? `“${item.label}”` : undefined);
  const phrase = ({ side, options }: NetFigure) =>
    subject === undefined ? undefined : sidePhrase(scale, side, options, subject);
  const small = isSmall(item, settings);
  const order = ['positive', 'negative', 'neutral'] as const;
  const nets = order.flatMap((side) =>
    item.nets.filter((net) => net.side === side && (side !== 'neutral' || net.figure.count > 0)),
  );
  const named = nets[0]?.side === 'positive' && phrase(nets[0]) !== undefined;
  const clause = (net: NetFigure, index: number): Sentence =>
    share(net.figure, (named ? phrase(net) : undefined) ?? quotedPhrase(net.options), small, index === 0);
  const outside = item.options.filter(({ side, figure }) => side === 'outside' && figure.count > 0);
  const clauses = [
    ...nets.map(clause),
    ...outside.map(({ label, figure }) => share(figure, outsidePhrase(label), small, nets.length === 0)),
  ];
  const about: Sentence = named ? [] : [`On “${item.label}”, `];
  return [...about, ...listed(clauses), '.'];
}

/** The most frequent answers, at most five; the table has the others. */
function choiceSentence(
  { kind }: QuestionAnalysis,
  item: ItemAnalysis,
  settings: Analysis['settings'],
): Sentence {
  const small = isSmall(item, settings);
  const given = item.options
    .filter(({ figure }) => figure.count > 0)
    .toSorted((a, b) => b.figure.count - a.figure.count);
  const clause = ({ label, figure }: OptionFigure, index: number): Sentence =>
    share(figure, `answered “${label}”`, small, index === 0);
  const rest = given.length > 5 ? ' The table has the other answers.' : '';
  const several = kind === 'multiple' ? ' Respondents could choose more than one answer.' : '';
  return [...listed(given.slice(0, 5).map(clause)), `.${rest}${several}`];
}

function numberSentence({ numbers }: Distribution, opening: boolean): Sentence {
  if (!numbers || numbers.mean === null || numbers.median === null)
    return [`${opening ? 'Nobody' : 'nobody'} gave a number.`];
  const { n, mean, median, lowerQuartile, upperQuartile } = numbers;
  const middle: Sentence =
    lowerQuartile === null || upperQuartile === null
      ? []
      : ['; the middle half of them gave ', { value: lowerQuartile }, ' to ', { value: upperQuartile }];
  return [
    { count: n },
    ' gave a number: the mean is ',
    { value: mean },
    ' and the median ',
    { value: median },
    ...middle,
    '.',
  ];
}

/** A percentage with what it is of: "88% agreed (67 of 76)", later "7% disagreed (5)"; on a small base the count leads. */
function share(figure: Figure, did: string, small: boolean, first: boolean): Sentence {
  const of: readonly Inline[] = first ? [' of ', { count: figure.base }] : [];
  const count: readonly Inline[] = [{ count: figure.count }, ...of];
  if (figure.percent === null) return [...count, ` ${did}`];
  if (small) return [...count, ' (', { percent: figure }, `) ${did}`];
  return [{ percent: figure }, ` ${did} (`, ...count, ')'];
}

function isSmall({ base }: Distribution, { smallBase }: Analysis['settings']): boolean {
  return base.count < smallBase;
}

function channelSentence(channels: Analysis['channels']): Sentence {
  const parts = channels.map(({ label, count }): Sentence => [`${label} `, { count }]);
  return ['By channel: ', ...listed(parts), '.'];
}

/** "The consultation was open from 24 July 2023 to 11 August 2023." */
function consultationDates({ opened, closed }: Analysis['survey']): string | undefined {
  if (opened !== undefined && closed !== undefined)
    return `The consultation was open from ${longDate(opened)} to ${longDate(closed)}.`;
  if (opened !== undefined) return `The consultation opened on ${longDate(opened)}.`;
  return closed === undefined ? undefined : `The consultation closed on ${longDate(closed)}.`;
}

/** An ISO date as councils write it: 24 July 2023. */
export function longDate(iso: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

function paragraph(text: Sentence): Block {
  return { kind: 'paragraph', text };
}
