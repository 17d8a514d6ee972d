import type { PlatformName } from '../../../src/intake/platforms/registry.ts';
import { labels, type Writer, columnsIn, dashed, day, each, over, repeat } from './export-writer.ts';

export interface PlatformWriter extends Writer {
  readonly platform: PlatformName;
}

/** Those that write several header rows. */
const surveymonkey: PlatformWriter = {
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
};

export const stackedWriters: Readonly<Record<string, PlatformWriter>> = {
  surveymonkey,
  /** A question with one answer too has a column for each option. */
  'surveymonkey expanded': {
    platform: 'surveymonkey',
    metadata: surveymonkey.metadata,
    columns: (asked, index) => {
      if (asked.kind === 'grid')
        return asked.parts.flatMap((row, nth) =>
          labels.map((option, place) => {
            const cells = (asked.answers[nth] ?? []).map((answer) => (answer === option ? option : ''));
            const part = `${row} - ${option}`;
            const headers = [nth + place === 0 ? asked.text : '', part];
            return { headers, cells, read: { question: asked.text, part, cells } };
          }),
        );
      if (asked.kind !== 'single') return surveymonkey.columns(asked, index);
      const given = asked.answers.filter((answer) => answer !== undefined);
      const options = [...new Set([...given, 'Agree', 'Disagree'])];
      return options.map((option, nth) => {
        const cells = asked.answers.map((answer) => (answer === option ? option : ''));
        const headers = [nth === 0 ? asked.text : '', option];
        return { headers, cells, read: { question: asked.text, part: option, cells } };
      });
    },
  },
  'qualtrics legacy': {
    platform: 'qualtrics',
    metadata: (size) =>
      ['ResponseID', 'ResponseSet', 'StartDate', 'EndDate', 'Finished'].map((name, nth) => ({
        headers: [`V${nth + 1}`, name],
        cells: each(size, (row) =>
          name === 'ResponseID' ? `R_${row}` : name === 'Finished' ? '1' : day(row),
        ),
      })),
    columns: columnsIn({
      head: (text, part, nth, index) => [
        part === undefined ? `Q${index}` : `Q${index}_${nth + 1}`,
        ...dashed(text, part),
      ],
      several: (ticked) => ticked.join(','),
    }),
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
};
