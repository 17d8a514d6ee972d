import type { Codes, ColumnTexts } from '../table.ts';

/**
 * All cells of a builder, for another one that keeps as much of them: distinct values, the bytes of ids, or
 * free text, and of each row which of them it has. Plain data, so that another thread can hand it over.
 */
export type ColumnPart =
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly codes: Codes }
  | {
      readonly kind: 'ids';
      readonly bytes: Uint8Array;
      /** Where each id starts in them, and where the last one ends. */
      readonly starts: Uint32Array;
      readonly codes: Uint32Array;
    }
  | ({ readonly kind: 'texts' } & ColumnTexts);

/** A part as one of the kind that a builder takes. */
export function ofKind<Kind extends ColumnPart['kind']>(
  part: ColumnPart,
  kind: Kind,
): Extract<ColumnPart, { readonly kind: Kind }> {
  if (part.kind !== kind) throw new Error(`A column of ${kind} cannot take ${part.kind}.`);
  return part as Extract<ColumnPart, { readonly kind: Kind }>;
}
