/** Whether a question says any of these, wherever it does. */
function saying(...patterns: readonly string[]): (question: string) => boolean {
  const any = new RegExp(patterns.join('|'), 'iu');
  return (question) => any.test(question);
}

const numberOf = String.raw`(?<!^\W*the )\bnumber of\b`;

/** Whether a question names what is counted or measured. */
export const namesQuantity = saying(
  String.raw`\bhow (?:many|much|old|long|far)\b`,
  numberOf,
  String.raw`\b(?:count|duration|years?|age|times|hours?|miles?|costs?|amount|distance|minutes?|days?|weeks?|months?)\b`,
  String.raw`\bpercent|[\u00A3%]`,
);

/** Whether it asks for what can only be counted; “The number of buses has fallen” is a statement. */
export const asksToCount = saying(String.raw`\bhow (?:many|old)\b`, numberOf);

const units = 'hours|minutes|days|weeks|months|years|miles';

/** Whether it asks for an amount, or names one and nothing else: other words may come by in a statement, “I go to office hours”. */
export const asksAmount = saying(
  String.raw`\bhow (?:many|old|long|far)\b|\bnumber of\b|[\u00A3$\u20AC%]`,
  String.raw`\bhow much\b.*\b(?:time|money|pay|paid|spen[dt]|costs?|earn)\b`,
  String.raw`\bhow much \S+ do you\b.*\b(?:a|per|each|every) (?:day|week|month|year)\b`,
  String.raw`\bwhat (?:distance|amount|length of time)\b`,
  String.raw`\bin (?:${units}|kilometres|km|pounds|euros|dollars)(?=\W*$|[,)])`,
  String.raw`(?:^|, |\b(?:give|state|enter|estimate|tell us)(?: the)? )(?:${units}|times)(?: on which| that)? you\b`,
  String.raw`^(?:\S+\s+){0,3}\S+$`,
);

/** Whether it has options that were numbered, though what is asked sounds like a quantity. */
export const offersBands = saying(String.raw`\b(?:groups?|bands?|range|select one|choose one|which of)\b`);

/** What something may be, as people see it. */
const seen = [
  'happy clear clearly easy difficult useful helpful good bad well poor fair reasonable acceptable affordable',
  'effective appropriate confident concerned worried comfortable safe strongly willing interested familiar',
  'aware relevant expensive',
].flatMap((words) => words.split(' '));

/** Whether it asks for a view, of which numbers are points, whatever it is about: "How satisfied are you with the cost?" */
export const asksForView = saying(
  String.raw`\b(?:dis)?agree|\b(?:un|dis)?satisf|\bpriorit|\bcytuno`,
  String.raw`\bhow (?:much|far)\b.*\b(?:support|oppose|trust|(?:dis)?like(?! to\b))`,
  String.raw`\b(?:(?:un)?likely|likelihood|(?:un)?importan(?:t|ce)|ratings?|rank(?:ed|ing)?|opinion)\b`,
  String.raw`\b(?:please|you) rate\b|\brate (?:the|your|our|us|each|these|this|how|on|from)\b`,
  String.raw`\b(?:to what extent|scale (?:of|from)|out of (?:five|ten|5|10)|value for money|pa mor)\b`,
  String.raw`\bhow (?:un)?(?:${seen.join('|')})\b`,
);

/** Whether it asks for the respondents' own words. */
const asksForWords = saying(
  String.raw`\b(?:comments?|reasons?|tell us|explain|why|ideas?|feedback|describe|specify|details?|elaborate)\b`,
  String.raw`\bsuggest|\banything (?:else|you|we|that)\b`,
  String.raw`\bwhat (?:else|more|could|should|would|do you think)\b`,
  String.raw`\b(?:improve(?:d|ments?)?|views|thoughts|notes?|sylwadau|pam)\b`,
);

/** The same, though it is a name with lines for spaces: “comment_on_plan”. */
export function asksForOwnWords(question: string): boolean {
  return asksForWords(inWords(question));
}

/** A question as words, where it is a name as programs write it: “comment_on_plan”, “WhatIsYourAge”, “What.is.your.age”. */
export function inWords(question: string): string {
  const words = question.replaceAll('_', ' ');
  return /\s/u.test(question) ? words : words.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})\.(?=\p{L})/gu, ' ');
}

const comments =
  /^(?!.*\bwhich\b).*(?:\bcomments?\b|\banything else\b|\bin your own words\b|\bsylwadau\b)/isu;

/** Whether it asks for words where no form would offer options instead. */
export function asksForComments(question: string): boolean {
  return comments.test(inWords(question));
}

const saysCapacity = saying(
  String.raw`\bbest describes? (?:you|your|who|how|the capacity)|\bwhich describes you\b`,
  String.raw`\bin (?:what|which) capacity\b|\byour (?:main )?(?:connection|relationship|interest) (?:to|with|in)\b`,
  String.raw`\bi am (?:a|an|responding|answering)\b|\b(?:responding|answering|replying) (?:as|on behalf)\b`,
  String.raw`\brespondent type\b|\btype of respondent\b|\bon behalf of\b|\bare you (?:a|an)\b.{0,40}\bor\b`,
  String.raw`\bwhat is your (?:main )?role\b|^role$`,
);

/** Whether it asks in what capacity somebody answers: by it the others can be broken down. */
export function asksCapacity(question: string): boolean {
  return question.length <= 300 && saysCapacity(question);
}
