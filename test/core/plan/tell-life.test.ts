import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { HistoryLine } from '../../../src/core/cases/ledger-state.ts';
import type { MessageRecord } from '../../../src/core/cases/messages.ts';
import { tellLife } from '../../../src/core/plan/tell-life.ts';
import { promisedDay } from '../../../src/core/rows/series-marks.ts';

const nine = Temporal.Instant.from('2026-11-18T09:00:00+08:00');
const ticket = 'VC-2026-0007';
const told = (history: readonly HistoryLine[], messages: readonly MessageRecord[] = []) =>
  tellLife(ticket, {
    history: history.map((line) => ({ ...line, at: nine, pass: 'pass 1' })),
    ledger: { moments: new Map(), messages: new Map([['receipt', messages]]) },
    timeZone: 'Asia/Makassar',
  }).map(({ text }) => text);

const receipt: MessageRecord = {
  key: `receipt/${ticket}/requester/1`,
  thread: `receipt/${ticket}/requester`,
  number: 1,
  kind: 'receipt',
  ticket,
  to: { audience: 'requester', name: 'Sri Contoh', address: 'sri@contoh.test' },
  facts: '{}',
  view: {},
  notBefore: nine,
  because: 'permohonan diterima',
  promisedAt: nine,
  state: { kind: 'sent', at: nine.subtract({ hours: 1 }) },
};

describe("a ticket's life", () => {
  test('quotes cells as staff read them, days and times too', () => {
    expect(
      told([
        { kind: 'cell', subject: 'officers', was: '', becomes: 'Siti', because: 'paling longgar' },
        { kind: 'cell', subject: 'dueAt', was: '', becomes: 46_345.375, because: '' },
      ]),
    ).toEqual([
      'Petugas became "Siti", because "paling longgar".',
      'Tenggat Layanan became 2026-11-19 09.00.',
    ]);
  });

  test('tells what a cell had been, and of what was noted when it was', () => {
    expect(
      told([
        {
          kind: 'cell',
          subject: 'state',
          was: 'Diterima',
          becomes: 'Selesai',
          because: 'Selesai.',
        },
        { kind: 'cell', subject: 'state', was: 'Diterima', becomes: '', because: '' },
        {
          kind: 'moment',
          ticket,
          subject: 'confirmed',
          becomes: '2026-11-18T02:30:00Z',
          because: 'teramati pada lembar',
        },
      ]),
    ).toEqual([
      'Status became "Selesai", because "Selesai"; it had been "Diterima".',
      'Status was emptied; it had been "Diterima".',
      'Noted that it was confirmed: 2026-11-18 10.30 WITA.',
    ]);
  });

  test('names the days of an event that comes again for which rows were promised', () => {
    const { field, value, reason } = promisedDay(ticket, '2026-12-07', 46_355.157);
    const because = reason?.kind === 'cell' ? reason.because : '';

    expect(
      told([{ kind: 'cell', subject: field, was: '', becomes: String(value), because }]),
    ).toEqual([
      'Its row for 2026-12-07 was promised, because "baris baru untuk hari lain dari kegiatan berulang".',
    ]);
  });

  test('names a document as it lies in the folder, and an address on the web as it can be opened', () => {
    const saved = (becomes: string) =>
      told([{ kind: 'document', subject: 'laporan', becomes, because: 'dokumen dibuat' }]);
    expect(saved('Dokumen/Surat%20Tugas/100%.docx')).toEqual([
      'Document laporan: "dokumen dibuat", Dokumen/Surat%20Tugas/100%.docx.',
    ]);
    expect(saved('Dokumen/Surat%20Tugas/a.docx')).toEqual([
      'Document laporan: "dokumen dibuat", Dokumen/Surat Tugas/a.docx.',
    ]);
    expect(saved('https://drive.test/a%20b')).toEqual([
      'Document laporan: "dokumen dibuat", https://drive.test/a%20b.',
    ]);
  });

  test('puts what became of messages where it belongs in time, and names nobody by address', () => {
    const [first, second] = told(
      [{ kind: 'ticket-given', ticket, because: 'permohonan baru' }],
      [receipt, { ...receipt, ticket: 'VC-2026-0008' }],
    );
    expect(first).toBe('Message tanda-terima/VC-2026-0007/pemohon/1 was handed over.');
    expect(second).toBe('The request got the ticket VC-2026-0007: "permohonan baru".');
    expect(`${first}${second}`).not.toContain('sri@contoh.test');
  });

  test('calls messages as Pesan does, from their promise to their withdrawal', () => {
    const line: HistoryLine = {
      kind: 'message',
      subject: `duty-withdrawn/${ticket}/officer andi contoh/2`,
      because: 'pesan direncanakan: diganti',
    };
    const withdrawn = { kind: 'withdrawn', at: nine, why: 'tidak berlaku lagi' } as const;

    expect(told([line], [{ ...receipt, state: withdrawn }])).toEqual([
      'Message pembatalan-tugas/VC-2026-0007/petugas andi contoh/2 was planned, because "diganti".',
      'Message tanda-terima/VC-2026-0007/pemohon/1 was withdrawn, because "tidak berlaku lagi".',
    ]);
  });

  test('tells a signature that was taken out again', () => {
    const line = {
      kind: 'signature',
      subject: `laporan/${ticket}`,
      because: 'isi Diperiksa',
    } as const;
    expect(
      told([
        { ...line, becomes: 'KST' },
        { ...line, becomes: '' },
      ]),
    ).toEqual([
      'Diperiksa of the document laporan/VC-2026-0007 was filled with "KST".',
      'Diperiksa of the document laporan/VC-2026-0007 was emptied again.',
    ]);
  });
});
