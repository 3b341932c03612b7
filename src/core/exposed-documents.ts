/** A document that anybody with the link may open: its name, and where to end that. */
export interface ExposedDocument {
  readonly name: string;
  readonly url: string;
}

/** So many are named; the others come up when these are put right. */
const mostNamed = 10;

/** What Ringkasan tells of them, each with the next step in the words of Drive's own buttons. */
export const exposureNotices = (exposed: readonly ExposedDocument[]): readonly string[] => {
  const named = exposed
    .slice(0, mostNamed)
    .map(
      ({ name, url }) =>
        `Dokumen "${name}" dapat dibuka siapa saja yang memiliki tautannya. Buka ${url}, pilih Bagikan, lalu ubah Akses umum menjadi Dibatasi.`,
    );
  const more = exposed.length - named.length;
  return more > 0 ? [...named, `Masih ada ${more} dokumen lain yang terbuka seperti itu.`] : named;
};
