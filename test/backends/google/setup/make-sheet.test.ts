import { describe, expect, test } from 'vitest';
import {
  madeSheet,
  makeSheet,
  sheetTitle,
} from '../../../../src/backends/google/setup/make-sheet.ts';
import { prepareSheet } from '../../../../src/backends/google/setup/prepare-sheet.ts';
import { seenInDrive } from '../../../../src/backends/google/sheet/sheet-trash.ts';
import { aGoogleDesk } from '../stand-in.ts';

const timeZone = 'Asia/Makassar';
const onCreate = { id: 'drive.files.create' };

const aDesk = async () => {
  const desk = await aGoogleDesk([{ name: 'Milik orang lain', rows: [] }]);
  const { client, double, memory, pace } = desk;
  return {
    ...desk,
    make: () => makeSheet(client, { memory, pace }),
    made: () =>
      [...double.world.spreadsheets.values()].filter(
        ({ properties }) => properties.title === sheetTitle,
      ),
    prepare: (spreadsheetId: string, isMadeHere = true) =>
      prepareSheet(client, { spreadsheetId, timeZone, isMadeHere }),
  };
};

describe('the sheet that setup makes', () => {
  test('shows in Drive from then on, in the trash too', async () => {
    const desk = await aDesk();

    const { id } = await desk.make();
    const before = await seenInDrive(id, desk.client);
    desk.double.people.trashFile({ fileId: id });

    expect([before, await seenInDrive(id, desk.client)]).toEqual(['there', 'in the trash']);
  });

  test('is made once, and known as made here', async () => {
    const desk = await aDesk();

    const first = await desk.make();
    const second = await desk.make();

    expect(second).toEqual({ id: first.id, isNew: false });
    expect(await madeSheet(desk.memory)).toBe(first.id);
    expect(desk.made()).toHaveLength(1);
  });

  test.each([
    ['at once, when the answer was lost', 'after', 1],
    ['never, when the call was lost', 'before', 0],
  ] as const)('is found %s', async (_, when, count) => {
    const desk = await aDesk();
    desk.double.faults.add({ on: onCreate, times: 1, fault: { kind: 'cut', when } });

    const first = await desk.make().catch(({ code }) => code);

    expect(desk.made()).toHaveLength(count);
    expect(first).toEqual(
      count === 1 ? { id: desk.made()[0]?.spreadsheetId, isNew: true } : 'google-in-doubt',
    );
    await desk.make();
    expect(desk.made()).toHaveLength(1);
  });

  test('is found by the next run when nobody could be asked at once', async () => {
    const desk = await aDesk();
    desk.double.faults.add({ on: onCreate, times: 1, fault: { kind: 'cut', when: 'after' } });
    const refused = { kind: 'refuse', status: 403 } as const;
    desk.double.faults.add({ on: { id: 'drive.files.list' }, times: 1, fault: refused });

    await expect(desk.make()).rejects.toMatchObject({ code: 'google-refused' });
    const { id } = await desk.make();

    expect(desk.made().map(({ spreadsheetId }) => spreadsheetId)).toEqual([id]);
  });

  test('loses the empty tab that it came with, and a sheet of other hands keeps its own', async () => {
    const desk = await aDesk();
    const { id } = await desk.make();
    const other = (await desk.double.world.spreadsheets.keys().next()).value ?? '';
    const names = (of: string) =>
      desk.double.world.spreadsheets.get(of)?.sheets.map(({ properties }) => properties.title);

    const first = await desk.prepare(id);
    const second = await desk.prepare(id);
    await desk.prepare(other, false);

    expect(first.done).toContain('took out the empty tab Sheet1');
    expect(first.done).toContain(`set the time zone to ${timeZone}`);
    expect(names(id)).not.toContain('Sheet1');
    expect(second.done).toEqual([]);
    expect(names(other)).toContain('Milik orang lain');
  });

  test('keeps that tab once anybody has typed into it', async () => {
    const desk = await aDesk();
    const { id } = await desk.make();
    desk.double.people.typeCells({ spreadsheetId: id, range: 'Sheet1!A1', rows: [['catatan']] });

    const { done } = await desk.prepare(id);

    expect(done).not.toContain('took out the empty tab Sheet1');
  });
});

describe('preparing a sheet', () => {
  const batch = { id: 'sheets.spreadsheets.batchUpdate' };
  const refused = (message: string) => ({ kind: 'refuse', status: 400, message }) as const;

  test('takes the next name of a locale that Google does not know, and goes on', async () => {
    const desk = await aDesk();
    const { id } = await desk.make();
    const message = 'Invalid requests[0].updateSpreadsheetProperties: Unsupported locale.';
    desk.double.faults.add({ on: batch, calls: [2], fault: refused(message) });

    const { done } = await desk.prepare(id);

    expect(done).toEqual(
      expect.arrayContaining([`set the time zone to ${timeZone}`, 'set the locale to id_ID']),
    );
    expect(done).toContain('made the tab Petugas');
  });

  test('makes its tabs though Google takes no locale of Indonesia, and says what to do', async () => {
    const desk = await aDesk();
    const { id } = await desk.make();
    const message = 'Invalid requests[0].updateSpreadsheetProperties: Unsupported locale.';
    desk.double.faults.add({ on: batch, calls: [2, 3, 4, 5], fault: refused(message) });

    const { done, notices } = await desk.prepare(id);

    expect(done).toContain('made the tab Petugas');
    expect(notices).toEqual([expect.stringMatching(/choose Indonesia as the locale/)]);
  });

  test('names the request that Google refused, and where it would have gone', async () => {
    const desk = await aDesk();
    const { id } = await desk.make();
    desk.double.faults.add({
      on: batch,
      calls: [3],
      fault: refused('Invalid requests[200].setDataValidation: no such thing.'),
    });

    await expect(desk.prepare(id)).rejects.toMatchObject({
      code: 'google-refused',
      what: expect.stringMatching(
        /It was the request "\w+" in the tab [\w ]+, column [A-Z]+ \(201 of \d+\); none of them was done\.$/,
      ),
      todo: expect.stringMatching(/^Look at that place in the sheet/),
    });
  });
});
