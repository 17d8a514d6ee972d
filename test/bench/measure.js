import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/*
 * How long whole commands take, as multiples of one another. The commands of a comparison take turns, and the medians are
 * compared, so that a busy machine slows all of them alike.
 */

/** A command: the program and what it is given. @typedef {readonly string[]} Command */
/** What it took: milliseconds, and megabytes (of 1,000,000 bytes) at the most where the command tells. @typedef {{ ms: number, mb: number | undefined }} Cost */

const root = fileURLToPath(new URL('../../', import.meta.url));
const times = 5;

// Extra certificates are read before anything else and would make bare node look slow, and us fast beside it.
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;

const reportPeak = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(2, '\\n' + process.resourceUsage().maxRSS));
`)}`;

/** Node with these arguments. @param {string[]} args @returns {Command} */
export const node = (...args) => [process.execPath, ...args];

/** Node which says at the end how much memory it took. @param {string[]} args @returns {Command} */
export const nodeWithPeak = (...args) => node('--import', reportPeak, ...args);

/** The program, which says at the end how much memory it took. @param {string[]} args @returns {Command} */
export const analyse = (...args) => nodeWithPeak('bin/soundings.js', 'analyse', ...args);

/** Whether a command can be run here and ends well. @param {Command} command */
export const isHere = ([program = '', ...args]) => spawnSync(program, args).status === 0;

/** What a command says, or an error where it fails. @param {Command} command */
export function run([program = '', ...args]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...env, COLUMNS: '100', FORCE_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
  return { stdout, stderr };
}

/**
 * Runs a command once. The last thing that it says on standard error may be its peak of memory in KiB.
 * @param {Command} command @returns {Cost}
 */
export function time(command) {
  const start = performance.now();
  const { stderr } = run(command);
  const ms = performance.now() - start;
  const last = stderr.trim().split('\n').at(-1) ?? '';
  return { ms, mb: /^\d+$/u.test(last) ? (Number(last) * 1024) / 1e6 : undefined };
}

/** Median times and highest peaks of several commands, run in turn. @param {readonly Command[]} commands @returns {Cost[]} */
export function compare(...commands) {
  const turns = Array.from({ length: times }, () => commands.map(time));
  return commands.map((_, nth) => {
    const costs = turns.map((turn) => turn[nth]);
    const peaks = costs.map(({ mb }) => mb);
    return {
      ms: median(costs.map(({ ms }) => ms)),
      mb: peaks.includes(undefined) ? undefined : Math.max(...peaks),
    };
  });
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Prints a row of the table, each figure with what is aimed at. @param {string[]} cells */
function row(name, ...cells) {
  console.log(name.padEnd(60) + cells.map((cell) => cell.padStart(9)).join(''));
}

export const head = () => row('', 'ms', 'ratio', 'aim', 'MB', 'aim');

/**
 * A line of the table: what something took, and how many times that is of what it is measured against.
 * @param {string} name @param {Cost} cost @param {number} [ratio] @param {{ ratio?: string, mb?: string }} [aim]
 */
export function print(name, { ms, mb }, ratio, aim = {}) {
  row(name, ms.toFixed(0), ratio?.toFixed(2) ?? '', aim.ratio ?? '', mb?.toFixed(0) ?? '', aim.mb ?? '');
}

/** A line of the table for what cannot be measured here. @param {string} name @param {string} why */
export const skip = (name, why) => row(name, `– ${why}`);
