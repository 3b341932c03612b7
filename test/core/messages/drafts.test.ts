/** What stands in *Hubungi*: the draft that fits the moment, to the right person, and nothing that lets anybody in. */
import { expect, test } from 'vitest';
import type { Recipient } from '../../../src/core/cases/messages.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { MessageKind, WantedMessage } from '../../../src/core/messages/message-kind.ts';
import type { DraftWriter } from '../../../src/core/messages/shown/draft-writer.ts';
import { requesterDrafts } from '../../../src/core/messages/shown/drafts.ts';
import { waLink } from '../../../src/messages/wa-link.ts';
import { aCase, aSchedule, aSituation, instant } from '../../support/builders.ts';

const now = instant('2026-11-17T09:00');
const ticket = 'VC-2026-0001';
const siti: Recipient = {
  audience: 'requester',
  name: 'Siti Contoh',
  address: 'siti@biro.test',
  phone: '6281200001111',
};

const decided: Case['decided'] = { state: { is: 'Diterima', because: 'permohonan masuk' } };

/** A kind whose only message says `says`. */
const saying = (
  title: string,
  message: Partial<WantedMessage> = {},
  says = title,
): MessageKind => ({
  key: title,
  title,
  audience: 'requester',
  template: `${title}.txt`,
  mustPrint: [],
  sample: {},
  wants: () => [
    { ticket, to: siti, view: { isi: says }, notBefore: now, because: title, ...message },
  ],
});

const write: DraftWriter = {
  textOf: (_, { view }) => `Kami Tim Contoh. ${String(view['isi'])}`,
  mark: 'as they are',
  linkTo: waLink,
};

const draftBy = (
  kinds: readonly MessageKind[],
  subject: Case = { ...aCase({ ticket }), decided },
) =>
  requesterDrafts(
    { cases: [subject], situation: aSituation({ now }), told: new Map(), since: now },
    kinds,
    write,
  ).get(ticket)?.content;

const link = (about: string, says = about) => ({
  kind: 'link',
  url: waLink('6281200001111', `Kami Tim Contoh. ${says}`),
  text: `WhatsApp Siti Contoh: ${about.toLowerCase()} (${ticket})`,
});

test('opens what is newest', () => {
  const earlier = { notBefore: instant('2026-11-16T09:00') };

  expect(draftBy([saying('Konfirmasi'), saying('Tanda terima', earlier)])).toEqual(
    link('Konfirmasi'),
  );
});

test('of one moment opens what comes later in the list of kinds', () => {
  expect(draftBy([saying('Tanda terima'), saying('Permintaan kelengkapan')])).toEqual(
    link('Permintaan kelengkapan'),
  );
});

test.each([
  ['to be said tomorrow', { notBefore: instant('2026-11-18T09:00') }],
  ['too late now', { notAfter: now }],
])('does not open what is %s', (_, when) => {
  expect(draftBy([saying('Tanda terima'), saying('Pengingat', when)])).toEqual(
    link('Tanda terima'),
  );
});

test('is empty where nothing is to be said', () => {
  expect(draftBy([])).toBe('');
});

test('leaves the cell as it is where no rule decided about the request', () => {
  expect(draftBy([], aCase({ ticket }))).toBeUndefined();
});

test('of an event that is over opens nothing that is a month old', () => {
  const old = { notBefore: instant('2026-10-01T09:00') };
  const answers = { schedule: aSchedule({ day: '2026-10-05' }) };
  const past = { ...aCase({ ticket, answers }), decided };

  expect(draftBy([saying('Terima kasih', old)], past)).toBe('');
  expect(draftBy([saying('Tanda terima', old)])).toEqual(link('Tanda terima'));
});

test('shows the number of a landline, where no draft can be opened', () => {
  const to = { ...siti, phone: '62435821000' };

  expect(draftBy([saying('Konfirmasi', { to })])).toBe(
    `Telepon 0435821000, Siti Contoh: konfirmasi (${ticket})`,
  );
});

test('is empty for who can only be mailed, and says so of who cannot be reached', () => {
  const { phone: _, ...mailed } = siti;
  const { address: __, ...unreachable } = mailed;

  expect(draftBy([saying('Konfirmasi', { to: mailed })])).toBe('');
  expect(draftBy([saying('Konfirmasi', { to: unreachable })])).toBe(
    `Tidak ada nomor untuk menghubungi Siti Contoh: konfirmasi (${ticket})`,
  );
});

test.each([
  ['the link of the meeting', 'Tautan https://zoom.us/j/81234567890?pwd=abc'],
  ['its number', 'ID 812 3456 7890, sandi 4321'],
  ['a link that staff noted elsewhere', 'https://meet.google.com/abc-defg-hij'],
])('prints nothing with %s', (_, secret) => {
  const subject = aCase({
    ticket,
    staff: { meetingLink: 'https://zoom.us/j/81234567890?pwd=abc', meetingId: '812 3456 7890' },
  });

  expect(draftBy([saying('Konfirmasi', {}, secret)], subject)).toEqual(link('Konfirmasi', ''));
});

test('leaves the cell as it is where the program fails over a draft, and fills the others', () => {
  const other = { ...aCase({ ticket: 'VC-2026-0002' }), decided };
  const drafts = requesterDrafts(
    {
      cases: [aCase({ ticket }), other],
      situation: aSituation({ now }),
      told: new Map(),
      since: now,
    },
    [saying('Konfirmasi')],
    {
      ...write,
      textOf: () => {
        throw new Error('rusak');
      },
    },
  );

  expect(drafts.has(ticket)).toBe(false);
  expect(drafts.get('VC-2026-0002')?.content).toBe('');
});

test('asks what was asked before this desk sent anything', () => {
  const sinceLastWeek: MessageKind = {
    ...saying('Permintaan kelengkapan'),
    wants: ({ since }) =>
      since.epochMilliseconds < instant('2026-11-10T09:00').epochMilliseconds
        ? saying('Permintaan kelengkapan').wants({} as never)
        : [],
  };

  expect(draftBy([sinceLastWeek])).toEqual(link('Permintaan kelengkapan'));
});
