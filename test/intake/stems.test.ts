import { describe, expect, test } from 'vitest';
import { read } from './source.ts';

/** The question and the part of each column but the first, which has ids. */
async function divided(headers: readonly string[], cells: (n: number) => readonly string[]) {
  const rows = Array.from({ length: 12 }, (_, n) => [`${n}`, ...cells(n)]);
  const quoted = (row: readonly string[]): string => row.map((cell) => `"${cell}"`).join(',');
  const { layout } = await read(`${[['Ref', ...headers], ...rows].map(quoted).join('\n')}\n`);
  return layout.headings.slice(1).map(({ question, part }) => [question, part]);
}

const options = ['Parks', 'Roads', 'Long-term care'];
const ticked = (n: number): string[] => options.map((option, at) => ((n + at) % 3 ? option : ''));
const rated = (n: number): string[] => options.map((_, at) => ['Good', 'Fair', 'Poor'][(n + at) % 3] ?? '');

describe('a question and its options in one header', () => {
  test.each(['-', '_', ';', ',', ' = ', ' / ', '~', ' - '])(
    'are told apart at “%s” where those who ticked them repeat the options, whichever stands in front',
    async (mark) => {
      const expected = options.map((option) => ['Services used', option]);
      const front = options.map((option) => `Services used${mark}${option}`);
      expect(await divided(front, ticked)).toEqual(expected);
      const behind = options.map((option) => `${option}${mark}Services used`);
      expect(await divided(behind, ticked)).toEqual(expected);
    },
  );

  test('with the option that nobody has ticked yet', async () => {
    const headers = options.map((option) => `Services used_${option}`);
    const cells = (n: number) => ticked(n).with(1, '');
    expect(await divided(headers, cells)).toEqual(options.map((option) => ['Services used', option]));
  });

  test.each(['Respondent ID,Collector ID', 'Ref,Received'])(
    'and two options that begin alike are of one question with the others, after %s',
    async (first) => {
      const named = ['Bus - daytime', 'Bus - evening', 'Park and ride'];
      const headers = [...named, 'Other'].map((option) => `Tick all that you use. - ${option}`);
      const rows = Array.from({ length: 12 }, (_, n) => [
        ...[`${n}`, '9'],
        ...named.map((option, at) => ((n + at) % 3 ? option : '')),
        `tram ${n}`,
      ]);
      const lines = [[first, ...headers].join(','), ...rows.map((row) => row.join(','))];
      const { layout } = await read(`${lines.join('\n')}\n`);
      expect(layout.headings.slice(2).map(({ question, part }) => [question, part])).toEqual(
        [...named, 'Other'].map((option) => ['Tick all that you use.', option]),
      );
    },
  );

  test('and nothing is divided where the number of the question alone stands before them', async () => {
    const named = ['Server - own', 'Server - hired', 'Cluster'];
    const headers = ['Respondent ID', 'Collector ID', ...named.map((option) => `14. ${option}`)];
    const rows = Array.from({ length: 12 }, (_, n) => [
      ...[`${n}`, '9'],
      ...named.map((option, at) => ((n + at) % 3 ? option : '')),
    ]);
    const { layout } = await read(`${[headers, ...rows].map(String).join('\n')}\n`);
    expect(layout.headings.slice(2).map(({ part }) => part)).toEqual([undefined, undefined, undefined]);
  });

  test('and rows of which each option has a column are not options that begin alike', async () => {
    const [rows, answers] = [
      ['Roads', 'Parks'],
      ['Good', 'Poor'],
    ];
    const headers = rows.flatMap((row) => answers.map((answer) => `How good? - ${row} - ${answer}`));
    const cells = (n: number) =>
      rows.flatMap((_, at) => answers.map((answer, nth) => ((n + at) % 2 === nth ? answer : '')));
    expect(await divided(headers, cells)).toEqual(
      rows.flatMap((row) => answers.map((answer) => [`How good? - ${row}`, answer])),
    );
  });

  test.each(['-', '_', ' - '])('whatever the answers, at “%s” after the end of a question', async (mark) => {
    const headers = options.map((option) => `How good are they?${mark}${option}`);
    expect(await divided(headers, rated)).toEqual(options.map((option) => ['How good are they?', option]));
  });
});

describe('no header is taken apart', () => {
  test.each([
    ['at the hyphen of a word', ['Long-term plans', 'Long-distance buses', 'Short-term plans']],
    [
      'at the hyphen of a word late in a question',
      ['How good are our long-term plans', 'How good are our long-distance buses', 'Age'],
    ],
    [
      'where each is a question with a number of its own',
      ['5. Roads - do you agree with this?', '6. Parks - do you agree with this?', 'Age'],
    ],
  ])('%s', async (_, headers) => {
    expect(await divided(headers, rated)).toEqual(headers.map((header) => [header, undefined]));
  });

  test('but not within brackets that say how all of them are answered', async () => {
    const headers = options.map((option) => `${option}? (times ten - 1 is 10% of it)`);
    const counts = (n: number): string[] => options.map((_, at) => `${(n + at) % 9}`);
    expect(await divided(headers, counts)).toEqual(headers.map((header) => [header, undefined]));
  });

  test('where only one column says what its header ends in', async () => {
    const headers = ['Area: North', 'Do you live here', 'Age'];
    const cells = (n: number) => [n % 2 ? 'North' : '', ...rated(n).slice(1)];
    expect(await divided(headers, cells)).toEqual(headers.map((header) => [header, undefined]));
  });
});
