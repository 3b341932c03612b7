/** Reads the columns that staff fill beside a request. */
import type { Temporal } from 'temporal-polyfill';
import type { Answers, Official, StaffFacts } from '../cases/request.ts';
import { headerOf, type RequestField } from '../columns/request-tab.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, quote } from './cell-text.ts';
import type { Notes } from './notes.ts';
import { present } from './present.ts';
import { readActualTime, withoutReversed } from './read-actual-time.ts';
import type { RequestCells } from './read-answers.ts';
import { readConfirmation } from './read-confirmation.ts';
import { readCount } from './read-count.ts';
import { readImported } from './read-imported.ts';
import { readLink } from './read-link.ts';
import { isOtherMeeting, meetingIdIn } from './read-meeting.ts';
import { readNetworkState } from './read-network-state.ts';
import { readOfficial } from './read-official.ts';
import { readPeople } from './read-people.ts';
import { readPreparation } from './read-preparation.ts';
import { readRecordingResult } from './read-recording.ts';
import { readSignOff } from './read-sign-off.ts';
import { readTick, readWaiting, readYesNo } from './read-yes-no.ts';
import type { Reading } from './reading.ts';
import { isYetToCome } from './yet-to-come.ts';

export interface StaffRow {
  readonly cells: RequestCells;
  readonly timeZone: string;
  /** From the answers: the day of submission, and who was to lead. */
  readonly reference: Temporal.PlainDate | undefined;
  readonly plannedLeader: Official | undefined;
  /** When the event was to be: what it really took is held against it. */
  readonly schedule: Answers['schedule'];
  readonly notes: Notes;
}

/** What staff wrote beside the answers. What cannot be read is a warning: it is never the requester's to mend. */
export const readStaff = ({
  cells,
  timeZone,
  reference,
  plannedLeader,
  schedule,
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
    take(
      field,
      (cell) => readActualTime(cell, { timeZone, reference, schedule }),
      'Tulis misalnya 09.30.',
    );
  const given = (field: 'meetingId' | 'meetingLink'): string | undefined => {
    if (!isYetToCome(cells[field])) return answerOf(cells[field]);
    notes.add('warning', field, `${headerOf(field)} belum diisi. Isi bila sudah ada.`);
    return undefined;
  };
  const meetingId = given('meetingId');
  const meetingLink = given('meetingLink');
  if (
    meetingId !== undefined &&
    meetingLink !== undefined &&
    isOtherMeeting(meetingId, meetingLink)
  )
    notes.add(
      'warning',
      'meetingId',
      `${headerOf('meetingId')} ${quote(cells.meetingId)} dan ${headerOf('meetingLink')} menunjuk rapat yang berbeda. Betulkan salah satunya; ${headerOf('meetingId')} boleh kosong bila tautannya sudah ada.`,
    );
  const networkOfficers = isYetToCome(cells.networkOfficers)
    ? []
    : readPeople(cells.networkOfficers);
  if (
    networkOfficers.some((name) =>
      /\b(?:belum|blm|mungkin|atau|tidak|tdk|tentatif)\b|\?/i.test(name),
    )
  )
    notes.add(
      'warning',
      'networkOfficers',
      `${headerOf('networkOfficers')} belum pasti. Tulis nama saja, satu orang satu baris.`,
    );
  const imported = readImported(cells);
  // Of an event that is over they are asked beside it (`settle-archived.ts`), without keeping it from being complete.
  if (imported?.kind === 'upcoming')
    for (const { field, text } of imported.questions)
      notes.add(
        'question',
        'importCheck',
        asSentence(field === undefined ? text : `${field}: ${text}`),
      );
  return {
    networkOfficers,
    shortageMet: tick('shortageMet'),
    waitingForRequester:
      take('waitingForRequester', readWaiting, 'Isi ✓ bila menunggu, atau kosongkan.') ?? false,
    ...readPreparation(cells, { notes, tick }),
    confirmed: take(
      'confirmed',
      (cell) => readConfirmation(cell, { timeZone, reference }),
      'Isi ✓ atau tanggal dan jam, misalnya 23/11/2026 15.40.',
    ) ?? { kind: 'none' },
    recordingResult: take('recordingResult', readRecordingResult, '') ?? { kind: 'unknown' },
    ...present({
      coordination: answerOf(cells.coordination),
      network: take('network', readNetworkState, 'Pilih siap, tidak siap, atau tidak perlu.'),
      meetingId: meetingId ?? meetingIdIn(meetingLink),
      meetingLink,
      ...withoutReversed(actualTime('actualStart'), actualTime('actualEnd'), { schedule, notes }),
      attended: take('attended', readCount, 'Tulis satu jumlah, misalnya 50.'),
      actualLeader: take('actualLeader', (cell) => readOfficial(cell, plannedLeader), ''),
      incidents: take('incidents', readYesNo, 'Pilih ya atau tidak.'),
      reason: answerOf(cells.reason),
      checkedBy: take('checkedBy', (cell) => readSignOff(cell, reference), ''),
      approvedBy: take('approvedBy', (cell) => readSignOff(cell, reference), ''),
      dutyLetterNumber: answerOf(cells.dutyLetterNumber),
      signedReport: take('signedReport', readLink, ''),
      imported,
    }),
  };
};

/** People may have shortened what the import asked. */
const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
