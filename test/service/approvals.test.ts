import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { FileTroubleError } from '../../src/files/file-trouble.ts';
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import { runPass } from '../../src/service/pass.ts';
import { copyOf, deskWith, seenIn, type TestDesk } from '../support/desk.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const ticket = 'VC-2026-0001';
const held = {
  submittedAt: day('2026-11-15') + 9 / 24,
  email: 'pemohon@contoh.go.id',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Perencanaan',
  startDay: day('2026-11-16'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Operator saja',
  confirmed: day('2026-11-15') + 10 / 24,
  actualStart: '09.00',
  actualEnd: '11.00',
  attended: 25,
  actualLeader: 'Dra. Contoh (Kepala Bidang)',
  network: 'siap',
  incidents: 'tidak',
  recordingResult: 'tidak direkam',
  officers: 'Rahmat Hulopi',
};

describe('a report that is checked and approved', () => {
  let desk: TestDesk;
  let clock: Temporal.Instant;
  const pass = () => {
    clock = clock.add({ hours: 1 });
    return desk.pass(clock.toString());
  };
  const type = (field: Parameters<TestDesk['type']>[1], content: string | number) =>
    desk.type(ticket, field, content);
  const remarks = async () => String((await desk.rows())[0]?.remarks);
  /** By edition: its bytes and the text of its page. */
  const editions = () =>
    readdirSync(join(desk.dir, 'Dokumen'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('Laporan Kegiatan') && path.endsWith('.docx'))
      .sort((a, b) => a.length - b.length)
      .map((path) => {
        const bytes = readFileSync(join(desk.dir, 'Dokumen', path));
        return { bytes: bytes.toString('base64'), text: textIn(bytes) };
      });
  const begin = Temporal.Instant.from('2026-11-17T10:00:00+08:00');
  let asBegun: TestDesk;
  beforeAll(async () => {
    asBegun = deskWith([held]);
    await asBegun.pass(begin.toString());
  });
  afterAll(() => asBegun.remove());
  beforeEach(() => {
    desk = copyOf(asBegun);
    clock = begin;
  });
  afterEach(() => desk.remove());

  const sign = async (date = '17/11/2026') => {
    await type('checkedBy', `Siti Periksa ${date}`);
    await pass();
    await type('approvedBy', `Abdul Setuju ${date}`);
    return pass();
  };

  test('prints who did, and is never touched again', async () => {
    await sign();
    const approved = editions();
    await pass();

    expect(
      approved.map(({ text }) => [/Siti Periksa/.test(text), /Abdul Setuju/.test(text)]),
    ).toEqual([[true, true]]);
    expect(editions()).toEqual(approved);
  });

  test('whose file cannot be looked at waits, and is looked at again soon', async () => {
    await pass();
    await type('checkedBy', 'Siti Periksa 17/11/2026');
    const open = await openDesk(desk.config, { now: clock });
    const away = async (): Promise<undefined> => {
      throw new FileTroubleError('failing', { place: 'Dokumen', cause: undefined });
    };
    try {
      for (const minutes of [1, 2]) {
        const now = clock.add({ minutes });
        const parts = { ...open, documents: { ...open.documents, look: away } };
        const { idle, quiet } = await runPass(parts, { now });
        expect(idle).toBe(true);
        const until = quiet?.nextInstant ?? now;
        expect(now.until(until).total('minutes')).toBeLessThanOrEqual(10);
      }
      await runPass(open, { now: clock.add({ minutes: 20 }) });
    } finally {
      await open.close();
    }
    expect(editions().map(({ text }) => text.includes('Siti Periksa'))).toEqual([true]);
  });

  test('stays when facts change; the new edition is unsigned, says what changed, and is asked about', async () => {
    await sign();
    const [approved] = editions();
    await type('attended', 26);
    await pass();

    const [first, second, ...others] = editions();
    expect(first).toEqual(approved);
    expect(others).toEqual([]);
    expect(second?.text).toContain('Peserta hadir: semula 25, menjadi 26');
    expect(second?.text).toContain('BELUM DISETUJUI');
    expect(await remarks()).toContain('berubah sejak disetujui Abdul Setuju (Peserta hadir)');

    await sign('18/11/2026');
    expect(editions()[0]).toEqual(approved);
    expect(editions()[1]?.text).toContain('Abdul Setuju');
    expect(await remarks()).not.toContain('berubah sejak');
  });

  test('prints nobody who signed before it could be read, or what it says no more', async () => {
    await type('checkedBy', 'Siti Periksa');
    await type('attended', 30);
    await pass();

    expect(editions().map(({ text }) => text.includes('Siti Periksa'))).toEqual([false]);
    expect(await remarks()).toContain('berubah sejak Diperiksa diisi');
  });

  test('is opened again by whoever sends it back', async () => {
    await sign();
    const approved = editions();
    await type('approvedBy', 'Dikembalikan: tambah foto');
    const report = await pass();

    const [row] = await desk.rows();
    expect(row?.state).toBe('Selesai');
    expect(await remarks()).toContain('Laporan Kegiatan dikembalikan: tambah foto.');
    expect(seenIn(report).queue.map(({ waits, what }) => [waits.for, what])).toContainEqual([
      'mending',
      'tambah foto',
    ]);
    expect(editions()[0]).toEqual(approved[0]);
    expect(editions()[1]?.text).toContain('BELUM DISETUJUI');
  });

  test('cannot be approved while it is a draft', async () => {
    await type('incidents', '');
    await pass();
    await sign();

    expect(editions()[0]?.text).toContain('BELUM DISETUJUI');
    expect(await remarks()).toContain('masih Draf');

    await type('incidents', 'tidak');
    await pass();
    expect(editions().map(({ text }) => text.includes('Abdul Setuju'))).toEqual([false]);
    expect(await remarks()).toContain('berubah sejak');
  });

  test('counts only when somebody whom Pengaturan names signs', async () => {
    desk.remove();
    desk = deskWith(
      [held],
      [
        {
          tab: 'Pengaturan',
          rows: [
            { name: 'Nama Ketua Tim', value: 'Contoh Ketua, S.Kom.' },
            { name: 'Penyetuju Dokumen', value: 'Contoh Kepala, M.Si.; Contoh Ketua, S.Kom.' },
          ],
        },
      ],
    );
    await pass();
    await sign();

    expect(editions()[0]?.text).toContain('BELUM DISETUJUI');
    expect(await remarks()).toContain('tidak tercantum pada Penyetuju Dokumen');

    await type('approvedBy', 'Contoh Kepala 18/11/2026');
    await pass();
    expect(editions().map(({ text }) => text.includes('Contoh Kepala'))).toEqual([true]);
  });
});

const textIn = (bytes: Buffer): string => {
  const zip = openZip(bytes);
  const entry = zip.entries.find(({ name }) => name === 'word/document.xml');
  const xml = entry === undefined ? '' : unpack(entry).toString('utf8');
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '');
};
