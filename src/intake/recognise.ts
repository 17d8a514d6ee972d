import { divideOtherwise } from './headings.ts';
import type { Layout, Platform, Rows } from './layout.ts';
import { type PlatformName, platforms } from './platforms/registry.ts';
import { namedTwice, secondRowOf } from './second-names.ts';
import { UserError } from './user-error.ts';

/** A layout, and which platform it is taken to be of. */
export interface RecognisedLayout extends Layout {
  readonly platform: PlatformName;
  /** By what it was recognised, to complete "recognised by …". */
  readonly recognisedBy: string;
}

/** The layout of an export from its first rows: the first platform that knows them, unless the user named one. */
export function recogniseLayout(rows: Rows, named?: PlatformName): RecognisedLayout {
  if (named !== undefined) {
    const { inOrder, layOut }: Platform = platforms[named];
    return { ...laidOut(layOut, inOrder?.(rows) ?? rows), platform: named, recognisedBy: 'the name given' };
  }
  for (const [name, { recognise, inOrder, layOut }] of Object.entries<Platform>(platforms)) {
    const moved = inOrder?.(rows);
    const recognisedBy = recognise(moved ?? rows);
    if (recognisedBy === undefined) continue;
    const order = moved === undefined ? '' : ', with its header rows in another order';
    const layout = laidOut(layOut, moved ?? rows);
    const twice = layout.namesTwice === true ? ', with a second one that names the columns again' : '';
    return { ...layout, platform: name as PlatformName, recognisedBy: `${recognisedBy}${order}${twice}` };
  }
  throw new Error('The generic platform recognises everything.');
}

/**
 * The layout that a platform gives these rows, unless its one header row divides questions from options in another way, or a
 * second one names the columns again.
 */
function laidOut(layOut: Platform['layOut'], rows: Rows): Layout {
  const layout = layOut(rows);
  if (layout.headerRows > 1) return layout;
  const second = secondRowOf(rows);
  const whole = second === 'headers' ? namedTwice(layOut, rows) : layout;
  return {
    ...whole,
    headings: divideOtherwise(whole.headings),
    ...(second === 'doubtful' ? { mayHaveSecondHeader: true } : {}),
  };
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
