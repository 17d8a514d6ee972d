import { expect, test } from 'vitest';
import { infer, inferColumn, repeated } from '../../support/infer.ts';

async function isMarked(question: string, answers: Readonly<Record<string, number>>): Promise<boolean> {
  return (await inferColumn(question, repeated(answers)))?.question.profile === true;
}

test.each([
  'Age',
  'Age group (optional)',
  'What zip code do you live in?',
  'What is your sexual orientation?',
  'Q12. Gender identity',
  'Are you trans?',
  'Is your gender the same as the sex you were registered at birth?',
  'Is the gender you identify with the same as your sex registered at birth?',
  'What best describes your gender?',
  'Do you look after or give any help or support to family members, friends, neighbours or others because of either long-term physical or mental ill-health or disability, or problems related to old age? Do not count anything you do as part of paid work',
  'Do you provide unpaid care for someone?',
  'Have you been in care?',
  'How much total combined money did all members of your HOUSEHOLD earn last year?',
  'Where are you based (part of the world)?',
  'In which continent do you live?',
  'What country are you currently living in?',
  'What denomination do you most closely align with',
  'US Region',
  'Location',
  'What is your current location?',
  'Which location do you live in?',
  'Region',
  'County of residence',
  'State/County of residence',
  'Q4. Your ward',
  'What is your highest qualification?',
  'Are you care-experienced?',
  'What is the highest level of education completed?',
  'Are your day-to-day activities limited because of a health problem or disability?',
  'Are you currently diagnosed with any of these conditions?',
  'Do you have any medical conditions?',
  'Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?',
  'Do you have a disability that affects your access to services?',
  'Are you pregnant, or have you had a baby in the last year?',
  'Pregnancy and maternity',
  'Are you married or in a civil partnership?',
  'Have you ever served in the armed forces?',
  'What is your total household income before tax?',
  'Which of the following best describes your employment status?',
  'Are you currently employed?',
  'What is your main language?',
  'What is your primary language?',
  'Do you speak Welsh?',
  'WhatIsYourAge',
  'What.is.your.sex',
  'Can you speak Welsh?',
  'How would you prefer to describe your national identity?',
  'Sexual orientation - prefer to self-describe',
  'Beth yw eich oedran?',
  'Faint yw eich oed?',
  'Beth yw eich rhyw?',
  'Beth yw eich grŵp ethnig?',
  "Ydych chi'n anabl?",
  'Beth yw eich prif iaith?',
  'Beth yw eich crefydd?',
  'A ydych yn ofalwr?',
  'Anabledd',
])('“%s” is about the person', async (question) => {
  expect(await isMarked(question, { Yes: 9, No: 4, 'Prefer not to say': 3 })).toBe(true);
});

test.each([
  'Do you agree that carers should be paid more?',
  'I wish I could speak many foreign languages perfectly.',
  'I would rather see a film in its own language than dubbed into my primary language.',
  'I would get nervous if I had to speak another language to a stranger.',
  'How would you rate the importance of libraries for your education, work and leisure?',
  'Which region should get the money?',
  'City centre',
  'When a bin is missed at one address, how long until it is known at another location?',
  'State of the roads',
  'Services for disabled people are easy to reach',
  'Carers need more help',
  'The plan takes account of people of every age',
  'Is there enough support for carers?',
  'Are you aware of the help that carers may have?',
  'Are you satisfied with the services for disabled people?',
  'Should the race go through the town centre?',
  'Would the proposals affect disabled people?',
  'Do you have any comments on how carers are treated?',
  'Would you use the new education centre?',
  "Ydych chi'n cytuno y dylai gofalwyr gael mwy o help i bobl anabl?",
  'A oes rhyw fath o broblem?',
  'What is the main problem with employment in the area?',
  'How many places are there for carers?',
  'How did you hear about this survey in your postcode?',
  "Do you know your carer's rights?",
  'Have you heard about the help for disabled people?',
  'How quickly was the fault diagnosed?',
  'Which medical conditions do staff need more training in?',
  'How well does your surgery explain medical problems?',
  'If you encountered sexual misconduct, whom would you tell first?',
])('“%s” is a view', async (question) => {
  expect(await isMarked(question, { Yes: 9, No: 4 })).toBe(false);
});

test('statements that people agree with are views, whoever they are about', async () => {
  const answers = { 'Strongly agree': 5, Agree: 9, Disagree: 4 };
  expect(await isMarked('Disabled people', answers)).toBe(false);
  expect(await isMarked('Disabled people', { Yes: 9, No: 4 })).toBe(true);
});

test('what was written beside “Other” of a question about the person is about the person too', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => [
    n < 4 ? 'Other' : 'Woman',
    n < 4 ? 'Non-binary' : '',
    'Agree',
  ]);
  const { questions } = await infer([
    ['What is your gender?', 'Other (please specify)', 'Is it fair?'],
    ...rows,
  ]);
  expect(questions.map(({ question }) => question.profile ?? false)).toEqual([true, true, false]);
});
