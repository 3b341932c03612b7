/** So many are named. */
const mostNamed = 3;

/** What Ringkasan tells of documents that could not be saved in this pass. */
export const unsavedNotices = (names: readonly string[]): readonly string[] => {
  if (names.length === 0) return [];
  const named = names.slice(0, mostNamed).map((name) => `"${name}"`);
  const more = names.length - named.length;
  const list = [...named, ...(more > 0 ? [`dan ${more} dokumen lain`] : [])].join(', ');
  return [
    `Belum dapat disimpan: ${list}. Apabila dokumennya sedang dibuka di Word, tutup dahulu; layanan mencoba lagi pada setiap putaran. Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.`,
  ];
};
