/**
 * A worksheet part that is read piece by piece, so that a sheet of many years never stands in memory as one text: what reads the
 * workbook again and again would else have the garbage collector walk over all that it remembers.
 */
import { PackageFault } from '../../../office-package/package-fault.ts';
import type { RawTag } from '../../../office-package/xml-scan.ts';
import { openSheet, type Sheet } from './sheet-scan.ts';

export interface SheetPieces {
  /** All but the rows, or all of it. */
  readonly around: Sheet;
  /** One after the other, each with whole rows. */
  readonly rows: Iterable<Sheet>;
  /** All of it, where it is in pieces: its cells may turn out to end before the last of them does. */
  readonly whole?: () => Sheet;
}

/**
 * Finds the rows in the bytes of a worksheet part; `undefined` when it has no place for them.
 *
 * @param length A piece has about so many bytes; a part that has no more is read whole.
 */
export const openSheetPieces = (
  tab: string,
  bytes: Buffer,
  length = pieceLength,
): SheetPieces | undefined => {
  const found = bytes.length > length ? piecesIn(tab, bytes, length) : undefined;
  if (found !== undefined) return found;
  const sheet = openSheet(tab, textOf(bytes));
  return sheet && inOnePiece(sheet);
};

export const inOnePiece = (sheet: Sheet): SheetPieces => ({ around: sheet, rows: [sheet] });

/** Long enough that few rows lie at a border, and short enough to be a young text like any other. */
const pieceLength = 0x1_0000;

/** Only of what is spelled as programs spell it: within a comment or CDATA nothing is what it seems to be. */
const piecesIn = (tab: string, bytes: Buffer, length: number): SheetPieces | undefined => {
  const head = textOf(bytes, 0, bytes.indexOf('>', bytes.indexOf('sheetData')) + 1);
  const sheet = hasAsides(bytes) ? undefined : headOf(tab, head);
  if (sheet === undefined || sheet.data.kind !== 'open' || sheet.data.end !== head.length) {
    return undefined;
  }
  const to = bytes.lastIndexOf(`</${sheet.data.name}`);
  if (to < head.length) return undefined;
  const around = { ...sheet, xml: head + textOf(bytes, to) };
  return {
    around,
    rows: rowsIn(bytes, sheet, { from: head.length, to, length }),
    whole: () => ({ ...sheet, xml: textOf(bytes) }),
  };
};

/** An attribute may hold both the name and a `>`; what is cut there is no head. */
const headOf = (tab: string, head: string): Sheet | undefined => {
  try {
    return openSheet(tab, head);
  } catch (error) {
    if (error instanceof PackageFault) return undefined;
    throw error;
  }
};

const rowsIn = (
  bytes: Buffer,
  { prefix, data, ...sheet }: Sheet,
  { from, to, length }: { readonly from: number; readonly to: number; readonly length: number },
): Iterable<Sheet> => {
  const closer = `</${prefix}row>`;
  const [before, behind] = [`<${data.name}>`, `</${data.name}>`];
  const open: RawTag = { kind: 'open', name: data.name, start: 0, end: before.length };
  return {
    *[Symbol.iterator]() {
      for (let at = from; at < to; ) {
        const last = bytes.lastIndexOf(closer, Math.min(at + length, to));
        const cut = last > at ? last : bytes.indexOf(closer, at);
        const next = cut < 0 || cut >= to ? to : cut + closer.length;
        const xml = before + textOf(bytes, at, next) + behind;
        yield { ...sheet, prefix, xml, data: open };
        at = next;
      }
    },
  };
};

const hasAsides = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf('!'); at >= 0; at = bytes.indexOf('!', at + 1))
    if (bytes[at - 1] === lessThan) return true;
  return false;
};

const lessThan = 0x3c;

const textOf = (bytes: Buffer, from = 0, to = bytes.length): string =>
  bytes.toString('latin1', from, to);
