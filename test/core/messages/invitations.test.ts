import { expect, test } from 'vitest';
import { invitationOf } from '../../../src/core/messages/requester/invitations.ts';
import { aCase, aSchedule } from '../../support/builders.ts';

const asked = { method: 'request', person: 'pemohon', details: 'Petugas: Andi' } as const;
const disclosure = { publicTopic: 'Rapat', mayPrintLink: true, mayPrintRecording: true };

test('an ordinary event is told whole, its days as one entry', () => {
  const schedule = aSchedule({ day: '2026-11-23', endDay: '2026-11-25' });

  expect(invitationOf(aCase({ answers: { schedule }, decided: { disclosure } }), asked)).toEqual({
    method: 'request',
    uid: 'VC-2026-0001-pemohon',
    start: '2026-11-23T01:00:00Z',
    end: '2026-11-23T03:00:00Z',
    days: 3,
    summary: 'VC-2026-0001 Rapat',
    location: 'Aula Bappeda',
    description: 'Petugas: Andi',
    confidential: false,
  });
});

test.each(['terbatas', 'rahasia'] as const)(
  'of one that is %s nothing is told but when',
  (sensitivity) => {
    expect(
      invitationOf(aCase({ answers: { sensitivity }, decided: { disclosure } }), asked),
    ).toEqual({
      method: 'request',
      uid: 'VC-2026-0001-pemohon',
      start: '2026-11-23T01:00:00Z',
      end: '2026-11-23T03:00:00Z',
      summary: 'Sibuk',
      confidential: true,
    });
  },
);

test('without a schedule there is nothing to hold free', () => {
  const { schedule: _, ...answers } = aCase().request.answers;
  const subject = aCase();

  expect(
    invitationOf({ ...subject, request: { ...subject.request, answers } }, asked),
  ).toBeUndefined();
});
