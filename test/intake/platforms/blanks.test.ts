import { expect, test } from 'vitest';
import { platforms } from '../../../src/intake/platforms/registry.ts';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { infer, repeated } from '../../support/infer.ts';
import { read } from '../source.ts';

/** Whether five cells that hold this, in a column of answers, are answers, or say that nobody replied. */
async function isNoReply(platform: string, word: string): Promise<boolean> {
  const cells = repeated({ North: 9, South: 8, East: 7, [word]: 5 });
  const rows = [['Response ID', 'Which ward?'], ...cells.map((cell, row) => [`R${row}`, cell])];
  const { columns } = await read(rows.map((row) => row.join(',')).join('\n'), { platform });
  const { blank = [] } = definitionOf(await infer(rows, platform));
  const isKept = columns.get(1)?.values.includes(word) === true && word !== '';
  return !isKept || [blank].flat().map(String).includes(word);
}

/** What no platform offers as an answer. */
const everywhere = ['', '-', '.', 'Not Answered', '-99'];

/** What says so on one platform, and is an answer on any other. */
const own: Readonly<Record<string, readonly string[]>> = {
  surveymonkey: ['NA'],
  redcap: ['[not completed]'],
  kobo: ['n/a'],
  smartsurvey: ['NA'],
};

/** What may be an answer that a form offers, and no platform writes for want of one into a column of answers. */
const answers = ['N/A', 'No answer', 'Not selected', 'Prefer not to say', '0'];

test.each(Object.keys(platforms))(
  '%s has no reply where its own words for that stand, and answers elsewhere',
  async (platform) => {
    const expected = [...everywhere, ...(own[platform] ?? [])];
    const words = [...new Set([...everywhere, ...Object.values(own).flat(), ...answers])];
    const found = await Promise.all(words.map((word) => isNoReply(platform, word)));
    expect(words.filter((_, index) => found[index]).toSorted()).toEqual(expected.toSorted());
  },
);

/** What is no reply on a platform, whatever definition its file is read by. */
const always: Readonly<Record<string, readonly string[]>> = {
  qualtrics: ['-99'],
  surveymonkey: ['NA'],
  redcap: ['[not completed]'],
  kobo: ['n/a'],
  smartsurvey: ['-', '.', 'NA'],
  citizenspace: ['Not Answered'],
};

test.each(Object.keys(platforms))(
  '%s has no reply by its own words for that, by any definition',
  async (platform) => {
    const words = [...new Set([...Object.values(always).flat(), ...answers])];
    const lines = [...words, 'North', 'South'].map((word, row) => `R${row},${word}`);
    const { columns } = await read(['Response ID,Which ward?', ...lines].join('\n'), { platform });
    const kept = columns.get(1)?.values ?? [];
    expect(kept).toContain('North');
    expect(words.filter((word) => !kept.includes(word))).toEqual(
      words.filter((word) => always[platform]?.includes(word)),
    );
  },
);
