/** Cells of Permohonan quoted in a sentence, as staff read them. */
import { clockTime } from '../cases/wording.ts';
import { requestTab } from '../columns/request-tab.ts';
import { dayFromSerial, timeFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';

export const quotedCell = (field: string, cell: Cell): string =>
  momentFields.has(field) ? shownMoment(cell) : shownText(cell);

const momentFields: ReadonlySet<string> = new Set(
  requestTab.columns.filter(({ kind }) => kind === 'moment').map(({ field }) => field),
);

const shownText = (cell: Cell): string => (cell === '' ? '(empty)' : `"${oneLine(String(cell))}"`);

const shownMoment = (cell: Cell): string => {
  if (typeof cell !== 'number') return shownText(cell);
  const time = timeFromSerial(cell);
  return [dayFromSerial(cell)?.toString(), time && clockTime(time)]
    .filter((part) => part !== undefined)
    .join(' ');
};

export const oneLine = (text: string): string => {
  const flat = text.replaceAll(/\s*\n\s*/g, ' / ');
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
};
