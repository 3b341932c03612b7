import { expect, test } from 'vitest';
import type { Moment } from '../../../../src/core/cases/ledger-state.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { chase } from '../../../../src/core/messages/kinds/chase.ts';
import { thanks } from '../../../../src/core/messages/kinds/thanks.ts';
import { aCase, aDesk, instant } from '../../../support/builders.ts';
import { lookAt, planned, toldBy } from '../../../support/messages.ts';

const moments: readonly Moment[] = [
  { kind: 'received', at: instant('2026-11-16T09:00') },
  { kind: 'confirmed', at: instant('2026-11-17T08:00') },
];

const held = ({ staff, ...rest }: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    staff: { confirmed: { kind: 'ticked' }, ...staff },
    moments,
    handMade: { officers: ['Andi Rahman'] },
    ...rest,
  });

const after = '2026-11-23T13:40';
const questionsIn = (view: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(view?.['pertanyaan'] ?? []);

test('who was served is thanked, led to the form, and asked what the report lacks', () => {
  const answerForm = { address: 'https://forms.test/f/viewform', ticketQuestion: '10' };
  const [message] = thanks.wants(lookAt([held()], { now: after, answerForm }));

  expect(message?.notBefore).toEqual(instant('2026-11-23T11:00'));
  expect(message?.view['tautanIsian']).toBe(
    'https://forms.test/f/viewform?usp=pp_url&entry.16=VC-2026-0001',
  );
  expect(questionsIn(message?.view)).toMatch(/memimpin.*hadir/);
});

test('nobody is thanked for what was not served, not held, over long ago or keyed in afterwards', () => {
  const wanted = (subject: Case, since = instant('2026-11-16T08:00')) =>
    thanks.wants(lookAt([subject], { now: after, since }));
  const late = held({ moments: [{ kind: 'received', at: instant('2026-11-23T12:00') }] });

  expect(wanted(aCase())).toEqual([]);
  expect(wanted(held({ handMade: { state: 'Tidak Terlaksana' } }))).toEqual([]);
  expect(wanted(held(), instant('2026-11-23T12:00'))).toEqual([]);
  expect(wanted(late)).toEqual([]);
});

test('what is still missing is asked once more on the next working morning', () => {
  const told = toldBy(lookAt([held()], { now: after }), thanks);
  const known = held({
    staff: { attended: 40, actualLeader: { name: 'Contoh', position: 'Sekretaris' } },
  });
  const look = { told, now: '2026-11-23T16:00' };
  const [message] = chase.wants(lookAt([held()], look));

  expect(message?.notBefore).toEqual(instant('2026-11-24T08:00'));
  expect(questionsIn(message?.view)).toContain('memimpin');
  expect(questionsIn(chase.wants(lookAt([known], look))[0]?.view)).not.toMatch(/memimpin|hadir/);
  const twice = toldBy(lookAt([held()], { told, now: '2026-11-24T08:00' }), chase);
  expect(planned(lookAt([held()], { told: twice, now: '2026-11-24T09:00' }), [chase])).toEqual(
    twice,
  );
});

test('it does not ask before the thanks did, unless nobody is thanked', () => {
  const waiting = planned(lookAt([held()], { now: after }), [thanks]);
  const desk = aDesk({ settings: { mutedMessages: ['Ucapan terima kasih'] } });

  expect(chase.wants(lookAt([held()], { now: after }))).toEqual([]);
  expect(chase.wants(lookAt([held()], { now: after, told: waiting }))).toEqual([]);
  expect(chase.wants(lookAt([held()], { now: after, desk }))).toHaveLength(1);
});

test('a recording of a confidential event is not asked for in writing', () => {
  const subject = aCase({
    answers: { sensitivity: 'rahasia', recording: true, serviceKind: 'link' },
    staff: { confirmed: { kind: 'ticked' } },
    moments,
  });
  const [message] = thanks.wants(lookAt([subject], { now: after }));

  expect(questionsIn(message?.view)).toContain('tidak melalui pesan');
});
