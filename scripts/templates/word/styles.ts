/**
 * The styles of all documents. Their names are what the office sees in Word's style gallery, so they are
 * Indonesian; changing a style there changes the whole document.
 */
import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import { mm } from './paper.ts';

export const colours = {
  ink: '000000',
  grid: 'BFBFBF',
  edge: '404040',
  shade: 'E8ECF1',
  muted: '595959',
  alarm: 'C00000',
  accent: '1F4E79',
  accentLight: '9DB8D2',
} as const;

const font = 'Arial';

/** 240 is single spacing; always written with its rule, because Word and LibreOffice differ when it is not. */
const lines = (factor: number) => ({
  line: Math.round(240 * factor),
  lineRule: LineRuleType.AUTO,
});

const style = (
  id: string,
  name: string,
  rest: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });

/** Running text; a letter that has to stay on one page is set closer. */
export interface Setting {
  /** Line spacing. */
  readonly body: number;
  /** In half points. */
  readonly size: number;
}

export const wide: Setting = { body: 1.25, size: 22 };
export const close: Setting = { body: 1, size: 20 };

export const stylesWith = ({ body, size }: Setting): IStylesOptions => ({
  default: {
    document: {
      run: { font, size, language: { value: 'id-ID' } },
      paragraph: { spacing: { ...lines(body), before: 0, after: 0 } },
    },
    heading1: {
      run: { font, size: 22, bold: true, color: colours.ink },
      paragraph: {
        spacing: { ...lines(body), before: 240, after: 80 },
        keepNext: true,
        keepLines: true,
        numbering: { reference: 'judul', level: 0 },
      },
    },
    heading2: {
      run: { font, size: 22, bold: true, color: colours.ink },
      paragraph: {
        spacing: { ...lines(body), before: 160, after: 60 },
        keepNext: true,
        keepLines: true,
        numbering: { reference: 'judul', level: 1 },
      },
    },
    heading3: {
      run: { font, size: 22, italics: true, color: colours.ink },
      paragraph: { spacing: { ...lines(body), before: 120, after: 40 }, keepNext: true },
    },
  },
  paragraphStyles: [
    style('KopPemerintah', 'Kop Pemerintah', {
      run: { size: 28 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: lines(1) },
    }),
    style('KopDinas', 'Kop Dinas', {
      run: { size: 32, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: lines(1) },
    }),
    style('KopAlamat', 'Kop Alamat', {
      run: { size: 18 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines(1), before: 30 } },
    }),
    style('NomorHalaman', 'Nomor Halaman', {
      run: { size: 22 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines(1), after: 160 } },
    }),
    style('JudulDokumen', 'Judul Dokumen', {
      run: { size: 24, bold: true, allCaps: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...lines(1.15), before: 120 },
        contextualSpacing: true,
        keepNext: true,
      },
    }),
    style('NomorDokumen', 'Nomor Dokumen', {
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...lines(body), after: 160 },
        keepNext: true,
      },
    }),
    style('TandaDraf', 'Tanda Draf', {
      run: { size: 20, color: colours.alarm },
      paragraph: {
        spacing: { ...lines(1.1), before: 60, after: 60 },
        indent: { left: mm(2), right: mm(2) },
        border: {
          top: { style: 'single', size: 6, space: 4, color: colours.alarm },
          bottom: { style: 'single', size: 6, space: 4, color: colours.alarm },
          left: { style: 'single', size: 6, space: 4, color: colours.alarm },
          right: { style: 'single', size: 6, space: 4, color: colours.alarm },
        },
      },
    }),
    style('Isi', 'Isi', {
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        spacing: { ...lines(body), after: 100 },
      },
    }),
    style('IsiRapat', 'Isi Rapat', { paragraph: { spacing: lines(Math.min(body, 1.15)) } }),
    style('ButirDaftar', 'Butir Daftar', {
      paragraph: {
        spacing: { ...lines(body), after: 40 },
      },
    }),
    style('IsiTabel', 'Isi Tabel', {
      run: { size: 20 },
      paragraph: { spacing: { ...lines(1.08), before: 30, after: 30 } },
    }),
    style('KepalaTabel', 'Kepala Tabel', {
      run: { size: 20, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...lines(1.08), before: 40, after: 40 },
        keepNext: true,
      },
    }),
    style('DaftarPanjang', 'Daftar Panjang', {
      run: { size: 17 },
      paragraph: { spacing: { ...lines(1.05), before: 20, after: 20 } },
    }),
    style('KepalaDaftarPanjang', 'Kepala Daftar Panjang', {
      run: { size: 17, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...lines(1.05), before: 30, after: 30 },
        keepNext: true,
      },
    }),
    style('AngkaKunci', 'Angka Kunci', {
      run: { size: 40, bold: true, color: colours.accent },
      paragraph: { spacing: { ...lines(1), before: 80 }, keepNext: true },
    }),
    style('NamaAngkaKunci', 'Nama Angka Kunci', {
      run: { size: 17, color: colours.muted },
      paragraph: { spacing: { ...lines(1.05), after: 60 } },
    }),
    style('Catatan', 'Catatan', {
      run: { size: 18, color: colours.muted },
      paragraph: { spacing: { ...lines(1.1), before: 60, after: 80 } },
    }),
    style('TandaTangan', 'Tanda Tangan', {
      paragraph: { spacing: lines(Math.min(body, 1.1)) },
    }),
  ],
});

const listLevel = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: mm(7.5), hanging: mm(7.5) } } },
});

/** "A." and "1." for headings, "1." and "a." for the items of a list. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'judul',
      levels: [
        listLevel(LevelFormat.UPPER_LETTER, '%1.'),
        { ...listLevel(LevelFormat.DECIMAL, '%2.'), level: 1 },
      ],
    },
    { reference: 'angka', levels: [listLevel(LevelFormat.DECIMAL, '%1.')] },
    { reference: 'huruf', levels: [listLevel(LevelFormat.LOWER_LETTER, '%1.')] },
  ],
};
