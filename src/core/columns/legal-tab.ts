/** The tab Dasar Hukum: the regulations that documents cite. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const legalTab = {
  name: 'Dasar Hukum',
  synonyms: ['Dasar'],
  columns: [
    staff('number', 'Nomor', 'number', {
      synonyms: ['No.', 'No'],
      hint: 'Urutan pada dokumen.',
      width: 9,
      format: '0',
    }),
    staff('text', 'Peraturan', 'long', {
      synonyms: ['Dasar Hukum', 'Uraian'],
      hint: 'Peraturan seperti dicetak pada dokumen.',
      width: 110,
      needed: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
