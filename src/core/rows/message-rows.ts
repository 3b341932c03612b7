/** Where messages stand in Pesan, by the key that the service gave their row, and what staff ticked beside them. */
import type { MessageTick } from '../cases/messages.ts';
import { messageTab } from '../columns/message-tab.ts';
import { readTick } from '../reading/read-yes-no.ts';
import type { Location } from '../sheet/edits.ts';
import { locateColumns } from '../sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../sheet/snapshot.ts';
import { locateKeyed } from './keyed-rows.ts';

const keyOf = (cell: Cell): string => String(cell).trim();

/** Rows by what they are known by, and each by its place, for one that is to be emptied. */
export const locateMessages = (tab: TabSnapshot): Location => {
  const location = locateKeyed(tab, { spec: messageTab, field: 'key', keyOf });
  const places = tab.rows.map((_, index) => [placeKey(index + 1), index + 1] as const);
  return { ...location, rowOf: new Map([...places, ...location.rowOf]) };
};

/** The compare with `was` guards against a row that moved meanwhile. */
export const placeKey = (row: number): string => `baris ${row}`;

export interface ListedMessage {
  readonly row: number;
  readonly tick: MessageTick;
}

export const listedMessages = (tab: TabSnapshot): ReadonlyMap<string, ListedMessage> => {
  const { headerRow, indexOf } = locateColumns(tab, messageTab);
  const cellOf = (cells: readonly Cell[], field: 'key' | 'again'): Cell =>
    cells[indexOf.get(field) ?? -1] ?? '';
  const listed = new Map<string, ListedMessage>();
  tab.rows.forEach((cells, index) => {
    const key = keyOf(cellOf(cells, 'key'));
    if (index <= headerRow || key === '' || listed.has(key)) return;
    listed.set(key, { row: index + 1, tick: tickIn(cellOf(cells, 'again')) });
  });
  return listed;
};

const tickIn = (cell: Cell): MessageTick => {
  const reading = readTick(cell);
  if (reading.kind === 'read') return reading.value ? 'ticked' : 'none';
  return reading.kind === 'empty' ? 'none' : 'unread';
};
