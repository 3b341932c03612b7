/**
 * A Google spreadsheet as the workbook that people work in.
 *
 * Reading costs one call, as long as what we read of the sheet stays below two megabytes; of tabs that are none of ours
 * only the head is read, and what an answer was read as is kept for the next one (`kept-answers.ts`). Writing costs two
 * more reads and one `batchUpdate`, for one cell or fifty thousand: tabs, rows and columns are looked up again just before,
 * and the answer of the write itself shows whether every value landed in its row. What did not is put right at once, and so
 * is what it fell into.
 */
import { hash } from 'node:crypto';
import { tabsReadWhole } from '../../../core/columns/tabs-read.ts';
import type { NewRow } from '../../../core/sheet/edits.ts';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Workbook } from '../../backend.ts';
import type { Memory } from '../../memory.ts';
import type { Pace } from '../../pace.ts';
import type { GoogleClient, RequestOptions } from '../client/google-client.ts';
import { appendRequests } from './append-requests.ts';
import {
  type AnswerReader,
  type KeptAnswers,
  keepAnswers,
  type RangesRead,
  readAnswer,
} from './kept-answers.ts';
import {
  type PiecesByTitle,
  type ReadRanges,
  readInParts,
  type ToldApart,
  wholeOf,
} from './read-parts.ts';
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
  /** Of whoever opens the same sheet again and again. */
  readonly kept?: KeptSheet;
}

/** What a sheet was read as, kept for the next look at it. */
export interface KeptSheet {
  readonly answers: KeptAnswers;
  readonly told: ToldApart;
}

export const openKeptSheet = (): KeptSheet => ({ answers: keepAnswers(), told: new Map() });

export const openSheetsWorkbook = (options: SheetsWorkbookOptions): Workbook => {
  const sheet = openSheet(options);
  const journal = keepJournal(options);
  return {
    place: `https://docs.google.com/spreadsheets/d/${options.spreadsheetId}/edit`,
    read: async () => (await sheet.look({ read: readAnswer })).snapshot,
    ask: async () => {
      const { mark, snapshot } = await sheet.look();
      // Nothing can be read more anew: where rows of before are given, the same bytes came again.
      return { mark: mark(), read: () => snapshot };
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

interface SheetLook {
  /** Equal marks, equal tabs. */
  mark(): string;
  readonly snapshot: WorkbookSnapshot;
}

interface MarkedAnswer extends Pick<RangesRead, 'mark'> {
  readonly ranges: readonly string[];
}

interface WholeSheetAccess {
  /** All tabs as they are now. @param reader Beside what was read before, unless given. */
  look(reader?: AnswerReader): Promise<SheetLook>;
  /** What is put below everything else needs no looking after: Google finds the place as it writes. */
  append(rows: readonly NewRow[], seen: WorkbookSnapshot): Promise<void>;
}

const openSheet = (options: SheetsWorkbookOptions): SheetAccess & WholeSheetAccess => {
  const { client, spreadsheetId, timeZone } = options;
  const outlines = keepOutline(options);
  const sizes = keepTabSizes(options);
  const { answers, told } = options.kept ?? openKeptSheet();

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

  /** Read as it comes, so that an answer that is known is neither gathered nor taken apart. */
  const askFor = async (ranges: readonly string[], reader: AnswerReader): Promise<RangesRead> => {
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
    return client.send(
      { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
      async (sending) => {
        const { data } = await sheets.spreadsheets.values
          .batchGet(request, { ...sending, responseType: 'stream' })
          .catch(staleOr);
        return { data: await reader.read(ranges, data) };
      },
    );
  };

  const readWanted = async (
    wanted: readonly WholeOrHead[],
    reader: AnswerReader,
  ): Promise<{ readonly answers: readonly MarkedAnswer[]; readonly piecesOf: PiecesByTitle }> => {
    const answers: MarkedAnswer[] = [];
    const readRanges: ReadRanges = async (ranges) => {
      if (ranges.length === 0) return [];
      const read = await askFor(ranges, reader);
      answers.push({ ranges, mark: read.mark });
      return read.rowsOf;
    };
    const calls = planCalls(wanted, await sizes.known());
    for (let tried = 0; calls.length > 1 && tried < mostReadings; tried += 1) {
      const found = await readInParts(calls, readRanges, told);
      if (found.kind === 'read') return { answers, piecesOf: found.piecesOf };
      if (found.kind === 'alike') break;
    }
    // Where rows cannot be told, or people never let go of them, one large answer has to do: it shows one state.
    const rows = await readRanges(wanted.map((part) => rangeOf(part)));
    const pieces = wanted.map(
      ({ tab }, index) => [tab.title, [{ from: 1, rows: rows[index] ?? [] }]] as const,
    );
    return { answers, piecesOf: new Map(pieces) };
  };

  const readTabs = async (
    { tabs: all, locale }: SheetOutline,
    named: ReadonlySet<string> | undefined,
    reader: AnswerReader,
  ): Promise<SheetLook> => {
    const whole = named ?? tabsReadWhole(all.map(({ title }) => title));
    const wanted = all
      .filter(({ title }) => named?.has(title) ?? true)
      .map((tab) => ({ kind: whole.has(tab.title) ? 'whole' : 'head', tab }) as const);
    const { answers: came, piecesOf } = await readWanted(wanted, reader);
    const read = wanted.map(({ kind, tab: { title } }) => ({
      kind,
      name: title,
      pieces: piecesOf.get(title) ?? [],
    }));
    await sizes.note(read.filter(({ kind }) => kind === 'whole'));
    const tabs = read.map(({ name, pieces }) => ({ name, rows: wholeOf(pieces) }));
    return {
      mark: () => {
        const marks = came.map(({ ranges, mark }) => [ranges, mark()]);
        return hash('sha256', JSON.stringify([locale, marks]));
      },
      snapshot: { tabs, ...(locale !== '' && { locale }) },
    };
  };

  return {
    look: (reader = answers.nextLook()) =>
      withOutline(outlines.toLook, (outline) => readTabs(outline, undefined, reader)),

    read: async (named) => {
      const reader = answers.nextLook();
      const { snapshot } = await withOutline(outlines.current, (outline) =>
        readTabs(outline, named, reader),
      );
      return snapshot;
    },

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
