import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { complaintDesign } from '../../../../src/backends/google/setup/forms/complaint-design.ts';
import { makeForm } from '../../../../src/backends/google/setup/forms/make-form.ts';
import { requestDesign } from '../../../../src/backends/google/setup/forms/request-design.ts';
import { prepareSheet } from '../../../../src/backends/google/setup/prepare-sheet.ts';
import { states } from '../../../../src/book/states.ts';
import { stateNames } from '../../../../src/core/cases/state.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { guideTabName, overviewTabName, tabs } from '../../../../src/core/columns/tabs.ts';
import { columnLetters } from '../../../../src/core/sheet/column-letters.ts';
import { locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import type { TabToBuild } from '../../../support/xlsx.ts';
import { aGoogleDesk, deskSheetId } from '../stand-in.ts';

const timeZone = 'Asia/Makassar';

const aSheet = async (built: readonly TabToBuild[] = [{ name: 'Sheet1', rows: [] }]) => {
  const desk = await aGoogleDesk(built);
  const { client, double } = desk;
  const book = () => double.world.spreadsheets.get(deskSheetId);
  const tab = (name: string) => {
    const found = book()?.sheets.find(({ properties }) => properties.title === name);
    if (!found) throw new Error(`no tab ${name}`);
    return found;
  };
  const headers = (name: string) =>
    (tab(name).rows[0] ?? []).map((cell) => cell?.userEnteredValue?.stringValue ?? '');
  return {
    ...desk,
    book,
    tab,
    headers,
    prepare: () => prepareSheet(client, { spreadsheetId: deskSheetId, timeZone }),
    /** A form made by setup and linked by a person; the tab's name comes back. */
    link: async (design = requestDesign) => {
      const form = await makeForm(client, {
        design,
        spreadsheetId: deskSheetId,
        wanted: 'any',
        memory: desk.memory,
        now: desk.pace.now,
      });
      const formId = form?.formId ?? '';
      return {
        formId,
        name: double.people.linkForm({ formId, spreadsheetId: deskSheetId }),
      };
    },
  };
};

type Desk = Awaited<ReturnType<typeof aSheet>>;

/** The column of a field on a prepared tab, and what a cell below its header is like. */
const columnOf = ({ tab, headers }: Desk, name: string, header: string) => {
  const index = headers(name).indexOf(header);
  return {
    index,
    head: tab(name).rows[0]?.[index],
    body: tab(name).rows[1]?.[index],
    width: tab(name).columnProperties[index]?.pixelSize,
  };
};

const rulesOf = ({ tab }: Desk, name: string) =>
  tab(name).conditionalFormats.map(({ ranges = [], booleanRule }) => ({
    columns: ranges.map(({ startColumnIndex, endColumnIndex }) => [
      startColumnIndex,
      endColumnIndex,
    ]),
    isOpenEnded: ranges.every(({ endRowIndex }) => endRowIndex === undefined),
    when: booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '',
    fill: booleanRule?.format?.backgroundColorStyle?.rgbColor,
  }));

/** By `row,column`, from 0. */
const filledCells = ({ rows }: ReturnType<Desk['tab']>) =>
  new Map(
    rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.userEnteredValue === undefined ? [] : [[`${r},${c}`, cell] as const],
      ),
    ),
  );

/** As Google answers: in the fewest digits that tell one float of 32 bits from all others. */
const part = (hex: string, from: number): number => {
  const share = Math.fround(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  const digits = [1, 2, 3, 4, 5, 6, 7, 8].map((count) => Number(share.toPrecision(count)));
  return digits.find((written) => Math.fround(written) === share) ?? share;
};
const rgb = (hex: string): sheets_v4.Schema$Color => ({
  red: part(hex, 0),
  green: part(hex, 2),
  blue: part(hex, 4),
});

describe('a new sheet that was prepared', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await aSheet();
    await desk.prepare();
  });

  test('gives every column its header, note, colour and width, and keeps headers in sight', async () => {
    for (const { name, columns } of tabs.filter((each) => each !== requestTab)) {
      expect(desk.tab(name).properties.gridProperties?.frozenRowCount).toBe(1);
      for (const { header } of columns) {
        const { head, width } = columnOf(desk, name, header);
        expect(head?.note).not.toBe('');
        expect(head?.userEnteredFormat?.backgroundColorStyle).toBeDefined();
        expect(width).toBeGreaterThan(50);
      }
    }
  });

  test('has ticks, drop-downs, text that stays text, and years that are no thousands', async () => {
    const ruleOf = (name: string, header: string) =>
      columnOf(desk, name, header).body?.dataValidation;
    const formatOf = (name: string, header: string) =>
      columnOf(desk, name, header).body?.userEnteredFormat?.numberFormat;
    expect(ruleOf('Petugas', 'Aktif')?.condition?.type).toBe('BOOLEAN');
    expect(ruleOf('Peralatan', 'Kondisi')).toMatchObject({
      strict: false,
      condition: { type: 'ONE_OF_LIST' },
    });
    expect(ruleOf('Pengaduan', 'Ditangani Oleh')?.condition).toEqual({
      type: 'ONE_OF_RANGE',
      values: [{ userEnteredValue: "='Petugas'!$A$2:$A" }],
    });
    expect(formatOf('Petugas', 'NIP')).toEqual({ type: 'TEXT' });
    expect(formatOf('Pengaturan', 'Nilai')).toEqual({ type: 'TEXT' });
    expect(formatOf('Tindak Lanjut', 'Tahun')).toEqual({ type: 'NUMBER', pattern: '0' });
  });

  test('says from the start what the standard says: facilities, holidays, laws, settings', async () => {
    const count = (name: string, header: string) => {
      const { index } = columnOf(desk, name, header);
      return desk
        .tab(name)
        .rows.slice(1)
        .filter((row) => row?.[index]?.userEnteredValue).length;
    };
    expect(count('Peralatan', 'Nama')).toBe(11);
    expect(count('Hari Libur', 'Tanggal')).toBe(51);
    expect(count('Dasar Hukum', 'Peraturan')).toBe(8);
    expect(count('Pengaturan', 'Pengaturan')).toBeGreaterThan(20);
  });

  test('can be filtered, and shows by colour what is late, low or forgotten', async () => {
    for (const { name, columns } of tabs.filter((each) => each !== requestTab)) {
      expect(desk.tab(name).basicFilter?.range).toMatchObject({
        startColumnIndex: 0,
        endColumnIndex: columns.length,
      });
    }
    const due = columnOf(desk, 'Tindak Lanjut', 'Tenggat').index;
    expect(rulesOf(desk, 'Tindak Lanjut')[0]).toEqual({
      columns: [[due, due + 1]],
      isOpenEnded: true,
      when: '=AND(ROW()>1;AND(ISNUMBER($E1);$E1<TODAY();$F1<>"selesai"))',
      fill: undefined,
    });
    // A tick of Google's that was taken away again is FALSE, not empty.
    expect(rulesOf(desk, 'Akun Zoom')[0]?.when).toBe(
      '=AND(ROW()>1;AND(LEN($A1)>0;OR($D1="";$D1=FALSE)))',
    );
  });

  test('explains in Panduan every column with its choices, and only what holds on Google', async () => {
    const text = desk
      .tab(guideTabName)
      .rows.map((row) => row?.map((cell) => cell?.userEnteredValue?.stringValue ?? '').join('\t'))
      .join('\n');
    expect(text).toContain('Pilihan: Baik, Rusak ringan, Rusak berat.');
    expect(text).toContain('Klik kotak di selnya');
    expect(text).not.toMatch(/Pilih ✓|Simpan dan tutup/);
    for (const { columns } of tabs)
      for (const { header } of columns) expect(text).toContain(header);
  });

  test('warns people off Ringkasan, which every pass rewrites', async () => {
    expect(desk.tab(overviewTabName).protectedRanges).toMatchObject([{ warningOnly: true }]);
  });
});

describe('preparing a new sheet', () => {
  test('makes every tab but that of requests, waits for the form, and changes nothing again', async () => {
    const desk = await aSheet();

    const first = await desk.prepare();
    const before = structuredClone(desk.book());
    const second = await desk.prepare();

    const names = desk.book()?.sheets.map(({ properties }) => properties.title);
    expect(names).toEqual([
      'Sheet1',
      overviewTabName,
      ...tabs.map(({ name }) => name).filter((name) => name !== requestTab.name),
      guideTabName,
    ]);
    expect(first.hasRequests).toBe(false);
    expect(second).toMatchObject({ done: [], notices: [], hasRequests: false });
    expect(desk.book()).toEqual(before);
  });

  test('sets time zone and locale while it is empty, and later only says what is wrong', async () => {
    const desk = await aSheet();
    const properties = () => desk.book()?.properties;
    const elsewhere = { ...properties(), timeZone: 'Etc/GMT', locale: 'en_US' };
    const moveElsewhere = () => {
      const book = desk.book();
      if (book) book.properties = elsewhere;
    };
    moveElsewhere();

    const first = await desk.prepare();
    expect(first.done).toEqual(
      expect.arrayContaining([`set the time zone to ${timeZone}`, 'set the locale to in_ID']),
    );
    expect(properties()).toMatchObject({ timeZone, locale: 'in_ID' });
    moveElsewhere();
    const second = await desk.prepare();

    expect(second).toMatchObject({ done: [], notices: [expect.stringContaining('Etc/GMT')] });
    expect(properties()).toEqual(elsewhere);
  });

  test('is given the locale of Indonesia also where the account brought another that puts days first', async () => {
    const desk = await aSheet();
    const book = desk.book();
    if (book) book.properties = { ...book.properties, locale: 'en_GB' };

    const { done } = await desk.prepare();

    expect(done).toContain('set the locale to in_ID');
    expect(desk.book()?.properties).toMatchObject({ locale: 'in_ID' });
  });

  test('is all or nothing: a run whose answer was lost leaves nothing to do, or everything', async () => {
    for (const when of ['before', 'after'] as const) {
      const desk = await aSheet();
      const on = { id: 'sheets.spreadsheets.batchUpdate' };
      desk.double.faults.add({ on, times: 1, fault: { kind: 'cut', when } });

      await expect(desk.prepare()).rejects.toMatchObject({ code: 'google-in-doubt' });
      const { done } = await desk.prepare();

      expect(done.length).toBe(when === 'after' ? 0 : tabs.length + 1);
    }
  });
});

describe('preparing the tab that a form was linked to', () => {
  test('names it, adds what staff and service fill, right of the answers, and changes nothing again', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const { name } = await desk.link();

    const first = await desk.prepare();
    const before = structuredClone(desk.book());
    const second = await desk.prepare();

    expect(name).toBe('Respons Formulir 1');
    expect(first).toMatchObject({
      done: [
        'renamed the tab Respons Formulir 1 to Permohonan',
        `added ${requestTab.columns.filter(({ owner }) => owner !== 'form').length} columns to the tab Permohonan`,
      ],
      notices: [],
      hasRequests: true,
    });
    const located = locateColumns(
      { name: 'Permohonan', rows: [desk.headers('Permohonan')] },
      requestTab,
    );
    expect(located.missing).toEqual([]);
    const places = (owner: string) =>
      requestTab.columns
        .filter((column) => column.owner === owner)
        .map(({ field }) => located.indexOf.get(field) ?? -1);
    expect(Math.max(...places('form'))).toBeLessThan(Math.min(...places('service')));
    expect(second).toMatchObject({ done: [], notices: [] });
    expect(desk.book()).toEqual(before);
  });

  test('gives it our look, folds details, colours states, and lets the filter reach every column', async () => {
    const desk = await aSheet();
    await desk.prepare();
    await desk.link();
    await desk.prepare();

    const answer = columnOf(desk, 'Permohonan', 'Nama Kegiatan');
    expect(answer.head?.note).toMatch(/Judul kegiatan/);
    expect(answer.head?.userEnteredFormat?.backgroundColorStyle).toBeDefined();
    expect(desk.tab('Permohonan').columnGroups.length).toBe(5);
    expect(desk.tab('Permohonan').basicFilter?.range).toMatchObject({
      startColumnIndex: 0,
      endColumnIndex: requestTab.columns.length,
    });
    const state = columnOf(desk, 'Permohonan', 'Status').index;
    const rules = rulesOf(desk, 'Permohonan');
    expect(rules.slice(0, stateNames.length)).toEqual(
      stateNames.map((name) => ({
        columns: [[state, state + 1]],
        isOpenEnded: true,
        when: expect.stringMatching(new RegExp(`^=AND\\(ROW\\(\\)>1;\\$[A-Z]+1="${name}"\\)$`)),
        fill: rgb(states[name].colours.fill),
      })),
    );
    expect(rules.filter(({ when }) => /NOW\(\)/.test(when))).toHaveLength(1);
  });

  test('lets Kendala and Pengaduan offer its tickets, which they could not before', async () => {
    const desk = await aSheet();
    await desk.prepare();
    expect(columnOf(desk, 'Kendala', 'Nomor Tiket').body?.dataValidation).toBeUndefined();
    await desk.link();
    await desk.prepare();

    for (const name of ['Kendala', 'Pengaduan']) {
      expect(columnOf(desk, name, 'Nomor Tiket').body?.dataValidation?.condition).toEqual({
        type: 'ONE_OF_RANGE',
        values: [{ userEnteredValue: "='Permohonan'!$AD$1:$AD" }],
      });
    }
  });

  test('has the first answer under its colours, warnings and drop-downs, though a form inserts it', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const { formId } = await desk.link();
    await desk.prepare();

    desk.double.people.submitResponse({ formId, answers: { 'Nama Pemohon': 'Sari' } });

    const { conditionalFormats, protectedRanges } = desk.tab('Permohonan');
    const ranges = [
      ...conditionalFormats.flatMap((rule) => rule.ranges ?? []),
      ...protectedRanges.map(({ range }) => range),
    ];
    expect(ranges.filter((range) => (range?.startRowIndex ?? 0) > 1)).toEqual([]);
    expect(columnOf(desk, 'Permohonan', 'Cek Lokasi').body?.dataValidation?.condition?.type).toBe(
      'BOOLEAN',
    );
  });

  test('warns people off the columns of the service, and off no others', async () => {
    const desk = await aSheet();
    await desk.prepare();
    await desk.link();
    await desk.prepare();

    const { protectedRanges } = desk.tab('Permohonan');
    const service = requestTab.columns.filter(({ owner }) => owner === 'service');
    expect(protectedRanges.every(({ warningOnly }) => warningOnly === true)).toBe(true);
    expect(
      protectedRanges.map(({ range }) => desk.headers('Permohonan')[range?.startColumnIndex ?? -1]),
    ).toEqual(expect.arrayContaining(service.map(({ header }) => header)));
    expect(protectedRanges).toHaveLength(service.length);
  });

  test('leaves its look alone once there are answers, and its name once people gave it one', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const { formId, name } = await desk.link();
    desk.double.people.submitResponse({ formId, answers: { 'Nama Pemohon': 'Sari' } });
    desk.double.people.renameTab({ spreadsheetId: deskSheetId, tab: name, to: 'Data Permohonan' });
    const before = filledCells(desk.tab('Data Permohonan'));

    await desk.prepare();

    const after = filledCells(desk.tab('Data Permohonan'));
    expect(before.size).toBe(31);
    for (const [at, cell] of before) expect(after.get(at)).toEqual(cell);
  });

  describe('when somebody renamed a header beside answers', () => {
    const renamed = async (from: string, to: string) => {
      const desk = await aSheet();
      await desk.prepare();
      const { formId } = await desk.link();
      await desk.prepare();
      desk.double.people.submitResponse({ formId, answers: { 'Nama Pemohon': 'Sari' } });
      const column = columnLetters(desk.headers('Permohonan').indexOf(from) + 1);
      desk.double.people.typeCells({
        spreadsheetId: deskSheetId,
        range: `Permohonan!${column}1`,
        rows: [[to]],
      });
      return { desk, prepared: await desk.prepare() };
    };

    test('adds no empty column of a question, and names the one that is held back', async () => {
      const { desk, prepared } = await renamed('Nama Kegiatan', 'Acaranya');

      expect(desk.headers('Permohonan')).not.toContain('Nama Kegiatan');
      expect(prepared).toMatchObject({
        done: [],
        notices: [
          expect.stringMatching(
            /holds rows, but no column "Nama Kegiatan"\. .* give it its name back/,
          ),
        ],
      });
    });

    test('adds no empty column that staff fill and on which something rests', async () => {
      const { desk, prepared } = await renamed('Petugas', 'Yang bertugas');

      expect(desk.headers('Permohonan')).not.toContain('Petugas');
      expect(prepared).toMatchObject({
        done: [],
        notices: [expect.stringMatching(/holds rows, but no column "Petugas"\. If it was renamed/)],
      });
    });

    test('says of a column of the service which one it added, and that the old one may go', async () => {
      const { desk, prepared } = await renamed('Keterangan', 'Catatan Layanan');

      expect(desk.headers('Permohonan')).toContain('Keterangan');
      expect(prepared).toMatchObject({
        done: ['added 1 column ("Keterangan") to the tab Permohonan'],
        notices: [expect.stringMatching(/no column "Keterangan".* may be deleted\.$/)],
      });
    });

    test('says of a column of the staff that what they typed stands in the old one', async () => {
      const { prepared } = await renamed('Koordinasi Pemohon', 'Hasil koordinasi kami');

      expect(prepared.notices).toEqual([
        expect.stringMatching(/no column "Koordinasi Pemohon".* give the old one its name back\.$/),
      ]);
    });
  });

  test('finds it by its questions in an account of any language', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const { name } = await desk.link();
    desk.double.people.renameTab({ spreadsheetId: deskSheetId, tab: name, to: 'Réponses 1' });

    const { done } = await desk.prepare();

    expect(done).toContain('renamed the tab Réponses 1 to Permohonan');
  });

  test('says that a form linked twice writes into a tab that nobody reads', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const { formId } = await desk.link();
    await desk.prepare();
    desk.double.people.unlinkForm({ formId });
    desk.double.people.linkForm({ formId, spreadsheetId: deskSheetId });

    const { notices } = await desk.prepare();

    expect(notices).toEqual([expect.stringMatching(/holds answers too.*reads only Permohonan/)]);
  });
});

describe('the tab of another form, once it is linked', () => {
  test('comes in the place of the empty one, with what staff and service fill, and changes nothing again', async () => {
    const desk = await aSheet();
    await desk.prepare();
    const names = () => desk.book()?.sheets.map(({ properties }) => properties.title);
    const before = names();
    const columns = desk.headers('Pengaduan').toSorted();
    const { formId, name } = await desk.link(complaintDesign);
    desk.double.people.submitResponse({ formId, answers: { Jenis: 'saran', Isi: 'Lanjutkan.' } });

    const first = await desk.prepare();
    const second = await desk.prepare();

    expect(first).toMatchObject({
      done: [
        'took out the empty tab Pengaduan: its form brought another one',
        `renamed the tab ${name} to Pengaduan`,
        expect.stringMatching(/^added \d columns to the tab Pengaduan$/),
      ],
      notices: [],
    });
    expect(second).toMatchObject({ done: [], notices: [] });
    expect(names()).toEqual(before);
    expect(desk.headers('Pengaduan').toSorted()).toEqual(columns);
    expect(desk.tab('Pengaduan').rows[1]?.some((cell) => cell?.userEnteredValue)).toBe(true);
  });

  test('waits while rows stand in the other, and says what a person does', async () => {
    const desk = await aSheet();
    await desk.prepare();
    desk.double.people.typeCells({
      spreadsheetId: deskSheetId,
      range: 'Pengaduan!E2',
      rows: [['Suara terputus.']],
    });
    const { name } = await desk.link(complaintDesign);

    const waiting = await desk.prepare();
    const { people } = desk.double;
    people.renameTab({ spreadsheetId: deskSheetId, tab: 'Pengaduan', to: 'Pengaduan lama' });
    people.renameTab({ spreadsheetId: deskSheetId, tab: name, to: 'Pengaduan' });
    const after = await desk.prepare();

    expect(waiting).toMatchObject({
      done: [],
      notices: [expect.stringMatching(/service reads Pengaduan\..*"Pengaduan lama"/)],
    });
    expect(after.done).toEqual([expect.stringMatching(/^added \d columns to the tab Pengaduan$/)]);
    expect(after.notices).toEqual([]);
  });
});
