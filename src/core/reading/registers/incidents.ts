/** Reads the tab of incidents. */
import type { Incident, IncidentKind } from '../../cases/desk.ts';
import { incidentTab } from '../../columns/incident-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { present } from '../present.ts';
import { readMoment } from '../read-moment.ts';
import { fold } from '../spelling.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type IncidentRow = RegisterRow<(typeof incidentTab)['columns'][number]['field']>;

/** The tab Kendala. Whose event an incident belongs to is settled where the tickets are known (`file-entries.ts`). */
export const readIncidents = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly Incident[] =>
  registerRows(snapshot, incidentTab, problems).map((row): Incident => {
    const moment = (field: 'at' | 'solvedAt') =>
      row.take(
        field,
        readMoment(row.cell(field), { timeZone }),
        'Tulis misalnya 23/11/2026 09.30.',
      );
    return {
      row: row.row,
      kind: kindOf(row),
      ...present({
        ticket: row.text('ticket'),
        at: moment('at'),
        who: row.text('who'),
        what: row.text('what'),
        action: row.text('action'),
        solvedAt: moment('solvedAt'),
      }),
    };
  });

const kindOf = (row: IncidentRow): IncidentKind => {
  const typed = row.text('kind');
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
  if (!/\blain\w*\b/.test(folded))
    row.problem(
      typed === undefined
        ? 'Jenis Kendala belum diisi; dihitung sebagai lainnya. Pilih jenisnya.'
        : `Jenis Kendala ${quote(typed)} tidak dikenal; dihitung sebagai lainnya. Pilih jenis dari daftar.`,
    );
  return 'lainnya';
};
