const noon = '12 ?noon|12 ?midday|midday|noon';
const night = '12 ?midnight|midnight';
const clock = '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))? ?(?<half>[ap]\\.?m\\b\\.?)?';
const time = new RegExp(`(?<!\\d)(?:(?<noon>${noon})|(?<night>${night})|${clock})(?![\\d%])`, 'gu');

/** Words that a label of times may have beside them, and whether it then goes on without an end. */
const early = /^(?:before|until|up to|earlier than|pre)\b/u;
const late = /^(?:after|later than|from|post)\b|(?:\bor later|\bonwards?|\+)$/u;
/** Whatever else may stand in a label that says times: “Saturday” may not. */
const others =
  /\b(?:before|until|up to|earlier than|pre|after|later than|from|post|or later|onwards?|between|to|and|early|late|mornings?|afternoons?|evenings?|nights?|lunchtimes?)\b|[-–+(),:\s]/gu;

/** A time that a label names, in hours from midnight. */
interface Time {
  readonly hours: number;
  /** Whether nobody can tell in which half of the day. */
  readonly isEither: boolean;
}

const namesHalf = /\d ?[ap]\.?m\b|\b(?:noon|midday|midnight)\b/u;
const minutes = /\b\d{1,2}:[0-5]\d\b/u;
const ofWholeDay = /\b(?:0\d|1[3-9]|2\d):[0-5]\d\b/u;

/** Whether folded labels name times of the day. */
export function areTimes(labels: readonly string[]): boolean {
  return labels.some((label) => namesHalf.test(label) || minutes.test(label));
}

/**
 * The place of folded labels that say times of the day, by when each begins: "Before 9am", "9am to 12 noon", "After 6pm".
 * Of none of them where nobody can tell in which half of the day one begins.
 */
export function timeRank(labels: readonly string[]): (folded: string) => number | undefined {
  if (!areTimes(labels)) return () => undefined;
  const isWholeDay =
    labels.some((label) => ofWholeDay.test(label)) && !labels.some((label) => namesHalf.test(label));
  return (folded) => beginning(folded, isWholeDay);
}

function beginning(folded: string, isWholeDay: boolean): number | undefined {
  const times = [...folded.matchAll(time)].map((match) => timeOf(match, isWholeDay));
  const [first, second] = times;
  const rest = folded.replaceAll(time, '').replaceAll(others, '');
  if (first === undefined || times.length > 2 || rest !== '') return undefined;
  const hours = first.isEither ? beforeTime(first.hours, second) : first.hours;
  if (hours === undefined) return undefined;
  // What ends at a time stands before what begins at it, and what has no end after that.
  const lean = second === undefined && early.test(folded) ? -1e-6 : late.test(folded) ? 1e-6 : 0;
  return hours + lean;
}

function timeOf({ groups = {} }: RegExpMatchArray, isWholeDay: boolean): Time {
  const { hour, minute = '0', half } = groups;
  if (groups['noon'] !== undefined) return { hours: 12, isEither: false };
  if (groups['night'] !== undefined) return { hours: 0, isEither: false };
  const said = Number(hour) + Number(minute) / 60;
  if (half === undefined) return { hours: said, isEither: !isWholeDay };
  return { hours: (said % 12) + (half.startsWith('p') ? 12 : 0), isEither: false };
}

/** When "9" begins in "9-11am", and "10" in "10-2pm": the last such hour before the time that follows. */
function beforeTime(hours: number, end: Time | undefined): number | undefined {
  if (end === undefined || end.isEither) return undefined;
  return [hours + 12, hours, hours - 12].find((one) => one >= 0 && one < end.hours);
}
