/** Cells of Permohonan and words of the staff, quoted in an English sentence. */
import { clockTime } from '../cases/wording.ts';
import { requestTab } from '../columns/request-tab.ts';
import { dayFromSerial, timeFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';

export const quotedCell = (field: string, cell: Cell): string =>
  momentFields.has(field) ? shownMoment(cell) : shownText(cell);

const momentFields: ReadonlySet<string> = new Set(
  requestTab.columns.filter(({ kind }) => kind === 'moment').map(({ field }) => field),
);

const shownText = (cell: Cell): string => (cell === '' ? '(empty)' : quoted(String(cell)));

const shownMoment = (cell: Cell): string => {
  if (typeof cell !== 'number') return shownText(cell);
  const time = timeFromSerial(cell);
  return [dayFromSerial(cell)?.toString(), time && clockTime(time)]
    .filter((part) => part !== undefined)
    .join(' ');
};

/** What itself quotes something gets marks of another shape. */
export const quoted = (text: string): string => {
  const line = oneLine(text);
  return line.includes('"') ? `“${line}”` : `"${line}"`;
};

const oneLine = (text: string): string => {
  const flat = text.replaceAll(/\s*\n\s*/g, ' / ');
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
};
