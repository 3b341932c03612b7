import { describe, expect, test } from 'vitest';
import { readHost } from '../../../src/core/reading/read-host.ts';
import { readInstitution } from '../../../src/core/reading/read-institution.ts';
import { startingInstitutions } from '../../../src/core/reading/registers/institution-names.ts';

const names = {
  office: 'Dinas Komunikasi, Informatika, dan Statistik',
  team: 'Tim Kerja Persandian',
};

const meaning = (cell: string): string => {
  const reading = readHost(cell, names);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read host', () => {
  test.each([
    'Dinas Kominfotik',
    'Diskominfotik Prov. Gorontalo',
    'Bidang Persandian',
    'Tim Kerja Persandian',
    'bidang persandian dinas kominfotik',
    'Kominfo Gorontalo',
    'Dinas Komunikasi dan Informatika',
    'Dinas Komunikasi, Informatika dan Statistik Provinsi Gorontalo',
    'Dinas Kominfotk',
    'mohon difasilitasi Kominfo',
  ])('knows "%s" as this office', (typed) => {
    expect(meaning(typed)).toBe('ours');
  });

  test.each([
    'Kominfo RI',
    'Kementerian Komunikasi dan Informatika',
    'Kementerian Komunikasi dan Digital',
    'Komdigi',
    'Diskominfo Kota Gorontalo',
    'Kominfo Kab. Bone Bolango',
    'Dinas Kominfo Provinsi Sulawesi Utara',
    'Badan Siber dan Sandi Negara',
    'Badan Pusat Statistik',
    'Kemendagri',
    'BKN',
    'Instansi lain',
    'Bappeda',
  ])('knows "%s" as another', (typed) => {
    expect(meaning(typed)).toBe('elsewhere');
  });

  test.each([
    'Ya',
    'kami sendiri',
    'bukan Kominfo',
    'Kominfotik dan Kemendagri',
    'zoom',
    'belum tahu',
    'Provinsi Gorontalo',
    'Kominfo Antah',
    'kami dan Bappeda',
    'Kemenkes bersama kami',
    'kita',
    'kami serta Kominfotik',
  ])('asks about "%s"', (typed) => {
    expect(meaning(typed)).toBe('unsure');
  });

  test('takes a word of another institution for no slip', () => {
    const institutions = [{ name: 'Dinas Pertanian', spellings: [] }];

    expect(readHost('Dinas Pertanian', { ...names, institutions })).toMatchObject({
      value: 'elsewhere',
    });
  });

  test('knows an office of another name from Pengaturan', () => {
    const other = { office: 'Dinas Digital Daerah', team: 'Tim Rapat Jarak Jauh' };

    expect(readHost('dinas digital daerah', other)).toMatchObject({ value: 'ours' });
    expect(readHost('Tim Rapat Jarak Jauh', other)).toMatchObject({ value: 'ours' });
  });
});

describe('read institution of the office itself', () => {
  const known = startingInstitutions.map((line) => {
    const [name = '', spellings = ''] = line.split(' = ');
    return { name, spellings: spellings.split('; ') };
  });

  test.each([
    'Persandian',
    'Bidang Persandian',
    'Tim Kerja Persandian',
    'Bidang Aptika Kominfotik',
  ])('knows "%s" as a unit of the office', (typed) => {
    expect(readInstitution(typed, known, names)).toEqual({ kind: 'known', name: names.office });
  });

  test.each([
    'Dinas Pertanahan',
    'Diskominfo Kota Gorontalo',
    'Dinas Pekerjaan Umum dan Penataan Ruang Kota Gorontalo',
    'Dinas Komunikasi, Informatika, dan Statistik Kab. Boalemo',
    'Kementerian Pertanian',
    'Kominfo RI',
    'Badan Pusat Statistik',
    'Pertanian dan Persandian',
    'Bidang Pertanian dan Statistik',
  ])('proposes nothing for "%s"', (typed) => {
    expect(readInstitution(typed, known, names)).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['Dinas Sosail', 'Dinas Sosial'],
    ['Dinas Kesehatn', 'Dinas Kesehatan'],
    ['Inspektorta', 'Inspektorat'],
  ])('proposes for "%s" %s', (typed, name) => {
    expect(readInstitution(typed, known, names)).toEqual({ kind: 'similar', name });
  });
});
