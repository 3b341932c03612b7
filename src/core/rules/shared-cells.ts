/** What the rules propose for the columns that we share with staff. */
import { reservedCell } from '../assignment/equipment-cell.ts';
import { officersCell } from '../assignment/officers-cell.ts';
import type { Case } from '../cases/situation.ts';
import { requestTab, type SharedField } from '../sheet/columns.ts';
import type { CellContent } from '../sheet/snapshot.ts';

/** What should stand in a cell, and why. */
export interface Wanted {
  readonly content: CellContent;
  readonly because: string;
}

export const sharedFields: readonly SharedField[] = requestTab.columns.flatMap((column) =>
  column.owner === 'shared' ? [column.field] : [],
);

export const sharedContents = ({ decided }: Case): Readonly<Record<SharedField, Wanted>> => ({
  state: { content: decided.state?.is ?? '', because: decided.state?.because ?? '' },
  officers: {
    content: decided.officers ? officersCell(decided.officers) : '',
    because: decided.officers?.because ?? '',
  },
  licence: { content: decided.licence?.name ?? '', because: decided.licence?.because ?? '' },
  reserved: {
    content: decided.equipment ? reservedCell(decided.equipment) : '',
    because: 'peralatan yang tersedia pada waktu kegiatan',
  },
});
