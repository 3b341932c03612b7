import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { ownTemplates } from '../../src/config.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';
import { savedAnew } from '../support/saved-anew.ts';

const day = (text: string) => dayToSerial(Temporal.PlainDate.from(text));
const now = '2026-11-17T09:00:00+08:00';

describe('plan says of a document', () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = deskWith([
      {
        submittedAt: day('2026-11-16') + 9 / 24,
        email: 'pemohon@contoh.test',
        requesterName: 'Rahmat Pakaya',
        institution: 'Bappeda',
        phone: '081200000001',
        event: 'Rapat Anggaran',
        startDay: day('2026-11-23'),
        startTime: '09.00',
        endTime: '11.00',
        place: 'Aula',
        serviceKind: 'Operator saja',
        confirmed: '✓',
      },
    ]);
    cpSync(ownTemplates, join(desk.dir, 'templat'), { recursive: true });
    const settings = JSON.parse(readFileSync(desk.config.file, 'utf8'));
    writeFileSync(desk.config.file, JSON.stringify({ ...settings, templates: 'templat' }));
  });
  afterEach(() => desk.remove());

  const letters = async (): Promise<readonly (readonly string[])[]> => {
    const { data } = await plan({
      config: desk.config.file,
      now: Temporal.Instant.from(now),
      progress: () => undefined,
    });
    const { documents } = data as {
      readonly documents: readonly { readonly key: string; what: string; because: string }[];
    };
    return documents
      .filter(({ key }) => key.startsWith('surat-tugas/'))
      .map(({ what, because }) => [what, because]);
  };
  const letterFile = async (): Promise<string> => {
    const [row] = await desk.rows();
    return join(desk.config.documents, String(row?.dutyLetter));
  };

  test('that it is new, and nothing once it is there', async () => {
    expect(await letters()).toEqual([
      ['new', 'Kegiatan sudah terjadwal dan petugasnya ditetapkan.'],
    ]);
    await desk.pass(now);
    expect(await letters()).toEqual([]);
  });

  test('that its facts changed: which edition it replaces, and what', async () => {
    await desk.pass(now);
    await desk.type('VC-2026-0001', 'officers', 'Yusuf Mohamad');

    expect(await letters()).toEqual([['edition beside', replacing]]);
  });

  test('that its template changed', async () => {
    const template = join(desk.dir, 'templat', 'surat-tugas.docx');
    // By the templates of the package, which are the same.
    await desk.pass(now);
    writeFileSync(template, savedAnew(readFileSync(template)));

    expect(await letters()).toEqual([['renewed', 'Templatnya berubah.']]);
  });

  test('that it is gone', async () => {
    await desk.pass(now);
    rmSync(await letterFile());

    expect(await letters()).toEqual([
      ['new', 'Berkas sebelumnya tidak ada lagi di tempat penyimpanan.'],
    ]);
  });

  test('that it lies beside one that a person edited', async () => {
    await desk.pass(now);
    cpSync(join(ownTemplates, 'surat-tugas.docx'), await letterFile());
    await desk.type('VC-2026-0001', 'officers', 'Yusuf Mohamad');

    expect(await letters()).toEqual([['edition beside', replacing]]);
  });
});

const replacing =
  'Menggantikan Surat Tugas edisi 1 ("VC-2026-0001 Surat Tugas - Rapat Anggaran"), yang tidak berlaku lagi. Yang berubah: petugas (semula Rahmat Hulopi).';
