/** The tab Hari Libur: on which days the office is closed. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const holidayTab = {
  name: 'Hari Libur',
  synonyms: ['Libur', 'Hari Libur Nasional'],
  columns: [
    staff('day', 'Tanggal', 'day', { hint: 'Satu tanggal satu baris.', width: 20, needed: true }),
    staff('kind', 'Jenis', 'choice', {
      hint: 'libur nasional, cuti bersama, atau libur daerah.',
      choices: ['libur nasional', 'cuti bersama', 'libur daerah'],
      width: 18,
    }),
    staff('name', 'Nama', 'text', {
      synonyms: ['Keterangan', 'Nama Hari Libur'],
      hint: 'Nama hari liburnya.',
      width: 48,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
