/** One tick for six checks; whoever wrote something into a check's own cell is heard first. */
import { expect, test } from 'vitest';
import { startNotes } from '../../../src/core/reading/notes.ts';
import type { RequestCells } from '../../../src/core/reading/read-answers.ts';
import { isOtherMeeting, meetingIdIn } from '../../../src/core/reading/read-meeting.ts';
import { checkFields } from '../../../src/core/reading/read-preparation.ts';
import { readStaff } from '../../../src/core/reading/read-staff.ts';
import { timeZone } from '../../support/builders.ts';

const readRow = (cells: RequestCells) => {
  const notes = startNotes();
  const facts = readStaff({
    cells,
    timeZone,
    reference: undefined,
    plannedLeader: undefined,
    schedule: undefined,
    notes,
  });
  return { facts, findings: notes.findings };
};

const checked = (cells: RequestCells) => {
  const { facts } = readRow(cells);
  return checkFields.filter((field) => facts[field]);
};

test('one tick stands for all six', () => {
  expect(checked({ allChecked: true })).toEqual(checkFields);
  expect(checked({ allChecked: '✓', placeChecked: false, contentReady: '' })).toEqual(checkFields);
});

test('a check of its own goes before it, and the difference is asked about', () => {
  const { facts, findings } = readRow({ allChecked: '✓', systemTested: 'belum' });

  expect(facts).toMatchObject({ systemTested: false, placeChecked: true });
  expect(findings).toMatchObject([{ field: 'Uji Sistem', kind: 'warning' }]);
});

test('what nobody understands ticks nothing', () => {
  expect(checked({ allChecked: 'sebagian' })).toEqual([]);
  expect(readRow({ allChecked: 'sebagian' }).findings).toMatchObject([
    { field: 'Semua Pemeriksaan' },
  ]);
});

test.each([
  ['https://dinas.zoom.us/j/81234567890?pwd=abc', '812 3456 7890'],
  ['https://us02web.zoom.us/j/8123456789', '812 345 6789'],
  ['https://zoom.us/my/ruangrapat', undefined],
  ['https://meet.google.com/abc-defg-hij', undefined],
  ['https://palsu.example/zoom.us/j/81234567890', undefined],
])('%s holds the number %s', (link, id) => {
  expect(meetingIdIn(link)).toBe(id);
  expect(readRow({ meetingLink: link }).facts.meetingId).toBe(id);
});

test('a number and a link of two meetings are asked about, however the number is spaced', () => {
  expect(isOtherMeeting('812 3456 7891', 'https://zoom.us/j/81234567890')).toBe(true);
  expect(isOtherMeeting('812-3456-7890', 'https://zoom.us/j/81234567890')).toBe(false);
  expect(
    readRow({ meetingId: '812 3456 7891', meetingLink: 'https://zoom.us/j/81234567890' }).findings,
  ).toMatchObject([{ field: 'ID Rapat' }]);
});
