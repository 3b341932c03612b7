/** Reads the tab Pengaduan. */
import type { Complaint, ComplaintKind } from '../../cases/desk.ts';
import { complaintTab } from '../../columns/complaint-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { present } from '../present.ts';
import { readDays } from '../read-days.ts';
import { readMoment } from '../read-moment.ts';
import { fold } from '../spelling.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type ComplaintRow = RegisterRow<(typeof complaintTab)['columns'][number]['field']>;

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
    const reference = at?.toZonedDateTimeISO(timeZone).toPlainDate();
    const closed = readDays(row.cell('closed'), reference);
    return {
      kind: kindOf(row),
      row: row.row,
      text: row.text('text') ?? '',
      ...present({
        at,
        ticket: row.text('ticket'),
        handler: row.text('handler'),
        answer: row.text('answer'),
        closed: row.take('closed', closed, 'Tulis tanggalnya, misalnya 23/11/2026.')?.from,
      }),
    };
  });

const kindOf = (row: ComplaintRow): ComplaintKind => {
  const typed = row.text('kind');
  const folded = fold(typed ?? '');
  if (/\b(?:pungutan|pungli|biaya|bayar|uang)\b/.test(folded)) return 'pungutan';
  if (/\b(?:pengaduan|aduan|keluhan|komplain)\b/.test(folded)) return 'pengaduan';
  if (/\b(?:saran|usul|usulan)\b/.test(folded)) return 'saran';
  if (/\bmasukan\b/.test(folded)) return 'masukan';
  row.problem(
    typed === undefined
      ? 'Jenis belum diisi; dihitung sebagai pengaduan. Pilih jenisnya.'
      : `Jenis ${quote(typed)} tidak dikenal; dihitung sebagai pengaduan. Pilih jenis dari daftar.`,
  );
  return 'pengaduan';
};
