import fc from 'fast-check';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { composeMail, type Mail } from '../../src/messages/compose-mail.ts';
import { runs } from '../support/long-runs.ts';

const written = Temporal.Instant.from('2026-11-23T08:00:00+08:00');

const aMail = (mail: Partial<Mail> = {}): Mail => ({
  to: 'yusuf@dinas.contoh.go.id',
  name: 'Yusuf Hasan',
  subject: 'VC-2026-0007 diterima',
  text: 'Permohonan Bapak/Ibu kami terima.\n\nLayanan ini gratis.',
  from: { name: 'Tim Persandian', address: 'vicon@office.contoh.go.id' },
  date: written,
  ...mail,
});

const composed = async (mail: Mail) => {
  const answer = await composeMail(mail);
  if (answer.kind === 'asked') throw new Error(answer.question);
  return { ...answer, text: Buffer.from(answer.raw).toString('latin1') };
};

const headOf = (text: string): string => text.slice(0, text.indexOf('\r\n\r\n'));

const fieldsNamed = (text: string, name: string): readonly string[] =>
  headOf(text)
    .split(/\r\n(?![ \t])/)
    .filter((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));

test('the same message is the same bytes, its id and date included', async () => {
  const [one, two] = [await composed(aMail()), await composed(aMail())];
  expect(one.text).toBe(two.text);
  expect(one.text).toContain('Date: Mon, 23 Nov 2026 00:00:00 +0000');
});

test('messages that say different things have different ids', async () => {
  const idOf = async (mail: Mail) => fieldsNamed((await composed(mail)).text, 'Message-ID');
  expect(await idOf(aMail())).not.toEqual(await idOf(aMail({ text: 'Jadwal berubah.' })));
});

test('no machine is to answer it', async () => {
  const { text } = await composed(aMail());
  expect(fieldsNamed(text, 'Auto-Submitted')).toEqual(['Auto-Submitted: auto-generated']);
});

test('a subject without a word says at least what the service is', async () => {
  const { raw } = await composed(aMail({ subject: ' \r\n ' }));
  expect((await simpleParser(Buffer.from(raw))).subject).toBe('Layanan Video Conference');
});

test.each([
  ['nothing', '', /tidak dapat dibaca/],
  ['a slip that could mean two things', 'yusuf@gmail,com', /yusuf@gmail\.com/],
  ['two mailboxes in one', '"yusuf@dinas.contoh.go.id x"@contoh.go.id', /./],
])('nobody is written to where the address is %s', async (_, to, question) => {
  const answer = await composeMail(aMail({ to }));
  expect(answer).toMatchObject({ kind: 'asked', question: expect.stringMatching(question) });
});

test('a sender that is no address is a fault of the settings', async () => {
  await expect(composeMail(aMail({ from: { address: 'kantor' } }))).rejects.toThrow(/name@domain/);
});

test('an invitation goes along twice, as part of the message and as a file, and says what it asks', async () => {
  const { raw, text } = await composed(
    aMail({
      calendar: {
        uid: 'VC-2026-0007@contoh.go.id',
        sequence: 1,
        stamp: written,
        start: Temporal.Instant.from('2026-11-25T09:00:00+08:00'),
        summary: 'Rapat Koordinasi',
        attendee: { name: 'Yusuf Hasan', address: 'yusuf@dinas.contoh.go.id' },
        method: 'cancel',
      },
    }),
  );
  expect(text).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/i);
  const { attachments } = await simpleParser(Buffer.from(raw));
  const file = attachments.find(({ filename }) => filename === 'undangan.ics');
  const event = new ICAL.Component(ICAL.parse(String(file?.content)));
  expect(event.getFirstPropertyValue('method')).toBe('CANCEL');
});

/** What people paste, type by mistake, or type on purpose. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '\r\nBcc: lain@jahat.example',
        '\n\nisi palsu',
        '=?utf-8?B?SGFkaWFo?=',
        '"',
        '\\',
        '<lain@jahat.example>',
        ', lain@jahat.example',
        ';',
        'é',
        '🎉',
        '\u2028',
        '\u202e',
        '\ud83d',
        ' ',
        'x'.repeat(400),
        'kata',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** As a reader sees it: runs of blanks are one, and what only turns or hides letters is gone. */
const seen = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

describe('whatever was typed', () => {
  test('goes to one person, in one field each, in lines that every server takes', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, typed, async (subject, name, body) => {
        const { text, envelope } = await composed(aMail({ subject, name, text: body }));
        expect(envelope.to).toEqual(['yusuf@dinas.contoh.go.id']);
        for (const field of ['From', 'To', 'Subject', 'Date', 'Message-ID'])
          expect(fieldsNamed(text, field)).toHaveLength(1);
        expect(fieldsNamed(text, 'Bcc')).toEqual([]);
        expect(text).not.toMatch(/[^\0-\x7f]/);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const lines = text.split('\r\n');
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
        for (const [word] of headOf(text).matchAll(/=\?[^?]+\?[QB]\?[^?]*\?=/gi))
          expect(word.length).toBeLessThanOrEqual(75);
      }),
      { numRuns: runs(50, 150) },
    );
  });

  test('is read as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (subject, name) => {
        const { raw } = await composed(aMail({ subject, name }));
        const parsed = await simpleParser(Buffer.from(raw));
        const to = Array.isArray(parsed.to) ? parsed.to[0] : parsed.to;
        expect(to?.value.map(({ address }) => address)).toEqual(['yusuf@dinas.contoh.go.id']);
        expect(seen(parsed.subject ?? '')).toBe(seen(subject) || 'Layanan Video Conference');
        expect(seen(to?.value[0]?.name ?? '')).toBe(seen(name));
      }),
      { numRuns: runs(50, 150) },
    );
  });
});
