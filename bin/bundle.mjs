import childProcess from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'rolldown';

/*
 * Makes dist: the program as one file in ASCII, and beside it the code that V8 has compiled for it by the end of a run.
 * bin/soundings.js loads both.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const file = path.join(root, 'dist/main.cjs');

/** Its modules one by one, of which only those that we use are taken: the whole of it computes tables when it is loaded. */
const statistics = path.join(root, 'node_modules/simple-statistics/index.js');

/** Modules of Node that libraries load at once though what they use them for hardly ever happens: a millisecond each. */
const seldomUsed = new Map([
  ['node:child_process', childProcess],
  ['node:readline', readline],
]);
const seldom = 'seldom:';

/** Puts in their place what loads them as soon as anything of them is used. */
const loadWhereUsed = {
  name: 'load-where-used',
  resolveId: (id, importer) =>
    seldomUsed.has(id) && importer?.startsWith(seldom) !== true ? `${seldom}${id}` : undefined,
  load(id) {
    const name = id.slice(seldom.length);
    const names = id.startsWith(seldom) ? Object.keys(seldomUsed.get(name)) : [];
    const getters = names.map((one) => `get ${one}() { return require('${name}').${one}; }`);
    return names.length === 0 ? undefined : `module.exports = { ${getters.join(', ')} };`;
  },
};

await build({
  input: path.join(root, 'src/cli/main.ts'),
  cwd: root,
  platform: 'node',
  logLevel: 'warn',
  // Optional, and native: it is loaded from where npm put it, if it did.
  external: ['@duckdb/node-api'],
  resolve: { alias: { 'simple-statistics': statistics } },
  plugins: [loadWhereUsed],
  treeshake: { moduleSideEffects: [{ test: /[\\/]simple-statistics[\\/]/u, sideEffects: false }] },
  output: {
    dir: path.dirname(file),
    cleanDir: true,
    entryFileNames: path.basename(file),
    format: 'cjs',
    // A script that is run as this one is cannot import, only require.
    dynamicImportInCjs: false,
    codeSplitting: false,
    minify: true,
    charset: 'ascii',
    postBanner: '(function (exports, require, module, __filename) {',
    postFooter: '})',
  },
});

// A script of ASCII alone takes half the memory, and is read at once. What is in a raw template cannot be escaped.
const code = readFileSync(file, 'latin1');
const [unescaped] = /[^\0-\x7f]+/u.exec(code) ?? [];
if (unescaped !== undefined)
  throw new Error(
    `not ASCII, which it is run as: “${Buffer.from(unescaped, 'latin1')}”. Write \\u and its number.`,
  );
const program = new Script(code, { filename: 'soundings/dist/main.cjs' });
const loaded = { exports: {} };
program.runInThisContext()(loaded.exports, createRequire(file), loaded, file);
const terminal = { write: () => undefined, isTerminal: true, columns: 100 };
const io = {
  stdout: terminal,
  stderr: terminal,
  stdin: () => [],
  env: {},
  cwd: root,
  written: async () => undefined,
  now: () => 0,
};
for (const command of ['analyse', 'report', 'validate']) {
  const exitCode = await loaded.exports.main([command, 'fixtures/send-strategy-2023/responses.csv'], io);
  if (exitCode !== 0) throw new Error(`soundings ${command} failed with ${exitCode}`);
}
writeFileSync(`${file}.cache`, program.createCachedData());
