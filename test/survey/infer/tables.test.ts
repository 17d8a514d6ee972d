import { describe, expect, test } from 'vitest';
import { infer } from '../../support/infer.ts';

const rowsOf = (text: string): string[][] => text.split(' | ').map((row) => row.split(','));

describe('a table of how many gave each answer is refused', () => {
  test.each([
    ['by groups, with their sum', 'Answer,Town,Country,Total | Food,10,12,22 | Garden,8,9,17 | Glass,3,4,7'],
    [
      'with a row of sums',
      'Do you agree?,Town,Country | Strongly agree,10,12 | Agree,8,9 | Disagree,3,4 | Base,21,25',
    ],
    ['in percentages', ',Town,Country | Strongly agree,10%,<1% | Agree,40%,30.5% | Disagree,50%,69%'],
    [
      'beside its question',
      'Question,Option,Count | Agree?,Yes,40 | Agree?,No,2 | Ward,North,3 | Ward,South,39',
    ],
    [
      'beside its question in full, by groups',
      'main,text,Fish,Birds | Where from?,Web,35,NA | Where from?,Staff,5,8 | Why? (tick all),Easy,21,4 | Why? (tick all),Quick,9,3',
    ],
    ['beside its share', 'Question,Answer,Responses,% | Agree?,Yes,40,80% | Agree?,No,10,20%'],
    ['without headers', 'No response,34 | More buses,8 | Less traffic,135 | Quieter at night,76'],
  ])('%s', async (_, text) => {
    await expect(infer(rowsOf(text))).rejects.toMatchObject({
      message: expect.stringMatching(/ is a table of .*, not the responses\.$/u),
      hint: expect.stringContaining('one row a person'),
    });
  });

  test.each([
    ['one answer to a scale', 'Do you agree?,Age,Visits | Agree,40,6 | Agree,30,7 | Disagree,20,9'],
    ['an answer to a question of their own', 'Question,Answer,Visits | Why?,Rain,4 | When?,Noon,9'],
    ['an answer and points that do not add up', 'Answer,First,Second,Total | Rain,6,7,20 | Snow,8,9,30'],
    [
      'questions that somebody asked, beside points',
      'Your question,Points,Visits | When?,4,1 | Who pays?,5,2 | Why here?,3,2 | How much?,4,9',
    ],
    [
      'a choice among questions, beside points',
      'Which first?,Park,Pool | When?,4,1 | Who pays?,5,2 | When?,3,2 | Who pays?,4,5',
    ],
    [
      'a choice among questions, beside another and points',
      'Which first?,Home,Visits,Points | When?,North,4,12 | Who pays?,North,5,2 | When?,North,3,2 | When?,South,1,9 | Who pays?,North,4,5 | When?,South,4,5',
    ],
    [
      'what each person would change',
      'What would you change?,12 | More buses,8 | Less traffic,13 | Quiet nights,7',
    ],
    ['a question that has a number for a name', 'Reference,1 | Form 1,8 | Form 2,6 | Form 3,9'],
  ])('but not responses with %s', async (_, text) => {
    expect((await infer(rowsOf(text))).questions).not.toEqual([]);
  });
});

describe('an export with a row for each answer', () => {
  const answers = (header: string, people: number): string[][] => [
    header.split(','),
    ...Array.from({ length: people }, (_, nth) => [
      [`${nth}`, 'Do you agree?', nth % 3 === 0 ? 'Agree' : 'Disagree'],
      [`${nth}`, 'Where do you live?', nth % 2 === 0 ? 'North' : 'South'],
      [`${nth}`, 'Why?', `Because of reason ${nth}`],
    ]).flat(),
  ];

  test.each([
    'Respondent,Question,Answer',
    'response_id,question_text,response',
    'ID,Question no,Answer text',
    'Responder,Question,OriginalResponse',
  ])('is refused with the export to ask for: %s', async (header) => {
    await expect(infer(answers(header, 12))).rejects.toMatchObject({
      message: 'responses.csv has a row for each answer, not for each person.',
      hint: 'Export the responses with one row a person and a column for each question.',
    });
  });

  test('is not one that says who asked and who replied', async () => {
    const [topics, people] = [
      ['Cost?', 'When?', 'Where?'],
      ['Resident', 'Trader'],
    ];
    const rows = Array.from({ length: 20 }, (_, n) => [topics[n % 3] ?? '', 'Soon', people[n % 2] ?? '']);
    expect((await infer([['Question', 'Response', 'Responder'], ...rows])).questions).toHaveLength(3);
  });

  test('is not one in which everybody asked a question', async () => {
    const rows = Array.from({ length: 9 }, (_, nth) => [`${nth}`, nth % 2 ? 'Cost?' : 'When?', 'Soon']);
    expect((await infer([['ID', 'Question', 'Answer'], ...rows])).questions).toHaveLength(2);
  });
});
