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
  ['sizes that are greater than', 'Self-employed or not working, 2-50, 51-250, Greater than 250'],
  ['points of which the ends have words before them', 'No trust at all - 1, 2, 3, 4, Complete trust - 5'],
  ['points of which the ends have words, and NA', '1 - Poor, 2, 3, 4 - Good, NA'],
  ['sizes with signs before them', '<= 1, 2-10, 11-25, >= 26, N/A'],
  ['times to come', "Next 6 months, 6-12 months, 13-24 months, Greater than 24 months, Don't know"],
  ['sizes of a business', 'Just me, 2-9, 10-49, 250 or more'],
  ['hours without a space before them', '1-5 hours per week, 5-10hours per week, more than 10hours per week'],
  ['experience from none', 'No experience, Up to 6 months, 6 to 12 months, More than 12 months'],
  ['years in Welsh', 'Llai na blwyddyn, 1-5 mlynedd, Mwy na 5 mlynedd'],
  [
    'years, and no experience',
    'No experience at all, Less than 1 year, 1-2 years, 3-4 years, More than 4 years',
  ],
  ['how much somebody can do', 'No experience, Beginner, Intermediate, Advanced, Expert'],
  ['how often, by a word', 'Daily, Weekly, Monthly, Once or twice, Never'],
  [
    'how often, by a number of times',
    'Every day, 2-3 times a week, Once a week, A few times a month, Less often',
  ],
  [
    'how often, by days',
    '5 or more days a week, 1-2 days a week, 1-3 days a month, Less than once a month, Never',
  ],
  ['degrees with a mark behind them', 'Great!, Acceptable, BAD'],
  ['places in an order', 'Most, 2nd, 3rd, 4th, Least'],
  ['places in an order, in words', 'First choice, Second choice, Third choice'],
  ['less of what others are', 'Very hard, Hard, Neutral, Less hard, Not at all hard'],
  ['more than useful', 'Essential, Useful, Not useful, Not sure'],
  ['how much', 'Considerably, Moderately, Slightly, Not at all, Not sure'],
  ['how far it is so', "Yes, It depends, No, Don't know"],
  ['how seldom', 'Once every two weeks, Every few months, Once a year or less, Never'],
  [
    'levels of education',
    'Less than high school degree, High school degree, Some college or Associate degree, Bachelor degree, Graduate degree',
  ],
  [
    'qualifications',
    "No formal qualifications, GCSEs or equivalent, A levels or equivalent, Degree (BA or BSc; not a master's), Master's degree, PhD, Other qualifications, Prefer not to say",
  ],
  ['points, some of them called', '1: never, 2, 3: now and again, 4, 5: every day'],
  ['points with dashes', '1 - no problem at all, 2, 3, 4 - the greatest problem'],
  ['distances beside none', 'Under 2 km, 2-5 km, Over 5 km, I do not travel'],
  ['times beside none', 'Before 08:00, 08:00 - 10:00, 10:01 - 12:00, After 12:00, Did not come on this day'],
  ['how strongly', 'Extremely, Strongly, Moderately, Slightly, Not at all'],
  ['how much bothers', 'Extremely, Quite a bit, Moderately, A little bit, Not at all'],
  [
    'what is more than strongly',
    'Completely support, Strongly support, Somewhat support, Somewhat oppose, Strongly oppose, Completely oppose',
  ],
  ['how willing', 'Very willing, Quite willing, Moderately willing, Slightly willing, Not at all willing'],
  ['how involved', 'Highly involved, Moderately involved, Neutral, Not very involved, Not involved at all'],
  ['influence', 'Strongly influences, Somewhat influences, Minimally influences, Does not influence'],
  [
    'what somebody would do',
    'Definitely would, Probably would, Might or might not, Probably would not, Definitely would not',
  ],
  ['sides', 'Strongly in favor, Somewhat in favor, Neutral, Somewhat in opposition, Strongly in opposition'],
  ['degrees in German', 'Sehr wichtig, Wichtig, Mäßig wichtig, Kaum wichtig, Nicht wichtig'],
  [
    'agreement in German',
    'Trifft voll und ganz zu, Trifft eher zu, Teils, Trifft eher nicht zu, Trifft gar nicht zu',
  ],
  ['agreement in French', "Tout à fait d'accord, Plutôt d'accord, Plutôt pas d'accord, Pas du tout d'accord"],
  ['degrees in Spanish', 'Muy satisfecho, Satisfecho, Poco satisfecho, Nada satisfecho'],
  ['ranges in Spanish', 'Menos de 20%, 20-50%, más de 50%'],
  ['how often, with what that is', 'Often (21-50 times), Sometimes (6-20 times), Rarely (1-5 times), Never'],
  [
    'how frequently',
    'Very frequently, Somewhat frequently, Occasionally, Somewhat infrequently, Very infrequently',
  ],
  ['extents', 'To a great extent, To some extent, To a small extent, Not at all'],
  ['amounts', 'A great deal, A fair amount, Not very much, Not at all'],
  ['support in part', 'Support, Partly support, Object'],
  ['support on a condition', 'Strongly support, Support, Support with changes, Oppose'],
  ['opposites with a middle', 'Much better, Better, About the same, Worse, Much worse'],
  ['opposites beside what is right', 'Far too high, Too high, About right, Too low'],
  ['impacts', 'Very positive impact, Positive impact, No impact, Negative impact, Very negative impact'],
  ['changes', 'Increase a lot, Increase a little, Stay the same, Decrease a little'],
  ['priorities', 'Essential, High priority, Medium priority, Low priority, Not a priority'],
  ['how limited somebody is', 'Yes; limited a lot, Yes; limited a little, No, Prefer not to say'],
  [
    'how often, and who would not say',
    'Always, Sometimes, Never, Do not wish to reply, Would rather not say',
  ],
  ['options that are numbered', 'Option 1 - as now, Option 2 - wider, Option 10 - closed, None of these'],
  ['options that have letters', 'Site A, Site B, Site C'],
  ['a bare word below its strongest', 'Very confident, Confident, Somewhat confident, Not confident'],
  [
    'bare words between two sides',
    'Very easy, Easy, Somewhat easy, Somewhat difficult, Difficult, Very difficult',
  ],
  ['what is more than very important', 'Essential, Very important, Important, Not important'],
  ['degrees of what is said with well', 'Very well informed, Fairly well informed, Not at all informed'],
  [
    'what is not useful at all',
    "Very useful, Somewhat useful, Not useful at all, I haven't used it, I'm not familiar with it",
  ],
  ['how likely', 'Definitely, Probably, Possibly, Probably not, Definitely not'],
  ['yes and no by how sure', 'Yes; definitely, Yes; probably, No; probably not, No; definitely not'],
  ['times of day', 'Before 9am, 9am to 12 noon, 12 noon to 3pm, 3pm to 6pm, After 6pm'],
  ['times of day by their end', '6-8am, 8-10am, 10am-1pm, 11-2pm, 4:30-6pm, 6-8pm'],
  ['times of a clock', 'Before 07:00, 07:00-12:00, 12:00-17:00, After 17:00'],
  ['parts of a day', 'Morning, Afternoon, Evening'],
  ['years of a university', '1st year, 2nd year, 3rd year, Postgraduate'],
  ['years of a school', 'Reception, Year 1, Year 2, Year 10, Year 11'],
  ['bands', "A, B, C, D, F, H, Don't know"],
  ['how long, for those it is for', 'Less than 6 months, 6-12 months, Over 2 years, N/A - Not an investor'],
  ['how long ago, from today', 'Today, In the last week, In the last year, More than a year ago, Never'],
  ['ranges with a swung dash', '1 year or less, 1 ~ 3 years, 3 ~ 5 years, 15 years or more'],
  ['how often, as one form spells it', 'Always, Very Often, Often, Sometime, Never'],
  ['how often without a period', 'Always, Usually, About half the time, Once in a while, Never'],
  ['points of which the ends have words', '1: Not at all hard, 2, 3, 4, 5: The hardest of all'],
  ['points of which some have words', '1 = Never, 2, 3 = Once a month, 4, 5 = Daily, N/A'],
  ['shares of the time', 'All of the time, A good bit of the time, Some of the time, None of the time'],
  [
    'comparisons with somebody',
    'Much more than I do, A little more than I do, About the same as I do, A little less than I do, Much less than I do',
  ],
  ['labels that end in a full stop', 'Daily., Weekly., Every few months., Never.'],
  ['how often in a term', 'Weekly, Monthly, Once a semester, Never'],
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
  ['two that say as much', 'Very safe, Fairly safe, Somewhat safe, Very unsafe'],
  ['ranges that begin at the same', '1-5, 1-10, 11-20'],
  ['times without a half of the day', '9-12, 12-3pm, After 3'],
  ['times of a clock without a half of the day', 'Before 9:00, 9:00-12:00, 12:00-5:00, After 5:00'],
  ['comparisons with two things', 'More than the council, More than the police, Less than both'],
  ['codes of one letter', 'F, M, X'],
])('%s have none', async (_, list) => {
  expect(await guessOf(list.split(', '))).not.toHaveProperty('options');
});
