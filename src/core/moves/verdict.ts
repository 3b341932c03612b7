/** What staff wrote in *Alasan* about a request being another one, or being it on another day. */
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case } from '../cases/situation.ts';
import { fold } from '../reading/spelling.ts';

/** What staff wrote about being the same as another; of all others where no ticket is named. */
interface DuplicateVerdict {
  readonly kind: 'same' | 'other';
  readonly tickets: readonly Ticket[];
}

export const verdictOf = ({ ticket, request: { staff } }: Case): DuplicateVerdict | undefined => {
  if (staff.reason === undefined) return undefined;
  const reason = fold(staff.reason);
  const tickets = ticketsIn(staff.reason).filter((found) => found !== ticket);
  if (told.other.test(reason)) return { kind: 'other', tickets };
  return told.same.test(reason) && !/\b(?:bukan|bkn|tidak|tdk)\b/.test(reason)
    ? { kind: 'same', tickets }
    : undefined;
};

const told = {
  other:
    /\b(?:bukan|bkn|tidak|tdk|tak)(?: \w+){0,2} (?:duplikat|duplikasi|ganda|dobel|double|kembar|sama|salinan|geser|digeser|geseran|pindahan)\b|\b(?:beda|berbeda) (?:kegiatan|acara|rapat|hari|jadwal|sesi|tema|topik|surat)\b|\b(?:kegiatan|acara|rapat|sesi|tema)(?: (?:yang|ini))? (?:beda|berbeda|kedua|terpisah)\b/,
  same: /\b(?:duplikat|duplikasi|ganda|dobel|double|salinan)\b/,
} as const;

/** Either of them was said to be another request, of all or of this one by its ticket; days of one series are. */
export const isToldApart = (a: Case, b: Case): boolean =>
  isOfOneSeries(a, b) || isToldOther(a, b) || isToldOther(b, a);

const isToldOther = (subject: Case, from: Case): boolean => {
  const verdict = verdictOf(subject);
  if (verdict?.kind !== 'other') return false;
  return verdict.tickets.length === 0 || verdict.tickets.includes(from.ticket);
};

/** Two rows of one series on one day are the same event twice. */
const isOfOneSeries = (a: Case, b: Case): boolean => {
  if (seriesOf(a) !== seriesOf(b)) return false;
  const day = a.request.answers.schedule?.startDay;
  return day === undefined || b.request.answers.schedule?.startDay.equals(day) !== true;
};

/** The ticket whose event comes again; its own where it does not. */
const seriesOf = ({ ticket, request: { staff } }: Case): Ticket =>
  staff.series?.kind === 'made' ? staff.series.from : ticket;

/**
 * "geser", "digeser dari VC-2026-0012": the event of another request goes on as this one. Only as a remark of its own,
 * for "dipindah ke aula" and the like tell of something else; a reason may follow where a ticket is named.
 */
export const moveWordOf = ({
  ticket,
  request: { staff },
}: Case): { readonly tickets: readonly Ticket[] } | undefined => {
  if (staff.reason === undefined) return undefined;
  const said = staff.reason
    .split(/[;\n]|(?<!\b(?:no|nomor|tiket))\.|,(?!\s*[A-Z]{2,}-\d)/i)
    .find((part) => moveWord.test(part.trim()));
  return said === undefined
    ? undefined
    : { tickets: ticketsIn(said).filter((found) => found !== ticket) };
};

const moveWord =
  /^(?:ya,? )?(?:di)?geser(?:an|kan)?(?: dari)?(?: (?:nomor|no|tiket)\.?){0,2}(?:(?: |, ?| dan | & )*[A-Z]{2,}-\d{4}-\d+)*(?:(?<=\d) (?:karena|krn|sebab)\b.*)?$/i;

const ticketsIn = (text: string): readonly Ticket[] =>
  [...text.matchAll(/[A-Z]{2,}-\d{4}-\d+/gi)].map(([found]) => found.toUpperCase());
