import type { Survey } from '../../survey/survey.ts';
import type { Export } from '../respondents/exports.ts';
import type { SharedColumn } from '../responses.ts';

/** What stands for the kind of respondent among the items that are read from a column. */
const KIND = 'kind';

/** The columns from which more is read than one item, such as the kind of respondent and a question about it. */
export function sharedColumns(survey: Survey, exports: readonly Export[]): SharedColumn[] {
  let shared: ReadonlySet<string>[] = [];
  for (const { claims } of exports) {
    for (const own of readFrom(survey, claims).values()) {
      if (own.size < 2) continue;
      const [some, others] = [true, false].map((isOne) =>
        shared.filter((one) => [...own].some((item) => one.has(item)) === isOne),
      ) as [typeof shared, typeof shared];
      shared = [...others, new Set([...some, own].flatMap((one) => [...one]))];
    }
  }
  return shared.map((all) => ({ items: [...all].filter((one) => one !== KIND), isOfKind: all.has(KIND) }));
}

/** What is read from each column of an export, free text aside. */
function readFrom(survey: Survey, { questions, respondent }: Export['claims']): Map<number, Set<string>> {
  const read = new Map<number, Set<string>>();
  const add = (column: number, what: string) =>
    read.set(column, (read.get(column) ?? new Set<string>()).add(what));
  for (const { id, kind, items } of survey.questions) {
    const columns = kind === 'text' ? [] : (questions.get(id) ?? []);
    // Of an item in one column an option there are several.
    for (const [nth, column] of columns.entries())
      add(column, `${id}.${items[Math.floor((nth * items.length) / columns.length)]?.id ?? ''}`);
  }
  if (respondent.kind !== undefined) add(respondent.kind, KIND);
  return read;
}
