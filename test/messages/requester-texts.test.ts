/** The texts to requesters, printed from what the kinds see of real requests: whole sentences, whatever is missing. */
import { expect, test } from 'vitest';
import { ownTemplates } from '../../src/config.ts';
import type { Moment } from '../../src/core/cases/ledger-state.ts';
import type { Case } from '../../src/core/cases/situation.ts';
import { cancellation } from '../../src/core/messages/kinds/cancellation.ts';
import { messageKinds } from '../../src/core/messages/kinds/index.ts';
import { openTextShelf } from '../../src/messages/text-shelf.ts';
import { aCase, aDesk, instant } from '../support/builders.ts';
import { lookAt } from '../support/messages.ts';

const shelf = openTextShelf({
  folder: ownTemplates,
  builtIn: ownTemplates,
  lastGood: ownTemplates,
  keep: false,
});
const texts = shelf.take(messageKinds);
const desk = aDesk({ settings: { contact: '' } });

const printed = (subject: Case, now: string): readonly string[] =>
  messageKinds.flatMap((kind) =>
    kind.wants(lookAt([subject], { now, desk })).flatMap((message) => {
      const { subject: line, text, draft } = texts.render(kind.key, message);
      return [line, text, draft];
    }),
  );

const moments: readonly Moment[] = [
  { kind: 'received', at: instant('2026-11-16T09:00') },
  { kind: 'confirmed', at: instant('2026-11-16T10:00') },
];

/** Nothing but what a request cannot do without. */
const bare = (rest: Parameters<typeof aCase>[0] = {}): Case => {
  const { staff, ...others } = rest;
  const subject = aCase({
    answers: { serviceKind: 'link', equipment: [{ name: 'Kabel', quantity: 2, known: true }] },
    moments,
    ...others,
    ...(staff && { staff }),
  });
  const { requesterName: _, institution: __, place: ___, ...answers } = subject.request.answers;
  return { ...subject, request: { ...subject.request, answers } };
};

const confirmed = { confirmed: { kind: 'ticked' } } as const;

const stages = [
  ['asked', bare(), '2026-11-16T09:05'],
  ['confirmed', bare({ staff: confirmed }), '2026-11-17T09:00'],
  [
    'refused',
    bare({
      handMade: { state: 'Ditolak' },
      moments: [...moments, { kind: 'refused', at: instant('2026-11-17T08:00') }],
    }),
    '2026-11-17T09:00',
  ],
  ['the day before', bare({ staff: confirmed }), '2026-11-20T15:00'],
  ['over', bare({ staff: confirmed }), '2026-11-23T12:00'],
] as const;

test.each(stages)(
  '%s: a request of few answers is written to in whole sentences',
  (_, subject, now) => {
    const all = printed(subject, now);

    expect(all.length).toBeGreaterThan(0);
    for (const text of all) {
      expect(text).not.toMatch(
        /undefined|null|\{\{|\(\)| {2}| ,|,,|\.\.|""|\n{3}|pukul *$|^(?:Hari|Waktu|Tempat|Petugas|Jenis layanan|Alasan|Tautan rapat): *$/m,
      );
      expect(text).toContain(text.includes('\n') ? 'Yth.' : 'VC-2026-0001');
    }
  },
);

test('a moved event whose own day nobody could read is written of in whole sentences', () => {
  const moved = bare({
    handMade: { state: 'Dijadwalkan Ulang' },
    movedTo: 'VC-2026-0002',
    moments: [...moments, { kind: 'cancelled', at: instant('2026-11-17T08:00') }],
  });
  const { schedule: _, ...answers } = moved.request.answers;
  const earlier = { ...moved, request: { ...moved.request, answers } };
  const later = aCase({
    ticket: 'VC-2026-0002',
    moveAnswer: { kind: 'moved', from: [earlier.ticket] },
  });
  const [cancelled] = cancellation.wants(
    lookAt([earlier, later], { now: '2026-11-17T09:00', desk }),
  );
  const { text = '', draft = '' } = (cancelled && texts.render('cancellation', cancelled)) ?? {};

  expect(text).toContain('digeser ke Senin, 23 November 2026');
  expect(draft).toContain('digeser ke Senin, 23 November 2026');
});
