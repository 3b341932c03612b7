/** The tab Pesan: a row a message, what its cells should say, and which ticks ask for sending one again. */

import type { Temporal } from 'temporal-polyfill';
import type {
  ListingChange,
  MessageMemory,
  MessageRecord,
  MessageTick,
} from '../cases/messages.ts';
import type { Situation } from '../cases/situation.ts';
import { isBefore } from '../clock/spans.ts';
import { messageTab } from '../columns/message-tab.ts';
import { messageKinds } from '../messages/kinds/index.ts';
import { type MessagesNow, memoryAfter } from '../messages/memory-after.ts';
import { isWaiting } from '../messages/plan-messages.ts';
import { leavesAt } from '../messages/shown/leaves-at.ts';
import {
  adviceFor,
  forgottenAdvice,
  forgottenState,
  isOpenState,
  momentOf,
  recipientWords,
  rowNameOf,
  shortAddress,
  stateWords,
} from '../messages/shown/message-words.ts';
import { freeRowKey, mostNewRows } from '../rows/keyed-rows.ts';
import { type ListedMessage, listedMessages, placeKey } from '../rows/message-rows.ts';
import type { FieldOf } from '../sheet/column.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { findTab, locateColumns } from '../sheet/locate-columns.ts';
import { onceFor } from '../sheet/once-for.ts';
import { toSerial } from '../sheet/serial.ts';
import { asRead, type CellContent, type WorkbookSnapshot } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';

/** What Pesan asks of a pass. */
export interface MessageDesk {
  readonly edits: readonly CellEdit[];
  /** Keys of messages to be sent again. */
  readonly again: readonly string[];
  readonly listings: readonly ListingChange[];
}

/** Rows of messages that are settled so long leave the tab, so that it does not grow for ever. */
const keptDays = 180;

export const messageDesk = (
  snapshot: WorkbookSnapshot,
  around: MessagesNow & Pick<Situation, 'timeZone' | 'desk'>,
): MessageDesk => {
  const tab = findTab(snapshot, messageTab);
  if (tab === undefined) return { edits: [], again: [], listings: [] };
  const { indexOf, headerOf } = locateColumns(tab, messageTab);
  const isPast = pastAt(around);
  const listed = listedMessages(tab);
  const asked = askedByTicks(listed, around.told);
  const listings = [...asked.listings, ...alreadyListed(listed, around.plan)];
  const records = [...memoryAfter(around, asked.again).values()].flat();
  const rowEdits = (
    wanted: Partial<MessageCells>,
    { key, row }: { readonly key: string; readonly row: number | undefined },
  ): readonly CellEdit[] =>
    ourFields.flatMap((field): CellEdit[] => {
      const [at, header, becomes] = [indexOf.get(field), headerOf.get(field), wanted[field]];
      if (at === undefined || header === undefined || becomes === undefined) return [];
      const was = row === undefined ? '' : (tab.rows[row - 1]?.[at] ?? '');
      return sameCell(was, asRead(becomes))
        ? []
        : [{ tab: tab.name, address: { kind: 'row', key, header }, was, becomes }];
    });
  const present = records.flatMap((record) => {
    const place = listed.get(rowNameOf(record));
    if (place === undefined) return [];
    const { row, tick } = place;
    return isPast(record) && tick === 'none'
      ? rowEdits(emptyRow, { key: placeKey(row), row })
      : rowEdits(rowOf(record, tick, around), { key: rowNameOf(record), row });
  });
  const fresh = records
    .filter(
      (record) => record.listing === undefined && !listed.has(rowNameOf(record)) && !isPast(record),
    )
    .sort((a, b) => a.promisedAt.epochMilliseconds - b.promisedAt.epochMilliseconds)
    .slice(0, mostNewRows)
    .flatMap((record, index) =>
      rowEdits(rowOf(record, 'none', around), { key: freeRowKey(index + 1), row: undefined }),
    );
  const known = new Set(records.map(rowNameOf));
  const stateAt = indexOf.get('state');
  const forgotten = [...listed].flatMap(([key, { row }]) => {
    const state = stateAt === undefined ? '' : String(tab.rows[row - 1]?.[stateAt] ?? '');
    return known.has(key) || !isOpenState(state)
      ? []
      : rowEdits({ state: forgottenState, remarks: forgottenAdvice }, { key, row });
  });
  return { again: asked.again, listings, edits: [...present, ...forgotten, ...fresh] };
};

type MessageField = Exclude<FieldOf<typeof messageTab>, 'again'>;
type MessageCells = Readonly<Record<MessageField, CellContent>>;

const ourFields: readonly MessageField[] = [
  'at',
  'to',
  'address',
  'ticket',
  'kind',
  'about',
  'state',
  'remarks',
  'key',
];

const emptyRow: MessageCells = {
  at: '',
  to: '',
  address: '',
  ticket: '',
  kind: '',
  about: '',
  state: '',
  remarks: '',
  key: '',
};

const rowOf = (
  record: MessageRecord,
  tick: MessageTick,
  situation: Pick<Situation, 'now' | 'timeZone' | 'desk'>,
): MessageCells => {
  // Neither the hours of sending nor the present moment say anything of what does not wait.
  if (record.state.kind === 'waiting') return rowAnew(record, tick, situation);
  const rows = rowsOf(record);
  const name = `${tick} ${situation.timeZone}`;
  const row = rows.get(name) ?? rowAnew(record, tick, situation);
  rows.set(name, row);
  return row;
};

/** By tick and zone. */
const rowsOf = onceFor((_record: MessageRecord) => new Map<string, MessageCells>());

const rowAnew = (
  record: MessageRecord,
  tick: MessageTick,
  situation: Pick<Situation, 'now' | 'timeZone' | 'desk'>,
): MessageCells => ({
  at: {
    kind: 'serial',
    serial: toSerial(shownMoment(record, situation), situation.timeZone),
    show: 'moment',
  },
  to: recipientWords(record.to),
  address: shortAddress(record.to),
  ticket: record.ticket ?? '',
  kind: messageKinds.find(({ key }) => key === record.kind)?.title ?? record.kind,
  about: record.because,
  state: stateWords(record, situation),
  remarks: adviceFor(record, tick),
  key: rowNameOf(record),
});

const shownMoment = (
  record: MessageRecord,
  situation: Pick<Situation, 'now' | 'timeZone' | 'desk'>,
): Temporal.Instant =>
  (record.state.kind === 'waiting' ? leavesAt(record, situation) : undefined) ?? momentOf(record);

/**
 * Every tick is served as soon as it is seen, whether or not there is anything to send: one that stood while the message
 * still waited must not send it twice.
 */
const askedByTicks = (
  listed: ReadonlyMap<string, ListedMessage>,
  told: MessageMemory,
): Omit<MessageDesk, 'edits'> => {
  const again = new Set<string>();
  const listings: ListingChange[] = [];
  for (const records of told.values()) {
    for (const record of records) {
      const { key, listing } = record;
      const tick = listed.get(rowNameOf(record))?.tick;
      if (tick === undefined) continue;
      const isNew = tick === 'ticked' && listing !== 'served';
      const latest = isNew ? latestToSend(records) : undefined;
      if (latest !== undefined) again.add(latest.key);
      const becomes = tick === 'ticked' ? 'served' : 'listed';
      if (listing !== becomes) listings.push({ key, listing: becomes });
    }
  }
  return { again: [...again], listings };
};

/** A ledger that was lost had a row of what is promised anew: a tick that stands there was served by it. */
const alreadyListed = (
  listed: ReadonlyMap<string, ListedMessage>,
  { promised }: MessagesNow['plan'],
): readonly ListingChange[] =>
  promised.flatMap((promise): readonly ListingChange[] => {
    const tick = listed.get(rowNameOf(promise))?.tick;
    const { key } = promise;
    return tick === undefined ? [] : [{ key, listing: tick === 'ticked' ? 'served' : 'listed' }];
  });

/** Of a thread the latest holds, whichever was ticked; one that waits is sent anyway. */
const latestToSend = (records: readonly MessageRecord[]): MessageRecord | undefined => {
  const latest = records.findLast(({ state }) => state.kind !== 'withdrawn');
  return latest !== undefined && !isWaiting(latest) ? latest : undefined;
};

const pastAt = ({ now }: Pick<Situation, 'now'>): ((record: MessageRecord) => boolean) => {
  const since = now.subtract({ hours: 24 * keptDays });
  return (record) => record.state.kind !== 'waiting' && isBefore(momentOf(record), since);
};
