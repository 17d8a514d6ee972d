const errors = /^#(?:ref|name|value|div\/0|num|spill|calc)[!?]$/iu;

/** Whether a cell holds what a spreadsheet shows in place of what it cannot work out: an answer is lost, and nobody gave this one. */
export function isSpreadsheetError(cell: string): boolean {
  return errors.test(cell.trim());
}
