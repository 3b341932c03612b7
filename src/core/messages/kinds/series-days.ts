/** The requester of an event that comes again hears once which days were noted, each under its number, instead of a receipt for each. */
import { Temporal } from 'temporal-polyfill';
import { isCalledOff } from '../../cases/case-facts.ts';
import { groupBy } from '../../cases/group-by.ts';
import type { Ticket } from '../../cases/ledger-state.ts';
import type { MessageRecord } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { longDay } from '../../cases/wording.ts';
import { fromSerial } from '../../sheet/serial.ts';
import { officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import { isNew, settleMinutes } from '../requester/telling.ts';
import { sampleEventWords } from '../samples.ts';

export const seriesDays: MessageKind = {
  key: 'series-days',
  title: 'Jadwal berulang',
  audience: 'requester',
  template: 'jadwal-berulang.txt',
  mustPrint: ['tiket', 'daftar'],
  sample: {
    ...sampleEventWords,
    daftar: [
      { hari: 'Senin, 23 November 2026', tiket: 'VC-2026-0123' },
      { hari: 'Senin, 30 November 2026', tiket: 'VC-2026-0124' },
    ],
    jumlah: 2,
  },
  wants: (look) => {
    const repeating = look.cases.filter(
      ({ series, request: { staff } }) => series !== undefined && staff.series?.kind === 'repeats',
    );
    if (repeating.length === 0) return [];
    const made = groupBy(look.cases, ({ request: { staff } }) =>
      staff.series?.kind === 'made' ? staff.series.from : '',
    );
    return repeating.flatMap((subject) => daysOf(subject, made.get(subject.ticket) ?? [], look));
  },
};

/** Whether such a list names this number. */
export const listsTicket = (
  { view: { daftar } }: Pick<MessageRecord, 'view'>,
  ticket: Ticket,
): boolean =>
  Array.isArray(daftar) &&
  daftar.some((line: Readonly<Record<string, unknown>>) => line['tiket'] === ticket);

const daysOf = (
  subject: Case,
  rows: readonly Case[],
  look: MessageLook,
): readonly WantedMessage[] => {
  const { situation } = look;
  const marks = [...(subject.series?.marks ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const made = marks.flatMap(([day, mark]) =>
    mark.kind === 'made' ? [{ day, stamp: mark.stamp }] : [],
  );
  const last = made.at(-1);
  const isWhole = !marks.some(([, { kind }]) => kind === 'promised');
  const words = subject.request.staff.series;
  if (last === undefined || !isWhole || words?.kind !== 'repeats') return [];
  // What was found again beside a new ledger was told by the one that is lost.
  const at = fromSerial(Math.max(...made.map(({ stamp }) => stamp)), situation.timeZone);
  if (!isNew(at, look) || isCalledOff(subject) || !subject.decided.disclosure) return [];
  const daftar = [
    { day: words.own, ticket: subject.ticket },
    ...rows.flatMap((row) => {
      const { series } = row.request.staff;
      return series?.kind === 'made' && !isCalledOff(row)
        ? [{ day: series.day, ticket: row.ticket }]
        : [];
    }),
  ]
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
    .map(({ day, ticket }) => ({ hari: longDay(day), tiket: ticket }));
  return [
    {
      ticket: subject.ticket,
      to: requesterOf(subject),
      view: {
        ...officeWords(situation),
        ...requestWords(subject),
        ...scheduleWords(subject),
        daftar,
        jumlah: daftar.length,
      },
      // What becomes of one of them is told of that one.
      facts: { hari: made.map(({ day }) => day) },
      notBefore: at,
      settleMinutes: settleMinutes(subject),
      notAfter: Temporal.PlainDate.from(last.day).toZonedDateTime(situation.timeZone).toInstant(),
      because: 'kegiatan berulang disetujui petugas',
    },
  ];
};
