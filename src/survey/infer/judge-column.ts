import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { mayBeInOption } from '../joined/cut-cells.ts';
import { type ColumnFacts, areMostly } from './facts.ts';
import { MOST_BY_MISTAKE, answersAllowed } from '../joined/how-many.ts';
import { type Joined, findJoined } from '../joined/joined.ts';
import { readNumber } from '../labels/read-number.ts';
import { judgeJson } from '../joined/json-cells.ts';
import { judge } from './judge.ts';
import { type Judgement, asText } from './judgement.ts';
import { areTakenOut } from './no-reply.ts';
import { mayBeFilled } from './not-shown.ts';
import { asksForComments, inWords } from './question-words.ts';
import { date } from './roles.ts';

/**
 * What one column is taken for: as `judge`, and several answers in a cell where it is no scale and no number. `elsewhere` is
 * what is known of them by other questions.
 */
export function judgeColumn(
  facts: ColumnFacts,
  asked: string,
  layout: RecognisedLayout,
  elsewhere?: Pick<Joined, 'separator' | 'options'>,
): Judgement {
  const question = inWords(asked);
  const words = notCounted.find(([, share, isOne]) => areMostly(facts.sample, share, isOne));
  if (words !== undefined) return asText(words[0]);
  if (areTakenOut(facts.labels)) return asText('what was written here was taken out of the file');
  const json = judgeJson(facts.labels);
  if (json !== undefined) return json;
  if (layout.platform === 'typeform' && areYesAndNo(facts)) return yesAndNo;
  const one = judge(facts.labels, question, facts);
  if (layout.platform === 'limesurvey' && mayBeFilled(facts))
    return { ...one, ground: `${one.ground}; ${mayBeUnseen}`, certainty: 'doubtful' };
  if (one.kind === 'scale' || one.kind === 'number' || !facts.known) return one;
  if (facts.heading.isText === true) return asWords(facts);
  if (facts.filled > 0 && question.split(' - ').every((said) => asksName.test(said)))
    return asText('asks for a name');
  if (one.kind === 'text' && asksForComments(question)) return one;
  const joined = findJoined(facts, {
    question,
    separator: elsewhere?.separator ?? layout.separator,
    elsewhere,
    areAllOffered: layout.writeInsApart === true,
  });
  if (joined === undefined)
    return mayBeOption(facts, one) ? { ...one, ground: aloneAnswer, certainty: 'doubtful' } : one;
  return judgeJoined(joined, question, facts.filled, elsewhere !== undefined) ?? one;
}

/**
 * What cells with several answers are taken for, of so many that hold any; undefined where they do so by mistake, as the question
 * asks for one and few gave more. `isElsewhere` says that other questions have the same separator.
 */
function judgeJoined(
  joined: Joined,
  question: string,
  filled: number,
  isElsewhere: boolean,
): Judgement | undefined {
  const { writeIns } = joined;
  const areFew = joined.severals <= filled * MOST_BY_MISTAKE;
  const allowed = answersAllowed(question);
  if (areFew && allowed === 'one') return undefined;
  if (joined.isRanking) {
    const ground = `every cell has the same ${joined.options.length} answers in an order of its own, which is not counted`;
    return asText(ground, 'doubtful');
  }
  if (joined.isTyped) return asText('lists that respondents typed, each in their own way', 'doubtful');
  const own = `${writeIns} of their parts ${writeIns === 1 ? 'is' : 'are'} in the respondents’ own words, as Other`;
  const also = writeIns > 0 ? `; ${own}` : '';
  const as = isElsewhere ? ' as in other questions' : '';
  const mayBeMistakes = areFew && allowed !== 'several';
  const few = `; only ${joined.severals} of ${filled} do, by mistake if the form allowed one answer`;
  const against = allowed === 'one' ? ', though the question asks for one' : '';
  const isDoubtful = mayBeInOption(joined.separator) || writeIns > 0 || mayBeMistakes || allowed === 'one';
  return {
    kind: 'multiple',
    joined,
    ground: `cells hold several answers, with ${shown(joined.separator)} between them${as}${against}${also}${mayBeMistakes ? few : ''}`,
    certainty: isDoubtful ? 'doubtful' : 'likely',
  };
}

/** What stands where the platform asked for words: in doubt where it is nothing but numbers. */
function asWords({ labels }: ColumnFacts): Judgement {
  const areNumbers = labels.length > 0 && labels.every(({ label }) => readNumber(label) !== undefined);
  return areNumbers
    ? asText('the platform asked for words, but every answer is a number', 'doubtful')
    : asText('the platform asked for words', 'sure');
}

/** Typeform writes yes and no as 1 and 0; a scale of numbers begins at 1, or goes on. */
function areYesAndNo({ labels }: ColumnFacts): boolean {
  return labels.some(({ label }) => label === '0') && labels.every(({ label }) => /^[01]$/u.test(label));
}

const yesAndNo: Judgement = {
  kind: 'scale',
  scale: 'yes-no',
  options: ['Yes', 'No'],
  synonyms: { Yes: ['1'], No: ['0'] },
  ground: '1 and 0 are yes and no on this platform',
  certainty: 'likely',
};

/** What is to be said where only a person can tell. */
const mayBeUnseen =
  '“N/A” may stand where it was not shown, and not for an answer: “blank: N/A” then says so';

/** Whether all who answered a choice, more than one, said the same, and others nothing. */
function mayBeOption({ labels, filled, records }: ColumnFacts, { kind, certainty }: Judgement): boolean {
  return (
    kind === 'choice' && certainty !== 'doubtful' && labels.length === 1 && filled > 1 && filled < records
  );
}

const aloneAnswer =
  'one answer and no other: it may be an option of a question, and whoever left it blank may have said no';

/** What ends an address in Britain, the United States and Canada. */
const addressEnd =
  /[\s,](?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]{2},? \d{5}(?:-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d)[\s.,]*$/iu;
const longestAddress = 200;

/** Whether a cell holds the address of a house: a number, words and a postcode at the end. */
function isAddress(cell: string): boolean {
  const end = cell.length > longestAddress ? -1 : cell.search(addressEnd);
  return end !== -1 && /\d.*\p{L}/u.test(cell.slice(0, end));
}

const postcode = /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\.?$/iu;
const latitudeAndLongitude = /^\W?-?\d{1,2}\.\d+\s?[;,\s]\s?-?\d{1,3}\.\d+(?=\W?$|[;,\s])/u;

/** Cells that are no answers to choose from, whatever was asked: what they are, and what share of a column is so. */
const notCounted: readonly (readonly [ground: string, share: number, isOne: (cell: string) => boolean])[] = [
  ['full postcodes, which tell where somebody lives', 0.3, (cell) => postcode.test(cell)],
  ['addresses, which tell where somebody lives', 0.3, isAddress],
  ['places on a map, which tell where somebody is', 0.9, (cell) => latitudeAndLongitude.test(cell)],
  ['dates, of which only the number is counted', 0.9, (cell) => date.test(cell) && /\D/u.test(cell)],
];

const organisation = '(?:organi[sz]ation|company|business|employer|school|charity)';
const please = '(?:please )?(?:give|state|enter|provide|tell us)(?: us)? |what is |if so,? |if yes,? ';

/** Questions for the name of an organisation: words, however often one is given. */
const asksName = new RegExp(
  `^(?:\\W|\\d)*(?:${please})*(?:the |your )?(?:(?:name|title) of (?:the |your )?(?:${organisation}|group)|${organisation}(?:’s|'s)?(?: name)?|group(?:’s|'s)? name)\\W*(?:\\(.*\\)\\W*)?$`,
  'iu',
);

function shown(separator: string): string {
  if (separator.endsWith('\n'))
    return separator.startsWith(',') ? 'a comma and a line break' : 'a line break';
  return separator === ' ' ? 'a space' : `“${separator.trim()}”`;
}
