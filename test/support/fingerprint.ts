import { fingerprinter } from '../../src/intake/columns/fingerprint.ts';

/** What is kept of a text in its place. */
export function fingerprint(text: string): string {
  const reader = fingerprinter();
  reader.key(text);
  return reader.print();
}
