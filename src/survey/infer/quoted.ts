type Labelled = readonly { readonly label: string }[];

/** Labels in quotation marks, as many as a sentence has room for. */
export function quoted(labels: Labelled): string {
  const shown = labels.slice(0, 3).map(({ label }) => `“${label}”`);
  return shown.join(', ') + (labels.length > 3 ? ` and ${labels.length - 3} more` : '');
}

/** The verb for as many. */
export function isOrAre({ length }: Labelled): string {
  return length === 1 ? 'is' : 'are';
}
