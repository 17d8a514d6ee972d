import { type Report, didYouMean, either, itCanBe, quote } from './definition-errors.ts';
import { tidy } from '../intake/blank.ts';
import { pairIn } from './label-pairs.ts';
import { fold } from './labels.ts';
import type { Path } from './locate.ts';
import { optionsOf } from './references.ts';
import { labelsAt } from './resolve-scale.ts';
import type { LabelText, QuestionDefinition, QuestionOf } from './schema.ts';
import type { BaseRule, Item, MultipleQuestion, Question, Scale } from './survey.ts';

/** What the questions of a definition have in common while they are resolved. */
export interface Surroundings {
  readonly scales: ReadonlyMap<string, Scale>;
  readonly base: BaseRule;
  readonly report: Report;
  /** Takes note of where a header is named. */
  readonly placeHeader: (header: string, path: Path) => void;
}

/** A question with its defaults filled in. Its `asked` is resolved when all questions are known. */
export function resolveQuestion(
  definition: QuestionDefinition,
  path: Path,
  around: Surroundings,
): Question | undefined {
  const common = {
    id: String(definition.id),
    base: definition.base ?? around.base,
    profile: definition.profile ?? false,
  };
  switch (definition.kind) {
    case 'scale':
      return resolveScaleQuestion(definition, common, path, around);
    case 'choice': {
      const options = distinctOptions(definition.options, [...path, 'options'], around.report);
      const item = onlyItem(definition, path, around);
      return { ...common, kind: 'choice', text: item.label, ...(options && { options }), items: [item] };
    }
    case 'multiple':
      return resolveMultiple(definition, common, path, around);
    case 'number':
    case 'text': {
      const item = onlyItem(definition, path, around);
      return { ...common, kind: definition.kind, text: item.label, items: [item] };
    }
  }
}

type Resolved = Pick<Question, 'id' | 'base' | 'profile'>;

/** The headers of a column as written, since an export is searched for them so. */
export function headersAt(
  value: LabelText | readonly LabelText[] | undefined,
  path: Path,
  placeHeader: Surroundings['placeHeader'],
): string[] {
  const list = Array.isArray(value) ? (value as readonly LabelText[]) : undefined;
  if (value !== undefined && list === undefined) placeHeader(String(value), path);
  list?.forEach((header, index) => placeHeader(String(header), [...path, index]));
  return list?.map(String) ?? (value === undefined ? [] : [String(value)]);
}

/** The item of a question held in one column. */
function onlyItem(
  {
    id,
    text,
    column,
  }: Pick<QuestionDefinition, 'id' | 'text'> & { column?: LabelText | LabelText[] | undefined },
  path: Path,
  { placeHeader }: Surroundings,
): Item {
  const columns = headersAt(column, [...path, 'column'], placeHeader);
  return { id: String(id), label: tidy(String(text ?? columns[0] ?? id)), columns };
}

function resolveScaleQuestion(
  definition: QuestionOf<'scale'>,
  common: Resolved,
  path: Path,
  around: Surroundings,
): Question | undefined {
  const { scales, report } = around;
  const name = String(definition.scale);
  const scale = scales.get(name);
  if (scale === undefined) {
    const names = [...scales.keys()];
    report(
      [...path, 'scale'],
      `${quote(name)} is not a scale; it can be ${either(names)}${didYouMean(name, names)}`,
    );
  }
  const items =
    definition.items === undefined
      ? [ratedItem(definition, path, around)]
      : itemsOf(definition, path, around);
  if (scale === undefined) return undefined;
  const options = scaleOptions(definition.options, scale, [...path, 'options'], report);
  const text =
    definition.text ?? (definition.items ? definition.id : (items[0]?.columns[0] ?? definition.id));
  return { ...common, kind: 'scale', text: tidy(String(text)), scale, ...(options && { options }), items };
}

function ratedItem(definition: QuestionOf<'scale'>, path: Path, around: Surroundings): Item {
  if (definition.column === undefined) {
    around.report(path, 'a question of kind scale needs "column" or "items"');
  }
  const item = onlyItem(definition, path, around);
  return withWords(item, definition);
}

function withWords(
  item: Item,
  { label, sentence }: { label?: LabelText | undefined; sentence?: LabelText | undefined },
): Item {
  return {
    ...item,
    ...(label !== undefined && { label: tidy(String(label)) }),
    ...(sentence !== undefined && { sentence: tidy(String(sentence)) }),
  };
}

function itemsOf(definition: QuestionOf<'scale'>, path: Path, around: Surroundings): Item[] {
  const { report } = around;
  if (definition.column !== undefined)
    report([...path, 'column'], 'a question has "column" or "items", not both', 'key');
  for (const key of ['label', 'sentence'] as const) {
    if (definition[key] === undefined) continue;
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
    return withWords(onlyItem({ id, column: entry.column, text: undefined }, where, around), entry);
  });
}

function resolveMultiple(
  definition: QuestionOf<'multiple'>,
  common: Resolved,
  path: Path,
  around: Surroundings,
): Question {
  const { column, columns, separator } = definition;
  const { report, placeHeader } = around;
  if (column === undefined && columns === undefined) {
    report(path, 'a question of kind multiple needs "column" or "columns"');
  }
  if (column !== undefined && columns !== undefined) {
    report([...path, 'columns'], 'a question has "column" or "columns", not both', 'key');
  }
  if (columns !== undefined && separator !== undefined) {
    report([...path, 'separator'], '"separator" goes with one "column", not with "columns"', 'key');
  }
  const options = distinctOptions(definition.options, [...path, 'options'], report);
  if (columns !== undefined && options !== undefined && options.length !== columns.length) {
    const message = `"options" has ${options.length} and "columns" has ${columns.length}; each column needs its option`;
    report([...path, 'options'], message, 'key');
  }
  const item = onlyItem(definition, path, around);
  const layout: MultipleQuestion['layout'] =
    columns === undefined
      ? { kind: 'joined', separator: separator ?? ';' }
      : {
          kind: 'split',
          columns: columns.map((one, index) => headersAt(one, [...path, 'columns', index], placeHeader)),
        };
  return {
    ...common,
    kind: 'multiple',
    text: item.label,
    ...(options && { options }),
    items: [item],
    layout,
  };
}

function distinctOptions(
  options: readonly LabelText[] | undefined,
  path: Path,
  report: Report,
): readonly string[] | undefined {
  if (options === undefined) return undefined;
  const seen = new Set<string>();
  return labelsAt(options, path).map(({ label, path: where }) => {
    if (seen.has(fold(label))) report(where, `${quote(label)} stands twice in "options"`);
    seen.add(fold(label));
    return label;
  });
}

/** The options offered of a scale: each an option of it, under whatever spelling, and none twice. */
function scaleOptions(
  options: readonly LabelText[] | undefined,
  scale: Scale,
  path: Path,
  report: Report,
): readonly string[] | undefined {
  const known = optionsOf(scale);
  const seen = new Map<string, string>();
  for (const { label, path: where } of labelsAt(options, path)) {
    const option = known.get(fold(label)) ?? pairIn(fold(label), (half) => known.get(half));
    const twin = option === undefined ? undefined : seen.get(option);
    if (option === undefined) {
      const labels = [...new Set(known.values())];
      const allowed = itCanBe(labels.map(quote));
      report(
        where,
        `${quote(label)} is not an option of the scale ${quote(scale.name)}${allowed}${didYouMean(label, labels)}`,
      );
    } else if (twin !== undefined && fold(twin) !== fold(label)) {
      report(where, `${quote(label)} is another spelling of ${quote(twin)}, which "options" has already`);
    }
    if (option !== undefined) seen.set(option, label);
  }
  return distinctOptions(options, path, report);
}
