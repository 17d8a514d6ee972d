import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/*
 * The libraries know emoji, accents and the scripts of the world, and take longer to load what they know of them than a
 * small survey takes to print. Latin letters, the punctuation of our own words and the blocks of bars are one column wide
 * each on every terminal, and need none of it.
 */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2026\u2500-\u259f]*$/u;

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** How wide a text is, colours aside; undefined where it has letters that only the libraries can measure. */
export function narrowWidth(text: string): number | undefined {
  const bare = text.includes('\u001b') ? text.replaceAll(/\u001b\[\d+m/gu, '') : text;
  return narrow.test(bare) ? bare.length : undefined;
}

/** Breaks text between words so that its lines fit a width; a word that is longer is broken too. */
export function wrapText(text: string, width: number): string {
  const words = text.split(' ');
  // What the library makes of spaces side by side, of line breaks and of styles is its own.
  if (!narrow.test(text) || words.some((word) => word === '' || word.length > width))
    return wrapAnsi(text, width, { hard: true });
  const [first = '', ...others] = words;
  const lines: string[] = [];
  let line = first;
  for (const word of others) {
    if (line.length + 1 + word.length <= width) {
      line += ` ${word}`;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
}
