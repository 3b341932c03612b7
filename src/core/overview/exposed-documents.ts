import { firstOf } from '../cases/wording.ts';

/** A document, or a folder of them, that anybody with the link may open: its name, and where to end that. */
export interface Exposed {
  readonly kind: 'document' | 'folder';
  readonly name: string;
  readonly url: string;
}

/** So many are named; the others come up when these are put right. */
const mostNamed = 10;

/** What Ringkasan tells of them, each with the next step in the words of Drive's own buttons. */
export const exposureNotices = (exposed: readonly Exposed[]): readonly string[] =>
  firstOf(
    exposed.map(noticeOf),
    mostNamed,
    (more) => `Selain itu, masih ada ${more} dokumen atau folder lain yang terbuka untuk umum.`,
  );

const noticeOf = ({ kind, name, url }: Exposed): string => {
  const subject =
    kind === 'folder' ? `Folder "${name}" beserta semua dokumen di dalamnya` : `Dokumen "${name}"`;
  return `${subject} dapat dibuka oleh siapa saja yang memiliki tautannya. Buka ${url}, klik Bagikan, lalu ubah Akses umum menjadi Dibatasi.`;
};
