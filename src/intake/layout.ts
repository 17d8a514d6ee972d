/** How a platform lays out the top of its exports. */
export interface Layout {
  readonly platform: string;
  /** How many rows stand above the responses. */
  readonly headerRows: number;
  /** One header a column from those rows. */
  headers(rows: readonly (readonly string[])[]): readonly string[];
}

/** One header row, taken as written: what a spreadsheet saves and most platforms write. */
export const generic: Layout = {
  platform: 'generic',
  headerRows: 1,
  headers: (rows) => rows[0] ?? [],
};
