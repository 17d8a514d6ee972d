/** Options that give no view, as platforms and councils really offer them. */
export const outsideLabels: readonly string[] = [
  "Don't know",
  'Not sure',
  'Unsure',
  "Don't know / not sure",
  "Don't know / no opinion",
  'No opinion',
  'No view',
  "Can't say",
  'Not applicable',
  'Prefer not to say',
  'Prefer not to answer',
  'No answer',
];

/** Other spellings of those options: the same words, never a misspelling. */
export const outsideSpellings: Readonly<Record<string, readonly string[]>> = {
  "Don't know": ['Do not know', "I don't know", 'I do not know', 'DK'],
  "Don't know / not sure": [
    "Don't know/not sure",
    "Don't know or not sure",
    "Not sure / don't know",
    "Not sure/don't know",
    "Don't know / unsure",
    "Don't know/unsure",
    "Unsure / don't know",
    "Unsure/don't know",
  ],
  "Don't know / no opinion": [
    "Don't know/no opinion",
    "Don't know or no opinion",
    "No opinion / don't know",
    "No opinion/don't know",
  ],
  "Can't say": ['Cannot say', 'Unable to say'],
  'Not applicable': [
    'Does not apply',
    "Doesn't apply",
    'N/A',
    'Not applicable (N/A)',
    'Not applicable / N/A',
    'Not applicable/N/A',
  ],
};

/** The mid-point of a scale that names both its sides, and how it is really written. */
export function midpoint(positive: string, negative: string) {
  const label = `Neither ${positive} nor ${negative}`;
  const spellings = [
    'Neither',
    'Neutral',
    `Neither ${positive} or ${negative}`,
    `Neither ${negative} nor ${positive}`,
    `Neither ${negative} or ${positive}`,
    `Neither ${positive}/${negative}`,
    `Neither ${positive} / ${negative}`,
    `${label} / neutral`,
    `${label}/neutral`,
    `${label} (neutral)`,
    `Neutral / ${label}`,
    `Neutral/${label}`,
    `Neutral (${label})`,
    `Neutral - ${label}`,
  ];
  return { label, spellings: { [label]: spellings } };
}
