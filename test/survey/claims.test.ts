import { expect, test } from 'vitest';
import { plainHeading } from '../../src/intake/headers/headings.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { claimColumns } from '../../src/survey/columns/claims.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { analyseTables } from '../support/survey.ts';

/** Where the column of the question "age" is found among these headers, or why it is not. */
function find(column: string, ...headers: string[]): number | string | undefined {
  const survey = loadDefinition(
    `title: T\nquestions: [{ id: age, kind: choice, column: ${column} }]`,
    'survey.yaml',
  );
  try {
    return claimColumns(
      survey,
      headers.map((header) => plainHeading(header)),
      'r.csv',
    ).questions.get('age')?.[0];
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const both = (one: string, other: string) =>
  `survey.yaml:2:46: r.csv has both "${one}" and "${other}", of which only one can be question "age"`;

test('of two columns of one export that a definition names for one question none is lost in silence', () => {
  expect(find('[Age, How old are you?]', 'Age', 'How old are you?')).toBe(
    both('Age', 'How old are you?').replace(':46:', ':47:'),
  );
  expect(find('[Age, How old are you?]', 'Sex', 'How old are you?')).toBe(1);
  expect(find('[Age, age]', 'AGE')).toBe(0);
});

test('of a column that is missing the nearest header is suggested, unless it is taken or near to several', () => {
  const lacking = (definition: string, ...headers: string[]) => {
    const questions = definition
      .split('|')
      .map((column, n) => `{ id: q${n}, kind: choice, column: ${column} }`);
    const survey = loadDefinition(`title: T\nquestions: [${questions.join(', ')}]`, 'survey.yaml');
    try {
      claimColumns(
        survey,
        headers.map((header) => plainHeading(header)),
        'r.csv',
      );
    } catch (error) {
      if (error instanceof UserError)
        return [...error.message.matchAll(/did you mean "(.*?)"/gu)].map(([, name]) => name);
    }
    return undefined;
  };
  expect(lacking('Parks in Leeds|Roads in Leeds', 'Parks in Leed', 'Roads of Leeds')).toEqual([
    'Parks in Leed',
    'Roads of Leeds',
  ]);
  expect(lacking('Parks in Leeds|Roads in Leeds', 'Parks in Leeds', 'Ward')).toEqual([]);
  expect(lacking("'Fund? - Books'|'Fund? - Computers'", 'Fund?', 'Ward')).toEqual(['Fund?', 'Fund?']);
  expect(lacking('Parks in Leeds|Banks in Leeds', 'Ranks in Leeds', 'Ward')).toEqual([]);
});

test('of a column whose letters were read in the wrong encoding that is said to be the reason', () => {
  const survey = loadDefinition(
    'title: T\nquestions: [{ id: q, kind: choice, column: Café }]',
    'survey.yaml',
  );
  const hintWith = (header: string): string | undefined => {
    try {
      claimColumns(survey, [plainHeading(header)], 'r.csv');
    } catch (error) {
      return error instanceof UserError ? error.hint : undefined;
    }
    return undefined;
  };
  expect(hintWith('CafÃ©')).toBe(
    '“CafÃ©” is UTF-8, but other letters of r.csv are not, so it was read in another encoding: save it as UTF-8 again.',
  );
  expect(hintWith('Cafes')).not.toContain('UTF-8');
});

test('of a name as long as a consent form only the ends are shown', () => {
  const name = `Do you agree? ${'We keep what you say. '.repeat(100)}Tick to agree`;
  const survey = loadDefinition(
    `title: T\nquestions: [{ id: q, kind: choice, column: "${name}" }]`,
    'survey.yaml',
  );
  const claim = () => claimColumns(survey, [plainHeading('Ward')], 'r.csv');
  expect(claim).toThrow(
    /^survey\.yaml:2:\d+: no column "Do you agree\? .{60,90} … .{10,20}Tick to agree" in r\.csv \(question "q"\)$/u,
  );
});

test('of a column that another file calls otherwise, the header with its item or its words is suggested', () => {
  expect(find('Which ward?', 'No', 'Ward', 'Open until 7pm')).toContain('did you mean "Ward"?');
  expect(find('Ward', 'Which ward do you live in?', 'Age')).toContain(
    'did you mean "Which ward do you live in?"?',
  );
  expect(find("'How far do you agree? - Open on Sundays'", 'Open until 7pm', 'Open Sundays')).toContain(
    'did you mean "Open Sundays"?',
  );
  expect(find('Open on Sundays', 'Agree? [Open until 7pm]', 'Agree? [Open Sundays]')).toContain(
    'did you mean "Agree? [Open Sundays]"?',
  );
  expect(find('Which ward?', 'Ward of home', 'Ward')).toContain('did you mean "Ward"?');
  const choice = 'Which ward? - Selected Choice';
  expect(find('2. Which ward?', choice, 'Which ward? - Other - Text')).toContain(`did you mean "${choice}"?`);
  expect(find('2. Which ward? - North', choice, 'Is it?')).toContain(`did you mean "${choice}"?`);
  expect(find('Q2. Why?', '1. How?', '3. Why?')).toContain('did you mean "3. Why?"?');
  expect(find('Which ward?', 'Your age', 'Is it?')).not.toContain('did you mean');
  expect(find("'Roads and pavements - Lighting'", 'Parks - Lighting', 'Is it?')).not.toContain(
    'did you mean',
  );
});

test('where hundreds of columns are missing none is suggested for each, and it is said which there are', () => {
  const numbers = Array.from({ length: 1000 }, (_, nth) => nth);
  const questions = numbers.map((nth) => `{ id: q${nth}, kind: text, column: Colum no ${nth} }`);
  const survey = loadDefinition(`title: T\nquestions: [${questions.join(', ')}]`, 'survey.yaml');
  const headings = numbers.map((nth) => plainHeading(`Column no ${nth}`));
  expect(() => claimColumns(survey, headings, 'r.csv')).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(
        /^survey.yaml:2:43: no column "Colum no 0" in r.csv \(question "q0"\)\n/u,
      ),
      hint: expect.stringContaining('r.csv has 1000 columns: "Column no 0", '),
    }),
  );
});

test('of headers that differ only in case the one that is written so is meant', () => {
  expect(find('Age group', 'Age Group', 'Age group')).toBe(1);
  expect(find('Age Group', 'Age Group', 'Age group')).toBe(0);
  expect(find('Age  group', ' Age group ', 'Age Group')).toBe(0);
});

test('where none of them is written so, that both match is said', () => {
  expect(find('AGE GROUP', 'Age Group', 'Age group')).toBe(both('Age Group', 'Age group'));
});

test('of a header that is there twice the first is meant, and the second has a number', () => {
  expect(find('age', 'Age', 'Age')).toBe(0);
  expect(find('Age (2)', 'Age', 'Age')).toBe(1);
});

test('of headers that differ only in a space or line break at the end the one that is written so is meant, and another has a number', () => {
  expect(find('Age', 'Age\n', 'Age')).toBe(1);
  expect(find('Age (2)', 'Age\n', 'Age')).toBe(0);
  expect(find('"Age "', 'Age', 'Age ')).toBe(1);
  expect(find('Age', 'Age', 'Age ')).toBe(0);
  expect(find('Age', 'Age ', 'Age\n')).toBe(0);
  expect(find('Age (2)', 'Age ', 'Age\n')).toBe(1);
});

test('a header that ends in such a number keeps it, and the one that is there twice has another', () => {
  expect(find('Age (2)', 'Age', 'Age (2)', 'Age')).toBe(1);
  expect(find('Age (3)', 'Age', 'Age (2)', 'Age')).toBe(2);
});

test('a column that is counted twice in one way, or for an option that its header does not name, is refused', () => {
  const claim = (...questions: string[]) =>
    claimColumns(
      loadDefinition(`title: T\nquestions: [${questions.join(', ')}]`, 'survey.yaml'),
      ['Age', 'Heard: Email', 'Heard: Poster', 'Heard: 2'].map((header) => plainHeading(header)),
      'r.csv',
    );
  const age = (id: string, more = '') => `{ id: ${id}, kind: choice, column: Age${more} }`;
  expect(() => claim(age('young'), age('old'))).toThrow(
    'survey.yaml:2:48: column "Age" is counted twice, for question "young" and for question "old"',
  );
  expect(() => claim(age('young'), age('old', ', base: all'))).not.toThrow();
  expect(() => claim(age('young'), age('old', ', merge: { Other: [80, 90] }'))).not.toThrow();

  const heard = (...options: string[]) =>
    `{ id: h, kind: multiple, text: H, columns: ['Heard: Email', 'Heard: Poster', 'Heard: 2'], options: [${options.join(', ')}] }`;
  expect(() => claim(heard('Poster', 'Email', '2'))).toThrow(
    'survey.yaml:2:57: question "h" has column "Heard: Email" for option "Poster", though "Email" is another of its options',
  );
  expect(() => claim(heard('By e-mail', 'Poster', 'Leaflet'))).not.toThrow();
  // Codes need not be in the order of the options.
  expect(() => claim(heard('2', 'Poster', '1'))).not.toThrow();
});

test('a respondent column must be one as well', () => {
  const survey = loadDefinition(
    'title: T\nrespondent: { id: [ID, Response ID] }\nquestions: [{ id: q, kind: text, column: Q }]',
    'survey.yaml',
  );
  const claim = () =>
    claimColumns(
      survey,
      ['Q', 'Response ID', 'ID'].map((header) => plainHeading(header)),
      'r.csv',
    );
  expect(claim).toThrow(
    'survey.yaml:2:20: r.csv has both "ID" and "Response ID", of which only one can be respondent.id',
  );
});

test('what is named by the number of its column is called by its header', async () => {
  const { questions } = await analyseTables(
    `title: T
questions:
  - { id: a, kind: choice, column: '#1' }
  - { id: b, kind: scale, scale: agreement, column: '#2', label: Parking }
  - { id: c, kind: number, text: Hours, items: [{ id: one, column: '#3' }, { id: two, column: '#4' }] }`,
    [
      [
        ['Age  group', 'How strongly do you agree?', 'On weekdays', ''],
        ['1', 'Agree', '2', '3'],
      ],
    ],
  );
  expect(questions.map(({ text, items }) => [text, ...items.map(({ label }) => label)])).toEqual([
    ['Age group', 'Age group'],
    ['How strongly do you agree?', 'Parking'],
    ['Hours', 'On weekdays', '#4'],
  ]);
});
