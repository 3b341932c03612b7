/**
 * What staff are told of a document that got a new edition, because the one before it is not ours to change any more.
 *
 * The row of a request says so for good; Ringkasan says it of every document, but only while it is news.
 */
import { Temporal } from 'temporal-polyfill';
import type { DocumentRecord } from '../cases/ledger-state.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { firstOf } from '../cases/wording.ts';
import { dayOfCase } from '../figures/by-month.ts';
import { onceFor } from '../sheet/once-for.ts';

/** So many days after the day that a document is about. */
const newsDays = 31;

/** So many are named, the latest first. */
const mostNamed = 10;

/** The same words beside the row and in Ringkasan. */
export const editionSentence = (record: DocumentRecord): string =>
  `Dokumen ${nameOf(record)} adalah edisi terbaru; edisi sebelumnya telah ${handOn(record)} dan dibiarkan apa adanya.`;

const nameOf = ({ id = '', title = id }: DocumentRecord): string =>
  `"${title.split('/').at(-1) ?? title}"`;

/** Without a name, it may as well be that it was approved: signed-off documents are left alone too. */
const handOn = ({ editedBy }: DocumentRecord): string =>
  editedBy === undefined ? 'disunting atau disetujui' : `disunting oleh ${editedBy}`;

export const editionNotices = (
  documents: ReadonlyMap<string, DocumentRecord>,
  { cases, situation }: { readonly cases: readonly Case[]; readonly situation: Situation },
): readonly string[] => {
  const { today, timeZone } = situation;
  const anew = madeAnew(documents);
  const about = new Set(anew.map(subjectOf));
  const days = new Map(
    cases
      .filter(({ ticket }) => about.has(ticket))
      .map((each) => [each.ticket, dayOfCase(each, timeZone)]),
  );
  const news = anew
    .map((record) => ({ record, day: dayOf(record, days) ?? today }))
    .filter(({ day }) => Temporal.PlainDate.compare(day.add({ days: newsDays }), today) >= 0)
    .sort(
      (one, other) =>
        Temporal.PlainDate.compare(other.day, one.day) ||
        one.record.key.localeCompare(other.record.key),
    );
  return firstOf(
    news.map(({ record }) => editionSentence(record)),
    mostNamed,
    (more) => `Selain itu, ada ${more} dokumen lain yang memiliki edisi baru.`,
  );
};

const madeAnew = onceFor((documents: ReadonlyMap<string, DocumentRecord>) =>
  [...documents.values()]
    // The row of a letter that stands in the place of another says so itself.
    .filter(({ edition, letter }) => edition > 1 && letter?.replaced === undefined),
);

const subjectOf = ({ key }: DocumentRecord): string => key.slice(key.indexOf('/') + 1);

/** The event's day, or the last one of the month or year that the document is about. */
const dayOf = (
  record: DocumentRecord,
  days: ReadonlyMap<string, Temporal.PlainDate | undefined>,
): Temporal.PlainDate | undefined => {
  const subject = subjectOf(record);
  if (days.has(subject)) return days.get(subject);
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(subject) ?? [];
  if (year === undefined) return undefined;
  const last = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month ?? 12) });
  return last.toPlainDate({ day: last.daysInMonth });
};
