import { tidy } from '../../intake/blank.ts';
import { fold } from '../labels/labels.ts';
import { type Cell, type PieceCount, shareRepeated } from './cut-cells.ts';
import { type ColumnFacts, countOf } from '../infer/facts.ts';
import { answersAllowed } from './how-many.ts';
import { areNames, findSpaced } from './spaced.ts';
import { isOutside } from '../ordering/ordering.ts';
import { type CutColumn, arePartsAnswers, areWhole, countVariants, cutColumn } from './parts-alone.ts';

/** Several answers in one cell: what stands between them, and the answers that more than one respondent gave. */
export interface Joined {
  readonly separator: string;
  /** Most frequent first. */
  readonly options: readonly string[];
  /** How many parts of cells are none of these: words of the respondents' own. */
  readonly writeIns: number;
  /** How many cells hold more than one. */
  readonly severals: number;
  /** Whether nearly every cell has all of them, in more orders than one: they were ranked. */
  readonly isRanking: boolean;
  /**
   * Whether respondents wrote the lists: many parts are nobody else's, and others are not spelt alike, as a
   * form's options are.
   */
  readonly isTyped: boolean;
}

/** Separators that an answer may hold. */
const weak = [', ', ','];

/**
 * What an option may hold too, and both halves of one in two languages; it divides answers where that leaves
 * fewer of them.
 */
const slash = ' / ';

/** Fewer cells than this share hold several answers by chance. */
const LEAST_HELD = 0.04;

/**
 * More options than a form offers: what is cut at the separator is then running text, unless they are names
 * and nearly all said again.
 */
const [MOST_OPTIONS, OFFERED] = [60, 0.95];

/** Longer than any option. */
const LONGEST = 250;

/** How many cells are enough to see that what they hold is running text. */
const SAMPLE = 200;

/** What is known of a question before its cells are looked at. */
interface Asked {
  readonly question: string;
  /** What the platform puts between several answers, where it is known. */
  readonly separator: string | undefined;
  /**
   * What stands between those of other questions, where that is what it is known by, and the answers that are
   * theirs too.
   */
  readonly elsewhere: Pick<Joined, 'separator' | 'options'> | undefined;
  /** Whether the form offered whatever the cells hold: the platform keeps what respondents write elsewhere. */
  readonly areAllOffered: boolean;
}

/**
 * Whether the cells of a column hold several answers, as the platform joins them, the question says that
 * there may be, or the cells themselves show: what stands between separators is said again and again, in
 * different company. The platform's own separator divides them if it can; of others, the one that leaves
 * fewest.
 */
export function findJoined(facts: ColumnFacts, asked: Asked): Joined | undefined {
  const own = asked.separator === undefined ? [] : [asked.separator];
  let best: Joined | undefined;
  for (const separator of new Set([...own, ';', '|', lineBreakIn(facts), ...weak, slash])) {
    const isSought = best === undefined && mayHoldSeveral(asked, separator);
    const joined =
      separator === ' '
        ? cutAtSpaces(facts, asked.question)
        : cutAt(facts, separator, { ...asked, isSought });
    if (joined !== undefined && (best === undefined || isBetter(joined, best, facts))) best = joined;
    if (best !== undefined && best.separator === asked.separator) return best;
  }
  return best;
}

/** The line break of these cells, with the comma before it where that stands before each of them. */
function lineBreakIn({ labels }: ColumnFacts): string {
  const breaks = new Set(labels.flatMap(({ raw }) => raw.match(/(?<![^\S\r\n]),?[^\S\r\n]*\r?\n/gu) ?? []));
  const [first = '', ...others] = breaks;
  return first.startsWith(',') && others.length === 0 ? first : '\n';
}

/**
 * Whether another mark cuts the same answers better, in that fewer are left, or no more at line breaks: an
 * option may hold the mark that is tried before, and what that cuts it to stands in many pairs with what is
 * beside it. Since one may hold a bar or a comma as well, the usual ones of what these leave were given alone
 * too.
 */
function isBetter(joined: Joined, before: Joined, { labels }: ColumnFacts): boolean {
  const fewer = before.options.length + before.writeIns - joined.options.length - joined.writeIns;
  if (joined.separator.endsWith('\n')) return fewer >= 0;
  const alone = new Set(labels.map(({ folded }) => folded));
  const usual = joined.options.slice(0, Math.ceil(joined.options.length / 2));
  // What a comma with white space leaves, a bare one may cut further, where that stands in most of it.
  const cut = before.options.filter((option) => /,(?=\p{L})/u.test(option));
  const isFiner =
    joined.separator === ',' && before.separator === ', ' && cut.length * 2 > before.options.length;
  const areAlone = isFiner || joined.separator === slash || usual.every((option) => alone.has(fold(option)));
  return fewer > 0 && areAlone;
}

/**
 * Whether the question asks for several answers, or others have them, and nothing says that others than this
 * stand between them.
 */
function mayHoldSeveral({ question, separator: own, elsewhere }: Asked, separator: string): boolean {
  const isOwn = own === undefined || own.trim() === separator.trim();
  return (answersAllowed(question) === 'several' || separator === elsewhere?.separator) && isOwn;
}

/**
 * At spaces only names are cut, and labels that stand alone in other cells: words have spaces too. Of those
 * that the platform joins one in twenty cells may be nobody else's.
 */
function cutAtSpaces(facts: ColumnFacts, question: string): Joined | undefined {
  const named = areNames(facts.labels) ? cutAt(facts, ' ', {}) : undefined;
  if (named?.writeIns === 0) return named;
  const areOfForm = named !== undefined && named.writeIns * 20 <= facts.filled;
  return areOfForm ? cutAt(facts, ' ', { areAllOffered: true }) : findSpaced(facts.labels, question);
}

function cutAt(
  { labels, filled }: ColumnFacts,
  separator: string,
  asked: Partial<Asked> & { readonly isSought?: boolean },
): Joined | undefined {
  const inner = separator === slash ? slash : tidy(separator) || separator;
  const holding = labels.filter(({ raw }) => raw.includes(inner));
  const held = countOf(holding);
  const isOwn = asked.separator === separator;
  // Where no white space follows its mark, a platform joined the answers: nobody wrote them into a form that allows one.
  const isCertain = isOwn && tidy(separator) === separator;
  const areOthers = (): boolean => areWhole(holding, labels, separator);
  if (held < 2 && !(isCertain && areOthers())) return undefined;
  if (held < filled * LEAST_HELD && asked.isSought !== true && !isCertain) return undefined;
  if (holding.length > SAMPLE && shareRepeated(holding.slice(0, SAMPLE), separator) < 0.4) return undefined;
  const column = cutColumn(labels, separator);
  // Microsoft Forms ends every cell of such a question with the mark.
  const isMarked = separator === ';' && labels.every(({ raw }) => tidy(raw).endsWith(separator));
  if (!areOptions(column, isMarked && isCertain)) return undefined;
  // "North / East" beside "South / West": nobody ticked two each time.
  if (separator === slash && column.cells.every(({ pieces }) => pieces.length === 2)) return undefined;
  const isSought = asked.isSought === true && column.severals.length > 0;
  const areSeveral = isMarked || isSought || (isOwn && areOthers()) || arePartsAnswers(column);
  return areSeveral ? joinedOf(column, asked) : undefined;
}

/** Whether parts are given again as options are, or a form has marked them as such, and they are as few and as short. */
function areOptions({ tally, parts, options }: CutColumn, isCertain: boolean): boolean {
  const [all, repeated] = [countOf(parts), countOf(options)];
  const areKnown = (options.length > 1 && repeated >= all * 0.6) || (isCertain && tally.size <= MOST_OPTIONS);
  const haveNames = options.some(({ label }) => /\p{L}/u.test(label));
  const areTooMany = options.length > MOST_OPTIONS && !(haveNames && repeated >= all * OFFERED);
  return areKnown && !areTooMany && options.every(({ label }) => label.length <= LONGEST);
}

function joinedOf(
  { separator, cells, severals, tally, parts, options }: CutColumn,
  { areAllOffered = false, elsewhere }: Partial<Asked>,
): Joined {
  // What forms offer below all other options is nobody's own words, though only one person chose it.
  const known = new Set(elsewhere?.options.map(fold));
  const isUsual = ({ label, count }: PieceCount): boolean =>
    options.length < 2 || count > 1 || isOutside(label) || known.has(fold(label));
  const usual = parts.filter(isUsual);
  const all = countOf(parts);
  const lone = all - countOf(usual);
  const variants = countVariants(cells, tally);
  // What a form offers is spelt alike, and not without end.
  const offered = areAllOffered && variants === 0 && parts.length <= MOST_OPTIONS ? parts : usual;
  const ordered = offered.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return {
    separator,
    options: ordered.map(({ label }) => label),
    writeIns: all - countOf(offered),
    severals: countOf(severals),
    isRanking: areRanked(cells, options.length),
    isTyped: lone > all * 0.2 && variants > all * 0.05,
  };
}

/** Whether nearly every cell has every option, in more orders than one. */
function areRanked(cells: readonly Cell[], options: number): boolean {
  const whole = cells.filter(({ pieces }) => pieces.length === options);
  return options > 2 && whole.length > 1 && countOf(whole) >= countOf(cells) * 0.9;
}
