import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadsheetType } from '../drive/model.ts';
import { clientsOf } from '../google-clients.ts';
import { createGoogleDouble } from '../google-double.ts';
import { doAsTold } from '../people.ts';
import { renderedValue } from '../sheets/shown-value.ts';

const questions = ['Nama kegiatan', 'Jumlah peserta', 'Nomor kontak'];

/** A spreadsheet with a form linked to it, in a world whose clock the test turns. */
async function anOffice() {
  const clock = { ms: Date.UTC(2026, 10, 2, 1, 0, 0, 400) };
  const double = createGoogleDouble({ now: () => clock.ms });
  const { people, world } = double;
  const { data } = await clientsOf(double).drive.files.create({
    requestBody: { name: 'Permohonan', mimeType: spreadsheetType },
  });
  const spreadsheetId = data.id ?? '';
  const formId = people.makeForm({ title: 'F', questions, emails: 'VERIFIED' });
  const tab = people.linkForm({ formId, spreadsheetId });
  const rows = () => {
    const spreadsheet = world.spreadsheets.get(spreadsheetId);
    const sheet = spreadsheet?.sheets.find((each) => each.properties.title === tab);
    const how = { values: 'FORMATTED_VALUE', moments: 'SERIAL_NUMBER', locale: 'en_US' } as const;
    return (sheet?.rows ?? []).map((row) => {
      const texts = Array.from(row ?? [], (cell) => renderedValue(cell, how));
      return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
    });
  };
  const submit = (name: string, more: Readonly<Record<string, string>> = {}) =>
    people.submitResponse({
      formId,
      email: 'sari@vicon.example',
      answers: { 'Nama kegiatan': name, ...more },
    });
  return { clock, double, people, world, spreadsheetId, formId, tab, rows, submit };
}

const headers = ['Timestamp', 'Email Address', ...questions];
const names = (rows: readonly (readonly unknown[])[], column = 2) =>
  rows.slice(1).map((row) => row[column]);

describe('a linked form', () => {
  test('heads its own tab and puts a row there for each response', async () => {
    const { rows, submit, tab } = await anOffice();

    submit('Rapat', { 'Jumlah peserta': '12', 'Nomor kontak': '=1+1' });

    expect(tab).toBe('Form Responses 1');
    expect(rows()).toEqual([
      headers,
      ['11/2/2026 1:00:00', 'sari@vicon.example', 'Rapat', '12', '=1+1'],
    ]);
  });

  test('says so in the form', async () => {
    const { world, formId, spreadsheetId } = await anOffice();

    expect(world.forms.get(formId)?.link?.spreadsheetId).toBe(spreadsheetId);
  });

  test('inserts below its last row, so that rows typed by hand stay below', async () => {
    const { people, rows, submit, spreadsheetId, tab } = await anOffice();
    submit('satu');
    people.typeCells({ spreadsheetId, range: `'${tab}'!C3`, rows: [['diketik']] });

    submit('dua');

    expect(names(rows())).toEqual(['satu', 'dua', 'diketik']);
  });

  test('writes an edited response into its row with a new timestamp', async () => {
    const { clock, people, rows, submit, formId } = await anOffice();
    const responseId = submit('satu', { 'Jumlah peserta': '5' });
    submit('dua');
    clock.ms += 3_600_000;

    people.editResponse({ formId, responseId, answers: { 'Nama kegiatan': 'satu lagi' } });

    expect(rows()[1]).toEqual(['11/2/2026 2:00:00', 'sari@vicon.example', 'satu lagi', '5']);
    expect(names(rows())).toEqual(['satu lagi', 'dua']);
  });

  test('finds its rows again after staff sorted them', async () => {
    const { people, rows, submit, spreadsheetId, formId, tab } = await anOffice();
    const responseId = submit('a');
    submit('b');
    people.sortRows({
      spreadsheetId,
      range: `'${tab}'!A2:E3`,
      columns: [{ column: 2, descending: true }],
    });
    const sorted = names(rows());

    people.editResponse({ formId, responseId, answers: { 'Nama kegiatan': 'a baru' } });
    submit('c');

    expect(sorted).toEqual(['b', 'a']);
    expect(names(rows())).toEqual(['b', 'a baru', 'c']);
  });

  test('finds its columns again after staff inserted and renamed some', async () => {
    const { people, rows, submit, spreadsheetId, tab } = await anOffice();
    people.renameHeader({ spreadsheetId, tab, from: 'Nama kegiatan', to: 'Acara' });
    people.insertLines({ spreadsheetId, tab, dimension: 'COLUMNS', at: 2 });

    submit('Rapat');

    expect(rows()[0]).toEqual([
      'Timestamp',
      'Email Address',
      '',
      'Acara',
      'Jumlah peserta',
      'Nomor kontak',
    ]);
    expect(names(rows(), 3)).toEqual(['Rapat']);
  });

  test('takes over a tab that is there, with the rows that have a timestamp', async () => {
    const { double, people, spreadsheetId } = await anOffice();
    people.renameTab({ spreadsheetId, tab: 'Sheet1', to: 'Lama' });
    people.typeCells({
      spreadsheetId,
      range: 'Lama!A1',
      rows: [
        ['Timestamp', 'Nama'],
        ['2026-11-01 08:00:00', 'lama'],
        ['', 'diketik'],
      ],
    });
    const formId = people.makeForm({ title: 'Lain', questions: ['Nama'] });
    people.linkForm({ formId, spreadsheetId, tab: 'Lama' });

    people.submitResponse({ formId, answers: { Nama: 'baru' } });

    const sheet = double.world.spreadsheets
      .get(spreadsheetId)
      ?.sheets.find((each) => each.properties.title === 'Lama');
    expect(sheet?.rows.map((row) => row?.[1]?.userEnteredValue?.stringValue)).toEqual([
      'Nama',
      'lama',
      'baru',
      'diketik',
    ]);
  });

  test('no text that a requester sends becomes a formula', async () => {
    const { rows, submit } = await anOffice();

    fc.assert(
      fc.property(fc.constantFrom('=', '+', "'"), fc.string({ minLength: 1 }), (sign, text) => {
        submit(`${sign}${text}`);
        return names(rows()).at(-1) === `${sign}${text}`;
      }),
      { numRuns: 25 },
    );
  });

  test('goes on taking responses when staff deleted its tab', async () => {
    const { people, world, submit, spreadsheetId, formId, tab } = await anOffice();
    people.deleteTab({ spreadsheetId, tab });

    submit('Rapat');

    expect(world.forms.get(formId)?.responses).toHaveLength(1);
  });
});

describe('staff', () => {
  test('are refused where a range is protected against them, and warned only where it warns', async () => {
    const { people, rows, spreadsheetId, tab } = await anOffice();
    const type = () =>
      people.typeCells({ spreadsheetId, range: `'${tab}'!C2`, rows: [['diketik']] });
    people.protectRange({ spreadsheetId, range: `'${tab}'!C:C`, warningOnly: true });
    type();
    people.protectRange({ spreadsheetId, range: `'${tab}'!C:C`, by: 'kepala@vicon.example' });

    expect(type).toThrow(/protected/u);
    expect(names(rows())).toEqual(['diketik']);
  });

  test('delete rows, and what was typed there is gone', async () => {
    const { people, rows, submit, spreadsheetId, tab } = await anOffice();
    submit('satu');
    submit('dua');

    people.deleteLines({ spreadsheetId, tab, dimension: 'ROWS', at: 1 });

    expect(names(rows())).toEqual(['dua']);
  });

  test('find a row wherever it was sorted to, and type under headers wherever they stand', async () => {
    const { people, rows, submit, spreadsheetId, tab } = await anOffice();
    const response = submit('a', { 'Jumlah peserta': '5' });
    submit('b');
    people.sortRows({
      spreadsheetId,
      range: `'${tab}'!A2:E3`,
      columns: [{ column: 2, descending: true }],
    });
    people.insertLines({ spreadsheetId, tab, dimension: 'COLUMNS', at: 0 });
    const row = { response };

    const typed = people.typeInRow({
      spreadsheetId,
      tab,
      row,
      cells: { 'Jumlah peserta': '12', 'Nama kegiatan': 'a baru', 'Nomor kontak': '' },
    });

    expect(rows()[2]?.slice(3)).toEqual(['a baru', '12']);
    expect(typed).toEqual({
      was: { 'Jumlah peserta': '5', 'Nama kegiatan': 'a', 'Nomor kontak': '' },
      holds: {
        'Jumlah peserta': { numberValue: 12 },
        'Nama kegiatan': { stringValue: 'a baru' },
        'Nomor kontak': null,
      },
    });
    const named = { header: 'Nama kegiatan', reads: 'a baru' };
    expect(people.findRow({ spreadsheetId, tab, row: named })).toBe(2);
    expect(people.findRow({ spreadsheetId, tab, row })).toBe(2);
  });

  test('find nothing where the row was deleted or the header is another', async () => {
    const { people, submit, spreadsheetId, tab } = await anOffice();
    const row = { response: submit('a') };
    people.deleteLines({ spreadsheetId, tab, dimension: 'ROWS', at: 1 });

    expect(people.findRow({ spreadsheetId, tab, row })).toBeUndefined();
    expect(() => people.typeInRow({ spreadsheetId, tab, row, cells: {} })).toThrow(/No such row/u);
    const elsewhere = { header: 'Acara', reads: 'a' };
    expect(() => people.findRow({ spreadsheetId, tab, row: elsewhere })).toThrow(/No header/u);
  });

  test('do as told in JSON, and say what they cannot do', async () => {
    const { people, rows, submit, spreadsheetId, tab } = await anOffice();
    submit('satu');

    doAsTold(people, { do: 'clearCells', spreadsheetId, range: `'${tab}'!C2` });

    expect(names(rows())).toEqual([undefined]);
    expect(() => doAsTold(people, { do: 'bernyanyi' })).toThrow(/submitResponse/u);
  });

  test('save other bytes over a file under their own name', async () => {
    const { double, people } = await anOffice();
    const { drive } = clientsOf(double);
    const { data } = await drive.files.create({
      requestBody: { name: 'a.txt' },
      media: { mimeType: 'text/plain', body: 'asli' },
    });
    const fileId = data.id ?? '';

    people.replaceContent({ fileId, base64: btoa('diubah'), by: 'staf@vicon.example' });

    const fields = 'lastModifyingUser(emailAddress),size';
    expect((await drive.files.get({ fileId, fields })).data).toEqual({
      lastModifyingUser: { emailAddress: 'staf@vicon.example' },
      size: '6',
    });
  });
});
