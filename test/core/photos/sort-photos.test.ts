import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FiledPhoto, WhyLeft } from '../../../src/core/cases/photos.ts';
import { leftSentences, strayNotice } from '../../../src/core/photos/photo-words.ts';
import { mostPhotos, sortPhotos } from '../../../src/core/photos/sort-photos.ts';

const aFile = (name: string, changed: Partial<FiledPhoto> = {}): FiledPhoto => ({
  id: name,
  name,
  size: 1000,
  mark: `isi ${name}`,
  ...changed,
});
const tickets = new Set(['VC-2026-0001', 'VC-2026-0002', 'VC-2026-00012']);
const sorted = (
  folder: string,
  names: readonly (string | FiledPhoto)[],
  verdicts: Readonly<Record<string, 'fit' | WhyLeft>> = {},
) =>
  sortPhotos(
    [
      {
        name: folder,
        files: names.map((each) => (typeof each === 'string' ? aFile(each) : each)),
      },
    ],
    { tickets, verdicts: (mark) => verdicts[mark] },
  );
const photosOf = (...given: Parameters<typeof sorted>) => {
  const photos = sorted(...given).of.get('VC-2026-0001');
  return [photos?.printed.map(({ name }) => name), photos?.left];
};

describe('sort photos', () => {
  test('puts photos in the order in which people count', () => {
    expect(
      photosOf('VC-2026-0001', ['foto 10.jpg', 'Foto 2.JPG', 'foto 1.jpeg', 'akhir.png'])[0],
    ).toEqual(['akhir.png', 'foto 1.jpeg', 'Foto 2.JPG', 'foto 10.jpg']);
  });

  test('knows the folder of a ticket also in small letters and with words behind', () => {
    for (const name of ['VC-2026-0001', ' vc-2026-0001 Rapat', 'VC-2026-0001_foto']) {
      expect(photosOf(name, ['a.jpg'])[0]).toEqual(['a.jpg']);
    }
    expect(sorted('VC-2026-00019', ['a.jpg']).of.size).toBe(0);
    expect(sorted('VC-2026-0009', ['a.jpg']).strays).toEqual(['VC-2026-0009']);
    expect(sorted('VC-2026-0009', []).strays).toEqual([]);
    expect(sorted('', ['a.jpg', 'Thumbs.db']).strays).toEqual(['a.jpg']);
  });

  test('says why a file is no photo for the report, and leaves what systems put there unsaid', () => {
    expect(
      photosOf(
        'VC-2026-0001',
        [
          'IMG_1.HEIC',
          'surat.pdf',
          aFile('b.jpg', { size: 0 }),
          aFile('c.jpg', { size: 50_000_000 }),
          aFile('lama', { mark: '', size: 0 }),
          'd.jpg',
          'tanpa akhiran',
          '.DS_Store',
          'desktop.ini',
          '~$catatan.docx',
        ],
        { 'isi d.jpg': 'broken' },
      ),
    ).toEqual([
      ['tanpa akhiran'],
      [
        { name: 'b.jpg', why: 'empty' },
        { name: 'c.jpg', why: 'too large' },
        { name: 'd.jpg', why: 'broken' },
        { name: 'IMG_1.HEIC', why: 'heic' },
        { name: 'lama', why: 'folder' },
        { name: 'surat.pdf', why: 'no picture' },
      ],
    ]);
  });

  test('prints no more than fit on three pages, and names the others', () => {
    const names = Array.from({ length: mostPhotos + 2 }, (_, index) => `${index + 1}.jpg`);

    const [printed, left] = photosOf('VC-2026-0001', ['0.jpg', ...names], {
      'isi 0.jpg': 'broken',
    });

    expect(printed).toEqual(names.slice(0, mostPhotos));
    expect(left).toEqual([
      { name: '0.jpg', why: 'broken' },
      { name: '25.jpg', why: 'too many' },
      { name: '26.jpg', why: 'too many' },
    ]);
  });

  test('loses no file of any name: it is printed, told of, or left by a system', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' })), (names) => {
        const [printed = [], left = []] = photosOf('VC-2026-0001', names) as [
          string[] | undefined,
          { name: string }[] | undefined,
        ];
        const told = [...printed, ...left.map(({ name }) => name)].sort();
        const shown = names.filter((name) => !/^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name));

        expect(told).toEqual(shown.sort());
      }),
    );
  });
});

describe('what staff are told of photos', () => {
  test('names three files and counts the others, one sentence for each thing to do', () => {
    const left = ['1.heic', '2.heic', '3.heic', '4.heic', '5.heic'].map((name) => ({
      name,
      why: 'heic' as const,
    }));

    expect(leftSentences([...left, { name: 'a.pdf', why: 'no picture' }])).toEqual([
      'Tidak dimuat dalam laporan: "1.heic", "2.heic", "3.heic", dan 2 lainnya. Format HEIC tidak dapat dimuat; simpan ulang sebagai JPG.',
      'Tidak dimuat dalam laporan: "a.pdf". Berkas itu bukan foto; pindahkan ke folder lain.',
    ]);
    expect(strayNotice([])).toEqual([]);
    expect(strayNotice(['VC-26-1'])[0]).toContain('"VC-26-1"');
  });
});
