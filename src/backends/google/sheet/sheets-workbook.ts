/**
 * A Google spreadsheet as the workbook that people work in.
 *
 * Reading costs one call, as long as what we read of the sheet stays below two megabytes; of tabs that are none of ours
 * only the head is read. Writing costs two more reads and one `batchUpdate`, for one cell or fifty thousand: tabs, rows
 * and columns are looked up again just before, and the answer of the write itself shows whether every value landed in
 * its row. What did not is put right at once, and so is what it fell into.
 */
import { createHash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { tabsReadWhole } from '../../../core/columns/tabs-read.ts';
import type { NewRow } from '../../../core/sheet/edits.ts';
import type { Cell, WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Workbook } from '../../backend.ts';
import type { Memory } from '../../memory.ts';
import type { Pace } from '../../pace.ts';
import type { GoogleClient, RequestOptions } from '../client/google-client.ts';
import { appendRequests } from './append-requests.ts';
import { type ReadRanges, type RowsByTitle, readInParts } from './read-parts.ts';
import { planCalls, rangeOf, type WholeOrHead } from './read-plan.ts';
import { hasRoom, keepOutline, type SheetOutline } from './sheet-outline.ts';
import {
  isOfTimeZone,
  OutlineStaleError,
  refuseOtherTimeZone,
  rowsInDoubt,
  staleOr,
} from './sheet-refusals.ts';
import { keepTabSizes } from './tab-sizes.ts';
import { finishCutOff, type SheetAccess, writeVerified } from './verified-write.ts';
import { checkFields, checkOf } from './write-check.ts';
import { keepJournal } from './write-journal.ts';
import { writeRequests } from './write-request.ts';

export interface SheetsWorkbookOptions {
  readonly client: GoogleClient;
  readonly spreadsheetId: string;
  /** The office's; days and times in the sheet are taken as of this zone. */
  readonly timeZone: string;
  readonly memory: Memory;
  readonly pace: Pace;
}

export const openSheetsWorkbook = (options: SheetsWorkbookOptions): Workbook => {
  const sheet = openSheet(options);
  const journal = keepJournal(options);
  return {
    place: `https://docs.google.com/spreadsheets/d/${options.spreadsheetId}/edit`,
    read: () => sheet.read(),
    ask: async () => {
      const snapshot = await sheet.read();
      const mark = createHash('sha256').update(JSON.stringify(snapshot.tabs)).digest('hex');
      return { mark, read: () => snapshot };
    },
    write: (edits, locate, repaired = () => undefined) =>
      writeVerified({ sheet, journal, edits, locate, repaired }),
    append: async (rowsFor) => {
      const { tabs } = await sheet.read();
      const snapshot = await sheet.read(new Set(tabs.map(({ name }) => name)));
      await sheet.append(rowsFor(snapshot), snapshot);
    },
    finishCutOff: (locate, repaired = () => undefined) =>
      finishCutOff({ sheet, journal, locate, repaired }),
  };
};

/** What is put below everything else needs no looking after: Google finds the place as it writes. */
interface AppendAccess {
  append(rows: readonly NewRow[], seen: WorkbookSnapshot): Promise<void>;
}

const openSheet = (options: SheetsWorkbookOptions): SheetAccess & AppendAccess => {
  const { client, spreadsheetId, timeZone } = options;
  const outlines = keepOutline(options);
  const sizes = keepTabSizes(options);

  /**
   * The time zone as we remember it may have been put right since.
   * @throws SheetTimeZoneError
   */
  const ofOurTime = async (outline: SheetOutline): Promise<SheetOutline> => {
    if (isOfTimeZone(outline, timeZone)) return outline;
    const fresh = await outlines.refresh();
    refuseOtherTimeZone(fresh, timeZone);
    return fresh;
  };

  /** Again with the tabs as they are now, when Google does not know those that we remember. */
  const withOutline = async <T>(
    remembered: () => Promise<SheetOutline>,
    work: (outline: SheetOutline) => Promise<T>,
  ): Promise<T> => {
    try {
      return await work(await ofOurTime(await remembered()));
    } catch (error) {
      if (!(error instanceof OutlineStaleError)) throw error;
      return work(await ofOurTime(await outlines.refresh()));
    }
  };

  const readRanges: ReadRanges = async (ranges) => {
    if (ranges.length === 0) return [];
    const sheets = await client.sheets();
    const request = {
      spreadsheetId,
      ranges: [...ranges],
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
      // Google would put each cell on a line of its own.
      prettyPrint: false,
    };
    const { valueRanges = [] } = await client.send(
      { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
      (sending) => sheets.spreadsheets.values.batchGet(request, sending).catch(staleOr),
    );
    return valueRanges.map(cellsOf);
  };

  const rowsOfParts = async (wanted: readonly WholeOrHead[]): Promise<RowsByTitle> => {
    const calls = planCalls(wanted, await sizes.known());
    for (let tried = 0; calls.length > 1 && tried < mostReadings; tried += 1) {
      const found = await readInParts(calls, readRanges);
      if (found.kind === 'read') return found.rowsOf;
      if (found.kind === 'alike') break;
    }
    // Where rows cannot be told, or people never let go of them, one large answer has to do: it shows one state.
    const answers = await readRanges(wanted.map((part) => rangeOf(part)));
    return new Map(wanted.map(({ tab }, index) => [tab.title, answers[index] ?? []]));
  };

  const readTabs = async (
    { tabs, locale }: SheetOutline,
    named: ReadonlySet<string> | undefined,
  ): Promise<WorkbookSnapshot> => {
    const whole = named ?? tabsReadWhole(tabs.map(({ title }) => title));
    const wanted = tabs
      .filter(({ title }) => named?.has(title) ?? true)
      .map((tab) => ({ kind: whole.has(tab.title) ? 'whole' : 'head', tab }) as const);
    const rows = await rowsOfParts(wanted);
    const read = wanted.map(({ tab: { title } }) => ({ name: title, rows: rows.get(title) ?? [] }));
    await sizes.note(read.filter(({ name }) => whole.has(name)));
    return { tabs: read, ...(locale !== '' && { locale }) };
  };

  return {
    read: (named) =>
      withOutline(named === undefined ? outlines.toLook : outlines.current, (outline) =>
        readTabs(outline, named),
      ),

    send: (placed, seen, locate) =>
      withOutline(outlines.toWrite, async (outline) => {
        const tabs = hasRoom(outline, placed) ? outline.tabs : (await outlines.refresh()).tabs;
        const sheets = await client.sheets();
        const check = checkOf(placed, seen, locate);
        const request = {
          spreadsheetId,
          fields: checkFields,
          requestBody: {
            requests: [...writeRequests(placed, tabs)],
            includeSpreadsheetInResponse: true,
            responseIncludeGridData: true,
            responseRanges: [...check.ranges],
          },
        };
        const { updatedSpreadsheet = {} } = await client.send(
          { what: 'write into the sheet', kind: 'write', repeatable: false, subject: 'sheet' },
          (sending: RequestOptions) =>
            sheets.spreadsheets.batchUpdate(request, sending).catch(staleOr),
        );
        return check.isAsPlaced(updatedSpreadsheet);
      }),

    append: (rows, seen) =>
      rows.length === 0
        ? Promise.resolve()
        : withOutline(outlines.toWrite, async ({ tabs }) => {
            const sheets = await client.sheets();
            const requests = [...appendRequests(rows, seen, tabs)];
            await client
              .send(
                {
                  what: 'add rows to the sheet',
                  kind: 'write',
                  repeatable: false,
                  subject: 'sheet',
                },
                (sending: RequestOptions) =>
                  sheets.spreadsheets
                    .batchUpdate({ spreadsheetId, requestBody: { requests } }, sending)
                    .catch(staleOr),
              )
              .catch(rowsInDoubt);
          }),
  };
};

/** So often reading in parts is begun while people move what is read. */
const mostReadings = 2;

/** Empty cells at a row's end and empty rows at the end are not in Google's answer. */
const cellsOf = ({ values }: sheets_v4.Schema$ValueRange): readonly (readonly Cell[])[] =>
  (values ?? []).map((row) => row.map(cellFrom));

const cellFrom = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
