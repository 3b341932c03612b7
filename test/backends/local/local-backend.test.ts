import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localBackend } from '../../../src/backends/local/local-backend.ts';
import { ownPace } from '../../../src/service/own-pace.ts';
import { buildXlsx } from '../../support/xlsx.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00+08:00');

describe('a desk on this machine that is opened again', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-again-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const aBackend = () =>
    localBackend({
      workbook: join(dir, 'buku.xlsx'),
      documents: join(dir, 'Dokumen'),
      stateFolder: join(dir, 'keadaan'),
    });
  const memory = { recall: async () => undefined, remember: async () => undefined };
  const opened = (backend: ReturnType<typeof aBackend>) =>
    backend.open({ memory, pace: ownPace, adopt: false });
  const save = (...rows: readonly (readonly string[])[]): void =>
    writeFileSync(join(dir, 'buku.xlsx'), buildXlsx([{ name: 'Permohonan', rows }]));
  const rowsOf = async (backend: ReturnType<typeof aBackend>) =>
    (await (await opened(backend)).workbook.ask()).read().tabs[0]?.rows ?? [];

  test('does not take apart again what is spelled as before, and reads what is not', async () => {
    const backend = aBackend();
    save(['Kegiatan'], ['Rapat'], ['Sosialisasi']);
    const before = await rowsOf(backend);
    expect(await rowsOf(backend)).toBe(before);

    save(['Kegiatan'], ['Rapat'], ['Pelatihan']);
    const after = await rowsOf(backend);

    expect(after).toEqual([['Kegiatan'], ['Rapat'], ['Pelatihan']]);
    expect(await rowsOf(aBackend())).toEqual(after);
    expect(await rowsOf(aBackend())).not.toBe(after);
  });

  test('knows the photos that it listed until others had the desk', async () => {
    const backend = aBackend();
    const folder = join(dir, 'Dokumen', 'Dokumentasi', 'VC-2026-0001');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'foto.jpg'), 'gambar');
    const listed = async () => (await opened(backend)).documents.photoFolders(now);
    const before = await listed();
    expect(await listed()).toBe(before);

    backend.changedHands?.();

    expect(await listed()).not.toBe(before);
    expect(await listed()).toEqual(before);
  });
});
