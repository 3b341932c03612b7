import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import {
  officerCalendars,
  type ToldCalendars,
} from '../../../src/core/messages/officer-calendars.ts';
import { aCase, aDesk, aSchedule, aSituation, instant } from '../../support/builders.ts';

const event = ({
  ticket = 'VC-2026-0001',
  day = '2026-11-23',
  who = ['Andi Rahman, S.Kom.'],
  provisional = false,
  ...rest
}: Partial<Case> & {
  readonly day?: string;
  readonly who?: readonly string[];
  readonly provisional?: boolean;
} = {}): Case =>
  aCase({
    ticket,
    answers: { schedule: aSchedule({ day }) },
    decided: {
      officers: {
        kind: 'assigned',
        people: who.map((name) => ({ name, role: 'lead', provisional })),
        because: '',
      },
      disclosure: { publicTopic: 'Rapat', mayPrintLink: true, mayPrintRecording: true },
    },
    ...rest,
  });

const calendars = (
  cases: readonly Case[],
  { now = '2026-11-17T09:00', told = new Map() }: { now?: string; told?: ToldCalendars } = {},
) => officerCalendars(cases, aSituation({ now, desk: aDesk() }), { told });

const toldOf = (made: ReturnType<typeof calendars>): ToldCalendars =>
  new Map(made.map(({ officer, entries }) => [officer, entries]));

/** Officer, standing and number of every entry. */
const shown = (made: ReturnType<typeof calendars>) =>
  made.flatMap(({ officer, entries }) =>
    entries.map(({ standing, sequence }) => `${officer}: ${standing} ${sequence}`),
  );

describe('the calendar of an officer', () => {
  test('holds what he is assigned to, and what may still change as tentative', () => {
    const made = calendars([
      event({ who: ['Andi Rahman, S.Kom.', 'Budi Santoso, S.T.'], provisional: true }),
      event({ ticket: 'VC-2026-0002', day: '2026-11-20' }),
    ]);

    expect(made.map(({ officer }) => officer)).toEqual(['Andi Rahman', 'Budi Santoso']);
    expect(
      made[0]?.entries.map(({ event: { uid, start }, standing }) => [uid, start, standing]),
    ).toEqual([
      ['VC-2026-0002-petugas-andi-rahman-s-kom', '2026-11-20T01:00:00Z', 'confirmed'],
      ['VC-2026-0001-petugas-andi-rahman-s-kom', '2026-11-23T01:00:00Z', 'tentative'],
    ]);
  });

  test('stays the same to the second while the facts do', () => {
    const first = calendars([event()]);
    const later = calendars([event()], { now: '2026-11-19T12:00', told: toldOf(first) });

    expect(later).toEqual(first);
  });

  test('counts up when day or place change, and takes back what was called off or given to others', () => {
    const told = toldOf(calendars([event()]));
    const moved = calendars([event({ day: '2026-11-24' })], { told, now: '2026-11-18T09:00' });
    expect(shown(moved)).toEqual(['Andi Rahman: confirmed 1']);
    expect(moved[0]?.entries[0]?.stamp).toBe(instant('2026-11-18T09:00').toString());

    const off = calendars([event({ handMade: { state: 'Dibatalkan' } })], { told });
    expect(shown(off)).toEqual(['Andi Rahman: cancelled 1']);
    const given = calendars([event({ who: ['Budi Santoso, S.T.'] })], { told });
    expect(shown(given)).toEqual(['Andi Rahman: cancelled 1', 'Budi Santoso: confirmed 0']);
    expect(shown(calendars([event()], { told: toldOf(off) }))).toEqual([
      'Andi Rahman: confirmed 2',
    ]);
  });

  test('says nothing of what was called off before it was told', () => {
    expect(calendars([event({ handMade: { state: 'Ditolak' } })])).toEqual([]);
  });

  test('leaves an event as it was told while the program fails over it', () => {
    const told = toldOf(calendars([event()]));
    const failures = [{ kind: 'rule', rule: 'x', code: 'Error' }] as const;

    expect(shown(calendars([event({ failures, decided: {} })], { told }))).toEqual([
      'Andi Rahman: confirmed 0',
    ]);
  });

  test('forgets what lies back more than a month', () => {
    const told = toldOf(calendars([event()]));

    expect(calendars([event()], { told, now: '2026-12-31T09:00' })).toHaveLength(1);
    expect(calendars([event()], { told, now: '2027-01-01T09:00' })).toEqual([]);
  });

  test('of a confidential event says when, and nothing else', () => {
    const secret = event();
    const { request } = secret;
    const answers = { ...request.answers, sensitivity: 'rahasia' } as const;

    const [made] = calendars([{ ...secret, request: { ...request, answers } }]);
    expect(made?.entries[0]?.event).toMatchObject({ summary: 'Sibuk', confidential: true });
    expect(JSON.stringify(made)).not.toMatch(/Rapat|Aula/);
  });

  test('has one entry for whoever stands there twice', () => {
    const twice = event();
    const staff = { ...twice.request.staff, networkOfficers: ['Andi Rahman'] };

    expect(shown(calendars([{ ...twice, request: { ...twice.request, staff } }]))).toHaveLength(1);
    expect(Temporal.Instant.from(calendars([twice])[0]?.entries[0]?.stamp ?? '')).toBeDefined();
  });
});
