/**
 * How large the office files may be that we open, workbooks and Word templates alike.
 *
 * They come from outside, and a file of a few KB can ask for gigabytes. Every bound lies far above what people
 * make, and together they keep a reader of a small file below some 200 MB and a few seconds.
 */

const megabyte = 1024 * 1024;

/** Bytes of a file as it lies on the disk, pictures included. */
export const largestFile = 100 * megabyte;

/** Parts of a package; a workbook with a hundred tabs has some three hundred. */
export const mostParts = 5000;

/** Worksheets of a workbook. */
export const mostTabs = 1000;

/**
 * Bytes of one part when unpacked, by its bytes as it lies packed. A sheet of 100,000 rows with twenty answers each comes to
 * 60 MB, one of 50,000 requests with all our columns to 210.
 */
export const largestPart = (packed: number): number =>
  within(packed, { always: 64 * megabyte, never: 256 * megabyte });

/** Bytes of all unpacked parts that one reading of a workbook takes, by their bytes as they lie packed. */
export const largestReading = (packed: number): number =>
  within(packed, { always: 96 * megabyte, never: 320 * megabyte });

/**
 * More than what is always taken only where it is packed no denser than programs pack what people typed, which is ten to twenty
 * times: whoever would fill our memory has to send a file that is large itself.
 */
const within = (packed: number, { always, never }: { always: number; never: number }): number =>
  Math.max(always, Math.min(never, packed * densestTyped));

const densestTyped = 40;

/** Excel's own limits. */
export const excelLastRow = 1_048_576;
export const excelLastColumn = 16_384;

/** Rows up to the last filled one, over all tabs: seven with something in Excel's very last row. */
export const mostRows = 8 * excelLastRow;

/**
 * Cells up to the last filled one of each row, over all tabs, by the bytes of what they are read from; wide gaps count for
 * nothing. A filled cell is spelled in some seventy.
 */
export const mostCells = (size: number): number => Math.max(2_000_000, size / 40);

/** Elements of one list of a part that is scanned: Excel allows 65,490 cell formats. */
export const mostInList = 100_000;

/** Bytes of one XML part of a template; a book of a thousand pages has 20 MB. */
export const largestTreePart = 32 * megabyte;

/** Elements and attributes of all parts of a template together; each takes up to half a KB while it is open. */
export const mostTreePieces = 300_000;

/** Elements inside each other. Word itself nests tables 64 deep, four elements each. */
export const deepestTree = 400;

/** Tags of a template, right and faulty ones; the largest of ours has some two hundred. */
export const mostTags = 3000;

/** Characters of one tag or note, braces included. */
export const longestTag = 5000;

/** Blocks inside each other. */
export const deepestBlocks = 50;
