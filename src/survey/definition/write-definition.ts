import { Document, Scalar, YAMLMap, YAMLSeq, isMap, isSeq, visit } from 'yaml';
import { codeOf, controls } from '../../intake/bytes/controls.ts';
import type { Role } from '../../intake/headers/layout.ts';
import { type Inference, definitionOf } from '../infer/infer.ts';
import type { Certainty } from '../infer/judgement.ts';
import type { QuestionGuess } from '../infer/question-guess.ts';

/** What the text of an inferred definition says of its own making. */
export interface Origin {
  /** The export, and what it was recognised as: "responses.csv, 76 responses, …". */
  readonly source: string;
  /** Where an editor finds the JSON Schema. */
  readonly schema: string;
}

const doubts: readonly Certainty[] = ['doubtful', 'likely', 'sure'];

/**
 * An inferred definition as YAML that a person can check: first the line by which an editor finds the schema, then what
 * was guessed, on what ground and how sure that is, most doubtful first; and what might be left out or broken down by,
 * as proposals that change nothing until somebody takes the mark in front away.
 */
export function writeDefinition(inference: Inference, { source, schema }: Origin): string {
  const document = new Document(definitionOf(inference));
  const questions = document.get('questions');
  if (isSeq(questions)) {
    for (const [index, node] of questions.items.entries()) {
      const guess = inference.questions[index];
      if (!isMap(node) || guess === undefined) continue;
      node.commentBefore = [
        ` ${guess.certainty}: ${oneLine(guess.ground)}`,
        ...insteadLines(guess),
        ...routeLines(guess),
      ].join('\n');
      if (index > 0) node.spaceBefore = true;
      compact(node);
    }
  }
  const respondent = document.get('respondent');
  if (isMap(respondent)) compact(respondent);
  document.commentBefore = [
    ` yaml-language-server: $schema=${schema}`,
    '',
    ` Made by soundings init from ${oneLine(source)}.`,
    ' Check it against the form: it decides what every figure means. What was guessed, most doubtful first:',
    '',
    ...inference.questions.toSorted(byDoubt).flatMap(guessLines),
    ...wordLines('no reply', inference.blank),
    ...wordLines(
      'no answer, and not counted',
      inference.questions.flatMap(({ uncounted = [] }) => uncounted),
    ),
    ...othersLines(inference),
    ...proposalLines(inference),
  ].join('\n');
  return withoutControls(document);
}

/**
 * The text of a document in which control characters are escaped, so that nothing of an export is obeyed by a
 * terminal.
 */
function withoutControls(document: Document): string {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.search(controls) !== -1) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document
    .toString({ lineWidth: 0 })
    .replace(controls, (character) => (character === '\n' ? character : `\\u${codeOf(character)}`));
}

function byDoubt(a: QuestionGuess, b: QuestionGuess): number {
  return doubts.indexOf(a.certainty) - doubts.indexOf(b.certainty);
}

function guessLines({ question, columns, ground, certainty }: QuestionGuess): string[] {
  const kind = question.kind === 'scale' ? `scale ${question.scale}` : question.kind;
  const many = columns.length > 1 ? ` (${columns.length} columns)` : '';
  return [`   ${certainty}: ${question.id} is ${kind}${many}: ${oneLine(ground)}`];
}

/** What to write for a question, once somebody knows what the answers mean that its scale does not have. */
function insteadLines({ question, instead }: QuestionGuess): string[] {
  if (instead === undefined) return [];
  const synonyms = new Document({ synonyms: instead.synonyms }).toString({
    collectionStyle: 'flow',
    lineWidth: 0,
  });
  const scales = `with no space in front, scales: { ${instead.question.scale}: ${oneLine(synonyms).trim()} }`;
  if (question.kind === 'scale') return [` If that is what was meant, write, ${scales}`];
  const also = Object.keys(instead.synonyms).length === 0 ? '' : `; and, ${scales}`;
  return [
    ` If it is that scale, write kind: scale and scale: ${instead.question.scale}, without options${also}`,
  ];
}

/** What to write for a question that asks only some by its words. */
function routeLines({ route }: QuestionGuess): string[] {
  if (route === undefined) return [];
  const { question, options, others } = route;
  const answers = new Document({ [question]: options.length === 1 ? options[0] : options });
  const asked = oneLine(answers.toString({ lineWidth: 0, collectionStyle: 'flow' })).trim();
  const said = options.map((option) => `“${oneLine(option)}”`).join(' or ');
  const also = others === 0 ? '' : `; ${others} who did not say that answered it too, and are counted`;
  return [
    ` Its words ask those who said ${said} to ${question}${also}. To count those alone, write`,
    ` asked: ${asked}`,
  ];
}

function wordLines(what: string, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  return ['', ` Taken for ${what}: ${[...new Set(words)].map((word) => `“${oneLine(word)}”`).join(', ')}`];
}

function othersLines({ others }: Inference): string[] {
  const unused = others.filter(({ isNamed }) => !isNamed);
  const named = (isOne: (role: Role) => boolean): string =>
    unused.flatMap(({ role, column }) => (isOne(role) ? [oneLine(column)] : [])).join('; ');
  const lines = [
    ['Personal data, not used', named((role) => role === 'personal')],
    ['Embedded data, not used', named((role) => role === 'embedded')],
    ['Kept by the platform, not used', named((role) => role !== 'personal' && role !== 'embedded')],
  ].flatMap(([what, columns]) => (columns === '' ? [] : [` ${what}: ${columns}`]));
  return lines.length === 0 ? [] : ['', ...lines];
}

function proposalLines({ proposals, decided }: Inference): string[] {
  const exclude = proposals.exclude.filter((reason) => !decided.exclude.includes(reason));
  const breakdowns = proposals.breakdowns.filter((id) => !decided.breakdowns.includes(id));
  const lines = [
    ...(exclude.length > 0 ? [` exclude: [${exclude.join(', ')}]`] : []),
    ...(breakdowns.length > 0 ? [` breakdowns: [${breakdowns.join(', ')}]`] : []),
  ];
  return lines.length === 0
    ? []
    : ['', ' Proposed, and not in force until you take away the mark in front:', ...lines];
}

/** Short lists and short groups on one line, as people write them; long ones a line an entry. */
function compact(node: YAMLMap): void {
  for (const { value } of node.items) {
    if (isSeq(value)) compactList(value);
    if (isMap(value)) value.flow = true;
  }
}

function compactList(list: YAMLSeq): void {
  for (const entry of list.items) if (isMap(entry)) entry.flow = lengthOf(entry) < 100;
  list.flow = list.items.every((entry) => entry instanceof Scalar) && lengthOf(list) < 90;
}

function lengthOf(node: YAMLMap | YAMLSeq): number {
  return JSON.stringify(node.toJSON()).length;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}
