import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Official } from '../../../src/core/cases/request.ts';
import { isPosition } from '../../../src/core/reading/official-words.ts';
import { readOfficial } from '../../../src/core/reading/read-official.ts';

const planned: Official = { name: 'Wakil Gubernur', position: 'Pembina' };

/** "name | position | who stood in", or how the reading ended. */
const told = (cell: string): string => {
  const reading = readOfficial(cell, planned);
  if (reading.kind !== 'read') return reading.kind;
  const { name, position, representedBy } = reading.value;
  return [name, position ?? '', representedBy ?? ''].join(' | ').replace(/(?: \| )+$/, '');
};

describe('read official', () => {
  test.each([
    // positions alone
    ['Sekretaris Daerah', 'Sekretaris Daerah'],
    ['Plt. Kepala Dinas Pendidikan', 'Plt. Kepala Dinas Pendidikan'],
    ['Plh. Sekda', 'Plh. Sekda'],
    ['Pj. Gubernur Gorontalo', 'Pj. Gubernur Gorontalo'],
    ['Asisten Administrasi Umum', 'Asisten Administrasi Umum'],
    ['Kepala Dinas (Plt.)', 'Kepala Dinas (Plt.)'],
    ['Kepala Biro (BKD)', 'Kepala Biro (BKD)'],
    [
      'Kepala Bidang Informasi, Komunikasi dan Statistik',
      'Kepala Bidang Informasi, Komunikasi dan Statistik',
    ],
    ['Ka. Bidang Aptika', 'Ka. Bidang Aptika'],
    ['Bapak Gubernur', 'Gubernur'],
    ['Bapak/Ibu Kepala Dinas', 'Kepala Dinas'],
    ['Yth. Bapak Bupati', 'Bupati'],
    ['Sekda (tentatif)', 'Sekda'],
    ['Gubernur - tentatif', 'Gubernur'],
    ['Wakil Gubernur (daring)', 'Wakil Gubernur'],
    ['Kepala Dinas (belum pasti)', 'Kepala Dinas'],
    ['Dipimpin oleh Sekda', 'Sekda'],
    // a name with a position
    ['Ir. H. Rahmat Pakaya, M.Si (Kepala Dinas)', 'Ir. H. Rahmat Pakaya, M.Si | Kepala Dinas'],
    ['Rahmat Pakaya (Kadis Kominfotik)', 'Rahmat Pakaya | Kadis Kominfotik'],
    ['Rahmat Pakaya, S.Kom., M.T. (Kepala Bidang)', 'Rahmat Pakaya, S.Kom., M.T. | Kepala Bidang'],
    ['Kepala Dinas (Rahmat Pakaya, S.Kom)', 'Rahmat Pakaya, S.Kom | Kepala Dinas'],
    ['Sekda (Ibu Sri Lestari)', 'Sri Lestari | Sekda'],
    ['Kepala Dinas Kesehatan - dr. Sri Lestari', 'dr. Sri Lestari | Kepala Dinas Kesehatan'],
    ['dr. Sri Lestari - Kepala Dinas Kesehatan', 'dr. Sri Lestari | Kepala Dinas Kesehatan'],
    ['dr. Sri Lestari – Kadinkes', 'dr. Sri Lestari | Kadinkes'],
    ['Kepala Dinas: Rahmat Pakaya', 'Rahmat Pakaya | Kepala Dinas'],
    ['Kepala Dinas : Rahmat Pakaya, S.E.', 'Rahmat Pakaya, S.E. | Kepala Dinas'],
    ['Kepala Dinas / Rahmat Pakaya', 'Rahmat Pakaya | Kepala Dinas'],
    ['Asisten II, Drs. Rahmat Pakaya', 'Drs. Rahmat Pakaya | Asisten II'],
    ['Asisten II, Drs. Rahmat Pakaya, M.Si.', 'Drs. Rahmat Pakaya, M.Si. | Asisten II'],
    [
      'Rahmat Pakaya, S.Kom., M.T., Kepala Dinas Kominfotik',
      'Rahmat Pakaya, S.Kom., M.T. | Kepala Dinas Kominfotik',
    ],
    [
      'Rahmat Pakaya, Kepala Bidang Informasi, Komunikasi',
      'Rahmat Pakaya | Kepala Bidang Informasi, Komunikasi',
    ],
    ['Rahmat Pakaya selaku Ketua Panitia', 'Rahmat Pakaya | Ketua Panitia'],
    ['Rahmat Pakaya sebagai Ketua Tim', 'Rahmat Pakaya | Ketua Tim'],
    ['Kepala Dinas Kesehatan dr. Sri Lestari', 'dr. Sri Lestari | Kepala Dinas Kesehatan'],
    ['Rahmat Pakaya Kepala Dinas Sosial', 'Rahmat Pakaya | Kepala Dinas Sosial'],
    ['Rahmat Pakaya\nKepala Dinas Sosial', 'Rahmat Pakaya | Kepala Dinas Sosial'],
    ['Rahmat Pakaya\n(Kepala Dinas Sosial)', 'Rahmat Pakaya | Kepala Dinas Sosial'],
    ['Bapak Rahmat Pakaya (Kadis)', 'Rahmat Pakaya | Kadis'],
    ['Rahmat Pakaya (Kepala Dinas (Plt))', 'Rahmat Pakaya | Kepala Dinas (Plt)'],
    ['Rahmat Pakaya (Kadis) (tentatif)', 'Rahmat Pakaya | Kadis'],
    ['Plt. Kadis, Rahmat Pakaya', 'Rahmat Pakaya | Plt. Kadis'],
    ['Pak Rahmat', 'Rahmat'],
    ['Rahmat Pakaya, S.Kom., M.T.', 'Rahmat Pakaya, S.Kom., M.T.'],
    ['Kepala Bagian Umum, S.E.', 'Kepala Bagian Umum, S.E.'],
    // somebody stood in
    ['Gubernur, diwakili oleh Sekda', 'Gubernur |  | Sekda'],
    ['Gubernur diwakili Asisten I', 'Gubernur |  | Asisten I'],
    ['Gubernur (diwakili: Asisten I)', 'Gubernur |  | Asisten I'],
    ['Bupati yang diwakili oleh Sekda', 'Bupati |  | Sekda'],
    ['Bupati dalam hal ini diwakili oleh Rahmat (Sekda)', 'Bupati |  | Rahmat (Sekda)'],
    [
      'Kepala Dinas (Rahmat Pakaya) diwakili Sekretaris',
      'Rahmat Pakaya | Kepala Dinas | Sekretaris',
    ],
    ['Gubernur digantikan oleh Wakil Gubernur', 'Gubernur |  | Wakil Gubernur'],
    ['Gubernur, yang mewakili Asisten I', 'Gubernur |  | Asisten I'],
    ['Sekda a.n. Gubernur', 'Gubernur |  | Sekda'],
    ['Sekda an. Gubernur', 'Gubernur |  | Sekda'],
    ['Sekda atas nama Gubernur', 'Gubernur |  | Sekda'],
    ['a.n. Gubernur, Sekda', 'Gubernur |  | Sekda'],
    ['Rahmat Pakaya, S.E. (mewakili Kepala Dinas)', 'Kepala Dinas |  | Rahmat Pakaya, S.E.'],
    ['Sri Lestari mewakili Rahmat (Kadis)', 'Rahmat | Kadis | Sri Lestari'],
    ['diwakili oleh Ibu Sri Lestari', 'Wakil Gubernur | Pembina | Sri Lestari'],
    // as planned, undecided, nobody
    ['sesuai rencana', 'Wakil Gubernur | Pembina'],
    ['ybs', 'Wakil Gubernur | Pembina'],
    ['belum ditentukan', 'empty'],
    ['Belum ada', 'empty'],
    ['tidak ada', 'empty'],
    ['menyusul', 'empty'],
    ['masih menunggu arahan', 'empty'],
    ['n/a', 'empty'],
    ['-', 'empty'],
    ['✓', 'unsure'],
    ['ya', 'unsure'],
    ['mewakili Gubernur', 'unsure'],
    ['Gubernur diwakili', 'unsure'],
    ['Rahmat 081200001111', 'unsure'],
  ])('takes "%s" apart as %s', (cell, official) => {
    expect(told(cell)).toBe(official);
  });

  test('never names somebody with words that were not typed, and never throws', () => {
    const pieces = fc.constantFrom(
      ...[
        'Gubernur',
        'diwakili',
        'oleh',
        'Rahmat',
        '(',
        ')',
        ',',
        '-',
        ':',
        'Kadis',
        'a.n.',
        'S.E.',
        'mewakili',
        'tentatif',
        '\n',
        'Bapak',
      ],
    );

    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (words) => {
        const typed = words.join(' ');
        const reading = readOfficial(typed);
        if (reading.kind !== 'read') return;
        const { name, position = '', representedBy = '' } = reading.value;
        for (const word of `${name} ${position} ${representedBy}`.match(/\p{L}+/gu) ?? [])
          expect(typed).toContain(word);
        expect(name).toMatch(/\p{L}/u);
        for (const person of ['Rahmat', 'Kadis', 'Gubernur'])
          if (typed.includes(person))
            expect(`${name} ${position} ${representedBy}`).toContain(person);
      }),
    );
  });

  test.each(['Sekretaris Daerah', 'Plt. Kadis', 'Asisten I', 'Ka. Biro Umum', 'Wakil Gubernur'])(
    'knows "%s" as a position',
    (text) => {
      expect(isPosition(text)).toBe(true);
    },
  );
});
