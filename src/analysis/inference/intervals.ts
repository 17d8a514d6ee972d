/** From one bound to the other, in percent out of 100, or in percentage points. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The 97.5% point of the normal distribution: 95% of it lies within so many standard deviations of its middle. */
const z = 1.959963984540054;

/**
 * A share of the responses (0 to 1), and of how many it is; these need not be whole where they are weighted
 * or corrected.
 */
export interface Share {
  readonly share: number;
  readonly size: number;
}

/**
 * The 95% interval of a share by Wilson's score method without correction for continuity (Wilson, JASA 1927),
 * as shares. A share of nobody begins at 0 exactly, and one of everybody ends at 1.
 */
export function wilson({ share, size }: Share): Interval {
  if (size === Infinity) return { lower: share, upper: share };
  const square = z ** 2 / size;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / size + square / (4 * size));
  return {
    lower: share <= 0 ? 0 : middle - half,
    upper: share >= 1 ? 1 : middle + half,
  };
}

/**
 * The 95% interval of the first share minus the second, which is independent of it (method 10 of Newcombe,
 * Statistics in Medicine 1998).
 */
export function newcombe(first: Share, second: Share): Interval {
  const [a, b] = [wilson(first), wilson(second)];
  const apart = first.share - second.share;
  return {
    lower: apart - Math.hypot(first.share - a.lower, b.upper - second.share),
    upper: apart + Math.hypot(a.upper - first.share, second.share - b.lower),
  };
}

/**
 * By what the standard error of a share is multiplied where `sampled` of a population of `population` were drawn without
 * putting any back: √((N − n) / (N − 1)) (Cochran, Sampling Techniques, 1977).
 */
export function finiteCorrection(sampled: number, population: number): number {
  return population <= 1 ? 0 : Math.sqrt(Math.max(0, population - sampled) / (population - 1));
}
