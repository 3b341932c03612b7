import { Temporal } from 'temporal-polyfill';
import type { RequestField } from '../columns.ts';
import type { Official, StaffFacts } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import type { Notes } from './notes.ts';
import { present } from './present.ts';
import type { RequestCells } from './read-answers.ts';
import { readConfirmation } from './read-confirmation.ts';
import { readCount } from './read-count.ts';
import { readNetworkState } from './read-network-state.ts';
import { readOfficial } from './read-official.ts';
import { readPeople } from './read-people.ts';
import { readRecordingResult } from './read-recording.ts';
import { readSignOff } from './read-sign-off.ts';
import { readTimes } from './read-times.ts';
import { readTick, readYesNo } from './read-yes-no.ts';
import type { Reading } from './reading.ts';

export interface StaffRow {
  readonly cells: RequestCells;
  readonly timeZone: string;
  /** From the answers: the day of submission, and who was to lead. */
  readonly reference: Temporal.PlainDate | undefined;
  readonly plannedLeader: Official | undefined;
  readonly notes: Notes;
}

/** What staff wrote beside the answers. What cannot be read is a warning: it is never the requester's to mend. */
export const readStaff = ({
  cells,
  timeZone,
  reference,
  plannedLeader,
  notes,
}: StaffRow): StaffFacts => {
  const take = <T>(
    field: RequestField,
    reader: (cell: Cell | undefined) => Reading<T>,
    advice: string,
  ): T | undefined =>
    notes.take(reader(cells[field]), { field, cell: cells[field], advice, otherwise: 'warning' });
  const tick = (field: RequestField): boolean =>
    take(field, readTick, 'Isi ✓ bila sudah, atau kosongkan.') ?? false;
  const actualTime = (field: 'actualStart' | 'actualEnd') =>
    take(field, readActualTime, 'Tulis misalnya 09.30.');
  return {
    networkOfficers: readPeople(cells.networkOfficers),
    shortageMet: tick('shortageMet'),
    waitingForRequester: tick('waitingForRequester'),
    placeChecked: tick('placeChecked'),
    equipmentOnSite: tick('equipmentOnSite'),
    systemTested: tick('systemTested'),
    participantsConfigured: tick('participantsConfigured'),
    platformSet: tick('platformSet'),
    contentReady: tick('contentReady'),
    confirmed: take(
      'confirmed',
      (cell) => readConfirmation(cell, { timeZone, reference }),
      'Isi ✓ atau tanggal dan jam, misalnya 23/11/2026 15.40.',
    ) ?? { kind: 'none' },
    recordingResult: take('recordingResult', readRecordingResult, '') ?? { kind: 'unknown' },
    ...present({
      coordination: answerOf(cells.coordination),
      network: take('network', readNetworkState, 'Pilih siap, tidak siap, atau tidak perlu.'),
      meetingId: answerOf(cells.meetingId),
      meetingLink: answerOf(cells.meetingLink),
      actualStart: actualTime('actualStart'),
      actualEnd: actualTime('actualEnd'),
      attended: take('attended', readCount, 'Tulis satu jumlah, misalnya 50.'),
      actualLeader: take('actualLeader', (cell) => readOfficial(cell, plannedLeader), ''),
      incidents: take('incidents', readYesNo, 'Pilih ya atau tidak.'),
      reason: answerOf(cells.reason),
      checkedBy: take('checkedBy', (cell) => readSignOff(cell, reference), ''),
      approvedBy: take('approvedBy', (cell) => readSignOff(cell, reference), ''),
    }),
  };
};

/** One time of the clock; a range or "selesai" is none. */
const readActualTime = (cell: Cell | undefined): Reading<Temporal.PlainTime> => {
  const times = readTimes(cell);
  if (times.kind !== 'read') return times;
  const { from, until } = times.value;
  if (from === undefined || until !== undefined) return { kind: 'unreadable' };
  return { ...times, value: new Temporal.PlainTime(Math.floor(from / 60) % 24, from % 60) };
};
