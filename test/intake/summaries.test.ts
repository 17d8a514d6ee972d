import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/intake/user-error.ts';
import { read } from './source.ts';

async function refusal(text: string): Promise<UserError> {
  const error: unknown = await read(text).catch((reason: unknown) => reason);
  if (error instanceof UserError) return error;
  throw new Error('it was read');
}

describe('a file of results is refused, with which export to ask for', () => {
  test('a summary of the answers to each question', async () => {
    const { message, hint } = await refusal(
      'Bin survey 2024\n\nQ1. Which bins do you have?\nAnswer Choices,Response Percent,Responses\nFood,60.0%,6\nGarden,40.0%,4\n,Answered,10\n,Skipped,2\n',
    );
    expect(message).toBe('responses.csv is a summary of the answers to each question, not the responses.');
    expect(hint).toContain('one row a person');
  });

  test('a table of percentages', async () => {
    const rows = ['All', 'Under 25', '25 to 44', '45 to 64', '65 and over'].map(
      (group) => `${group},37%,46%,11%,6%`,
    );
    const { message } = await refusal(`Group,Very clear,Clear,Unclear,Don't know\n${rows.join('\n')}\n`);
    expect(message).toContain('a table of percentages');
  });

  test.each([
    'Yes,40,66.7\nNo,20,33.3',
    'Yes,40,(67%)\nNo,20,(33%)',
    'Yes,40,100%\nNo,*,*',
    'Yes,40 people,66.7 pct\nNo,n=20,33.3 pct',
  ])('a table of counts and percentages, however they are written: %j', async (rows) => {
    const { message } = await refusal(`Option,Total,Percent\n${rows}\n`);
    expect(message).toContain('a table of counts and percentages');
  });

  test('the same under the question that it is about', async () => {
    const { message } = await refusal(
      'Do you agree with the plan?,\nAnswer,Count,Percent\nAgree,30,60%\nDisagree,20,40%\n',
    );
    expect(message).toContain('a table of counts and percentages');
  });

  test('a table of how many gave each answer to several questions', async () => {
    const header = 'Question,Strongly agree,Agree,Disagree,Total';
    const { message, hint } = await refusal(`${header}\nIt is good,10,20,5,35\nIt is fair,12,10,13,35\n`);
    expect(message).toBe('responses.csv is a table of how many gave each answer, not the responses.');
    expect(hint).toContain('one row a person');
  });

  test.each([
    [
      'a table of statistics of each question',
      'Field,Minimum,Maximum,Mean,Std Deviation,Variance,Count\nIt is clear,1.00,5.00,3.91,1.1,1.2,100\nIt is fair,1.00,5.00,3.2,1.1,1.2,98\n',
    ],
    [
      'a table of results, a row for each statement',
      'Statement,Agree %,Disagree %,Base\nIt is clear,70,20,100\nIt is fair,63,20,98\n',
    ],
    [
      'a table of results, a row for each statement',
      'Year,Category,Statement,number of responses\n2016,Parks,Clean,3811\n2016,Parks,Quiet,3512\n',
    ],
    [
      'a table of results, a row for each statement',
      'Year,Question,Mean score\n2016,Clean?,4.3\n2016,Quiet?,4.0\n',
    ],
    [
      'a table of results, a row for each figure',
      'Year,Statement,Measure,1,2,3\n2016,Clean,Percentage,3.1%,9.4%,87.5%\n2016,Clean,Count,31,94,875\n',
    ],
    [
      'a table of results, a row for each statement',
      '#,Field,Choice Count,%\n1,Agree,40,40%\n2,Disagree,60,60%\n,Total,100,100%\n',
    ],
    [
      'a table of results, a row for each statement',
      'Field,Choice Count,\nAgree,40.00%,40\nDisagree,60.00%,60\n,Total,100\n',
    ],
    [
      'a report of the answers to each question',
      '1,Do you agree?,,\n,Agree,40 (40%),\n,Disagree,60 (60.0%),\n',
    ],
    [
      'a report of the answers to each question',
      'principle,Agree,Disagree,Total\n"It is fair\n(n = 1128)",46.8% (528),53.2%  (600),1128\nIt is clear,44.2% (490),55.8% (619),1109\n',
    ],
    [
      'a report of the answers to each question',
      'Report for Library Survey,,\n,Complete,45\n1. Do you agree?,,\nValue,Percent,Responses\nAgree,60%,27\n',
    ],
  ])('%s', async (words, text) => {
    const { message, hint } = await refusal(text);
    expect(message).toBe(`responses.csv is ${words}, not the responses.`);
    expect(hint).toContain('one row a person');
  });

  test('LimeSurvey’s statistics, whichever of its pages', async () => {
    const { message } = await refusal(
      'Field summary for Q1,,\nHow satisfied are you?,,\nAnswer,Count,Percentage\nSatisfied (A2),25,50.00%\n',
    );
    expect(message).toContain('LimeSurvey’s page of statistics');
  });

  test.each([
    [
      'REDCap’s data dictionary',
      '"Variable / Field Name","Form Name","Section Header","Field Type","Field Label"\nrecord_id,about,,text,ID\n',
    ],
    [
      'the form of a Kobo or ODK project',
      'type,name,label\nstart,start,\nselect_one yesno,clear,Is it clear?\n',
    ],
    [
      'the structure of a LimeSurvey survey',
      'id\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\n1\t\tG\t0\tAbout you\t1\tYou\n',
    ],
  ])('%s, which lists the questions', async (words, text) => {
    const { message, hint } = await refusal(text);
    expect(message).toBe(`responses.csv is ${words}: it lists the questions, not the responses.`);
    expect(hint).toMatch(/^Export the responses: /u);
  });

  test('but not responses about a type and a name', async () => {
    expect((await read('type,name\nselect,Ann\ninteger,Ben\n')).rows).toBe(2);
  });

  test.each([
    ['with a statement of their own', 'Response ID,Statement,Rating\n1,I like it,4\n2,I do not,2\n'],
    ['with a figure about the respondent', 'Response ID,Base,Mean score\n1,7,4.5\n2,5,3.5\n'],
    ['with a unit', 'Response ID,Question,Measure\n1,Why?,Kilos\n2,How?,Count\n'],
    ['in words to questions called so', 'Response ID,Percent,Count\n1,a lot,few\n2,5%,some\n'],
  ])('but not responses %s', async (_, text) => {
    expect((await read(text)).rows).toBe(2);
  });

  test.each([
    ['scores that add up', 'Name,Reading,Sums,Total\nAnn,3,4,7\nBen,5,5,10\n'],
    ['numbers that do not', 'Question,First,Second,Total\nWhy,3,4,9\nHow,5,5,10\n'],
  ])('but not %s', async (_, text) => {
    expect((await read(text)).rows).toBe(2);
  });

  test('a table of how groups answered', async () => {
    const teams = Array.from(
      { length: 6 },
      (_, n) => `Team ${n},${100 + n},${n},${4 * n},2${n}%,3${n}%,4${n}%`,
    );
    const { message } = await refusal(
      `,,Party,,,,\nTeam,Tot. Respondents,Asian,White,A%,B%,C%\n${teams.join('\n')}\n`,
    );
    expect(message).toContain('a table of how groups answered');
  });

  test('but not responses in which some answers are percentages', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => `${n},${n * 5}%,Yes,Parent`);
    expect((await read(`Response ID,Share,Agree?,Role\n${rows.join('\n')}\n`)).rows).toBe(20);
  });
});

describe('rows under the responses', () => {
  const responses = Array.from(
    { length: 8 },
    (_, n) => `${n + 1},2024-03-0${n + 1} 10:00,${(n % 5) + 1},Yes`,
  );
  const readWith = (...last: string[]) =>
    read(`Response ID,Timestamp,Rating,Parent?\n${[...responses, ...last].join('\n')}\n`);
  const summaries = async (...last: string[]) => {
    const { rows, faults } = await readWith(...last);
    return {
      rows,
      lines: faults
        .filter(({ code }) => code === 'summary-row' || code === 'note-row')
        .map(({ line }) => line),
    };
  };

  test('that hold an average or a total are no responses, whether or not a blank row is between', async () => {
    expect(await summaries('Average,,2.75,')).toEqual({ rows: 8, lines: [10] });
    expect(await summaries('', ',,2.75,')).toEqual({ rows: 8, lines: [11] });
    expect(await summaries('Total,,22,8', 'Mean,,2.75,')).toEqual({ rows: 8, lines: [10, 11] });
    expect(await summaries('Grand Total,,22 points,8 yes')).toEqual({ rows: 8, lines: [10] });
    expect(await summaries('Cyfanswm,,22,8', 'Cyfartaledd,,2.75,')).toEqual({ rows: 8, lines: [10, 11] });
  });

  test('that have the label of a figure for an id are no responses, though the figure is missing', async () => {
    expect(await summaries('Average,,,')).toEqual({ rows: 8, lines: [10] });
    expect(await summaries('Count,,8,8', 'Average,,,')).toEqual({ rows: 8, lines: [10, 11] });
  });

  test('but not where ids are words, of which it may be one', async () => {
    const named = ['Ann', 'Ben', 'Cat', 'Dan', 'Eva', 'Fay', 'Gus', 'Hal', 'Mode'].map((name) => `${name},`);
    expect((await read(`First name,Respondent ID,Agree?\n${named.join('Yes,\n')}\n`)).rows).toBe(9);
  });

  test('that say a letter as others do, or what several of the last rows say, are responses', async () => {
    const answered = (last: readonly string[]) =>
      read(`Local,Age\n${['Y,20', 'Y,31', 'Y,25', 'Y,40', ...last].join('\n')}\n`);
    expect(await answered(['N,44'])).toMatchObject({ rows: 5, faults: [] });
    expect(await answered(['Total,44', 'Total,20', 'Total,31'])).toMatchObject({ rows: 7, faults: [] });
    expect(await answered(['Total,116'])).toMatchObject({ rows: 4 });
    expect(await answered(['N,44', 'Total,160'])).toMatchObject({ rows: 5 });
    const given = Array.from(
      { length: 9 },
      (_, nth) => `${nth + 1},${nth % 3 ? 'Y' : 'N'},${(nth % 5) + 1}\n`,
    );
    const { rows } = await read(`Response ID,Local?,Rating\n${given.join('')},Average,2.78\n`);
    expect(rows).toBe(9);
  });

  test('that say Total or Average as an answer are responses where the number beside it is not what that says', async () => {
    const numbered = Array.from({ length: 60 }, (_, n) => `${n % 2 ? 'Some' : 'Most'},${n % 5},Words ${n}`);
    const received = async (...last: string[]) =>
      (await read(`How much?,Visits,Why?\n${[...numbered, ...last].join('\n')}\n`)).rows;
    expect([await received('Total,2,'), await received('Average,9,')]).toEqual([61, 61]);
    expect([await received('Total,120,'), await received('Average,2.4,')]).toEqual([60, 60]);
    expect((await read('How much?,Visits\nSome,1\nMost,2\nSome,1\nTotal,1\n')).rows).toBe(4);
    expect((await read('Visits,Rating\n1,Good\n4,Poor\n2,Good\n,Average\n')).rows).toBe(4);
  });

  test('that say Average as an answer are responses where the number beside it is none', async () => {
    const table = (...last: string[]) =>
      read(['Bus,Age', 'Good,20', 'Poor,31', 'Good,25', 'Poor,28', 'Poor,24', ...last, ''].join('\n'));
    expect((await table('Average,44')).rows).toBe(6);
    expect((await table('Carried forward,44')).rows).toBe(6);
    expect((await table('Ave,44')).rows).toBe(6);
    expect((await table('Ave Maria,44')).rows).toBe(6);
    expect((await table('Carried forward,128')).rows).toBe(5);
    expect((await table('Average,26')).rows).toBe(5);
    expect((await table('Average,25.6')).rows).toBe(5);
  });

  test('that count how many gave each answer are no responses, nor is the title above them', async () => {
    const more = Array.from(
      { length: 12 },
      (_, n) => `${n + 9},2024-03-11 10:00,${(n % 5) + 1},${n < 6 ? 'No' : 'Yes'}`,
    );
    const counted = ['', 'How many said what,,,', 'Yes,,,14', 'No,,,6', 'Total,,62,20'];
    expect(await summaries(...more, ...counted)).toEqual({ rows: 20, lines: [23, 24, 25, 26] });
    expect(await summaries(...more, ',Yes,,70%', ',No,,30%')).toEqual({ rows: 20, lines: [22, 23] });
    expect(await summaries(...more, 'Yes,,,14', 'No,,,6', 'Not sure,,,0')).toEqual({
      rows: 20,
      lines: [22, 23, 24],
    });
  });

  test('that count them in the column of the answers itself are none where a blank row sets them apart', async () => {
    const answered = (...last: string[]) =>
      read(
        `View,Ward\n${[...Array.from({ length: 9 }, (_, n) => (n % 3 ? 'Agree,N' : 'Disagree,S')), ...last].join('\n')}\n`,
      );
    expect(await answered('', 'Agree,6', 'Disagree,3')).toMatchObject({ rows: 9, blankRows: 1 });
    expect((await answered('', 'Votes,', 'Agree,6', 'Disagree,3', 'Total,9')).rows).toBe(9);
    for (const last of [
      ['Agree,6', 'Disagree,3'],
      ['', 'Agree,6'],
      ['', 'Agree,6', 'Agree,3'],
      ['', 'Agree,N', 'Disagree,3'],
    ])
      expect((await answered(...last)).rows).toBe(9 + last.filter((row) => row !== '').length);
  });

  const numbered = Array.from(
    { length: 9 },
    (_, n) => `${n % 3 ? 'Agree' : 'Disagree'},${n + 1},${n % 2 ? 'good' : ''}`,
  );
  const withIds = numbered.map((row, n) => `${n + 100},${row}`);
  const rowsOf = async (header: string, ...lines: readonly string[]) =>
    (await read(`${header}\n${lines.join('\n')}\n`)).rows;

  test('that count them where responses have a number, or in the cell of the answer, are none', async () => {
    for (const last of [
      ['Agree,6,', 'Disagree,3,'],
      ['Answer,Count,', 'Agree,6,', 'Disagree,3,', 'Total,9,'],
      ['Agree: 6,,', 'Disagree: 3,,'],
      ['Agree,600,', 'Disagree,300,', 'Not sure,0,'],
      ['Agree,"=COUNTIF(A:A,""Agree"")",', 'Disagree,"=COUNTIF(A:A,""Disagree"")",'],
    ]) {
      expect(await rowsOf('View,Visits,Comments', ...numbered, '', ...last)).toBe(9);
      const below = last.map((row) => `,${row}`);
      expect(await rowsOf('Response ID,View,Visits,Comments', ...withIds, '', ...below)).toBe(9);
    }
    expect(await rowsOf('Response ID,View,Visits,Comments', ...withIds, ',Agree,6,', ',Disagree,3,')).toBe(9);
    const many = Array.from({ length: 5 }, () => numbered).flat();
    expect(await rowsOf('View,Visits,Comments', ...many, '', 'Agree,30,', 'Disagree,15,')).toBe(45);
    expect(await rowsOf('Response ID,View,Visits,Comments', ...withIds, '', ',,=AVERAGE(C2:C10),')).toBe(9);
    expect(await rowsOf('Response ID,View,Visits,Comments', ...withIds, '', ',COUNTA,9,')).toBe(9);
  });

  test('that count every answer in one cell are none, but a response with an id is', async () => {
    const views = (n: number) => ['Agree', 'Disagree'][n % 2] ?? '';
    const answers = Array.from({ length: 12 }, (_, n) => `${n + 1},${views(n)},${n}`);
    const under = async (...last: string[]) => {
      const table = await read(`Ref,View,Visits\n${[...answers, ...last].join('\n')}\n`);
      return [table.rows, ...table.faults.map(({ code }) => code)];
    };
    expect(await under(',Agree 6; Disagree 6,')).toEqual([12, 'summary-row']);
    expect(await under('', 'Total,Agree: 6 / Disagree: 6,')).toEqual([12, 'summary-row']);
    expect(await under('13,Agree 1; Disagree 2,4')).toEqual([13]);
    expect(await under(',Agree 6; Maybe 6,')).toEqual([13]);
  });

  test('that say how many gave one answer in each column are none where all others begin with an id', async () => {
    const answers = Array.from(
      { length: 12 },
      (_, n) => `${n + 1},${n % 3 ? 'Agree' : 'Disagree'},${(n % 5) + 1},${n % 4 ? 'Yes' : 'No'}`,
    );
    const rows = (...last: string[]) => rowsOf('Ref,View,Rating,Local', ...answers, ...last);
    expect(await rows(',66% agree,2.75,75% yes')).toBe(12);
    expect(await rows(',Agree: 8,2.75,Yes (9)')).toBe(12);
    expect(await rows(',Agree(8),2.75,Yes(9)')).toBe(12);
    expect(await rows('13,66% agree,3,75% yes')).toBe(13);
    expect(await rows(',8 agree,3,9 yes')).toBe(13);
    expect(await rows(',Agree 100%,3,Yes')).toBe(13);
  });

  const kept = async (...last: readonly string[]) => {
    const cells = (n: number) => `${n % 3 ? 'Agree' : 'Disagree'},${n % 4 ? 'Yes' : 'No'},${n % 5}`;
    const table = await read(
      `View,Local,Visits\n${[...Array.from({ length: 12 }, (_, n) => cells(n)), ...last].join('\n')}\n`,
    );
    return [table.rows, ...table.faults.map(({ code }) => code)];
  };

  test.each([
    [['Agree 8,Yes 9,', 'Disagree 4,No 3,']],
    [['8 agree,,', '4 disagree,,']],
    [['67% agree,75% yes,', '33% disagree,25% no,']],
    [['Agree=8,,', 'Disagree=4,,']],
    [['Agree=8,Yes=9,']],
    [['67% agree,75% yes,']],
    [['33% said disagree,25% said no,']],
  ])('that count the answers in words, column by column, are none where that is true: %j', async (last) => {
    expect(await kept(...last)).toEqual([12, ...last.map(() => 'summary-row')]);
    expect(await kept('', ...last)).toEqual([12, ...last.map(() => 'summary-row')]);
    const wrong = last.map((row) => row.replace(/\d+/u, (count) => `${Number(count) - 2}`));
    expect(await kept(...wrong)).toEqual([12 + last.length]);
  });

  test('that give the true share of those who agree at all, however strongly, are none', async () => {
    const views = ['Strongly agree', 'Agree', 'Strongly agree', 'Disagree', 'Strongly disagree'];
    const plain = Array.from({ length: 20 }, (_, n) => `${views[n % 5]},${views[(n * n) % 5]}`);
    const rows = async (...last: readonly string[]) =>
      await rowsOf('It is good,It is fair', ...plain, ...last);
    expect(await rows('60% agree,60% agree')).toBe(20);
    expect(await rows('', '60% agree or strongly agree,60% strongly agree / agree')).toBe(20);
    expect(await rows('60% agree,70% agree')).toBe(21);
  });

  test('that are the sums of the columns without a word are none, but any other numbers are', async () => {
    expect(await kept(',,21')).toEqual([12, 'summary-row']);
    for (const response of [',,20', 'Agree,,21', ',,4']) expect(await kept(response)).toEqual([13]);
    // One that is not much larger than an answer may be one.
    const rare = Array.from({ length: 12 }, (_, n) => `Agree,${n === 3 ? 2 : n === 7 ? 1 : 0}`);
    expect((await read(`View,Visits\n${[...rare, ',3'].join('\n')}\n`)).rows).toBe(13);
  });

  test('that are sums without a word are none in a long export too, where all others have an id', async () => {
    const others = Array.from({ length: 200 }, (_, n) => `R${n},${n % 2 ? 'Yes' : 'No'},${n % 6}`);
    expect(await rowsOf('Ref,Agree?,People', ...others, ',,496')).toBe(200);
    for (const response of [',,40', ',,500', ',Yes,500', 'R200,,500'])
      expect(await rowsOf('Ref,Agree?,People', ...others, response)).toBe(201);
    const anonymous = others.map((row) => row.replace(/^\w+/u, 'here'));
    expect(await rowsOf('Ref,Agree?,People', ...anonymous, ',,5000')).toBe(201);
  });

  test.each(['Max', 'SD', 'Base', 'Mode', 'Total', 'N'])(
    'that begin with %s and go on in words, as others do, are responses',
    async (name) => {
      const others = Array.from(
        { length: 12 },
        (_, n) => `Name${'abcdefghijkl'[n]},${20 + n},I like place ${n}`,
      );
      expect(await rowsOf('First name,Age,Why?', ...others, `${name},34,I like parks`)).toBe(13);
      expect(await rowsOf('First name,Age,Why?', ...others, '', `${name},34,of the visits`)).toBe(12);
    },
  );

  test('that count all answers to two questions are none where nothing sets them apart, and otherwise are responses', async () => {
    const both = Array.from(
      { length: 12 },
      (_, n) => `${n % 3 ? 'Agree' : 'Disagree'},${n % 4 ? 'Yes' : 'No'}`,
    );
    expect(await rowsOf('View,Local', ...both, 'Agree 8,Yes 9', 'Disagree 4,No 3')).toBe(12);
    expect(await rowsOf('View,Local', ...both, 'Agree 8,Yes 8', 'Disagree 4,No 3')).toBe(14);
    expect(await rowsOf('View,Local', ...both, 'Agree 8,Yes 9')).toBe(13);
  });

  test('that hold a share where responses have shares too, or in one cell alone, are responses', async () => {
    const under = async (sure: (n: number) => string, ...last: readonly string[]) => {
      const more = Array.from(
        { length: 12 },
        (_, n) => `${n % 2 ? 'No' : 'Yes'},${sure(n)},${n % 3 ? 'North' : 'South'}`,
      );
      return await rowsOf('Do you agree?,How sure are you?,Area', ...more, ...last);
    };
    const inShares = (n: number) => ['50%', '75%', '100%'][n % 3] ?? '';
    expect(await under(inShares, 'No,50%,')).toBe(13);
    expect(await under(inShares, 'Yes,50%,', 'No,50%,')).toBe(14);
    expect(await under(inShares, '', 'Yes,50%,', 'No,50%,')).toBe(12);
    const inWords = (n: number) => (n % 3 ? 'Very' : 'Hardly');
    expect(await under(inWords, 'No,50%,')).toBe(12);
    expect(await under(inWords, 'No 50%,,')).toBe(13);
    expect(await under(inWords, '', 'No 50%,,')).toBe(12);
  });

  test('that may be answers though they look like such counts are responses', async () => {
    const scored = Array.from({ length: 12 }, (_, nth) => `${nth % 2 ? 'Yes' : 'No'},${(nth % 8) + 1},North`);
    const { rows } = await read(
      `Is it fair?,Score from 1 to 10,Area\n${scored.join('\n')}\nYes,10,\nNo,9,\n`,
    );
    expect(rows).toBe(14);
    expect(await rowsOf('View,Visits,Comments', ...numbered, '', 'Agree,4,', 'Disagree,2,')).toBe(11);
    expect(await rowsOf('View,Visits,Comments', ...numbered, 'Agree,6,', 'Disagree,3,')).toBe(11);
    expect(await rowsOf('Response ID,View,Visits', ...withIds, ',Agree,4,', ',Disagree,2,')).toBe(11);
  });

  test('that hold a note where the others have an id are no responses', async () => {
    const more = Array.from({ length: 12 }, (_, n) => `${n + 9},2024-03-11 10:00,4,No`);
    expect(await summaries(...more, '', 'Source: council survey 2024,,,', 'Responses: 20,,,')).toEqual({
      rows: 20,
      lines: [23, 24],
    });
    expect(await summaries(...more, 'Paper 21,,4,Yes')).toEqual({ rows: 21, lines: [] });
    expect(await summaries(...more, 'P-21,,,')).toEqual({ rows: 21, lines: [] });
    const named = more.map((row, n) => row.replace(/^\d+/u, `Paper ${n}`));
    expect(await summaries(...named, 'Paper 21,,,')).toEqual({ rows: 21, lines: [] });
  });

  test.each(['Source: council survey 2024,,', 'Note: closed on 3 May,,', 'Ffynhonnell: arolwg,,'])(
    'that name themselves are no responses, however few there are: %s',
    async (note) => {
      const few = ['1,Agree,1', '2,Agree,2', '3,Disagree,3', '4,Agree,4'];
      expect(await rowsOf('ID,View,Visits', ...few, note)).toBe(4);
      expect(await rowsOf('ID,View,Visits', ...few, 'Total,,10', note)).toBe(4);
      const views = few.map((row) => row.replace(/^(\d),/u, 'Thing $1 I like: '));
      expect(await rowsOf('Where did you hear of it?,Visits', ...views, note.replace(',,', ','))).toBe(5);
    },
  );

  test('are found where the headers come again among the first responses', async () => {
    const row = (n: number) => `${n},Agree,${n}`;
    const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => row(from + n));
    const pasted = [...upTo(1, 16), 'ID,View,Visits', ...upTo(16, 41)];
    expect(await rowsOf('ID,View,Visits', ...pasted, 'Total,,820', 'Survey closed on 3 May,,')).toBe(40);
  });

  test('are told apart: figures and notes', async () => {
    const more = Array.from({ length: 12 }, (_, n) => `${n + 9},2024-03-11 10:00,4,No`);
    const { faults } = await readWith(...more, 'n = 20,,,14 yes', '', 'Survey closed on 3 May,,,');
    expect(faults.map(({ code, text }) => [code, text])).toEqual([
      ['summary-row', 'n = 20, 14 yes'],
      ['note-row', 'Survey closed on 3 May'],
    ]);
  });

  const anonymous = Array.from(
    { length: 10 },
    (_, n) => `${n % 3 === 0 ? 'Agree' : 'Disagree'},${(n % 5) + 1}`,
  );
  const anonymousWith = async (...last: string[]) =>
    (await read(`The plan is good,Rating\n${[...anonymous, ...last].join('\n')}\n`)).faults.map(
      ({ code, row }) => [code, row],
    );

  test('are known by labels and figures where no column says who answered', async () => {
    const figures = [['summary-row', 11]];
    expect(await anonymousWith('Mean,3.4')).toEqual(figures);
    expect(await anonymousWith(',3.4')).toEqual(figures);
    expect(await anonymousWith('40%,3.4')).toEqual(figures);
    expect(await anonymousWith('Mean,3.4', 'Std dev,1.2')).toEqual([...figures, ['summary-row', 12]]);
    expect(await anonymousWith('n=10,')).toEqual(figures);
    expect(await anonymousWith('', 'Survey closed on 3 May,')).toEqual([['note-row', 11]]);
  });

  test('are known by a number where everybody has a word or a time, and nobody’s id', async () => {
    const sent = Array.from(
      { length: 12 },
      (_, n) => `${100 + n},2024-03-0${(n % 9) + 1} 10:00,Yes,${n % 3 ? '' : 'Bus'}`,
    );
    const last = async (row: string) =>
      (await read(`Response ID,Timestamp,Agree?,Bus\n${[...sent, row].join('\n')}\n`)).faults.map(
        ({ code }) => code,
      );
    expect(await last(',12,12,4')).toEqual(['summary-row']);
    expect(await last('112,12,12,4')).toEqual([]);
  });

  test('that say of which answer they give the percentage are none, and words that go on in words are a response', async () => {
    const sent = Array.from(
      { length: 20 },
      (_, n) => `1/${n + 1}/2024 10:00:00,${n % 3 ? 'Yes' : 'No'},Fine`,
    );
    const rowsWith = async (last: string) =>
      (await read(`Timestamp,Agree?,Why?\n${[...sent, last].join('\n')}\n`)).rows;
    expect(await rowsWith('% Yes,65%,')).toBe(20);
    expect(await rowsWith('% who agree,65%,')).toBe(20);
    expect(await rowsWith('1/21/2024 10:00:00,No,% of the land is wet')).toBe(21);
    expect(await rowsWith('% of the land,No,It is wet')).toBe(21);
  });

  test('are known under the times of Google Forms', async () => {
    const sent = Array.from({ length: 9 }, (_, n) => `1/${n + 1}/2024 10:00:00,${(n % 5) + 1},Yes`);
    const { layout, rows } = await read(
      `Timestamp,Rating,Agree?\n${[...sent, ',3.2,', 'Total,29,9'].join('\n')}\n`,
    );
    expect([layout.platform, rows]).toEqual(['googleforms', 9]);
  });

  test('are responses where an answer may say the same', async () => {
    for (const last of [',3', 'Agree,3.5', 'Total waste of £5m,4', 'Average,', 'Other: a bypass,'])
      expect(await anonymousWith(last)).toEqual([]);
    const rated = Array.from({ length: 10 }, (_, n) => `${n % 3 === 0 ? 'Average' : 'Good'},${n}`);
    expect((await read(`Service,Visits\n${rated.join('\n')}\nAverage,4\n`)).rows).toBe(11);
    const scored = Array.from({ length: 10 }, (_, n) => `${n},${n % 5}`);
    expect((await read(`Years,Visits\n${scored.join('\n')}\n2.5,4\n`)).rows).toBe(11);
  });

  test('that hold numbers in place of words, but no answer as their label, are responses', async () => {
    expect(await summaries('Paper,,3,1')).toEqual({ rows: 9, lines: [] });
    expect(await summaries('9,2024-03-09 10:00,3,1', '10,,3,2')).toEqual({ rows: 10, lines: [] });
    expect(await summaries('Yes,,3,Yes')).toEqual({ rows: 9, lines: [] });
  });

  test('that somebody sent and then broke off are responses', async () => {
    expect(await summaries('9,2024-03-09 10:00,,')).toEqual({ rows: 9, lines: [] });
    expect(await summaries('9,,3,')).toEqual({ rows: 9, lines: [] });
  });

  test('that have the label of a figure first and nothing but figures behind it are none of few responses either', async () => {
    expect(await rowsOf('ID,Rating,Ward', '1,3,N', '2,5,S', 'Average,4,')).toBe(2);
    expect(await rowsOf('ID,Rating,Ward', '1,3,N', '2,5,S', 'Total,,')).toBe(2);
    expect(await rowsOf('Ward,Rating', 'North,3', 'South,5', 'Sum,8')).toBe(2);
    expect(await rowsOf('Ward,Rating', 'No,3', 'No,5', 'No,2', 'No,2', 'No,1', 'No,4', 'Count,')).toBe(6);
    // Words behind it are somebody’s, and Average may be an answer.
    expect(await rowsOf('Which cuts?,Why?', 'None,Fair', 'Half,Dear', 'Total,Enough')).toBe(3);
    expect(await rowsOf('Bus,Age', 'Good,20', 'Poor,31', 'Average,60')).toBe(3);
    expect(await rowsOf('Bus,Age', 'Good,20', 'Good,31', 'Good,31', 'Good,3', 'Good,3', 'Average,')).toBe(6);
    expect(await rowsOf('Which cuts?,Age', 'The library in town,20', 'None of them,31', 'Total,')).toBe(3);
  });

  test('stand above or among the responses too, where each of these begins with an id or a time', async () => {
    const readAmong = async (at: number, ...rows: string[]) => {
      const all = responses.toSpliced(at, 0, ...rows);
      const {
        rows: count,
        faults,
        columns,
      } = await read(`Response ID,Timestamp,Rating,Parent?\n${all.join('\n')}\n`);
      const said = faults.map(({ code, line, text }) => [code, line, text]);
      return { count, said, ratings: columns.get(2)?.values.toSorted() };
    };
    const ratings = ['1', '2', '3', '4', '5'];
    for (const at of [0, 3])
      expect(await readAmong(at, 'AVERAGE,,2.75,', 'Total:,,22,8')).toEqual({
        count: 8,
        said: [
          ['summary-row', at + 2, 'AVERAGE, 2.75'],
          ['summary-row', at + 3, 'Total:, 22, 8'],
        ],
        ratings,
      });
    for (const name of [
      'Ave',
      'Avg score',
      'Sub total',
      'Sub-total',
      'Page Total',
      'Carried forward',
      'Count',
    ]) {
      expect(await readAmong(3, `${name},,2.75,`)).toMatchObject({ count: 8, said: { length: 1 }, ratings });
      expect(await readAmong(8, `${name},,2.75,`)).toMatchObject({ count: 8, said: { length: 1 }, ratings });
    }
    // What has words or a time in it, or no figure, is for a person to judge.
    for (const row of ['Average,,2.75,Yes', 'Average,2024-03-01 10:00,3,', 'Average,,,'])
      expect(await readAmong(3, row)).toMatchObject({ count: 9, said: [] });
    const named = ['Good', 'Poor', 'Fair', 'Bad', 'Average', 'Good', 'Dire'].map(
      (bus, n) => `${bus},${n + 20}`,
    );
    expect((await read(['Bus,Age', ...named].join('\n'))).rows).toBe(7);
  });

  test('that give one count with its share of all responses, below a blank row, are none', async () => {
    const many = Array.from(
      { length: 50 },
      (_, n) => `2025-09-01 10:00:${n + 10},${n % 5},${n < 16 ? 'Yes' : 'No'}`,
    );
    const countWith = async (...last: string[]) =>
      (await read(['Timestamp,Rating,Back?', ...many, ...last].join('\n'))).rows;
    expect(await countWith('', ',,Yes = 16 (32%)')).toBe(50);
    expect(await countWith('', ',,Yes: 16; 32%')).toBe(50);
    expect(await countWith('', ',,Yes = 16 (30%)')).toBe(51);
    expect(await countWith(',,Yes = 16 (32%)')).toBe(51);
  });

  test('that are the figures of the columns above are none, whatever they are called', async () => {
    const rated = Array.from(
      { length: 40 },
      (_, n) => `${n % 2 ? 'Resident' : 'Visitor'},${(n % 5) + 1},${n % 4},Words ${n}`,
    );
    const count = async (...last: readonly string[]) => {
      const { rows, faults } = await read(`Who?,Rating,Children,Why?\n${[...rated, ...last].join('\n')}\n`);
      return [rows, ...faults.map(({ code }) => code)];
    };
    const figures = ['July total,120,60,', 'All of Leeds,120,60,', 'Overall,3.00,1.50,', ',3.00,1.50,'];
    for (const last of [...figures, '40,40,40,40', 'Max,5,3,', 'Ward median,3,1.5,', 'Row count,40,40,40'])
      expect(await count(last)).toEqual([40, 'summary-row']);
    expect(await count('July total,120,60,', 'Total,120,60,')).toEqual([40, 'summary-row', 'summary-row']);
    expect(await count('Average,3,1.5,', 'Max,4,2,')).toEqual([40, 'summary-row', 'summary-row']);
    const sent = rated.map((row, n) => `12/03/2025 10:${10 + n},${row}`);
    const { rows } = await read(
      `Sent,Who?,Rating,Children,Why?\n${[...sent, 'All 2025,,3.00,1.50,'].join('\n')}\n`,
    );
    expect(rows).toBe(40);
    // What the columns do not bear out is a response, and doubtful where it is called so.
    for (const last of ['July total,64,42,', 'Max,4,2,', 'Total,5,9,', 'Last June,3.4,1.1,'])
      expect(await count(last)).toEqual([41, 'maybe-summary']);
    for (const last of ['Business,4,2,', 'Resident,120,60,', ',5,2,', ',2.5,2,', 'Max,5,3,Good'])
      expect(await count(last)).toEqual([41]);
  });

  test('that have words for an id and numbers elsewhere are doubtful, whatever they are called', async () => {
    const rated = Array.from(
      { length: 30 },
      (_, n) => `R${n + 1},${(n % 5) + 1},${(n % 4) + 1},Ward ${n % 3}`,
    );
    const count = async (last: string) => {
      const { rows, faults } = await read(`Ref,Clean?,Safe?,Ward\n${[...rated, last].join('\n')}\n`);
      return [rows, ...faults.map(({ code }) => code)];
    };
    for (const last of ['Typical,3,3,', 'Left blank,0,0,0', 'Target,4,4,'])
      expect(await count(last)).toEqual([31, 'maybe-summary']);
    for (const last of ['R31,3,3,', 'Paper form 3,3,3,', 'Anon,3,3,Ward 1', ',3,3,', 'Anon,,,'])
      expect(await count(last)).toEqual([31]);
  });

  test('that have the word for a figure in their first answer are responses, where a short file has such a figure by chance', async () => {
    const codesOf = async (header: string, rows: readonly string[], ...last: readonly string[]) => {
      const { rows: counted, faults } = await read(`${header}\n${[...rows, ...last].join('\n')}\n`);
      return [counted - rows.length, ...faults.map(({ code }) => code)];
    };
    const visits = [
      'Good,1,1',
      'Bad,2,2',
      'Good,1,1',
      'Poor,3,3',
      'Bad,1,1',
      'Good,2,2',
      'Good,2,2',
      'Bad,2,2',
    ];
    for (const last of ['Below average,2,2', 'Median income,2,2', 'Total beginner,14,2', 'Base camp,8,3'])
      expect(await codesOf('How was it?,Score,Visits', visits, last)).toEqual([1]);
    const alike = Array.from({ length: 12 }, (_, n) => `Village ${n},${n % 2 ? '5,4,3' : '3,4,5'}`);
    for (const last of ['Mean Heath,4,4,4', 'Mr Average,4,4,4', 'Average Joe,4,4,4'])
      expect(await codesOf('Village,Speed,Price,Staff', alike, last)).toEqual([1]);
    const few = Array.from({ length: 10 }, (_, n) => `Firm ${n},${n % 5 ? 0 : 1},${n % 6 ? 0 : 1}`);
    for (const last of ['Total Fitness,2,2', 'Acme,2,2'])
      expect(await codesOf('Firm,Cars,Vans', few, last)).toEqual([1]);
  });

  test('that are figures of a short file of people without ids are none', async () => {
    const ages = [27, 24, 56, 38, 66, 45, 33, 71, 52, 29, 61, 40];
    const people = ages.map((age, n) => `Resident ${n},${age},${(n % 5) + 1}`);
    const left = async (...last: readonly string[]) =>
      (await read(`Name,Age,Rating\n${[...people, ...last].join('\n')}\n`)).faults.map(({ code }) => code);
    for (const last of [['Max,71,5', 'Min,24,1'], ['Total,542,2.75'], ['Total,545,36'], ['Mode,33,1']])
      expect(await left(...last)).toEqual(last.map(() => 'summary-row'));
    // One of them alone may be somebody of that name.
    for (const last of ['Max,71,5', 'Total,71,5', 'Total,90,5'])
      expect(await left(last)).toEqual(['maybe-summary']);
  });

  test('that a spreadsheet has spoiled are responses', async () => {
    const named = Array.from({ length: 12 }, (_, n) => `Resident ${n},Words of ${n}`);
    for (const last of [',#NAME?', '#NAME?,#NAME?', '#REF!,#NAME?'])
      expect(await rowsOf('Your name,Comments', ...named, last)).toBe(13);
  });

  test('in a file of one response are responses', async () => {
    expect((await read('Timestamp,Rating\n2024-03-01 10:00,3\nTotal,3\n')).rows).toBe(2);
  });

  test('leave nothing of themselves in the columns', async () => {
    const { columns } = await readWith('Average,,2.75,');
    expect([...columns.values()].map(({ values }) => values)).not.toContainEqual(
      expect.arrayContaining(['2.75']),
    );
  });
});

test('a file of 955 columns has every one of them', async () => {
  const headers = Array.from({ length: 955 }, (_, n) => `Question ${n + 1}`);
  const rows = Array.from({ length: 3 }, (_, row) => headers.map((_header, n) => `${n + row}`).join(','));
  const { layout, columns, rows: count } = await read([headers.join(','), ...rows].join('\n'));
  expect([layout.headings.length, columns.size, count]).toEqual([955, 955, 3]);
  expect(columns.get(954)?.values).toEqual(['954', '955', '956']);
});
