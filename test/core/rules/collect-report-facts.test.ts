import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/cases/desk.ts';
import type { StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { collectReportFacts } from '../../../src/core/rules/collect-report-facts.ts';
import { aCase, aDesk, aSituation, instant } from '../../support/builders.ts';

const whole: Partial<StaffFacts> = {
  network: 'siap',
  confirmed: { kind: 'at', at: instant('2026-11-16T12:00') },
  actualLeader: { name: 'Sri Lestari, M.Si.', position: 'Kepala Bappeda' },
  actualStart: Temporal.PlainTime.from('09:05'),
  actualEnd: Temporal.PlainTime.from('11:20'),
  attended: 74,
  incidents: false,
};
const handMade = { officers: ['Andi Rahman, S.Kom.'] };
const incident: Incident = {
  ticket: 'VC-2026-0001',
  kind: 'koneksi',
  what: 'suara terputus',
  action: 'pindah ke kabel',
};

const judged = (subject: Case, incidents: readonly Incident[] = [], now = '2026-11-23T12:00') =>
  collectReportFacts([subject], aSituation({ now, desk: aDesk({ incidents }) })).get(
    subject.ticket,
  );
const missing = (staff: Partial<StaffFacts>, incidents?: readonly Incident[]) =>
  judged(
    aCase({ staff: { ...whole, ...staff }, handMade }),
    incidents,
  )?.decided?.reportFacts?.missing.map(({ header }) => header);

describe('collect report facts', () => {
  test('finds the report of a fully noted event whole', () => {
    expect(judged(aCase({ staff: whole, handMade }))).toEqual({
      decided: { reportFacts: { complete: true, waived: false, missing: [] } },
    });
  });

  test('names everything that is still to be filled in, from the end of the event', () => {
    const bare = aCase({
      answers: { plannedLeader: { name: 'Rencana' }, recording: true },
      staff: { confirmed: { kind: 'at', at: instant('2026-11-16T12:00') } },
    });
    const judgement = judged(bare);

    expect(judgement?.decided?.reportFacts?.missing.map(({ header }) => header)).toEqual([
      'Pejabat Memimpin',
      'Petugas',
      'Mulai Aktual',
      'Selesai Aktual',
      'Peserta Hadir',
      'Hasil Rekaman',
      'Kendala Ada',
    ]);
    expect(judgement?.findings).toHaveLength(2);
    expect(judgement?.findings?.[0]?.text).toMatch(/^Laporan Kegiatan masih Draf\. Lengkapi /);
    expect(judged(bare, [], '2026-11-23T10:59')?.findings).toBeUndefined();
  });

  test('asks nothing of an event of which nobody knows whether it took place', () => {
    expect(judged(aCase())?.findings).toBeUndefined();
  });

  test('wants the position of the leading official', () => {
    expect(missing({ actualLeader: { name: 'Sri Lestari' } })).toEqual(['Pejabat Memimpin']);
    expect(missing({ actualLeader: { name: 'Sekretaris Daerah' } })).toEqual([]);
    expect(missing({ actualLeader: { name: 'Plt. Kadis', representedBy: 'Sri' } })).toEqual([]);
  });

  test('believes "tidak ada kendala" only when the log agrees', () => {
    expect(missing({ incidents: false }, [incident])).toEqual(['Kendala Ada']);
    expect(missing({ incidents: true })).toEqual(['Kendala Ada']);
    expect(missing({ incidents: true }, [incident])).toEqual([]);
  });

  test('wants of every incident what happened and what was done', () => {
    const { action: _, ...unanswered } = incident;

    expect(missing({ incidents: true }, [incident, unanswered])).toEqual(['tab Kendala']);
  });

  test.each(['Selesai Aktual', 'Peserta Hadir', 'Kendala Ada', 'Cek Lokasi'])(
    'stays a draft while %s holds what nobody understood',
    (field) => {
      const { request, ...rest } = aCase({ staff: whole, handMade });
      const { actualEnd: _, attended: __, incidents: ___, ...others } = request.staff;
      const findings = [{ kind: 'warning', field, text: 'tidak terbaca' }] as const;
      const subject = { ...rest, findings, request: { ...request, staff: others, findings } };

      expect(judged(subject)?.decided?.reportFacts?.missing).toContainEqual({
        header: field,
        what: 'tidak terbaca',
        filled: true,
      });
    },
  );

  test('wants equipment that has a name', () => {
    const reserved = (name: string) =>
      judged(
        aCase({ staff: whole, handMade: { ...handMade, reserved: [{ name, quantity: 1 }] } }),
      )?.decided?.reportFacts?.missing.map(({ header }) => header);

    expect(reserved('sudah semua')).toEqual(['Peralatan Disiapkan']);
    expect(reserved('speaker')).toEqual([]);
    expect(reserved('Meja')).toEqual([]);
  });

  test('is whole where a cell was understood and something is said about it', () => {
    const { request, ...rest } = aCase({ staff: whole, handMade });
    const findings = [{ kind: 'warning', field: 'Peserta Hadir', text: 'dibaca 74' }] as const;

    expect(
      judged({ ...rest, findings, request: { ...request, findings } })?.decided?.reportFacts,
    ).toMatchObject({ complete: true });
  });

  test('never skips the coordination with the network team in silence, also after the event', () => {
    const told = (staff: Partial<StaffFacts>, kind: 'operator' | 'link' = 'operator') =>
      judged(
        aCase({
          staff: { ...whole, network: undefined, ...staff } as Partial<StaffFacts>,
          handMade,
          answers: { serviceKind: kind },
        }),
      )?.findings?.map(({ text }) => text);

    expect(told({})?.join()).toMatch(/Koordinasi Jaringan belum dicatat/);
    expect(told({ network: 'tidak perlu' })?.join()).toMatch(/Tulis sebabnya pada Alasan/);
    expect(told({ network: 'tidak perlu', reason: 'jaringan kabel tetap' })).toBeUndefined();
    expect(told({}, 'link')).toBeUndefined();
  });

  test('wants to know why a recording was withheld', () => {
    expect(missing({ recordingResult: { kind: 'withheld', why: ' ' } })).toEqual(['Hasil Rekaman']);
    expect(missing({ recordingResult: { kind: 'not-recorded' } })).toEqual([]);
  });

  test('is waived by closing the event with a reason', () => {
    const closed = (reason?: string) =>
      judged(aCase({ staff: { ...(reason && { reason }) }, handMade: { state: 'Ditutup' } }))
        ?.decided?.reportFacts?.waived;

    expect(closed('Arsip hilang.')).toBe(true);
    expect(closed()).toBe(false);
  });

  test('leaves out events that are called off', () => {
    expect(judged(aCase({ handMade: { state: 'Dibatalkan' } }))).toBeUndefined();
  });
});
