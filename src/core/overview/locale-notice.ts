/** What staff are told of a sheet that takes typed days for others before anybody can read them. */
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';

/** Where 3/11/2026 is the third of November: Indonesia's by all its names, and what setup takes in its place. */
const isDayFirst = (locale: string): boolean => /^(?:in|id)(?:_ID)?$|^en_GB$/.test(locale);

export const localeNotices = ({ locale }: Pick<WorkbookSnapshot, 'locale'>): readonly string[] =>
  locale === undefined || isDayFirst(locale)
    ? []
    : [
        `Lembar kerja memakai setelan wilayah "${locale}", sehingga hari dan bulan dari tanggal yang diketik dapat tertukar. Buka File → Setelan, pilih Indonesia, lalu periksa tanggal yang sudah diketik.`,
      ];
