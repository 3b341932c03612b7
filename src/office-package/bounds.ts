/**
 * How large the office files may be that we open, workbooks and Word templates alike.
 *
 * They come from outside, and a file of a few KB can ask for gigabytes. Every bound lies far above what people
 * make, and together they keep a reader below some 200 MB and a few seconds.
 */

const MB = 1024 * 1024;

/** Bytes of a file as it lies on the disk, pictures included. */
export const LARGEST_FILE = 100 * MB;

/** Parts of a package; a workbook with a hundred tabs has some three hundred. */
export const MOST_PARTS = 5000;

/** Worksheets of a workbook. */
export const MOST_TABS = 1000;

/** Bytes of one part when unpacked. A sheet of 100,000 rows with twenty answers each comes to 60 MB. */
export const LARGEST_PART = 64 * MB;

/** Bytes of all unpacked parts that one reading of a workbook takes. */
export const LARGEST_READING = 96 * MB;

/** Excel's own limits. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Rows up to the last filled one, over all tabs: seven with something in Excel's very last row. */
export const MOST_ROWS = 8 * LAST_ROW;

/** Cells up to the last filled one of each row, over all tabs; wide gaps count for nothing. */
export const MOST_CELLS = 2_000_000;

/** Bytes of one XML part of a template; a book of a thousand pages has 20 MB. */
export const LARGEST_TREE_PART = 32 * MB;

/** Elements and attributes of all parts of a template together; each takes up to half a KB while it is open. */
export const MOST_TREE_PIECES = 300_000;

/** Elements inside each other. Word itself nests tables 64 deep, four elements each. */
export const DEEPEST_TREE = 400;

/** Tags of a template, right and faulty ones; the largest of ours has some two hundred. */
export const MOST_TAGS = 3000;

/** Characters of one tag or note, braces included. */
export const LONGEST_TAG = 5000;

/** Blocks inside each other. */
export const DEEPEST_BLOCKS = 50;
