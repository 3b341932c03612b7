import type { Owner } from '../core/sheet/column.ts';

/** The colours of the workbook, once: a header says by its colour who fills the column. */
export interface OwnerColours {
  /** What the legend in Panduan calls this owner. */
  readonly name: string;
  readonly meaning: string;
  readonly header: string;
  /** A breath of the same colour for the cells of filled rows. */
  readonly cell: string;
}

export const ownerColours: Readonly<Record<Owner, OwnerColours>> = {
  form: {
    name: 'Jawaban pemohon',
    meaning:
      'Datang dari formulir atau diketik dari surat permohonan. Layanan tidak pernah mengubahnya.',
    header: '1F4E79',
    cell: 'FFFFFF',
  },
  staff: {
    name: 'Diisi petugas',
    meaning: 'Milik Tim Kerja Persandian. Layanan hanya membacanya.',
    header: '2E6B4F',
    cell: 'FFFFFF',
  },
  shared: {
    name: 'Bersama',
    meaning:
      'Layanan mengusulkan isinya. Begitu Anda mengubahnya, isian Anda yang berlaku sampai selnya dikosongkan.',
    header: '8A5A00',
    cell: 'FFFAEF',
  },
  service: {
    name: 'Ditulis layanan',
    meaning: 'Ditulis otomatis. Ketikan di sini akan diganti pada putaran berikutnya.',
    header: '595F69',
    cell: 'F5F6F8',
  },
};

export const ink = '1F2933';
export const quietInk = '7B8794';
export const hairline = 'D5DAE0';
export const alarm = 'B42318';

/** What a state looks like: its cell, and what its whole row is tinted with. */
export interface StateColours {
  readonly fill: string;
  readonly text: string;
  readonly bold?: boolean;
}

export const waiting: StateColours = { fill: 'FFF1CC', text: '7A4F01' };
export const mend: StateColours = {
  fill: 'FFD9B8',
  text: '8A3B00',
  bold: true,
};
export const accepted: StateColours = { fill: 'DCEBFA', text: '1F4E79' };
export const planned: StateColours = { fill: 'CFE4F5', text: '123F66' };
export const prepared: StateColours = { fill: 'D3F0E6', text: '0B5345' };
export const running: StateColours = {
  fill: '1E8E5A',
  text: 'FFFFFF',
  bold: true,
};
export const done: StateColours = { fill: 'E3F1DA', text: '35612A' };
export const closed: StateColours = { fill: 'E8EAED', text: '5F6672' };
export const refused: StateColours = { fill: 'F8DCDC', text: '8C1D18' };
export const moved: StateColours = { fill: 'E8DFF5', text: '553285' };

/** What a conditional format adds to a cell. */
export interface Tint {
  readonly fill?: string;
  readonly text?: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly lineBelow?: string;
}
