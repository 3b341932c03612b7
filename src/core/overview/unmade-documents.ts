/** A document that an error of the program keeps from being made. */
export interface UnmadeDocument {
  /** `laporan/VC-2026-0123` */
  readonly key: string;
  readonly code: string;
}

/** So many are named. */
const mostNamed = 10;

/** In the staff's words, for Ringkasan. */
export const unmadeNotices = (unmade: readonly UnmadeDocument[]): readonly string[] =>
  unmade.length === 0
    ? []
    : [
        `${unmade.length} dokumen tidak dapat disusun karena kesalahan program: ${unmade
          .slice(0, mostNamed)
          .map(({ key, code }) => `${key} (${code})`)
          .join('; ')}. Dokumen yang sudah ada dibiarkan. Laporkan kepada pengelola layanan.`,
      ];
