import { severalSeen } from '../labels/several-answers.ts';
import { type LabelCount, countOf } from './facts.ts';
import { MOST_BY_MISTAKE } from '../joined/how-many.ts';

/** What nobody puts into an option, but platforms and people put between two. */
const divides = /[;|\r\n]/u;

/** What stands between two words of one option as well: "Men and women". */
const binds = /[/&+]|\s(?:and|or)\s/iu;

/** One of so many that gave the rarer of two answers gave both by mistake, and did not choose an option that few did. */
const RARE = 10;

/** A larger share of the labels than this, given once each, is what people wrote. */
const MOST_WRITTEN = 1 / 3;

/** Labels of a choice that are two of its others, joined. */
export interface TwoTicks {
  /** As where a paper form had two boxes ticked. */
  readonly mistakes: readonly LabelCount[];
  /** Labels that may be options all the same. */
  readonly unsure: readonly LabelCount[];
}

/**
 * Tells mistakes, which are few, from options that join the names of two others. Where people wrote their answers, only what
 * no option has between its words makes two.
 */
export function findTwoTicks(labels: readonly LabelCount[]): TwoTicks {
  const rarestOf = severalSeen(new Map(labels.map(({ raw, count }) => [raw, count])));
  const several = labels.filter(({ raw }) => rarestOf(raw) > 0);
  const areOffered = areMostlyGivenAgain(labels.filter((label) => !several.includes(label)));
  const isMistake = ({ raw, count }: LabelCount): boolean => {
    if (divides.test(raw.trim())) return true;
    const rarest = rarestOf(raw);
    return areOffered && rarest > 1 && (!binds.test(raw) || (count === 1 && rarest >= RARE));
  };
  const found = several.filter(isMistake);
  const mistakes = countOf(found) <= countOf(labels) * MOST_BY_MISTAKE ? found : [];
  return { mistakes, unsure: several.filter((label) => !mistakes.includes(label)) };
}

/** Whether nearly all labels were given more than once, as those that a form offers are. */
function areMostlyGivenAgain(labels: readonly LabelCount[]): boolean {
  return labels.filter(({ count }) => count === 1).length <= labels.length * MOST_WRITTEN;
}
