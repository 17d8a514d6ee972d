import { groupBy } from '../intake/group-by.ts';
import type { Inference } from '../survey/infer/infer.ts';
import type { Instead, QuestionGuess } from '../survey/infer/question-guess.ts';
import { shortened } from '../survey/labels/labels.ts';
import type { QuestionDefinition } from '../survey/definition/schema.ts';
import type { Document } from './document.ts';

/** What comes of a question of this kind, with the answers that it then has. */
export function kindWords(question: QuestionDefinition, { answers }: QuestionGuess): string {
  const options = 'options' in question ? question.options?.map(String) : undefined;
  switch (question.kind) {
    case 'scale':
      return `the scale ${question.scale}: ${asManyAsFit(options ?? answers)}`;
    case 'choice':
      return `one answer out of ${asManyAsFit(options ?? answers)}`;
    case 'multiple':
      return `several answers out of ${asManyAsFit(options ?? answers)}`;
    case 'number':
      return 'a number: its mean and its range';
    case 'text':
      return 'words: only how many wrote some is counted';
  }
}

const longestList = 60;

/** What it takes to read the answers on a scale that does not know all of them. */
export function insteadWords({ question, unknown }: Instead): string {
  const meant = unknown.map(({ label, suggestion }) => {
    const answer = `“${shortened(label, longestList)}”`;
    return suggestion === undefined
      ? `${answer} reported and not counted`
      : `${answer} meaning “${suggestion}”`;
  });
  return `the scale ${question.scale}, with ${meant.join(', ')}`;
}

/** As many answers as a line has room for. */
function asManyAsFit(answers: readonly string[]): string {
  const shown: string[] = [];
  for (const answer of answers) {
    if ([...shown, answer].join(' · ').length > longestList) break;
    shown.push(answer);
  }
  if (shown.length === 0) return `${(answers[0] ?? '').slice(0, longestList)}…`;
  return shown.join(' · ') + (shown.length < answers.length ? ' …' : '');
}

const othersPerRound =
  'If other people answered each round, a row holds several responses: analyse each round as a file of its own.';

/** Says that the questions were made from the columns of an export, and which columns are not used or doubtful. */
export function inferredWords({ questions, others: roles, blank }: Inference, file: string): string {
  const unused = roles.filter(({ isNamed }) => !isNamed);
  const embedded = unused.filter(({ role }) => role === 'embedded');
  const kept = unused.filter(({ role }) => role !== 'embedded');
  const open = questions.flatMap(({ question, instead }) =>
    instead === undefined || question.kind === 'scale'
      ? []
      : [`${question.id} (“${shortened(instead.unknown[0]?.label ?? '', longestList)}”)`],
  );
  const others = questions.flatMap(({ question: { id }, writeIns }) =>
    writeIns === undefined ? [] : [`${id} (${writeIns})`],
  );
  const unasked = questions.flatMap(({ question: { id }, route }) =>
    route === undefined || route.others === 0 ? [] : [`${id} (${route.others})`],
  );
  const nth = questions.flatMap(({ question: { id }, isOfSeveral }) => (isOfSeveral ? [String(id)] : []));
  const misspelt = groupBy(
    questions.flatMap(({ question: { id }, misspelt: all = [] }) =>
      all.map(([label, option]) => ({ id, as: `“${shortened(label, longestList)}” for “${option}”` })),
    ),
    ({ as }) => as,
  );
  const taken = [...misspelt].map(
    ([as, ofQuestions]) => `${as} (${ofQuestions.map(({ id }) => id).join(', ')})`,
  );
  const again = (how: QuestionGuess['again']): string[] =>
    quotedWords(
      questions.flatMap(({ question: { kind, text }, again: own }) =>
        own === how && kind !== 'text' ? [String(text)] : [],
      ),
    );
  const rounds = again('in a round');
  const doubtful = questions.filter(({ certainty }) => certainty === 'doubtful').length;
  return [
    `There is no definition: ${questions.length} question${questions.length === 1 ? ' was' : 's were'} made from the columns, ${doubtful || 'none'} of them doubtful.`,
    ...some('No scale, because of an answer that it does not know: ', open, 3),
    ...some('Taken for a misspelling: ', taken, 3),
    ...some('Counted as “Other”, since nobody else gave the same answer: ', others, 3),
    ...some('Answered, and counted, by some whom its words do not ask: ', unasked, 3),
    ...some('The first, second or a later answer, no percentage being of all who gave one: ', nth, 3),
    ...some('Asked again in the same order, as in rounds of a survey side by side: ', rounds, 3),
    ...(rounds.length > 0 ? [othersPerRound] : []),
    ...some(
      'Asked again in the same words, and numbered in the order of the file: ',
      again('in these words'),
      3,
    ),
    ...some('Taken for no reply: ', quotedWords(blank), 5),
    ...some('Embedded data, not used: ', columnWords(embedded), 5),
    ...some('Not used: ', columnWords(kept), 5),
    `soundings init ${file} writes them down to be checked.`,
  ].join(' ');
}

/** What columns are called, those without a header by their place. */
function columnWords(columns: Inference['others']): string[] {
  return columns.map(({ column }) => {
    const [, place] = /^#(\d+)$/u.exec(column) ?? [];
    return place === undefined ? `“${shortened(column, longestList)}”` : `column ${place} (without a header)`;
  });
}

function quotedWords(words: readonly string[]): string[] {
  return words.map((word) => `“${shortened(word, longestList)}”`);
}

/** A sentence with as many of these as there is room for; none where there are none. */
function some(start: string, words: readonly string[], most: number): string[] {
  if (words.length === 0) return [];
  const rest = words.length > most ? ` and ${words.length - most} more` : '';
  return [`${start}${words.slice(0, most).join(', ')}${rest}.`];
}

/** What a column is for that holds no answer. */
const roleWords = {
  id: 'response id',
  submitted: 'date sent',
  status: 'status',
  preview: 'test or not',
  channel: 'channel',
  personal: 'personal data',
  technical: 'platform’s own',
  embedded: 'embedded data',
} as const;

/**
 * What an inferred definition makes of each column, in a table: its kind, the question it belongs to, and how
 * sure that is.
 */
export function columnsDocument({ columns, questions, others }: Inference): Document {
  const taken = new Map<string, readonly [kind: string, question: string, sure: string]>([
    ...questions.flatMap(({ question, columns: own, certainty }) =>
      own.map((column) => [column, [kindOf(question), String(question.id), certainty]] as const),
    ),
    ...others.map(
      ({ column, role, isNamed }) =>
        [column, [roleWords[role], '', isNamed ? 'likely' : 'not used']] as const,
    ),
  ]);
  return {
    title: 'What each column was taken for',
    decimals: 0,
    blocks: [
      {
        kind: 'table',
        caption: 'What each column was taken for',
        columns: [
          { heading: 'Column', kind: 'label' },
          { heading: 'Taken for', kind: 'word' },
          { heading: 'Question', kind: 'word' },
          { heading: 'Sure?', kind: 'word' },
        ],
        rows: columns.map((column) => [
          shortened(column, 120),
          ...(taken.get(column) ?? ['nothing in it', '', 'not used']),
        ]),
        notes: questions.some(({ question }) => question.profile === true) ? [[personNote]] : [],
      },
    ],
  };
}

const personNote = '* about the person (profile)';

/** In few letters, since the table also has long headers and has to fit a terminal. */
function kindOf(question: QuestionDefinition): string {
  const mark = question.profile === true ? '*' : '';
  if (question.kind === 'scale') return `scale ${question.scale}${mark}`;
  return `${question.kind === 'multiple' && question.columns ? 'multiple (tick)' : question.kind}${mark}`;
}
