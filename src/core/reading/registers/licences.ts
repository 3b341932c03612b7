import type { Licence } from '../../cases/desk.ts';
import { licenceTab } from '../../columns/licence-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { readCount } from '../read-count.ts';
import { fold } from '../spelling.ts';
import { activeRows } from './active-rows.ts';
import { type Problems, registerRows } from './register-rows.ts';

/** The tab Akun Zoom. Without a capacity an account cannot be matched to a meeting and is not used. */
export const readLicences = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly Licence[] => {
  const rows = registerRows(snapshot, licenceTab, problems);
  const active = activeRows(rows);
  const names = new Set<string>();
  return rows.flatMap((row): readonly Licence[] => {
    const name = row.text('name')?.replaceAll('\n', ' ');
    if (name === undefined) {
      row.problem('Nama akun belum diisi; baris ini tidak dipakai. Isi namanya.');
      return [];
    }
    if (names.has(fold(name))) {
      row.problem(`Akun ${name} tercantum dua kali; baris ini tidak dipakai. Hapus salah satunya.`);
      return [];
    }
    names.add(fold(name));
    const count = readCount(row.cell('capacity'));
    const capacity = row.take('capacity', count, 'Tulis satu angka, misalnya 300.');
    if (count.kind === 'empty')
      row.problem(`Kapasitas ${name} belum diisi; akun ini tidak dipakai. Isi kapasitasnya.`);
    if (capacity === undefined) return [];
    const meetings = row.take(
      'meetings',
      readCount(row.cell('meetings')),
      'Tulis satu angka, misalnya 2; sementara ini dianggap satu rapat.',
    );
    return [{ name, capacity, meetings: Math.max(1, meetings ?? 1), active: active.has(row) }];
  });
};
