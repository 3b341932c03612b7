/** Reads the tab Setelah Kegiatan. */
import type { AfterEvent, Complaint, ToldFacts } from '../../cases/desk.ts';
import { afterEventTab } from '../../columns/after-event-tab.ts';
import { findTab } from '../../sheet/locate-columns.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { answerOf } from '../cell-text.ts';
import { present } from '../present.ts';
import { readMoment } from '../read-moment.ts';
import { readYesNo } from '../read-yes-no.ts';
import { fold } from '../spelling.ts';
import { complaintKindOf, readHandling } from './complaints.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';
import { hasScores, readScores } from './surveys.ts';

type AfterEventRow = RegisterRow<(typeof afterEventTab)['columns'][number]['field']>;

/**
 * The tab Setelah Kegiatan. What is told of the event itself stays as typed: what "2.15" means is known beside its
 * schedule (`core/facts/`). Names of what is not there ("tidak ada", "nihil") are no complaint.
 */
export const readAfterEvents = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly AfterEvent[] =>
  findTab(snapshot, afterEventTab) === undefined
    ? []
    : registerRows(snapshot, afterEventTab, problems).map((row): AfterEvent => {
        const at = row.take(
          'submittedAt',
          readMoment(row.cell('submittedAt'), { timeZone }),
          'Tulis misalnya 23/11/2026 09.30.',
        );
        const reference = at?.toZonedDateTimeISO(timeZone).toPlainDate();
        const complaint = complaintOf(row);
        return {
          row: row.row,
          told: toldIn(row),
          ...present({
            at,
            ticket: row.text('ticket'),
            name: row.text('name'),
            incident: somethingIn(row, 'incidentText'),
            recordingWished: row.take(
              'recordingWished',
              readYesNo(row.cell('recordingWished')),
              'Pilih Ya atau Tidak.',
            ),
            scores: hasScores(row) ? readScores(row) : undefined,
            complaint: complaint && { ...complaint, ...readHandling(row, reference) },
          }),
        };
      });

const complaintOf = (row: AfterEventRow): Complaint | undefined => {
  const text = somethingIn(row, 'complaint');
  if (text === undefined) return undefined;
  const kind = complaintKindOf(row.text('complaintKind'), {
    text,
    header: 'Jenis Pengaduan atau Saran',
    problem: row.problem,
  });
  return { kind, text };
};

const toldIn = (row: AfterEventRow): ToldFacts => {
  const told = (field: 'actualStart' | 'actualEnd' | 'attended' | 'recordingResult') =>
    answerOf(row.cell(field)) === undefined ? undefined : row.cell(field);
  return present({
    actualStart: told('actualStart'),
    actualEnd: told('actualEnd'),
    attended: told('attended'),
    actualLeader: leaderIn(row),
    incidents: incidentsIn(row),
    recordingResult: told('recordingResult'),
  });
};

/** Three answers as one cell of Permohonan says it: "Gubernur, diwakili oleh Budi Santoso (Asisten I)". */
const leaderIn = (row: AfterEventRow): string | undefined => {
  const [name, position] = [row.text('leader'), row.text('leaderPosition')];
  const onBehalfOf = somethingIn(row, 'onBehalfOf');
  const isSaidTwice = fold(name ?? '').includes(fold(position ?? ''));
  const leader =
    name === undefined
      ? position
      : position === undefined || isSaidTwice
        ? name
        : `${name} (${position})`;
  if (onBehalfOf === undefined) return leader;
  if (leader !== undefined) return `${onBehalfOf}, diwakili oleh ${leader}`;
  row.problem(
    'Mewakili terisi, tetapi Pejabat yang Memimpin belum. Isi nama dan jabatan yang memimpin.',
  );
  return undefined;
};

const incidentsIn = (row: AfterEventRow): Cell | undefined => {
  const was = row.take('incidents', readYesNo(row.cell('incidents')), 'Pilih Ya atau Tidak.');
  if (somethingIn(row, 'incidentText') === undefined || was === true)
    return was === undefined ? undefined : was ? 'ya' : 'tidak';
  row.problem(
    was === undefined
      ? 'Uraian Kendala terisi, tetapi Ada Kendala belum dipilih. Pilih Ya atau Tidak.'
      : 'Ada Kendala diisi Tidak, padahal Uraian Kendala terisi. Betulkan salah satunya.',
  );
  return undefined;
};

/** What was written there, unless it says that there is nothing. */
const somethingIn = (
  row: AfterEventRow,
  field: 'complaint' | 'incidentText' | 'onBehalfOf',
): string | undefined => {
  const text = row.text(field);
  return text === undefined || nothing.test(fold(text)) ? undefined : text;
};

const nothing =
  /^(?:(?:tidak|tdk|tak|blm|belum|gak|ga|nggak)(?: (?:ada|mewakili|perlu)(?: (?:kendala|keluhan|saran|masukan|pengaduan|siapa ?(?:pun|siapa)))?(?: (?:apa ?(?:pun|apa)))?)?|nihil|kosong|aman|lancar|sendiri|diri sendiri|hadir (?:sendiri|langsung)|no|none|nil)$/;
