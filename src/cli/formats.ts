/** The formats that each command writes; the first is what it writes when nothing is said. */
export const formats = {
  analyse: ['table', 'json', 'csv', 'markdown'],
  report: ['markdown'],
  validate: ['table', 'json', 'csv', 'github'],
  compare: ['table', 'json', 'markdown'],
  check: ['table', 'junit', 'github'],
} as const;
