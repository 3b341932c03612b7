import { describe, expect, test } from 'vitest';
import type { Finding, StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { settleState } from '../../../src/core/rules/settle-state.ts';
import { aCase, aRequest, aSchedule, aSituation, instant } from '../../support/builders.ts';

const judged = (subject: Case, now?: string) =>
  settleState([subject], aSituation(now === undefined ? {} : { now })).get(subject.ticket);
const state = (subject: Case, now?: string) => judged(subject, now)?.decided?.state?.is;
const fields = (subject: Case, now?: string) =>
  (judged(subject, now)?.findings ?? []).map(({ field }) => field);

const confirmed = { confirmed: { kind: 'at', at: instant('2026-11-16T12:00') } } as const;
const defect: Finding = { kind: 'defect', text: 'Belum diisi.' };
const complete = { complete: true, waived: false, missing: [] };
const lacking = { complete: false, waived: false, missing: [{ header: 'Petugas', what: 'nama' }] };
const during = '2026-11-23T10:00';
const afterwards = '2026-11-23T12:00';

describe('settle state', () => {
  test('follows the row from complete to ready', () => {
    const steps: readonly [Partial<StaffFacts>, string][] = [
      [{}, 'Diterima'],
      [{ coordination: 'Sudah ditelepon.' }, 'Dikoordinasikan'],
      [confirmed, 'Terjadwal'],
      [{ ...confirmed, systemTested: true }, 'Disiapkan'],
      [
        {
          ...confirmed,
          network: 'siap',
          placeChecked: true,
          equipmentOnSite: true,
          systemTested: true,
          participantsConfigured: true,
          platformSet: true,
        },
        'Siap',
      ],
    ];

    for (const [staff, expected] of steps) expect(state(aCase({ staff }))).toBe(expected);
  });

  test('asks for better answers while some are missing, unless it was confirmed all the same', () => {
    expect(state(aCase({ request: aRequest({ findings: [defect] }) }))).toBe('Perlu Perbaikan');
    expect(state(aCase({ request: aRequest({ findings: [defect], staff: confirmed }) }))).toBe(
      'Terjadwal',
    );
  });

  test('goes with the time once the event begins, over all days and nights of it', () => {
    const answers = { schedule: aSchedule({ endDay: '2026-11-25' }) };
    const subject = aCase({ answers, staff: confirmed });

    expect(state(subject, '2026-11-23T08:59')).toBe('Terjadwal');
    expect(state(subject, '2026-11-24T02:00')).toBe('Berlangsung');
    expect(state(subject, '2026-11-25T11:00')).toBe('Selesai');
  });

  test('is over sooner when staff noted the end', () => {
    const actualEnd = instant('2026-11-23T09:45').toZonedDateTimeISO('Asia/Makassar').toPlainTime();

    expect(state(aCase({ staff: { ...confirmed, actualEnd } }), during)).toBe('Selesai');
  });

  test('closes an event when its report has every fact', () => {
    expect(state(aCase({ staff: confirmed, decided: { reportFacts: lacking } }), afterwards)).toBe(
      'Selesai',
    );
    expect(state(aCase({ staff: confirmed, decided: { reportFacts: complete } }), afterwards)).toBe(
      'Ditutup',
    );
  });

  test('takes an event keyed in afterwards for held', () => {
    expect(state(aCase({ answers: { schedule: aSchedule({ day: '2026-11-12' }) } }))).toBe(
      'Selesai',
    );
  });

  test('asks whether an event took place that went by without a confirmation', () => {
    expect(state(aCase(), afterwards)).toBe('Diterima');
    expect(judged(aCase(), afterwards)?.findings?.[0]?.text).toContain('Tidak Terlaksana');
    expect(judged(aCase({ staff: { attended: 20 } }), afterwards)?.findings).toBeUndefined();
  });

  test('lets a state set by hand stand, and says where the row disagrees', () => {
    const ahead = aCase({ handMade: { state: 'Siap' }, staff: { ...confirmed, network: 'siap' } });
    const forgotten = aCase({ handMade: { state: 'Diterima' }, staff: confirmed });

    expect(judged(ahead)).toMatchObject({
      decided: { state: { is: 'Siap' } },
      findings: [{ kind: 'warning', field: 'Status' }],
    });
    expect(fields(forgotten)).toEqual([]);
    expect(fields(forgotten, afterwards)).toEqual(['Status']);
  });

  test('wants a reason for a refusal, a cancellation and an event not held', () => {
    for (const byHand of ['Ditolak', 'Dibatalkan', 'Tidak Terlaksana'] as const) {
      expect(fields(aCase({ handMade: { state: byHand } }))).toEqual(['Alasan']);
      expect(fields(aCase({ handMade: { state: byHand }, staff: { reason: 'Ditunda.' } }))).toEqual(
        [],
      );
    }
  });

  test('wants a reason when staff close an event whose report is not whole', () => {
    const closed = (reason?: string) =>
      aCase({
        handMade: { state: 'Ditutup' },
        staff: { ...confirmed, ...(reason && { reason }) },
        decided: { reportFacts: { ...lacking, waived: reason !== undefined } },
      });

    expect(fields(closed(), afterwards)).toEqual(['Status']);
    expect(fields(closed('Petugas pindah tugas.'), afterwards)).toEqual([]);
  });

  test('never skips the network in silence', () => {
    expect(fields(aCase({ staff: confirmed }))).toEqual(['Koordinasi Jaringan']);
    expect(fields(aCase({ staff: { ...confirmed, network: 'tidak siap' } }))).toHaveLength(1);
    expect(fields(aCase({ staff: { ...confirmed, network: 'tidak perlu' } }))).toHaveLength(1);
    expect(
      fields(aCase({ staff: { ...confirmed, network: 'tidak perlu', reason: 'Jaringan aula.' } })),
    ).toEqual([]);
    expect(fields(aCase({ answers: { serviceKind: 'link' }, staff: confirmed }))).toEqual([]);
  });
});
