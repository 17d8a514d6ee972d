import { phrasesIn } from '../../intake/phrases.ts';

/** What the cells of one option's own column say where it was ticked, folded, as platforms and people write it. */
export const tickWords: ReadonlySet<string> = new Set(
  phrasesIn(
    'yes | y | 1 | true | x | checked | selected | ticked | ✓ | ✔ | ☑ | ☒ | ✅',
    // Welsh, French, German, Spanish.
    'ydw | ydy | ydyn | oes | ie | oui | vrai | ja | wahr | sí | si | verdadero',
  ),
);

/** What stands in the column of an option that was not ticked. */
export const untickedWords: ReadonlySet<string> = new Set(
  phrasesIn(
    'no | n | 0 | false | n/a | na | - | ☐',
    'unchecked | not checked | unselected | not selected | not ticked | unticked',
    'nac ydw | nac ydy | nac ydyn | nac oes | naddo | non | faux | nein | falsch | falso',
  ),
);

/**
 * A folded cell without the mark of a box before its option: “✓ Parks” is “parks”. Where the box is empty, or there is
 * nothing else, the mark is left.
 */
export function withoutMark(folded: string): string {
  const [, mark = '', option = ''] = /^([✓✔☑☒✅☐])\ufe0f?(?:$| +(.*))/su.exec(folded) ?? [];
  return mark === '' ? folded : mark === '☐' || option === '' ? mark : option;
}
