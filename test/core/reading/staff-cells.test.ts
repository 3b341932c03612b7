import { describe, expect, test } from 'vitest';
import { readNetworkState } from '../../../src/core/reading/read-network-state.ts';
import { readOfficial } from '../../../src/core/reading/read-official.ts';
import { readRecordingResult } from '../../../src/core/reading/read-recording.ts';
import { readRow } from '../../../src/core/reading/read-row.ts';
import { readSignOff } from '../../../src/core/reading/read-sign-off.ts';
import { readTick, readWaiting, readYesNo } from '../../../src/core/reading/read-yes-no.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const meaning = <T>(reading: Reading<T>): T | string =>
  reading.kind === 'read' ? reading.value : reading.kind;

describe('half an answer', () => {
  test.each(['sudah tapi gagal', 'sudah sebagian', 'ok?', 'selesai, kurang satu', 'ya atau tidak'])(
    'is no tick: %j',
    (typed) => {
      expect(readTick(typed).kind).toBe('unreadable');
    },
  );

  test.each(['Ya/Tidak', 'tidak/ya', 'tidak?'])('is no yes and no no: %j', (typed) => {
    expect(readYesNo(typed).kind).toBe('unreadable');
  });

  test.each([
    ['sudah dijawab', false],
    ['selesai', false],
    ['belum dijawab', true],
    ['ya', true],
    ['✓', true],
    ['tidak', false],
    ['sudah', 'unreadable'],
  ])('waiting for the requester %j is %s', (typed, waiting) => {
    expect(meaning(readWaiting(typed))).toBe(waiting);
  });

  test.each([
    ['siap?', 'unreadable'],
    ['siap sebagian', 'unreadable'],
    ['siap semua', 'siap'],
  ])('a network %j is %s', (typed, state) => {
    expect(meaning(readNetworkState(typed))).toBe(state);
  });
});

describe('a recording', () => {
  test.each<[string, unknown]>([
    ['belum', 'unsure'],
    ['menyusul', 'unsure'],
    ['ada di pak Hasan', 'unsure'],
    ['gagal', 'unsure'],
    ['berkas rusak', 'unsure'],
    ['https://a.id/1 https://a.id/2', 'unsure'],
    ['youtube.com/x', { kind: 'link', link: 'youtube.com/x' }],
  ])('%j is taken for what it says', (typed, result) => {
    expect(meaning(readRecordingResult(typed))).toEqual(result);
  });
});

describe('who led and who signed', () => {
  test.each<[string, unknown]>([
    ['Sekda bukan Wagub', 'unsure'],
    ['bukan Sekda', 'unsure'],
    ['Sekda atau Asisten', 'unsure'],
    ['Kadis (tidak hadir, diganti Sekdis)', { name: 'Kadis', representedBy: 'Sekdis' }],
    ['Kadis digantikan oleh Sekdis', { name: 'Kadis', representedBy: 'Sekdis' }],
  ])('%j is taken for what it says', (typed, official) => {
    expect(meaning(readOfficial(typed))).toEqual(official);
  });

  test('digits that are no day are asked about', () => {
    expect(readSignOff('Hasan 20/11/2026 dan Rina', undefined).kind).toBe('unsure');
  });
});

describe('what really happened', () => {
  const findingsOf = (cells: Readonly<Record<string, Cell>>): readonly (string | undefined)[] =>
    readRow(
      {
        'Tanggal Mulai': '23/11/2026',
        'Jam Mulai': '09.00',
        'Jam Selesai': '11.00',
        ...cells,
      },
      { timeZone: 'Asia/Makassar' },
    ).findings.map(({ field }) => field);

  test.each<[Readonly<Record<string, Cell>>, string]>([
    [{ actualStart: '09.10', actualEnd: '08.30' }, 'Selesai Aktual'],
    [{ actualStart: '09.10 WIB', actualEnd: '10.05' }, 'Selesai Aktual'],
    [{ actualStart: '20/11/2026 09.10' }, 'Mulai Aktual'],
    [{ networkOfficers: 'Hasan (belum pasti)' }, 'Petugas Jaringan'],
    [{ meetingId: 'belum' }, 'ID Rapat'],
    [{ meetingLink: 'menyusul' }, 'Tautan Rapat'],
  ])('%j is asked about', (cells, field) => {
    expect(findingsOf(cells)).toContain(field);
  });

  test.each<[Readonly<Record<string, Cell>>]>([
    [{ actualStart: '09.10', actualEnd: '10.30' }],
    [{ actualStart: '09.10 WIB', actualEnd: '10.30' }],
    [{ actualStart: '23/11/2026 09.10', actualEnd: '10.30' }],
    [{ networkOfficers: 'tidak ada' }],
  ])('%j says nothing more', (cells) => {
    for (const field of ['Mulai Aktual', 'Selesai Aktual', 'Petugas Jaringan'])
      expect(findingsOf(cells)).not.toContain(field);
  });
});
