import { fold } from '../../survey/labels/labels.ts';
import type { Question, Survey } from '../../survey/survey.ts';
import type { Analysis, ItemAnalysis, OptionFigure } from '../analysis.ts';
import type { Field } from './fields.ts';
import { answeredOf } from './limits.ts';

type Open = Pick<Field, 'isPersonal' | 'areZerosShown'> & { readonly open: readonly OptionFigure<number>[] };

/** The options of an item that somebody may have given, for all that the results of all responses say, and what these may hide. */
export function openOptions(
  { options, states }: ItemAnalysis<number>,
  { question, isSeveral }: { readonly question: Question; readonly isSeveral: boolean },
  { analysis: { selection }, survey }: { readonly analysis: Analysis<number>; readonly survey: Survey },
): Open {
  const { id, kind, profile } = question;
  const isOfGroup = selection !== undefined;
  // Of one group only the options are those of everybody.
  const isAsSeen = !isListed(question) && !isOfGroup;
  // Where several may be ticked and all who answered ticked one, a group ticked it as often as it answered.
  const answered = answeredOf({ states });
  const isTickedByAll = (count: number) => isSeveral && !profile && count === answered;
  const given = options.filter(({ figure }) => figure.count > 0 && !isTickedByAll(figure.count));
  // Everybody gave the answer that makes the group.
  const chosen = selection?.question === id ? selection.option : undefined;
  const isTold = chosen !== undefined && !isSeveral && kind !== 'number';
  const isAnyOpen = (isOfGroup && !isTold) || (given.length === 1 && profile && !isAsSeen);
  const leftOut = leftOutOf(id, survey);
  return {
    isPersonal: (profile || isOfGroup) && !isTold,
    areZerosShown: !isAnyOpen,
    open: (isAnyOpen ? options : given).filter(({ label }) => label !== chosen && !leftOut.has(fold(label))),
  };
}

/** The answers to a question, folded, of which whoever gave one is left out: nobody else can have, as the ledger says. */
function leftOutOf(id: string, { exclude }: Survey): ReadonlySet<string> {
  const rules = exclude.flatMap((rule) => (rule.reason === 'answer' && rule.question === id ? [rule] : []));
  return new Set(rules.flatMap(({ options }) => options.map(fold)));
}

/** Whether the definition lists the options of a question. */
export function isListed(question: Question): boolean {
  return 'options' in question && question.options !== undefined;
}
