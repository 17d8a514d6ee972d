import { expect, test } from 'vitest';
import { infer, inferColumn, repeated } from '../../support/infer.ts';

const answers = repeated({ Agree: 9, Disagree: 4 });
const consent = { question: { kind: 'choice' }, ground: 'asks for consent, which is no opinion' };

test.each([
  'Do you agree to take part in this survey?',
  'I consented to take part',
  'I have read the information sheet and agree to participate.',
  'I understand that my participation is voluntary',
  'I agree to the privacy notice',
  'Do you agree with the council’s privacy policy?',
  'Do you agree to us processing your data?',
  'I agree to my personal information being stored and used for this survey',
  'Do you agree that the information you have given can be used by the council?',
  'Do you agree to your response being published?',
  'I give permission for my comments to be quoted',
  'Do you agree for us to contact you about this consultation?',
  'Do you agree to receive our newsletter?',
  'Do you agree to the terms above?',
  '1. Declaration',
  'GDPR',
  'Data protection statement',
  'Rwy’n cytuno i gymryd rhan yn yr arolwg',
  'Rwyf wedi darllen yr hysbysiad preifatrwydd',
  'Can we contact you about this consultation?',
  'May we publish your response?',
  'GDPR: may we quote you?',
  'By ticking agree you confirm you are 16 or over',
  'Photography permission',
  'Consent to publish',
  'Q5. Consent to be contacted',
  'Permission to quote',
  'Publication of my response',
  'Use of my data',
  'Sharing my answers with the Welsh Government',
  'May we share this with partners?',
  'Can we photograph you at the event?',
  'Would you like to join our mailing list?',
  'Marketing opt-in',
  'Signed declaration',
  'Q7: Terms and conditions',
  'Do you consent?',
  'I consent to being quoted',
  'I consent to the use of my answers in research',
  'I consent to the use of the collected data in future research',
])('Agree and Disagree to “%s” are consent, and no scale', async (question) => {
  expect(await inferColumn(question, answers)).toMatchObject(consent);
});

test.each([
  'We should have a privacy policy for CCTV',
  'Do you agree with our data protection policy for CCTV?',
  'Do you agree or disagree with the draft privacy strategy?',
  'Do you agree with our plan to share data between services?',
  'Do you agree that the council keeps your information safe?',
  'Do you agree that we should publish responses to FOI requests?',
  'Do you agree that everyone should participate?',
  'Do you agree that your views have been listened to?',
  'Do you agree with the terms of reference?',
  'The council should give planning consent',
  'I agree to the closing of the road',
  'I understand the proposals',
  'Do you consent to the closure of the school?',
  'The council should publish its accounts',
  'Sharing my data with the police is wrong',
  'Permission to use the towpath for cycling',
  'May we share this street with cyclists?',
  'Would you like to join the new library?',
  'The council should photograph fly-tippers',
  'Organ donation opt-in',
  'Consent to the new runway',
])('Agree and Disagree to “%s” are an opinion', async (question) => {
  expect((await inferColumn(question, answers))?.question.kind).toBe('scale');
});

test.each([
  { 'Agree / Cytuno': 9, 'Disagree / Anghytuno': 2 },
  { Cytuno: 9, Anghytuno: 2 },
  { 'I agree': 9, 'I do not agree': 2 },
  { No: 2, Yes: 9 },
  { 'Yes / Ydw': 9, 'No / Nac ydw': 2 },
])('consent is consent in other words: %o', async (cells) => {
  expect(await inferColumn('Do you agree to take part?', repeated(cells))).toMatchObject(consent);
});

test('consent of which Yes and No are the answers is listed with Yes first, and an opinion with them stays one', async () => {
  const cells = repeated({ No: 2, Yes: 9 });
  expect(await inferColumn('Are you happy for us to contact you?', cells)).toMatchObject({
    question: { kind: 'choice', options: ['Yes', 'No'] },
  });
  expect(
    (await inferColumn('Do you agree with our data protection policy for CCTV?', cells))?.question,
  ).toMatchObject({
    kind: 'scale',
    scale: 'yes-no',
  });
});

test('strong agreement is no consent', async () => {
  const cells = repeated({ 'Strongly agree': 4, Agree: 9, Disagree: 4 });
  expect((await inferColumn('I understand how my data will be used', cells))?.question.kind).toBe('scale');
});

test('consent is in no grid with the opinions beside it', async () => {
  const header = ['Do you agree to take part?', 'Do you agree with the plan?', 'Do you agree with its cost?'];
  const { questions } = await infer([header, ...answers.map((answer) => [answer, answer, answer])]);
  expect(questions.map(({ question, columns }) => [question.kind, columns.length])).toEqual([
    ['choice', 1],
    ['scale', 2],
  ]);
});

test('a grid whose rows all ask for consent is no scale', async () => {
  const header = ['Please tick [I agree to take part]', 'Please tick [I have read the privacy notice]'];
  const { questions } = await infer([header, ...answers.map((answer) => [answer, answer])]);
  expect(questions).toMatchObject([{ ...consent, columns: { length: 2 } }]);
});
