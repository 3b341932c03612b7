import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RequestField, requestTab } from '../../../../src/core/columns/request-tab.ts';
import { openZip, withEntries } from '../../../../src/office-package/zip.ts';
import { unpack } from '../../../../src/office-package/zip-directory.ts';
import { sharedFields } from './book.ts';
import { anOffice, type Office, sheetId } from './office.ts';

/** What staff decided against the service, by event. */
const decisions: readonly (readonly [string, RequestField, string])[] = [
  ['Rapat Pilihan', 'officers', 'Yusuf Mohamad'],
  ['Rapat Pilihan', 'licence', 'Zoom 1'],
  ['Rapat Pilihan', 'reserved', 'Speaker (2)'],
  ['Rapat Ditolak', 'state', 'Ditolak'],
  ['Rapat Dibatalkan', 'state', 'Dibatalkan'],
  ['Rapat Tidak Terlaksana', 'state', 'Tidak Terlaksana'],
  ['Rapat Perbaikan', 'state', 'Perlu Perbaikan'],
];

const carriedOut: readonly (readonly [RequestField, string])[] = [
  ['confirmed', '24/11/2026 09.00'],
  ['actualStart', '09.00'],
  ['actualEnd', '11.00'],
  ['attended', '10'],
  ['actualLeader', 'Drs. Abdul (Sekretaris)'],
  ['incidents', 'tidak'],
  ['recordingResult', 'tidak direkam'],
];

/** An office on Google whose ledger is lost after staff decided much by hand, and which is told to adopt the sheet. */
describe('adopt after a lost ledger on Google', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    const submit = (event: string, day: string, more: Readonly<Record<string, string>> = {}) => {
      office.submit(
        event,
        { 'Tanggal Mulai': day, ...more },
        `${event.replaceAll(' ', '')}@a.test`,
      );
      office.setClock(office.clock() + 60_000);
    };
    submit('Rapat Disetujui', '25/11/2026');
    submit('Rapat Disunting', '26/11/2026');
    submit('Rapat Pilihan', '02/12/2026', {
      'Peralatan yang Dibutuhkan': 'Layar (1); Speaker (1)',
    });
    submit('Rapat Ditolak', '03/12/2026');
    submit('Rapat Dibatalkan', '04/12/2026');
    submit('Rapat Tidak Terlaksana', '07/12/2026');
    submit('Rapat Perbaikan', '08/12/2026');
    submit('Rapat Biasa', '02/12/2026');
    await comesToRest();
    office.setClock('2026-11-27T08:00:00+08:00');
    for (const event of ['Rapat Disetujui', 'Rapat Disunting'])
      for (const [field, text] of carriedOut) office.type(event, field, text);
    office.type('Rapat Pilihan', 'confirmed', '✓');
    for (const [event, field, text] of decisions) office.type(event, field, text);
    await comesToRest();
    office.type('Rapat Disetujui', 'approvedBy', 'Contoh Kepala');
    office.type('Rapat Disetujui', 'checkedBy', 'Contoh Ketua');
    await comesToRest();
  });
  afterEach(() => office.remove());

  const comesToRest = async () => {
    await office.done();
    await office.done();
    expect((await office.done()).idle).toBe(true);
  };
  const loseLedger = async () => {
    await office.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(office.ledgerPath + end, { force: true });
  };
  const adopts = async () => {
    await office.done({ adopt: true, acceptLargeChange: true });
    expect((await office.done()).idle).toBe(true);
  };
  const files = () =>
    [...office.double.world.files.values()].filter(
      ({ name, trashed }) => name.endsWith('.docx') && !trashed,
    );
  const contents = () => files().map(({ id, name, content }) => [id, name, content]);
  const ours = (...fields: readonly RequestField[]) =>
    office.rows().map((row) => fields.map((field) => [field, row[field]]));
  const links = () =>
    (office.double.world.spreadsheets.get(sheetId)?.sheets ?? [])
      .filter(({ properties }) => properties.title === requestTab.name)
      .flatMap(({ rows }) =>
        rows.flatMap((row) =>
          (row ?? []).map((cell) => cell?.textFormatRuns?.[0]?.format?.link?.uri),
        ),
      );

  const state = () => ({
    decided: ours(...sharedFields),
    links: links(),
    documents: office.documents(),
    files: contents(),
  });
  /** Somebody changes a word of a report and saves it. */
  const edit = (event: string) => {
    const file = files().find(({ name }) => name.includes(`Laporan Kegiatan - ${event}`));
    const zip = openZip(Buffer.from(file?.content ?? []));
    const entry = zip.byName.get('word/document.xml');
    if (entry === undefined) throw new Error(`no report of ${event}`);
    const text = unpack(entry).toString('utf8').replaceAll('Rapat', 'Musyawarah');
    const bytes = withEntries(zip, new Map([[entry.name, Buffer.from(text)]]));
    office.people.replaceContent({
      fileId: file?.id ?? '',
      base64: Buffer.from(bytes).toString('base64'),
      by: 'budi@kantor.test',
    });
  };

  test('changes nothing that staff decided, empties no link, lays no twin, and touches no edited or approved report afterwards', async () => {
    edit('Rapat Disunting');
    const before = state();
    await loseLedger();

    await adopts();

    expect(state()).toEqual(before);

    for (const event of ['Rapat Disetujui', 'Rapat Disunting'])
      office.type(event, 'attended', '99');
    office.submit('Rapat Baru', { 'Tanggal Mulai': '02/12/2026' }, 'baru@a.test');
    await comesToRest();

    const after = state();
    expect(after.decided.slice(2, 7)).toEqual(before.decided.slice(2, 7));
    const reports = (files: typeof before.files) =>
      files.filter(([, name]) => String(name).includes('Laporan'));
    expect(after.files).toEqual(expect.arrayContaining(reports(before.files)));
    expect(
      reports(after.files).filter(([, name]) => String(name).includes('(pembaruan 2)')),
    ).toHaveLength(2);
  });

  test('does not tell what was called off after the due time as called off before it', async () => {
    await loseLedger();

    await adopts();

    const told = new Map(office.rows().map(({ event, serviceTime }) => [event, serviceTime]));
    expect(told.get('Rapat Dibatalkan')).toBe('tanpa catatan waktu');
    expect(told.get('Rapat Tidak Terlaksana')).toBe('tanpa catatan waktu');
  });
});
