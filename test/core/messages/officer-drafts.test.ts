import { expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { MessageKind } from '../../../src/core/messages/message-kind.ts';
import type { DraftWriter } from '../../../src/core/messages/shown/draft-writer.ts';
import { officerDrafts } from '../../../src/core/messages/shown/officer-drafts.ts';
import { waLink } from '../../../src/messages/wa-link.ts';
import { aCase, aSchedule, aSituation, instant } from '../../support/builders.ts';

const now = instant('2026-11-17T09:00');

const event = (ticket: string, day: string): Case =>
  aCase({ ticket, answers: { schedule: aSchedule({ day }) } });

/** Tells the officer of each ticket. */
const duty = (
  phones: Readonly<Record<string, string | undefined>>,
  officerOf: Readonly<Record<string, string>>,
): MessageKind => ({
  key: 'duty',
  title: 'Penugasan',
  audience: 'officer',
  template: 'penugasan.txt',
  mustPrint: [],
  sample: {},
  wants: ({ cases }) =>
    cases.map(({ ticket }) => {
      const name = officerOf[ticket] ?? 'Andi';
      const phone = phones[name];
      return {
        ticket,
        to: { audience: 'officer', name, ...(phone !== undefined && { phone }) },
        view: { isi: `tugas ${ticket}` },
        notBefore: now,
        because: 'ditugaskan',
      };
    }),
});

const writer: DraftWriter = {
  textOf: (_, { view }) => String(view['isi']),
  mark: 'as they are',
  linkTo: waLink,
};

const draftsOf = (cases: readonly Case[], kind: MessageKind) =>
  officerDrafts(
    { cases, situation: aSituation({ now }), told: new Map(), since: now },
    [kind],
    writer,
  );

const [today, tomorrow, later] = ['2026-11-17', '2026-11-18', '2026-11-19'];

test('opens one draft an officer about today and tomorrow, in that order', () => {
  const cases = [
    event('VC-2026-0001', tomorrow ?? ''),
    event('VC-2026-0002', today ?? ''),
    event('VC-2026-0003', later ?? ''),
    event('VC-2026-0004', today ?? ''),
  ];
  const phones = { Andi: '6281200002222', Budi: '6281200003333' };

  expect(draftsOf(cases, duty(phones, { 'VC-2026-0004': 'Budi' }))).toEqual([
    {
      name: 'Andi',
      content: {
        kind: 'link',
        url: waLink('6281200002222', 'tugas VC-2026-0002\n\ntugas VC-2026-0001'),
        text: 'WhatsApp Andi: hari ini VC-2026-0002 dan besok VC-2026-0001',
      },
    },
    {
      name: 'Budi',
      content: {
        kind: 'link',
        url: waLink('6281200003333', 'tugas VC-2026-0004'),
        text: 'WhatsApp Budi: hari ini VC-2026-0004',
      },
    },
  ]);
});

test.each([
  ['without a number', undefined, 'Nomor teleponnya belum diisi di tab Petugas.'],
  ['with a landline', '62435821000', 'Nomor teleponnya bukan nomor WhatsApp.'],
])('says what is missing of an officer %s', (_, phone, says) => {
  const cases = [event('VC-2026-0001', today ?? '')];

  expect(draftsOf(cases, duty({ Andi: phone }, {}))).toEqual([
    { name: 'Andi', content: `hari ini VC-2026-0001. ${says}` },
  ]);
});
