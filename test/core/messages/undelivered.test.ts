import { expect, test } from 'vitest';
import type { MessageRecord, MessageState } from '../../../src/core/cases/messages.ts';
import { byHandNotices, undeliveredNotices } from '../../../src/core/messages/shown/undelivered.ts';
import { instant } from '../../support/builders.ts';

const now = instant('2026-11-17T09:00');
const at = instant('2026-11-16T08:00');

const aMessage = (state: MessageState, rest: Partial<MessageRecord> = {}): MessageRecord => ({
  key: 'receipt/VC-2026-0001/requester/1',
  thread: 'receipt/VC-2026-0001/requester',
  number: 1,
  kind: 'receipt',
  ticket: 'VC-2026-0001',
  to: {
    audience: 'requester',
    name: 'Siti Contoh',
    address: 'siti@biro.test',
    phone: '6281200001111',
  },
  facts: '{}',
  view: {},
  notBefore: at,
  because: 'permohonan diterima',
  promisedAt: at,
  state,
  ...rest,
});

const notices = (...records: readonly MessageRecord[]): readonly string[] =>
  undeliveredNotices(new Map(records.map((record) => [record.thread, [record]])), { now });

const failed: MessageState = { kind: 'failed', at, why: 'alamat ditolak', isPermanent: true };

test.each<[string, MessageState, readonly string[]]>([
  [
    'names what failed, and what to do',
    failed,
    [
      'Pesan: Tanda terima (VC-2026-0001) kepada Siti Contoh (pemohon) gagal: alamat ditolak. Perbaiki alamat email penerima. Bila alamatnya sudah benar, centang Kirim Lagi.',
    ],
  ],
  [
    'names what nobody knows arrived, once the service stopped trying',
    { kind: 'unsure', at, attempts: 3 },
    [
      'Pesan: Tanda terima (VC-2026-0001) kepada Siti Contoh (pemohon) belum pasti sampai. Tanyakan kepada penerima; bila belum sampai, centang Kirim Lagi.',
    ],
  ],
  [
    'leaves what is still tried',
    { kind: 'unsure', at: instant('2026-11-17T08:00'), attempts: 1 },
    [],
  ],
  ['leaves what was said', { kind: 'sent', at }, []],
  ['leaves to the work of the day whom WhatsApp reaches', { kind: 'by-hand' }, []],
  ['leaves what failed long ago', { ...failed, at: instant('2026-10-16T08:00') }, []],
])('%s', (_, state, expected) => {
  expect(notices(aMessage(state))).toEqual(expected);
});

test('names requesters whom nothing can reach', () => {
  const to = { audience: 'requester', name: 'Siti Contoh' } as const;

  expect(notices(aMessage({ kind: 'by-hand' }, { to }))).toEqual([
    'Pemohon tanpa alamat email dan nomor telepon, lengkapi salah satunya: VC-2026-0001.',
  ]);
});

test('tells besides of those whom only WhatsApp reaches, which is work of every day', () => {
  const besides = (record: MessageRecord) =>
    byHandNotices(new Map([[record.thread, [record]]]), { now });
  const officer = { audience: 'officer', name: 'Andi Contoh' } as const;

  expect(besides(aMessage({ kind: 'by-hand' }))).toEqual([
    'Pemohon tanpa alamat email, hubungi lewat kolom Hubungi: VC-2026-0001.',
  ]);
  expect(besides(aMessage({ kind: 'by-hand' }, { to: officer }))).toEqual([
    'Tidak dapat dikirimi pesan karena alamat emailnya belum diisi: Andi Contoh (petugas).',
  ]);
  expect(besides(aMessage(failed))).toEqual([]);
});

test('leaves what a later message of its thread made good', () => {
  const thread = 'receipt/VC-2026-0001/requester';
  const later = aMessage({ kind: 'sent', at: now }, { key: `${thread}/2`, number: 2 });

  expect(undeliveredNotices(new Map([[thread, [aMessage(failed), later]]]), { now })).toEqual([]);
});

test('names a handful, and how many more there are', () => {
  const many = Array.from({ length: 9 }, (_, index) => {
    const thread = `receipt/VC-2026-000${index + 1}/requester`;
    return aMessage(failed, { thread, key: `${thread}/1` });
  });

  const told = notices(...many);

  expect(told).toHaveLength(7);
  expect(told.at(-1)).toBe('3 pesan lagi gagal atau belum pasti; lihat tab Pesan.');
});
