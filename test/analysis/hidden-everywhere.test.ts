import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { describeNote } from '../../src/report/words/note-words.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { sandbox } from '../cli/sandbox.ts';
import { type Rows, collect } from '../support/survey.ts';

const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);

async function publishOf(definition: string, rows: Rows, where?: { question: string; option: string }) {
  const responses = await collect(definition, [rows], where);
  const analysis = publish(analyse(responses), responses);
  const notes = analysis.notes.map((note) => describeNote(note, analysis).join(''));
  return { analysis, notes };
}

test('where a breakdown hides the figures without a campaign, that is said, and what to do', async () => {
  const letter = 'please keep the number fourteen village bus service running every day';
  const texts = (count: number, role: string, view: string, text: string): Rows =>
    Array.from({ length: count }, (_, nth) => [role, view, text.replace('#', `${role}${view}${nth}`)]);
  const own = '#';
  const rows = [
    ['Role', 'Q', 'Why'],
    ...texts(3, 'Health', 'Strongly disagree', letter),
    ...texts(17, 'Parent', 'Strongly disagree', letter),
    ...texts(5, 'School', 'Strongly disagree', letter),
    ...texts(30, 'Parent', 'Agree', own),
    ...texts(15, 'Parent', 'Disagree', own),
    ...texts(20, 'Parent', 'Strongly agree', own),
    ...texts(12, 'Parent', 'Strongly disagree', own),
    ...texts(11, 'School', 'Agree', own),
    ...texts(7, 'School', 'Disagree', own),
    ...texts(6, 'School', 'Strongly agree', own),
    ...texts(9, 'School', 'Strongly disagree', own),
  ];
  const definition = (breakdowns: string) => `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School, Health] }
  - { id: q, kind: scale, scale: agreement, column: Q, options: [Strongly agree, Agree, Disagree, Strongly disagree] }
  - { id: why, kind: text, column: Why }
breakdowns: ${breakdowns}`;
  const open = await publishOf(definition('[]'), rows);
  const closed = await publishOf(definition('[role]'), rows);
  const given = 'the figures without them are given beside those with them';
  expect(open.analysis.sensitivity.length).toBeGreaterThan(closed.analysis.sensitivity.length);
  expect(open.notes.join('\n')).toContain(given);
  expect(closed.notes.join('\n')).not.toContain(given);
  expect(closed.notes.join('\n')).toMatch(
    /Figures without them are hidden.*“Q”.*Leave out breakdowns \([^)]*\) to see them\./u,
  );
  const byKind = 'respondent: { kind: { column: Role, individual: Health, organisation: [Parent, School] } }';
  const kinds = await publishOf(`${definition('[]')}\n${byKind}`, rows);
  expect(kinds.notes.join('\n')).toMatch(/Leave out “kind” under “respondent” to see them\./u);
});

test('what fewer than ten who are in no campaign answered is hidden, and of more it is said that small counts are shown', async () => {
  const letter = 'please keep the number fourteen village bus service running every day';
  const definition = `
title: T
questions:
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }
  - { id: home, kind: choice, column: Home, options: [Town, Village], profile: true }
  - { id: why, kind: text, column: Why }`;
  const publishBeside = (yes: number, no: number) =>
    publishOf(definition, [
      ['Q', 'Home', 'Why'],
      ...times(30, 'No', 'Town', letter),
      ...times(yes, 'Yes', 'Town', ''),
      ...times(no, 'No', 'Town', ''),
    ]);
  const few = await publishBeside(2, 1);
  expect(few.analysis.sensitivity).toEqual([]);
  expect(
    few.analysis.breakdowns.flatMap(({ groups }) => groups.map(({ options }) => options[0]?.figure.count)),
  ).toEqual([null, null]);
  expect(few.notes.join('\n')).toContain('Figures without them are hidden');
  const more = await publishBeside(12, 1);
  expect(more.analysis.sensitivity).toHaveLength(2);
  expect(more.notes.join('\n')).toContain('how few of ten or more who are in no campaign gave an answer');
});

test('of a group no table by channel or kind is given that has a small count, in any format', async () => {
  const definition = `
title: T
respondent: { channel: How, kind: { column: Who } }
questions:
  - { id: role, kind: choice, column: Role }
  - { id: q, kind: scale, scale: agreement, column: Q }`;
  const rows = [
    ['How', 'Who', 'Role', 'Q'],
    ...times(30, 'Web', 'Individual', 'Parent', 'Agree'),
    ...times(20, 'Web', 'Individual', 'Staff', 'Agree'),
    ...times(2, 'Post', 'Organisation', 'Staff', 'Agree'),
    ...times(20, 'Post', 'Organisation', 'Parent', 'Agree'),
  ];
  const { analysis, notes } = await publishOf(definition, rows, { question: 'role', option: 'Staff' });
  expect(analysis.kinds).toEqual([]);
  expect(notes.join('\n')).toContain(
    'How many of this group there are by channel and kind of respondent is not shown',
  );
  const json: unknown = JSON.parse(renderJson(analysis, '0'));
  expect(json).not.toHaveProperty('channels');
  expect(json).not.toHaveProperty('kinds');
  expect(json).toMatchObject({ ledger: { byChannel: [] } });
  const terminal = renderTerminal(tablesDocument(analysis), { width: 100, colour: 0 });
  expect(terminal).not.toMatch(/How the responses came|Who the responses are from/u);
  // Their bases are the counts that are hidden.
  expect(terminal).not.toMatch(/Organisations|by “Kind of respondent”/u);
  expect(JSON.stringify(json)).not.toMatch(/respondent\.kind|"count":2\b/u);
  expect(notes.join('\n')).toContain('nor are results by kind of respondent');
  expect(notes.join('\n')).not.toContain('No count about groups of people is small enough to hide');
  const large = await publishOf(definition, rows, { question: 'role', option: 'Parent' });
  expect(large.analysis.kinds).toHaveLength(2);
  expect(large.analysis.breakdowns.some(({ by }) => by === 'respondent.kind')).toBe(true);
});

test('nor is it said of a group how many are in each file, where that is a small count', async () => {
  const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: q, kind: scale, scale: agreement, column: Q }`;
  const header = [['Role', 'Q']];
  const tables = [
    [...header, ...times(20, 'Staff', 'Agree'), ...times(30, 'Parent', 'Agree')],
    [...header, ...times(2, 'Staff', 'Agree'), ...times(30, 'Parent', 'Agree')],
  ];
  const of = async (option: string) => {
    const responses = await collect(definition, tables, { question: 'role', option });
    const analysis = publish(analyse(responses), responses);
    const shown = renderMarkdown(tablesDocument(analysis));
    return { shown, json: JSON.parse(renderJson(analysis, '0')) as { ledger: object } };
  };
  const [staff, parents] = [await of('Staff'), await of('Parent')];
  expect(staff.shown).toContain('How many of this group there are by file is not shown');
  expect(staff.shown).not.toContain('| part-2.csv');
  expect(staff.json.ledger).toMatchObject({ analysed: 22, byFile: [] });
  expect(parents.shown).toContain('| part-2.csv');
  expect(parents.json.ledger).toMatchObject({ byFile: [{ analysed: 30 }, { analysed: 30 }] });
});

test('a run that looks at few alone is refused without saying how few, unless nothing is to be hidden', async () => {
  const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Councillor, Staff, Nobody], profile: true }
  - { id: q, kind: scale, scale: agreement, column: Q }`;
  const rows = [
    ['Role', 'Q'],
    ...times(30, 'Parent', 'Agree'),
    ...times(9, 'Councillor', 'Agree'),
    ...times(10, 'Staff', 'Agree'),
  ];
  const analysedOf = async (option: string, text = definition) =>
    (await publishOf(text, rows, { question: 'role', option })).analysis.ledger.analysed;
  const refusal = await analysedOf('Councillor').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect((refusal as UserError).message).toContain('Fewer than 10 responses answered “Councillor”');
  expect((refusal as UserError).message).not.toContain('9');
  expect(await analysedOf('Staff')).toBe(10);
  expect(await analysedOf('Nobody')).toBe(0);
  expect(await analysedOf('Councillor', `${definition}\nreport: { disclosure: none }`)).toBe(9);
});

test('how many of a group gave a number is hidden where they are few, and of one more group', async () => {
  const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: kids, kind: number, column: Kids }
breakdowns: [role]`;
  const rows = [
    ['Role', 'Kids'],
    ...times(30, 'Parent', '2'),
    ...times(1, 'School', '77'),
    ...times(29, 'School', ''),
    ...times(40, 'Other', '3'),
  ];
  const { analysis } = await publishOf(definition, rows);
  const groups = analysis.breakdowns[0]?.groups.map(({ label, base, states }) => [
    label,
    base.count,
    states.blank,
  ]);
  expect(groups).toEqual(
    expect.arrayContaining([
      ['School', null, null],
      ['Parent', null, null],
      ['Other', 40, 0],
    ]),
  );
  const one = await publishOf(definition, rows, { question: 'role', option: 'School' });
  const kids = one.analysis.questions.find(({ id }) => id === 'kids')?.items[0];
  expect([kids?.base.count, kids?.states.blank, kids?.numbers?.n]).toEqual([null, null, null]);
  expect(renderCsv(one.analysis)).not.toMatch(/,(?:1|29),/u);
});

test('how many wrote in what is hidden, or spelt it otherwise, no issue tells; where nothing is hidden it does', async () => {
  const definition = `
title: T
questions:
  - { id: health, kind: multiple, column: Health, separator: ";", profile: true, options: [Hearing, Vision, Other] }
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Woman, Man, Non-binary] }
  - { id: role, kind: choice, column: Role, options: [Parent, School] }`;
  const rows = [
    ['Health', 'Sex', 'Role'],
    ...times(30, 'Hearing', 'Woman', 'Parent'),
    ...times(20, 'Vision', 'Man', 'school'),
    ...times(2, 'Long covid', 'non-binary', 'Parent'),
    ...times(2, 'ME', 'non-binary', 'Parent'),
  ];
  const told = async (more: string) => {
    const { analysis } = await publishOf(definition + more, rows);
    return analysis.issues.map(({ code, value, count }) => [code, value, count]);
  };
  expect(await told('')).toEqual([['label-variant', 'school', 20]]);
  expect(await told('\nreport: { disclosure: none }')).toEqual(
    expect.arrayContaining([
      ['write-in', 'Long covid', 2],
      ['write-in', 'ME', 2],
      ['label-variant', 'non-binary', 4],
    ]),
  );
});

test('how many gave what is nearly an option, or may be no reply, is told in no output where a count is hidden', async () => {
  const place = sandbox();
  const rows = (count: number, ...cells: string[]) => `${cells.join(',')}\n`.repeat(count);
  place.write(
    'a.csv',
    ['Health,Sex,Role\n', rows(30, 'Hearing', 'Woman', 'School'), rows(20, 'Vision', 'Man', 'Parent')]
      .concat([rows(2, 'Hearring', 'Not asked', 'Parent'), rows(5, 'Long covid', 'Non-binary', 'School')])
      .concat([rows(3, 'Vision', '-9', 'Schol')])
      .join(''),
  );
  const definition = `title: T
questions:
  - { id: health, kind: multiple, column: Health, separator: ";", profile: true, options: [Hearing, Vision, Other] }
  - { id: sex, kind: choice, column: Sex, profile: true }
  - { id: role, kind: choice, column: Role, options: [Parent, School] }`;
  place.write('open.yaml', `${definition}\nreport: { disclosure: none }\n`);
  place.write('closed.yaml', `${definition}\n`);
  try {
    for (const command of ['analyse', 'analyse -f json', 'analyse -f markdown', 'report']) {
      const [open, closed] = [
        await place.run(`soundings ${command} a.csv -s open.yaml`),
        await place.run(`soundings ${command} a.csv -s closed.yaml`),
      ];
      const text = ({ stdout, stderr }: typeof open) => `${stdout}${stderr}`.replaceAll(/\s+/gu, ' ');
      const counts = /nearly an option: 2|no reply[^.;]{0,40}: 5|"code": "(?:near-option|maybe-no-reply)"/u;
      expect(text(open)).toMatch(counts);
      expect(text(closed)).not.toMatch(counts);
      expect(text(closed)).not.toMatch(/Hearring/u);
      expect(text(closed)).toMatch(
        /is not said here.*answers that may stand for no reply \(“Sex”\).*soundings validate/u,
      );
      // Of a question of which nothing is hidden it is told.
      expect(text(closed)).toMatch(/not among the options of their question/u);
    }
    // Answers that are not counted are an error, told or not.
    place.write('few.csv', 'Sex,Q\nWoman,Agree\nWman,Agree\nMan,Disagree\n');
    place.write(
      'few.yaml',
      `title: T
questions:
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Woman, Man] }
  - { id: q, kind: scale, scale: agreement, column: Q }
breakdowns: [sex]`,
    );
    const strict = await place.run('soundings analyse few.csv -s few.yaml --strict');
    expect(strict.stderr).toMatch(
      /^error: Which answers.*not among the options of their question \(“Sex”\)/mu,
    );
    expect(strict.exitCode).toBe(1);
    const { stdout } = await place.run('soundings validate a.csv -s closed.yaml');
    expect(stdout).toMatch(/Hearring/u);
  } finally {
    place.remove();
  }
});

test('how many answered no question at all is told unless it would tell a hidden base', async () => {
  const definition = `
title: T
questions:
  - { id: age, kind: choice, column: Age, profile: true, options: [Young, Old] }
  - { id: why, kind: text, column: Why }`;
  const told = async (young: number, more = '') => {
    const rows = [
      ...times(young, 'Young', '', 'x'),
      ...times(20, '', 'Too far', 'x'),
      ...times(7, '', '', 'x'),
    ];
    const { analysis } = await publishOf(definition + more, [['Age', 'Why', 'Row'], ...rows]);
    return analysis.issues.filter(({ code }) => code === 'unanswered').map(({ count }) => count);
  };
  // Of 31 all but the 20 who wrote something and these 7 would be the ones who said how old they are.
  expect(await told(4)).toEqual([]);
  expect(await told(4, '\nreport: { disclosure: none }')).toEqual([7]);
  expect(await told(12)).toEqual([7]);
});

test('a report has no sentence in which every figure is hidden', async () => {
  const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: q, kind: scale, scale: agreement, column: Q, options: [Agree, Disagree] }`;
  const rows = [
    ['Role', 'Q'],
    ...times(2, 'Staff', 'Agree'),
    ...times(1, 'Staff', 'Disagree'),
    ...times(9, 'Staff', ''),
  ];
  const { analysis } = await publishOf(definition, rows, { question: 'role', option: 'Staff' });
  const provenance = { version: '0', definition: { file: 'survey.yaml', sha256: '' } };
  expect(renderMarkdown(summaryDocument(analysis, provenance))).not.toMatch(/agreed/u);
});

test('in a group that all found it clear, views beside clarity show and hide what the views do', async () => {
  const definition = `
title: T
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', 'No'] }
  - { id: other, kind: scale, scale: clarity, column: Other, options: ['Yes', 'No'] }`;
  const rows = [
    ['View', 'Clear', 'Other'],
    ...times(44, 'Agree', 'Yes', 'Yes'),
    ...times(1, 'Disagree', 'Yes', 'Yes'),
    ...times(1, 'Neither agree nor disagree', 'Yes', 'No'),
    ...times(20, 'Disagree', 'No', 'No'),
  ];
  const { analysis } = await publishOf(definition, rows, { question: 'clear', option: 'Yes' });
  const [agree, disagree] =
    analysis.questions[0]?.items[0]?.nets.filter(({ side }) => side !== 'neutral') ?? [];
  expect([agree?.figure.count, disagree?.figure.count]).toEqual([44, null]);
  const beside = analysis.combinations.map(({ figures }) => figures.map(({ figure }) => figure.count));
  expect(beside).toEqual([[44, 0, null, 0, null]]);
  expect(analysis.notes.find(({ code }) => code === 'withheld-tables')).toMatchObject({
    views: [{ clarity: { question: 'other' } }],
  });
});

test('a breakdown of views by clarity and views beside clarity hide the same counts', async () => {
  const definition = `
title: T
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', 'No'] }
breakdowns: [clear]`;
  const of = (agreeUnclear: number) =>
    publishOf(definition, [
      ['View', 'Clear'],
      ...times(44, 'Agree', 'Yes'),
      ...times(2, 'Disagree', 'Yes'),
      ...times(agreeUnclear, 'Agree', 'No'),
      ...times(7, 'Disagree', 'No'),
      ...times(12, 'Neither agree nor disagree', 'No'),
    ]);
  const { analysis } = await of(20);
  const groups = analysis.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
  const countsOf = (side: string) =>
    groups.map(({ nets }) => nets.find((net) => net.side === side)?.figure.count);
  const beside = analysis.combinations[0]?.figures.map(({ figure }) => figure.count) ?? [];
  expect(beside.slice(0, 4)).toEqual([...countsOf('positive'), ...countsOf('negative')]);
  expect(countsOf('positive')).toEqual([44, 20]);
  expect(countsOf('negative')).toEqual([null, null]);
  // Of few, both figures of the sentence are hidden, and there is none.
  const few = await of(3);
  const provenance = { version: '0', definition: { file: 'survey.yaml', sha256: '' } };
  expect(renderMarkdown(summaryDocument(few.analysis, provenance))).not.toContain('felt that it was unclear');
});

test('views beside clarity show each count that a breakdown of the one by the other shows, of a group and weighted too', async () => {
  const definition = (weight: string) => `
title: T
${weight}
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', 'No'] }
  - { id: sex, kind: choice, column: Sex, options: [Female, Male], profile: true }
breakdowns: [clear]`;
  const person = fc.tuple(
    fc.constantFrom('Agree', 'Agree', 'Neither agree nor disagree', 'Disagree', ''),
    fc.constantFrom('Yes', 'Yes', 'No', 'No', ''),
    fc.constantFrom('Female', 'Male', 'Male'),
    fc.constantFrom('1', '2'),
  );
  let [shown, hidden] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 20, maxLength: 90 }),
      fc.constantFrom('', 'respondent: { weight: Weight }'),
      fc.boolean(),
      async (rows, weight, isOfGroup) => {
        const males = rows.filter(([, , sex]) => sex === 'Male').length;
        fc.pre(!isOfGroup || (males >= 10 && rows.length - males >= 10));
        const table = [['View', 'Clear', 'Sex', 'Weight'], ...rows];
        const selection = isOfGroup ? { question: 'sex', option: 'Male' } : undefined;
        const { analysis } = await publishOf(definition(weight), table, selection);
        const groups = analysis.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
        const counts = ['positive', 'negative'].flatMap((side) =>
          groups.map(({ nets }) => nets.find((net) => net.side === side)?.figure.count ?? null),
        );
        for (const { figures } of analysis.combinations)
          for (const [corner, count] of counts.entries())
            expect([corner, figures[corner]?.figure.count]).toEqual([corner, count]);
        if (analysis.combinations.length > 0) {
          shown += counts.filter((count) => count !== null).length;
          hidden += counts.filter((count) => count === null).length;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect([shown, hidden].every((count) => count > 20)).toBe(true);
}, 200_000);

test('views beside clarity do not tell whose view it was that one alone found it clear', async () => {
  const definition = `
title: T
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', Not sure, 'No'] }
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }
breakdowns: [[view, clear]]`;
  const { analysis } = await publishOf(definition, [
    ['View', 'Clear', 'Age'],
    ...times(1, 'Agree', 'Yes', 'Old'),
    ...times(3, 'Agree', 'Not sure', 'Old'),
    ...times(3, 'Neither agree nor disagree', 'Not sure', 'Old'),
    ...times(3, 'Disagree', 'Not sure', 'Old'),
  ]);
  const clear = analysis.breakdowns.find(({ by, question }) => by === 'view' && question === 'clear')?.groups;
  expect(clear?.map(({ options }) => options[0]?.figure.count)).toEqual([null, null, null]);
  const beside = analysis.combinations.flatMap(({ figures }) => figures.map(({ figure }) => figure.count));
  expect(beside).toEqual([null, 0, null, 0, null]);
});

test('the note on few in no group tells of groups that are not listed, and of what is shown all the same', async () => {
  const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Staff] }
  - { id: area, kind: choice, column: Area, options: [North, South, West, East] }
  - { id: q, kind: choice, column: Q, options: [Agree, Disagree] }
breakdowns: [[role, area]]`;
  const { notes } = await publishOf(definition, [
    ['Role', 'Area', 'Q'],
    ...['Parent', 'Staff'].flatMap((role) => [
      ...times(12, role, 'North', 'Agree'),
      ...times(12, role, 'North', 'Disagree'),
      ...times(12, role, 'South', 'Agree'),
      ...times(12, role, 'South', 'Disagree'),
      ...times(12, role, 'West', 'Agree'),
      ...times(12, role, 'West', 'Disagree'),
      ...times(2, role, 'East', 'Agree'),
      ...times(1, role, 'East', 'Disagree'),
    ]),
  ]);
  const note = notes.find((one) => one.startsWith('Whoever gave no answer to '));
  expect(note).toMatch(
    /gave no answer to “Area” is in no group; others may be in a group that is not listed\. Where fewer than 10 of all these, or of these within one group, answered/u,
  );
  // What is shown all the same is not promised to be hidden.
  expect(note).toMatch(
    /are not hidden: that none of them gave an answer, what they said where all said the same, and how many of a group left a question blank/u,
  );
});

test('where weighted results are rounded, a small count is not hidden for its percentage alone, with the total less the others telling it', async () => {
  const definition = `
title: T
respondent: { weight: Weight, kind: { column: Who } }
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Strongly agree, Agree, Neither agree nor disagree, Disagree, Don't know] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', Not sure, 'No'] }
  - { id: role, kind: choice, column: Role, options: [Parent, School, Other] }
breakdowns: [[view, role]]
report: { disclosure: strict }`;
  const neither = 'Neither agree nor disagree';
  const of = (who: string, ...rows: Rows): Rows => rows.map((row) => [...row, who]);
  const { analysis } = await publishOf(definition, [
    ['View', 'Clear', 'Role', 'Weight', 'Who'],
    ...of(
      'Organisation',
      [neither, 'No', 'Other', '0.5'],
      ['Agree', 'No', 'Parent', '2'],
      ["Don't know", 'No', '', '0.5'],
      ['Disagree', 'No', '', '2'],
      [neither, 'No', 'School', '1'],
      ['Strongly agree', 'No', 'Other', '2'],
      ['Disagree', 'No', 'Other', '1'],
      ...times(3, neither, 'No', 'Parent', '2'),
      ['Agree', 'No', 'Other', '1'],
      ['Agree', 'No', 'Parent', '1'],
      ['Agree', 'No', '', '1'],
      ['Disagree', 'No', 'Other', '0.5'],
      ['Disagree', 'Yes', 'Parent', '0.5'],
      ['Disagree', 'Not sure', 'Parent', '0.5'],
      ['Strongly agree', 'No', 'Other', '1'],
      [neither, 'No', 'Parent', '1'],
    ),
    ...of(
      'Individual',
      ['Strongly agree', 'Not sure', 'Parent', '1'],
      [neither, 'No', 'Parent', '0.5'],
      [neither, 'No', '', '0.5'],
      ['Disagree', 'Yes', 'Other', '0.5'],
      ['Strongly agree', 'Yes', '', '0.5'],
    ),
  ]);
  const groups = analysis.breakdowns.find(
    ({ question, by }) => question === 'view' && by === 'respondent.kind',
  )?.groups;
  const [individuals, organisations] = groups?.map(({ options }) => options) ?? [];
  const told = individuals?.filter(
    ({ figure }, option) => figure.count === null && organisations?.[option]?.figure.count !== null,
  );
  expect(told?.map(({ label }) => label)).toEqual([]);
});
