import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Case, ClockReading } from '../../../src/core/cases/situation.ts';
import { stateNames } from '../../../src/core/cases/state.ts';
import { casesBehind } from '../../../src/core/figures/by-month.ts';
import { figureSources } from '../../../src/core/figures/figure-sources.ts';
import { auditFileView } from '../../../src/documents/kinds/audit-file.ts';
import { monthlyRecapView } from '../../../src/documents/kinds/monthly-recap.ts';
import { aCase, aDesk, aSchedule, aSituation, instant, timeZone } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';

const november = Temporal.PlainYearMonth.from('2026-11');

/** As the rule gives them: a late entry has no figure, and only what is not answered can be overdue. */
const clocks: fc.Arbitrary<ClockReading> = fc
  .tuple(
    fc.constantFrom<Pick<ClockReading, 'kind' | 'flags'>>(
      { kind: 'met', flags: [] },
      { kind: 'met', flags: ['urgent'] },
      { kind: 'met', flags: ['lapsed'] },
      { kind: 'missed', flags: [] },
      { kind: 'missed', flags: ['urgent'] },
      { kind: 'running', flags: ['overdue'] },
      { kind: 'running', flags: [] },
      { kind: 'no-figure', flags: ['late-entry'] },
    ),
    fc.nat({ max: 3000 }),
  )
  .map(([{ kind, flags }, wallMinutes]) => ({
    kind,
    flags,
    shown: '',
    sentence: '',
    ...((kind === 'met' || kind === 'missed') && { wallMinutes }),
  }));

const someCase = (number: number): fc.Arbitrary<Case> =>
  fc
    .record({
      state: fc.constantFrom(...stateNames),
      day: fc.constantFrom('2026-10-30', '2026-11-03', '2026-11-30', '2026-12-01', 'none'),
      institution: fc.constantFrom('Dinas Sosial', 'Dinas Kesehatan', ''),
      clock: clocks,
      wished: fc.nat({ max: 4 }),
      reserved: fc.nat({ max: 4 }),
      participants: fc.nat({ max: 200 }),
      attended: fc.nat({ max: 200 }),
      incidents: fc.constantFrom({ incidents: true }, { incidents: false }, {}),
    })
    .map(({ state, day, institution, wished, reserved, clock, ...told }) => {
      const ticket = `VC-2026-${String(number).padStart(4, '0')}`;
      const subject = aCase({
        ticket,
        answers: {
          institution,
          institutionCanonical: institution,
          participants: told.participants,
          equipment: wished === 0 ? [] : [{ name: 'Speaker', quantity: wished, known: true }],
          ...(day !== 'none' && { schedule: aSchedule({ day }) }),
        },
        staff: { attended: told.attended, ...told.incidents },
        decided: {
          state: { is: state, because: '' },
          clock,
          equipment: {
            reserved: reserved === 0 ? [] : [{ name: 'Speaker', quantity: reserved }],
            shortage: [],
          },
        },
      });
      if (day !== 'none') return subject;
      const { schedule: _, ...answers } = subject.request.answers;
      return { ...subject, request: { ...subject.request, answers } };
    });

const someCases: fc.Arbitrary<readonly Case[]> = fc
  .nat({ max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => someCase(at + 1))));

const desk = aDesk({
  incidents: [
    { ticket: 'VC-2026-0002', kind: 'koneksi' },
    { ticket: 'VC-2026-0003', kind: 'login' },
    { at: instant('2026-11-12T10:00'), kind: 'koneksi' },
  ],
  complaints: [
    { at: instant('2026-11-12T10:00'), kind: 'saran', text: 'x', number: 'ADU-2026-0001' },
    { ticket: 'VC-2026-0001', kind: 'pengaduan', text: 'x', number: 'ADU-2026-0002' },
  ],
  surveys: [
    { at: instant('2026-11-12T10:00'), scores: [4, 4, 4, 4, 4, 4, 4, 4, 3] },
    { ticket: 'VC-2026-0001', scores: [3, 3, 3] },
  ],
});

/** "VC-2026-0001; VC-2026-0002 (3)" come to 4. */
const addedUp = (sources: readonly string[]): number =>
  sources.reduce((sum, source) => sum + Number(/\((\d+)\)$/.exec(source)?.[1] ?? 1), 0);

test('nothing of a month rests on other cases than those behind it', () => {
  fc.assert(
    fc.property(someCases, (cases) => {
      const situation = aSituation({ now: '2027-01-04T09:00', desk });
      for (const month of ['2026-10', '2026-11', '2026-12']) {
        const first = Temporal.PlainYearMonth.from(month);
        const from = first.with({ month: 10 }).toPlainDate({ day: 1 });
        const period = { from: from.with({ month: 1 }), to: from.with({ month: 12, day: 31 }) };
        const behind = casesBehind(period, { cases, desk, timeZone });
        expect(monthlyRecapView(behind, situation, first)).toEqual(
          monthlyRecapView(cases, situation, first),
        );
        const quarter = { from, to: period.to };
        expect(
          auditFileView(
            casesBehind(quarter, { cases, desk, timeZone }),
            situation,
            first.with({ month: 10 }),
          ),
        ).toEqual(auditFileView(cases, situation, first.with({ month: 10 })));
      }
    }),
    { numRuns: 20 },
  );
});

describe('the sources of the figures of a month', () => {
  test('add up to every figure that the recap prints, and to no other', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const sources = figureSources(november, { cases, desk, timeZone });
        const recap = monthlyRecapView(
          cases,
          aSituation({ now: '2027-01-04T09:00', desk }),
          november,
        );
        const of = (group: string, name: string): number =>
          addedUp(
            sources.find((each) => each.group === group && each.name === name)?.sources ?? [],
          );
        const { waktuLayanan: time, jawabanKendala: answers } = recap;

        expect(of('Permohonan', 'Permohonan tercatat')).toBe(recap.jumlahPermohonan);
        expect(of('Permohonan', 'Tanpa hari kegiatan yang terbaca')).toBe(
          recap.permohonanTanpaHari,
        );
        expect(of('Permohonan', 'Kegiatan terlaksana')).toBe(recap.jumlahTerlaksana);
        expect(of('Permohonan', 'Terlaksana tanpa catatan pelaksanaan')).toBe(
          recap.terlaksanaTanpaCatatan,
        );
        expect(of('Waktu layanan', 'Terpenuhi')).toBe(time.terpenuhi);
        expect(of('Waktu layanan', 'Lewat tenggat')).toBe(time.terlambat);
        expect(of('Waktu layanan', 'Mendadak, terpenuhi')).toBe(time.mendadakTerpenuhi);
        expect(of('Waktu layanan', 'Mendadak, lewat tenggat')).toBe(time.mendadakTerlambat);
        expect(of('Waktu layanan', 'Entri susulan')).toBe(time.entriSusulan);
        expect(of('Waktu layanan', 'Belum atau tidak dinilai')).toBe(time.belumDinilai);
        const answered = 'Isian Kendala Ada';
        expect(of(answered, 'Dinyatakan tidak ada')).toBe(answers.tidakAda);
        expect(of(answered, 'Dicatat')).toBe(answers.dicatat);
        expect(of(answered, 'Ada, tetapi tidak dicatat')).toBe(answers.tanpaCatatan);
        expect(of(answered, 'Belum dijawab')).toBe(answers.belumDijawab);
        const ready = 'Kesiapan peralatan';
        expect(of(ready, 'Unit diminta')).toBe(recap.kesiapanDiminta);
        expect(of(ready, 'Unit disediakan')).toBe(recap.kesiapanDisediakan);
        expect(of(ready, 'Speaker, diminta')).toBe(
          recap.kesiapan.find(({ nama }) => nama === 'Speaker')?.diminta ?? 0,
        );
        expect(of(ready, 'Permohonan yang dihitung')).toBe(recap.kesiapanPermohonan);
        expect(of(ready, 'Permohonan yang tidak seluruhnya terhitung')).toBe(
          recap.kesiapanTakTerhitung,
        );
        expect(of('Peserta', 'Menurut permohonan')).toBe(recap.pesertaRencana);
        expect(of('Peserta', 'Tercatat hadir')).toBe(recap.pesertaHadir);
        const named = (group: string) =>
          sources
            .filter((each) => each.group === group)
            .map(({ name, sources: own }) => [name, own.length]);
        expect(new Set(named('Status').map(String))).toEqual(
          new Set(recap.perStatus.map(({ nama, jumlah }) => `${nama},${jumlah}`)),
        );
        expect(new Set(named('Instansi').map(String))).toEqual(
          new Set(recap.perInstansi.map(({ nama, permohonan }) => `${nama},${permohonan}`)),
        );
        expect(new Set(named('Kendala').map(String))).toEqual(
          new Set(recap.perKendala.map(({ nama, jumlah }) => `${nama},${jumlah}`)),
        );
        expect(new Set(named('Pengaduan').map(String))).toEqual(
          new Set(recap.perPengaduan.map(({ nama, jumlah }) => `${nama},${jumlah}`)),
        );
      }),
      { numRuns: runs(13, 40) },
    );
  });

  test('are the same in whatever order the sheet is sorted', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const office = { desk, timeZone };
        expect(figureSources(november, { ...office, cases: cases.toReversed() })).toEqual(
          figureSources(november, { ...office, cases }),
        );
      }),
      { numRuns: runs(7, 20) },
    );
  });

  test('name a complaint with its ticket, and an entry without one by its day', () => {
    const sources = figureSources(november, {
      cases: [aCase({ decided: { state: { is: 'Selesai', because: '' } } })],
      desk,
      timeZone,
    });
    const of = (group: string) => sources.filter((each) => each.group === group);

    expect(of('Pengaduan')).toEqual([
      {
        group: 'Pengaduan',
        name: 'Saran',
        value: '1',
        sources: ['ADU-2026-0001'],
      },
      {
        group: 'Pengaduan',
        name: 'Pengaduan',
        value: '1',
        sources: ['ADU-2026-0002 (VC-2026-0001)'],
      },
    ]);
    expect(of('Kepuasan')).toEqual([
      {
        group: 'Kepuasan',
        name: 'IKM dari 1 responden',
        value: '97,22',
        sources: ['tanpa tiket, 12 November 2026'],
      },
      {
        group: 'Kepuasan',
        name: 'Survei yang tidak lengkap',
        value: '1',
        sources: ['VC-2026-0001'],
      },
    ]);
  });
});
