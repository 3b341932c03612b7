import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { beginningsOf, freeHours } from '../../../src/core/rules/free-hours.ts';
import {
  aCase,
  aDesk,
  aLicence,
  anItem,
  anOfficer,
  aSchedule,
  aSituation,
} from '../../support/builders.ts';

const situation = aSituation({
  desk: aDesk({
    officers: [
      anOfficer({ name: 'Andi Rahman, S.Kom.' }),
      anOfficer({ name: 'Budi Santoso, S.T.' }),
    ],
    licences: [aLicence({ meetings: 2 })],
    equipment: [anItem({ quantity: 3 })],
  }),
});
const day = Temporal.PlainDate.from('2026-11-23');
const asked: Case = aCase({
  ticket: 'yang ditanyakan',
  answers: { place: 'Aula Z', equipment: [] },
});
const freeOn = (cases: readonly Case[]) =>
  freeHours(asked, {
    cases: decide(cases, situation),
    schedules: beginningsOf(day, { minutes: 120, situation }),
    situation,
  }).map(({ schedule: { sessions }, leads, licences, equipment }) => ({
    at: sessions[0]?.start.toPlainTime().toString({ smallestUnit: 'minute' }),
    leads: leads.length,
    licences: licences.length,
    speakers: equipment[0]?.quantity,
  }));

describe('what is free on a day', () => {
  test('is everything where nothing is on, from the opening hour to the last that ends in time', () => {
    const free = freeOn([]);
    expect(free[0]).toEqual({ at: '07:30', leads: 2, licences: 1, speakers: 3 });
    expect(free.at(-1)?.at).toBe('14:00');
  });

  test('lacks who and what an event has, for its hours and the way', () => {
    const morning = aCase({
      answers: {
        schedule: aSchedule({ from: '08:00', to: '09:00' }),
        place: 'Aula A',
        equipment: [{ name: 'Speaker', quantity: 2, known: true }],
      },
    });
    const free = freeOn([morning]);
    expect(free[0]).toMatchObject({ leads: 1, licences: 1, speakers: 1 });
    expect(free.at(-1)).toMatchObject({ leads: 2, licences: 1, speakers: 3 });
  });

  test('counts no licence that stands in the row of an event that is called off', () => {
    const off = aCase({
      answers: { schedule: aSchedule({ from: '08:00', to: '09:00' }) },
      handMade: { state: 'Dibatalkan', licence: 'Zoom 1' },
    });
    const one = aSituation({ desk: aDesk({ licences: [aLicence({ name: 'Zoom 1' })] }) });
    const [first] = freeHours(asked, {
      cases: decide([off], one),
      schedules: beginningsOf(day, { minutes: 120, situation: one }),
      situation: one,
    });
    expect(first?.licences).toEqual(['Zoom 1']);
  });
});
