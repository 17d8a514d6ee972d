import {
  type Style,
  type Writer,
  type Written,
  columnsIn,
  dashed,
  day,
  joined,
  oneZero,
  over,
  plain,
  repeat,
  yesNo,
} from './export-writer.ts';
import { type PlatformWriter, stackedWriters } from './stacked-writers.ts';

const limesurvey = (head: Style['head'], read?: Style['read']): Writer => ({
  metadata: over(1, ['id', 'submitdate', 'lastpage', 'startlanguage'], (name, row) =>
    name === 'submitdate' ? day(row) : String(row + 1),
  ),
  columns: columnsIn({ head, several: yesNo, ...(read && { read }) }),
});

/** As LimeSurvey cuts a long text. */
const cut = (text: string): string => (text.length > 15 ? `${text.slice(0, 15)}.. ` : text);

/** The ways in which exports are written, each by its platform and the style of its headers. */
export const writers: Readonly<Record<string, PlatformWriter>> = {
  ...stackedWriters,
  microsoftforms: {
    platform: 'microsoftforms',
    metadata: over(1, ['ID', 'Start time', 'Completion time', 'Email', 'Name'], (name, row) =>
      name === 'ID' ? String(row + 1) : '5/13/24 9:00:00',
    ),
    columns: columnsIn({
      head: (text, part) => [part ?? text],
      several: (ticked) => ticked.map((option) => `${option};`).join(''),
      read: (text, part) => [part ?? text, undefined],
    }),
  },
  googleforms: {
    platform: 'googleforms',
    metadata: over(1, ['Timestamp'], () => '5/13/2024 9:00:00'),
    columns: columnsIn({
      head: (text, part) => [part === undefined ? text : `${text} [${part}]`],
      several: (ticked) => ticked.join(', '),
    }),
  },
  'limesurvey by text': {
    platform: 'limesurvey',
    ...limesurvey((text, part) => [part === undefined ? text : `${text} [${part}]`]),
  },
  'limesurvey by code and text': {
    platform: 'limesurvey',
    ...limesurvey((text, part, nth, index) => [
      part === undefined ? `q${index}. ${text}` : `q${index}[SQ00${nth}]. ${text} [${part}]`,
    ]),
    metadata: over(1, ['id. Response ID', 'submitdate. Date submitted', 'lastpage. Last page'], (_, row) =>
      day(row),
    ),
  },
  'limesurvey by the beginning of the text': {
    platform: 'limesurvey',
    ...limesurvey(
      (text, part) => [part === undefined ? cut(text) : `${cut(text)} [${cut(part)}]`],
      (text, part) => [cut(text), part && cut(part)],
    ),
  },
  'limesurvey by code': {
    platform: 'limesurvey',
    ...limesurvey(
      (_, part, __, index) => [
        part === undefined ? `q${index}` : `q${index}[${part.replaceAll(/\W/gu, '')}]`,
      ],
      (_, part, __, index) => [`q${index}`, part?.replaceAll(/\W/gu, '')],
    ),
  },
  citizenspace: {
    platform: 'citizenspace',
    metadata: over(1, ['Response ID', 'Date Submitted'], (name, row) =>
      name === 'Response ID' ? `ANON-0000-00${String(row + 10)}-X` : day(row),
    ),
    columns: columnsIn({ head: dashed, several: repeat(), blank: 'Not Answered' }),
  },
  jisc: {
    platform: 'jisc',
    metadata: over(1, ['Unique Response Number'], (_, row) => `831204-831195-${row}`),
    columns: columnsIn({
      head: (text, part, nth, index) => [
        `${index + 1}${part === undefined ? '' : `.${nth + 1}`}. ${dashed(text, part).join('')}`,
      ],
      several: (ticked) => ticked.join(','),
    }),
  },
  alchemer: {
    platform: 'alchemer',
    metadata: over(1, ['Response ID', 'Time Started', 'Date Submitted', 'Status'], (name, row) =>
      name === 'Status' ? 'Complete' : name === 'Response ID' ? String(row + 1) : day(row),
    ),
    columns: columnsIn({
      head: (text, part) => [part === undefined ? text : `${part}:${text}`],
      several: repeat(),
    }),
  },
  'alchemer, several answers in one column': {
    platform: 'alchemer',
    metadata: over(1, ['Time Started', 'Date Submitted', 'Status'], (name, row) =>
      name === 'Status' ? 'Complete' : day(row),
    ),
    columns: columnsIn({
      head: (text, part) => [part === undefined ? text : `${part}:${text}`],
      several: (ticked) => ticked.join(';'),
    }),
  },
  'surveymonkey on one row': {
    platform: 'surveymonkey',
    metadata: over(1, ['Respondent ID', 'Collector ID', 'Start Date'], (name, row) =>
      name.endsWith('ID') ? String(114_000_000_000 + row) : '05/13/2024 10:00:00 AM',
    ),
    columns: columnsIn({ head: dashed, several: repeat() }),
  },
  generic: {
    platform: 'generic',
    metadata: over(1, ['Reference'], (_, row) => `P${row}`),
    columns: columnsIn({ head: dashed, several: (ticked) => ticked.join(';') }),
  },
  typeform: {
    platform: 'typeform',
    metadata: over(1, ['#', 'Start Date (UTC)', 'Submit Date (UTC)'], (name, row) =>
      name === '#' ? `r2w0retelulfeavbz8nkr2w0${row}` : day(row),
    ),
    columns: (asked, index) =>
      columnsIn({
        head: (text, part) => [asked.kind === 'grid' ? `${part}: ${text}` : (part ?? `*${text}*`)],
        several: repeat(),
        otherCalled: 'Other',
        read: (text, part) =>
          asked.kind === 'several' ? ['', part] : [part === undefined ? text : `${part}: ${text}`, undefined],
      })(asked, index),
  },
  jotform: {
    platform: 'jotform',
    metadata: over(1, ['Submission Date', 'Submission ID'], (name, row) =>
      name.endsWith('ID') ? String(6_073_300 + row) : day(row),
    ),
    columns: columnsIn({
      head: (text, part) => [part === undefined ? text : `${text} >> ${part}`],
      several: (ticked) => ticked.join('\n'),
    }),
  },
  redcap: {
    platform: 'redcap',
    metadata: over(1, ['record_id', 'redcap_event_name', 'form_complete'], (name, row) =>
      name === 'record_id' ? String(row + 1) : '2',
    ),
    columns: columnsIn({
      head: (_, part, nth, index) => [part === undefined ? `q${index}` : `q${index}___${nth + 1}`],
      several: oneZero,
      read: (_, part, nth, index) => [`q${index}`, part === undefined ? undefined : String(nth + 1)],
    }),
  },
  'redcap by label': {
    platform: 'redcap',
    metadata: over(1, ['Record ID', 'Complete?'], (name, row) =>
      name === 'Record ID' ? String(row + 1) : 'Complete',
    ),
    columns: (asked, index) =>
      columnsIn({
        head: (text, part) => [
          part === undefined ? text : asked.kind === 'several' ? `${text} (choice=${part})` : part,
        ],
        several: { tick: (_option, isTicked) => (isTicked ? 'Checked' : 'Unchecked') },
        read: (text, part) =>
          asked.kind === 'several' ? [text, part] : [part === undefined ? text : part, undefined],
      })(asked, index),
  },
  kobo: {
    platform: 'kobo',
    metadata: over(1, ['start', '_id', '_uuid', '_submission_time'], (name, row) =>
      name === '_id' ? String(row) : day(row),
    ),
    columns: (asked, index) => {
      if (asked.kind !== 'several')
        return columnsIn({
          head: (_, __, nth) => [`group/q${index}_${nth}`],
          several: oneZero,
          read: () => ['', undefined],
        })(asked, index).map((written): Written => {
          const [name = ''] = written.headers;
          return written.read ? { ...written, read: { ...written.read, question: name.slice(6) } } : written;
        });
      const own = asked.words?.map((words) => words !== undefined);
      const ticks = [...asked.ticks, ...(own ? [own] : [])];
      const split = [...asked.parts, ...(own ? ['other'] : [])].map((part, nth): Written => {
        const cells = (ticks[nth] ?? []).map((isTicked) => (isTicked ? '1' : '0'));
        const name = part.replaceAll(/\W/gu, '');
        return {
          headers: [`group/q${index}/${name}`],
          cells,
          read: { question: `q${index}`, part: name, cells },
        };
      });
      return [
        plain(
          `group/q${index}`,
          joined(asked, (ticked) => ticked.join(' ')),
        ),
        ...split,
      ];
    },
  },
  govukforms: {
    platform: 'govukforms',
    metadata: over(1, ['Reference', 'Submitted at'], (name, row) =>
      name === 'Reference' ? `8XK2P${row}` : day(row),
    ),
    columns: columnsIn({ head: dashed, several: (ticked) => ticked.join(', ') }),
  },
};
