import { describe, expect, test } from 'vitest';
import { nearestLabel } from '../../src/survey/labels/near-label.ts';

describe('nearestLabel', () => {
  test.each([
    ['Stronlgy agree', 'Strongly agree'],
    ['agre', 'Agree'],
    ['Stronglydisagree', 'Strongly disagree'],
    ['Dont know', "Don't know"],
    ['Neither agree or disagree', 'Neither agree nor disagree'],
    ['Nither agree nor disagree', 'Neither agree nor disagree'],
    ['A resident of area', 'Resident of the area'],
    ['Dissatisifed', 'Dissatisfied'],
    ['Dtrongly agree', 'Strongly agree'],
    ['18 - 24', '18-24'],
  ])('takes %j for a misspelling of %j', (value, option) => {
    expect(nearestLabel(value, ['Something else', option])).toBe(option);
  });

  test.each([
    ['Not clear', 'Clear'],
    ['Clear', 'Not clear'],
    ['Unlikely', 'Likely'],
    ['Very unimportant', 'Very important'],
    ['Tend to disagree', 'Tend to agree'],
    ['Cannot use it', 'Can use it'],
    ['Decreased', 'Increased'],
    ['Male', 'Female'],
    ['Monday', 'Sunday'],
    ['North of the town', 'South of the town'],
    ['I have no personal connection to autism', 'I have another personal connection to autism'],
    ['Human performance', 'Sport performance'],
    ['Option 1', 'Option 2'],
    ['18-24', '16-24'],
    ['A small amount more', 'A small amount less'],
  ])('does not take %j for %j', (value, option) => {
    expect(nearestLabel(value, [option])).toBeUndefined();
  });
});
