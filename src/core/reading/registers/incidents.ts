import { incidentTab } from '../../columns.ts';
import type { Incident, IncidentKind } from '../../desk.ts';
import type { WorkbookSnapshot } from '../../snapshot.ts';
import { present } from '../present.ts';
import { readMoment } from '../read-moment.ts';
import { fold } from '../spelling.ts';
import { type Problems, registerRows } from './register-rows.ts';
import { ticketOf } from './ticket.ts';

/** The tab Kendala. An incident without a ticket belongs to no event and is only named. */
export const readIncidents = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly Incident[] =>
  registerRows(snapshot, incidentTab, problems).flatMap((row): readonly Incident[] => {
    const ticket = ticketOf(row.text('ticket'));
    if (ticket === undefined) {
      row.problem('Nomor tiket belum diisi; kendala ini tidak masuk laporan. Isi nomor tiketnya.');
      return [];
    }
    const moment = (field: 'at' | 'solvedAt') =>
      row.take(
        field,
        readMoment(row.cell(field), { timeZone }),
        'Tulis misalnya 23/11/2026 09.30.',
      );
    return [
      {
        ticket,
        kind: kindOf(row.text('kind')),
        ...present({
          at: moment('at'),
          who: row.text('who'),
          what: row.text('what'),
          action: row.text('action'),
          solvedAt: moment('solvedAt'),
        }),
      },
    ];
  });

const kindOf = (typed: string | undefined): IncidentKind => {
  const folded = fold(typed ?? '');
  if (/\b(?:koneksi|internet|jaringan|sinyal|putus|bandwidth|wifi)\b/.test(folded))
    return 'koneksi';
  if (/\b(?:login|masuk|akun|password|sandi|passcode)\b/.test(folded)) return 'login';
  if (
    /\b(?:perangkat|alat|laptop|komputer|kamera|speaker|mik|mic|audio|video|suara|proyektor|tv|listrik)\b/.test(
      folded,
    )
  )
    return 'perangkat';
  return 'lainnya';
};
