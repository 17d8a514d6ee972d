import type { Analysis } from '../../analysis/analysis.ts';
import type { Note } from '../../analysis/note.ts';
import { disclosureWords } from './disclosure-words.ts';
import { mergeNotes } from './merge-words.ts';
import type { Sentence } from '../document.ts';
import { MOST_TOGETHER, listed, quotedOptions } from './phrases.ts';
import { questionName } from './question-name.ts';
import { baseAlarmNotes } from './alarm-words.ts';
import { withheldNotes } from './withheld-words.ts';
import { campaignWords, leadWords, majorityWords, sameWords } from './campaign-words.ts';
import { sampleWords } from './sample-words.ts';
import { hiddenEffectiveWords, weightingWords } from './weighting-words.ts';

/** What must be known before any figure is read: that nothing is weighted, though it was to be. */
export function notesAbove(analysis: Analysis): Sentence[] {
  return analysis.notes
    .filter(({ code }) => code === 'not-weighted')
    .map((note) => describeNote(note, analysis));
}

/** Which groups of a question may be counted as one so that less is hidden: it is said before the results by them. */
export function mergeNotesBy(by: string, { notes, questions }: Analysis): Sentence[] {
  const own = notes.filter((note) => note.code === 'merge-to-show');
  return mergeNotes(
    own.filter(({ as, question }) => !isOfAll(as) && question === by),
    questions,
  );
}

/** Whether what is said of merging is about answers of all respondents, and not about groups. */
function isOfAll(as: Extract<Note, { code: 'merge-to-show' }>['as']): boolean {
  return as === 'answers' || as === 'several';
}

/**
 * The other notes on an analysis, in words; what may be said of many questions is said of all of them at
 * once. Not what is said before results by some groups that are `shown`.
 */
export function notesInWords(analysis: Analysis, shown: ReadonlySet<string> = new Set()): Sentence[] {
  const { notes, questions } = analysis;
  const alarms = notes.filter((note) => note.code === 'base-alarm');
  const same = notes.filter((note) => note.code === 'same-words');
  const merges = notes
    .filter((note) => note.code === 'merge-to-show')
    .filter(({ as, question }) => isOfAll(as) || !shown.has(question));
  // Many hide what else there is to know: they come last.
  const alarmWords = baseAlarmNotes(alarms, questions, analysis.settings.decimals);
  const areManyAlarms = alarmWords.length > FEW_ALARMS;
  const others = notes.flatMap((note) => {
    switch (note.code) {
      case 'not-weighted':
        return [];
      case 'base-alarm':
        return note === alarms[0] && !areManyAlarms ? alarmWords : [];
      case 'same-words':
        return note === same[0] ? [sameWords(same, analysis)] : [];
      case 'withheld-tables':
        return withheldNotes(note, analysis);
      case 'merge-to-show':
        return note === merges[0] ? mergeNotes(merges, questions) : [];
      default:
        return [describeNote(note, analysis)];
    }
  });
  return areManyAlarms ? [...others, ...alarmWords] : others;
}

/** So many notes on bases stand among the others. */
const FEW_ALARMS = 3;

/** A note on an analysis, in words. */
export function describeNote(note: Note, analysis: Analysis): Sentence {
  const { questions } = analysis;
  switch (note.code) {
    case 'base-alarm':
      return baseAlarmNotes([note], questions, analysis.settings.decimals).flat();
    case 'middle-not-chosen': {
      const { length } = note.questions;
      const several = length > 1;
      const where =
        length > MOST_TOGETHER
          ? `${length} questions, which have 0 for it in their tables`
          : listed(note.questions.map((id) => [questionName(id, questions)])).join('');
      return [
        `${quotedOptions(note.options)}: nobody chose it in ${where}, or it was not offered. The definition settles which, where it lists the options of ${several ? 'these questions' : 'this question'}.`,
      ];
    }
    case 'no-code':
      return [
        `No mean of ${questionName(note.question, questions)}: somebody answered ${quotedOptions(note.options)}, for which the definition has no code.`,
      ];
    case 'no-definition':
      return [
        'There is no definition: the questions were made from the columns of the export, and nobody has checked them against the form.',
      ];
    case 'campaigns':
      return campaignWords(note, analysis);
    case 'campaign-majority':
      return majorityWords(note.change, analysis);
    case 'campaign-lead':
      return leadWords(note, questions);
    case 'weighted':
      return [...weightingWords(note.weighting, analysis), ...hiddenEffectiveWords(analysis)];
    case 'probability-sample':
      return sampleWords(note);
    case 'same-words':
      return sameWords([note], analysis);
    case 'same-answers':
    case 'ticked-alike':
    case 'repeats-not-sought':
      return alikeWords(note);
    case 'no-disclosure-control':
      return [
        'Small counts are not hidden in these tables. Before you publish a table about groups of people, check that nobody could be recognised in it.',
      ];
    case 'decimals-on-small-base':
      return [
        'Some percentages are of fewer than 1,000 responses: decimals suggest more precision than they have.',
      ];
    default:
      return disclosureWords(note, analysis);
  }
}

/**
 * What is said first beside every result, unless the definition says that the responses are a probability
 * sample: why there is no margin of error and no test.
 */
export function standingNotes({ sample }: Pick<Analysis, 'sample'>): Sentence[] {
  if (sample !== undefined) return [];
  return [
    [
      'Those who responded chose to do so: they are not a random sample. The results describe respondents only, and no margin of error or test of significance can be given.',
    ],
  ];
}

type AlikeNote = Extract<Note, { code: 'same-answers' | 'ticked-alike' | 'repeats-not-sought' }>;

/** Responses that are alike in everything, and what that says. */
function alikeWords(note: AlikeNote): Sentence {
  switch (note.code) {
    case 'same-answers': {
      const { groups = 0 } = note.repeats ?? {};
      return [
        ...howMany(note.repeats),
        'responses give the same answers to everything, a text of 8 words or more included, as another',
        ...(groups > 1 ? [' (', { count: groups }, ' sets of them)'] : []),
        ...notShownOf(note.repeats),
        '. All of them are counted.',
      ];
    }
    case 'ticked-alike': {
      const { groups = 0, largest = 0 } = note.alike ?? {};
      return [
        ...howMany(note.alike),
        'responses give the same answers to everything, 10 answers or more, as another, and wrote nothing or the same few words',
        ...(groups > 1
          ? [' (', { count: groups }, ' sets of them, the largest of ', { count: largest }, ')']
          : []),
        ...notShownOf(note.alike),
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

/** The number of responses that are alike, or words for it where it is hidden. */
function howMany(alike: { readonly responses: number } | null): Sentence {
  return alike ? [{ count: alike.responses }, ' '] : ['Some '];
}

function notShownOf(alike: object | null): Sentence {
  return alike ? [] : ['; how many is not shown, since it could tell what they answered'];
}
