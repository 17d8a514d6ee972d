/** A question of a made-up survey, with the answers of every respondent; undefined where somebody gave none. */
export type Asked =
  | {
      readonly kind: 'single' | 'text' | 'number';
      readonly text: string;
      readonly answers: readonly (string | undefined)[];
    }
  | {
      readonly kind: 'grid';
      readonly text: string;
      readonly parts: readonly string[];
      /** For each part. */
      readonly answers: readonly (readonly (string | undefined)[])[];
    }
  | {
      readonly kind: 'several';
      readonly text: string;
      readonly parts: readonly string[];
      /** For each part, who ticked it. */
      readonly ticks: readonly (readonly boolean[])[];
      /** What each wrote under “Other”, where there was such an option. */
      readonly words?: readonly (string | undefined)[];
    };

/** What an option is called that asks for words. */
export const other = 'Other (please specify)';

/** The answers that are given to questions with one answer and to the rows of grids, in the order in which they are offered. */
export const labels = ['Agree', 'Disagree', 'Neither agree nor disagree', 'N/A', 'Don’t know'] as const;

/** A column as it should be read: its question, its part, and its cells. */
export interface Read {
  readonly question: string;
  readonly part: string | undefined;
  readonly cells: readonly string[];
}

/** A column as it is written: its header cells from top to bottom, and its cells. */
export interface Written {
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  readonly read?: Read;
}

/** How a platform writes a survey: what it keeps of each respondent, and what it makes of each question. */
export interface Writer {
  readonly metadata: (size: number) => readonly Written[];
  readonly columns: (asked: Asked, index: number) => readonly Written[];
}

export const each = (size: number, make: (row: number) => string): string[] =>
  Array.from({ length: size }, (_, row) => make(row));
const given = (answers: readonly (string | undefined)[], blank = ''): string[] =>
  answers.map((answer) => answer ?? blank);
export const plain = (header: string, cells: readonly string[]): Written => ({ headers: [header], cells });

/** The ticks of a question in one cell a respondent, and the words among them. */
export function joined(
  { parts, ticks, words }: Extract<Asked, { kind: 'several' }>,
  join: (ticked: string[]) => string,
): string[] {
  return (ticks[0] ?? []).map((_, row) => {
    const own = words?.[row];
    return join([
      ...parts.filter((_part, index) => ticks[index]?.[row]),
      ...(own === undefined ? [] : [own]),
    ]);
  });
}

export interface Style {
  /** The header cells of a whole question and of a part of one. */
  readonly head: (text: string, part: string | undefined, nth: number, index: number) => readonly string[];
  /** How several answers are written: in a column for each option, or together. */
  readonly several:
    | { readonly tick: (option: string, isTicked: boolean) => string; readonly onlyTicks?: boolean }
    | ((ticked: string[]) => string);
  /** What the column of the option for words is headed. */
  readonly otherCalled?: string;
  readonly blank?: string;
  /** What a column is read as, where the headers do not hold the question. */
  readonly read?: (
    text: string,
    part: string | undefined,
    nth: number,
    index: number,
  ) => readonly [question: string, part: string | undefined];
}

export function columnsIn(style: Style): Writer['columns'] {
  const { head, several, blank = '', otherCalled = other, read = (text, part) => [text, part] } = style;
  return (asked, index) => {
    const column = (part: string | undefined, nth: number, cells: readonly string[]): Written => {
      const [question, piece] = read(asked.text, part, nth, index);
      const shown = cells.map((cell) => (cell === blank ? '' : cell));
      return {
        headers: head(asked.text, part, nth, index),
        cells,
        read: { question, part: piece, cells: shown },
      };
    };
    if (asked.kind === 'grid')
      return asked.parts.map((part, nth) => column(part, nth, given(asked.answers[nth] ?? [], blank)));
    if (asked.kind !== 'several') return [column(undefined, 0, given(asked.answers, blank))];
    if (typeof several === 'function') return [column(undefined, 0, joined(asked, several))];
    const ticked = asked.parts.map((part, nth) =>
      column(
        part,
        nth,
        (asked.ticks[nth] ?? []).map((isTicked) => several.tick(part, isTicked)),
      ),
    );
    if (asked.words === undefined) return ticked;
    const words = asked.words.map((own) =>
      own === undefined || several.onlyTicks ? several.tick(otherCalled, own !== undefined) : own,
    );
    return [...ticked, column(otherCalled, ticked.length, words)];
  };
}

export const repeat = (blank = '') => ({
  tick: (option: string, isTicked: boolean) => (isTicked ? option : blank),
});
export const yesNo = { tick: (_: string, isTicked: boolean) => (isTicked ? 'Yes' : 'No') };
/** The words are then in a question of their own. */
export const oneZero = { tick: (_: string, isTicked: boolean) => (isTicked ? '1' : '0'), onlyTicks: true };
export const dashed = (text: string, part?: string): string[] => [
  part === undefined ? text : `${text} - ${part}`,
];
export const day = (row: number): string => `2024-05-${String(row + 10)} 09:00:00`;

export const over =
  (rows: number, names: readonly string[], cell: (name: string, row: number) => string) => (size: number) =>
    names.map((name): Written => ({
      headers: [name, ...each(rows - 1, () => '')],
      cells: each(size, (row) => cell(name, row)),
    }));

/** A survey as rows of an export, and what should be read of each column that is an answer. */
export function write(
  { metadata, columns }: Writer,
  asked: readonly Asked[],
  size: number,
): {
  readonly rows: readonly string[][];
  readonly read: readonly (Read | undefined)[];
  /** The positions of the columns of each question. */
  readonly columns: readonly (readonly number[])[];
} {
  const about = metadata(size);
  const questions = asked.map(columns);
  const all = [...about, ...questions.flat()];
  let position = about.length;
  const positions = questions.map((own) => own.map(() => position++));
  const headerRows = Math.max(...all.map(({ headers }) => headers.length));
  const above = Array.from({ length: headerRows }, (_, row) => all.map(({ headers }) => headers[row] ?? ''));
  const below = each(size, String).map((_, row) => all.map(({ cells }) => cells[row] ?? ''));
  return { rows: [...above, ...below], read: all.map(({ read }) => read), columns: positions };
}
