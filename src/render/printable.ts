import { codeOf, controls } from '../intake/bytes/controls.ts';

/**
 * Text of an export as one line that is safe to print: a line break or tab becomes a space, any other control character
 * a picture of itself (␛) or its code (<U+202E>). Nothing of it is lost and nothing of it is obeyed.
 */
export function printable(text: string): string {
  return text.replace(/\r\n|[\n\r\t]/gu, ' ').replace(controls, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `<U+${codeOf(character).toUpperCase()}>`;
  });
}

/** Several lines of our own words around text of an export: each line made printable, the line breaks kept. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
