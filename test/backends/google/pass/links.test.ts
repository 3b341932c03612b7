import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { periodicTab } from '../../../../src/core/columns/periodic-tab.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { anOffice, type Office, sheetId } from './office.ts';

const header = 'Surat Tugas';

describe('the link to a document that a person threw away', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
    office.submit('Rapat A');
    office.submit('Rapat B', { 'Tanggal Mulai': '03/12/2026' }, 'lain@dikbud.test');
    office.setClock('2026-11-24T08:05:00+08:00');
    office.type('Rapat A', 'confirmed', '✓');
    office.type('Rapat B', 'confirmed', '✓');
    await office.done();
    await office.done();
  });
  afterEach(() => office.remove());

  /** By event, where the link leads and which letter lies there. */
  const links = () => {
    const { spreadsheets, files } = office.double.world;
    const rows = spreadsheets
      .get(sheetId)
      ?.sheets.find(({ properties }) => properties.title === requestTab.name)?.rows;
    const column = rows?.[0]?.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);
    return ['Rapat A', 'Rapat B'].map((event) => {
      const row = rows?.find((cells) =>
        cells?.some((cell) => cell?.userEnteredValue?.stringValue === event),
      );
      const uri = row?.[column ?? -1]?.textFormatRuns?.[0]?.format?.link?.uri ?? '';
      const file = [...files.values()].find(({ id }) => uri.includes(id));
      return { uri, name: file?.name, trashed: file?.trashed };
    });
  };

  /** Where the link leads beside the recap of the month. */
  const recapLink = () => {
    const { spreadsheets, files } = office.double.world;
    const rows = spreadsheets
      .get(sheetId)
      ?.sheets.find(({ properties }) => properties.title === periodicTab.name)?.rows;
    const column = rows?.[0]?.findIndex((cell) => cell?.userEnteredValue?.stringValue === 'Tautan');
    const uri = rows?.[1]?.[column ?? -1]?.textFormatRuns?.[0]?.format?.link?.uri ?? '';
    const file = [...files.values()].find(({ id }) => uri.includes(id));
    return { uri, name: file?.name, trashed: file?.trashed };
  };

  const throwAway = (uri = '', now = '2026-11-25T09:00:00+08:00'): void => {
    const file = [...office.double.world.files.values()].find(({ id }) => uri.includes(id));
    office.people.trashFile({ fileId: file?.id ?? '' });
    office.setClock(now);
  };

  test('leads to the new one, which bears the same name', async () => {
    const [before, other] = links();
    throwAway(before?.uri);

    await office.done();

    const [after, untouched] = links();
    expect(after).toEqual({ uri: expect.anything(), name: before?.name, trashed: false });
    expect(after?.uri).not.toBe(before?.uri);
    expect(untouched).toEqual(other);
    expect((await office.done()).idle).toBe(true);
  });

  test('leads to the new one beside a recap too', async () => {
    office.setClock('2027-01-05T09:00:00+08:00');
    await office.done();
    const before = recapLink();
    throwAway(before.uri, '2027-01-06T09:00:00+08:00');

    await office.done();

    const after = recapLink();
    expect(after).toEqual({ uri: expect.anything(), name: before.name, trashed: false });
    expect(after.uri).not.toBe(before.uri);
    expect((await office.done()).idle).toBe(true);
  });

  test.for([1, 2, 3, 4, 5, 6])(
    'does so although the service is killed after the %i. thing that it does',
    async (effect) => {
      throwAway(links()[0]?.uri);

      await office.pass({ death: { effect, when: 'after' } });
      await office.stop();
      await office.done();

      expect(links()[0]?.trashed).toBe(false);
      expect((await office.done()).idle).toBe(true);
    },
  );
});
