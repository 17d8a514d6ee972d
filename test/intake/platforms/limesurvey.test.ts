import { describe, expect, test } from 'vitest';
import { columnsOf } from './fixtures.ts';

describe('LimeSurvey', () => {
  test.each([
    [
      'by code',
      'id,submitdate,lastpage,q1,q2[SQ001],q2[other],q3_SQ001',
      'q1',
      'q2 | SQ001',
      'q2 | other',
      'q3 | SQ001',
    ],
    [
      'by text',
      'Response ID,Date submitted,Last page,First?,Second? [One],Second? [Other],Third? [Row][Column]',
      ...['First?', 'Second? | One', 'Second? | Other', 'Third? | Row - Column'],
    ],
    [
      'by text with underscores for spaces',
      'Response_ID,Date_submitted,Last_page,How_was_it?,Which_two?_[The_first],Which_two?_[Other],Third?_[Row]_[Column]',
      ...['How was it?', 'Which two? | The first', 'Which two? | Other', 'Third? | Row - Column'],
    ],
    [
      'by text with blanks in its brackets',
      'Answer ID,Date submitted,Last page,First?,Second? [ One ],Second? [ Other ],Third? [ Say [more] ]',
      ...['First?', 'Second? | One', 'Second? | Other', 'Third? | Say [more]'],
    ],
    [
      'by text cut short',
      'Response ID,Date submitted,Last page,What is your fi.. ,What is your se..  [One],What is your se..  [Other],Third?',
      ...['What is your fi..', 'What is your se.. | One', 'What is your se.. | Other', 'Third?'],
    ],
    [
      'by code and text',
      'id. Response ID,submitdate. Date submitted,lastpage. Last page,q1. First?,q2[1]. Second? [One],q2[2]. [Two],q3. Note. Well?',
      ...['First?', 'Second? | One', 'q2 | Two', 'Note. Well?'],
    ],
    [
      'by code and text, of grids without a text of their own',
      'id._.Response ID,submitdate._.Date submitted,lastpage._.Last page,q1._.First?,q2[1]._. [One],q2[2]._. [Two],q3[1]._. [One]',
      ...['First?', 'q2 | One', 'q2 | Two', 'q3 | One'],
    ],
    [
      'by code and text with another separator',
      'id._.Response ID,submitdate._.Date submitted,lastpage._.Last page,q1._.First?,q2[1]._.Second? [One],q2[2]._.Second? [Two],q3._.Third?',
      ...['First?', 'Second? | One', 'Second? | Two', 'Third?'],
    ],
  ])('is headed %s', async (_, headers, ...questions) => {
    const lines = [headers, '1,2024-05-01,3,a,b,c,d'];
    expect(await columnsOf(lines)).toEqual(['(id)', '(status)', '(technical)', ...questions]);
  });

  test('has a question again where a program numbered the header that stands there twice', async () => {
    const lines = [
      'id,lastpage,Rate it [Speed],Rate it [Price],Rate it [Speed].1,Rate it [].1',
      '1,3,Good,Poor,Fair,Fair',
    ];
    expect(await columnsOf(lines)).toEqual([
      ...[
        '(id)',
        '(technical)',
        'Rate it | Speed',
        'Rate it | Price',
        'Rate it | Speed',
        'Rate it | (no label)',
      ],
    ]);
  });

  test('keeps the numbers of items where no header stands without one', async () => {
    const numbered = ['Rate [Speed].1', 'Rate [Speed].2'];
    const lines = [['id', 'lastpage', ...numbered].join(','), '1,3,Good,Poor'];
    expect(await columnsOf(lines)).toEqual(['(id)', '(technical)', ...numbered]);
  });

  test('keeps the first words of a text that is no code', async () => {
    const lines = ['id,lastpage,Overall. How was it?,Food,Drink', '1,3,Good,Good,Good'];
    expect(await columnsOf(lines)).toEqual(['(id)', '(technical)', 'Overall. How was it?', 'Food', 'Drink']);
  });

  test('has an option without a label among those of its question, but not where it has no others', async () => {
    const lines = ['id,lastpage,Age? [],Age? [18-25],Age? [26+],How often? []', '1,3,No,Yes,No,Daily'];
    expect((await columnsOf(lines)).slice(2)).toEqual([
      'Age? | (no label)',
      'Age? | 18-25',
      'Age? | 26+',
      'How often?',
    ]);
  });

  test('has timings that are no questions', async () => {
    const lines = ['id,lastpage,interviewtime,groupTime12,q1Time,Group time:,parttime', '1,3,9,8,7,6,No'];
    expect((await columnsOf(lines)).slice(2)).toEqual([...Array<string>(4).fill('(technical)'), 'parttime']);
    for (const own of [
      'Temps total :,Durée pour le groupe : Vous,Durée pour la question: Age',
      'Gesamtzeit,Gruppenzeit: Sie,Fragenzeit: Alter',
      'Tiempo total,Temporización del grupo: Usted,Temporización de la pregunta: Edad',
    ])
      expect((await columnsOf([`id,lastpage,${own}`, '1,3,9,8,7'])).slice(2)).toEqual(
        Array<string>(3).fill('(technical)'),
      );
  });
});

test.each([
  'ID de la réponse,Date de soumission,Dernière page,Langue de départ,Date de la dernière action,Genre [Féminin]',
  'ID_de_la_réponse,Date_de_soumission,Dernière_page,Langue_de_départ,Date_de_la_dernière_action,Genre_[Féminin]',
  'Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Datum letzte Aktivität,Genre [Féminin]',
  'Antwort_ID,Datum_Abgeschickt,Letzte_Seite,Start-Sprache,Datum_letzte_Aktivität,Genre_[Féminin]',
])('LimeSurvey heads its own columns in the language of the survey: %s', async (headers) => {
  const lines = [headers, '7,2024-05-01 10:00:00,1,fr,2024-05-01 10:00:00,Oui'];
  expect(await columnsOf(lines)).toEqual([
    ...['(id)', '(status)', '(technical)', '(technical)', '(submitted)'],
    'Genre | Féminin',
  ]);
});

describe('LimeSurvey in a language whose names for its own columns nobody knows', () => {
  const headers =
    'Rhif,Cyflwynwyd,Tudalen,Iaith,Hedyn,Dechrau,Diwedd,Eich barn? [Bysiau],Eich barn? [Trenau]';
  const line = (id: number, sent = '2024-05-01 10:00:00') =>
    `${id},${sent},3,cy,12345678,2024-05-01 09:00:00,2024-05-01 10:00:00,Da,Gwael`;

  test('is known by what its first columns hold', async () => {
    expect(await columnsOf([headers, line(1), line(2, ''), line(4)])).toEqual([
      ...['(id)', '(status)', '(technical)', '(technical)', '(technical)', '(technical)', '(submitted)'],
      ...['Eich barn? | Bysiau', 'Eich barn? | Trenau'],
    ]);
  });

  test.each([
    ['a word for the language', line(1).replace(',cy,', ',Cymraeg,')],
    ['a number of years for the page', line(1).replace(',3,', ',1987,')],
    ['the same id twice', line(2)],
    ['no id', line(1).replace('1', '')],
  ])('but not where one response has %s', async (_, other) => {
    const columns = await columnsOf([headers, line(2), line(3), other]);
    expect(columns).not.toContain('(status)');
  });
});
