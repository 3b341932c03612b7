/**
 * What Google's answers were read as: one that comes again byte for byte is not taken apart again, and rows that say the same
 * are the very same.
 *
 * A minute after the last look nearly all of a sheet reads as before, and taking JSON apart costs more than fetching it.
 */
import { hash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { sharedRows } from '../../../core/sheet/shared-rows.ts';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { ServiceError } from '../../../errors.ts';

/** What stands in one range; empty cells at a row's end and empty rows at the end are left away. */
export type CellRows = readonly (readonly Cell[])[];

/** The cells of ranges that were asked for with one call, in their order. */
export interface RangesRead {
  /** Equal marks of the same ranges, equal cells. */
  mark(): string;
  readonly rowsOf: readonly CellRows[];
}

/** An answer as it comes over the line. */
export type AnswerStream = AsyncIterable<Uint8Array>;

export interface AnswerReader {
  /**
   * @param answer To `values.batchGet` for these ranges.
   * @throws NotOfGoogleError
   */
  read(ranges: readonly string[], answer: AnswerStream): Promise<RangesRead>;
}

export interface KeptAnswers {
  /** For another look at the sheet, or at some of its tabs. */
  nextLook(): AnswerReader;
}

/** An answer to what was not asked for in so many looks is let go. A pass that writes and adds rows looks four times, at other tabs. */
const looksKept = 6;

export const keepAnswers = (): KeptAnswers => {
  const answers = new Map<string, KeptAnswer>();
  /** As each range was read last, whatever else was asked for with it. */
  const rowsIn = new Map<string, RangeRows>();
  let look = 0;
  return {
    nextLook() {
      look += 1;
      for (const kept of [answers, rowsIn])
        for (const [asked, { seenIn }] of kept) if (look - seenIn > looksKept) kept.delete(asked);
      return {
        async read(ranges, answer) {
          const asked = JSON.stringify(ranges);
          const known = answers.get(asked);
          const bytes = await bytesBeside(known?.bytes, answer);
          const read =
            known?.bytes === bytes
              ? known
              : sharing(takenApart(bytes, ranges), {
                  before: ranges.map((range) => rowsIn.get(range)?.rows),
                  known,
                });
          answers.set(asked, { ...read, bytes, seenIn: look });
          for (const [index, range] of ranges.entries())
            rowsIn.set(range, { rows: read.rowsOf[index] ?? [], seenIn: look });
          return read;
        },
      };
    },
  };
};

/** When it was asked for last. */
interface Kept {
  readonly seenIn: number;
}

interface RangeRows extends Kept {
  readonly rows: CellRows;
}

interface KeptAnswer extends Kept, RangesRead {
  /** As it came: to compare two megabytes costs less than to say what they are. */
  readonly bytes: Uint8Array;
}

const sharing = (
  { mark, rowsOf: read }: RangesRead,
  {
    before,
    known,
  }: {
    readonly before: readonly (CellRows | undefined)[];
    readonly known: RangesRead | undefined;
  },
): RangesRead => {
  const rowsOf = read.map((rows, index) => sharedRows(before[index] ?? [], rows));
  // Spelled in another way and saying the same, it is the same.
  const isSame = known !== undefined && rowsOf.every((rows, index) => rows === known.rowsOf[index]);
  return { mark: isSame ? known.mark : mark, rowsOf };
};

/** Whatever was read before. @throws NotOfGoogleError */
export const readAnswer = async (
  ranges: readonly string[],
  answer: AnswerStream,
): Promise<RangesRead> => takenApart(await bytesBeside(undefined, answer), ranges);

/**
 * The very bytes of before where the same come again. They are held against those as they come: to gather them first, minute
 * after minute, makes V8 go through the whole heap for memory that lies outside of it.
 */
const bytesBeside = async (
  before: Uint8Array | undefined,
  answer: AnswerStream,
): Promise<Uint8Array> => {
  const others: Uint8Array[] = [];
  let alike = 0;
  for await (const chunk of answer) {
    const end = alike + chunk.length;
    const isAlike =
      before !== undefined &&
      others.length === 0 &&
      end <= before.length &&
      Buffer.compare(before.subarray(alike, end), chunk) === 0;
    if (isAlike) alike = end;
    else others.push(chunk);
  }
  if (before === undefined) return Buffer.concat(others);
  return others.length === 0 && alike === before.length
    ? before
    : Buffer.concat([before.subarray(0, alike), ...others]);
};

const takenApart = (bytes: Uint8Array, ranges: readonly string[]): RangesRead => {
  const { valueRanges } = parsed(bytes);
  if (valueRanges?.length !== ranges.length) throw new NotOfGoogleError();
  let made: string | undefined;
  return {
    rowsOf: valueRanges.map(({ values }) => (values ?? []).map(cellsOf)),
    mark: () => {
      made ??= hash('sha256', bytes, 'base64');
      return made;
    },
  };
};

const parsed = (bytes: Uint8Array): sheets_v4.Schema$BatchGetValuesResponse => {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) ?? {};
  } catch {
    throw new NotOfGoogleError();
  }
};

const cellsOf = (row: readonly unknown[]): readonly Cell[] =>
  row.every(isCell) ? row : row.map((value) => (isCell(value) ? value : ''));

const isCell = (value: unknown): value is Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Something between here and Google answers in its place, and says that all is well. */
export class NotOfGoogleError extends ServiceError {
  readonly code = 'google-not-answering';

  constructor() {
    super({
      what: "What came back when the sheet was read is no answer of Google's.",
      todo: 'Open https://sheets.googleapis.com in a browser on this machine: a network that asks to sign in, or a proxy, may answer in its place. The next pass tries again.',
    });
  }
}
