import { expect, test } from 'vitest';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { confirmation } from '../../../../src/core/messages/kinds/confirmation.ts';
import { aCase, aDesk, anOfficer, instant } from '../../../support/builders.ts';
import { all, lookAt, planned, since } from '../../../support/messages.ts';

const received = { kind: 'received', at: instant('2026-11-16T09:00') } as const;
const confirmedAt = (text: string) => ({ kind: 'confirmed', at: instant(text) }) as const;

const aConfirmed = ({ answers, staff, ...rest }: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    answers: answers ?? {},
    staff: { confirmed: { kind: 'ticked' }, ...staff },
    moments: [received, confirmedAt('2026-11-17T08:55')],
    handMade: { officers: ['Andi Rahman'] },
    ...rest,
  });

const wanted = (...args: Parameters<typeof lookAt>) => confirmation.wants(lookAt(...args));
const desk = aDesk({ officers: [anOfficer({ phone: '6281211112222' })] });

test('it says when, where, who comes, and that the link follows', () => {
  const [message] = wanted([aConfirmed()], { desk });

  expect(message?.view).toMatchObject({
    hari: 'Senin, 23 November 2026',
    waktu: '09.00 s.d. 11.00 WITA',
    tempat: 'Aula Bappeda',
    layanan: 'Link Host + Operator',
    persiapan: 'pukul 08.00 WITA',
    petugas: 'Andi Rahman, S.Kom.',
    kontakPetugas: '081211112222',
    tautan: '',
    tautanMenyusul: true,
  });
  expect(message?.invitation).toMatchObject({ method: 'request', uid: 'VC-2026-0001-pemohon' });
});

test('the link and the account stand in it once they are ready', () => {
  const staff = { meetingLink: 'https://zoom.test/j/1', meetingId: '111' };

  expect(wanted([aConfirmed({ staff })])[0]?.view).toMatchObject({
    tautan: 'https://zoom.test/j/1',
    idRapat: '111',
    akun: 'Zoom 100',
    tautanMenyusul: false,
  });
});

test.each(['terbatas', 'rahasia'] as const)(
  'of one that is %s the way in is told by phone',
  (sensitivity) => {
    const subject = aConfirmed({
      answers: { sensitivity, place: 'Zoom https://zoom.test/j/7' },
      staff: { meetingLink: 'https://zoom.test/j/1', meetingId: '111 kode 77' },
    });
    const [message] = wanted([subject]);

    expect(JSON.stringify(message)).not.toMatch(/zoom\.test|kode 77/);
    expect(message?.view).toMatchObject({ tautanTertutup: true });
    expect(message?.invitation).toMatchObject({ confidential: true, summary: 'Sibuk' });
  },
);

test('a mistaken tick that is taken back in time reaches nobody', () => {
  const told = planned(lookAt([aConfirmed()]), [confirmation]);
  const moments = [
    received,
    confirmedAt('2026-11-17T08:55'),
    { kind: 'unconfirmed', at: instant('2026-11-17T09:05') } as const,
  ];
  const look = lookAt([aCase({ moments })], { told, now: '2026-11-17T09:05' });

  expect(all(planned(look, [confirmation])).map(({ state }) => state.kind)).toEqual(['withdrawn']);
});

test('where nobody is found to go yet, a name is said to follow', () => {
  const { handMade: _, ...open } = aConfirmed();
  const [message] = wanted([{ ...open, handMade: {} }], { desk: aDesk({ officers: [] }) });

  expect(message?.view).toMatchObject({ petugas: '', petugasMenyusul: true });
});

test('what stood confirmed before the ledger told anything is old news', () => {
  const old = [{ kind: 'received', at: instant('2026-11-10T09:00') } as const];
  const before = aConfirmed({ moments: [...old, confirmedAt('2026-11-12T09:00')] });
  const unknown = aConfirmed({
    moments: [...old, { kind: 'confirmed', at: since, detail: 'waktu tidak diketahui' }],
  });
  const now = aConfirmed({ moments: [...old, confirmedAt('2026-11-17T08:00')] });

  expect(wanted([before])).toEqual([]);
  expect(wanted([unknown])).toEqual([]);
  expect(wanted([now])).toHaveLength(1);
});
