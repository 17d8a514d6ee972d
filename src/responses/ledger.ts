import type { Removal } from './exclusions.ts';
import type { Records } from './respondents/records.ts';
import type { Ledger, LedgerPart, LedgerParts } from './responses.ts';
import { sumOf } from '../intake/sum.ts';

/**
 * What became of every response received: the whole ledger, and the same by file and by channel. Throws where anything
 * does not add up, which would be a mistake of this program: no figure may be printed then.
 */
export function keepLedger(
  removal: Removal,
  records: Records,
  files: readonly { readonly label: string; readonly offset: number }[],
): { readonly ledger: Ledger; readonly parts: LedgerParts } {
  const { size, channels } = records;
  const [all] = countParts(1, () => 0, removal, records);
  const ledger = all ?? { received: 0, removed: [], analysed: 0 };
  const fileOf = new Uint32Array(size);
  for (const [file, { offset }] of files.entries()) fileOf.fill(file, offset);
  const byFile = countParts(files.length, (row) => fileOf[row] ?? 0, removal, records).map(
    (part, file): LedgerPart => ({ label: files[file]?.label ?? '', ...part }),
  );
  const byChannel = channels
    ? countParts(channels.labels.length + 1, (row) => (channels.cells[row] ?? -1) + 1, removal, records)
        .map((part, channel): LedgerPart => ({
          label: channels.labels[channel - 1] ?? 'Not stated',
          ...part,
        }))
        .filter(({ received }) => received > 0)
        .toSorted(
          (a, b) => b.analysed - a.analysed || b.received - a.received || (a.label < b.label ? -1 : 1),
        )
    : [];
  assertAddsUp(ledger, removal, [byFile, ...(channels ? [byChannel] : [])]);
  return { ledger, parts: { byFile, byChannel } };
}

function countParts(
  parts: number,
  partOf: (row: number) => number,
  { removed, reasons, reasonOf }: Removal,
  { size, counts }: Records,
): Ledger[] {
  const width = reasons.length + 1;
  const tally = new Float64Array(parts * width);
  const received = new Float64Array(parts);
  for (let row = 0; row < size; row++) {
    const responses = counts?.[row] ?? 1;
    const part = partOf(row);
    received[part] = (received[part] ?? 0) + responses;
    const reason = reasonOf[row] ?? 0;
    // Without a reason a record is removed that stands for no response; any other does not add up.
    if ((removed[row] === 1) !== reason > 0) continue;
    const at = part * width + reason;
    tally[at] = (tally[at] ?? 0) + responses;
  }
  return Array.from(received, (all, part) => ({
    received: all,
    removed: reasons.map((why, reason) => ({ ...why, count: tally[part * width + reason + 1] ?? 0 })),
    analysed: tally[part * width] ?? 0,
  }));
}

function assertAddsUp(
  ledger: Ledger,
  { reasons }: Removal,
  partitions: readonly (readonly Ledger[])[],
): void {
  const isWhole = ({ received, removed, analysed }: Ledger) =>
    received === analysed + sumOf(removed, ({ count }) => count);
  const isAll = (parts: readonly Ledger[]) =>
    sumOf(parts, (part) => part.received) === ledger.received &&
    sumOf(parts, (part) => part.analysed) === ledger.analysed;
  const agrees = ledger.removed.every(({ count }, index) => count === reasons[index]?.count);
  if (!isWhole(ledger) || !agrees || !partitions.every((parts) => parts.every(isWhole) && isAll(parts)))
    throw new Error('the ledger does not add up');
}
