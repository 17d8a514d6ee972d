/** The positive, neutral and negative labels of one set of options, in the order in which they are offered. */
export type Variant = readonly [positive: string[], neutral: string[], negative: string[]];

/**
 * SurveyMonkey's five points, of which the words say the side: who is somewhat satisfied is satisfied, who is not so
 * satisfied is not. There is no mid-point.
 */
function degreesOf(adjective: string): Variant {
  return [
    [`Extremely ${adjective}`, `Very ${adjective}`, `Somewhat ${adjective}`],
    [],
    [`Not so ${adjective}`, `Not at all ${adjective}`],
  ];
}

/** Seven points: the adverbs, the strongest first (an empty one is none), of both sides and the mid-point between them. */
function sevenPoints(adverbs: readonly string[], adjective: string, opposite: string): Variant {
  const labels = (word: string) =>
    adverbs.map((adverb) => {
      const label = `${adverb} ${word}`.trim();
      return label.charAt(0).toUpperCase() + label.slice(1);
    });
  return [labels(adjective), [`Neither ${adjective} nor ${opposite}`], labels(opposite).toReversed()];
}

/** Three points, of which only those that are positive have a degree: “Very”, “Fairly” and “Not important”. */
function threePoints(adjective: string): Variant[] {
  return ['', 'Fairly', 'Quite', 'Somewhat'].map((adverb) => [
    sevenPoints(['Very', adverb], adjective, '')[0],
    [],
    [`Not ${adjective}`],
  ]);
}

/** The sets that survey platforms offer unless somebody writes others, by the scale that they belong to. */
export const stockSets = {
  clarity: [...threePoints('clear'), degreesOf('clear')],
  satisfaction: [
    ...threePoints('satisfied'),
    degreesOf('satisfied'),
    // Qualtrics' seven points, and the two other wordings of them.
    sevenPoints(['Extremely', 'Moderately', 'Slightly'], 'satisfied', 'dissatisfied'),
    sevenPoints(['Extremely', '', 'Slightly'], 'satisfied', 'dissatisfied'),
    sevenPoints(['Very', '', 'Somewhat'], 'satisfied', 'dissatisfied'),
  ],
  importance: [
    ...threePoints('important'),
    degreesOf('important'),
    [
      ['Very important', 'Somewhat important'],
      ['Neither important nor unimportant'],
      ['Somewhat unimportant', 'Very unimportant'],
    ],
    // LimeSurvey forms in translation, without a mid-point.
    [['Very important', 'Rather important'], [], ['Rather unimportant', 'Not important']],
  ],
  likelihood: [
    ...threePoints('likely'),
    degreesOf('likely'),
    sevenPoints(['Extremely', 'Moderately', 'Slightly'], 'likely', 'unlikely'),
    sevenPoints(['Very', '', 'Somewhat'], 'likely', 'unlikely'),
  ],
} as const satisfies Record<string, readonly Variant[]>;
