/** The first rows of an export that are not blank, headers and some responses alike: all that recognition looks at. */
export type Rows = readonly (readonly string[])[];

/**
 * What a platform keeps in a column that is no answer: who answered, when, how far they came, how they came, and what it was told of
 * them beforehand.
 */
export type Role =
  'id' | 'submitted' | 'status' | 'preview' | 'channel' | 'personal' | 'technical' | 'embedded';

/** The heading of one column, put together from every header row. */
export interface Heading {
  /** What the column is called in messages and definitions: "Question - Item". */
  readonly name: string;
  /** The question that it belongs to; '' where the file does not say. */
  readonly question: string;
  /** The item or the option of that question which it holds, where it does not hold the whole of it. */
  readonly part?: string;
  /** The code of the question of which it holds a part, where the platform gives one: two questions may ask the same. */
  readonly group?: string;
  /** Whatever else the file calls it: its code, its question, its part. Used where nothing has that name. */
  readonly aliases: readonly string[];
  readonly role?: Role;
  /** Whether the platform says that it asked for words of the respondents' own. */
  readonly isText?: boolean;
  /** Whether it holds what was written in place of an option of the column before, which is then blank. */
  readonly isWriteIn?: boolean;
}

/**
 * What makes a row one of headers, or makes that doubtful: it goes on with those above, somebody said so, or it names the columns
 * again.
 */
export type HeaderGround =
  | 'parts'
  | 'told'
  | 'sorts'
  | 'header-again'
  | 'like-headers'
  | 'names-ids'
  | 'lacks-ids'
  | 'asks-alike'
  | 'words-again'
  | 'under-codes'
  | 'unlike-answers'
  | 'welsh';

/** How a platform lays out an export, as far as its first rows show. */
export interface Layout {
  /** How many rows stand above the responses. */
  readonly headerRows: number;
  /** How many of these are lines of title above the headers. */
  readonly titles?: number;
  readonly headings: readonly Heading[];
  /** By what the last of the rows were taken for headers that no platform writes: one ground for each such row. */
  readonly further?: readonly HeaderGround[];
  /** Why the first response may be one more row of headers. */
  readonly doubt?: HeaderGround | undefined;
  /** What a cell holds where nobody replied, other than nothing; white space aside. */
  readonly noReply?: readonly string[];
  /** What stands between two answers in one cell. */
  readonly separator?: string;
  /** Whether words of the respondents' own have a column of theirs, so that such a cell holds nothing but options. */
  readonly writeInsApart?: boolean;
  /** What the status column holds for a finished response; without it, anything. */
  readonly complete?: readonly string[];
  /** Whether a row is one of headers that has been moved among the responses. */
  readonly isHeader?: (cells: readonly string[]) => boolean;
  /** Knows a row that is a response whatever it looks like, by what the definition says of its columns. */
  readonly isResponse?: (cells: readonly string[]) => boolean;
  /** What the text of the file holds wherever such a row may be. */
  readonly headerMarks?: readonly string[];
  /** The header of what the platform writes a row for, where one respondent has several. */
  readonly rowsBy?: string;
  /** What the preview column holds for a response that is none: a test or a preview of the form. */
  readonly preview?: readonly string[];
}

/** A survey platform: how its exports are known, and how they are read. */
export interface Platform {
  /** Its name as people know it. */
  readonly title: string;
  /** What in the first rows shows that it wrote them, to complete "recognised by …"; undefined where nothing does. */
  readonly recognise: (rows: Rows) => string | undefined;
  /** These rows with the header rows in the order in which it writes them, where somebody has moved them. */
  readonly inOrder?: (rows: Rows) => Rows | undefined;
  /** Its layout of these rows. It must give one for any rows: a user may name the platform of a file that has been edited. */
  readonly layOut: (rows: Rows) => Layout;
}
