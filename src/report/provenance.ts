import type { Analysis } from '../analysis/analysis.ts';
import type { Removed } from '../responses/responses.ts';
import { type Block, type Sentence, heading, list } from './document.ts';
import { quotedOptions } from './words/phrases.ts';

/** What the program knows of its own run. */
export interface Provenance {
  readonly version: string;
  /** The definition that was used, and its SHA-256; none where it was made from the columns. */
  readonly definition: { readonly file: string; readonly sha256: string } | undefined;
  /** Written on the summary only when the user gave it, since the same input must give the same bytes. */
  readonly date?: string;
}

/** A reason in short, as the definition has it. */
export function reasonWords({ reason, answer }: Removed): string {
  if (answer) return `${answer.question}: ${quotedOptions(answer.options)}`;
  if (reason === 'bad-count') return 'without a readable count';
  return reason.replace(/^not ([^=]*)=/u, 'outside the group $1 = ');
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
  const total = ledger.removed.reduce((sum, { count }) => sum + count, 0);
  return [
    heading(2, 'Where these figures come from'),
    ...list([
      ...inputs.map(({ file, records, blankRows, encoding, platform, recognisedBy, sha256 }): Sentence => [
        `${file}: `,
        { count: records },
        ' records read',
        ...(blankRows > 0 ? [', blank rows skipped: ', { count: blankRows }] : []),
        platform === 'generic' ? '' : `; ${platform}, recognised by ${recognisedBy}`,
        `; ${encoding}; SHA-256 ${sha256}`,
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
