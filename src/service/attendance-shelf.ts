/**
 * Zoom's participant reports that people put beside the photos of an event, each read once.
 *
 * What a report said is remembered by the content's mark, and nothing of it but figures: no names, no addresses.
 */
import { z } from 'zod';
import type { DocumentStore } from '../backends/backend.ts';
import { jsonNote, savedWork } from '../backends/kept-note.ts';
import type { Memory } from '../backends/memory.ts';
import type { AttendanceReport, AttendanceSeen } from '../core/cases/attendance.ts';
import type { FiledPhoto, PhotoFolder } from '../core/cases/photos.ts';
import { unreadAttendanceNotice } from '../core/photos/photo-words.ts';
import { isTable } from '../core/photos/sort-photos.ts';
import { readZoomReport } from '../core/zoom/zoom-report.ts';
import { ServiceError } from '../errors.ts';
import type { FoldersSeen } from './photo-shelf.ts';

export interface AttendanceShelf {
  take(folders: FoldersSeen): Promise<AttendanceTaken>;
}

export interface AttendanceTaken {
  /** Absent where the store shows no files that people made. */
  readonly seen?: AttendanceSeen;
  /** By the mark of each file that was read: whether it is such a report. */
  readonly isReport: ReadonlyMap<string, boolean>;
  /** For Ringkasan. */
  readonly notices: readonly string[];
}

const reportList = z.record(
  z.string(),
  z
    .object({
      meetingId: z.string().optional(),
      times: z.array(z.object({ start: z.string(), end: z.string() })),
      people: z.object({ least: z.number(), most: z.number() }),
    })
    .nullable(),
);
type ReportList = z.output<typeof reportList>;

const memoryName = 'attendance.reports';
const reportNote = jsonNote(reportList);

/** Two thousand people who rejoin twenty times are less. */
const mostBytes = 5 * 1024 * 1024;
/** In one pass; the others wait for the next. */
const mostReads = 100;

export const openAttendanceShelf = ({
  documents,
  memory,
}: {
  readonly documents: Pick<DocumentStore, 'readPhoto'>;
  readonly memory: Memory;
}): AttendanceShelf => {
  let last: TakenBefore | undefined;
  const take = async (folders: FoldersSeen): Promise<AttendanceTaken> => {
    if (folders === undefined) return { isReport: new Map(), notices: [] };
    if (folders === 'unseen') return { seen: { kind: 'unseen' }, isReport: new Map(), notices: [] };
    const text = await memory.recall(memoryName);
    if (last?.folders === folders && last.text === text) return last.taken;
    const before: ReportList = savedWork(reportNote, text) ?? {};
    const files = folders.flatMap((folder) => folder.files.filter(isTable));
    const known: ReportList = Object.fromEntries(
      files.flatMap(({ mark }) => (before[mark] === undefined ? [] : [[mark, before[mark]]])),
    );
    const unread = files.filter(({ mark }) => known[mark] === undefined).slice(0, mostReads);
    let isAway = false;
    for (const file of unread) {
      try {
        const report = await reportIn(file, documents);
        if (report !== undefined) known[file.mark] = report;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        isAway = true;
      }
    }
    if (JSON.stringify(known) !== JSON.stringify(before))
      await memory.remember(memoryName, JSON.stringify(known));
    const taken: AttendanceTaken = {
      seen: {
        kind: 'seen',
        folders: folders.map(({ name, files: filed }) => ({
          name,
          reports: [...new Set(filed.map(({ mark }) => mark))].flatMap(
            (mark) => asReport(known[mark]) ?? [],
          ),
        })),
      },
      isReport: new Map(Object.entries(known).map(([mark, report]) => [mark, report !== null])),
      notices: isAway ? [unreadAttendanceNotice] : [],
    };
    last = unread.length === 0 ? { folders, text, taken } : undefined;
    return taken;
  };
  return { take };
};

/** Nothing was left to be read, and the same lies there as long as it is the very same list. */
interface TakenBefore {
  readonly folders: readonly PhotoFolder[];
  readonly text: string | undefined;
  readonly taken: AttendanceTaken;
}

/** `null` for what is no such report, `undefined` for what is gone meanwhile. */
const reportIn = async (
  file: FiledPhoto,
  { readPhoto }: Pick<DocumentStore, 'readPhoto'>,
): Promise<ReportList[string] | undefined> => {
  if (file.size > mostBytes) return null;
  const bytes = await readPhoto(file);
  if (bytes === undefined) return undefined;
  const { csvRows } = await import('../attendance/csv-rows.ts');
  const report = readZoomReport(csvRows(bytes) ?? []);
  if (report === undefined) return null;
  const { meetingId, times, people } = report;
  return { ...(meetingId !== undefined && { meetingId }), times: [...times], people };
};

const asReport = (kept: ReportList[string] | undefined): AttendanceReport | undefined => {
  if (kept === undefined || kept === null) return undefined;
  const { meetingId, times, people } = kept;
  return { times, people, ...(meetingId !== undefined && { meetingId }) };
};
