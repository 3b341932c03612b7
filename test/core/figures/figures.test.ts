import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case, ClockReading } from '../../../src/core/cases/situation.ts';
import { figuresFor, monthFigures } from '../../../src/core/figures/figures.ts';
import { aCase, aDesk, anItem, aSchedule, instant, timeZone } from '../../support/builders.ts';

const november = Temporal.PlainYearMonth.from('2026-11');
const desk = aDesk();
const clock = (reading: Partial<ClockReading>): ClockReading => ({
  kind: 'met',
  flags: [],
  shown: '',
  sentence: '',
  ...reading,
});
const figures = (cases: readonly Case[], ofDesk = desk) =>
  monthFigures(november, { cases, desk: ofDesk, timeZone });

describe('figures', () => {
  test('count an event in the month in which it starts, and name apart what has no day', () => {
    const inDecember = aCase({ answers: { schedule: aSchedule({ day: '2026-12-01' }) } });
    const across = aCase({
      answers: { schedule: aSchedule({ day: '2026-11-30', endDay: '2026-12-01' }) },
    });
    const { request, ...rest } = aCase();
    const { schedule: _, ...answers } = request.answers;
    const undated = { ...rest, request: { ...request, answers } };

    expect(figures([inDecember, across, undated])).toMatchObject({ requests: 1, undated: 1 });
  });

  test('count anew what was received, when asked by the clock of another zone', () => {
    const { request, ...rest } = aCase({
      moments: [{ kind: 'received', at: instant('2026-12-01T00:30') }],
    });
    const { schedule: _, ...answers } = request.answers;
    const cases = [{ ...rest, request: { ...request, answers } }];

    expect(figures(cases).undated).toBe(0);
    expect(monthFigures(november, { cases, desk, timeZone: 'Asia/Jakarta' }).undated).toBe(1);
  });

  test('count by institution, state and kind of service', () => {
    const sosial = { institutionCanonical: 'Dinas Sosial', serviceKind: 'link' } as const;
    const state = (is: 'Siap' | 'Selesai') => ({ state: { is, because: '' } });
    const counted = figures([
      aCase({ decided: state('Selesai') }),
      aCase({ answers: sosial, decided: state('Siap') }),
      aCase({ answers: sosial, decided: state('Siap') }),
    ]);

    expect(counted.byInstitution).toEqual([
      { name: 'Dinas Sosial', count: 2 },
      { name: 'Badan Perencanaan Pembangunan Daerah', count: 1 },
    ]);
    expect(counted.byState).toEqual([
      { name: 'Siap', count: 2 },
      { name: 'Selesai', count: 1 },
    ]);
    expect(counted.byServiceKind).toEqual([
      { name: 'Link Host saja', count: 2 },
      { name: 'Link Host + Operator', count: 1 },
    ]);
    expect(counted.held).toBe(1);
  });

  test('count kept and broken promises, the urgent ones apart', () => {
    const readings = [
      clock({ wallMinutes: 60, workingMinutes: 60 }),
      clock({ wallMinutes: 180, workingMinutes: 90 }),
      clock({ kind: 'missed', wallMinutes: 1_500, workingMinutes: 500 }),
      clock({ kind: 'running', flags: ['overdue'] }),
      clock({ kind: 'met', flags: ['urgent'], wallMinutes: 30, workingMinutes: 30 }),
      clock({ kind: 'no-figure', flags: ['late-entry'] }),
      clock({ kind: 'running' }),
    ];

    expect(
      figures(readings.map((reading) => aCase({ decided: { clock: reading } }))).service,
    ).toEqual({
      met: 2,
      missed: 2,
      urgentMet: 1,
      urgentMissed: 0,
      lateEntries: 1,
      undecided: 1,
      compliancePercent: 50,
      averageMinutes: 580,
      averagedOf: 3,
      averagedMinutes: 1740,
    });
  });

  test('measure readiness by what was asked for of list D and could be brought', () => {
    const wish = (name: string, quantity: number) => ({ name, quantity, known: true });
    const subject = aCase({
      answers: { equipment: [wish('Speaker', 3), wish('Meja', 1), wish('Panggung', 1)] },
      decided: {
        equipment: {
          reserved: [
            { name: 'Speaker', quantity: 2 },
            { name: 'Meja', quantity: 3 },
          ],
          shortage: [{ name: 'Speaker', quantity: 1, why: '' }],
        },
      },
    });
    const cancelled = aCase({
      answers: { equipment: [wish('Kursi', 50)] },
      handMade: { state: 'Dibatalkan' },
    });

    expect(figures([subject, cancelled]).readiness).toEqual({
      requested: 4,
      delivered: 3,
      percent: 75,
      counted: 1,
      uncounted: 0,
      byFacility: [
        { name: 'Meja', requested: 1, delivered: 1 },
        { name: 'Speaker', requested: 3, delivered: 2 },
      ],
    });
  });

  test('say nothing about the readiness of what nobody has counted', () => {
    const subject = aCase({
      answers: { equipment: [{ name: 'Speaker', quantity: 3, known: true }] },
      decided: {
        equipment: {
          reserved: [{ name: 'Speaker', quantity: 1 }],
          shortage: [],
          uncounted: [{ name: 'Speaker', quantity: 2 }],
        },
      },
    });

    expect(figures([subject]).readiness).toEqual({
      requested: 0,
      delivered: 0,
      counted: 0,
      uncounted: 1,
      byFacility: [],
    });
  });

  test('take nothing for ready that nobody set aside, unless staff ticked that all was there', () => {
    const wished = { equipment: [{ name: 'Speaker', quantity: 2, known: true }] };
    const untold = aCase({
      answers: wished,
      decided: { equipment: { reserved: [], shortage: [] } },
    });
    const ticked = aCase({ answers: wished, staff: { equipmentOnSite: true } });

    expect(figures([untold]).readiness).toMatchObject({ requested: 0, uncounted: 1 });
    expect(figures([untold]).readiness).not.toHaveProperty('percent');
    expect(figures([ticked]).readiness).toMatchObject({ requested: 2, delivered: 2, uncounted: 0 });
  });

  test('count nothing of a wish that was read with a question, and only the known part of one', () => {
    const speaker = { name: 'Speaker', quantity: 1, known: true };
    const drone = { name: 'Drone', quantity: 1, known: false };
    const asked = [{ kind: 'warning', field: 'Peralatan yang Dibutuhkan', text: '' }] as const;
    const staff = { equipmentOnSite: true };
    const wishing = (equipment: readonly (typeof speaker)[]) =>
      aCase({ answers: { equipment }, staff });
    const { request, ...rest } = wishing([speaker]);
    const unclear = { ...rest, request: { ...request, findings: asked } };

    expect(figures([unclear]).readiness).toMatchObject({ requested: 0, counted: 0, uncounted: 1 });
    expect(figures([wishing([speaker, drone])]).readiness).toMatchObject({
      requested: 1,
      delivered: 1,
      counted: 1,
      uncounted: 1,
    });
    expect(figures([wishing([drone])]).readiness).toMatchObject({ requested: 0, uncounted: 1 });
  });

  test('know equipment under the name that the register gives it', () => {
    const speaker = anItem({ name: 'Speaker JBL', kind: 'Speaker' });
    const subject = aCase({
      answers: { equipment: [{ name: 'Speaker', quantity: 1, known: true }] },
      decided: {
        equipment: { reserved: [{ name: 'speaker jbl', quantity: 1 }], shortage: [] },
      },
    });

    expect(figures([subject], aDesk({ equipment: [speaker] })).readiness.delivered).toBe(1);
  });

  test('name a row whose wish nobody could read as one that could not be counted', () => {
    const { request, ...rest } = aCase();
    const findings = [
      { kind: 'warning', field: 'Peralatan yang Dibutuhkan', text: 'tidak terbaca' },
    ] as const;

    expect(figures([{ ...rest, request: { ...request, findings } }]).readiness.uncounted).toBe(1);
  });

  test('say of events held who told of them, and what of their incidents', () => {
    const selesai = { state: { is: 'Selesai', because: '' } } as const;
    const held = (ticket: string, staff: Partial<StaffFacts>) =>
      aCase({ ticket, decided: selesai, staff });
    const counted = figures(
      [
        held('VC-2026-0001', {}),
        held('VC-2026-0002', { incidents: false }),
        held('VC-2026-0003', { incidents: true }),
        held('VC-2026-0004', { incidents: false }),
      ],
      aDesk({ incidents: [{ ticket: 'VC-2026-0004', kind: 'login' }] }),
    );

    expect(counted).toMatchObject({
      held: 4,
      untold: 1,
      incidentAnswers: { none: 1, logged: 1, unlogged: 1, unanswered: 1 },
    });
  });

  test('count no institution where none is named', () => {
    const { request, ...rest } = aCase();
    const { institution: _, institutionCanonical: __, ...answers } = request.answers;
    const nameless = { ...rest, request: { ...request, answers } };
    const counted = figures([nameless, nameless, aCase()]);

    expect(counted.institutions).toBe(1);
    expect(counted.byInstitution.map(({ name }) => name)).toEqual([
      'Badan Perencanaan Pembangunan Daerah',
      '(belum diisi)',
    ]);
  });

  test('count incidents by ticket, complaints and surveys by their day', () => {
    const scores = [4, 4, 4, 4, 4, 4, 4, 4, 4];
    const full = aDesk({
      incidents: [
        { ticket: 'VC-2026-0001', kind: 'login' },
        { ticket: 'VC-2026-0001', kind: 'koneksi' },
        { ticket: 'VC-2025-0001', kind: 'koneksi' },
      ],
      complaints: [
        { kind: 'pungutan', text: '…', at: instant('2026-11-02T09:00') },
        { kind: 'saran', text: '…', ticket: 'VC-2026-0001' },
        { kind: 'saran', text: '…', at: instant('2026-10-02T09:00'), ticket: 'VC-2026-0001' },
      ],
      surveys: [
        { at: instant('2026-11-30T23:59'), scores },
        { at: instant('2026-12-01T00:00'), scores },
      ],
    });
    const counted = figures([aCase({ staff: { attended: 74 } })], full);

    expect(counted.incidents).toEqual([
      { name: 'koneksi', count: 1 },
      { name: 'login', count: 1 },
    ]);
    expect(counted.complaints).toEqual([
      { name: 'saran', count: 1 },
      { name: 'pungutan', count: 1 },
    ]);
    expect(counted.satisfaction).toMatchObject({ n: 1, index: 100, grade: 'A' });
    expect(counted.participants).toEqual({
      planned: 80,
      plannedOf: 1,
      attended: 74,
      attendedOf: 1,
    });
  });

  test('say nothing where there is nothing to say', () => {
    const none = figures([]);

    expect(none.requests).toBe(0);
    expect(none.service).not.toHaveProperty('compliancePercent');
    expect(none.readiness).toEqual({
      requested: 0,
      delivered: 0,
      counted: 0,
      uncounted: 0,
      byFacility: [],
    });
    expect(none).not.toHaveProperty('satisfaction');
  });

  test('add up from months to the year', () => {
    const cases = ['2026-01-01', '2026-11-23', '2026-12-31', '2027-01-01'].map((day) =>
      aCase({ answers: { schedule: aSchedule({ day }) } }),
    );
    const year = {
      from: Temporal.PlainDate.from('2026-01-01'),
      to: Temporal.PlainDate.from('2026-12-31'),
    };

    expect(figuresFor(year, { cases, desk, timeZone }).requests).toBe(3);
  });
});
