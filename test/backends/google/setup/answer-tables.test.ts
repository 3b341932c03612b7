import { describe, expect, test } from 'vitest';
import { makeForm } from '../../../../src/backends/google/setup/forms/make-form.ts';
import { requestDesign } from '../../../../src/backends/google/setup/forms/request-design.ts';
import { prepareSheet } from '../../../../src/backends/google/setup/prepare-sheet.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import { aGoogleDesk, deskSheetId } from '../stand-in.ts';

/** A prepared sheet whose form was just linked; Google made its answers a table. */
const aDesk = async (table: 'plain' | 'typed') => {
  const desk = await aGoogleDesk([{ name: 'Sheet1', rows: [] }]);
  const { client, double, memory, pace } = desk;
  const prepare = () =>
    prepareSheet(client, { spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' });
  await prepare();
  const form = await makeForm(client, {
    design: requestDesign,
    spreadsheetId: deskSheetId,
    wanted: 'any',
    memory,
    now: pace.now,
  });
  const formId = form?.formId ?? '';
  double.people.linkForm({ formId, spreadsheetId: deskSheetId, table });
  const tab = () => {
    const found = double.world.spreadsheets
      .get(deskSheetId)
      ?.sheets.find(({ tables }) => tables.length > 0);
    if (!found) throw new Error('no tab with a table');
    return found;
  };
  const headers = () =>
    (tab().rows[0] ?? []).map((cell) => cell?.userEnteredValue?.stringValue ?? '');
  return { ...desk, formId, prepare, tab, headers };
};

describe('answers that Google made a table', () => {
  test.each(['plain', 'typed'] as const)(
    'get our columns, and the %s table reaches over them',
    async (table) => {
      const desk = await aDesk(table);

      const first = await desk.prepare();
      const second = await desk.prepare();

      expect(first.notices).toEqual([]);
      expect(first.done).toContain('widened the table in the tab Permohonan over all its columns');
      expect(second).toMatchObject({ done: [], notices: [], hasRequests: true });
      const { missing, indexOf } = locateColumns(
        { name: 'Permohonan', rows: [desk.headers()] },
        requestTab,
      );
      expect(missing).toEqual([]);
      expect(desk.tab().tables[0]?.range).toMatchObject({
        startColumnIndex: 0,
        endColumnIndex: Math.max(...indexOf.values()) + 1,
      });
      expect(desk.tab().basicFilter).toBeUndefined();
    },
  );

  test('go on coming in below each other, inside the table', async () => {
    const desk = await aDesk('typed');
    await desk.prepare();

    for (const Nama of ['Sari', 'Budi']) {
      desk.double.people.submitResponse({
        formId: desk.formId,
        answers: { 'Nama Pemohon': Nama },
      });
    }

    const { rows, tables } = desk.tab();
    const filled = rows.findLastIndex((row) => row?.some((cell) => cell?.userEnteredValue));
    expect(tables[0]?.range.endRowIndex ?? 0).toBeGreaterThan(filled);
  });

  test('are left as they are where Google refuses to widen the table, and a person is told what to do', async () => {
    const desk = await aDesk('plain');
    const beside = desk.headers().length;
    // A filter of somebody's own stands where our columns would come to stand.
    desk.tab().basicFilter = {
      range: { sheetId: desk.tab().sheetId, startColumnIndex: beside, endColumnIndex: beside + 3 },
    };
    const before = structuredClone(desk.tab());

    const { done, notices } = await desk.prepare();

    expect(done).toEqual([]);
    expect(notices).toEqual([expect.stringContaining('Revert to unformatted data')]);
    expect(desk.tab()).toEqual(before);
  });

  test('name a column of ours whose type a person has fixed', async () => {
    const desk = await aDesk('plain');
    await desk.prepare();
    const table = desk.tab().tables[0];
    const column = desk.headers().indexOf('Status');
    if (!table) throw new Error('no table');
    const range = {
      ...table.range,
      startRowIndex: 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    desk.tab().tables = [{ ...table, typed: [{ range, type: 'DATE', rule: undefined }] }];

    expect((await desk.prepare()).notices).toEqual([
      expect.stringMatching(/gives a fixed type to "Status".*Edit column type/),
    ]);
  });
});
