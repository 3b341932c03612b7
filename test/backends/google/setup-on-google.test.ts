import { OAuth2Client } from 'google-auth-library';
import { describe, expect, test } from 'vitest';
import { openGoogleClient } from '../../../src/backends/google/google-client.ts';
import { prepareSheet } from '../../../src/backends/google/prepare-sheet.ts';
import { makeRequestForm } from '../../../src/backends/google/request-form.ts';
import { createGoogleDouble } from '../../google-double/google-double.ts';

const timeZone = 'Asia/Makassar';

/** An empty sheet on a stand-in, and what setup needs to work on it. */
const anEmptySheet = async () => {
  const double = createGoogleDouble();
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'anything' });
  const client = openGoogleClient({
    signedIn: { auth, kind: 'user', forgetAccessToken: () => undefined },
    fetch: double.fetch,
    pace: { now: () => 0, random: () => 0, wait: async () => undefined },
  });
  const kept = new Map<string, string>();
  const memory = {
    recall: async (name: string) => kept.get(name),
    remember: async (name: string, value: string) => {
      kept.set(name, value);
    },
  };
  const sheets = await client.sheets();
  const { data } = await sheets.spreadsheets.create({ requestBody: {} });
  return { double, client, memory, spreadsheetId: data.spreadsheetId ?? '' };
};

describe('setup on Google', () => {
  test('makes the form once, and a second run changes nothing', async () => {
    const { client, memory } = await anEmptySheet();

    const first = await makeRequestForm(client, { memory });
    const second = await makeRequestForm(client, { memory });

    expect(first.done).toHaveLength(2);
    expect(second).toEqual({ ...first, done: [] });
  });

  test('prepares an empty sheet, waits for the form, and changes nothing the second time', async () => {
    const { client, spreadsheetId } = await anEmptySheet();

    const first = await prepareSheet(client, { spreadsheetId, timeZone });
    const second = await prepareSheet(client, { spreadsheetId, timeZone });

    expect(first.done).toContain('made the tab Panduan');
    expect(second).toEqual({ done: [], notices: [], hasRequests: false });
  });
});
