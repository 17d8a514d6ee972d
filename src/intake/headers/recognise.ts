import { answersIn, labelsIn } from './first-rows.ts';
import { withFurtherHeaders, withHeaderRows } from './header-rows.ts';
import type { Layout, Platform, Rows } from './layout.ts';
import { type PlatformName, platforms } from '../platforms/registry.ts';
import { UserError } from '../user-error.ts';

/** A layout, and which platform it is taken to be of. */
export interface RecognisedLayout extends Layout {
  readonly platform: PlatformName;
  /** By what it was recognised, to complete "recognised by …". */
  readonly recognisedBy: string;
}

/**
 * The layout of an export from its first rows: the first platform that knows them, unless the user named one, and with as many
 * rows of headers as the user named.
 */
export function recogniseLayout(rows: Rows, named?: PlatformName, headerRows?: number): RecognisedLayout {
  for (const [name, platform] of Object.entries<Platform>(platforms)) {
    if (named !== undefined && name !== named) continue;
    const { recognise, inOrder, layOut } = platform;
    const moved = headerRows === 1 ? undefined : inOrder?.(rows);
    const found = named === undefined ? recognise(moved ?? rows) : 'the name given';
    if (found === undefined) continue;
    const layout =
      headerRows === undefined
        ? withFurtherHeaders(layOut, moved ?? rows)
        : withHeaderRows(layOut, moved ?? rows, headerRows);
    const order = moved === undefined || named !== undefined ? '' : ', with its header rows in another order';
    const counted = headerRows === undefined ? '' : `, with ${headerRows} header rows as was said`;
    const recognisedBy = `${found}${order}${namedAgainBy(layout.further)}${counted}`;
    return { ...withTimes(layout, moved ?? rows), platform: name as PlatformName, recognisedBy };
  }
  throw new Error('The generic platform recognises everything.');
}

/** A date with the time of day to the second, as a program writes it. */
const instant = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:,? +|T)\d{1,2}[:.]\d{2}[:.]\d{2}(?!\d)/u;

/** What asks something, or names other times: of a start, of a birth. */
const isOfOthers = /\?\s*$|start|beg[iu]n|birth|\bdob\b/iu;

/** The layout with a first column that says when each response came in, in whatever language its header is. */
function withTimes<Of extends Layout>(layout: Of, rows: Rows): Of {
  const [first, ...others] = layout.headings;
  if (first === undefined || first.role !== undefined || first.part !== undefined) return layout;
  const below = rows.slice(layout.headerRows).filter((row) => labelsIn(row).some((cell) => cell !== ''));
  const times = answersIn(below, 0).filter((cell) => instant.test(cell));
  if (isOfOthers.test(first.name) || times.length < 2 || times.length < below.length) return layout;
  return { ...layout, headings: [{ ...first, role: 'submitted' }, ...others] };
}

function namedAgainBy(further: Layout['further'] = []): string {
  const rows = further.filter((ground) => ground !== 'parts' && ground !== 'told').length;
  if (rows === 0) return '';
  return rows === 1
    ? ', with a second one that names the columns again'
    : `, with ${rows} more that name the columns again`;
}

/** The platform that a user named. Throws a UserError that lists them all. */
export function namedPlatform(name: string): PlatformName {
  const key = name.toLowerCase().replace(/[^a-z]/gu, '');
  if (Object.hasOwn(platforms, key)) return key as PlatformName;
  throw new UserError(
    `"${name}" is not a survey platform.`,
    `It can be ${Object.keys(platforms).join(', ')}.`,
  );
}
