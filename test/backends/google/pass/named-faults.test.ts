import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import { todays } from '../../../support/long-runs.ts';
import { foreignCells } from './book.ts';
import { anOffice, type Ended, type Office, sheetId } from './office.ts';

const desk = 'desk@vicon.example';
const tab = requestTab.name;
const here = { spreadsheetId: sheetId, tab };

const codeOf = (ended: Ended): unknown =>
  ended.kind === 'failed' ? Reflect.get(Object(ended.error), 'code') : ended.kind;
const says = (ended: Ended): string => (ended.kind === 'killed' ? '' : ended.says);
const minutes = (count: number): number => count * 60_000;

describe('whatever happens to the sheet', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    office.submit('Rapat A');
    office.setClock('2026-11-24T08:01:00+08:00');
    office.submit('Rapat B', { 'Tanggal Mulai': '03/12/2026' }, 'lain@dikbud.test');
    office.setClock('2026-11-24T08:05:00+08:00');
  });
  afterEach(() => office.remove());

  /** Column (from 0) of a field's header. */
  const columnOf = (header: string): number =>
    office
      .book()
      .tabs.find(({ name }) => name === tab)
      ?.rows[0]?.indexOf(header) ?? -1;
  const tickets = () => office.rows().map(({ event, ticket }) => `${event} ${ticket}`);
  const given = ['Rapat A VC-2026-0001', 'Rapat B VC-2026-0002'];
  const ofStaff = () => foreignCells(office.book());

  /** Two passes after the trouble, and a third finds nothing to do. */
  const comesToRest = async () => {
    await office.done();
    await office.done();
    expect((await office.done()).idle).toBe(true);
  };

  test('a header that is renamed during a pass stops all writing until it has its name back', async () => {
    const before = ofStaff();
    const ended = await office.pass({
      meanwhile: [
        {
          at: { when: 'after', call: 'look' },
          deed: () => office.people.renameHeader({ ...here, from: 'Status', to: 'Keadaan Rapat' }),
        },
      ],
    });
    const next = await office.pass();

    expect(ended.kind).toBe('done');
    expect(says(next)).toMatch(/no column "Status"\. Give the header its name back/);
    office.people.renameHeader({ ...here, from: 'Keadaan Rapat', to: 'Status' });
    await comesToRest();
    expect(tickets()).toEqual(given);
    expect(office.rows().map(({ state }) => state)).toEqual(['Diterima', 'Diterima']);
    expect(ofStaff()).toEqual(before);
  });

  test('a column of staff that is put in between look and write keeps every cell', async () => {
    office.type('Rapat A', 'coordination', 'Pak Andi sudah dihubungi');
    office.type('Rapat B', 'networkOfficers', 'Dedi');
    const before = office
      .rows()
      .map(({ coordination, networkOfficers }) => [coordination, networkOfficers]);
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () =>
            office.people.insertLines({
              ...here,
              dimension: 'COLUMNS',
              at: columnOf('Petugas'),
            }),
        },
      ],
    });

    expect(
      office.rows().map(({ coordination, networkOfficers }) => [coordination, networkOfficers]),
    ).toEqual(before);
    await comesToRest();
    expect(tickets()).toEqual(given);
    const repaired = (await office.history()).filter(({ kind }) => kind === 'repair');
    expect(repaired.length).toBeGreaterThan(0);
  });

  test.each(['Status', 'Nama Pemohon'])(
    'the column "%s" that is deleted between look and write is missed in words, and the others keep what they held',
    async (header) => {
      office.type('Rapat A', 'coordination', 'Pak Andi sudah dihubungi');
      const others = () =>
        office.rows().map(({ event, coordination, place }) => [event, coordination, place]);
      const before = others();
      await office.pass({
        meanwhile: [
          {
            at: { when: 'before', call: 'write' },
            deed: () =>
              office.people.deleteLines({ ...here, dimension: 'COLUMNS', at: columnOf(header) }),
          },
        ],
      });
      const next = await office.pass();

      expect(others()).toEqual(before);
      expect(says(next)).toMatch(new RegExp(`no column "${header}".*bring the column back`));
      office.people.insertLines({ ...here, dimension: 'COLUMNS', at: 30 });
      office.people.typeCells({ spreadsheetId: sheetId, range: `'${tab}'!AE1`, rows: [[header]] });
      await comesToRest();
      expect(tickets()).toEqual(given);
      expect(others()).toEqual(before);
    },
  );

  test('a column of ours that is moved between look and write ends up with its own values', async () => {
    const before = ofStaff();
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () =>
            office.people.moveLines({
              ...here,
              dimension: 'COLUMNS',
              at: columnOf('Petugas'),
              to: columnOf('Status'),
            }),
        },
      ],
    });
    await comesToRest();

    expect(ofStaff()).toEqual(before);
    expect(tickets()).toEqual(given);
    expect(office.rows().map(({ state }) => state)).toEqual(['Diterima', 'Diterima']);
    expect(String(office.rows()[0]?.officers)).toMatch(/Rahmat|Siti|Yusuf/);
  });

  test('rows that are sorted between look and write keep their tickets', async () => {
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () =>
            office.people.sortRows({
              spreadsheetId: sheetId,
              range: `'${tab}'!A2:BG3`,
              columns: [{ column: columnOf('Nama Kegiatan'), descending: true }],
            }),
        },
      ],
    });

    expect(tickets()).toEqual([...given].reverse());
    await comesToRest();
    expect(tickets()).toEqual([...given].reverse());
  });

  test('a row that is put in between look and write stays empty, and the requests keep their tickets', async () => {
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () => office.people.insertLines({ ...here, dimension: 'ROWS', at: 1 }),
        },
      ],
    });
    await comesToRest();

    expect(tickets()).toEqual([' ', ...given]);
  });

  test('a row that is deleted between look and write leaves nothing of ours on the row that came into its place', async () => {
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () => office.people.deleteLines({ ...here, dimension: 'ROWS', at: 1 }),
        },
      ],
    });
    await comesToRest();

    expect(tickets()).toEqual(['Rapat B VC-2026-0002']);
    expect(await office.tickets()).toEqual([
      expect.stringMatching(/^VC-2026-0001 .* missing$/),
      expect.stringMatching(/^VC-2026-0002 .* active$/),
    ]);
  });

  test('a request that arrives between look and write gets its ticket in the next pass', async () => {
    await office.done({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () => office.submit('Rapat C', {}, 'ketiga@dinkes.test'),
        },
      ],
    });
    await comesToRest();

    expect(tickets()).toEqual([...given, 'Rapat C VC-2026-0003']);
  });

  test.each(
    todays([
      { when: 'after', call: 'look' },
      { when: 'before', call: 'write' },
      { when: 'after', call: 'write' },
    ] as const),
  )(
    'a response that the requester edits $when the first $call keeps its one ticket',
    async (at) => {
      const response = office.submit('Rapat C', {}, 'ketiga@dinkes.test');
      office.setClock('2026-11-24T08:10:00+08:00');
      await office.pass({
        meanwhile: [
          {
            at,
            deed: () => {
              office.setClock(office.clock() + minutes(1));
              office.people.editResponse({
                formId: office.formId,
                responseId: response,
                answers: { 'Nama Kegiatan': 'Rapat C (revisi)' },
              });
            },
          },
        ],
      });
      await comesToRest();

      expect(tickets()).toEqual([...given, 'Rapat C (revisi) VC-2026-0003']);
      expect((await office.tickets()).map((line) => line.split(' ').at(-1))).toEqual([
        'active',
        'active',
        'active',
      ]);
    },
  );

  test('a choice that staff make between look and write stands', async () => {
    await office.done({
      meanwhile: [
        {
          at: { when: 'after', call: 'look', nth: 1 },
          deed: () => office.type('Rapat A', 'officers', 'Yusuf Mohamad'),
        },
      ],
    });
    await comesToRest();

    expect(office.rows()[0]?.officers).toBe('Yusuf Mohamad');
  });

  test('without the tab of requests nothing is written, and it is named', async () => {
    await office.done();
    const { sheets = [] } = office.double.world.spreadsheets.get(sheetId) ?? {};
    const kept = sheets.find(({ properties }) => properties.title === tab);
    office.people.deleteTab(here);
    office.double.traffic.reset();

    const ended = await office.pass();

    expect(says(ended)).toMatch(/There is no tab "Permohonan"/);
    expect(office.double.traffic.count({ api: 'sheets', kind: 'write' })).toBe(0);
    const now = office.double.world.spreadsheets.get(sheetId);
    if (now && kept) now.sheets = [...now.sheets, kept];
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test.each([
    ['Petugas', 'Data Budi'],
    ['Pengaturan', 'Pengaturan lama'],
  ])(
    'the register %s that has another name stops all writing until it has its own back',
    async (register, name) => {
      await comesToRest();
      const before = [office.rows(), office.documents()];
      office.people.renameTab({ spreadsheetId: sheetId, tab: register, to: name });
      office.setClock(office.clock() + minutes(61));
      office.submit('Rapat C', { 'Tanggal Mulai': '04/12/2026' });
      const withNew = office.rows();
      office.double.traffic.reset();

      const ended = await office.pass();

      expect(says(ended)).toContain(`There is no tab "${register}". Give it its name back`);
      expect(office.double.traffic.count({ api: 'sheets', kind: 'write' })).toBe(0);
      expect([office.rows(), office.documents()]).toEqual([withNew, before[1]]);
      office.people.renameTab({ spreadsheetId: sheetId, tab: name, to: register });
      await comesToRest();
      expect(tickets()).toEqual([...given, 'Rapat C VC-2026-0003']);
      expect(office.rows().slice(0, 2)).toEqual(before[0]);
    },
  );

  test('a header of a register that is renamed stops all writing', async () => {
    await comesToRest();
    const before = [office.rows(), office.documents()];
    const inRegister = { spreadsheetId: sheetId, tab: 'Petugas' };
    office.people.renameHeader({ ...inRegister, from: 'Nama', to: 'Nama Lengkap' });

    const ended = await office.pass();

    expect(says(ended)).toContain('Tab "Petugas" has no column "Nama".');
    expect([office.rows(), office.documents()]).toEqual(before);
  });

  test('a desk without a request yet is told to link the form', async () => {
    office.people.deleteTab(here);

    expect(says(await office.pass())).toContain('link the form to the sheet');
  });

  test.each(['Permohonan', 'Ringkasan'])(
    'the tab %s that is deleted just before the write does not take the other one with it',
    async (gone) => {
      const ended = await office.pass({
        meanwhile: [
          {
            at: { when: 'before', call: 'write' },
            deed: () => office.people.deleteTab({ ...here, tab: gone }),
          },
        ],
      });

      expect(says(ended)).not.toMatch(/Google refused/);
      const next = await office.pass();
      expect(next.kind).toBe('done');
      if (gone === 'Ringkasan') expect(tickets()).toEqual(given);
      else expect(says(next)).toMatch(/There is no tab "Permohonan"/);
    },
  );

  test('a tab that is renamed just before the write gets nothing then, and is found again by its old name', async () => {
    const ended = await office.pass({
      meanwhile: [
        {
          at: { when: 'before', call: 'write' },
          deed: () => office.people.renameTab({ ...here, to: 'Arsip 2026' }),
        },
      ],
    });
    const next = await office.pass();

    expect(says(ended)).not.toMatch(/Google refused/);
    expect(says(next)).toMatch(/There is no tab "Permohonan"/);
    office.people.renameTab({ spreadsheetId: sheetId, tab: 'Arsip 2026', to: tab });
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('a sheet in the trash is named, and taken up again when it is restored', async () => {
    await office.done();
    // As when setup made it: of one made by hand Drive would say nothing.
    office.people.openWithProgram({ fileId: sheetId });
    office.people.trashFile({ fileId: sheetId });
    office.setClock(office.clock() + minutes(61));

    const ended = await office.pass();

    expect(says(ended)).toMatch(/The sheet lies in the trash/);
    office.people.untrashFile({ fileId: sheetId });
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('a sheet that is not shared any more is named, and taken up again when it is', async () => {
    office.people.unshareFile({ fileId: sheetId, with: desk });

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('sheet-not-shared');
    expect(says(ended)).toMatch(/Share the sheet with this account as Editor/);
    office.people.shareFile({ fileId: sheetId, with: desk });
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('a sheet that may only be read is named, and nothing is doubled when it may be written again', async () => {
    office.people.unshareFile({ fileId: sheetId, with: desk });
    office.people.shareFile({ fileId: sheetId, with: desk, role: 'reader' });

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('sheet-not-shared');
    office.people.unshareFile({ fileId: sheetId, with: desk });
    office.people.shareFile({ fileId: sheetId, with: desk });
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('a protected range over our columns is named, and the tickets stand when it is open again', async () => {
    office.people.unshareFile({ fileId: sheetId, with: desk });
    office.people.shareFile({ fileId: sheetId, with: desk });
    const before = office.book();
    office.people.protectRange({
      spreadsheetId: sheetId,
      range: `'${tab}'!A:BZ`,
      editors: ['staf@vicon.example'],
    });

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('protected');
    expect(says(ended)).toMatch(/Data → Protect sheets and ranges/);
    expect(office.book()).toEqual(before);
    office.people.unprotectTab(here);
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('a sheet that is full is named, and takes the tickets when there is room again', async () => {
    // Ringkasan has no row to spare, and another tab fills the sheet up to Google's limit.
    const setRows = (name: string, rowCount: number): void => {
      const { sheets = [] } = office.double.world.spreadsheets.get(sheetId) ?? {};
      const sheet = sheets.find(({ properties }) => properties.title === name);
      if (sheet === undefined) throw new Error(`No tab "${name}".`);
      const { gridProperties } = sheet.properties;
      sheet.properties = { ...sheet.properties, gridProperties: { ...gridProperties, rowCount } };
    };
    const overview = office.book().tabs.find(({ name }) => name === 'Ringkasan');
    setRows('Ringkasan', overview?.rows.length ?? 1);
    setRows('Panduan', Math.floor(10_000_000 / 26));

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('cell-limit');
    expect(says(ended)).toMatch(/limit of ten million cells/);
    setRows('Panduan', 1000);
    await comesToRest();
    expect(tickets()).toEqual(given);
  });

  test('another locale of the sheet changes no cell', async () => {
    await office.done();
    await office.done();
    const before = office.book();
    const spreadsheet = office.double.world.spreadsheets.get(sheetId);
    if (spreadsheet) spreadsheet.properties = { ...spreadsheet.properties, locale: 'en_US' };

    const report = await office.done();

    expect(report.idle).toBe(true);
    expect(office.book()).toEqual(before);
  });

  test('another time zone of the sheet is named within the hour, before anything is written', async () => {
    await office.done();
    const spreadsheet = office.double.world.spreadsheets.get(sheetId);
    if (spreadsheet)
      spreadsheet.properties = { ...spreadsheet.properties, timeZone: 'Asia/Jakarta' };
    office.setClock(office.clock() + minutes(61));
    office.submit('Rapat C', {}, 'ketiga@dinkes.test');
    const before = office.book();

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('sheet-time-zone');
    expect(says(ended)).toMatch(/"Asia\/Jakarta".*"Asia\/Makassar"/);
    expect(office.book()).toEqual(before);
  });
});

describe('whatever happens between us and Google', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    office.submit('Rapat A');
    office.setClock('2026-11-24T08:05:00+08:00');
  });
  afterEach(() => office.remove());

  const tickets = () => office.rows().map(({ event, ticket }) => `${event} ${ticket}`);
  const comesToRest = async () => {
    await office.done();
    await office.done();
    expect((await office.done()).idle).toBe(true);
  };

  test.each(
    todays([
      ['Sheets answers 429', { on: { api: 'sheets' }, fault: { kind: 'refuse', status: 429 } }],
      [
        'Drive answers 403 for the rate',
        { on: { api: ['drive', 'upload'] }, fault: { kind: 'refuse', named: 'rate-limit' } },
      ],
      [
        'Drive answers 403 for the rate of the project',
        {
          on: { api: ['drive', 'upload'] },
          fault: { kind: 'refuse', named: 'project-rate-limit' },
        },
      ],
    ] as const satisfies readonly (readonly [string, FaultRule])[]),
  )('while %s for minutes people are told, and afterwards all is there once', async (_, fault) => {
    office.type('Rapat A', 'confirmed', '24/11/2026 08.03');
    office.double.faults.add(fault);

    const ended = await office.pass();

    expect(says(ended)).toMatch(/Google asked to slow down/);
    office.double.faults.clear();
    await comesToRest();
    expect(tickets()).toEqual(['Rapat A VC-2026-0001']);
    expect(office.documents()).toHaveLength(1);
  });

  test('a short 429 is waited for, and nobody notices', async () => {
    office.double.faults.add({
      on: { api: 'sheets' },
      times: 3,
      fault: { kind: 'refuse', status: 429, retryAfter: 7 },
    });

    expect((await office.done()).cells.overtaken).toBe(0);
    expect(tickets()).toEqual(['Rapat A VC-2026-0001']);
  });

  test('an hour in which every tenth call fails, before or after its effect, loses and doubles nothing', async () => {
    const faults: readonly FaultRule[] = (['before', 'after'] as const).flatMap((when) => [
      { share: 0.025, fault: { kind: 'refuse', when, status: 503 } },
      { share: 0.025, fault: { kind: 'cut', when } },
    ]);
    for (const fault of faults) office.double.faults.add(fault);
    for (let pass = 0; pass < 12; pass += 1) {
      office.setClock(Date.parse('2026-11-24T08:05:00+08:00') + minutes(5 * (pass + 1)));
      office.submit(
        `Rapat ${pass}`,
        { 'Tanggal Mulai': `${10 + pass}/12/2026` },
        `p${pass}@x.test`,
      );
      if (pass % 3 === 0) office.type(`Rapat ${pass}`, 'confirmed', '24/11/2026 08.30');
      const ended = await office.pass();
      if (ended.kind === 'failed') expect(says(ended)).toMatch(/Nothing is lost|looks again/);
    }
    office.double.faults.clear();
    await comesToRest();

    expect(office.rows().map(({ ticket }) => ticket)).toEqual(
      Array.from({ length: 13 }, (_, index) => `VC-2026-${String(index + 1).padStart(4, '0')}`),
    );
    expect(office.documents().map((line) => line.split(' | ')[0])).toEqual([
      'surat-tugas/VC-2026-0002',
      'surat-tugas/VC-2026-0005',
      'surat-tugas/VC-2026-0008',
      'surat-tugas/VC-2026-0011',
    ]);
    expect(office.double.quota.refused).toBe(0);
  });

  test('a revoked sign-in is named with the way out', async () => {
    await office.done();
    for (const token of ['contoh']) office.double.world.signIn.revoke(token);
    office.double.faults.add({ on: { api: 'sheets' }, fault: { kind: 'refuse', status: 401 } });

    const ended = await office.pass();

    expect(codeOf(ended)).toBe('sign-in-ended');
    expect(says(ended)).toMatch(/Run "npx layanan-vicon login" again/);
  });

  test('a sign-in that Google forgets once is renewed without a word', async () => {
    office.double.faults.add({
      on: { api: 'sheets' },
      times: 1,
      fault: { kind: 'refuse', status: 401 },
    });

    expect((await office.pass()).kind).toBe('done');
    expect(tickets()).toEqual(['Rapat A VC-2026-0001']);
  });

  test('a day without network is told in every pass, and the next one catches up', async () => {
    await office.done();
    const cut = office.double.faults.add({ fault: { kind: 'cut' } });
    for (let hour = 0; hour < 24; hour += 4) {
      office.setClock(office.clock() + minutes(240));
      const ended = await office.pass();
      expect(codeOf(ended)).toBe('network');
      expect(says(ended)).toMatch(
        /Google could not be reached.*Nothing is lost; the next pass goes on/,
      );
    }
    for (const each of ['B', 'C']) {
      office.setClock(office.clock() + minutes(1));
      office.submit(`Rapat ${each}`, { 'Tanggal Mulai': '07/12/2026' }, `${each}@x.test`);
    }
    office.double.faults.remove(cut);
    await comesToRest();

    expect(tickets()).toEqual([
      'Rapat A VC-2026-0001',
      'Rapat B VC-2026-0002',
      'Rapat C VC-2026-0003',
    ]);
  });

  test.each(
    todays([
      ['back by a day, which is said to be meant', { once: -1440, eachPass: 0 }],
      ['forward by a day and back again, which is meant too', { once: 1440, eachPass: -290 }],
      ['back by six minutes in every pass', { once: 0, eachPass: -6 }],
    ] as const),
  )(
    'our clock that goes %s moves no ticket and makes nobody wait',
    async (_, { once, eachPass }) => {
      await comesToRest();
      let skew = once;
      for (let pass = 0; pass < 5; pass += 1) {
        office.setClock(office.clock() + minutes(5));
        office.setSkew(minutes(skew));
        skew += eachPass;
        office.submit(
          `Rapat ${pass}`,
          { 'Tanggal Mulai': `${10 + pass}/12/2026` },
          `p${pass}@x.test`,
        );
        const started = office.clock();
        await office.done({ acceptEarlierClock: eachPass !== -6 });
        expect(office.clock() - started).toBeLessThan(minutes(1));
      }
      await comesToRest();

      expect(office.rows().map(({ ticket }) => ticket)).toEqual(
        Array.from({ length: 6 }, (_each, index) => `VC-2026-000${index + 1}`),
      );
    },
  );

  test('our clock that goes back by a day writes nothing until it is right again', async () => {
    await comesToRest();
    office.submit('Rapat B', { 'Tanggal Mulai': '10/12/2026' }, 'lain@dikbud.test');
    office.setSkew(minutes(-1440));
    const before = office.book();

    const { look } = await office.done();

    expect(look.refusals.map(({ kind }) => kind)).toEqual(['earlier-clock']);
    expect(office.book()).toEqual(before);
    office.setSkew(0);
    await comesToRest();
    expect(tickets()).toEqual(['Rapat A VC-2026-0001', 'Rapat B VC-2026-0002']);
  });

  test('requests with a timestamp ahead of our clock get their ticket like the others', async () => {
    office.setSkew(minutes(-1440));
    office.submit('Rapat B', {}, 'lain@dikbud.test');
    await comesToRest();
    office.setSkew(0);
    await comesToRest();

    expect(tickets()).toEqual(['Rapat A VC-2026-0001', 'Rapat B VC-2026-0002']);
  });

  test('a second instance says who works on the desk, and leaves', async () => {
    await office.done();

    const ended = await office.secondInstance();

    expect(codeOf(ended)).toBe('desk-busy');
    expect(says(ended)).toMatch(/Another instance is working on this desk: process \d+/);
    await comesToRest();
    await office.stop();
    expect((await office.secondInstance()).kind).toBe('done');
  });
});
