import { fold, takenIds, uniqueId } from '../labels/labels.ts';
import type { PatternColumn } from './columns.ts';
import { dayOfText } from './days.ts';
import { refusals } from '../labels/label-pairs.ts';
import { longestAnswer } from '../labels/several-answers.ts';
import { alike, anyOf, characters, expressionOf, noughts, singleWords } from './expressions.ts';
import { joinedAnswers, tidiedAnswers } from './joined-answers.ts';
import type { SqlDialect } from './sql-dialects.ts';
import { isNothing, tidied } from './tidy.ts';

/** A date, with or without a time in 24 hours and a zone: dates such as these sort as text, if all have one zone. */
const sortable =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|UTC|[-+][0-9]{2}(:?[0-9]{2})?))?)?$';

const numbers = { codes: `-?[0-9]{1,4}${noughts}`, any: '[-+\u2212]?[0-9.,]+(e[-+]?[0-9]{1,3})?' } as const;

/** The marks of boxes that may stand before an option, as `withoutMark` has them. */
const box = '([\u2713\u2714\u2611\u2612\u2705\u2610]\ufe0f? *)?';

/** A condition and what holds where it does; or what holds else. */
export type Branch = readonly [condition: string, value: string] | readonly [value: string];

/** An expression in several lines: what holds where a condition does, the first of several counting; and else. */
export function cases(...branches: readonly Branch[]): string {
  const lines = branches.map(([condition, value]) =>
    value === undefined ? `ELSE ${condition}` : `WHEN ${condition} THEN ${value}`,
  );
  return ['CASE', ...lines.map((line) => `  ${line}`), 'END'].join('\n    ');
}

/**
 * What of cells is in patterns, in the language of an engine; `blank` are the words of the definition for no
 * reply, `noReply` those of a platform.
 */
export function patternParts(dialect: SqlDialect, blank: readonly string[], noReply: readonly string[] = []) {
  const { literal, matches, replaced, fail, text } = dialect;
  const without = (cell: string, expression: string) => replaced(cell, literal(expression), "''");
  const isOneOf = (cell: string, expression: string) =>
    matches(`lower(${cell})`, literal(`^(${expression})$`));
  // What the definition takes for no reply, or for an option, cannot say that something was written.
  const wordBeside = (words: readonly string[]) =>
    uniqueId('given', takenIds([...blank, ...words].map(fold)));
  const given = (words: readonly string[]) => literal(wordBeside(words));

  /** That the reader takes a cell for no reply. */
  function isNoReply(nth: number): string {
    const conditions = [isNothing(`a${nth}`, dialect)];
    if (blank.length > 0)
      conditions.push(isOneOf(`t${nth}`, blank.map((word) => expressionOf(word)).join('|')));
    // The reader looks for these before it reads entities.
    if (noReply.length > 0)
      conditions.push(
        `t${nth} IN (${noReply.map(literal).join(', ')}) AND NOT ${matches(`a${nth}`, literal('&#'))}`,
      );
    return conditions.join(' OR ');
  }

  /**
   * A cell that is one of these words, as nearly all are, or else what an expression finds; longer ones the
   * reader does not take apart.
   */
  function among(cell: string, words: readonly string[], expression: string): readonly Branch[] {
    const one = `lower(${cell}) IN (${words.map(literal).join(', ')})`;
    const other = `length(${cell}) <= ${longestAnswer} AND ${isOneOf(cell, expression)}`;
    return [
      ...(words.length === 0 ? [] : [[one, cell] as const]),
      ...(expression === '' ? [] : [[other, cell] as const]),
    ];
  }

  return {
    /** A cell as `tidy` of the reader has it, most of which are so already. */
    tidy({ nth, kept }: PatternColumn): string {
      const cell = `a${nth}`;
      const isUntidy = matches(cell, literal("[^ -%'-;=-~]|^ | $| {2}"));
      const tidy =
        kept.what === 'joined' ? tidiedAnswers(cell, kept.separator, dialect) : tidied(cell, dialect);
      return cases([isUntidy, tidy], [cell]);
    },
    /**
     * What of the cell of a column is in a pattern; NULL where there is no id, and for words under an option
     * that are told apart.
     */
    part({ nth, header, kept }: PatternColumn): string {
      const cell = `t${nth}`;
      const told = (...branches: readonly Branch[]) => cases([isNoReply(nth), "''"], ...branches);
      switch (kept.what) {
        case 'whole':
          return told([cell]);
        case 'id':
          return cases([isNoReply(nth), 'NULL'], [cell]);
        case 'count':
          return wholeNumber(`a${nth}`, header);
        case 'day':
          return told(...dayOfText(cell, dialect), [given([])]);
        case 'tick': {
          const words = [...new Set(kept.words.map(fold))];
          const known = words.map((word) => expressionOf(word)).join('|');
          return told(...among(cell, words, `${box}(${known}|${numbers.codes})`), ['NULL']);
        }
        case 'joined':
          return told(...joinedAnswers({ nth, header, ...kept }, wordBeside(kept.options), dialect));
        case 'listed': {
          const words = singleWords(kept.words);
          const known = [
            ...(words.length === 0 ? [] : [anyOf(words)]),
            ...(kept.numbers === undefined ? [] : [numbers[kept.numbers]]),
          ];
          return told(...among(cell, words, known.join('|')), [given(kept.words)]);
        }
      }
    },
    /** What stands for anything that is none of these words. */
    given,
    /** Words under an option as `fold` has them. */
    folded(cell: string): string {
      return [...alike].reduce(
        (folded, [character, others]) => replaced(folded, literal(`[${others}]`), literal(character)),
        `lower(${cell})`,
      );
    },
    /** What stands for such words, by their number: the reader may take for the name of an option what is like one. */
    givenWords(words: string, number: string): string {
      const letter = `[^${characters('0001-0040 005B-0060 007B-00BF 2000-206F', dialect)}]`;
      const isName = [
        `length(${words}) <= 200`,
        matches(words, literal(`${letter}${letter}`)),
        `NOT ${matches(words, literal(`^(${refusals})([^a-z${characters('00C0-FFFF', dialect)}]|$)`))}`,
      ].join(' AND ');
      return `concat(${cases([isName, literal(`${wordBeside([])} `)], [literal('? ')])}, CAST(${number} AS ${text}))`;
    },
    /**
     * The time in a cell as `clock`, which sorts by time, and its `zone`; the first empty where it is of
     * another form.
     */
    time(cell: string): (readonly ['clock' | 'zone', string])[] {
      const [isSortable, rest] = [matches(`trim(${cell})`, literal(sortable)), `substr(trim(${cell}), 11)`];
      const clock = `concat(substr(trim(${cell}), 1, 10), ${without(rest, '[TZUC ]|[-+].*')})`;
      const zone = without(rest, '^[T ][0-9:.]* ?');
      return [
        ['clock', cases([isSortable, clock], ["''"])],
        ['zone', zone],
      ];
    },
  };

  /** How many responses a cell says that its row stands for; anything else than a whole number ends the query. */
  function wholeNumber(cell: string, header: string): string {
    const isWhole = matches(`trim(${cell})`, literal('^[+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.]0+)?$'));
    const number = `CAST(${without(cell, '[.].*|[^0-9]')} AS ${dialect.integer})`;
    const message = `"${header}" has to be a whole number of responses in every row: mend the others, or leave them out.`;
    return cases([isWhole, number], [fail(literal(message), cell)]);
  }
}
