import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  type CalendarEvent,
  calendarFile,
  publishedCalendar,
} from '../../src/messages/calendar-file.ts';

const anEvent = (event: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'VC-2026-0007@contoh.go.id',
  sequence: 0,
  stamp: Temporal.Instant.from('2026-11-20T10:00:00.5+08:00'),
  start: Temporal.Instant.from('2026-11-25T09:00:00+08:00'),
  end: Temporal.Instant.from('2026-11-25T11:30:00+08:00'),
  summary: 'Rapat Koordinasi',
  organizer: { name: 'Tim Persandian', address: 'vicon@contoh.go.id' },
  ...event,
});

const parsed = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { calendar, event };
};

test('moments stand in UTC, whole seconds, the same whenever the file is made', () => {
  const file = calendarFile(anEvent());
  expect(file).toContain('\r\nDTSTART:20261125T010000Z\r\n');
  expect(file).toContain('\r\nDTEND:20261125T033000Z\r\n');
  expect(file).toContain('\r\nDTSTAMP:20261120T020000Z\r\n');
});

test('an open end stays open', () => {
  const { end: _, ...open } = anEvent();
  expect(calendarFile(open)).not.toContain('DTEND');
});

test('an event of several days is one entry that comes back every day', () => {
  const { event } = parsed(calendarFile(anEvent({ days: 3 })));
  const days = new ICAL.Event(event).iterator();
  const starts = [0, 1, 2, 3].map(() => days.next()?.toString());
  expect(starts).toEqual([
    '2026-11-25T01:00:00Z',
    '2026-11-26T01:00:00Z',
    '2026-11-27T01:00:00Z',
    undefined,
  ]);
});

test('one guest is asked, and sees nobody else; for import there is none', () => {
  const guest = { name: 'Siti', address: 'siti@contoh.go.id' };
  const asked = parsed(calendarFile(anEvent({ attendee: guest })));
  expect(asked.calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(asked.event.getAllProperties('attendee')).toHaveLength(1);
  const published = parsed(calendarFile(anEvent({ attendee: guest, method: 'publish' })));
  expect(published.event.getAllProperties('attendee')).toEqual([]);
});

test('a cancelled event says so twice, as readers look in either place', () => {
  const { calendar, event } = parsed(calendarFile(anEvent({ method: 'cancel', sequence: 2 })));
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.getFirstPropertyValue('sequence')).toBe(2);
});

test('a confidential event is busy time and nothing else', () => {
  const file = calendarFile(
    anEvent({
      confidential: true,
      summary: 'Topik rahasia',
      location: 'Ruang tertutup',
      description: 'https://zoom.example/j/1?pwd=x',
    }),
  );
  expect(file).not.toMatch(/rahasia|tertutup|zoom/);
  expect(file).toContain('SUMMARY:Sibuk');
});

test('a calendar of many is for import: an organizer and no guest in each, and its standing', () => {
  const organizer = { name: 'Tim Persandian', address: 'vicon@contoh.go.id' };
  const attendee = { address: 'siti@contoh.go.id' };
  const file = publishedCalendar('Tugas Andi', [
    { ...anEvent({ attendee, standing: 'tentative' }), organizer },
    { ...anEvent({ uid: 'b@contoh.go.id', standing: 'cancelled', confidential: true }), organizer },
  ]);

  const { calendar } = parsed(file);
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(
    calendar
      .getAllSubcomponents('vevent')
      .map((event) => [
        event.getFirstPropertyValue('status'),
        event.getFirstPropertyValue('summary'),
        event.getAllProperties('organizer').length,
        event.getAllProperties('attendee').length,
      ]),
  ).toEqual([
    ['TENTATIVE', 'Rapat Koordinasi', 1, 0],
    ['CANCELLED', 'Sibuk', 1, 0],
  ]);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '\r\nATTENDEE:mailto:x@jahat.example',
        '\n',
        '"',
        '^',
        '\\n',
        ';',
        ',',
        ':',
        '🎉',
        'é',
        'kata ',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

test('whatever was typed is read back, in lines of 75 octets and whole letters', () => {
  fc.assert(
    fc.property(typed, typed, typed, (summary, description, name) => {
      const file = calendarFile(
        anEvent({ summary, description, attendee: { name, address: 'siti@contoh.go.id' } }),
      );
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\p{Surrogate}]/u);
      for (const line of file.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const { event } = parsed(file);
      const guests = event.getAllProperties('attendee');
      expect(guests.map((guest) => guest.getFirstValue())).toEqual(['mailto:siti@contoh.go.id']);
      expect(event.getAllProperties('summary')).toHaveLength(1);
      const bare = (text: unknown) => String(text ?? '').replaceAll(/[\s\p{C}\uFFFD"'^]/gu, '');
      expect(bare(event.getFirstPropertyValue('summary'))).toBe(bare(summary));
      expect(bare(event.getFirstPropertyValue('description'))).toBe(bare(description));
      expect(bare(guests[0]?.getParameter('cn'))).toBe(bare(name).replaceAll('\\', '/'));
    }),
    { numRuns: 300 },
  );
});
