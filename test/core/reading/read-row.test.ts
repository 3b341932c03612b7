import { describe, expect, test } from 'vitest';
import { readRow } from '../../../src/index.ts';

const timeZone = 'Asia/Makassar';

describe('read row', () => {
  test('takes cells by header, by synonym or by field', () => {
    const { answers, findings } = readRow(
      {
        Timestamp: '16/11/2026 08.00.00',
        'alamat  EMAIL': 'ani@dinas.go.id',
        'Nama Pemohon': 'Ani',
        Instansi: 'dinsos',
        Kegiatan: 'Rapat Evaluasi',
        startDay: '23/11/2026',
        Pukul: '09.00',
        'Jam Selesai': '11.00',
        Lokasi: 'Aula',
        serviceKind: 'Link Host + Operator',
        Peserta: '±50 org',
        Peralatan: '2 laptop, kabel HDMI 10 meter',
      },
      { timeZone },
    );

    expect(findings).toEqual([]);
    expect(answers).toMatchObject({
      email: 'ani@dinas.go.id',
      requesterName: 'Ani',
      institution: 'dinsos',
      institutionCanonical: 'Dinas Sosial',
      serviceKind: 'link-and-operator',
      participants: 50,
      equipment: [
        { name: 'Komputer/laptop', quantity: 2, known: true },
        { name: 'Kabel HDMI/audio/video', quantity: 1, known: true },
      ],
    });
    expect(answers.schedule?.sessions.map(({ start }) => start.toString())).toEqual([
      '2026-11-23T09:00:00+08:00[Asia/Makassar]',
    ]);
  });

  test('names a column that it does not know, and one that stands there twice', () => {
    const { findings } = readRow(
      { 'Warna Kesukaan': 'biru', 'Nama Pemohon': 'Ani', requesterName: 'Ben' },
      { timeZone },
    );

    expect(findings.map(({ field, text }) => [field, text])).toEqual(
      expect.arrayContaining([
        [
          'Warna Kesukaan',
          'Kolom "Warna Kesukaan" tidak dikenal; isinya tidak dibaca. Pakai judul kolom formulir.',
        ],
        [
          'requesterName',
          'Kolom "requesterName" ada dua kali; yang pertama dibaca. Gabungkan isinya.',
        ],
      ]),
    );
  });

  test('says all that is missing from an empty row', () => {
    const { answers, findings } = readRow({}, { timeZone });

    expect(answers.requesterName).toBeUndefined();
    expect(findings.filter(({ kind }) => kind === 'defect').length).toBeGreaterThan(4);
  });

  test('takes the settings of an office instead of those of an empty workbook', () => {
    const { answers } = readRow(
      {
        Instansi: 'kantor kita',
        Tanggal: '23/11/2026',
        Jam: '09.00',
        host: 'Dinas Digital Daerah',
      },
      {
        timeZone,
        institutions: [{ name: 'Kantor Kami', spellings: ['kantor kita'] }],
        assumedEventMinutes: 30,
        office: 'Dinas Digital Daerah',
      },
    );

    expect(answers.institutionCanonical).toBe('Kantor Kami');
    expect(answers.hostedElsewhere).toBe(false);
    expect(answers.schedule?.sessions[0]?.end.toPlainTime().toString()).toBe('09:30:00');
  });
});
