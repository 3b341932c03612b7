/** What keeps a letter a draft: every value that it would print as BELUM DIISI, in words that say where to fill it in. */
import { findByName } from '../../core/assignment/names.ts';
import type { Desk, LetterKind, OfficeSettings } from '../../core/cases/desk.ts';
import type { Finding } from '../../core/cases/request.ts';
import type { Case } from '../../core/cases/situation.ts';
import { list } from '../../core/cases/wording.ts';
import { nameSettingFor, signatoryFor } from './office-parts.ts';

/** Answers of the form, which their own findings ask for. */
export const answerGaps = ({ request: { answers } }: Case): readonly string[] => [
  ...(answers.institution === undefined ? ['Instansi belum diisi'] : []),
  ...(answers.event === undefined ? ['Nama Kegiatan belum diisi'] : []),
  ...(answers.schedule === undefined ? ['hari dan waktu kegiatan belum terbaca'] : []),
  ...(answers.place === undefined ? ['Tempat Kegiatan belum diisi'] : []),
  ...(answers.serviceKind === undefined ? ['Jenis Layanan belum diisi'] : []),
];

/** @param setting Its name in the tab Pengaturan. */
export const signatoryGaps = (settings: OfficeSettings, letter: LetterKind): readonly string[] =>
  signatoryFor(settings, letter).nama === ''
    ? [`nama penanda tangan belum diisi di tab Pengaturan (${nameSettingFor(settings, letter)})`]
    : [];

/** Nobody is sent by a letter that cannot say who it is. */
export const officerGaps = (
  names: readonly string[],
  { officers }: Pick<Desk, 'officers'>,
): readonly string[] =>
  names.flatMap((name) => {
    const known = findByName(name, officers);
    if (known === undefined) return [`${name} tidak ada di tab Petugas`];
    return known.nip === undefined && known.withoutNip !== true
      ? [`NIP ${name} belum diisi di tab Petugas (tulis Non ASN bila tidak punya)`]
      : [];
  });

/** Asks beside the row; nothing where nothing is lacking. */
export const stillDraft = (title: string, gaps: readonly string[]): readonly Finding[] =>
  gaps.length === 0 ? [] : [{ kind: 'warning', text: `${title} masih Draf: ${list(gaps)}.` }];
