/** A range of numbers as an option says it: "Under 18", "18-24", "£1,000 to £1,999", "65+". */
export interface NumberRange {
  readonly from: number;
  /** Where it says a second number. */
  readonly to?: number;
  /** Whether it has no end on one side. */
  readonly open?: 'below' | 'above';
  /** What stands after the numbers, but for words that open the range: "years old". */
  readonly unit: string;
}

const before =
  /^(?<words>(?:(?:under|less than|below|up to|fewer than|younger than|over|more than|above|older than|at least|between|from|about|aged?|o dan|dan|dros|hyd at|llai na|mwy na|rhwng|oed)(?![a-z])|[<>≤≥~£$€+-]|\s)*)(?<rest>\d.*)$/u;
const numbers =
  /^(?<from>\d[\d,]*(?:\.\d+)?)(?:\s*(?:-|to\b|i\b|and\b|a\b)\s*[£$€]?(?<to>\d[\d,]*(?:\.\d+)?))?(?<after>(?![\w:/]).*|(?:k|m|s|st|nd|rd|th|am|pm|p)\b.*)$/u;
const opens = {
  below: {
    before: /under|less|below|up to|fewer|<|≤|younger|\bdan\b|hyd at|llai/u,
    after: /^\W*(?:or|and|neu|a) (?:under|less|below|fewer|younger|iau|lai)(?![a-z])/u,
  },
  above: {
    before: /over|more|above|>|≥|older|at least|dros|mwy/u,
    after:
      /^\W*(?:\+|plus\b|(?:or|and|&|neu|a) ?(?:more|over|above|older|up|drosodd|throsodd|hŷn|fwy)(?!\p{L}))/u,
  },
};

/** The range that a folded label says, in English, in Welsh, or in both with a stroke between; undefined where it says none. */
export function rangeIn(folded: string): NumberRange | undefined {
  const halves = folded.split(/\s+[/|]\s+/u).map(oneRange);
  const [first, second] = halves;
  if (halves.length !== 2 || first === undefined || second === undefined) return oneRange(folded);
  return first.from === second.from && first.to === second.to ? first : undefined;
}

function oneRange(folded: string): NumberRange | undefined {
  const { words = '', rest = '' } = before.exec(folded)?.groups ?? {};
  const { from, to, after = '' } = numbers.exec(rest)?.groups ?? {};
  if (from === undefined || folded.length > 40 || /^-\d/u.test(after)) return undefined;
  const isOpen = (side: 'below' | 'above'): boolean =>
    opens[side].before.test(words) || opens[side].after.test(after);
  const open = isOpen('below') ? 'below' : isOpen('above') ? 'above' : undefined;
  const unit = after.replace(opens.below.after, '').replace(opens.above.after, '').trim();
  const number = (digits: string): number => Number(digits.replaceAll(',', ''));
  return {
    from: number(from),
    ...(to === undefined ? {} : { to: number(to) }),
    ...(open === undefined ? {} : { open }),
    unit,
  };
}

const yearsOfAge = /^(?:s|(?:years?|yrs?)(?: old| of age)?|oed|(?:m?lwydd|o) oed)?$/u;

/** Whether these folded labels are age groups, whatever was asked: some adults, up to old age. */
export function areAges(labels: readonly string[]): boolean {
  const groups = labels.flatMap((label): NumberRange[] => {
    const range = rangeIn(label);
    const isGroup =
      range !== undefined &&
      (range.to !== undefined || range.open !== undefined) &&
      yearsOfAge.test(range.unit) &&
      range.from < 100;
    return isGroup ? [range] : [];
  });
  const bounds = groups.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  return groups.length > 3 && Math.max(...bounds) >= 60 && bounds.some((years) => years >= 16 && years <= 30);
}
