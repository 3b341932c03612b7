import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { needsPerson, summarise } from '../../src/commands/summary.ts';
import { photosOfConfidentialEvents } from '../../src/core/photos/printable.ts';
import { toSerial } from '../../src/core/sheet/serial.ts';
import { findEntry, openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';
import { aPhoto, secrets } from '../support/a-photo.ts';
import {
  deskWith,
  type RequestCells,
  seenIn,
  someRegisters,
  type TestDesk,
} from '../support/desk.ts';
import { officeFaultsOf } from '../support/office-check.ts';

const anEvent = (overrides: RequestCells = {}): RequestCells => ({
  submittedAt: toSerial(Temporal.Instant.from('2026-11-16T01:00:00Z'), 'Asia/Makassar'),
  email: 'pemohon@contoh.test',
  requesterName: 'Contoh Pemohon',
  institution: 'Dinas Sosial',
  phone: '081200001111',
  event: 'Rapat Contoh',
  startDay: '20/11/2026',
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Contoh',
  serviceKind: 'Link Host + Operator',
  platform: 'Zoom',
  participants: 50,
  recording: 'Tidak',
  streaming: 'Tidak',
  sensitivity: 'Biasa',
  confirmed: '16/11/2026 10.00',
  actualLeader: 'Sri Contoh, M.Si. (Kepala Dinas)',
  actualStart: '09.00',
  actualEnd: '11.00',
  attended: 40,
  incidents: 'tidak',
  ...overrides,
});
const ticket = 'VC-2026-0001';
const times = Array.from({ length: 9 }, (_, hour) => `2026-11-23T0${hour}:00:00Z`);

const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove();
});

const opened = (
  event: RequestCells = anEvent(),
  settings: readonly { readonly name: string; readonly value: string }[] = [],
) => {
  const desk = deskWith(
    [event],
    [
      ...someRegisters,
      ...(settings.length > 0 ? [{ tab: 'Pengaturan' as const, rows: settings }] : []),
    ],
  );
  desks.push(desk);
  const folder = join(desk.config.documents, 'Dokumentasi', ticket);
  let passes = 0;
  return {
    desk,
    folder,
    put: (name: string, bytes: Uint8Array) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), bytes);
    },
    pass: async () => {
      const report = await desk.pass(times[passes] ?? '2026-11-24T00:00:00Z');
      passes += 1;
      return report;
    },
    remarks: async () => String((await desk.rows())[0]?.remarks ?? ''),
    report: () => {
      const below = join(desk.config.documents, 'Laporan');
      const path = readdirSync(below, { recursive: true })
        .map(String)
        .find((name) => name.endsWith('.docx'));
      const whole = join(below, path ?? 'tiada');
      const zip = openZip(readFileSync(whole));
      const names = [...zip.byName.keys()];
      const text = (name: string) => {
        const entry = findEntry(zip, name);
        return entry === undefined ? '' : unpack(entry).toString('utf8');
      };
      return {
        path: whole,
        text: text('word/document.xml').replaceAll(/<[^>]+>/g, ' '),
        pictures: names
          .filter((name) => name.startsWith('word/media/isian'))
          .map((name) => {
            const entry = findEntry(zip, name);
            return entry === undefined ? Buffer.alloc(0) : unpack(entry);
          }),
      };
    },
  };
};

describe('photos in the folder Dokumentasi', () => {
  test('are asked for once the event is over, into a folder that is made for them', async () => {
    const { folder, pass, remarks, report } = opened();

    await pass();

    expect(await remarks()).toContain(
      `Foto kegiatan belum ada: letakkan di folder Dokumentasi/${ticket}.`,
    );
    expect(readdirSync(folder)).toEqual([]);
    expect(report().pictures).toEqual([]);
    expect(report().text).toContain(
      `Belum memuat foto: letakkan foto kegiatan di folder Dokumentasi/${ticket}.`,
    );
    expect((await pass()).idle).toBe(true);
  });

  test('become pages of the report, in the order of their names, and nothing else of them does', async () => {
    const { put, pass, remarks, report } = opened();
    put('2 Peserta.jpg', await aPhoto({ orientation: 6 }));
    put(
      '10 Penutupan.png',
      await sharp(await aPhoto())
        .png()
        .toBuffer(),
    );
    put('1_Pembukaan.jpg', await aPhoto());

    await pass();

    const { path, text, pictures } = report();
    expect(text).toMatch(/Dokumentasi.*1 Pembukaan.*2 Peserta.*10 Penutupan/s);
    expect(pictures).toHaveLength(3);
    const sizes = await Promise.all(
      pictures.map(async (picture) => {
        const { width, height, exif, xmp } = await sharp(picture).metadata();
        return [width, height, exif, xmp];
      }),
    );
    expect(sizes).toContainEqual([300, 400, undefined, undefined]);
    const all = readFileSync(path).toString('latin1');
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
    expect(await officeFaultsOf(path)).toEqual([]);
    expect(await remarks()).not.toContain('foto');
    expect((await pass()).idle).toBe(true);
  });

  test('make the report anew when one is added, replaced, renamed or taken away, and never otherwise', async () => {
    const { folder, put, pass, report } = opened();
    put('1.jpg', await aPhoto());
    await pass();
    const kinds = async () =>
      (await pass()).documents
        .filter(({ key }) => key === `laporan/${ticket}`)
        .map(({ kind }) => kind);

    expect(await kinds()).toEqual([]);
    put('2.jpg', await aPhoto({ colour: '#20c020' }));
    expect(await kinds()).toEqual(['renewed']);
    expect(report().pictures).toHaveLength(2);
    put('2.jpg', await aPhoto({ colour: '#2020c0' }));
    expect(await kinds()).toEqual(['renewed']);
    put('2.jpg', await aPhoto({ colour: '#2020c0' }));
    expect(await kinds()).toEqual([]);
    rmSync(join(folder, '1.jpg'));
    expect(await kinds()).toEqual(['renewed']);
    expect(report().pictures).toHaveLength(1);
  });

  test('that cannot be printed are named with what to do, and the report is made with the others', async () => {
    const { put, pass, remarks, report } = opened();
    const whole = await aPhoto();
    put('baik.jpg', whole);
    put('separuh.jpg', whole.subarray(0, whole.length / 2));
    put('IMG_0001.HEIC', Buffer.from('....ftypheic'));
    put('daftar hadir.pdf', Buffer.from('%PDF-1.7'));

    await pass();

    expect(report().pictures).toHaveLength(1);
    const told = await remarks();
    expect(told).toContain('"separuh.jpg". Berkasnya rusak');
    expect(told).toContain('"IMG_0001.HEIC". Format HEIC');
    expect(told).toContain('"daftar hadir.pdf". Berkas itu bukan foto');
    expect((await pass()).idle).toBe(true);
  });

  test('of a confidential event stay out of its report, unless Pengaturan says so', async () => {
    const confidential = anEvent({ sensitivity: 'Rahasia' });
    const closed = opened(confidential);
    closed.put('1.jpg', await aPhoto());
    await closed.pass();

    expect(closed.report().pictures).toEqual([]);
    expect(await closed.remarks()).toContain(
      '1 berkas di folder Dokumentasi/VC-2026-0001 tidak dimuat',
    );
    expect((await closed.pass()).idle).toBe(true);

    const open = opened(confidential, [{ name: photosOfConfidentialEvents, value: 'ya' }]);
    open.put('1.jpg', await aPhoto());
    await open.pass();

    expect(open.report().pictures).toHaveLength(1);
  });

  test('of a ticket whose row was deleted are no strays', async () => {
    const { desk, put, pass } = opened();
    await pass();
    put('1.jpg', await aPhoto());
    await desk.rewrite(() => [
      anEvent({ submittedAt: 46_342.5, email: 'lain@contoh.test', event: 'Rapat Lain' }),
    ]);

    const report = await desk.pass('2026-11-23T01:00:00Z', { acceptLargeChange: true });

    expect(seenIn(report).ledgerState.tickets.has(ticket)).toBe(true);
    expect(seenIn(report).observation.cases.map((each) => each.ticket)).toEqual(['VC-2026-0002']);
    expect(report.look.notices.join('\n')).not.toContain('tidak cocok dengan nomor tiket');
  });

  test('whose folder cannot be made are told of in Ringkasan, and by the command', async () => {
    const { desk, pass } = opened();
    mkdirSync(desk.config.documents, { recursive: true });
    writeFileSync(join(desk.config.documents, 'Dokumentasi'), 'berkas, bukan folder');

    const report = await pass();

    expect(report.folderTrouble).toBeDefined();
    expect(needsPerson(report.look, report)).toBe(true);
    expect(summarise(report, { workbook: 'a', documents: 'b' })).toContain(
      'Folders for photos could not be made.',
    );
    expect(seenIn(report).plan.overview.map(({ becomes }) => becomes)).toContainEqual(
      expect.stringContaining(`Folder foto belum dapat dibuat: "Dokumentasi/${ticket}".`),
    );
  });

  test('wait, unopened, in a pass that makes another document alone', async () => {
    const { desk, put, pass, report } = opened();
    put('1.jpg', await aPhoto());

    const { documents, look } = await desk.pass('2026-11-23T00:00:00Z', {
      only: ({ key }) => key === 'rekap/2026-11',
    });

    expect(documents.map(({ key }) => key)).toEqual(['rekap/2026-11']);
    expect(look.kind === 'seen' && look.situation.photos).toMatchObject({
      waiting: new Set([ticket]),
    });
    await pass();
    expect(report().pictures).toHaveLength(1);
  });

  test('in a folder of no ticket are told of in Ringkasan', async () => {
    const { desk, pass } = opened();
    const folder = join(desk.config.documents, 'Dokumentasi', 'VC-2026-9999');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '1.jpg'), await aPhoto());

    const { look } = await pass();

    expect(look.notices.join('\n')).toContain(
      'tidak cocok dengan nomor tiket mana pun: "VC-2026-9999"',
    );
  });
});
