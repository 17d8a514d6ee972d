import type { Analysis } from '../analysis/analysis.ts';
import { groupBy } from '../intake/group-by.ts';
import { platforms } from '../intake/platforms/registry.ts';
import type { Input } from '../responses/responses.ts';
import { type Block, type Sentence, heading, list } from './document.ts';
import { reasonWords } from './words/ledger-words.ts';
import { sumOf } from '../intake/sum.ts';

/** What the program knows of its own run. */
export interface Provenance {
  readonly version: string;
  /** The definition that was used, and its SHA-256; none where it was made from the columns. */
  readonly definition: { readonly file: string; readonly sha256: string } | undefined;
  /** Written on the summary only when the user gave it, since the same input must give the same bytes. */
  readonly date?: string;
}

/** Which platform wrote an export, and what showed it; '' where it is of no platform in particular. */
function platformWords({ platform, recognisedBy }: Input): string {
  if (platform === 'generic') return '';
  const titles: Readonly<Record<string, { readonly title: string }>> = platforms;
  return `${titles[platform]?.title ?? platform}, recognised by ${recognisedBy}`;
}

/** Says as what platform exports were read, those of one platform together. */
export function platformNotes({ inputs }: Pick<Analysis, 'inputs'>): Sentence[] {
  return [...groupBy(inputs, platformWords)].flatMap(([words, [first, ...others]]): Sentence[] => {
    if (words === '') return [];
    const more: Sentence =
      others.length === 0
        ? [' is read as an export']
        : [' and ', { count: others.length }, ' more are read as exports'];
    return [[first.file, ...more, ` of ${words}; --platform overrules that.`]];
  });
}

/** Which files the figures come from, how they were read, and how many records went into them. */
export function provenanceBlocks(
  { inputs, ledger }: Analysis,
  { version, definition, date }: Provenance,
): Block[] {
  const removed: Sentence = ledger.removed.flatMap((one, index) => [
    index === 0 ? ' (' : ', ',
    { count: one.count },
    ` ${reasonWords(one)}`,
    index === ledger.removed.length - 1 ? ')' : '',
  ]);
  const total = sumOf(ledger.removed, ({ count }) => count);
  return [
    heading(2, 'Where these figures come from'),
    ...list([
      ...inputs.map((input): Sentence => [
        `${input.file}: `,
        { count: input.records },
        ' records read',
        ...(input.blankRows > 0 ? [', blank rows skipped: ', { count: input.blankRows }] : []),
        ...[platformWords(input)].flatMap((words) => (words === '' ? [] : [`; ${words}`])),
        `; ${input.encoding}; SHA-256 ${input.sha256}`,
      ]),
      [
        definition === undefined
          ? 'No definition'
          : `${definition.file} (the definition): SHA-256 ${definition.sha256}`,
      ],
      [
        'Responses: ',
        { count: ledger.received },
        ' received, ',
        { count: total },
        ' removed',
        ...removed,
        ', ',
        { count: ledger.analysed },
        ' analysed',
      ],
      [`Made with soundings ${version}${date === undefined ? '' : ` on ${date}`}`],
    ]),
  ];
}
