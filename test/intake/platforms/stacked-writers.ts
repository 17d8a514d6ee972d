import type { PlatformName } from '../../../src/intake/platforms/registry.ts';
import { type Writer, columnsIn, dashed, day, each, over, repeat } from './export-writer.ts';

export interface PlatformWriter extends Writer {
  readonly platform: PlatformName;
}

/** Those that write several header rows. */
export const stackedWriters = {
  surveymonkey: {
    platform: 'surveymonkey',
    metadata: over(2, ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'], (name, row) =>
      name.endsWith('ID') ? String(114_000_000_000 + row) : '05/13/2024 10:00:00 AM',
    ),
    columns: (asked, index) => {
      const whole = asked.kind === 'text' ? 'Open-Ended Response' : 'Response';
      return columnsIn({
        head: (text, part, nth) => [nth === 0 ? text : '', part ?? whole],
        several: repeat(),
      })(asked, index);
    },
  },
  qualtrics: {
    platform: 'qualtrics',
    metadata: (size) =>
      ['ResponseId', 'Finished'].map((name) => ({
        headers: [name, name, `{"ImportId":"${name}"}`],
        cells: each(size, (row) => (name === 'Finished' ? 'True' : `R_${row}`)),
      })),
    columns: columnsIn({
      head: (text, part, nth, index) => [
        part === undefined ? `Q${index}` : `Q${index}_${nth + 1}`,
        ...dashed(text, part),
        `{"ImportId":"QID${index}_${nth}"}`,
      ],
      several: (ticked) => ticked.join(','),
    }),
  },
  smartsurvey: {
    platform: 'smartsurvey',
    metadata: over(3, ['UserID', 'Started', 'Ended'], (name, row) =>
      name === 'UserID' ? String(204_817 + row) : day(row),
    ),
    columns: (asked, index) =>
      columnsIn({
        head: (text, part, nth) => {
          const isRow = asked.kind === 'grid';
          return [nth === 0 ? text : '', isRow ? (part ?? '') : '', isRow ? '' : (part ?? '')];
        },
        several: repeat('-'),
        blank: '-',
      })(asked, index),
  },
} satisfies Record<string, PlatformWriter>;
