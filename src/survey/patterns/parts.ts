import { fold, takenIds, uniqueId } from '../labels/labels.ts';
import { joinedAnswers } from './joined-answers.ts';
import type { PatternColumn } from './columns.ts';
import { anyCase, blanks, characters, expressionOf, spaces } from './expressions.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** White space, and that with zero-width spaces, as `tidy` has them. */
const [white, tidied] = [
  '0009-000D 0020 00A0 1680 2000-200A 2028-2029 202F 205F 3000 FEFF',
  '0009-000D 0020 00A0 1680 2000-200D 2028-2029 202F 205F-2060 3000 FEFF',
];

/** What of the HTML of a cell `tidy` takes for space, and what for how its words looked; WHITE is any white space. */
const [breaks, formatting] = [
  anyCase('<(br|/p|/div)WHITE*/?>'),
  anyCase('</?(b|i|u|em|strong|span|font|p|br|div|small|big|h[1-6])(WHITE[^<>]*)?/?>'),
];

/** The marks of an empty paragraph, as `isEmptyField` has them. */
const emptyMarks = anyCase('</?(p|br|div|span)(WHITE[^<>]*)?/?>|&nbsp;');

/** A date, with or without a time in 24 hours and a zone: dates such as these sort as text, if all have one zone. */
const sortable =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|UTC|[-+][0-9]{2}(:?[0-9]{2})?))?)?$';

const digits = { codes: '[0-9]{1,4}', numbers: '[-+−0-9.,]+' } as const;

/** An expression in several lines: what holds where a condition does, the first of several counting; and else. */
export function cases(...branches: readonly (readonly [string, string] | readonly [string])[]): string {
  const lines = branches.map(([condition, value]) =>
    value === undefined ? `ELSE ${condition}` : `WHEN ${condition} THEN ${value}`,
  );
  return ['CASE', ...lines.map((line) => `  ${line}`), 'END'].join('\n    ');
}

/** What of cells is in patterns, in the language of an engine; `blank` are the words of the definition for no reply. */
export function patternParts(dialect: SqlDialect, blank: readonly string[]) {
  const { literal, matches, replaced, fail } = dialect;
  const without = (text: string, expression: string) => replaced(text, literal(expression), "''");
  const inWhite = (expression: string) => expression.replaceAll('WHITE', `[${characters(white, dialect)}]`);
  const hasInk = (cell: string) => matches(cell, literal(`[^${characters(blanks, dialect)}]`));
  const space = `[${characters(spaces, dialect)}]|&nbsp;|<[^<>]*>`;
  const isOneOf = (cell: string, known: readonly string[]) =>
    matches(`lower(${cell})`, literal(`^(${space})*(${known.join('|')})(${space})*$`));
  // As programs write them for the web: “R&amp;D”, “<b>Caf&eacute;</b>”.
  const isSpelt = (cell: string, letters: readonly string[]) =>
    `lower(${without(cell, '&[#a-zA-Z0-9]+;|<[^<>]*>|[^a-zA-Z0-9]')}) IN (${letters.map(literal).join(', ')})`;
  const noReply = blank.map((word) => expressionOf(word));
  // What the definition takes for no reply, or for an option, cannot say that something was written.
  const givenBeside = (options: readonly string[]) =>
    uniqueId('given', takenIds([...blank, ...options].map(fold)));

  return {
    /** A cell, or nothing where it holds one of these words of a platform for no reply. */
    reply(cell: string, words: readonly string[]): string {
      if (words.length === 0) return cell;
      const spaced = replaced(cell, literal(inWhite(breaks)), "' '");
      const plain = without(spaced, inWhite(formatting));
      const tidy = replaced(plain, literal(`([${characters(tidied, dialect)}]|&nbsp;)+`), "' '");
      return cases([`trim(${tidy}) IN (${words.map(literal).join(', ')})`, "''"], [cell]);
    },
    /** What of the cell of a column is in a pattern. */
    part({ kept, nth, words, digits: kind, joined }: PatternColumn): string {
      const cell = `a${nth}`;
      if (joined !== undefined) {
        const told = joinedAnswers(cell, joined, givenBeside(joined.options), dialect);
        return cases(...(noReply.length === 0 ? [] : [[isOneOf(cell, noReply), cell] as const]), ...told);
      }
      if (kept === 'day') return without(`trim(${cell})`, '(T|[ ,]+)[0-9]{1,2}:[0-9].*$');
      if (kept === 'repeated-id') return `concat('id ', ${cell})`;
      if (kept !== 'known-words') return cell;
      const known = [
        ...noReply,
        ...words.map((word) => expressionOf(word)),
        ...(kind === undefined ? [] : [digits[kind]]),
      ];
      const letters = [...new Set(words.map((word) => fold(word).replaceAll(/[^a-z0-9]/gu, '')))].filter(
        Boolean,
      );
      return cases(
        [`NOT ${hasInk(cell)}`, "''"],
        [matches(cell, literal(inWhite(`^(${emptyMarks})(WHITE|${emptyMarks})*$`))), "''"],
        ...(known.length === 0 ? [] : [[isOneOf(cell, known), cell] as const]),
        ...(letters.length === 0 ? [] : [[isSpelt(cell, letters), cell] as const]),
        [literal(givenBeside(words))],
      );
    },
    /** What ids have in common that are the same to the reader, and perhaps others; NULL where there is none. */
    id(cell: string): string {
      return cases(
        [`NOT ${hasInk(cell)}`, 'NULL'],
        ...(noReply.length === 0 ? [] : [[isOneOf(cell, noReply), 'NULL'] as const]),
        [without(cell, space)],
      );
    },
    /** The time in a cell as `clock`, which sorts by time, and its `zone`; the first empty where it is of another form. */
    time(cell: string): string[] {
      const [isSortable, rest] = [matches(`trim(${cell})`, literal(sortable)), `substr(trim(${cell}), 11)`];
      const clock = `concat(substr(trim(${cell}), 1, 10), ${without(rest, '[TZUC ]|[-+].*')})`;
      const zone = without(rest, '^[T ][0-9:.]* ?');
      return [`${cases([isSortable, clock], ["''"])} AS clock`, `${zone} AS zone`];
    },
    /** How many responses a cell says that its row stands for; anything else than a whole number ends the query. */
    count(cell: string, header: string): string {
      const isWhole = matches(`trim(${cell})`, literal('^[+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.]0+)?$'));
      const number = `CAST(${without(cell, '[.].*|[^0-9]')} AS ${dialect.integer})`;
      const message = `"${header}" has to be a whole number of responses in every row: mend the others, or leave them out.`;
      return cases([isWhole, number], [fail(literal(message), cell)]);
    },
  };
}
