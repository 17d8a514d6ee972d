import type { Instead, QuestionGuess } from '../survey/infer/question-guess.ts';
import type { QuestionDefinition } from '../survey/schema.ts';

/** What comes of a question of this kind, with the answers that it then has. */
export function kindWords(question: QuestionDefinition, { answers }: QuestionGuess): string {
  const options = 'options' in question ? question.options?.map(String) : undefined;
  switch (question.kind) {
    case 'scale':
      return `the scale ${question.scale}: ${listed(options ?? answers)}`;
    case 'choice':
      return `one answer out of ${listed(options ?? answers)}`;
    case 'multiple':
      return `several answers out of ${listed(options ?? answers)}`;
    case 'number':
      return 'a number: its mean and its range';
    case 'text':
      return 'words: only how many wrote some is counted';
  }
}

/** What it takes to read the answers on a scale that does not know all of them. */
export function insteadWords({ question, unknown }: Instead): string {
  const meant = unknown.map(({ label, suggestion }) =>
    suggestion === undefined ? `“${label}” reported and not counted` : `“${label}” meaning “${suggestion}”`,
  );
  return `the scale ${question.scale}, with ${meant.join(', ')}`;
}

const longestList = 60;

/** As many answers as a line has room for. */
function listed(answers: readonly string[]): string {
  const shown: string[] = [];
  for (const answer of answers) {
    if ([...shown, answer].join(' · ').length > longestList) break;
    shown.push(answer);
  }
  if (shown.length === 0) return `${(answers[0] ?? '').slice(0, longestList)}…`;
  return shown.join(' · ') + (shown.length < answers.length ? ' …' : '');
}
