import { describe, expect, test } from 'vitest';
import { keepJournal } from '../../../../src/backends/google/sheet/write-journal.ts';
import { aMemory } from '../../../support/a-memory.ts';

const spreadsheetId = 'lembar-layanan-vicon-0001';
const before = { tabs: [{ name: 'Permohonan', rows: [['Kunci'], ['a']] }] };
const placed = [
  {
    tab: 'Permohonan',
    address: { kind: 'row', key: 'a', header: 'Status' },
    was: '',
    content: 'Diterima',
    edits: [0],
    row: 2,
    column: 1,
  },
] as const;

describe('what was sent into the sheet and not seen to have landed', () => {
  test('is there for the next process, until it has ended', async () => {
    const memory = aMemory();
    await keepJournal({ memory, spreadsheetId }).begin({ placed, before });

    const next = keepJournal({ memory, spreadsheetId });

    expect(await next.cutOff()).toMatchObject({ placed, before });
    await next.end();
    expect(await next.cutOff()).toBeUndefined();
  });

  test('is never guessed where the note of it is damaged, nor taken for ended', async () => {
    const memory = aMemory();
    await keepJournal({ memory, spreadsheetId }).begin({ placed, before });
    const noted = (await memory.recall('google.sent-write')) ?? '';
    await memory.remember('google.sent-write', noted.slice(0, 40));

    const next = keepJournal({ memory, spreadsheetId });

    await expect(next.cutOff()).rejects.toMatchObject({ code: 'note-damaged' });
    await next.end();
    await expect(next.cutOff()).rejects.toThrow('"google.sent-write"');
  });
});
