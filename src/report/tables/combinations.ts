import type { Analysis } from '../../analysis/analysis.ts';
import type { Combination } from '../../analysis/combinations.ts';
import { groupBy } from '../../intake/group-by.ts';
import { type Block, type Cell, type Sentence, type Table, heading, list } from '../document.ts';
import { findItem, itemLabel, questionText, quotedItem } from '../words/question-name.ts';
import { groupWords, selectionNotes } from '../words/ledger-words.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import { hiddenNotes } from './table-notes.ts';
import { weightedWord } from '../words/share-words.ts';
import { effectiveNotes } from '../words/weighting-words.ts';

/** What those did who are on one side of a scale of agreement or support. */
const pastViews: Readonly<Record<string, string>> = {
  agree: 'agreed',
  disagree: 'disagreed',
  support: 'supported it',
  oppose: 'opposed it',
};

type Asked = Pick<Analysis, 'questions' | 'combinations' | 'settings' | 'selection'>;

/** The combinations of one question with one on clarity, as a table: an item a row. */
export function combinationTables(analysis: Asked): Table[] {
  const { questions } = analysis;
  const pairs = groupBy(analysis.combinations, (one) => JSON.stringify([one.question, one.clarity.question]));
  return [...pairs.values()].map((pair) => {
    const [first] = pair;
    const [text, clarity] = [first, first.clarity].map(({ question }) => questionText(question, questions));
    const isSame = new Set(pair.map(({ base }) => base)).size === 1;
    return {
      kind: 'table',
      caption: `${text}, beside “${clarity}”`,
      columns: [
        { heading: 'Item', kind: 'label' },
        ...first.figures.map(
          ({ label, sides }) => ({ heading: columnHeading(label, sides), kind: 'figure' }) as const,
        ),
        { heading: 'Base', kind: 'figure' },
      ],
      rows: pair.map(({ question, item, base, figures }): Cell[] => [
        labelOf({ question, item }, questions),
        ...figures.map(({ figure }) => ({ figure })),
        { count: base },
      ]),
      notes: [
        [
          'Base: ',
          ...(isSame ? [{ count: first.base }, ', '] : []),
          'those who answered both questions. “Other answers” is everybody else of them: neither, not sure or don’t know to one or both.',
        ],
        ...effectiveNotes(
          'Percentages',
          pair.map(({ question, item, weightedBase }) => ({
            label: labelOf({ question, item }, questions),
            base: weightedBase ?? {},
          })),
        ),
        ...selectionNotes(analysis),
        ...hiddenNotes(pair.flatMap(({ figures }) => figures)),
      ],
    };
  });
}

/** How many hold a view and yet find it unclear, item by item, with the table of every combination. */
export function combinationSection(analysis: Asked): Block[] {
  const tables = combinationTables(analysis);
  if (tables.length === 0) return [];
  const sentences = analysis.combinations.flatMap((one) => {
    const text = sentenceOf(one, analysis);
    return text === undefined ? [] : [text];
  });
  return [heading(2, `Views beside clarity${groupWords(analysis)}`), ...list(sentences), ...tables];
}

/**
 * "On “Annual Reviews”: of the 76 who answered both questions, 24 (32%) agreed but felt that it was unclear
 * and 3 (4%) …"; nothing where both are hidden.
 */
function sentenceOf({ question, item, base, figures }: Combination, analysis: Asked): Sentence | undefined {
  const unclear = figures.filter(({ sides }) => sides?.[1] === 'negative');
  if (base === 0 || unclear.every(({ figure }) => figure.count === null)) return undefined;
  const parts = unclear.map(({ label, sides, figure }, index): Sentence => {
    const view = label.split(', ', 1)[0] ?? '';
    const share: Sentence =
      figure.percent === null ? [] : [' (', { percent: figure }, `${weightedWord(figure, ' ', '')})`];
    return [
      index === 0 ? ', ' : ' and ',
      { count: figure.count },
      ...share,
      ` ${pastViews[view] ?? `answered “${view}”`} ${sides?.[0] === 'positive' ? 'but' : 'and'} felt that it was unclear`,
    ];
  });
  return [
    `On ${quotedItem({ question, item }, analysis.questions)}: of the `,
    { count: base },
    ' who answered both questions',
    ...parts.flat(),
    '.',
  ];
}

/** "Agree but unclear", "Disagree and unclear". */
function columnHeading(label: string, sides: Combination['figures'][number]['sides']): string {
  if (sides === undefined) return capitalise(label);
  return capitalise(label).replace(', ', sides[0] === sides[1] ? ' and ' : ' but ');
}

function labelOf(place: Pick<Combination, 'question' | 'item'>, questions: Asked['questions']): string {
  const item = findItem(place, questions);
  return item ? itemLabel(item) : place.item;
}
