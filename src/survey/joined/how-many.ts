const choose = '(?:tick|select|choose|check|pick|mark|indicate)';
const number = '(?:two|three|four|five|[2-9])';
const thing = '(?:answers?|options?|box(?:es)?|items?|choices?|responses?|selections?)';

/** What tells respondents that they may give several answers. */
const several = new RegExp(
  [
    String.raw`\b(?:all|any|those) (?:of )?(?:that|which|those|those that|these that)? ?(?:may |might |could )?appl(?:y|ies|icable)\b`,
    String.raw`\b(?:the following|these) (?:${thing} |statements )?apply\b|\ball (?:that|which) are relevant\b`,
    String.raw`\bas many (?:${thing} )?as\b|\b(?:respond|answer|tick|select|choose) more than once\b`,
    String.raw`\b(?:more than one|multiple|several|one or more|up to ${number}|at most ${number}) ${thing}\b`,
    String.raw`\b${choose} (?:your |the |any |only |just )?(?:all|any|multiple|several|one or more|more than one|(?:top |up to |at most |a maximum of )?${number})\b(?! (?:for|if|to|=))`,
    String.raw`\b(?:ticiwch|dewiswch|nodwch) (?:bob un|pob un|bopeth|yr holl|gynifer)(?!\p{L})`,
  ].join('|'),
  'iu',
);

/** What tells them that they may give one. */
const one = new RegExp(
  String.raw`\b${choose} (?:only |just )?one\b(?! or more)|\bone ${thing} only\b|\bonly (?:tick |select |choose )?one\b|\bsingle (?:answer|option|choice)\b|\b(?:best|most (?:closely|accurately)) describes\b|\b(?:ticiwch|dewiswch|nodwch) un(?!\p{L})`,
  'iu',
);

/**
 * More cells than this share of a column do not hold two answers, or a slip, by mistake: the form may have
 * allowed several.
 */
export const MOST_BY_MISTAKE = 0.1;

/**
 * More cells than this share do not hold two answers of one scale: nobody agrees and disagrees, so that
 * unless the question asks for several, two are a mistake however often it was made.
 */
const MOST_OF_A_SCALE = 0.5;

/**
 * The largest share of cells that may hold two answers where the answers are of one scale, of which each can
 * give one.
 */
export function mostTwice(question: string): number {
  return answersAllowed(question) === 'several' ? MOST_BY_MISTAKE : MOST_OF_A_SCALE;
}

/** What a cell has between options that were ticked in columns of their own, where one was allowed. */
export const twoTicked = '; ';

/** How many answers the words of a question let somebody give; undefined where they do not say. */
export function answersAllowed(question: string): 'one' | 'several' | undefined {
  if (several.test(question)) return 'several';
  return one.test(question) ? 'one' : undefined;
}
