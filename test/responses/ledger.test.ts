import { expect, test } from 'vitest';
import { keepLedger } from '../../src/responses/ledger.ts';
import type { Records } from '../../src/responses/respondents/records.ts';
import { collect } from '../support/survey.ts';

const definition = `
title: T
respondent: { id: ID, channel: Channel, count: People }
exclude: [duplicate, { role: Staff }]
questions: [{ id: role, kind: choice, column: Role }]`;
const header = ['ID', 'Channel', 'People', 'Role'];

test('the ledger is kept by file and by channel, in responses', async () => {
  const { ledgerParts } = await collect(definition, [
    [header, ['1', 'Online', '3', 'Parent'], ['2', 'Online', '2', 'Staff']],
    [header, ['1', 'Paper', '1', 'Parent'], ['3', 'online', '4', 'Parent'], ['4', 'Paper', '0', 'Parent']],
  ]);
  const duplicate = (count: number) => ({ reason: 'duplicate', count });
  const staff = (count: number) => expect.objectContaining({ reason: 'role=Staff', count });
  expect(ledgerParts.byFile).toEqual([
    { label: 'part-1.csv', received: 5, removed: [duplicate(0), staff(2)], analysed: 3 },
    { label: 'part-2.csv', received: 5, removed: [duplicate(1), staff(0)], analysed: 4 },
  ]);
  expect(ledgerParts.byChannel).toEqual([
    { label: 'Online', received: 9, removed: [duplicate(0), staff(2)], analysed: 7 },
    { label: 'Paper', received: 1, removed: [duplicate(1), staff(0)], analysed: 0 },
  ]);
});

test('a ledger that does not add up is never given', () => {
  const nothing = new Uint8Array(2);
  const records: Records = {
    size: 2,
    counts: null,
    weights: null,
    badCount: nothing,
    misaligned: nothing,
    incomplete: nothing,
    test: nothing,
    late: nothing,
    ids: null,
    channels: null,
    kinds: null,
    issues: [],
  };
  const removal = (count: number, reason = 1) => ({
    removed: Uint8Array.of(1, 0),
    reasons: [{ reason: 'late', count }],
    reasonOf: Uint16Array.of(reason, 0),
  });
  const files = [{ label: 'a.csv', offset: 0 }];
  expect(keepLedger(removal(1), records, files).ledger).toEqual({
    received: 2,
    removed: [{ reason: 'late', count: 1 }],
    analysed: 1,
  });
  const refused = 'the ledger does not add up';
  expect(() => keepLedger(removal(2), records, files), 'another count').toThrow(refused);
  expect(() => keepLedger(removal(0, 0), records, files), 'removed without a reason').toThrow(refused);
  const channels = { cells: Int32Array.of(0, 1), labels: ['Online'] };
  expect(() => keepLedger(removal(1), { ...records, channels }, files), 'no such channel').toThrow(refused);
});
