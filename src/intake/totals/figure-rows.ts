import { isBlank } from '../blank.ts';
import { answersIn, labelIn } from '../headers/first-rows.ts';
import { type Above, LONGEST_SCALE, areFigures, mayNameFigures, nameOfMode, namedAmong } from './figures.ts';
import { type Foot, isUnlikeAnswers } from './foot.ts';
import { type Held, type LastRow, heldIn, isCode, isFraction, keyOf, number } from './summary-cells.ts';
import { isSummaryLabel } from './summary-names.ts';

/** What the columns show of the last rows. */
export interface FigureRows {
  /** Those of which the figures are those of the columns above, whatever they are called. */
  readonly proven: ReadonlySet<LastRow>;
  /** Whether a row may be one of figures that somebody worked out, and nothing shows it. */
  readonly isDoubtful: (row: LastRow) => boolean;
}

/** Compares rows at the end of an export with the columns above them. */
export function figureRows(foot: Foot): FigureRows {
  const { last, all, surely, columns, whole, columnOf, always, leading, areNumbered } = foot;
  return { proven: new Set([...last.flatMap(provenBy), ...provenTogether()]), isDoubtful };

  /**
   * The last rows that are called figures and nothing else, where two of them are different ones of the
   * columns above them all.
   */
  function provenTogether(): readonly LastRow[] {
    const rows = last.slice(0, [...last.map(isCalledSo), false].indexOf(false));
    const lengths = rows.map((_, nth) => nth + 1).slice(1);
    const enough = lengths.find((without) => {
      const figures = rows.slice(0, without).flatMap((row) => {
        const { label, figures: cells } = partsOf(row);
        return namedAmong(label?.text ?? '', cells, (column) => aboveIn(column, without)).slice(0, 1);
      });
      return new Set(figures).size > 1;
    });
    return rows.slice(0, enough ?? 0);
  }

  /**
   * A row of figures of the columns above, and those right above it that are called so too and of which these
   * hold nothing.
   */
  function provenBy(row: LastRow, back: number): readonly LastRow[] {
    const { label, figures } = partsOf(row);
    const mayBe = figures.every(({ text }) => number.test(text)) && (isNamed(row) || figures.every(isBeyond));
    // Many rows may be above: they are looked at for what is no ordinary row alone.
    if (figures.length === 0 || !mayBe || isSaid(label, back + 1)) return [];
    const isShort = always.some((column) => isBlank(row.cells[column] ?? ''));
    const chance = isShort ? 1 / (surely.length + 1) : 1;
    const between = last.slice(back + 1);
    const named = between.slice(0, [...between.map(isNamed), false].indexOf(false));
    const rows = [back + 1, ...named.map((_, nth) => back + nth + 2)].find((without) =>
      areFigures(label?.text ?? '', figures, (column) => aboveIn(column, without), chance),
    );
    return last.slice(back, rows ?? back);
  }

  function isDoubtful(row: LastRow): boolean {
    const { label, figures } = partsOf(row);
    const odd = figures.filter((figure) => isUnlikeAnswers(foot, figure));
    const areNumbers = figures.every(({ text }) => number.test(text));
    const isMode = label !== undefined && nameOfMode.test(label.text);
    const areOdd = odd.length > 1 && odd.length * 2 >= figures.length;
    const mayBe = isNamed(row)
      ? isMode || (areNumbers && (areOdd || isCalledSo(row) || figures.every(isFarBeyond)))
      : areNumbers && (areOdd || isWordAmongNumbers(row));
    return mayBe && !isSaid(label, last.indexOf(row) + 1);
  }

  /**
   * Whether a row of numbers begins with a word, such as “Typical” or “Left blank”, where all others have an
   * id with a digit.
   */
  function isWordAmongNumbers(row: LastRow): boolean {
    const { label, figures } = partsOf(row);
    const isInPlaceOfId = label?.column === leading && !/\d/u.test(label.text);
    return areNumbered && isInPlaceOfId && figures.length > 0;
  }

  /** Whether a row has a label that may name figures, where others have a name or an id, and other cells. */
  function isNamed(row: LastRow): boolean {
    const { label, figures } = partsOf(row);
    const isFirst = label !== undefined && label.column <= (always[0] ?? 0);
    return isFirst && figures.length > 0 && mayNameFigures(label.text);
  }

  /** Whether the label is the name of a figure and nothing else, and the other cells are numbers. */
  function isCalledSo(row: LastRow): boolean {
    const { label, figures } = partsOf(row);
    const isName = label !== undefined && isSummaryLabel(label.text) && !isSaid(label, last.indexOf(row) + 1);
    return isName && isNamed(row) && figures.every(({ text }) => number.test(text));
  }

  /** Whether a label is what a response says in the same column, or a letter beside others, as N is for No. */
  function isSaid(label: Held | undefined, without: number): boolean {
    if (label === undefined) return false;
    const answers = [...aboveIn(label.column, without).times.keys()];
    return answers.includes(keyOf(label.text)) || isCode(keyOf(label.text), answers);
  }

  /** Whether a number is larger than those of some responses, or a fraction, or stands where they have words. */
  function isBeyond({ text, column }: Held): boolean {
    const answers = columns[column] ?? [];
    const own = Number(text.replaceAll(',', ''));
    return !(own <= Math.max(...answers.map(Number))) || isFraction(text, answers);
  }

  function isFarBeyond(figure: Held): boolean {
    return isBeyond(figure) && !(Number(figure.text.replaceAll(',', '')) <= LONGEST_SCALE);
  }

  /** What stands in a column above so many of the last rows. */
  function aboveIn(column: number, without: number): Above {
    const kept = whole === undefined ? columnOf(column) : undefined;
    const isKept = kept !== undefined && kept.texts === undefined;
    const keys = isKept ? kept.values.map((value) => keyOf(labelIn(value))) : [];
    const cells = isKept
      ? Array.from(kept.codes.subarray(0, all - without), (code) => keys[code] ?? '')
      : answersIn(whole?.slice(0, all - without) ?? surely, column).map(keyOf);
    const times = new Map<string, number>();
    for (const cell of cells) if (cell !== '') times.set(cell, (times.get(cell) ?? 0) + 1);
    return { times, areAll: isKept || whole !== undefined };
  }
}

/** What a row begins with, unless that is a number, and the rest. */
function partsOf(row: LastRow): { readonly label: Held | undefined; readonly figures: readonly Held[] } {
  const held = heldIn(row);
  const [lead] = held;
  return lead === undefined || number.test(lead.text)
    ? { label: undefined, figures: held }
    : { label: lead, figures: held.slice(1) };
}
