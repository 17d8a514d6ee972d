/** Control characters, and the marks that turn the direction of text: what a terminal obeys instead of showing. */
export const controls =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The code of such a character in four hexadecimal digits, as JSON, YAML and Unicode write it. */
export function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
