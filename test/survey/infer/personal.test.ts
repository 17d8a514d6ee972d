import { describe, expect, test } from 'vitest';
import { infer } from '../../support/infer.ts';

const people = [
  'Ann Green',
  'Bob Hall',
  'Carys Evans',
  'Dev Patel',
  'Ewa Nowak',
  'Ann Green',
  'Fay Hill',
  'Gil Roe',
];

/** What columns of these headers, filled alike, are taken for: the roles of those that are no question. */
async function rolesOf(headers: readonly string[], cells: readonly string[] = people) {
  const { others } = await infer([
    ['Response ID', ...headers],
    ...cells.map((cell, row) => [`R${row}`, ...headers.map(() => cell)]),
  ]);
  return others.slice(1).map(({ role }) => role);
}

test.each([
  '8. Name',
  'Q8. Full name',
  'Q8: Your full name (optional)',
  'Name (optional)',
  'First name*',
  'What is your name?',
  'Please give us your name and address',
  'Your email',
  'E-mail',
  'Email address:',
  'Mobile',
  'Mobile number',
  'Tel. no.',
  'Contact number',
  'Address line 1',
  'Home address',
  'Date of birth',
  'House name or number',
  'Screen Name',
  'Eich enw',
  'Cyfeiriad e-bost',
  'Rhif ffôn',
  'Name / Enw',
  'Nom /Firstname and Surname',
  'Location: Latitude',
  'home_longitude',
  'User full name',
  'Author name',
  '1. What is your name? - Name',
  'Full name - What is your name?',
  'What is your address? - House number and street',
  'Address - Post code',
  'Submitted by',
])('“%s” asks for personal data', async (header) => {
  expect(await rolesOf([header])).toEqual(['personal']);
});

test.each([
  'Name of your ward',
  'What do you think of the email newsletter?',
  'Which address do you mean?',
  'Freedom and latitude',
  'Email - what should we change?',
])('“%s” is a question', async (header) => {
  const cells = [
    'North',
    'South',
    'North',
    'East',
    'It comes too often for me and says nothing new',
    'West',
    'x',
    '',
  ];
  expect(await rolesOf([header], cells)).toEqual([]);
});

test.each([
  ...['Interviewer', 'Enumerator name', 'senior_surveyor', 'Entered by', 'Name of the interviewer'].map(
    (header) => [header, 'personal'] as const,
  ),
  ...['Created By (User Id)', 'Updated By', 'Author ID', 'ip_hash'].map(
    (header) => [header, 'technical'] as const,
  ),
])('who wrote the answers down is no answer and not printed: “%s”', async (header, role) => {
  expect(await rolesOf([header])).toEqual([role]);
});

test('how people rate their surveyor, or the e-mails that they get, is no detail of a person', async () => {
  const rated = ['Very satisfied', 'Satisfied', 'Dissatisfied', 'Very dissatisfied', 'Satisfied'];
  expect(await rolesOf(['Estate agent', 'Surveyor', 'Interviewer', 'E-mail'], rated)).toEqual([]);
});

test.each(['created_at', 'Date of contribution'])(
  'the day under “%s” is that of the response',
  async (header) => {
    const days = Array.from({ length: 8 }, (_, nth) => `2024-05-0${(nth % 4) + 1} 10:00:00 UTC`);
    expect(await rolesOf([header], days)).toEqual(['submitted']);
  },
);

test('an option of that name, ticked or not, is an option', async () => {
  const { questions, others } = await infer([
    ['Response ID', 'How may we reach you? - Email', 'How may we reach you? - Phone', 'Email', 'Post'],
    ...Array.from({ length: 6 }, (_, row) => [
      `R${row}`,
      row % 2 === 0 ? 'Email' : '',
      row % 3 === 0 ? 'Phone' : '',
      row % 2 === 0 ? 'Email' : '',
      row % 3 === 0 ? 'Post' : '',
    ]),
  ]);
  expect(others.map(({ role }) => role)).toEqual(['id']);
  expect(questions.map(({ columns }) => columns.length)).toEqual([2, 2]);
});

test('telephone numbers are personal data, whatever was asked', async () => {
  const cells = Array.from({ length: 8 }, (_, nth) => `0117 900 012${nth}`);
  expect(await rolesOf(['How else?'], cells)).toEqual(['personal']);
});

test.each(['192.0.2.', '2001:db8:85a3::8a2e:370:733'])(
  'so are addresses of computers, under headers in any language: %s…',
  async (start) => {
    const cells = Array.from({ length: 8 }, (_, nth) => `${start}${nth % 3}`);
    expect(await rolesOf(['IP de soumission'], cells)).toEqual(['personal']);
  },
);

test('times of day and versions are none', async () => {
  expect(await rolesOf(['When do you leave?'], ['07:30:00', '08:00:00', '07:30:00', '8.1.2'])).toEqual([]);
});

test('long numbers of as many digits are no amounts, though one in three stands there again', async () => {
  const cells = Array.from({ length: 30 }, (_, nth) => String(674_466_511 + (nth % 20) * 12_345));
  const { questions } = await infer([['id', 'num_pay'], ...cells.map((cell, nth) => [`R${nth}`, cell])]);
  expect(questions.map(({ question }) => question.kind)).toEqual(['text']);
  const sold = cells.map((cell, nth) => [`R${nth}`, nth % 2 === 0 ? cell : cell.slice(2)]);
  const amounts = await infer([['id', 'num_sold'], ...sold]);
  expect(amounts.questions.map(({ question }) => question.kind)).toEqual(['number']);
});

test('a question for details has no part that is printed, not even the town', async () => {
  const parts = ['Name', 'Company', 'Address', 'Address 2', 'City/Town', 'ZIP/Postal Code', 'Phone Number'];
  const headers = parts.map((part) => `If you wish to be told the outcome - ${part}`);
  const { others, questions } = await infer([
    ['Response ID', ...headers],
    ...people.map((name, row) => [`R${row}`, name, '', `${row} Mill Lane`, '', 'Bath', 'BA1 1AA', '']),
  ]);
  expect(questions).toEqual([]);
  expect(others.slice(1).map(({ role }) => role)).toEqual(parts.map(() => 'personal'));
});

test('a grid about ways to be reached is a grid', async () => {
  const { questions } = await infer([
    [
      'Response ID',
      'How good is each? - Email',
      'How good is each? - Telephone',
      'How good is each? - Address',
    ],
    ...Array.from({ length: 9 }, (_, row) => [`R${row}`, 'Good', row % 2 === 0 ? 'Poor' : 'Fair', 'Good']),
  ]);
  expect(questions).toMatchObject([{ question: { kind: 'choice', items: [{}, {}, {}] } }]);
});

test('addresses are counted and never printed, nor cut at their commas', async () => {
  const cells = [
    '12 Mill Lane, Anytown, AB1 2CD',
    '7 Oak Street, Springtown, NY 12345',
    'Anytown',
    'Anytown, by the sea',
  ];
  const homes = [...cells, ...cells.map((cell) => cell.replace(/\d+/u, '3')), 'Anytown'];
  const [home] = (
    await infer([['Response ID', 'Where do you live?'], ...homes.map((cell, row) => [`R${row}`, cell])])
  ).questions;
  expect(home).toMatchObject({
    question: { kind: 'text', profile: true },
    ground: 'addresses, which tell where somebody lives',
  });
});

describe('postcodes', () => {
  const postcodes = (cells: readonly string[]) =>
    infer([['Response ID', 'What is your postcode?'], ...cells.map((cell, row) => [`R${row}`, cell])]);

  test('in full are counted and never printed, however few', async () => {
    const { questions } = await postcodes(['BS1 1AA', 'BS1 1AA', 'BS1 2BB', 'BS1 2BB', 'bs11aa', 'BS1 2BB']);
    expect(questions[0]).toMatchObject({
      question: { kind: 'text', profile: true },
      ground: 'full postcodes, which tell where somebody lives',
    });
  });

  test('of which only the first part was asked for are a choice about the person', async () => {
    const { questions } = await postcodes(['BS1', 'BS2', 'BS1', 'BS3', 'BS1', 'BS2', 'BS3']);
    expect(questions[0]).toMatchObject({ question: { kind: 'choice', profile: true }, certainty: 'likely' });
  });
});

test('one part of a question may ask for a name beside others that ask for none', async () => {
  const { others, questions } = await infer([
    ['Response ID', 'About you - Council', 'About you - Name', 'About you - Role'],
    ...Array.from({ length: 12 }, (_, n) => [
      `R${n}`,
      n % 2 ? 'Leeds' : 'York',
      `Ann ${'ABCDEFGHIJKL'.charAt(n)}. Green`,
      n % 3 ? 'Clerk' : 'Member',
    ]),
  ]);
  expect(others).toContainEqual({ column: 'About you - Name', role: 'personal', isNamed: false });
  expect(questions.flatMap(({ columns }) => columns)).toEqual(['About you - Council', 'About you - Role']);
});
