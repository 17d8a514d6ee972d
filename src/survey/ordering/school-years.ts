/** Years of a school or a university as they are called, after those that have a number. */
const year = /^(?:(?:school )?year (?<after>\d{1,2})|(?<before>\d)(?:st|nd|rd|th)[ -]year(?: students?)?)$/u;

/** What comes before and after the numbered years, by the place of each beside them. */
const named: readonly (readonly [place: number, words: RegExp])[] = [
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
    return number === undefined ? named.find(([, words]) => words.test(folded))?.[0] : Number(number);
  };
}

/** The fewest letters that are bands, as of the council tax, and not codes such as "F" and "M". */
const FEWEST_BANDS = 3;

/** The place of folded letters "A", "B", "D", where most letters from A on are among them. */
export function letterRank(labels: readonly string[]): (folded: string) => number | undefined {
  const places = labels.map((label) => (/^[a-z]$/u.test(label) ? Number.parseInt(label, 36) - 10 : Infinity));
  const areBands = labels.length >= FEWEST_BANDS && labels.length * 2 > Math.max(...places) + 1;
  return (folded) => (areBands ? places[labels.indexOf(folded)] : undefined);
}
