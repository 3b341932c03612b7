import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { needsPerson } from '../../src/commands/summary.ts';
import { anOffice, type Office } from '../backends/google/pass/office.ts';

const bytesOf = (text: string): string => Buffer.from(text).toString('base64');

const draft = 'VC-2026-0001 Surat Tugas - Rapat A (Draf).docx';
const letter = 'VC-2026-0001 Surat Tugas - Rapat A.docx';
const second = 'VC-2026-0001 Surat Tugas - Rapat A (pembaruan 2).docx';

describe('the documents of a desk on Google', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    office.submit('Rapat A');
    office.setClock('2026-11-24T08:05:00+08:00');
    office.type('Rapat A', 'confirmed', '✓');
  });
  afterEach(() => office.remove());

  const names = () =>
    office
      .documents()
      .filter((each) => each.endsWith('.docx'))
      .map((each) => each.split('/').at(-1));
  const fileNamed = (name: string): string => {
    const file = [...office.double.world.files.values()].find(
      (each) => each.name === name && !each.trashed,
    );
    if (file === undefined) throw new Error(`There is no "${name}".`);
    return file.id;
  };
  const contentOf = (name: string): string =>
    Buffer.from(office.double.world.files.get(fileNamed(name))?.content ?? []).toString();
  const notices = () => {
    const rows = office.book().tabs.find(({ name }) => name === 'Ringkasan')?.rows ?? [];
    const below = rows.slice(rows.findIndex(([cell]) => cell === 'Pemberitahuan layanan') + 1);
    return rows.length === below.length
      ? []
      : below
          .slice(
            0,
            below.findIndex(([cell = '']) => cell === ''),
          )
          .map(([cell]) => cell);
  };
  /** The duty letter names the officers; chosen by hand, they are no draft any more. */
  const changeTheEvent = () => office.type('Rapat A', 'officers', 'Yusuf Mohamad');
  const anHourLater = () => office.setClock(office.clock() + 61 * 60_000);
  const edit = (name: string) =>
    office.people.replaceContent({
      fileId: fileNamed(name),
      base64: bytesOf('milik Budi'),
      by: 'budi@kantor.test',
    });

  test('lie there, and Drive is asked nothing while nothing changes', async () => {
    await office.done();
    await office.done();
    office.double.traffic.reset();

    expect((await office.done()).idle).toBe(true);
    expect(names()).toEqual([draft]);
    expect(office.double.traffic.count({ api: 'drive' })).toBe(0);
  });

  test('get a new edition beside one that a person edited, and the sheet says who did', async () => {
    await office.done();
    edit(draft);
    changeTheEvent();

    await office.done();

    const told = `Dokumen "${second}" adalah edisi terbaru; edisi sebelumnya telah disunting oleh budi dan dibiarkan apa adanya.`;
    expect(names()).toEqual([draft, second]);
    expect(contentOf(draft)).toBe('milik Budi');
    expect(notices()).toEqual([told]);
    expect(office.rows()[0]?.remarks).toContain(told);
    expect((await office.done()).idle).toBe(true);
  });

  test('are left to whoever edited them while nothing of theirs changes', async () => {
    await office.done();
    edit(draft);
    anHourLater();

    expect((await office.done()).idle).toBe(true);
    expect(names()).toEqual([draft]);
  });

  test('are never taken for edited by people when the service was killed, whatever changed since', async () => {
    await office.done();
    changeTheEvent();
    for (let effect = 1, isOver = false; !isOver; effect += 1) {
      isOver = (await office.pass({ death: { effect, when: 'after' } })).kind === 'done';
      office.type('Rapat A', 'officers', effect % 2 ? 'Rahmat Hulopi' : 'Siti Aminah Lasena');
    }

    await office.done();

    // Each edition stood for a moment and may be in somebody's hands: one is valid, and all others say that they are not.
    const editions = names();
    const numbers = editions.map((name) => Number(/pembaruan (\d+)/.exec(name ?? '')?.[1] ?? 1));
    expect(numbers.sort((a, b) => a - b)).toEqual(editions.map((_, index) => index + 1));
    expect(editions.filter((name) => !name?.includes('TIDAK BERLAKU'))).toEqual([
      letter.replace('.docx', ` (pembaruan ${editions.length}).docx`),
    ]);
    expect(notices()).toEqual([]);
    expect((await office.done()).idle).toBe(true);
  });

  test('are marked when they are not valid any more, and the link says why; valid again, they are as they were', async () => {
    changeTheEvent();
    await office.done();
    const before = contentOf(letter);
    office.type('Rapat A', 'state', 'Dibatalkan');

    await office.done();

    const marked = letter.replace('Surat Tugas', 'TIDAK BERLAKU - Surat Tugas');
    expect(names()).toEqual([marked]);
    expect(office.rows()[0]?.dutyLetter).toBe('tidak berlaku: kegiatan dibatalkan');
    expect(office.rows()[0]?.remarks).toContain('Surat Tugas tidak berlaku: kegiatan dibatalkan.');
    expect((await office.done()).idle).toBe(true);

    office.type('Rapat A', 'state', '');
    await office.done();
    expect(names()).toEqual([letter]);
    expect(contentOf(letter)).toBe(before);
    expect(office.rows()[0]?.dutyLetter).toBe(letter);
  });

  test('keep the name that a person gave them when they are marked', async () => {
    changeTheEvent();
    await office.done();
    const fileId = fileNamed(letter);
    office.people.renameFile({ fileId, name: 'Surat untuk Pak Yusuf.docx' });
    const before = contentOf('Surat untuk Pak Yusuf.docx');
    office.type('Rapat A', 'state', 'Dibatalkan');

    await office.done();

    expect(names()).toEqual(['Surat untuk Pak Yusuf.docx']);
    expect(contentOf('Surat untuk Pak Yusuf.docx')).not.toBe(before);
    expect(office.rows()[0]?.dutyLetter).toBe('tidak berlaku: kegiatan dibatalkan');
  });

  test('that a person edited are not marked, and the sheet says that too', async () => {
    changeTheEvent();
    await office.done();
    edit(letter);
    office.type('Rapat A', 'state', 'Dibatalkan');

    await office.done();

    expect(names()).toEqual([letter]);
    expect(contentOf(letter)).toBe('milik Budi');
    expect(office.rows()[0]?.dutyLetter).toBe('tidak berlaku: kegiatan dibatalkan');
    expect(office.rows()[0]?.remarks).toContain('telah disunting dan dibiarkan apa adanya');
    anHourLater();
    expect((await office.done()).idle).toBe(true);
  });

  test('that a person edited are left beside the letter that stands in their place', async () => {
    changeTheEvent();
    await office.done();
    edit(letter);
    office.type('Rapat A', 'officers', 'Rahmat Hulopi');

    await office.done();

    expect(names()).toEqual([second, letter]);
    expect(contentOf(letter)).toBe('milik Budi');
    expect(office.rows()[0]?.remarks).toContain('Surat Tugas edisi 2 menggantikan edisi 1');
    expect(office.rows()[0]?.remarks).toContain('telah disunting dan dibiarkan apa adanya');
    expect((await office.done()).idle).toBe(true);
  });

  test('get a third edition when the second was edited before the service could remember it', async () => {
    await office.done();
    edit(draft);
    changeTheEvent();
    // A pass first notes what it will do, and what calendars tell where that changed; then come, each told first, the id
    // and the upload.
    for (const [effect, did] of [
      [5, 'ledger: google.file-of'],
      [5, 'POST upload'],
    ] as const) {
      await office.pass({ death: { effect, when: 'after' } });
      expect(office.effects().at(-1)).toContain(did);
    }
    edit(second);
    office.type('Rapat A', 'officers', 'Rahmat Hulopi');

    await office.done();

    const third = second.replace('2)', '3)');
    expect(names()).toEqual([draft, second, third]);
    expect([contentOf(draft), contentOf(second)]).toEqual(['milik Budi', 'milik Budi']);
    expect((await office.done()).idle).toBe(true);
  });

  test('are made anew within an hour when they were thrown away', async () => {
    await office.done();
    const fileId = fileNamed(draft);
    office.people.trashFile({ fileId });
    anHourLater();

    await office.done();

    expect(fileNamed(draft)).not.toBe(fileId);
    expect((await office.done()).idle).toBe(true);
  });

  test('are made anew though a pass that makes another one alone looked over the place just before', async () => {
    office.submit('Rapat B');
    office.type('Rapat B', 'confirmed', '✓');
    await office.done();
    const fileId = fileNamed(draft);
    office.people.trashFile({ fileId });
    anHourLater();
    const { documents } = await office.done({ only: ({ key }) => key.endsWith('VC-2026-0002') });
    expect(documents).toEqual([]);

    await office.done();

    expect(fileNamed(draft)).not.toBe(fileId);
  });

  test('are named in Ringkasan when anybody can open them, until that is put right', async () => {
    await office.done();
    const fileId = fileNamed(draft);
    office.people.shareFile({ fileId, with: 'anyone', role: 'reader' });
    anHourLater();
    const { exposed } = await office.done();

    expect(exposed).toMatchObject([{ name: draft }]);
    expect(notices()).toEqual([
      `Dokumen "${draft}" dapat dibuka oleh siapa saja yang memiliki tautannya. Buka https://drive.google.com/file/d/${fileId}/view, klik Bagikan, lalu ubah Akses umum menjadi Dibatasi.`,
    ]);
    expect((await office.done()).idle).toBe(true);

    office.people.unshareFile({ fileId, with: 'anyone' });
    anHourLater();
    await office.done();
    expect(notices()).toEqual([]);
  });

  test('keep no cell from being written while Drive takes nothing, and come when it does', async () => {
    const more = [1, 2, 3].map((number) => `Rapat ${number}`);
    for (const [index, event] of more.entries()) {
      office.submit(event, { 'Tanggal Mulai': `0${index + 4}/12/2026` }, `${index}@dikbud.test`);
      office.type(event, 'confirmed', '✓');
    }
    const reason = 'storageQuotaExceeded';
    const fault = { kind: 'refuse', status: 403, reason } as const;
    const number = office.double.faults.add({ on: { api: 'upload' }, fault });

    const ended = await office.pass();

    const letters = (ended.kind === 'done' ? ended.report.documents : []).filter(({ name }) =>
      name.endsWith('.docx'),
    );
    expect(letters.map(({ kind }) => kind)).toEqual(['unsaved', 'unsaved', 'unsaved', 'unsaved']);
    expect(ended.kind === 'done' && ended.says).toMatch(/There is no room for documents/);
    expect(office.double.traffic.count({ api: 'upload' })).toBe(2);
    expect(office.rows().map(({ ticket }) => ticket)).not.toContain('');
    expect(notices()).toEqual([
      expect.stringMatching(
        /^Belum dapat disimpan: "VC-2026-0001 .*", dan \d+ dokumen lain\. Ruang penyimpanan Google Drive habis/,
      ),
    ]);

    office.double.faults.remove(number);
    await office.done();
    expect(names()).toHaveLength(4);
    expect(notices()).toEqual([]);
  });

  test('are told of when Drive cannot be looked over, and the sheet goes on', async () => {
    await office.done();
    anHourLater();
    office.submit('Rapat B', { 'Tanggal Mulai': '03/12/2026' }, 'lain@dikbud.test');
    const on = { id: 'drive.files.list' };
    const fault = { kind: 'refuse', status: 403, reason: 'dailyLimitExceeded' } as const;
    office.double.faults.add({ on, fault });

    const ended = await office.pass();

    expect(ended.kind === 'done' && ended.says).toMatch(
      /could not be looked over.*calls for today/,
    );
    expect(ended.kind === 'done' && needsPerson(ended.report.look, ended.report)).toBe(true);
    expect(ended.kind === 'done' && ended.report.cells.written).toBeGreaterThan(0);
    expect(office.rows().map(({ ticket }) => ticket)).toEqual(['VC-2026-0001', 'VC-2026-0002']);
  });
});
