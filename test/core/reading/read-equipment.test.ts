import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facilityNames } from '../../../src/core/columns/choices.ts';
import { readEquipment } from '../../../src/core/reading/read-equipment.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const wishes = (cell: Cell): readonly string[] => {
  const reading = readEquipment(cell);
  return reading.kind === 'read'
    ? reading.value.map(({ name, quantity, known }) => `${name} ${quantity}${known ? '' : ' ?'}`)
    : [];
};

const isSaid = (cell: Cell): boolean => {
  const reading = readEquipment(cell);
  return reading.kind !== 'read' || reading.warnings.length > 0;
};

describe('read equipment', () => {
  test.each<[string, readonly string[]]>([
    ['Speaker (2); Kamera Zoom (1)', ['Speaker 2', 'Kamera Zoom 1']],
    ['a) Speaker b) Kursi 20', ['Speaker 1', 'Kursi 20']],
    ['2 speaker, kamera', ['Speaker 2', 'Kamera Zoom 1']],
    ['speaker 2 unit dan laptop', ['Speaker 2', 'Komputer/laptop 1']],
    ['dua speaker', ['Speaker 2']],
    ['2x speaker', ['Speaker 2']],
    ['Speaker x2', ['Speaker 2']],
    [
      'Komputer/laptop, Kabel HDMI/audio/video, Televisi/LCD Proyektor',
      ['Komputer/laptop 1', 'Kabel HDMI/audio/video 1', 'Televisi/LCD Proyektor 1'],
    ],
    ['Televisi, LCD Proyektor', ['Televisi/LCD Proyektor 1']],
    ['2 laptop, 1 komputer', ['Komputer/laptop 3']],
    ['kamera/speaker', ['Kamera Zoom 1', 'Speaker 1']],
    ['1. Spiker\n2. Infokus', ['Speaker 1', 'Televisi/LCD Proyektor 1']],
    ['3 mikrofon', ['mikrofon 3 ?']],
    ['0 meja, kursi: 20 buah', ['Kursi 20']],
    ['tidak ada', []],
    ['Tdk ada', []],
    ['nihil', []],
    ['2 bh speaker, 1 kamera', ['Speaker 2', 'Kamera Zoom 1']],
    ['speaker aktif 2 unit & mic wireless', ['Speaker 2', 'mic wireless 1 ?']],
    ['laptop (core i7) 1', ['Komputer/laptop 1']],
    ['kabel HDMI 15 m', ['Kabel HDMI/audio/video 1']],
    ['2 kabel HDMI 5 meter', ['Kabel HDMI/audio/video 2']],
    ['kabel hdmi 20m 2 buah', ['Kabel HDMI/audio/video 2']],
    ['TV LED 55 inci 2 unit', ['Televisi/LCD Proyektor 2']],
    ['Smart TV 43"', ['Televisi/LCD Proyektor 1']],
    ['Internet min. 30 Mbps', ['Internet 1']],
    ['wifi 50mb', ['Internet 1']],
    ['laptop ram 8 GB', ['Komputer/laptop 1']],
    ['laptop i5 2 unit', ['Komputer/laptop 2']],
    ['Webcam 1080p', ['Kamera Zoom 1']],
    ['laptop2', ['Komputer/laptop 2']],
    ['kursi lima puluh buah', ['Kursi 50']],
    ['seratus kursi', ['Kursi 100']],
    ['1.000 kursi', ['Kursi 1000']],
    ['± 50 kursi', ['Kursi 50']],
    ['kursi sekitar 40', ['Kursi 40']],
    ['1 (satu) unit laptop', ['Komputer/laptop 1']],
    ['laptop 2 (dua) unit', ['Komputer/laptop 2']],
    ['2-3 kamera', ['Kamera Zoom 3']],
    ['kursi 40 s.d. 50', ['Kursi 50']],
    ['meja kursi', ['Meja 1', 'Kursi 1']],
    ['meja 5 kursi 20', ['Meja 5', 'Kursi 20']],
    ['2 laptop 1 speaker', ['Komputer/laptop 2', 'Speaker 1']],
    ['laptop untuk operator', ['Komputer/laptop 1']],
    ['mohon disiapkan 2 kamera', ['Kamera Zoom 2']],
    ['Laptop - 2 unit', ['Komputer/laptop 2']],
    ['tripod HP', ['Tripod Kamera 1']],
    ['laptop HP', ['Komputer/laptop 1']],
    ['laptop, hp', ['Komputer/laptop 1', 'Handphone 1']],
    ['kabel LAN', ['kabel LAN 1 ?']],
    ['kabel roll 2', ['kabel roll 2 ?']],
    ['kamera DSLR', ['kamera DSLR 1 ?']],
    ['charger laptop', ['charger laptop 1 ?']],
    ['tv/proyektor', ['Televisi/LCD Proyektor 1']],
    ['TV atau proyektor', ['Televisi/LCD Proyektor 1']],
    ['tidak perlu kamera, speaker 2', ['Speaker 2']],
    ['laptop, tanpa proyektor', ['Komputer/laptop 1']],
    ['kamera tidak usah; laptop 1', ['Komputer/laptop 1']],
    ['1 set sound system', ['Speaker 1']],
    ['- Laptop 1\n- Kamera 2', ['Komputer/laptop 1', 'Kamera Zoom 2']],
    ['a. laptop', ['Komputer/laptop 1']],
    ['dongle HDMI', ['Dongle audio/video 1']],
    ['Converter HDMI to VGA 1', ['Dongle audio/video 1']],
    ['label', ['label 1 ?']],
    ['kabel HDMI 15 m, 3 buah', ['Kabel HDMI/audio/video 3']],
    ['2 lusin kursi', ['Kursi 24']],
    ['sepasang speaker', ['Speaker 2']],
    ['sebuah laptop', ['Komputer/laptop 1']],
    ['kursi 100an', ['Kursi 100']],
    ['N/A', []],
    ['proyektor tanpa layar', ['Televisi/LCD Proyektor 1']],
    ['2 speaker tanpa tripod', ['Speaker 2']],
    ['webcam bukan hp', ['Kamera Zoom 1']],
    ['laptop, tanpa meja kursi', ['Komputer/laptop 1']],
    ['meja - 4 buah', ['Meja 4']],
  ])('finds in %j', (cell, expected) => {
    expect(wishes(cell)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['speaker JBL merah', ['Speaker 1']],
    ['laptop 2 speaker', ['Komputer/laptop 2', 'Speaker 1']],
    ['Laptop 1 (cadangan 2)', ['Komputer/laptop 1']],
    ['laptop, kamera, dll', ['Komputer/laptop 1', 'Kamera Zoom 1']],
    ['laptop bawa sendiri', []],
    ['proyektor sudah ada', []],
    ['belum ada proyektor', ['Televisi/LCD Proyektor 1']],
    ['2 meja kursi', ['Meja 2', 'Kursi 2']],
    ['sesuai kebutuhan', ['sesuai kebutuhan 1 ?']],
    ['speaker?', ['Speaker 1']],
    ['speaker (tidak perlu wireless)', ['Speaker 1']],
    ['proyektor tanpa speaker 2', ['Televisi/LCD Proyektor 1']],
    ['mic tanpa kabel', ['mic 1 ?']],
    ['laptop tidak touchscreen', ['Komputer/laptop 1']],
    ['tidak perlu proyektor cukup laptop', []],
    ['laptop 2 kamera tidak usah', []],
    ['tanpa proyektor dan meja', ['Meja 1']],
    ['kursi -3', ['Kursi 3']],
    ['speaker (-2)', ['Speaker 2']],
    ['teknisi 2 orang', []],
    ['operator', []],
    ['sama dengan kemarin', []],
    ['sama seperti acara sebelumnya', []],
    ['laptop atau kamera', ['Komputer/laptop 1', 'Kamera Zoom 1']],
    ['belum tahu', []],
    ['2 unit', []],
    ['beberapa kursi', ['Kursi 1']],
    ['seperti minggu lalu', ['seperti minggu lalu 1 ?']],
    ['laptop dan kamera masing-masing 2', ['Komputer/laptop 1', 'Kamera Zoom 2']],
  ])('says what it took %j for', (cell, expected) => {
    expect(wishes(cell)).toEqual(expected);
    expect(isSaid(cell)).toBe(true);
  });

  test.each([
    'laptop',
    '2 laptop',
    'Kabel HDMI 10 meter',
    'tidak ada',
    'TV 65 inch',
    'Laptop (2 unit)',
    'kamera tanpa tripod',
    'laptop bukan komputer',
    'kamera tidak usah',
    'laptop operator',
  ])('says nothing about %j', (cell) => {
    expect(isSaid(cell)).toBe(false);
  });

  test('tells all that it was not sure of in one sentence', () => {
    expect(readEquipment('laptop 1 (cadangan 2), speaker JBL merah')).toMatchObject({
      warnings: [
        'dibaca 1 Komputer/laptop dan 1 Speaker; kurang jelas: "laptop 1 (cadangan 2)" dan "speaker JBL merah". Perbaiki bila bukan itu yang dimaksud.',
      ],
    });
  });

  test('accounts for every number that stands beside a facility', () => {
    const facility = fc.constantFrom(...facilityNames);
    const count = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(facility, count, count, (name, first, second) => {
        const cell = `${name} ${first} lalu ${second}`;
        const counts = wishes(cell).map((wish) => Number(/\d+/.exec(wish.slice(-6))?.[0]));
        return isSaid(cell) || [first, second].every((one) => counts.includes(one));
      }),
    );
  });

  test('never counts what is denied', () => {
    const denial = fc.constantFrom('tidak perlu', 'tanpa', 'tdk pakai', 'jangan', 'bukan');
    fc.assert(
      fc.property(fc.constantFrom(...facilityNames), denial, fc.boolean(), (name, no, isBefore) => {
        return wishes(isBefore ? `${no} ${name}` : `${name} ${no}`).length === 0;
      }),
    );
  });
});
