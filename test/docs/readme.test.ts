import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/cli/formats.ts';
import { platforms } from '../../src/intake/platforms/registry.ts';
import { quotedPhrase, sidePhrase } from '../../src/report/words/phrases.ts';
import { severities } from '../../src/responses/issues/issues.ts';
import { definitionJsonSchema } from '../../src/survey/definition/schema.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { builtInScales } from '../../src/survey/labels/scales.ts';
import { fileOf, readFixture } from '../intake/platforms/fixtures.ts';
import { read } from '../intake/source.ts';
import { refresh, sandbox, shows } from './transcript.ts';

const file = path.join(import.meta.dirname, '../../README.md');
const readme = readFileSync(file, 'utf8');

/** The fenced blocks of one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map(
    ([, text = '']) => text,
  );
}

/** The text under a heading, up to the next heading of its level or above. */
function section(heading: string): string {
  const [, level = '', rest = ''] = new RegExp(`^(#+) ${heading}$\\n(.*)`, 'msu').exec(readme) ?? [];
  expect(level, `README.md has the heading "${heading}"`).not.toBe('');
  return rest.split(new RegExp(`^#{1,${level.length}} `, 'mu'))[0] ?? '';
}

/** The first table of a section, as rows of cells. */
function rows(heading: string): string[][] {
  const [table = ''] = /^(?:\|.*\|\n)+/mu.exec(section(heading)) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** What a section lists as "- `name` (remark): …", up to its first inner heading. */
function entries(heading: string): { readonly name: string; readonly remark: string }[] {
  const [own = ''] = section(heading).split(/^#/mu, 1);
  return [...own.matchAll(/^- `([^`]+)`(?: \(([^)]*)\))?: /gmu)].map(([, name = '', remark = '']) => ({
    name,
    remark,
  }));
}

/** The words in code marks; those of fenced blocks are another matter. */
function codes(text = ''): string[] {
  const prose = text.replace(/^```\w+\n.*?^```$/gmsu, '');
  return [...prose.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
}

async function helpOf(...argv: string[]): Promise<string> {
  const box = sandbox();
  const { text } = await box.run(['npx', 'soundings', ...argv, '--help'].join(' '));
  box.remove();
  return text;
}

describe('a command in the README', () => {
  /** `npx vitest run test/docs --update` writes what commands really print into README.md. */
  test('prints what it shows', async () => {
    const shown = blocks('console');
    const real = await Promise.all(shown.map(refresh));
    const fresh = shown.reduce((text, block, index) => text.replace(block, () => real[index] ?? ''), readme);
    await expect(fresh).toMatchFileSnapshot(file);
  }, 60_000);

  test('is one of which the output is shown, or stands in a block that runs', () => {
    const prose = readme.replace(/^```(?:console|yml)\n.*?^```$/gmsu, '');
    expect(prose.match(/^\$ .*/gmu) ?? []).toEqual([]);
  });
});

describe('the reference', () => {
  const commands = Object.keys(formats).concat('init', 'schema', 'sql');

  test('has every command with its formats', async () => {
    const help = await helpOf();
    const listed = [...help.matchAll(/^ {2}([a-z]+)(?: <[^>]+>)* {2,}/gmu)].map(([, name = '']) => name);
    expect(listed.filter((name) => name !== 'help').toSorted()).toEqual(commands.toSorted());
    const table = rows('Commands').map(([command, , format]) => [
      codes(command)[0]?.split(' ')[0],
      codes(format),
    ]);
    expect(Object.fromEntries(table)).toEqual({ ...formats, init: [], schema: [], sql: [] });
  });

  test('has every option with the commands that take it', async () => {
    const helps = await Promise.all(commands.map((command) => helpOf(command)));
    const taken = commands.flatMap((command, index) =>
      [...(helps[index] ?? '').matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map(
        ([, option = '']) => `${command} ${option}`,
      ),
    );
    const described = entries('Options').flatMap(({ name, remark }) => {
      const [option = ''] = /--[a-z-]+/u.exec(name) ?? [];
      const takers = remark === 'all' ? commands : remark.split(', ');
      return takers.map((command) => `${command} ${option}`);
    });
    expect(described.toSorted()).toEqual(taken.filter((one) => !one.endsWith(' --help')).toSorted());
  });

  test('has every short option beside its long one', async () => {
    const help = [await helpOf(), await helpOf('analyse')].join('\n');
    const short = [...help.matchAll(/^ {2}(-\w), (--[a-z-]+)/gmu)].map(([, one, long]) => `${one}, ${long}`);
    expect(short.filter((one) => !readme.includes(`\`${one}`))).toEqual([]);
  });

  test('explains every issue, with its level', () => {
    const explained = entries('Messages about the data').map(({ name, remark }) => [name, remark]);
    expect(Object.fromEntries(explained)).toEqual(severities);
  });

  test('lists every platform by the name to type, as people know it, in the order in which they are tried', () => {
    const table = rows('Survey platforms').map(([name, title]) => [codes(name)[0], title]);
    expect(table).toEqual(Object.entries(platforms).map(([name, { title }]) => [name, title]));
  });

  test('says of every platform how many header rows its exports have, and which words are no reply', async () => {
    const words = [
      '-99',
      '[not completed]',
      'n/a',
      '-',
      '.',
      'NA',
      'Not Answered',
      'N/A',
      'None of the above',
    ];
    const lines = ['Response ID,Which ward?', ...[...words, 'North'].map((word, nth) => `R${nth},${word}`)];
    const found = rows('Survey platforms').map(([name, , , headerRows = '', noReply = '']) => ({
      platform: codes(name)[0] ?? '',
      headerRows: headerRows.match(/\d/gu)?.map(Number) ?? [],
      noReply: [...noReply.replace(/“[^”]+” is an answer/u, '').matchAll(/“([^”]+)”|-99|\bNA\b/gu)].map(
        ([all, word = all]) => word,
      ),
    }));
    for (const { platform, headerRows, noReply } of found) {
      const { columns } = await read(lines.join('\n'), { platform });
      const kept = columns.get(1)?.values ?? [];
      expect([platform, noReply]).toEqual([platform, words.filter((word) => !kept.includes(word))]);
      const fixture = platform === 'generic' ? 'library-hours/responses.csv' : fileOf(platform);
      expect(headerRows).toContain((await readFixture(fixture)).layout.headerRows);
    }
  });

  test('names every built-in scale, its nets and the answers that are offered most often', () => {
    const table = rows('Built-in scales').map(([name, nets, answers]) => ({
      name: codes(name)[0],
      nets: codes(nets),
      answers: answers?.split(' · '),
    }));
    const real = [...builtInScales.values()].map(({ name, words, variants: [first] }) => ({
      name,
      nets: Object.values(words),
      answers: [...(first?.positive ?? []), ...(first?.neutral ?? []), ...(first?.negative ?? [])],
    }));
    expect(table).toEqual(real);
  });
});

describe('the sentences', () => {
  const examples = rows('The sentences').map(([scale, , example = '']) => ({
    scale: codes(scale)[0],
    example,
  }));

  test('have an example of every scale that has words of its own', () => {
    const worded = [...builtInScales.keys()].filter(
      (scale) => sidePhrase(scale, 'positive', ['Yes'], 'this') !== undefined,
    );
    expect(examples.flatMap(({ scale }) => scale ?? [])).toEqual(
      expect.arrayContaining(worded.concat('agreement', 'support')),
    );
  });

  test.each([
    ['agreement', 'the new priority'],
    ['support', 'the parking zone'],
    ['clarity', 'what we want to achieve'],
    ['satisfaction', 'the service'],
    ['importance', 'a later closing time'],
    ['likelihood', 'use the service'],
  ])('are as the README says for the scale %s', (scale, subject) => {
    const labels = builtInScales.get(scale)?.variants[0]?.positive ?? [];
    const example = examples.find((one) => one.scale === scale)?.example.replace(/^\d+% /u, '');
    expect(sidePhrase(scale, 'positive', labels, subject)).toBe(example);
  });

  test('quote the answers on any other scale', () => {
    const phrase = quotedPhrase(['Very easy', 'Fairly easy']);
    expect(examples.at(-1)?.example).toMatch(new RegExp(`^\\d+% ${phrase}$`, 'u'));
  });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema;
  readonly const?: string;
}

/** The keys of a group, those of groups within it with a full stop: `status.column`. */
function keysOf({ properties = {} }: Schema): string[] {
  return Object.entries(properties).flatMap(([key, inner]) =>
    [key].concat(keysOf(inner).map((below) => `${key}.${below}`)),
  );
}

describe('the reference of the definition', () => {
  const schema = definitionJsonSchema() as Schema;
  const part = (key: string): Schema => schema.properties?.[key] ?? {};
  const kinds = part('questions').items?.oneOf ?? [];
  const items = kinds.flatMap(({ properties }) => properties?.['items']?.items ?? []);
  const scale = part('scales').additionalProperties ?? {};

  test.each([
    ['Top level', Object.keys(schema.properties ?? {})],
    ['`respondent`', keysOf(part('respondent'))],
    ['`items`', [...new Set(items.flatMap(keysOf))]],
    ['`scales`', keysOf(scale)],
    ['`report`', keysOf(part('report'))],
  ])('has every key under %s and no other', (heading, real) => {
    expect(
      entries(heading)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(real.toSorted());
  });

  test('has every key of a question with the kinds that take it', () => {
    const real = kinds.flatMap(({ properties = {} }) =>
      Object.keys(properties).map((key) => `${key}: ${properties['kind']?.const}`),
    );
    const names = kinds.map(({ properties }) => properties?.['kind']?.const ?? '');
    const described = entries('`questions`').flatMap(({ name, remark }) =>
      (remark === 'all' ? names : remark.split(', ')).map((kind) => `${name}: ${kind}`),
    );
    expect(described.toSorted()).toEqual(real.toSorted());
  });
});

describe('a definition in the README', () => {
  const [whole = '', ...parts] = blocks('yaml');

  test('can be loaded', () => {
    expect(loadDefinition(whole, 'survey.yaml').title).not.toBe('');
    const complete = parts.map((text) => {
      const title = /^title:/mu.test(text) ? '' : 'title: Example\n';
      const questions = /^questions:/mu.test(text)
        ? ''
        : '\nquestions: [{ id: role, kind: choice, column: Which best describes you? }]\n';
      return `${title}${text}${questions}`;
    });
    for (const text of complete) expect(() => loadDefinition(text, 'survey.yaml'), text).not.toThrow();
  });

  test('that leads fits the export beside which it stands', async () => {
    const box = sandbox();
    writeFileSync(path.join(box.folder, 'fixtures/send-strategy-2023/survey.yaml'), whole);
    const { code, text } = await box.run('npx soundings validate fixtures/send-strategy-2023/responses.csv');
    box.remove();
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('0 errors, 0 warnings') });
  });
});

/** Every key of a value, wherever it stands. */
function allKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(allKeys);
  return Array.isArray(value) ? inner : Object.keys(value).concat(inner);
}

/** Whether a sample is a value with entries of its lists left out: nothing else is missing, changed or added. */
function isPartOf(sample: unknown, real: unknown): boolean {
  if (Array.isArray(sample)) {
    return Array.isArray(real) && sample.every((entry) => real.some((one) => isPartOf(entry, one)));
  }
  if (typeof sample !== 'object' || sample === null) return sample === real;
  if (typeof real !== 'object' || real === null || Array.isArray(real)) return false;
  const [left, right] = [new Map(Object.entries(sample)), new Map(Object.entries(real))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isPartOf(value, right.get(key)))
  );
}

describe('the JSON in the README', () => {
  const [sample = '{}'] = blocks('json');
  const text = section('The JSON contract');
  const command = codes(text).find((code) => code.startsWith('npx soundings')) ?? '';

  async function outputOf(line: string): Promise<unknown> {
    const box = sandbox();
    const { text: output } = await box.run(line);
    box.remove();
    return JSON.parse(output.replace(/^[^{]*/u, ''));
  }

  test('is what its command writes, with entries of lists left out', async () => {
    const real = await outputOf(command);
    const shown: unknown = JSON.parse(sample);
    const differing = Object.entries(shown as object).filter(
      ([key, value]) => !isPartOf(value, (real as Record<string, unknown>)[key]),
    );
    expect(Object.fromEntries(differing)).toEqual({});
    expect(isPartOf(shown, real)).toBe(true);
    expect([...new Set(allKeys(shown))].toSorted()).toEqual([...new Set(allKeys(real))].toSorted());
  });

  test.each([
    command,
    'npx soundings analyse fixtures/parking-permits/responses*.csv --where resident=Yes --by age -f json',
    'npx soundings analyse fixtures/bus-subsidies/responses-online.csv fixtures/bus-subsidies/responses-paper.csv -f json',
    'npx soundings analyse fixtures/tenants-survey/responses.csv -f json',
  ])('has every key explained of %s', async (line) => {
    const explained = new Set(codes(text).flatMap((code) => code.split(/[.[\]]+/u)));
    const keys = allKeys(await outputOf(line));
    expect(keys).not.toEqual([]);
    expect(keys.filter((key) => !explained.has(key))).toEqual([]);
  });

  test('has its version explained', () => {
    expect(text).toContain('`schemaVersion` is 1');
  });
});

test('the README shows what check says of a figure that moved', async () => {
  const box = sandbox();
  const expected = path.join(box.folder, 'fixtures/send-strategy-2023/expected.json');
  const figures = JSON.parse(readFileSync(expected, 'utf8')) as Record<string, unknown>;
  writeFileSync(
    expected,
    JSON.stringify({ ...figures, 'priorities.quality.agree': { count: 66, base: 76, shown: '87%' } }),
  );
  const { text, code } = await box.run('npx soundings check fixtures/send-strategy-2023');
  box.remove();
  expect(code).toBe(1);
  expect(blocks('text')).toContain(text);
});

test('a link within the README leads to a heading', () => {
  const anchors = new Set(
    [...readme.matchAll(/^#+ (.*)$/gmu)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
  const links = [...readme.matchAll(/\]\(#([^)]+)\)/gu)].map(([, anchor = '']) => anchor);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

describe('the comparison of output', () => {
  test.each([
    { shown: ['a', 'b'], printed: ['a', 'b'], same: true },
    { shown: ['a'], printed: ['a', 'b'], same: false },
    { shown: ['a', 'c'], printed: ['a', 'b'], same: false },
    { shown: ['…', 'c'], printed: ['a', 'b', 'c'], same: true },
    { shown: ['a', '…'], printed: ['a'], same: true },
    { shown: ['…', 'b', '…', 'd'], printed: ['a', 'b', 'c', 'd'], same: true },
    { shown: ['…', 'd', '…', 'b'], printed: ['a', 'b', 'c', 'd'], same: false },
    { shown: [], printed: ['a'], same: false },
  ])('takes "…" for any lines and nothing else: $shown of $printed', ({ shown, printed, same }) => {
    expect(shows(shown, printed)).toBe(same);
  });
});
