import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { doubleBookingNotices } from '../../../src/core/overview/double-bookings.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { aCase, aDesk, anItem, aSchedule, aSituation } from '../../support/builders.ts';

const officer = 'Andi Rahman, S.Kom.';
const clashing = (choice: Parameters<typeof aCase>[0], other = choice, from = '10:00') => [
  aCase({ ...choice, ticket: 'VC-2026-0001' }),
  aCase({
    ...other,
    ticket: 'VC-2026-0002',
    answers: {
      event: 'Sosialisasi',
      schedule: aSchedule({ from, to: '12:00' }),
      letterNumber: '7',
    },
  }),
];
const ended = aSituation({ now: '2026-11-24T09:00' });
const textsOf = (cases: Parameters<typeof decide>[0], situation = ended) =>
  decide(cases, situation).map(({ findings }) =>
    findings.map(({ text }) => text).filter((text) => text.includes('pada waktu yang sama')),
  );

describe('name double bookings', () => {
  test('names an officer chosen for both, beside both and in Ringkasan, after the events', () => {
    const cases = decide(clashing({ handMade: { officers: [officer] } }), ended);

    const texts = textsOf(clashing({ handMade: { officers: [officer] } }));
    expect(texts[0]?.[0]).toContain(`${officer} juga tercatat bertugas di VC-2026-0002`);
    expect(texts[1]?.[0]).toContain(`${officer} juga tercatat bertugas di VC-2026-0001`);
    expect(doubleBookingNotices(cases, ended)[0]).toContain(
      'VC-2026-0001 dan VC-2026-0002 (Petugas)',
    );
  });

  test('knows a colleague of the network whose name stands with a degree here and without there', () => {
    const texts = textsOf(
      clashing(
        { staff: { networkOfficers: ['Tamu Jaringan, S.T.'] } },
        { staff: { networkOfficers: ['tamu jaringan'] } },
      ),
    );

    expect(texts.flat().filter((text) => text.includes('juga tercatat bertugas'))).toHaveLength(2);
  });

  test('names a licence, and equipment beyond what there is', () => {
    expect(textsOf(clashing({ handMade: { licence: 'Zoom 300' } }))[0]?.[0]).toContain(
      'Zoom 300 juga tercatat dipakai VC-2026-0002',
    );
    const things = clashing({ handMade: { reserved: [{ name: 'Speaker', quantity: 2 }] } });
    const situation = aSituation({
      now: '2026-11-24T09:00',
      desk: aDesk({ equipment: [anItem({ quantity: 3 })] }),
    });
    expect(textsOf(things, situation)[1]?.[0]).toContain('Speaker: kantor memiliki 3');
  });

  test('names nobody for events one after the other, nor once they really were', () => {
    const choice = { handMade: { officers: [officer] } };
    expect(textsOf(clashing(choice, choice, '11:00'))).toEqual([[], []]);
    const [first, second] = clashing(choice);
    const moved = second && {
      ...second,
      request: {
        ...second.request,
        staff: { ...second.request.staff, actualStart: Temporal.PlainTime.from('11:10') },
      },
    };
    expect(textsOf([first, moved].filter((each) => each !== undefined))).toEqual([[], []]);
  });

  test('leaves the word to the choice itself before either has begun, and says nothing twice', () => {
    const choice = { handMade: { officers: [officer] } };
    for (const now of ['2026-11-20T09:00', '2026-11-23T10:30']) {
      const texts = textsOf(clashing(choice), aSituation({ now }));
      expect(texts.map((each) => each.length)).toEqual([1, 1]);
    }
  });
});
