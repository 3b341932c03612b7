/** Reads the tab Pengaduan. */
import type { Temporal } from 'temporal-polyfill';
import type { Complaint, ComplaintKind } from '../../cases/desk.ts';
import type { complaintHandling } from '../../columns/complaint-handling.ts';
import { complaintTab } from '../../columns/complaint-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { present } from '../present.ts';
import { readDays } from '../read-days.ts';
import { readMoment } from '../read-moment.ts';
import { fold } from '../spelling.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

/** The tab Pengaduan. Anonymous ones are allowed; an unknown kind counts as a complaint, the most serious reading. */
export const readComplaints = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly Complaint[] =>
  registerRows(snapshot, complaintTab, problems).map((row): Complaint => {
    const at = row.take(
      'submittedAt',
      readMoment(row.cell('submittedAt'), { timeZone }),
      'Tulis misalnya 23/11/2026 09.30.',
    );
    return {
      kind: complaintKindOf(row.text('kind'), {
        text: row.text('text'),
        header: 'Jenis',
        problem: row.problem,
      }),
      tab: complaintTab.name,
      row: row.row,
      text: row.text('text') ?? '',
      ...readHandling(row, at?.toZonedDateTimeISO(timeZone).toPlainDate()),
      ...present({ at, ticket: row.text('ticket') }),
    };
  });

type HandledRow = Pick<
  RegisterRow<(typeof complaintHandling)[number]['field']>,
  'cell' | 'text' | 'take'
>;

/** @param reference The day on which it came. */
export const readHandling = (
  row: HandledRow,
  reference: Temporal.PlainDate | undefined,
): Pick<Complaint, 'handler' | 'answer' | 'closed'> =>
  present({
    handler: row.text('handler'),
    answer: row.text('answer'),
    closed: row.take(
      'closed',
      readDays(row.cell('closed'), reference),
      'Tulis tanggalnya, misalnya 23/11/2026.',
    )?.from,
  });

/**
 * What tells of money that was asked for or given is *pungutan* whatever kind was picked: the supervisor hears of it at once,
 * and staff are told that it was read so.
 */
export const complaintKindOf = (
  typed: string | undefined,
  {
    text = '',
    header,
    problem,
  }: {
    readonly text?: string | undefined;
    readonly header: string;
    readonly problem: (text: string) => void;
  },
): ComplaintKind => {
  const folded = fold(typed ?? '');
  if (/\bbukan (?:pungutan|pungli)\b/.test(folded)) return 'pengaduan';
  if (/\b(?:pungutan|pungli|biaya|bayar|uang)\b/.test(folded)) return 'pungutan';
  if (tellsOfMoney.test(fold(text).replaceAll(denied, ' '))) {
    problem(
      `Isinya menyebut uang atau biaya; dibaca sebagai pungutan. Bila benar, pilih pungutan pada ${header}; bila bukan, tulis "bukan pungutan" di sana.`,
    );
    return 'pungutan';
  }
  if (/\b(?:pengaduan|aduan|keluhan|komplain)\b/.test(folded)) return 'pengaduan';
  if (/\b(?:saran|usul|usulan)\b/.test(folded)) return 'saran';
  if (/\bmasukan\b/.test(folded)) return 'masukan';
  problem(
    typed === undefined
      ? `${header} belum diisi; dihitung sebagai pengaduan. Pilih jenisnya.`
      : `${header} ${quote(typed)} tidak dikenal; dihitung sebagai pengaduan. Pilih jenis dari daftar.`,
  );
  return 'pengaduan';
};

const tellsOfMoney =
  /\b(?:pungut\w*|dipungut\w*|pungli|suap\w*|gratifikasi|(?:di|me)?minta\w* (?:\w+ ){0,2}(?:uang|biaya|bayaran|tip|rokok|pulsa)|uang (?:rokok|pelicin|lelah|kopi|jalan|transport)|(?:di|mem)?bayar (?:\w+ ){0,2}(?:petugas|operator)|(?:harus|disuruh|diminta) (?:mem)?bayar)\b/;

/** "tidak ada pungutan", "tanpa dimintai biaya": said in praise. */
const denied =
  /\b(?:tidak|tdk|tak|tanpa|bukan|bebas)(?: (?:ada|pernah|sama|sekali|dikenakan|lagi|dari)){0,3} (?:pungut\w*|dipungut\w*|pungli|suap\w*|gratifikasi|(?:di|me)?minta\w*|(?:di|mem)?bayar\w*|uang|biaya)\b/g;
