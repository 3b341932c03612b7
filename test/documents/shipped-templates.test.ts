import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildWordTemplates } from '../../scripts/templates/word/build.ts';
import { a4 } from '../../scripts/templates/word/paper.ts';
import type { DocumentKind } from '../../src/documents/document-kind.ts';
import { documentKinds } from '../../src/documents/document-kinds.ts';
import { judgeTemplate } from '../../src/documents/judge-template.ts';
import { activityReport } from '../../src/documents/kinds/activity-report.ts';
import { daySheet } from '../../src/documents/kinds/day-sheet.ts';
import { dutyLetter } from '../../src/documents/kinds/duty-letter.ts';
import { monthlyRecap } from '../../src/documents/kinds/monthly-recap.ts';
import { shortageNotice } from '../../src/documents/kinds/shortage-notice.ts';
import { yearlyEvaluation } from '../../src/documents/kinds/yearly-evaluation.ts';
import { checkAgainst } from '../../src/documents/word/checking/check-template.ts';
import { compileTemplate } from '../../src/documents/word/compile-template.ts';
import { carelessAbout } from '../support/careless-template.ts';
import { partNamesOf, partOf, splitAsWord, textOf } from '../support/docx.ts';
import { todays } from '../support/long-runs.ts';
import { convertWithLibreOffice, hasLibreOffice, officeFaultsOf } from '../support/office-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
afterAll(() => rmSync(folder, { recursive: true }));

const a4Templates = await buildWordTemplates(a4);
const shipped = ({ template }: DocumentKind): Uint8Array =>
  readFileSync(new URL(`../../templates/${template}`, import.meta.url));
const render = (kind: DocumentKind, view: object = kind.sample): Uint8Array =>
  compileTemplate(shipped(kind)).render(view);
/** What a reader sees, header included, with ordinary spaces. */
const readable = (bytes: Uint8Array): string =>
  partNamesOf(bytes)
    .filter((part) => /^word\/(document|header\d*)\.xml$/.test(part))
    .map((part) => textOf(bytes, part))
    .join('\n')
    .replaceAll('\u00A0', ' ');

test('templates that nobody changed are built the same, byte for byte', async () => {
  const again = await buildWordTemplates(a4);

  for (const [index, { name, bytes }] of again.entries())
    expect(Buffer.compare(bytes, a4Templates[index]?.bytes ?? new Uint8Array()), name).toBe(0);
});

describe.each(documentKinds)('the shipped template of $key', (kind) => {
  const { schema, mustPrint } = kind;

  test('prints only names that there are, and all that it must', () => {
    expect(checkAgainst(compileTemplate(shipped(kind)), schema, mustPrint)).toEqual([]);
  });

  test('has sample data of the right shape', () => {
    expect(schema.parse(kind.sample)).toEqual(kind.sample);
  });

  test('gives a valid document without a tag left in it', async () => {
    const bytes = render(kind);
    const path = join(folder, `${kind.key}.docx`);
    writeFileSync(path, bytes);

    expect(readable(bytes)).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
    expect(await officeFaultsOf(path)).toEqual([]);
  });

  test('gives the same text when Word has split its runs', () => {
    const split = compileTemplate(splitAsWord(shipped(kind))).render(kind.sample);

    expect(readable(split)).toBe(readable(render(kind)));
  });

  test('carries the letterhead on its first page and the page number on later ones', () => {
    const text = readable(render(kind));

    expect(text).toContain('PEMERINTAH PROVINSI GORONTALO');
    expect(text).toContain('DINAS KOMUNIKASI, INFORMATIKA, DAN STATISTIK');
    expect(text).toMatch(/^- .* -/m);
  });

  test('is F4, and A4 when it is built so; the sheet of the day always', () => {
    const onA4 = a4Templates.find(({ name }) => name === kind.template);
    const sizes = (bytes: Uint8Array): string[] =>
      [...partOf(bytes, 'word/document.xml').matchAll(/<w:pgSz [^>]*>/g)].map(
        ([size]) => `${/w:w="(\d+)"/.exec(size)?.[1]}×${/w:h="(\d+)"/.exec(size)?.[1]}`,
      );

    const [f4Portrait, a4Portrait] = ['12189×18709', '11906×16838'];
    expect(sizes(shipped(kind))[0]).toBe(kind === daySheet ? a4Portrait : f4Portrait);
    expect(sizes(onA4?.bytes ?? new Uint8Array())[0]).toBe(a4Portrait);
    expect(() => compileTemplate(onA4?.bytes ?? new Uint8Array())).not.toThrow();
  });
});

const overPeriods = [
  'draf',
  'terlaksanaTanpaCatatan',
  'jawabanKendala.tanpaCatatan',
  'jawabanKendala.belumDijawab',
  'kesiapanTakTerhitung',
];

describe.each([
  {
    kind: activityReport,
    evidence: [
      'draf',
      'terlaksana',
      'sesuaiStandar',
      'belumTercatat',
      'tidakSesuai',
      'kendalaBelumDitangani',
    ],
  },
  { kind: monthlyRecap, evidence: overPeriods },
  { kind: yearlyEvaluation, evidence: overPeriods },
])('a template of $kind.key', ({ kind, evidence }) => {
  test.each(evidence)('is refused when it says things whatever "%s" is', (name) => {
    const judged = judgeTemplate(kind, carelessAbout(name, shipped(kind)));

    expect(judged).toMatchObject({
      kind: 'faulty',
      faults: [{ place: 'Seluruh templat', message: expect.stringContaining(`"${name}"`) }],
    });
  });
});

describe('the shipped documents', () => {
  test.skipIf(!hasLibreOffice)(
    'open in LibreOffice, also from templates that it saved again',
    () => {
      const resaved = join(folder, 'resaved');
      mkdirSync(resaved);
      const kinds = todays(documentKinds);
      const templates = kinds.map((kind) => join(folder, `templat-${kind.key}.docx`));
      for (const [index, path] of templates.entries()) {
        writeFileSync(path, shipped(kinds[index] ?? activityReport));
      }
      convertWithLibreOffice(templates, { to: 'docx', folder: resaved });

      const documents = kinds.map((kind) => {
        const bytes = compileTemplate(
          readFileSync(join(resaved, `templat-${kind.key}.docx`)),
        ).render(kind.sample);
        const path = join(folder, `hasil-${kind.key}.docx`);
        writeFileSync(path, bytes);
        return path;
      });
      convertWithLibreOffice(documents, { to: 'pdf', folder });

      for (const path of documents) {
        const pdf = readFileSync(path.replace('.docx', '.pdf'));
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      }
    },
    120_000,
  );

  test('report every fact of A.2.8', () => {
    const text = readable(render(activityReport));

    for (const fact of [
      'Drs. Karim Contoh, M.Si., Asisten Perekonomian dan Pembangunan',
      'Andi Contoh, S.Kom.',
      '19900315 201503 1 004',
      'Rini Contoh, A.Md.',
      'Dedi Contoh, S.T.',
      'Ruang Huyula, Kantor Gubernur Gorontalo',
      'Senin, 23 November 2026',
      '09.00 WITA s.d. selesai',
      'https://contoh.go.id/rekaman/0123',
      'Suara ruang rapat terputus-putus.',
      'VC-2026-0123',
      'tidak dipungut biaya (gratis)',
      'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('BELUM DIISI');
    expect(text).not.toContain('DRAF');
  });

  test('print BELUM DIISI for each missing fact, under a visible DRAF', () => {
    const { pesertaHadir: _, ...rest } = activityReport.sample;
    const text = readable(
      render(activityReport, {
        ...rest,
        draf: true,
        belumLengkap: ['Hasil Rekaman (tautan rekaman)', 'Kendala Ada (ya atau tidak)'],
        pejabat: { nama: '', jabatan: '', diwakiliOleh: '', rencana: 'Hasan (Asisten II)' },
        petugas: [],
        tempat: '',
        hariPelaksanaan: '',
        waktuAktual: '',
        rekaman: '',
        kendala: [],
      }),
    );

    expect(text).toContain('DRAF. Laporan ini belum lengkap');
    expect(text).toContain('Hasil Rekaman (tautan rekaman); Kendala Ada (ya atau tidak).');
    expect(text).toContain('Pejabat yang memimpin | : | BELUM DIISI (rencana: Hasan (Asisten II))');
    expect(text).toContain('Lokasi kegiatan | : | BELUM DIISI');
    expect(text).toContain('Hari/tanggal | : | BELUM DIISI');
    expect(text).toContain('Hasil rekaman | : | BELUM DIISI');
    expect(text).toContain('Terlaksana: BELUM DIISI');
    expect(text).toContain('Jumlah peserta | : | BELUM DIISI (rencana 80 orang)');
    expect(text).toContain('Kendala selama kegiatan: BELUM DIISI.');
    expect(text).toContain('Bertugas sebagai\nBELUM DIISI');
  });

  test('leave the tokens of the e-office alone', () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the e-office's tokens
    const tokens = ['${nomor_naskah}', '${tanggal_naskah}', '${ttd_pengirim}'];
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the e-office's tokens

    for (const kind of [dutyLetter, shortageNotice]) {
      for (const token of tokens) expect(readable(render(kind))).toContain(token);
    }
  });

  test('tell the requester what to bring, by when, and that all is free', () => {
    const text = readable(render(shortageNotice));

    expect(text).toContain('1 | Televisi/LCD Proyektor | 1 | Dipakai kegiatan lain');
    expect(text).toContain('Senin, 23 November 2026 pukul 08.00 WITA');
    expect(text).toContain('gratis');
  });

  test('say that a recap of the running month is provisional', () => {
    const running = { ...monthlyRecap.sample, sementara: true, tanggalLaporan: '' };

    expect(readable(render(monthlyRecap, running))).toContain(
      'SEMENTARA. Bulan ini belum berakhir',
    );
    expect(readable(render(monthlyRecap))).not.toContain('SEMENTARA');
  });

  test('list every event of a recap in the appendix, two hundred as well as none', () => {
    const [event] = monthlyRecap.sample.kegiatan;
    const kegiatan = Array.from({ length: 200 }, (_, index) => ({
      ...event,
      nomorTiket: `VC-2026-${1000 + index}`,
    }));
    const many = readable(render(monthlyRecap, { ...monthlyRecap.sample, kegiatan }));

    expect(kegiatan.every(({ nomorTiket }) => many.includes(nomorTiket))).toBe(true);
    expect(readable(render(monthlyRecap, { ...monthlyRecap.sample, kegiatan: [] }))).toContain(
      'Tidak ada kegiatan.',
    );
  });

  test('keep the place for a signature when the settings name nobody, and say so in letters', () => {
    const nameless = 'nama penanda tangan belum diisi di tab Pengaturan';
    const penandaTangan = { jabatan: 'Kepala Dinas', nama: '', nip: '', pangkat: '' };
    const printed = (kind: DocumentKind) =>
      readable(render(kind, { ...kind.sample, penandaTangan, draf: true, alasanDraf: [nameless] }));

    for (const kind of [monthlyRecap, dutyLetter, shortageNotice])
      expect(printed(kind)).toMatch(/Kepala Dinas,[\s\S]*BELUM DIISI/);
    for (const kind of [dutyLetter, shortageNotice]) expect(printed(kind)).toContain(nameless);
  });

  test('say of a period what it counts: requests for its events, not those received in it', () => {
    expect(readable(render(monthlyRecap, monthlyRecap.sample))).toMatch(
      /Untuk kegiatan yang dimulai pada .*2026, .* mencatat \d+ permohonan/,
    );
    expect(readable(render(yearlyEvaluation, yearlyEvaluation.sample))).toMatch(
      /Untuk kegiatan tahun \d+ tercatat/,
    );
  });

  test('say of a report that nobody has checked it', () => {
    const nobody = { nama: '', tanggal: '' };
    const view = { ...activityReport.sample, diperiksa: nobody, disetujui: nobody };

    expect(readable(render(activityReport, view))).toMatch(/BELUM DIPERIKSA[\s\S]*BELUM DISETUJUI/);
  });
});
