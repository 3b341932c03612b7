import { expect, test } from 'vitest';
import type { Moment } from '../../../../src/core/cases/ledger-state.ts';
import type { MessageMemory } from '../../../../src/core/cases/messages.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { cancellation } from '../../../../src/core/messages/kinds/cancellation.ts';
import { change } from '../../../../src/core/messages/kinds/change.ts';
import { confirmation } from '../../../../src/core/messages/kinds/confirmation.ts';
import { aCase, aDesk, anOfficer, aSchedule, instant } from '../../../support/builders.ts';
import { all, lookAt, toldBy } from '../../../support/messages.ts';

const kinds = [confirmation, change, cancellation];
const received: Moment = { kind: 'received', at: instant('2026-11-16T09:00') };
const confirmed: Moment = { kind: 'confirmed', at: instant('2026-11-17T08:00') };
const moved = (text: string): Moment => ({ kind: 'rescheduled', at: instant(text) });

const aConfirmed = ({ staff, ...rest }: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    staff: { confirmed: { kind: 'ticked' }, ...staff },
    moments: [received, confirmed],
    handMade: { officers: ['Andi Rahman'] },
    ...rest,
  });

const heard = (...passes: readonly (readonly [string, Case])[]): MessageMemory =>
  passes.reduce<MessageMemory>(
    (told, [now, subject]) => toldBy(lookAt([subject], { now, told }), ...kinds),
    new Map(),
  );

const atTwo = { schedule: aSchedule({ from: '14:00', to: '16:00' }) };

test('it names what changed, from what and to what', () => {
  const told = heard(['2026-11-17T09:00', aConfirmed()]);
  const subject = aConfirmed({
    answers: { place: 'Ruang Oval' },
    handMade: { officers: ['Budi Santoso'] },
  });
  const [message] = change.wants(lookAt([subject], { told }));

  expect(message?.view).toMatchObject({
    perubahan: [
      { apa: 'Tempat', dari: 'Aula Bappeda', menjadi: 'Ruang Oval' },
      { apa: 'Petugas', dari: 'Andi Rahman, S.Kom.', menjadi: 'Budi Santoso, S.T.' },
    ],
    dikonfirmasi: true,
  });
});

test('there and back again is told thrice, and each is true when it is told', () => {
  const told = heard(
    ['2026-11-17T09:00', aConfirmed()],
    ['2026-11-17T11:00', aConfirmed({ answers: { place: 'Ruang Oval' } })],
    ['2026-11-17T13:00', aConfirmed()],
  );

  expect(all(told).map(({ key, view }) => [key, view['tempat']])).toEqual([
    ['confirmation/VC-2026-0001/requester/1', 'Aula Bappeda'],
    ['change/VC-2026-0001/requester/1', 'Ruang Oval'],
    ['change/VC-2026-0001/requester/2', 'Aula Bappeda'],
  ]);
});

test('a new hour is told at once, and its confirmation when that is given', () => {
  const first = ['2026-11-17T09:00', aConfirmed()] as const;
  const later = aConfirmed({
    answers: atTwo,
    moments: [received, confirmed, moved('2026-11-17T11:00')],
  });
  const again = aConfirmed({
    answers: atTwo,
    moments: [
      received,
      confirmed,
      moved('2026-11-17T11:00'),
      { kind: 'confirmed', at: instant('2026-11-17T12:00') },
    ],
  });
  const told = heard(first, ['2026-11-17T11:00', later], ['2026-11-17T12:00', again]);

  expect(all(told).map(({ kind, view }) => [kind, view['waktu'], view['dikonfirmasi']])).toEqual([
    ['confirmation', '09.00 s.d. 11.00 WITA', undefined],
    ['confirmation', '14.00 s.d. 16.00 WITA', undefined],
    ['change', '14.00 s.d. 16.00 WITA', false],
  ]);
});

test('a confirmation that is taken back after it was told is told to be', () => {
  const told = heard(['2026-11-17T09:00', aConfirmed()]);
  const open = aCase({ moments: [received, confirmed], handMade: { officers: ['Andi Rahman'] } });

  expect(change.wants(lookAt([open], { told }))[0]?.view).toMatchObject({
    ditarik: true,
    dikonfirmasi: false,
    perubahan: [],
  });
});

test('a link that is ready is told; one of an event that became confidential is repeated by nobody', () => {
  const told = heard(['2026-11-17T09:00', aConfirmed()]);
  const staff = { meetingLink: 'https://zoom.test/j/1' };
  const [ready] = change.wants(lookAt([aConfirmed({ staff })], { told }));
  const after = heard(['2026-11-17T09:00', aConfirmed({ staff })]);
  const closed = aConfirmed({ staff, answers: { sensitivity: 'terbatas', place: 'Ruang Oval' } });

  expect(ready?.view['perubahan']).toContainEqual({
    apa: 'Tautan rapat',
    dari: '',
    menjadi: 'https://zoom.test/j/1',
  });
  expect(JSON.stringify(change.wants(lookAt([closed], { told: after })))).not.toContain(
    'zoom.test',
  );
});

test('a new phone of ours or another wording of the office is no news', () => {
  const told = heard(['2026-11-17T09:00', aConfirmed()]);
  const desk = aDesk({
    officers: [anOfficer({ phone: '6281299998888' })],
    settings: { contact: '0435-111' },
  });
  const look = lookAt([aConfirmed()], { told, desk });

  expect(change.wants(look)).toEqual([]);
  expect(confirmation.wants(look)).toEqual([]);
  expect(confirmation.holds?.(look)).toHaveLength(1);
});

test('what was called off and goes on is told to go on', () => {
  const off = aConfirmed({
    handMade: { state: 'Dibatalkan' },
    moments: [received, confirmed, { kind: 'cancelled', at: instant('2026-11-17T10:00') }],
  });
  const told = heard(['2026-11-17T09:00', aConfirmed()], ['2026-11-17T10:00', off]);
  const on = aCase({
    moments: [...off.moments, { kind: 'resumed', at: instant('2026-11-17T11:00') }],
  });

  expect(change.wants(lookAt([on], { told }))[0]?.view).toMatchObject({ dilanjutkan: true });
  expect(confirmation.wants(lookAt([aConfirmed()], { told }))).toHaveLength(1);
});

test('whoever has another address now hears the confirmation there', () => {
  const told = heard(['2026-11-17T09:00', aConfirmed()]);
  const look = lookAt([aConfirmed({ answers: { email: 'rahmat@gorontalo.test' } })], { told });

  expect(confirmation.wants(look)).toHaveLength(1);
  expect(change.wants(look)).toEqual([]);
});
