import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Complaint, Desk } from '../../../src/core/cases/desk.ts';
import { monthlyRecapView } from '../../../src/documents/kinds/monthly-recap.ts';
import { aCase, aDesk, aSituation, instant } from '../../support/builders.ts';

const recap = (month: string, desk: Partial<Omit<Desk, 'settings'>>, now = '2027-02-01T08:00') =>
  monthlyRecapView(
    [aCase()],
    aSituation({ now, desk: aDesk(desk) }),
    Temporal.PlainYearMonth.from(month),
  );

const aComplaint = (overrides: Partial<Complaint> = {}): Complaint => ({
  number: 'ADU-2026-0001',
  at: instant('2026-10-28T09:00'),
  kind: 'pengaduan',
  text: 'Suara putus.',
  ...overrides,
});

describe('complaints in the recap', () => {
  test('about money have their number and kind there, and neither their words nor the answer', () => {
    const complaint = aComplaint({
      kind: 'pungutan',
      text: 'Pak Budi meminta uang.',
      answer: 'Budi dipanggil.',
    });

    const view = recap('2026-10', { complaints: [complaint] });
    expect(view.pengaduan).toMatchObject([
      { nomorPengaduan: 'ADU-2026-0001', jenis: 'Pungutan', isi: 'Tidak diuraikan dalam rekap.' },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Budi|uang\./);
    expect(view.jumlahPungutan).toBe(1);
  });

  test('stand as they came in, whatever their order in the tab', () => {
    const complaints = [
      aComplaint({ number: 'ADU-2026-0003', at: instant('2026-10-28T11:00') }),
      aComplaint({ number: 'ADU-2026-0001', at: instant('2026-10-30T09:00') }),
      aComplaint({ number: 'ADU-2026-0002' }),
    ];

    const numbers = recap('2026-10', { complaints }).pengaduan.map((each) => each.nomorPengaduan);
    expect(numbers).toEqual(['ADU-2026-0002', 'ADU-2026-0003', 'ADU-2026-0001']);
  });

  test('that are still open are carried into the next recaps, with the days that they have waited', () => {
    const complaints = [aComplaint({ handler: 'Citra Dewi' }), aComplaint({ kind: 'saran' })];

    expect(recap('2026-10', { complaints }).pengaduanTerbuka).toEqual([]);
    expect(recap('2026-11', { complaints }).pengaduanTerbuka).toEqual([
      {
        nomorPengaduan: 'ADU-2026-0001',
        tanggal: '2026-10-28',
        jenis: 'Pengaduan',
        penangan: 'Citra Dewi',
        tenggat: '2026-11-04',
        hari: 33,
      },
    ]);
    expect(recap('2026-11', { complaints }, '2026-11-02T08:00').pengaduanTerbuka[0]?.hari).toBe(5);
  });

  test('closed later leave the recap of a month that was over as it is', () => {
    const open = recap('2026-11', { complaints: [aComplaint()] });
    const closed = recap('2026-11', {
      complaints: [aComplaint({ closed: Temporal.PlainDate.from('2026-12-03') })],
    });

    expect(closed.pengaduanTerbuka).toEqual(open.pengaduanTerbuka);
    expect(
      recap('2026-12', {
        complaints: [aComplaint({ closed: Temporal.PlainDate.from('2026-12-03') })],
      }).pengaduanTerbuka,
    ).toEqual([]);
  });
});

describe('satisfaction in the recap', () => {
  const survey = (month: string, score: number, answered = 9) => ({
    at: instant(`2026-${month}-10T09:00`),
    scores: Array.from({ length: answered }, () => score),
  });
  const surveys = [survey('10', 4), survey('11', 3), survey('12', 3), survey('12', 4, 5)];

  test('tells how many answers could not be counted, and in the last month of a quarter the quarter', () => {
    const december = recap('2026-12', { surveys });

    expect(december.kepuasan).toMatchObject({ jumlahResponden: 1, nilai: 75, takTerhitung: 1 });
    expect(december.kepuasanTriwulan).toEqual({
      triwulan: 'IV',
      jumlahResponden: 3,
      nilai: 83.33,
      mutu: 'B',
      kinerja: 'Baik',
      takTerhitung: 1,
    });
    expect(recap('2026-11', { surveys }).kepuasanTriwulan).toBeUndefined();
  });
});
