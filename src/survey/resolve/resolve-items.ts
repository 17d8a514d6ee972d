import { type Report, quote } from '../definition/definition-errors.ts';
import { tidy } from '../../intake/blank.ts';
import { shortened } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import type { LabelText, QuestionOf } from '../definition/schema.ts';
import type { Item, MultipleQuestion } from '../survey.ts';

/** Where mistakes go, and where the places of headers are noted, while items are resolved. */
export interface ItemSurroundings {
  readonly report: Report;
  /** Takes note of where a header is named. */
  readonly placeHeader: (header: string, path: Path) => void;
}

/** The headers of a column as written, since an export is searched for them so. */
export function headersAt(
  value: LabelText | readonly LabelText[] | undefined,
  path: Path,
  placeHeader: ItemSurroundings['placeHeader'],
): string[] {
  const list = Array.isArray(value) ? (value as readonly LabelText[]) : undefined;
  if (value !== undefined && list === undefined) placeHeader(String(value), path);
  list?.forEach((header, index) => placeHeader(String(header), [...path, index]));
  return list?.map(String) ?? (value === undefined ? [] : [String(value)]);
}

/** The item of a question held in one column. */
export function onlyItem(
  { id, text, column }: Pick<QuestionOf<'choice'>, 'id' | 'text' | 'column'>,
  path: Path,
  { placeHeader }: ItemSurroundings,
): Item {
  const columns = headersAt(column, [...path, 'column'], placeHeader);
  return { id: String(id), label: labelOf(text, columns, id), columns };
}

/**
 * What a question or an item is called: by its text; else by its header, of which a very long one is
 * shortened; else by its id.
 */
function labelOf(text: LabelText | undefined, [header]: readonly string[], id: LabelText): string {
  return text === undefined ? shortened(tidy(header ?? String(id))) : tidy(String(text));
}

type OptionColumns = NonNullable<MultipleQuestion['optionColumns']>;

/** The columns of a question in which each option has one: its own, or those of its items, one item after the other. */
export function optionColumnsOf(
  definition: QuestionOf<'scale'> | QuestionOf<'choice'> | QuestionOf<'multiple'>,
  listed: readonly string[] | undefined,
  path: Path,
  around: ItemSurroundings,
): Pick<MultipleQuestion, 'optionColumns'> {
  if (definition.columns !== undefined)
    return { optionColumns: columnsAt(definition.columns, listed, [path, path], around) };
  const items = 'items' in definition ? (definition.items ?? []) : [];
  if (items.every(({ columns }) => columns === undefined)) return {};
  if (listed === undefined)
    around.report(path, '"options" is needed where items have "columns": each column needs its option');
  return {
    optionColumns: items.flatMap(({ columns }, index) => {
      const where = [...path, 'items', index];
      if (columns === undefined)
        around.report(where, 'this item needs "columns" too, since other items have them');
      return columnsAt(columns ?? [], columns && listed, [where, [...where, 'columns']], around);
    }),
  };
}

/**
 * A list of columns, as many as there are options where these are `listed`; `where` the list stands, and
 * where its length is wrong.
 */
function columnsAt(
  columns: NonNullable<QuestionOf<'multiple'>['columns']>,
  listed: readonly string[] | undefined,
  [where, wrong]: readonly [Path, Path],
  { report, placeHeader }: ItemSurroundings,
): OptionColumns {
  if (listed !== undefined && listed.length !== columns.length) {
    const message = `"options" has ${listed.length} and "columns" has ${columns.length}; each column needs its option`;
    report(wrong === where ? [...where, 'options'] : wrong, message, 'key');
  }
  return columns.map((one, index) => {
    const label = listed?.[index];
    const headers = headersAt(one, [...where, 'columns', index], placeHeader);
    return { columns: headers, ...(label !== undefined && { label }) };
  });
}

/** The kinds of which each item stands in a column of its own. */
type WithItems = QuestionOf<'scale'> | QuestionOf<'choice'> | QuestionOf<'number'> | QuestionOf<'text'>;

/** The items of a question, whether it has a list of them or only one column; and its text. */
export function itemsOf(
  definition: WithItems,
  path: Path,
  around: ItemSurroundings,
): { readonly items: Item[]; readonly text: string } {
  const { text, id } = definition;
  if (definition.items !== undefined)
    return { items: listedItems(definition, path, around), text: tidy(String(text ?? id)) };
  const takesColumns = definition.kind === 'scale' || definition.kind === 'choice';
  const isSplit = takesColumns && definition.columns !== undefined;
  if (definition.column === undefined && !isSplit)
    around.report(
      path,
      `a question of kind ${definition.kind} needs ${takesColumns ? '"column", "columns"' : '"column"'} or "items"`,
    );
  const item = onlyItem(definition, path, around);
  return {
    items: [definition.kind === 'scale' ? withWords(item, definition) : item],
    text: labelOf(text, item.columns, id),
  };
}

function withWords(
  item: Item,
  { label, sentence, reversed }: Pick<QuestionOf<'scale'>, 'label' | 'sentence' | 'reversed'>,
): Item {
  return {
    ...item,
    ...(label !== undefined && { label: tidy(String(label)) }),
    ...(sentence !== undefined && { sentence: tidy(String(sentence)) }),
    ...(reversed === true && { reversed }),
  };
}

function listedItems(definition: WithItems, path: Path, around: ItemSurroundings): Item[] {
  const { report } = around;
  if (definition.column !== undefined)
    report([...path, 'column'], 'a question has "column" or "items", not both', 'key');
  if ('columns' in definition && definition.columns !== undefined)
    report([...path, 'columns'], 'a question has "columns" or "items", not both', 'key');
  for (const key of ['label', 'sentence', 'reversed'] as const) {
    if (!(key in definition)) continue;
    report(
      [...path, key],
      `${quote(key)} goes with one "column"; with "items", each item has its own`,
      'key',
    );
  }
  const seen = new Set<string>();
  return (definition.items ?? []).map((entry, index) => {
    const where = [...path, 'items', index];
    const id = String(entry.id);
    if (seen.has(id)) report([...where, 'id'], `two items of this question have the id ${quote(id)}`);
    seen.add(id);
    const hasColumns = 'columns' in entry && entry.columns !== undefined;
    if (entry.column === undefined && !hasColumns) report(where, 'an item needs "column" or "columns"');
    return withWords(onlyItem({ id, column: entry.column, text: undefined }, where, around), entry);
  });
}
