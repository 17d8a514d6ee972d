import { expect, test } from 'vitest';
import { inferColumn } from '../../support/infer.ts';

/** What is guessed where the last label was given first and each twice. */
async function guessOf(labels: readonly string[]) {
  const cells = labels.toReversed().flatMap((label) => [label, label, label]);
  return (await inferColumn('Q', cells))?.question;
}

test.each([
  [
    'times in words and years',
    'Less than a year, 1–5 years, 6–10 years, More than 10 years, Prefer not to say',
  ],
  ['months, then years', 'Less than 6 months, 6 months to a year, 1-2 years, 3 to 5 years, 6 years or more'],
  ['minutes, then hours', 'Less than 30 minutes, 30 minutes to 1 hour, 1-2 hours, More than 2 hours'],
  ['distances', 'Less than half a mile, Half a mile to 1 mile, 1-2 miles, Over 2 miles'],
  ['metres, then kilometres', 'Under 500m, 500m - 1km, 1-2km, More than 2km'],
  ['how long ago', 'Within the last month, 1-6 months ago, More than a year ago, Never'],
  ['prices', "Nothing, Up to £10, £11–£50, Over £50, Don't know / prefer not to say"],
  ['thousands of pounds', 'Under £500, £500-£10k, £10k-£20k, Over £1m'],
  ['numbers from none', 'None, 1, 2, 3 or more'],
  ['numbers in words', 'None, One, Two, Three or more'],
  ['numbers of somebody', 'No children, 1 child, 2 children, 3 or more children'],
  ['sizes of a business', 'Just me, 2-9, 10-49, 250 or more'],
  ['years in Welsh', 'Llai na blwyddyn, 1-5 mlynedd, Mwy na 5 mlynedd'],
  ['how often, by a word', 'Daily, Weekly, Monthly, Once or twice, Never'],
  [
    'how often, by a number of times',
    'Every day, 2-3 times a week, Once a week, A few times a month, Less often',
  ],
  [
    'how often, by days',
    '5 or more days a week, 1-2 days a week, 1-3 days a month, Less than once a month, Never',
  ],
  ['how seldom', 'Once every two weeks, Every few months, Once a year or less, Never'],
  ['extents', 'To a great extent, To some extent, To a small extent, Not at all'],
  ['amounts', 'A great deal, A fair amount, Not very much, Not at all'],
  ['opposites with a middle', 'Much better, Better, About the same, Worse, Much worse'],
  ['opposites beside what is right', 'Far too high, Too high, About right, Too low'],
  ['impacts', 'Very positive impact, Positive impact, No impact, Negative impact, Very negative impact'],
  ['changes', 'Increase a lot, Increase a little, Stay the same, Decrease a little'],
  ['priorities', 'Essential, High priority, Medium priority, Low priority, Not a priority'],
  ['how limited somebody is', 'Yes; limited a lot, Yes; limited a little, No, Prefer not to say'],
  ['options that are numbered', 'Option 1 - as now, Option 2 - wider, Option 10 - closed, None of these'],
  ['options that have letters', 'Site A, Site B, Site C'],
])('%s stand in their order', async (_, list) => {
  const options = list.split(', ').map((label) => label.replace(';', ','));
  expect(await guessOf(options)).toMatchObject({ kind: 'choice', options });
});

test.each([
  ['units that cannot be compared', '2 miles, 3 hours, 5 miles'],
  ['numbers without a unit beside several', 'Under 6, 6 months to 1 year, 1-2 years'],
  ['yes and what sort', 'Yes: physical, Yes: mental, No'],
  ['words that only begin as an order does', 'More buses, Less traffic, Neither'],
  ['colours', 'Mixed, White, Black'],
])('%s have none', async (_, list) => {
  expect(await guessOf(list.split(', '))).not.toHaveProperty('options');
});
