import { type Answers, BLANK, type Cells, INVALID, NOT_ASKED } from '../responses/responses.ts';

/** How many responses gave each distinct answer, and how many cells are in each other state. */
export interface AnswerTally {
  /** One count an answer of `Answers`: an option, a set of options, a number. */
  readonly answers: Float64Array;
  readonly blank: number;
  readonly notAsked: number;
  readonly invalid: number;
}

/** How many distinct answers there are to count. */
function answerCount(answers: Answers): number {
  switch (answers.kind) {
    case 'options':
      return answers.options.length;
    case 'sets':
      return answers.sets.length;
    case 'numbers':
      return answers.values.length;
    case 'text':
      return 1;
  }
}

/** The lowest state is −3: shifting every cell by it makes states and answers positions in one array, and groups too. */
const shift = 3;

/**
 * Counts the answers of each group in one pass: `groups` is the number of groups and `groupOf` one group a
 * record, below 0 for a state of its cell and no group, or null when all records are one group. `counts` is
 * how many responses each record stands for, or what they weigh.
 */
export function tallyAnswers(
  answers: Answers,
  counts: ArrayLike<number> | null,
  groups = 1,
  groupOf: ArrayLike<number> | null = null,
): AnswerTally[] {
  const width = answerCount(answers) + shift;
  const size = width * (groups + shift);
  const { cells } = answers;
  const totals =
    counts === null ? countRecords(cells, groupOf, width, size) : addUp(counts, cells, groupOf, width, size);
  return Array.from({ length: groups }, (_, group) => {
    const start = (group + shift) * width;
    const state = (value: number) => totals[start + value + shift] ?? 0;
    return {
      answers: Float64Array.from(totals.subarray(start + shift, start + width)),
      blank: state(BLANK),
      notAsked: state(NOT_ASKED),
      invalid: state(INVALID),
    };
  });
}

/**
 * Counts as whole numbers, and nothing asked of a record but where it is counted: it is done for each item
 * and grouping.
 */
function countRecords(
  cells: Cells,
  groupOf: ArrayLike<number> | null,
  width: number,
  size: number,
): Uint32Array {
  const totals = new Uint32Array(size);
  const first = shift * width + shift;
  if (groupOf === null) {
    for (let record = 0; record < cells.length; record++) {
      const at = first + (cells[record] ?? 0);
      totals[at] = (totals[at] ?? 0) + 1;
    }
    return totals;
  }
  for (let record = 0; record < cells.length; record++) {
    const at = first + (groupOf[record] ?? BLANK) * width + (cells[record] ?? 0);
    totals[at] = (totals[at] ?? 0) + 1;
  }
  return totals;
}

function addUp(
  counts: ArrayLike<number>,
  cells: Cells,
  groupOf: ArrayLike<number> | null,
  width: number,
  size: number,
): Float64Array {
  const totals = new Float64Array(size);
  const first = shift * width + shift;
  for (let record = 0; record < cells.length; record++) {
    const group = groupOf === null ? 0 : (groupOf[record] ?? BLANK);
    const at = first + group * width + (cells[record] ?? 0);
    totals[at] = (totals[at] ?? 0) + (counts[record] ?? 0);
  }
  return totals;
}

/** Adds tallies up: the groups of a question with overlapping answers are sums of the combinations that hold them. */
export function addTallies(tallies: readonly AnswerTally[], of: Answers): AnswerTally {
  const width = answerCount(of);
  const answers = new Float64Array(width);
  let [blank, notAsked, invalid] = [0, 0, 0];
  for (const tally of tallies) {
    for (let answer = 0; answer < width; answer++)
      answers[answer] = (answers[answer] ?? 0) + (tally.answers[answer] ?? 0);
    blank += tally.blank;
    notAsked += tally.notAsked;
    invalid += tally.invalid;
  }
  return { answers, blank, notAsked, invalid };
}

/** A tally less those of it that are in another. */
export function subtractTally(whole: AnswerTally, part: AnswerTally): AnswerTally {
  return {
    answers: whole.answers.map((count, answer) => count - (part.answers[answer] ?? 0)),
    blank: whole.blank - part.blank,
    notAsked: whole.notAsked - part.notAsked,
    invalid: whole.invalid - part.invalid,
  };
}
