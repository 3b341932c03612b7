import { expect, test } from 'vitest';
import { localeNotices } from '../../../src/core/overview/locale-notice.ts';

test('staff hear of a sheet in which typed days may change places with months, and of no other', () => {
  expect(localeNotices({ locale: 'en_US' })).toEqual([
    'Lembar kerja memakai setelan wilayah "en_US", sehingga hari dan bulan dari tanggal yang diketik dapat tertukar. Buka File → Setelan, pilih Indonesia, lalu periksa tanggal yang sudah diketik.',
  ]);
  for (const locale of ['in_ID', 'id_ID', 'id', 'in', 'en_GB']) {
    expect(localeNotices({ locale })).toEqual([]);
  }
  expect(localeNotices({})).toEqual([]);
});
