/** How documents that supervisors check and approve say who did, and what changed since an approved edition. */
import { z } from 'zod';
import type { Signature } from '../../core/cases/request.ts';
import type { Situation } from '../../core/cases/situation.ts';
import { plainDay } from '../../core/cases/wording.ts';
import { periodicKey } from '../../core/columns/periodic-tab.ts';
import type { PriorEdition, Signing } from '../document-kind.ts';

const signOffSchema = z.object({
  nama: z.string().describe('Kosong berarti belum'),
  tanggal: z.string().describe('Tanggal; boleh kosong'),
});

/** The fields of every document that is checked and approved. */
export const signingShape = {
  diperiksa: signOffSchema,
  disetujui: signOffSchema,
  edisiSebelumnya: z
    .string()
    .describe('Edisi yang sudah disetujui dan digantikan edisi ini; biasanya kosong'),
  perubahan: z.array(z.string()).describe('Yang berubah sejak edisi sebelumnya disetujui'),
  tandaTanganElektronik: z
    .boolean()
    .describe('Benar bila dokumen ditandatangani di e-office, menurut tab Pengaturan'),
};

type SigningView = {
  readonly [field in Exclude<keyof typeof signingShape, 'tandaTanganElektronik'>]: z.output<
    (typeof signingShape)[field]
  >;
};

export interface Signatures {
  readonly checked?: Signature;
  readonly approved?: Signature;
  /** The approved edition that this one replaces. */
  readonly prior?: PriorEdition;
}

/** What a document prints of its signatures; with none given, what it says before anybody signs. */
export const signingOf = ({ checked, approved, prior }: Signatures): SigningView => ({
  diperiksa: signOffOf(checked),
  disetujui: signOffOf(approved),
  edisiSebelumnya: prior === undefined ? '' : priorPhrase(prior),
  perubahan: [...(prior?.changes ?? [])],
});

const signOffOf = (signature: Signature | undefined): SigningView['diperiksa'] => ({
  nama: signature?.name ?? '',
  tanggal: signature?.day?.toString() ?? '',
});

/** "edisi 1, disetujui Siti Contoh pada 25 November 2026" */
const priorPhrase = ({ edition, approvedBy: { name, day } }: PriorEdition): string =>
  `edisi ${edition}, disetujui ${name}${day === undefined ? '' : ` pada ${plainDay(day)}`}`;

/** Of a recap or an evaluation, whose cells stand in a row of their own. */
export const periodSigning = (
  title: string,
  {
    view,
    isDraft,
    situation: { desk },
  }: { readonly view: object; readonly isDraft: boolean; readonly situation: Situation },
): Signing => {
  const row = desk.periodic.get(periodicKey(title));
  return {
    title,
    isDraft,
    ...(row && { marks: row.marks }),
    signed: (signatures) => ({ ...view, ...signingOf(signatures) }),
  };
};
