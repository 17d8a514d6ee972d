import { UserError } from '../user-error.ts';

const EXPORT_AGAIN = 'Open it and save it as CSV UTF-8, or export it again as CSV.';
const EXPORT_INSTEAD = 'Export the responses from the survey platform again, as CSV.';
const UNPACK = 'Unpack it and use the CSV file inside.';

interface Kind {
  readonly is: string;
  readonly hint: string;
}

const spreadsheet = (is: string): Kind => ({ is, hint: EXPORT_AGAIN });
const other = (is: string): Kind => ({ is, hint: EXPORT_INSTEAD });
const archive = (is: string): Kind => ({ is, hint: UNPACK });

/** How files of each kind start, as Latin-1. */
const starts: readonly (readonly [string, Kind])[] = [
  ['\xd0\xcf\x11\xe0', spreadsheet('an Excel workbook (an old one, or one with a password)')],
  ['%PDF', other('a PDF document')],
  ['{\\rtf', other('a Word document')],
  ['\x1f\x8b', archive('a compressed file (gzip) in a compressed file')],
  ['7z\xbc\xaf', archive('a compressed file (7-Zip)')],
  ['Rar!', archive('a compressed file (RAR)')],
  ['BZh9', archive('a compressed file (bzip2)')],
  ['\xfd7zXZ\0', archive('a compressed file (xz)')],
  ['\x89PNG', other('a picture')],
  ['\xff\xd8\xff', other('a picture')],
  ['GIF8', other('a picture')],
  ['II*\0', other('a picture')],
  ['MM\0*', other('a picture')],
  ['SQLite format 3', other('a database (SQLite)')],
  ['$FL2', other('an SPSS data file')],
];

/** What a ZIP container holds, by the names of its first entries. */
const zipped: readonly (readonly [RegExp, Kind])[] = [
  [/opendocument\.spreadsheet/u, spreadsheet('an OpenDocument spreadsheet')],
  [/opendocument\./u, other('an OpenDocument document')],
  [/xl\//u, spreadsheet('an Excel workbook')],
  [/word\//u, other('a Word document')],
  [/ppt\//u, other('a PowerPoint presentation')],
  [/\[Content_Types\]\.xml/u, spreadsheet('an Office document')],
];

const markup: readonly (readonly [RegExp, Kind])[] = [
  [
    /^\s*(?:<!doctype html|<html|<head)/iu,
    {
      is: 'a web page',
      hint: 'It may be the sign-in page of the survey platform: sign in, then export it again as CSV.',
    },
  ],
  [/^\s*<\?xml/iu, spreadsheet('an XML file')],
  [/^\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:|^\s*\[\s*\[\s*"/u, other('a JSON file')],
];

function kindOf(bytes: Buffer): Kind | undefined {
  const head = bytes.toString('latin1');
  if (head.startsWith('ustar', 257)) return archive('an archive (tar)');
  const known = starts.find(([start]) => head.startsWith(start));
  if (known !== undefined) return known[1];
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((start) => head.startsWith(start))) {
    return zipped.find(([entry]) => entry.test(head))?.[1] ?? archive('a ZIP file');
  }
  return markup.find(([start]) => start.test(head.replace(/^\xef\xbb\xbf/u, '')))?.[1];
}

/** Whether a file is Parquet, by how it begins. */
export function isParquet(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'PAR1';
}

/**
 * Refuses a file that starts as some other kind of file does: an Excel workbook whose name ends in .csv, a
 * PDF, JSON, a picture.
 */
export function refuseOtherKinds(file: string, bytes: Buffer): void {
  const kind = kindOf(bytes);
  if (kind !== undefined) throw new UserError(`${file} is ${kind.is}, not a CSV file.`, kind.hint);
}

/** Control characters other than tab, line ends, form feeds, the old end-of-file mark and escape. */
const control = /[\0-\x08\x0e-\x19\x1c-\x1f]/gu;

/**
 * Refuses a text that no text editor wrote: at least eight characters, and more than one in fifty, are control characters
 * other than tab, line end, form feed, escape and the old end-of-file mark. Fewer are let through: a stray NUL in an
 * answer is a fault of its row.
 */
export function refuseBinary(file: string, text: string): void {
  const controls = text.match(control)?.length ?? 0;
  if (controls < 8 || controls * 50 < text.length) return;
  throw new UserError(`${file} is not a text file, so it cannot be read as CSV.`, EXPORT_INSTEAD);
}
