/** What people decided in the columns that we share with them. */

import { readOfficersCell } from '../assignment/read-officers-cell.ts';
import type { Desk } from '../cases/desk.ts';
import type { Finding } from '../cases/request.ts';
import type { HandMade, PreviousField } from '../cases/situation.ts';
import { namelessParts, readReservedCell } from '../columns/equipment-cell.ts';
import { headerOf, type OurField, ourFields } from '../columns/request-tab.ts';
import { readState } from '../reading/states.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { holderOf, isEmpty } from '../sheet/three-way.ts';
import type { ObservedRow } from './observed-row.ts';

/** What stood in our columns after the last pass: a person's choice where there is one, else ours. */
export const previousOf = ({
  cells,
  memory,
}: ObservedRow): Pick<Partial<Record<OurField, Cell>>, PreviousField> =>
  Object.fromEntries(
    ourFields.flatMap((field) => {
      const remembered = memory.get(field);
      const value =
        holderOf(cells[field], remembered) === 'hand-made'
          ? cells[field]
          : (remembered?.intended ?? remembered?.written);
      return value === undefined || isEmpty(value) ? [] : [[field, value]];
    }),
  );

/** The choices that people made in shared columns, read; what cannot be read stands all the same and is named. */
export const handMadeOf = (
  { cells, memory }: ObservedRow,
  desk: Desk,
): { handMade: HandMade; findings: readonly Finding[] } => {
  const text = (field: OurField): string | undefined =>
    holderOf(cells[field], memory.get(field)) === 'hand-made'
      ? String(cells[field]).trim()
      : undefined;
  const [state, officers, licence, reserved] = [
    text('state'),
    text('officers'),
    text('licence'),
    text('reserved'),
  ];
  const readable = state === undefined ? undefined : readState(state);
  const nameless = reserved === undefined ? [] : namelessParts(reserved);
  const findings: Finding[] = [
    ...(state !== undefined && readable === undefined
      ? [
          {
            kind: 'warning',
            field: headerOf('state'),
            text: `Status "${state}" tidak dikenal. Pilih dari daftar, atau kosongkan selnya agar diisi kembali oleh layanan.`,
          } as const,
        ]
      : []),
    ...nameless.map(
      (part) =>
        ({
          kind: 'warning',
          field: headerOf('reserved'),
          text: `Peralatan Disiapkan "${part}" tidak menyebut nama alat dan tidak dihitung. Tulis misalnya Speaker (2).`,
        }) as const,
    ),
  ];
  return {
    handMade: {
      ...(readable !== undefined && { state: readable }),
      ...(officers !== undefined && {
        officers: readOfficersCell(officers, desk.officers),
      }),
      ...(licence !== undefined && { licence }),
      ...(reserved !== undefined && { reserved: readReservedCell(reserved) }),
    },
    findings,
  };
};
