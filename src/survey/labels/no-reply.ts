/** What nobody ever offers as an answer, in English and Welsh. */
const marks =
  /^(?:-{1,3}|\.{1,3}|null|#null!|#n\/a|nan|[[(](?:blank|missing)[\])]|not answered|did not answer|unanswered|heb (?:(?:ei|eu) h?)?ateb)$/u;

/** What may be an answer, but not to a question that is answered on a scale. */
const besideScale =
  /^(?:no (?:response|reply)(?: given)?|no answer given|not completed|(?:left )?blank|missing|skipped|n\.?r\.?|d?dim (?:ateb|ymateb))$/u;

/** What may be an answer of one who says none, also in German, French and Spanish. */
const perhaps =
  /^[[(]?(?:not (?:asked|shown|displayed)|no (?:answer|reply|response)|refused|n\.?r\.?|d?dim (?:ateb|ymateb)|keine (?:angabe|antwort)|k\. ?a\.|(?:sans|pas de|aucune) réponse|sin respuesta|no (?:contesta|responde))[\])]?$/u;

/**
 * The sureness with which a folded label says that nobody replied: always, where the others are of a scale,
 * or perhaps.
 */
export function saysNoReply(folded: string, how: 'always' | 'beside a scale' | 'perhaps'): boolean {
  return { always: marks, 'beside a scale': besideScale, perhaps }[how].test(folded);
}

/**
 * Below nought, as programs of statistics write it where there is no answer, and hardly for anything else:
 * -99, -77, -888, -97.
 */
const usual = /^-(?:([6-9])\1{1,3}|9{1,2}[5-8])$/u;

/** Whether a number is such a code; of one digit only some are, which stand for degrees and changes too. */
export function isMissingCode(number: number, digits: 'several' | 'any' = 'several'): boolean {
  return usual.test(String(number)) || (digits === 'any' && [-1, -7, -8, -9].includes(number));
}

const errors = /^#(?:ref|name|value|div\/0|num|spill|calc)[!?]$/iu;

/**
 * Whether a cell holds what a spreadsheet shows in place of what it cannot work out: an answer is lost, and
 * nobody gave this one.
 */
export function isSpreadsheetError(cell: string): boolean {
  return errors.test(cell.trim());
}
