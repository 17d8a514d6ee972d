#!/usr/bin/env node
'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/*
 * The program is one file, run together with the code that V8 has compiled for it when it was built, since compiling
 * takes longer than a small survey. Another version of Node does not take that code and compiles the program as ever.
 */
const file = path.join(__dirname, '../dist/main.cjs');
const cachedData = readIfThere(`${file}.cache`);
// The compiled code holds this name, wherever it was built, and stacks show it.
const filename = 'soundings/dist/main.cjs';
const program = new Script(readFileSync(file, 'latin1'), { filename, cachedData });
const loaded = { exports: {} };
program.runInThisContext()(loaded.exports, require, loaded, file);

/*
 * V8 compiles once more what is called often. In a small survey that takes longer than it saves, so it is to wait until
 * more has been called; a large one is there within milliseconds. Said only now, since V8 takes nothing compiled under
 * other settings, and only where it took ours: a version of Node that is not ours may not know the word.
 */
const isOurs = program.cachedDataRejected === false;
if (isOurs) setFlagsFromString('--interrupt-budget=500000');
// The heap may grow by so much before V8 looks for what is not used any more; it would let it become several times as large.
if (isOurs) setFlagsFromString('--heap-growing-percent=40');
// But the place for what is new is to grow at once to its full size, since each look through a small one takes a while.
if (isOurs) setFlagsFromString('--semi-space-growth-factor=16');

// Another thread asks for what it needs itself.
if (require.main === module)
  loaded.exports.main(process.argv.slice(2)).then((exitCode) => {
    process.exitCode = exitCode;
  });
module.exports = loaded.exports;

function readIfThere(name) {
  try {
    return readFileSync(name);
  } catch {
    return undefined;
  }
}
