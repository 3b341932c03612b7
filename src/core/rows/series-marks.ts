/**
 * What the ledger keeps of the days of an event that comes again, among the cells of the row whose event it is.
 *
 * A mark is intended before its row is put into the sheet and written once it stands there, so that whoever comes after a kill
 * looks before making it again. A written one stays, whatever becomes of the row.
 */
import type { ConfirmedCell, IntendedCell, Ticket } from '../cases/ledger-state.ts';
import type { SeriesDay, SeriesMark, SeriesMemory } from '../cases/series.ts';
import type { WrittenValue } from '../sheet/three-way.ts';

/** Under these names; no column is called so. */
const acceptedField = 'ulangi';
const markField = (day: SeriesDay): string => `${acceptedField}:${day}`;
/** Of a mark by its name; absent where it is none. */
export const dayOfMark = (field: string): SeriesDay | undefined =>
  field.startsWith(markField('')) ? field.slice(markField('').length) : undefined;
const skippedValue = 'dilewati';

/** Absent where nothing is kept. */
export const seriesMemory = (
  memory: ReadonlyMap<string, WrittenValue>,
): SeriesMemory | undefined => {
  const marks = new Map<SeriesDay, SeriesMark>();
  for (const [field, value] of memory) {
    const day = dayOfMark(field);
    const mark = day === undefined ? undefined : markFrom(value);
    if (day !== undefined && mark) marks.set(day, mark);
  }
  const { written: accepted, intended } = memory.get(acceptedField) ?? {};
  if (marks.size === 0 && accepted === undefined) return undefined;
  return {
    marks,
    ...(accepted !== undefined && { accepted: String(accepted) }),
    ...(intended !== undefined && { promisedFor: String(intended) }),
  };
};

const markFrom = ({ written, intended }: WrittenValue): SeriesMark | undefined => {
  // Left out once, and wanted since.
  if (typeof intended === 'number') return { kind: 'promised', stamp: intended };
  if (typeof written === 'number') return { kind: 'made', stamp: written };
  return written === skippedValue ? { kind: 'skipped' } : undefined;
};

export const promisedDay = (ticket: Ticket, day: SeriesDay, stamp: number): IntendedCell => ({
  ticket,
  field: markField(day),
  value: stamp,
  reason: { kind: 'cell', was: '', because: 'baris baru untuk hari lain dari kegiatan berulang' },
});

export const madeDay = (ticket: Ticket, day: SeriesDay, stamp: number): ConfirmedCell => ({
  ticket,
  field: markField(day),
  value: stamp,
});

export const skippedDay = (ticket: Ticket, day: SeriesDay): ConfirmedCell => ({
  ticket,
  field: markField(day),
  value: skippedValue,
});

export const acceptedWords = (ticket: Ticket, typed: string): ConfirmedCell => ({
  ticket,
  field: acceptedField,
  value: typed,
});

/** As what the days are about to be made, or that nobody need ask: none of their rows was put into the sheet. */
export const promisedWords = (ticket: Ticket, typed: string | undefined): IntendedCell => ({
  ticket,
  field: acceptedField,
  value: typed ?? '',
});

/** A day that was promised, and is not wanted any more. */
export const droppedDay = (ticket: Ticket, day: SeriesDay): IntendedCell => ({
  ticket,
  field: markField(day),
  value: skippedValue,
});
