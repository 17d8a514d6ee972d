import { isBlank, tidy } from '../blank.ts';
import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, renamed, rolesBy } from '../headers/headings.ts';
import type { Heading, Platform, Role, Rows } from '../headers/layout.ts';
import { withoutTwins } from '../headers/stems.ts';

/** By code and by text, as the export was asked to head its columns, in English, French, German and Spanish. */
const roles = rolesBy({
  id: 'id | response id | answer id | id de la réponse | antwort id',
  submitted: 'datestamp | date last action | date de la dernière action | datum letzte aktivität',
  status: 'submitdate | date submitted | date de soumission | datum abgeschickt',
  personal: 'token | access code | ipaddr | ip address | adresse ip | ip-adresse',
  technical: [
    'lastpage | last page | startlanguage | start language | seed | startdate | date started',
    'refurl | referrer url | interviewtime | total time',
    'dernière page | langue de départ | tête de série | date de lancement | url référente | temps total',
    'letzte seite | start-sprache | zufallsstartwert | datum gestartet | gesamtzeit | tiempo total',
  ],
});

/** How long a group or a question took, in English, French, German and Spanish. */
const timing =
  /^(?:(?:[Gg]roup|[Qq]uestion) time|Durée pour (?:le groupe|la question)|(?:Gruppen|Fragen)zeit|Temporización (?:del grupo|de la pregunta)) ?:(?: |$)|^groupTime\d+$|^\w+Time$/u;

/** A question's code, with that of a sub-question in brackets, and what stands between it and the text. */
const front = /^([A-Za-z]\w*(?:\[[^\]]*\])*)(?:\._\. ?|\. ?|: | - )(?=\S)/u;
const bracketCode = /^[A-Za-z]\w*(?:\[\w+\])+(?=$|\.|:)/u;
const underscoreCode = /^([A-Za-z]\w*)_(SQ\d+|other)$/u;

/** A header as the code in front, which is '' where there is none, and the rest. */
type Apart = (header: string) => readonly [code: string, text: string];

/** Takes codes off the headers where nearly all of them have one: a text may begin with a word and a full stop too. */
function apartIn(headers: readonly string[]): Apart {
  const filled = labelsIn(headers).filter((header) => header !== '');
  const isCoded = filled.filter((header) => front.test(header)).length >= filled.length * 0.8;
  return (header) => {
    const found = isCoded ? front.exec(tidy(header)) : null;
    return found === null ? ['', tidy(header)] : [found[1] ?? '', tidy(header).slice(found[0].length)];
  };
}

/** The question and what stands in the last brackets: "Question [Item]", "Question [Item][Column]", "code[sub]". */
function divide(text: string): readonly [string, string] {
  let start = text.length;
  for (let open = 0, at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') open++;
    else if (text[at] === '[' && --open === 0) start = at;
    else if (open === 0 && text[at] !== ' ') break;
  }
  const parts = text.slice(start).split(/\]\s*\[/u);
  const part = parts
    .map((piece) => tidy(piece.replace(/^\s*\[|\]\s*$/gu, '')))
    .filter((piece) => piece !== '');
  return [text.slice(0, start), part.join(' - ')];
}

function roleIn(code: string, text: string): Role | undefined {
  const [known] = [code, text].flatMap((key) => roles.get(key.replace(/ ?:$/u, '').toLowerCase()) ?? []);
  return known ?? (timing.test(code || text) ? 'technical' : undefined);
}

/** A header without its code as the question and its item, and that code. */
function dividedBy([code, text]: ReturnType<Apart>): readonly [string, string, string] {
  const [, stem, sub = ''] = underscoreCode.exec(text) ?? [];
  const [question, part] = stem === undefined ? divide(text) : [stem, sub];
  // A grid may have no text of its own: its items then share nothing but the code.
  const [group] = divide(code);
  return [isBlank(question) ? group : question, part, code];
}

/** What stands for an option of which the form has no label. */
const UNLABELLED = '(no label)';

/** The headings, and an option without a label, “Question []”, as one more of those of its question. */
function withUnlabelled(headings: readonly Heading[], headers: readonly string[]): readonly Heading[] {
  const asked = new Set(headings.filter(({ part }) => part !== undefined).map(({ question }) => question));
  return headings.map((one, at) => {
    const isEmpty =
      one.part === undefined && one.role === undefined && /\[\s*\]\s*$/u.test(headers[at] ?? '');
    return isEmpty && asked.has(one.question) ? { ...one, part: UNLABELLED } : one;
  });
}

/**
 * Headers of which spaces were made underscores, as the export may be asked to, with their spaces; any others
 * as they are.
 */
function spaced(headers: readonly string[]): readonly string[] {
  const isMade =
    labelsIn(headers).some((header) =>
      /^(?:last_page|start_language|date_last_action|dernière_page|letzte_seite)$/iu.test(header),
    ) && !headers.some((header) => /\S\s\S/u.test(header));
  return isMade ? headers.map((header) => header.replaceAll('_', ' ')) : headers;
}

/** Its own columns as it heads them in English, to the letter, but for those by which alone it is known. */
const captions = new Set(['Response ID', 'Answer ID', 'Date submitted', 'Date last action']);

/** So many responses show what a column holds. */
const ENOUGH = 3;

const date = /^\d[\d/.-]{5,9} \d{1,2}:\d\d(?::\d\d)?$/u;

/**
 * What its own columns hold, in the order in which it writes them: which response, when it was sent, the last
 * page seen, the language.
 */
const firstOnes: readonly (readonly [holds: RegExp, role: Role])[] = [
  [/^\d+$/u, 'id'],
  [date, 'status'],
  [/^-?\d{1,3}$/u, 'technical'],
  [/^[a-z]{2}(?:-[A-Za-z]{2,8})?$/u, 'technical'],
];

/** What may follow, each group whole or not at all: the seed, when it was begun and last changed, the address. */
const laterOnes: readonly (typeof firstOnes)[] = [
  [[/^\d{5,}$/u, 'technical']],
  [
    [date, 'technical'],
    [date, 'submitted'],
  ],
  [[/^\d{1,3}(?:\.\d{1,3}){3}$/u, 'personal']],
];

/**
 * The roles of its own columns by what they hold, whatever they are called: their names are in the language
 * of the survey. Undefined where the first columns do not hold what it writes there.
 */
function rolesByPlace([headers = [], ...below]: Rows): readonly Role[] | undefined {
  const cells = headers.map((_, column) => answersIn(below, column));
  const areHeld = (kinds: typeof firstOnes, start: number): boolean =>
    kinds.every(([holds], nth) => {
      const held = cells[start + nth] ?? [];
      return (
        held.length > 0 && held.every((cell) => holds.test(cell)) && labelsIn(headers)[start + nth] !== ''
      );
    });
  const ids = cells[0] ?? [];
  const areIds = ids.length >= ENOUGH && ids.length === below.length && new Set(ids).size === ids.length;
  if (!areIds || !areHeld(firstOnes, 0)) return undefined;
  const found = firstOnes.map(([, role]) => role);
  for (const group of laterOnes) {
    if (areHeld(group, found.length)) found.push(...group.map(([, role]) => role));
  }
  return found;
}

/** LimeSurvey: one row, headed by code, by text (whole or cut short) or by both; no submission date: not finished. */
export const limesurvey: Platform = {
  title: 'LimeSurvey',
  recognise(rows) {
    const headers = spaced(rows[0] ?? []);
    const apart = apartIn(headers);
    const metadata = headers.filter((header) => roleIn(...apart(header)) !== undefined);
    const own = metadata.find((header) =>
      /last ?page|start ?language|submitdate|dernière page|letzte seite/iu.test(header),
    );
    if (own !== undefined && metadata.length > 1) return `the column ${tidy(own)}`;
    const codes = labelsIn(headers).filter(
      (header) => bracketCode.test(header) || underscoreCode.test(header),
    );
    // Other programs may call a column that_other too.
    if (codes.length > 1 && codes.some((header) => !/^\w+_other$/u.test(header)))
      return `headers such as ${apart(codes[0] ?? '')[0] || codes[0]}`;
    const items = labelsIn(headers).filter((header) => divide(header)[1] !== '');
    const texts = new Set(items.map((header) => divide(header)[0]));
    const keeps = labelsIn(headers).filter((header) => captions.has(header));
    if (items.length > 0 && rolesByPlace(rows) !== undefined)
      return 'what its first columns hold, and headers such as “Question [Item]”';
    const isOwnId = keeps.includes('Answer ID') && items.length > 1;
    // Other programs have a Response ID too, and dates, but not in these words beside several items of one question.
    return isOwnId || (keeps.length > 1 && texts.size < items.length)
      ? `${keeps.length > 1 ? 'the columns' : 'the column'} ${keeps.slice(0, 2).join(' and ')} and headers such as “Question [Item]”`
      : undefined;
  },
  layOut(rows) {
    const [written = []] = rows;
    const headers = spaced(written);
    const apart = apartIn(headers);
    const placed = rolesByPlace(rows) ?? [];
    const roleAt = (header: string, column: number) => roleIn(...apart(header)) ?? placed[column];
    const bare = withoutTwins(headers.map(tidy));
    const divided = dividedHeadings(headers, roleAt, (header, column) =>
      dividedBy(apart(bare[column] ?? header)),
    );
    const headings = withUnlabelled(divided, bare);
    const isOther = headers !== written;
    return {
      headerRows: 1,
      headings: isOther ? headings.map((one, at) => renamed(one, written[at] ?? '')) : headings,
    };
  },
};
