import type { Note } from '../../analysis/note.ts';
import type { Sentence } from '../document.ts';

type AlikeNote = Extract<Note, { code: 'same-answers' | 'ticked-alike' | 'repeats-not-sought' }>;

/** Responses that are alike in everything, and what that says. */
export function alikeWords(note: AlikeNote): Sentence {
  switch (note.code) {
    case 'same-answers': {
      const { responses, groups } = note.repeats;
      return [
        { count: responses },
        ' responses give the same answers to everything, a text of 8 words or more included, as another with another id',
        ...(groups > 1 ? [' (', { count: groups }, ' sets of them)'] : []),
        '. All of them are counted.',
      ];
    }
    case 'ticked-alike': {
      const { responses, groups, largest } = note.alike;
      return [
        { count: responses },
        ' responses give the same answers to everything, 10 answers or more, as another, and wrote nothing or the same few words',
        ...(groups > 1
          ? [' (', { count: groups }, ' sets of them, the largest of ', { count: largest }, ')']
          : []),
        '. That happens by itself where many agree with everything; a large set is worth a look. All of them are counted.',
      ];
    }
    case 'repeats-not-sought':
      return [
        'Responses that are the same were not looked for: there is no free text, and with only ',
        { count: note.items },
        ` question${note.items === 1 ? '' : 's'} to answer, the same answers are ordinary.`,
      ];
  }
}
