/** What forms call the levels of education, the lowest first; spellings of one level stand together. */
const levels: readonly RegExp[] = [
  /\bno (?:formal )?(?:qualifications?|education|schooling)\b|^none\b|^dim cymwysterau\b/gu,
  /\b(?:less than|did not (?:complete|finish)|below|some) (?:high|secondary) school\b|\b(?:primary|elementary)\b/gu,
  /\bgcses?\b|\bo[- ]levels?\b|\b(?:secondary|high) school\b|\bsecondary education\b|\bged\b|\btgau\b/gu,
  /\b(?:a|as|a\/as)[- ]levels?\b|\bsixth form\b|\bbtec\b|\b(?:higher|upper|post)[- ]secondary\b|\bsafon uwch\b/gu,
  /\bsome (?:college|university)\b|\bassociate(?:'?s)?\b|\bhn[cd]s?\b|\bfoundation degree\b|\bhigher education below degree\b/gu,
  /\bbachelor(?:'?s)?\b|\b(?:undergraduate|first|college|university) degree\b|\bundergraduate\b|\bdegree\b|\bgradd\b/gu,
  /\bpost-?graduate\b|\bgraduate (?:or professional )?degree\b|\bhigher degree\b|\bmaster(?:'?s)?\b|\b[oô]l-?raddedig\b/gu,
  /\bdoctora(?:te|l)\b|\bph\.?d\b|\bdoethuriaeth\b/gu,
];

/**
 * The place of a folded label among levels of education: “GCSEs or equivalent”, “Bachelor degree”, “PhD”. Where it names
 * several, the first one counts, which those behind it explain: “Degree or higher (a master's, for example)”.
 */
export function educationRank(folded: string): number | undefined {
  if (/^other\b/u.test(folded)) return Infinity;
  const found = levels.flatMap((level, rank) =>
    [...folded.matchAll(level)].slice(0, 1).map(({ index, 0: { length } }) => ({ rank, index, length })),
  );
  const [first] = found.toSorted((a, b) => a.index - b.index || b.length - a.length);
  return first?.rank;
}

/** Years of a school or a university as they are called, after those that have a number. */
const year = /^(?:(?:school )?year (?<after>\d{1,2})|(?<before>\d)(?:st|nd|rd|th)[ -]year(?: students?)?)$/u;

/** What comes before and after the numbered years, by the place of each beside them. */
const stages: readonly (readonly [place: number, words: RegExp])[] = [
  [-2, /^(?:pre-?school|nursery)(?: class| year)?$/u],
  [-1, /^(?:reception|foundation)(?: class| year)?$/u],
  [50, /^(?:sixth form|6th form)$/u],
  [60, /^(?:post-?grad(?:uate)?(?: student| study)?|pg)$/u],
];

/** The place of "Reception", "Year 1", "Year 11", or of "1st year", "2nd year", "Postgraduate", among folded labels. */
export function schoolYearRank(labels: readonly string[]): (folded: string) => number | undefined {
  const areYears = labels.some((label) => year.test(label));
  return (folded) => {
    if (!areYears) return undefined;
    const { after, before } = year.exec(folded)?.groups ?? {};
    const number = after ?? before;
    return number === undefined ? stages.find(([, words]) => words.test(folded))?.[0] : Number(number);
  };
}
