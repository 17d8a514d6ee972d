import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** The folders of src: each may import from itself and from those to the right of it. */
const pipeline = ['cli', 'render', 'report', 'analysis', 'responses', 'survey', 'intake'];

type Sources = ReadonlyMap<string, string>;

/** Every file under a folder by its path from the root, with its text. */
function sourcesOf(folder: string): Sources {
  const names = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
  return new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

const sources: Sources = new Map([...sourcesOf('src')].filter(([file]) => file.endsWith('.ts')));

/** What a module imports, types and dynamic imports among it. */
function importsOf(text: string): string[] {
  const pattern =
    /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gmu;
  return [...text.matchAll(pattern)].map(([, from, direct]) => from ?? direct ?? '');
}

/** Code without its comments. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
}

/** Modules that need each other to run: what a module takes of another but its types. */
function circles(files: Sources): string[] {
  const needs = (file: string): string[] => {
    const values = (files.get(file) ?? '').replace(/^(?:import|export)\s+type\b[^;]*;/gmu, '');
    const own = importsOf(values.replace(/\btype\s+\w+,?/gu, '').replace(/^import\s*\{\s*\}[^;]*;/gmu, ''));
    return own
      .filter((name) => name.startsWith('.'))
      .map((name) => path.posix.join(path.posix.dirname(file), name));
  };
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of needs(from)) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  return [...files.keys()].filter((file) => reach(file).has(file));
}

function folderOf(file: string): string {
  return /^src\/([^/]+)\//u.exec(file)?.[1] ?? '';
}

/** Imports that point against the pipeline, or out of src. */
function wrongWays(files: Sources): string[] {
  return [...files].flatMap(([file, text]) =>
    importsOf(text).flatMap((name) => {
      if (!name.startsWith('.')) return [];
      const target = path.posix.join(path.posix.dirname(file), name);
      if (target === 'package.json' && folderOf(file) === 'cli') return [];
      const [from, to] = [pipeline.indexOf(folderOf(file)), pipeline.indexOf(folderOf(target))];
      return from !== -1 && from <= to ? [] : [`${file} imports ${target}`];
    }),
  );
}

/** Modules that belong to one folder alone. */
const homes: Readonly<Record<string, string>> = {
  'csv-parse': 'intake',
  'iconv-lite': 'intake',
  yaml: 'survey',
  leven: 'survey',
  'simple-statistics': 'analysis',
  'cli-table3': 'render',
  'csv-stringify': 'render',
  'mdast-util-to-markdown': 'render',
  commander: 'cli',
  'node:fs': 'cli',
  'node:process': 'cli',
  'node:path': 'cli',
};

function strangers(files: Sources): string[] {
  return [...files].flatMap(([file, text]) =>
    importsOf(text).flatMap((name) => {
      const known = Object.keys(homes).find((home) => name === home || name.startsWith(`${home}/`));
      const home = known === undefined ? undefined : homes[known];
      return home === undefined || home === folderOf(file) ? [] : [`${file} imports ${name}`];
    }),
  );
}

/** What only cli may touch: the process, its streams, the clock, chance. */
const banned = [
  /\bprocess\s*[.[]/u,
  /\bconsole\s*[.[]/u,
  /\bDate\.now\b/u,
  /\bnew Date\(\s*\)/u,
  /\bnew Date\b(?!\()/u,
  /\bperformance\./u,
  /\bMath\.random\b/u,
];

function sideEffects(files: Sources): string[] {
  return [...files]
    .filter(([file]) => folderOf(file) !== 'cli')
    .flatMap(([file, text]) =>
      banned.flatMap((pattern) => {
        const found = pattern.exec(codeOf(text))?.[0];
        return found === undefined ? [] : [`${file}: ${found}`];
      }),
    );
}

function lengthOf(text: string): number {
  return text.replace(/\n$/u, '').split('\n').length;
}

describe('the folders of src', () => {
  test('are the stages of the pipeline', () => {
    const folders = new Set([...sources.keys()].map(folderOf));
    expect([...folders].toSorted()).toEqual(pipeline.toSorted());
  });

  test('import only from their right', () => {
    expect(wrongWays(sources)).toEqual([]);
  });

  test('hold no modules that need each other', () => {
    expect(circles(sources)).toEqual([]);
  });

  test('keep what they alone know to themselves', () => {
    expect(strangers(sources)).toEqual([]);
  });

  test('hold more than one file each', () => {
    const files = [...sources.keys()];
    expect(pipeline.filter((folder) => files.filter((file) => folderOf(file) === folder).length < 2)).toEqual(
      [],
    );
  });
});

describe('a module of src', () => {
  test('outside cli leaves the process, the clock and chance alone', () => {
    expect(sideEffects(sources)).toEqual([]);
  });

  test('has no default export', () => {
    const named = [...sources].filter(([, text]) =>
      /^export\s+default\b|^export\s*\{[^}]*\bas default\b/mu.test(codeOf(text)),
    );
    expect(named.map(([file]) => file)).toEqual([]);
  });

  test('is named after what it holds', () => {
    const vague = /(?:^|\/)(?:index|utils?|helpers?|types|constants|common|misc|lib|shared)(?:\/|\.ts$)/u;
    const plain = /^src\/[a-z]+\/(?:[a-z]+\/)?[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/u;
    expect([...sources.keys()].filter((file) => vague.test(file) || !plain.test(file))).toEqual([]);
  });

  test('has 200 lines at most', () => {
    const long = [...sources].filter(([, text]) => lengthOf(text) > 200);
    expect(long.map(([file, text]) => `${file}: ${lengthOf(text)} lines`)).toEqual([]);
  });

  test('stands on the map, under its folder', () => {
    const map = readFileSync(path.join(root, 'src/README.md'), 'utf8');
    const onMap = pipeline.flatMap((folder) => {
      const section = new RegExp(`^## ${folder}\\n(.*?)(?=^## )`, 'msu').exec(map)?.[1] ?? '';
      const entries = section.match(/^- .*?:/gmu) ?? [];
      return entries.flatMap((entry) =>
        [...entry.matchAll(/`([^`]+\.ts)`/gu)].map(([, name = '']) => `src/${folder}/${name}`),
      );
    });
    expect(onMap.toSorted()).toEqual([...sources.keys()].toSorted());
  });

  test('is where the map says that it is', () => {
    const map = readFileSync(path.join(root, 'src/README.md'), 'utf8');
    const folders = pipeline.join('|');
    const named = [...map.matchAll(new RegExp(`\`((?:${folders})/[^\`]+\\.ts)\``, 'gu'))].map(
      ([, file]) => `src/${file}`,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !sources.has(file))).toEqual([]);
  });
});

describe('the top level', () => {
  const allowed = new Set(
    [
      'package.json package-lock.json tsconfig.json README.md CHANGELOG.md LICENSE',
      'bin src fixtures test',
      '.ci .gitignore .gitattributes .git',
    ].flatMap((names) => names.split(' ')),
  );
  const ignored = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');

  test('holds nothing but what belongs there', () => {
    const names = readdirSync(root, { withFileTypes: true }).filter(
      (entry) =>
        !ignored.includes(entry.isDirectory() ? `${entry.name}/` : entry.name) &&
        !(entry.name.endsWith('.tgz') && ignored.includes('*.tgz')),
    );
    expect(names.map(({ name }) => name).filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe('these rules', () => {
  test('name an import that points the wrong way, whatever its form', () => {
    const files = new Map([
      [
        'src/intake/a.ts',
        "import type {\n  Io,\n} from '../cli/io.ts';\nconst b = await import('../survey/b.ts');",
      ],
      ['src/report/c.ts', "export { d } from '../render/d.ts';\nimport '../../test/e.ts';"],
      ['src/render/f.ts', "import { g } from '../intake/g.ts';\nimport { h } from './h.ts';"],
    ]);
    expect(wrongWays(files)).toEqual([
      'src/intake/a.ts imports src/cli/io.ts',
      'src/intake/a.ts imports src/survey/b.ts',
      'src/report/c.ts imports src/render/d.ts',
      'src/report/c.ts imports test/e.ts',
    ]);
  });

  test('name modules that need each other, by way of others too, but not those that know the types', () => {
    const files = new Map([
      ['src/report/a.ts', "import { b } from './b.ts';"],
      ['src/report/b.ts', "import { type C, c } from './c.ts';"],
      ['src/report/c.ts', "import { a } from './a.ts';\nimport { type D } from './d.ts';"],
      ['src/report/d.ts', "import { a } from './a.ts';\nimport type { B } from './b.ts';"],
    ]);
    expect(circles(files)).toEqual(['src/report/a.ts', 'src/report/b.ts', 'src/report/c.ts']);
  });

  test('see every import that the code has', () => {
    const words = [...sources.values()].flatMap(
      (text) => codeOf(text).match(/(?:\bfrom|\bimport\()\s*['"][\w@.:/-]+['"]/gu) ?? [],
    );
    expect([...sources.values()].flatMap(importsOf).length).toBe(words.length);
  });

  test('name a module that is used outside its folder', () => {
    const files = new Map([
      ['src/report/a.ts', "import { readFile } from 'node:fs/promises';"],
      ['src/survey/b.ts', "import { parse } from 'yaml';"],
    ]);
    expect(strangers(files)).toEqual(['src/report/a.ts imports node:fs/promises']);
  });

  test('name what touches the world, in code and not in comments', () => {
    const files = new Map([
      ['src/report/a.ts', '// process.exit()\nconst now = new Date();'],
      ['src/report/b.ts', '/** console.log */\nconst then = new Date(0);\nconsole.log(then);'],
      ['src/cli/c.ts', 'process.stdout.write(String(Math.random()));'],
    ]);
    expect(sideEffects(files)).toEqual(['src/report/a.ts: new Date()', 'src/report/b.ts: console.']);
  });
});
