import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import { type DaySheetView, daySheet } from '../../../src/documents/kinds/day-sheet.ts';
import { wantedDocuments } from '../../../src/documents/wanted-documents.ts';
import { aCase, aDesk, aSchedule, aSituation } from '../../support/builders.ts';

const people = [{ name: 'Budi Santoso, S.T.', role: 'lead', provisional: false }] as const;

const today = aCase({
  ticket: 'VC-2026-0002',
  answers: { schedule: aSchedule({ day: '2026-11-23' }) },
  decided: {
    officers: { kind: 'assigned', people, because: '' },
    equipment: {
      reserved: [{ name: 'Speaker', quantity: 2 }],
      shortage: [{ name: 'Meja', quantity: 1, why: '' }],
      uncounted: [{ name: 'Kamera', quantity: 1 }],
    },
    licence: { kind: 'short', because: '' },
  },
});

const wanted = (now: string, cases: readonly Case[] = [today]) =>
  wantedDocuments(cases, aSituation({ now, desk: aDesk() }), { kinds: [daySheet] });

describe('the sheet of the day', () => {
  test('is wanted from 06.30 of the office until the day is over, where there are events', () => {
    expect(wanted('2026-11-23T06:29')).toEqual([]);
    expect(wanted('2026-11-23T06:30')).toMatchObject([
      {
        key: 'lembar/2026-11-23',
        name: 'Lembar Hari Ini 2026-11-23.docx',
        folder: ['Lembar Harian', '2026', '11 November'],
      },
    ]);
    expect(wanted('2026-11-23T23:59')).toHaveLength(1);
    expect(wanted('2026-11-24T08:00')).toEqual([]);
  });

  test('is none on a day on which all was called off', () => {
    expect(wanted('2026-11-23T08:00', [{ ...today, handMade: { state: 'Dibatalkan' } }])).toEqual(
      [],
    );
  });

  test('says who goes with what, what is not certain, and what has to come back', () => {
    const earlier = aCase({
      ticket: 'VC-2026-0001',
      answers: { schedule: aSchedule({ day: '2026-11-20' }), sensitivity: 'rahasia' },
      decided: { equipment: { reserved: [{ name: 'Kamera', quantity: 1 }], shortage: [] } },
    });

    const view = wanted('2026-11-23T07:00', [today, earlier])[0]?.view as DaySheetView;
    expect(view.kegiatan).toMatchObject([
      {
        waktu: '09.00\u00A0s.d.\u00A011.00\u00A0WITA',
        tempat: 'Aula Bappeda',
        kontak: 'Sri Lestari; pemohon: Rahmat Pakaya, S.Sos., 081200000001',
        petugas: [{ nama: 'Budi Santoso, S.T.', peran: 'Operator utama' }],
        dibawa: [{ nama: 'Speaker', jumlah: 2 }],
        dariPemohon: [{ nama: 'Meja', jumlah: 1 }],
        akunZoom: 'belum ada akun yang bebas',
      },
    ]);
    expect(view.kegiatan[0]?.belum.at(-1)).toBe('ketersediaan Kamera (1)');
    expect(view.kembali).toMatchObject([
      { nomorTiket: 'VC-2026-0001', acara: 'Kegiatan rahasia', peralatan: [{ nama: 'Kamera' }] },
    ]);
  });

  test('of an event of several days tells the hours of this day', () => {
    const days = aSchedule({ day: '2026-11-22', endDay: '2026-11-24' });
    const sessions = days.sessions.map((session, index) =>
      index === 1 ? { ...session, end: session.end.add({ hours: 2 }) } : session,
    );
    const long = aCase({ answers: { schedule: { ...days, sessions } } });

    const view = wanted('2026-11-23T07:00', [long])[0]?.view as DaySheetView;
    expect(view.kegiatan[0]?.waktu).toBe('09.00\u00A0s.d.\u00A013.00\u00A0WITA');
    expect(Temporal.PlainDate.from(view.hari).day).toBe(23);
  });
});
