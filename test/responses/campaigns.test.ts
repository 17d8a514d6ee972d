import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printsOf } from '../support/fingerprint.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { describeIssue } from '../../src/report/issues/issue-words.ts';
import { describeNote } from '../../src/report/words/note-words.ts';
import { alikeCandidates } from '../../src/responses/alike/alike-candidates.ts';
import { clusterTexts, runsOf as sortedRunsOf, sharedPart } from '../../src/responses/alike/text-clusters.ts';
import { type Rows, analyseTables, collect, issuesOf } from '../support/survey.ts';

const definition = (rest = '') => `
title: T
respondent: { id: Ref }
${rest}
questions:
  - { id: view, kind: scale, scale: support, column: View }
  - { id: why, kind: text, column: Why }
  - { id: else, kind: text, column: Else }
`;
const header = ['Ref', 'View', 'Why', 'Else'];

const letter =
  'We ask the council to keep the swimming pool open, because there is no other within ten miles of the town.';
const people = (count: number, view: string, why: string, other = ''): Rows =>
  Array.from({ length: count }, () => [view, why, other]);
const numbered = (rows: Rows): Rows => [header, ...rows.map((row, index) => [`${index + 1}`, ...row])];
const own = (count: number, view: string): Rows =>
  Array.from({ length: count }, (_, nth) => [
    view,
    `${'zero one two three four five six seven eight nine'
      .split(' ')
      .map((word) => word + nth)
      .join(' ')}`,
    '',
  ]);

/** The runs of three words of a text, and what part of those of two texts is in both. */
function runsOfWords(text: string): Set<string> {
  const words = text.split(' ');
  return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared / (a.size + b.size - shared);
}

async function campaignsOf(rows: Rows, rest = '') {
  const analysis = await analyseTables(definition(rest), [numbered(rows)]);
  return analysis.campaigns;
}

describe('a campaign', () => {
  test('has all with one word of it changed, however many others changed too much', async () => {
    const words = Array.from({ length: 40 }, (_, nth) => `word${nth}`);
    const changed = (nth: number, places: readonly number[]) =>
      words.map((word, place) => (places.includes(place) ? `other${nth}x${place}` : word)).join(' ');
    const some = (count: number, placesOf: (nth: number) => readonly number[]) =>
      Array.from({ length: count }, (_, nth): Rows =>
        people(1, 'Support', changed(nth + count, placesOf(nth))),
      ).flat();
    const rows = [
      ...people(10, 'Support', words.join(' ')),
      ...some(50, (nth) => [
        (nth * 7) % 40,
        (nth * 7 + 9) % 40,
        (nth * 7 + 18) % 40,
        (nth * 7 + 27) % 40,
        (nth * 7 + 33) % 40,
      ]),
      ...some(60, (nth) => [(nth * 11) % 40]),
    ];
    const campaigns = await campaignsOf(rows);
    expect(campaigns?.[0]?.responses).toBeGreaterThanOrEqual(70);
  });

  test('is five responses with one text, and four are none', async () => {
    expect(await campaignsOf([...own(9, 'Oppose'), ...people(5, 'Support', letter)])).toEqual([
      {
        id: 'campaign-1',
        responses: 5,
        texts: 1,
        identical: 5,
        first: { file: 'part-1.csv', row: 10, line: 11 },
      },
    ]);
    expect(await campaignsOf([...own(9, 'Oppose'), ...people(4, 'Support', letter)])).toEqual([]);
  });

  test('takes in letters that somebody added to or changed a little', async () => {
    const rows = [
      ...people(3, 'Support', letter),
      ...people(1, 'Support', `${letter} I swim there every week.`),
      ...people(1, 'Support', letter.replace('ten miles', 'twelve miles').toUpperCase()),
    ];
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 5, texts: 3, identical: 3 }]);
  });

  test.each(['No', 'N/A', 'Agree', 'I have nothing to add to this'])('is no short text: %s', async (text) =>
    expect(await campaignsOf(people(50, 'Support', text))).toEqual([]),
  );

  test('is found whichever question its text was written to', async () => {
    const rows = [...people(3, 'Support', letter), ...people(3, 'Oppose', 'Yes', letter)];
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 6, texts: 1 }]);
  });

  test('counts nobody twice who gave the texts of two', async () => {
    const other = letter.split(' ').toReversed().join(' ');
    const rows = [...people(8, 'Support', letter, other), ...people(6, 'Oppose', '', other)];
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 14 }]);
  });

  test('does not chain texts that are only alike by way of others', () => {
    const words = Array.from({ length: 40 }, (_, nth) => `word${nth}`);
    const drifting = Array.from({ length: 20 }, (_, step) =>
      words.map((word, nth) => (nth < step * 2 ? `${word}x` : word)).join(' '),
    );
    const leaders = clusterTexts(
      printsOf(drifting),
      drifting.map(() => 1),
    );
    expect(leaders[0]).not.toBe(leaders[19]);
    expect(new Set(leaders).size).toBeGreaterThan(1);
  });

  test('is one where each put a name, a street and a reason into a letter, so that no two are nearly the same', async () => {
    const streets = ['Mill', 'Church', 'High', 'Station', 'Park', 'Bridge', 'Castle'];
    const reasons = [
      'see my mother',
      'get to work on time',
      'visit the hospital',
      'take the children to school',
    ];
    const filledIn = Array.from({ length: 60 }, (_, nth) =>
      people(
        1,
        'Oppose',
        `My name is Person${nth} Surname${(nth * 7) % 60} and I live at ${nth} ${streets[nth % 7]} Road. I object to the withdrawal of the number 14 bus. I use it to ${reasons[nth % 4]} and without it I would have no way to get there. Please keep the service and find the savings elsewhere. Yours, Person${nth}`,
      ),
    ).flat();
    expect(await campaignsOf([...own(20, 'Support'), ...filledIn])).toMatchObject([
      { responses: 60, texts: 60 },
    ]);
  });

  test('is not made of short texts that many people may have thought of', async () => {
    const rows = ['library', 'park', 'school', 'museum', 'market', 'station'].flatMap((place, nth) =>
      people(nth === 0 ? 6 : 1, 'Support', `I think that the ${place} should be kept open for us`),
    );
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 6, texts: 1 }]);
  });

  test('is as many responses as its records stand for', async () => {
    const counted = [
      ['3', 'Support', letter, ''],
      ['4', 'Support', `${letter} I swim there every week.`, ''],
      ['9', 'Oppose', 'We have never been there and would rather see the money spent on buses.', ''],
    ];
    const { campaigns } = await analyseTables(definition().replace('id: Ref', 'count: Ref'), [
      [header, ...counted],
    ]);
    expect(campaigns).toMatchObject([
      { responses: 9, texts: 1, identical: 9 },
      { responses: 7, texts: 2, identical: 4 },
    ]);
  });

  test('is looked for among the responses that are left', async () => {
    const rows = [...people(3, 'Support', letter), ...people(3, 'Oppose', letter)];
    expect(await campaignsOf(rows, 'exclude: [{ view: Oppose }]')).toEqual([]);
  });
});

describe('rankings', () => {
  const goals = [
    'Affordable homes for people',
    'Parks and open spaces',
    'Roads without holes in them',
    'Clean air',
  ];
  const ranked = (count: number) =>
    Array.from({ length: count }, (_, nth) => {
      const left = [...goals];
      return [nth % 4, nth % 3, nth % 2, 0].map((at) => left.splice(at, 1)[0]).join(';');
    });

  test('are no campaign, though all have the same words', async () => {
    const rows: Rows = ranked(24).map((why) => ['Strongly support', why, '']);
    expect(await campaignsOf(rows)).toEqual([]);
  });

  test('are no reason to overlook a campaign in another question', async () => {
    const rows: Rows = ranked(24).map((why, nth) => ['Strongly support', why, nth < 6 ? letter : '']);
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 6, texts: 1 }]);
  });

  test('are not what a campaign is taken for of which a few gave the words in another order', async () => {
    const words = letter.split(' ');
    const orders = [words.toSorted(), words.toReversed(), words.toSorted((a, b) => a.length - b.length)];
    const rows: Rows = [
      ...people(30, 'Strongly support', letter),
      ...orders.flatMap((turned) => people(1, 'Oppose', turned.join(' '))),
    ];
    expect(await campaignsOf(rows)).toMatchObject([{ responses: 30 }]);
  });
});

test('nothing is removed unless the definition says so, and then all of a campaign is', async () => {
  const rows = [...own(9, 'Oppose'), ...people(6, 'Support', letter)];
  const kept = await collect(definition(), [numbered(rows)]);
  expect(kept.ledger).toMatchObject({ received: 15, removed: [], analysed: 15 });
  const removed = await collect(definition('exclude: [campaign]'), [numbered(rows)]);
  expect(removed.ledger).toEqual({
    received: 15,
    removed: [{ reason: 'campaign', count: 6 }],
    analysed: 9,
  });
});

test('a majority that depends on a campaign is named, with both figures', async () => {
  const rows = [...own(8, 'Oppose'), ...own(2, 'Support'), ...people(9, 'Support', letter)];
  const { notes, sensitivity } = await analyseTables(definition(), [numbered(rows)]);
  expect(sensitivity.map(({ label, majorityChanges }) => [label, majorityChanges])).toEqual([
    ['support', true],
    ['neither', false],
    ['oppose', true],
  ]);
  expect(sensitivity[0]).toMatchObject({
    campaign: 'campaign-1',
    responses: 9,
    with: { id: 'view.support', count: 11, base: 19 },
    without: { id: 'view.support@respondent.campaign=without-campaign-1', count: 2, base: 10 },
  });
  expect(notes.map(({ code }) => code)).toContain('campaign-majority');
});

test('a majority that two campaigns make only together is named', async () => {
  const other = letter.split(' ').toReversed().join(' ');
  const rows = [
    ...own(10, 'Oppose'),
    ...own(5, 'Support'),
    ...people(6, 'Support', letter),
    ...people(6, 'Support', other),
  ];
  const analysis = await analyseTables(definition(), [numbered(rows)]);
  const support = analysis.sensitivity.filter(({ label }) => label === 'support');
  expect(
    support.map(({ campaign, majorityChanges, without }) => [
      campaign,
      majorityChanges,
      without.count,
      without.base,
    ]),
  ).toEqual([
    ['campaign-1', false, 11, 21],
    ['campaign-2', false, 11, 21],
    [null, true, 5, 15],
  ]);
  const notes = analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0));
  expect(notes).toContainEqual(
    'With the 12 responses of all campaigns together, 63% (17 of 27) answered “support” to “View”, more than half; without them 33% (5 of 15), not more than half.',
  );
});

test('the same holds of a question with several answers', async () => {
  const text = `
title: T
questions:
  - { id: want, kind: multiple, column: Want, separator: ";" }
  - { id: why, kind: text, column: Why }`;
  const rows = [
    ...own(9, 'Bench').map(([want = '', why = '']) => [want, why]),
    ...own(3, 'Pond;Bench').map(([want = '', why = '']) => [want, `${why} too`]),
    ...people(8, 'Pond', letter).map(([want = '', why = '']) => [want, why]),
  ];
  const { sensitivity } = await analyseTables(text, [[['Want', 'Why'], ...rows]]);
  expect(
    sensitivity.map(({ label, majorityChanges, ...both }) => [
      label,
      majorityChanges,
      both.with.count,
      both.without.count,
    ]),
  ).toEqual([
    ['Bench', false, 12, 12],
    ['Pond', true, 11, 3],
  ]);
});

test('what a campaign changes is plain where both percentages round to 50%', async () => {
  const rows = [...own(200, 'Support'), ...own(199, 'Oppose'), ...people(5, 'Oppose', letter)];
  const analysis = await analyseTables(definition(), [numbered(rows)]);
  const notes = analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0));
  expect(notes).toContainEqual(
    'With the 5 responses of campaign 1, 49.5% (200 of 404) answered “support” to “View”, not more than half; without them 50.1% (200 of 399), more than half.',
  );
});

test('a majority that a campaign leaves as it is is no cause for alarm', async () => {
  const rows = [...own(9, 'Support'), ...people(9, 'Support', letter)];
  const { notes } = await analyseTables(definition(), [numbered(rows)]);
  expect(notes.map(({ code }) => code)).not.toContain('campaign-majority');
});

describe('responses with the same answers to everything', () => {
  const repeatsOf = async (rows: Rows) => (await analyseTables(definition(), [[header, ...rows]])).repeats;
  const comment = 'I go there on Tuesdays with my two small children.';

  test('are counted where their ids differ and they wrote more than a few words', async () => {
    const rows = [
      ['1', 'Support', comment, ''],
      ['2', 'Support', comment.toUpperCase(), ''],
      ['3', 'Oppose', comment, ''],
      ['4', 'Support', comment, 'Thanks'],
    ];
    expect(await repeatsOf(rows)).toEqual({ responses: 2, groups: 1 });
  });

  test('are not where only a few ticks are the same', async () => {
    expect(await repeatsOf([1, 2, 3].map((id) => [`${id}`, 'Support', 'No', '']))).toEqual({
      responses: 0,
      groups: 0,
    });
  });

  test('are counted where nobody has an id', async () => {
    const row = ['', 'Support', comment, ''];
    expect(await repeatsOf([row, row, row])).toEqual({ responses: 3, groups: 1 });
  });

  test('are not where nobody knows whether they are: an answer is no option', async () => {
    const rows = ['Purple', 'Green'].map((view, nth) => [`${nth}`, view, comment, '']);
    expect(await repeatsOf(rows)).toEqual({ responses: 0, groups: 0 });
  });

  test('are a duplicate and nothing else where the id is the same too', async () => {
    expect(await repeatsOf([1, 1].map((id) => [`${id}`, 'Support', comment, '']))).toEqual({
      responses: 0,
      groups: 0,
    });
  });
});

describe('responses without free text to speak of with the same answers to everything', () => {
  const columns = Array.from({ length: 12 }, (_, nth) => `Q${nth + 1}`);
  const grid = (items: number) => `
title: T
respondent: { id: Id }
questions:
  - id: plan
    kind: scale
    scale: support
    items: [${columns.slice(0, items).join(', ')}]
  - { id: why, kind: text, column: Why }`;
  const options = ['Support', 'Oppose', 'Neither support nor oppose'];
  /** Answers that are those of no other number below 3^12. */
  const distinct = (id: number, why = '') => [
    `${id}`,
    ...columns.map((_, nth) => options[Math.floor(id / 3 ** nth) % 3] ?? ''),
    why,
  ];
  const same = (id: number, why = '') => [`${id}`, ...columns.map(() => 'Support'), why];
  const notesOf = async (items: number, rows: Rows) => {
    const text = grid(items).replace(/\[Q.*\]/u, (list) =>
      list.replaceAll(/Q\d+/gu, (name) => `{ id: ${name}, column: ${name} }`),
    );
    const analysis = await analyseTables(text, [[['Id', ...columns, 'Why'], ...rows]]);
    return analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0));
  };

  test('are counted where they gave ten answers or more, by different ids', async () => {
    const rows = [
      ...[7, 77, 777].map((id) => distinct(id)),
      ...[1001, 1002, 1003, 1003].map((id) => same(id)),
    ];
    expect(await notesOf(12, rows)).toContainEqual(
      '3 responses give the same answers to everything, 10 answers or more, as another, and wrote nothing or the same few words. That happens by itself where many agree with everything; a large set is worth a look. All of them are counted.',
    );
    const twice = [...rows, distinct(2007), ['2008', ...distinct(2007).slice(1)]];
    expect((await notesOf(12, twice)).join('\n')).toContain('5 responses give the same');
    expect((await notesOf(12, twice)).join('\n')).toContain('(2 sets of them, the largest of 3)');
  });

  test('are found whatever they answered and in whatever order they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 5000, max: 5012 }), { minLength: 2 }), async (given) => {
        const rows = given.map((answers, nth) => [`${nth}`, ...distinct(answers).slice(1)]);
        const sizes = [...new Set(given)]
          .map((answers) => given.filter((one) => one === answers).length)
          .filter((size) => size > 1);
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const notes = (await notesOf(12, rows)).join('\n');
        if (all === 0) expect(notes).not.toContain('the same few words');
        else expect(notes).toContain(`${all} responses give the same`);
        if (sizes.length > 1)
          expect(notes).toContain(`(${sizes.length} sets of them, the largest of ${Math.max(...sizes)})`);
      }),
      { numRuns: 30 },
    );
  });

  test('are counted where they wrote the same few words', async () => {
    const rows = [
      same(1, 'Stop the plan now'),
      same(2, 'Stop the plan, now!'),
      same(3, 'Go on'),
      distinct(4),
    ];
    expect((await notesOf(12, rows)).join('\n')).toContain('2 responses give the same answers to everything');
  });

  test('are not where they wrote something else, or left most of it blank', async () => {
    const blank = (id: number) => [`${id}`, ...columns.map((_, nth) => (nth < 9 ? 'Support' : '')), ''];
    const notes = await notesOf(12, [same(1, 'Yes'), same(2, 'No'), blank(3), blank(4), distinct(5)]);
    expect(notes.join('\n')).not.toMatch(/the same answers|that are the same/u);
  });

  test('are not looked for where few answers can be given and nobody wrote, and that is said', async () => {
    expect(await notesOf(3, [same(1), same(2)])).toContainEqual(
      'Responses that are the same were not looked for: there is no free text, and with only 3 questions to answer, the same answers are ordinary.',
    );
    expect((await notesOf(3, [same(1, 'Yes'), same(2)])).join('\n')).not.toContain('not looked for');
  });
});

test('planted campaigns are found, and nothing else is, in whatever order the rows are', async () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/u);
  const texts = fc.uniqueArray(word, { minLength: 20, maxLength: 40 });
  const planted = fc.array(fc.tuple(texts, fc.integer({ min: 2, max: 12 })), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(planted, fc.infiniteStream(fc.nat({ max: 1000 })), async (plan, stream) => {
      const next = (): number => stream.next().value ?? 0;
      const rows = plan.flatMap(([words, count], campaign) =>
        Array.from({ length: count }, (_, nth) => {
          // Every third person changes one word of a text that is their campaign's own.
          const text = words.map((one) => `${one}${campaign}`);
          return [
            'Support',
            text
              .with(nth % 3 === 2 ? next() % text.length : 0, nth % 3 === 2 ? `x${nth}` : (text[0] ?? ''))
              .join(' '),
            '',
          ];
        }),
      );
      const shuffled = [...rows, ...own(7, 'Oppose')]
        .map((row) => [next(), row] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, row]) => row);
      const found = await campaignsOf(shuffled);
      const expected = plan.map(([, count]) => count).filter((count) => count >= 5);
      expect(found?.map(({ responses }) => responses)).toEqual(expected.toSorted((a, b) => b - a));
    }),
    { numRuns: 60 },
  );
});

test('no two texts that are alike are overlooked, and none is taken for alike that is not', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 5, maxLength: 14 });
  const alike = (one: string, other: string) => shareOf(runsOfWords(one), runsOfWords(other));
  fc.assert(
    fc.property(
      fc.uniqueArray(
        words.map((all) => all.join(' ')),
        { maxLength: 30 },
      ),
      (texts) => {
        const leaders = clusterTexts(
          printsOf(texts),
          texts.map(() => 1),
        );
        const isLong = (text: string) => text.split(' ').length >= 8;
        for (const [index, leader] of leaders.entries()) {
          const [text, led] = [texts[index] ?? '', texts[leader] ?? ''];
          if (leader !== index) expect(alike(text, led)).toBeGreaterThanOrEqual(0.6);
          // Whoever leads a cluster is like no other leader.
          if (leader !== index || !isLong(text)) continue;
          for (const other of new Set(leaders)) {
            if (other !== index && leaders[other] === other && isLong(texts[other] ?? ''))
              expect(alike(text, texts[other] ?? '')).toBeLessThan(0.6);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([2 ** 27, 2 ** 9])(
  'a text that is alike another is never sifted out, and texts of nobody else are: %i places',
  (mostPlaces) => {
    const prints = fc.array(
      fc.array(fc.constantFrom(...'abcdefghijklmnopqrst'), { minLength: 8, maxLength: 14 }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(prints, (texts) => {
        const distinct = [...new Set(texts.map((words) => words.join(' ')))];
        const candidates = new Set(alikeCandidates(printsOf(distinct), 0.6, mostPlaces));
        const runs = distinct.map(runsOfWords);
        for (const [index, some] of runs.entries()) {
          const others = runs.filter((_, nth) => nth !== index);
          if (others.some((other) => shareOf(some, other) >= 0.6)) expect(candidates).toContain(index);
        }
      }),
      { numRuns: 300 },
    );
    const lone = printsOf(own(1000, '').map(([, text = '']) => text));
    expect(alikeCandidates(lone, 0.6, Math.max(mostPlaces, 2 ** 12))).toHaveLength(0);
  },
);

test('which texts are sifted out does not depend on the order in which they came', () => {
  const words = fc.array(fc.constantFrom(...'abcde'), { minLength: 8, maxLength: 14, size: 'max' });
  const texts = fc.uniqueArray(
    words.map((some) => some.join(' ')),
    { minLength: 40, maxLength: 60, size: 'max' },
  );
  const candidates = (some: readonly string[]) =>
    Array.from(alikeCandidates(printsOf(some), 0.6), (text) => some[text]).toSorted();
  fc.assert(
    fc.property(texts, (some) => {
      expect(candidates(some.toReversed())).toEqual(candidates(some));
    }),
    { numRuns: 200 },
  );
});

test('a long text that is alike another is never sifted out, as far as can be told from a part of both', () => {
  const words = Array.from({ length: 70 }, (_, nth) => `word${nth}`);
  const changes = fc.array(fc.tuple(fc.nat(69), fc.constantFrom('other', 'another', '')), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.uniqueArray(changes, { maxLength: 12 }),
      fc.integer({ min: 20, max: 70 }),
      (all, length) => {
        const prints = printsOf(
          all.map((some) => {
            const changed = words.slice(0, length);
            for (const [at, word] of some) if (at < length) changed[at] = word;
            return changed.join(' ');
          }),
        );
        const texts = Uint32Array.from(prints.runs, (_, text) => text);
        const candidates = new Set(alikeCandidates(prints, 0.6));
        const runs = sortedRunsOf(prints, texts);
        for (const one of texts)
          for (const other of texts)
            if (one !== other && sharedPart(runs, one, other, 0.6) >= 0.6) expect(candidates).toContain(one);
      },
    ),
    { numRuns: 200 },
  );
});

test('of more than eleven campaigns the ten largest are told apart, and the others counted together', async () => {
  const texts = Array.from({ length: 13 }, (_, nth) =>
    Array.from({ length: 12 }, (_word, place) => `letter${nth}word${place}`).join(' '),
  );
  const rows = [
    ...own(3, 'Oppose'),
    ...texts.flatMap((text, nth) => people(17 - nth, nth > 10 ? 'Oppose' : 'Support', text)),
  ];
  const analysis = await analyseTables(definition(), [numbered(rows)]);
  expect(
    analysis.campaigns?.slice(9).map(({ id, campaigns, responses }) => [id, campaigns, responses]),
  ).toEqual([
    ['campaign-10', undefined, 8],
    ['smaller-campaigns', 3, 18],
  ]);
  const groups = analysis.breakdowns[0]?.groups.slice(9);
  expect(groups?.map(({ label, base }) => [label, base.count])).toEqual([
    ['Campaign 10', 8],
    ['3 smaller campaigns', 18],
    ['No campaign', 3],
  ]);
  expect(groups?.[1]?.nets.map(({ figure }) => figure.count)).toEqual([7, 0, 11]);
  expect(analysis.notes).toContainEqual({ code: 'campaigns', responses: 143, campaigns: 13, hidden: [] });
});

describe('a part of a file that is in it twice', () => {
  const views = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'];
  /** Answers that follow no order, as those of people do. */
  const answered = (size: number, seed: number): string[][] => {
    let state = seed;
    const next = (most: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    return Array.from({ length: size }, () => [views[next(4)] ?? '', ['Yes', 'No'][next(2)] ?? '']);
  };
  const againIn = async (rows: Rows) => {
    const survey = `{ title: T, respondent: { id: Ref }, questions: [{ id: view, kind: choice, column: View }, { id: local, kind: choice, column: Local }] }`;
    const responses = await collect(survey, [[['Ref', 'View', 'Local'], ...rows]]);
    expect(responses.ledger.analysed).toBe(responses.ledger.received);
    return issuesOf(responses, 'rows-again').flatMap(({ places }) => places.map(({ row }) => row));
  };
  const withIds = (rows: Rows) => rows.map((row, nth) => [`${nth}`, ...row]);

  test('is said, row by row, though there are two questions only, whatever the ids', async () => {
    const [once, more] = [answered(40, 1), answered(15, 2)];
    const again = Array.from({ length: 40 }, (_, nth) => nth + 56);
    expect(await againIn(withIds([...once, ...more, ...once]))).toEqual(again);
    expect(await againIn([...once, ...more, ...once].map((row) => ['', ...row]))).toEqual(again);
  });

  test('is said with the row with which it begins where it stands before', async () => {
    const survey = `{ title: T, questions: [{ id: view, kind: choice, column: View }, { id: local, kind: choice, column: Local }] }`;
    const once = answered(40, 1);
    const responses = await collect(survey, [[['View', 'Local'], ...answered(3, 2), ...once, ...once]]);
    expect(issuesOf(responses, 'rows-again').map(describeIssue)).toEqual([
      'it and those beside it answer everything as those from row 4 (line 5) on do',
    ]);
  });

  test('is not said again where the ids repeat too', async () => {
    const once = withIds(answered(40, 1));
    expect(await againIn([...once, ...once])).toEqual([]);
  });

  test('is none where the same answers are ordinary, sorted, or in another order', async () => {
    const once = answered(40, 1);
    expect(await againIn(withIds(answered(2000, 3)))).toEqual([]);
    expect(await againIn(withIds([...once, ...once].toSorted()))).toEqual([]);
    expect(await againIn(withIds([...once, ...once.toReversed()]))).toEqual([]);
    expect(await againIn(withIds(Array.from({ length: 80 }, () => ['Agree', 'Yes'])))).toEqual([]);
  });
});

test('a campaign of which each text has something of its own may have more texts than a function takes arguments', async () => {
  const text = (nth: number) =>
    `I am resident ${nth} and I object to the closure of our library in the village`;
  const rows = Array.from({ length: 130_000 }, (_, nth) => [`R${nth}`, 'Agree', text(nth), '']);
  const { campaigns } = await collect(definition(), [[header, ...rows]]);
  expect(campaigns?.found).toMatchObject([{ responses: 130_000, texts: 130_000, identical: 1 }]);
}, 60_000);
