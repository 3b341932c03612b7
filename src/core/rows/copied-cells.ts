/**
 * What came into a new request only because its row was copied from another one.
 *
 * Nobody chose it for this request: officers, things and the state are proposed anew, and what staff noted of the other
 * event (a confirmation, the hours it really took) does not count until they write it for this one. The ledger keeps
 * such cells as if we had written them, so that what a person changes stands out.
 */

import { factFields } from '../cases/desk.ts';
import type { IntendedCell, Ticket } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import {
  headerOf,
  notedFields,
  type OurField,
  type RequestField,
  sharedFields,
  staffFields,
} from '../columns/request-tab.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { WrittenValue } from '../sheet/three-way.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';
import { answersMarkField } from './answers-mark.ts';
import type { CellsByField } from './request-rows.ts';

type CellMemory = ReadonlyMap<string, WrittenValue>;

/** Under this name the ledger keeps whose row a request was copied from, among its cells; no column is called so. */
const originalField = 'copyOf';

/** With its number, so that after a kill, or an undo, nobody has to guess it from a cell that may have been emptied. */
export const originalToPromise = ({
  ticket,
  copyOf,
}: {
  readonly ticket: Ticket;
  readonly copyOf?: Ticket;
}): readonly IntendedCell[] =>
  copyOf === undefined ? [] : [{ ticket, field: originalField, value: copyOf }];

/** Whose row it was copied from, until its own number was meant to be written: then all that counts is remembered. */
export const originalIn = (memory: CellMemory): Ticket | undefined => {
  const { written, intended } = memory.get(originalField) ?? {};
  const of = written ?? intended;
  return of === undefined || memory.has('ticket' satisfies OurField) ? undefined : String(of);
};

/** Of what the ledger keeps among a row's cells: not what stands in one, but what the row is. */
export const tellsWhatItIs = (field: string): boolean =>
  field === originalField || field === answersMarkField;

/** The cells of a copied row that read as its original's do, or did when we last saw them. */
export const copiedMemory = (
  cells: CellsByField,
  {
    original,
    memory,
  }: { readonly original: CellsByField | undefined; readonly memory: CellMemory | undefined },
): CellMemory =>
  new Map(
    [...sharedFields, ...staffFields].flatMap((field) => {
      const now = cells[field];
      const remembered = memory?.get(field);
      const ours = [remembered?.written, remembered?.intended];
      const isSame = (other: Cell | undefined): boolean =>
        other !== undefined && sameCell(other, now);
      if (isEmpty(now) || ![original?.[field], ...ours].some(isSame)) return [];
      return [[ours.some(isSame) ? field : copyField(field), { written: now }] as const];
    }),
  );

/** Under this the ledger keeps what was copied: of a fact, under its own name stands what we proposed. */
const copyField = (field: RequestField): string =>
  factFields.some((fact) => fact === field) ? `copied ${field}` : field;

/** The row as it counts for its own request: what staff noted for another one is left out, and asked about. */
export const withoutCopied = (
  cells: CellsByField,
  memory: CellMemory,
): { readonly cells: CellsByField; readonly findings: readonly Finding[] } => {
  const copied = notedFields.filter((field) =>
    isStillCopied(cells[field], memory.get(copyField(field))),
  );
  if (copied.length === 0) return { cells, findings: [] };
  const headers = copied.map(headerOf);
  return {
    cells: { ...cells, ...Object.fromEntries(copied.map((field) => [field, ''])) },
    findings: [
      {
        kind: 'question',
        field: headers.join('; '),
        text: `Ikut tersalin dari baris lain dan belum berlaku untuk permohonan ini: ${headers.join('; ')}. Kosongkan selnya; setelah catatan ini hilang, isi sesuai kegiatan ini.`,
      },
    ],
  };
};

const isStillCopied = (now: Cell, remembered: WrittenValue | undefined): boolean =>
  remembered?.written !== undefined && !isEmpty(now) && sameCell(now, remembered.written);

/** What the ledger has to remember of a row besides what we write: what was copied, and what no longer is. */
export const copiesToRemember = ({
  ticket,
  cells,
  memory,
  copyOf,
}: {
  readonly ticket: Ticket;
  readonly cells: CellsByField;
  readonly memory: CellMemory;
  readonly copyOf?: Ticket;
}): readonly { readonly ticket: Ticket; readonly field: string; readonly value: Cell }[] => {
  if (copyOf !== undefined) {
    const copied = [...memory].flatMap(([field, { written }]) =>
      written === undefined ? [] : [{ ticket, field, value: written }],
    );
    return [{ ticket, field: originalField, value: copyOf }, ...copied];
  }
  return notedFields.flatMap((field) => {
    const remembered = memory.get(copyField(field))?.written ?? '';
    return isEmpty(remembered) || sameCell(cells[field], remembered)
      ? []
      : [{ ticket, field: copyField(field), value: '' }];
  });
};
