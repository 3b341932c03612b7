import { describe, expect, test } from 'vitest';
import { prepareSheet } from '../../../src/backends/google/prepare-sheet.ts';
import { aGoogleDesk, deskSheetId } from './stand-in.ts';

const timeZone = 'Asia/Makassar';

describe('setup on Google', () => {
  test('prepares an empty sheet, waits for the form, and changes nothing the second time', async () => {
    const { client } = await aGoogleDesk([{ name: 'Sheet1', rows: [] }]);

    const first = await prepareSheet(client, { spreadsheetId: deskSheetId, timeZone });
    const second = await prepareSheet(client, { spreadsheetId: deskSheetId, timeZone });

    expect(first.done).toContain('made the tab Panduan');
    expect(second).toMatchObject({ done: [], notices: [], hasRequests: false });
  });
});
