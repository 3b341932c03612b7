/** What a row without a ticket is asked in its own *Keterangan*, and where that stands. */

import { number } from '../cases/wording.ts';
import { type RequestField, requestTab } from '../columns/request-tab.ts';
import type { CellEdit } from '../sheet/edits.ts';
import type { ColumnLocation } from '../sheet/locate-columns.ts';
import { sameCell } from '../sheet/three-way.ts';
import type { Doubt } from './bind-rows.ts';
import type { RequestRow } from './request-rows.ts';

/** A row that a person is asked about, with its cells. */
export interface QuestionedRow extends RequestRow {
  readonly doubt: Doubt;
  /** What fills it: so a write finds it again. */
  readonly filling: string;
}

export const questionOf = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'copy':
      return `${sameAs}${doubt.of} (kegiatan, hari, dan jam), jadi belum dilayani sebagai permohonan tersendiri; nomor tiket itu milik baris lain. Bila ini permohonan lain, ubah Nama Kegiatan, tanggal, atau jamnya; bila hanya salinan, hapus baris ini.`;
    case 'left-copy':
      return `${copyOf}${doubt.of}, yang kemudian diubah, jadi belum dilayani sebagai permohonan tersendiri. Bila memang permohonan lain, kosongkan Keterangan di baris ini; bila hanya salinan, hapus baris ini.`;
    case 'unsure':
      return 'Baris ini belum dapat dibedakan dari baris lain yang stempel waktu dan emailnya sama, jadi belum dilayani. Isi kembali Nomor Tiket yang semula; bila hanya salinan, hapus baris ini.';
    case 'shared-number':
      return `Nomor Tiket ${doubt.ticket} tertulis pada lebih dari satu baris dan tidak ada dalam catatan layanan, jadi belum dilayani. Kosongkan Nomor Tiket pada baris yang bukan pemiliknya.`;
    case 'far-number':
      return `Nomor Tiket ${doubt.ticket} bukan nomor dari layanan dan jauh dari nomor terakhir, jadi belum dilayani. Kosongkan sel Nomor Tiket agar diberi nomor.`;
    default:
      return doubt satisfies never;
  }
};

const sameAs = 'Baris ini sama dengan ';
const copyOf = 'Baris ini salinan ';

/** The ticket that a row's *Keterangan* names as its original. */
export const askedAboutIn = (remarks: string): string | undefined => {
  const opening = [sameAs, copyOf].find((words) => remarks.startsWith(words));
  return opening && /^VC-\d+-\d+/.exec(remarks.slice(opening.length))?.[0];
};

/** The original was changed while the row was asked about. */
export const isLeftBehindIn = (remarks: string): boolean => remarks.startsWith(copyOf);

/** The remarks that differ from what is to be asked. Rows that are filled alike are asked alike. */
export const questionEdits = ({
  tab,
  columns,
  questioned,
}: {
  readonly tab: string;
  readonly columns: Pick<ColumnLocation<RequestField>, 'headerOf'>;
  readonly questioned: readonly QuestionedRow[];
}): readonly CellEdit[] => {
  const header = columns.headerOf.get('remarks');
  if (header === undefined) return [];
  const edits = questioned.flatMap(({ filling, cells, doubt }): CellEdit[] => {
    const becomes = questionOf(doubt);
    if (sameCell(cells.remarks, becomes)) return [];
    return [{ tab, address: { kind: 'filled', filling, header }, was: cells.remarks, becomes }];
  });
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
};

/** For Ringkasan, which names no row by its place: people sort. */
export const questionNotices = (questioned: readonly QuestionedRow[]): readonly string[] => {
  if (questioned.length === 0) return [];
  return [
    `${number(questioned.length)} baris di ${requestTab.name} belum diberi nomor tiket dan belum dilayani karena perlu ditanyakan (${listed(questioned)}). Baca Keterangan di baris itu.`,
  ];
};

const listed = (questioned: readonly QuestionedRow[]): string =>
  [...new Set(questioned.map(({ doubt }) => shortly(doubt)))].sort().join('; ');

const shortly = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'copy':
      return `sama dengan ${doubt.of}`;
    case 'left-copy':
      return `salinan ${doubt.of}`;
    case 'unsure':
      return 'tidak dapat dibedakan';
    case 'shared-number':
      return `nomor ${doubt.ticket} tertulis dua kali`;
    case 'far-number':
      return `nomor ${doubt.ticket} tidak dikenal`;
    default:
      return doubt satisfies never;
  }
};
