/** What staff are told of a sheet that takes typed days for others before anybody can read them. */
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';

/** Google calls it by more than one name. */
export const isOfIndonesia = (locale: string): boolean => /^(?:in|id)(?:_ID)?$/.test(locale);

/** Where 3/11/2026 is the third of November: Indonesia's, and what setup takes in its place. */
const isDayFirst = (locale: string): boolean => isOfIndonesia(locale) || locale === 'en_GB';

export const localeNotices = ({ locale }: Pick<WorkbookSnapshot, 'locale'>): readonly string[] =>
  locale === undefined || isDayFirst(locale)
    ? []
    : [
        `Lembar kerja memakai setelan wilayah "${locale}", sehingga hari dan bulan dari tanggal yang diketik dapat tertukar. Buka File → Setelan, pilih Indonesia, lalu periksa tanggal yang sudah diketik.`,
      ];
