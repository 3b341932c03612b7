import type { Holiday } from '../../cases/desk.ts';
import { list, plainDay } from '../../cases/wording.ts';
import { holidayTab } from '../../columns/holiday-tab.ts';
import { daysAfter, daysBetween } from '../../sheet/calendar-days.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { readDays } from '../read-days.ts';
import { type Problems, registerRows } from './register-rows.ts';

/** The tab Hari Libur by ISO day; a row of several days stands for each of them. */
export const readHolidays = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): ReadonlyMap<string, Holiday> => {
  const holidays = new Map<string, Holiday>();
  for (const row of registerRows(snapshot, holidayTab, problems)) {
    const reading = readDays(row.cell('day'), undefined);
    if (reading.kind === 'empty')
      row.problem('Tanggal libur belum diisi; baris ini tidak dipakai. Isi tanggalnya.');
    const days = row.take('day', reading, 'Tulis misalnya 25/12/2026.');
    if (days === undefined) continue;
    const length = daysBetween(days.from, days.to) + 1;
    if (length > longestHoliday) {
      row.problem(
        `Libur ${length} hari tampak terlalu lama; baris ini tidak dipakai. Periksa tanggalnya.`,
      );
      continue;
    }
    const each = Array.from({ length }, (_, offset) => daysAfter(days.from, offset));
    const twice = each.filter((day) => holidays.has(day.toString()));
    if (twice.length > 0)
      row.problem(
        `${list(twice.map(plainDay))} sudah tercantum di baris lain, yang dipakai. Hapus salah satunya.`,
      );
    for (const day of each.filter((one) => !twice.includes(one))) {
      const kind = row.text('kind')?.replaceAll('_', ' ') ?? 'libur nasional';
      holidays.set(day.toString(), { day, kind, name: row.text('name') ?? kind });
    }
  }
  return holidays;
};

const longestHoliday = 31;
