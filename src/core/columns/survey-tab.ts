/** The tab Survei: how satisfied those were who were served, as the form asks for it. */
import { form, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';
import { surveyElements } from './survey-elements.ts';

export const surveyTab = {
  name: 'Survei',
  synonyms: ['Survei Kepuasan', 'SKM'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', {
      synonyms: ['Timestamp'],
      hint: 'Saat survei diisi.',
      decisive: true,
    }),
    form('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Nomor tiket kegiatan yang dinilai.',
      width: 15,
      decisive: true,
    }),
    ...surveyElements.map((element) => ({ ...element, needed: true as const })),
    rowRemarks,
  ],
} as const satisfies Tab;
